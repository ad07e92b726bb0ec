#pragma once

#include "app/net/rest/restclient.h"

#include <QNetworkReply>
#include <QPointer>

#include <memory>

namespace groundswell {

/// One call of the client on its way: attempts, deadline, refresh, reading. Child of its client; deletes
/// itself.
class RestCall final : public QObject {
    Q_OBJECT
public:
    RestCall(RestClient &client, Request request, QObject *context, AnswerHandler handler);
    ~RestCall() override;

    void start();
    /// Ends without the callback.
    void cancel();
    /// What another thread read from the answer.
    void taken(const std::any &value);

private:
    void send();
    [[nodiscard]] QNetworkRequest networkRequest() const;
    [[nodiscard]] QNetworkReply *dispatch(const QNetworkRequest &request);
    void watch(QNetworkReply *reply);
    void readMore();
    void readPiece(const QByteArray &piece);
    void refuseIfAnnouncedTooLarge();
    void refuseTooLarge();
    [[nodiscard]] qint64 limit() const;
    void replyFinished();
    void giveUpAttempt(Problem problem);
    void attemptFailed(Problem problem);
    [[nodiscard]] bool recallInstead(const Problem &problem);
    [[nodiscard]] bool refreshInstead(const Problem &problem);
    [[nodiscard]] bool retryInstead(const Problem &problem);
    [[nodiscard]] Problem problemOf(const QNetworkReply &reply, int status) const;
    void finish(Expected<Response> result);
    void deliver(Expected<std::any> value);
    void touchDeadline();
    void dropReply();
    void end();
    [[nodiscard]] std::chrono::milliseconds age() const;

    RestClient &m_client;
    Request m_request;
    QPointer<QObject> m_context;
    AnswerHandler m_handler;
    const QByteArray m_requestId;
    // Weak: the manager owns the reply, and deletes it with itself.
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    qint64 m_received = 0;
    std::unique_ptr<Timer> m_deadline;
    std::unique_ptr<Timer> m_backOff;
    std::chrono::milliseconds m_startedAt{0};
    int m_attempt = 0;
    QByteArray m_authorization; ///< of the last attempt
    bool m_refreshed = false;
    bool m_ended = false;
};

} // namespace groundswell
