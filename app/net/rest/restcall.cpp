#include "app/net/rest/restcall.h"

#include "app/net/rest/answermemory.h"
#include "app/net/rest/httplog.h"
#include "app/net/rest/oncebody.h"
#include "app/net/rest/retryafter.h"
#include "app/net/rest/session.h"
#include "app/net/rest/transportproblem.h"

#include <QHttpMultiPart>
#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QUuid>

#include <algorithm>

namespace groundswell {

namespace {

constexpr int mostRedirects = 5;
constexpr qint64 pieceSize = 64LL * 1024;
// From here on Qt refuses content that unpacks to more than forty times its size.
constexpr qint64 bombThreshold = 10LL * 1024 * 1024;

QByteArray verbOf(Request::Method method)
{
    switch (method) {
    case Request::Method::Get:
        return QByteArrayLiteral("GET");
    case Request::Method::Post:
        return QByteArrayLiteral("POST");
    case Request::Method::Put:
        return QByteArrayLiteral("PUT");
    case Request::Method::Delete:
        return QByteArrayLiteral("DELETE");
    }
    Q_UNREACHABLE();
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

Problem ownProblem(Problem::Kind kind, const QString &messageKey, const QString &detail = {})
{
    Problem problem;
    problem.kind = kind;
    problem.messageKey = messageKey;
    problem.detail = detail;
    return problem;
}

} // namespace

RestCall::RestCall(RestClient &client, Request request, QObject *context, AnswerHandler handler)
    : QObject(&client)
    , m_client(client)
    , m_request(std::move(request))
    , m_context(context)
    , m_handler(std::move(handler))
    , m_requestId(QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
{
    m_deadline = client.m_scheduler.makeTimer(
        [this] { giveUpAttempt(ownProblem(Problem::Kind::Timeout, QString())); });
    m_backOff = client.m_scheduler.makeTimer([this] { send(); });
    connect(context, &QObject::destroyed, this, &RestCall::cancel);
}

RestCall::~RestCall()
{
    m_ended = true;
    dropReply();
}

void RestCall::start()
{
    if (!m_request.path.isValid() && !m_request.refusal) {
        m_request.refusal = ownProblem(Problem::Kind::Rejected, QStringLiteral("error.client.bad_identifier"),
                                       m_request.path.encoded());
    }
    if (!m_request.refusal) {
        send();
        return;
    }
    // Answered later like everything else: a callback out of call() would run before its caller has the
    // handle.
    const auto refuse = [this] {
        if (!m_ended)
            finish(tl::unexpected(*m_request.refusal));
    };
    QMetaObject::invokeMethod(this, refuse, Qt::QueuedConnection);
}

void RestCall::cancel()
{
    if (m_ended)
        return;
    if (m_reply)
        logAnswer(m_requestId, 0, "superseded", m_received, age());
    end();
}

void RestCall::send()
{
    ++m_attempt;
    m_body.clear();
    m_received = 0;
    m_startedAt = m_client.m_scheduler.now();
    const QNetworkRequest request = networkRequest();
    m_authorization = request.rawHeader("Authorization");
    logRequest(verbOf(m_request.method), request, m_request.body.size());
    m_reply = dispatch(request);
    watch(m_reply);
    m_deadline->start(m_request.deadline);
}

QNetworkRequest RestCall::networkRequest() const
{
    const Session &session = m_client.m_session;
    QUrl url = m_request.root == Request::Root::Media ? session.mediaBaseUrl() : session.baseUrl();
    url.setPath(url.path(QUrl::FullyEncoded) + m_request.path.encoded(), QUrl::StrictMode);
    if (!m_request.query.encoded().isEmpty())
        url.setQuery(m_request.query.encoded(), QUrl::StrictMode);

    QNetworkRequest request(url);
    const bool isRead = m_request.method == Request::Method::Get;
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         isRead ? QNetworkRequest::SameOriginRedirectPolicy
                                : QNetworkRequest::ManualRedirectPolicy);
    request.setMaximumRedirectsAllowed(mostRedirects);
    request.setDecompressedSafetyCheckThreshold(std::min(m_request.maxAnswerBytes, bombThreshold));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);

