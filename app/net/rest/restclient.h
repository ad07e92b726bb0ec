#pragma once

#include "app/net/rest/answerhandler.h"
#include "app/net/rest/request.h"
#include "app/net/rest/requesthandle.h"
#include "app/net/rest/scheduler.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

class QNetworkAccessManager;

namespace groundswell {

class AnswerMemory;
class RestCall;
class Session;

/// Sends requests and turns every ending into Expected<Response>. Its shape is that of Qt 6.7's
/// QRestAccessManager, so that it can shrink to that one later.
///
/// - The callback runs once, or never: not for a superseded request, not for a dead context.
/// - A call that is under way when the client dies ends silently.
/// - One deadline timer of its own, so that "superseded", "timed out" and "offline" stay three things.
/// - A 401 is answered with one refresh of the session (shared by all) and one repetition; if the fresh
///   token is refused too, the session is over.
/// - Reads follow up to five redirects within the origin. A redirected write is
///   Problem::Protocol, since the network layer would repeat it as a read, and the answer would
///   look like a success.
/// - A POST goes out once: if the connection ends before the answer, the problem is Problem::Offline, and
///   whether the request was carried out is unknown.
/// - Answers have a limit (Request::maxAnswerBytes), also after unpacking; a large one is read on another
///   thread, and dropping the handle drops its result.
/// - HTTP/1.1, no cookies, no cache, no stored credentials. TLS errors are never ignored.
///
/// Belongs to one thread. \a manager, \a session and \a scheduler must outlive it.
class RestClient : public QObject {
    Q_OBJECT
public:
    RestClient(QNetworkAccessManager &manager, Session &session, Scheduler &scheduler, RandomSource random,
               QObject *parent = nullptr);
    ~RestClient() override;

    /// Answers of more bytes than this are read on another thread.
    static constexpr qsizetype readHereUpTo = 256 * 1024;

    /// The answer as it is.
    RequestHandle call(Request request, QObject *context, ResponseCallback callback);
    RequestHandle call(Request request, QObject *context, AnswerHandler handler);

    /// Where answers are remembered for the time without a connection; null (the default) = nowhere. Must
    /// outlive the client.
    void setMemory(AnswerMemory *memory) { m_memory = memory; }

    [[nodiscard]] Session &session() const { return m_session; }
    [[nodiscard]] Scheduler &scheduler() const { return m_scheduler; }
    [[nodiscard]] const RandomSource &random() const { return m_random; }

Q_SIGNALS:
    /// There is no connection: the request is answered from memory, as it was at \a moment (local time).
    void answeredFromMemory(const QDateTime &moment);
    /// The service answered.
    void serviceReached();

private:
    friend class RestCall;
    void readElsewhere(const AnswerHandler &handler, const Response &answer, RestCall *call);

    QNetworkAccessManager &m_manager;
    Session &m_session;
    Scheduler &m_scheduler;
    RandomSource m_random;
    AnswerMemory *m_memory = nullptr;
    QThreadPool m_readers;
};

} // namespace groundswell