    if (m_request.signedIn)
        session.authorize(request);
    request.setRawHeader("Accept", m_request.sink ? "text/csv, */*;q=0.5" : "application/json");
    request.setRawHeader("X-Request-ID", m_requestId);
    if (!m_request.contentType.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, QString::fromLatin1(m_request.contentType));
    for (const auto &[name, value] : m_request.headers)
        request.setRawHeader(name, value);
    return request;
}

QNetworkReply *RestCall::dispatch(const QNetworkRequest &request)
{
    QNetworkAccessManager &manager = m_client.m_manager;
    if (m_request.multipart) {
        QHttpMultiPart *parts = m_request.multipart();
        QNetworkReply *reply = manager.post(request, parts);
        parts->setParent(reply); // lives as long as it is read from
        return reply;
    }
    switch (m_request.method) {
    case Request::Method::Get:
        return manager.get(request);
    case Request::Method::Delete:
        return manager.deleteResource(request);
    case Request::Method::Post: {
        auto *body = new OnceBody(m_request.body);
        QNetworkReply *reply = manager.post(request, body);
        body->setParent(reply); // lives as long as it is read from
        return reply;
    }
    case Request::Method::Put:
        return manager.put(request, m_request.body);
    }
    Q_UNREACHABLE();
}

void RestCall::watch(QNetworkReply *reply)
{
    // Bounds the memory while an answer is streamed to a slow disk.
    reply->setReadBufferSize(1024 * 1024);
    connect(reply, &QNetworkReply::metaDataChanged, this, &RestCall::refuseIfAnnouncedTooLarge);
    connect(reply, &QNetworkReply::readyRead, this, &RestCall::readMore);
    connect(reply, &QNetworkReply::finished, this, &RestCall::replyFinished);
    connect(reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64 total) {
        touchDeadline();
        // A copy: the listener may cancel this very call.
        const auto report = m_request.uploadProgress;
        if (report && m_context && total >= 0)
            report(sent, total);
    });
}

void RestCall::touchDeadline()
{
    if (m_request.deadlineFromLastByte && m_deadline->isActive())
        m_deadline->start(m_request.deadline);
}

// An error's body is the envelope, which is never long.
qint64 RestCall::limit() const
{
    return isSuccess(statusOf(*m_reply)) ? m_request.maxAnswerBytes
                                         : std::min(m_request.maxAnswerBytes, answersize::Envelope);
}

void RestCall::refuseIfAnnouncedTooLarge()
{
    if (m_reply && m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > limit())
        refuseTooLarge();
}

// A failure stays the failure that its status says.
void RestCall::refuseTooLarge()
{
    const int status = statusOf(*m_reply);
    m_body.clear();
    giveUpAttempt(isSuccess(status)
                      ? ownProblem(Problem::Kind::Protocol, QStringLiteral("error.client.answer_too_large"))
                      : problemOf(*m_reply, status));
}

void RestCall::readMore()
{
    if (!m_reply)
        return;
    touchDeadline();
    // Piece by piece, because the part that is ready may unpack to far more than there is room for.
    while (m_reply && m_reply->bytesAvailable() > 0) {
        const QByteArray piece = m_reply->read(pieceSize);
        if (piece.isEmpty())
            return;
        readPiece(piece);
    }
}

void RestCall::readPiece(const QByteArray &piece)
{
    m_received += piece.size();
    if (m_received > limit()) {
        refuseTooLarge();
        return;
    }
    // An error's body is the envelope, not the content that the sink wants.
    if (m_request.sink && isSuccess(statusOf(*m_reply))) {
        if (m_request.sink->write(piece) != piece.size()) {
            giveUpAttempt(ownProblem(Problem::Kind::Protocol, QStringLiteral("error.client.write_failed"),
                                     m_request.sink->errorString()));
        }
        return;
    }
    m_body += piece;
}

void RestCall::replyFinished()
{
    const QPointer<QNetworkReply> finished = m_reply;
    readMore();
    if (!m_reply || m_reply != finished)
        return; // given up while reading the rest, or sent again
    const QPointer<QNetworkReply> reply = m_reply;
    const int status = statusOf(*reply);
    const bool cut = reply->error() != QNetworkReply::NoError && isSuccess(status);
    if (!isSuccess(status) || cut) {
        Problem problem = problemOf(*reply, status);
        dropReply();
        attemptFailed(std::move(problem));
        return;
    }
    Response response;
    response.status = status;
    response.body = m_body;
    response.headers = reply->rawHeaderPairs();
    response.requestId = QString::fromLatin1(m_requestId);
    response.duration = age();
    logAnswer(m_requestId, status, "ok", m_received, age());
    if (m_request.recallable && m_client.m_memory)
        m_client.m_memory->keep(m_client.m_session, reply->request().url(), m_body);
    dropReply();
    Q_EMIT m_client.serviceReached();
    finish(std::move(response));
}

Problem RestCall::problemOf(const QNetworkReply &reply, int status) const
{
    Problem problem;
    if (status >= 300 && status < 400) {
        problem = ownProblem(Problem::Kind::Protocol, QStringLiteral("error.client.redirected"));
        problem.httpStatus = status;
    } else if (status >= 400) {
        problem = problemFromEnvelope(status, m_body, QString::fromLatin1(m_requestId));
        problem.retryAfter = retryAfterOf(reply.rawHeader("Retry-After"), m_client.m_scheduler.wallClock());
    } else {
        problem = transportProblem(reply.error(), reply.errorString());
    }
    problem.requestId = QString::fromLatin1(m_requestId);
    return problem;
}

void RestCall::giveUpAttempt(Problem problem)
{
    problem.requestId = QString::fromLatin1(m_requestId);
    dropReply();
    attemptFailed(std::move(problem));
}

void RestCall::attemptFailed(Problem problem)
{
    m_deadline->stop();
    logAnswer(m_requestId, problem.httpStatus, outcomeWord(problem.kind), m_received, age());
    if (recallInstead(problem) || refreshInstead(problem) || retryInstead(problem))
        return;
    finish(tl::unexpected(std::move(problem)));
}

// At once, before any pause: somebody on a train doesn't wait for an answer that was seen before.
bool RestCall::recallInstead(const Problem &problem)
{
    const bool unreachable = problem.kind == Problem::Kind::Offline || problem.kind == Problem::Kind::Proxy
        || problem.kind == Problem::Kind::Timeout;
    if (!unreachable || !m_request.recallable || !m_client.m_memory)
        return false;
    auto recalled = m_client.m_memory->recall(m_client.m_session, networkRequest().url());
    if (!recalled)
        return false;
    Q_EMIT m_client.answeredFromMemory(*recalled->recalledFrom);
    finish(std::move(*recalled));
    return true;
}

bool RestCall::refreshInstead(const Problem &problem)
{
    Session &session = m_client.m_session;
    if (problem.kind != Problem::Kind::Unauthorized || !m_request.signedIn)
        return false;
    QNetworkRequest now;
    session.authorize(now);
    const QByteArray fresh = now.rawHeader("Authorization");
    if (!m_refreshed && !fresh.isEmpty() && fresh != m_authorization) {
        m_refreshed = true; // renewed for somebody else while this one was under way
        send();
        return true;
    }
    if (m_refreshed || !session.canRefresh()) {
        session.signOut(); // refused with a fresh token, or none can be had (wave-api 1.5)
        return false;
    }
    m_refreshed = true;
    session.refresh(this, [this, problem](const Expected<void> &renewed) {
        if (m_ended)
            return;
        if (renewed)
            send();
        else
            finish(tl::unexpected(renewed.error().kind == Problem::Kind::Unauthorized ? problem
                                                                                      : renewed.error()));
    });
    return true;
}

bool RestCall::retryInstead(const Problem &problem)
{
    // What a sink has taken can't be called back.
    if (m_request.sink && m_received > 0)
        return false;
    const auto pause = m_request.retry.delayBefore(m_attempt + 1, problem, m_client.m_random);
    if (!pause)
        return false;
    m_backOff->start(*pause);
    return true;
}

void RestCall::finish(Expected<Response> result)
{
    if (!result) {
        deliver(tl::unexpected(std::move(result.error())));
    } else if (!m_handler.read) {
        deliver(std::any(*std::move(result)));
    } else if (result->body.size() <= RestClient::readHereUpTo) {
        deliver(m_handler.read(*result));
    } else {
        m_deadline->stop();
        m_client.readElsewhere(m_handler, *result, this);
    }
}

void RestCall::taken(const std::any &value)
{
    if (!m_ended)
        deliver(value);
}

void RestCall::deliver(Expected<std::any> value)
{
    // Moved to the stack: the callback may replace or drop the handle, and with it this call.
    const auto callback = std::move(m_handler.deliver);
    const QPointer<QObject> context = m_context;
    end();
    if (context && callback)
        callback(std::move(value));
}

void RestCall::end()
{
    m_ended = true;
    m_deadline->stop();
    m_backOff->stop();
    dropReply();
    m_handler = {};
    m_request = {};
    deleteLater();
}

void RestCall::dropReply()
{
    // Detached first: abort() emits finished() at once, with the same code as a time-out.
    QNetworkReply *reply = m_reply;
    m_reply.clear();
    if (!reply)
        return;
    reply->disconnect(this);
    if (reply->isRunning())
        reply->abort();
    reply->deleteLater();
}

std::chrono::milliseconds RestCall::age() const
{
    return m_client.m_scheduler.now() - m_startedAt;
}

} // namespace groundswell
