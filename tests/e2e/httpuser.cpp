#include "tests/e2e/httpuser.h"

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTest>
#include <QUrl>

#include <memory>

namespace groundswell::test {

namespace {

constexpr int patience = 120'000; ///< ms; a first taste run under a sanitizer takes its time

const Contract &contract()
{
    static const Contract loaded = Contract::load();
    return loaded;
}

/// A draft comes back with the words that were sent, even words that the contract has never heard of.
bool isEchoedWord(const QByteArray &path, const QString &breach)
{
    return path.startsWith("/setup_processes/") && breach.contains(u"is none of the known words");
}

void holdAgainstContract(const QByteArray &method, const QByteArray &path, const Answer &answer)
{
    const QString verb = QString::fromLatin1(method);
    const QString bare = QString::fromUtf8(path.contains('?') ? path.left(path.indexOf('?')) : path);
    const auto operation = contract().match(verb, bare);
    if (!operation)
        return;
    QStringList breaches;
    const QByteArray type = answer.header("Content-Type").split(';').first();
    const QString promised = contract().contentType(verb, operation->path, answer.status);
    if (type == "application/json" || answer.body.isEmpty()) {
        const QJsonDocument document = QJsonDocument::fromJson(answer.body);
        const QJsonValue body = answer.body.isEmpty() ? QJsonValue(QJsonValue::Undefined)
            : document.isArray()                      ? QJsonValue(document.array())
                                                      : QJsonValue(document.object());
        breaches = contract().checkResponse(verb, operation->path, answer.status, body);
    } else if (promised != QString::fromLatin1(type) && !promised.contains(u'*')) {
        breaches.append(QStringLiteral("%1 instead of %2").arg(QString::fromLatin1(type), promised));
    }
    breaches.removeIf([&](const QString &breach) { return isEchoedWord(path, breach); });
    if (!breaches.isEmpty()) {
        const QString text =
            QStringLiteral("%1 %2 → %3 breaks the contract: %4\n%5")
                .arg(verb, bare)
                .arg(answer.status)
                .arg(breaches.join(QStringLiteral("; ")), QString::fromUtf8(answer.body.left(400)));
        QTest::qFail(qPrintable(text), __FILE__, __LINE__);
    }
}

} // namespace

QJsonObject Answer::object() const
{
    return QJsonDocument::fromJson(body).object();
}

QJsonArray Answer::array() const
{
    return QJsonDocument::fromJson(body).array();
}

QStringList Answer::fields() const
{
    QStringList found;
    for (const QJsonValue error : object()[u"validation_errors"].toArray())
        found.append(error[u"field"].toString());
    return found;
}

QStringList Answer::codes() const
{
    QStringList found;
    for (const QJsonValue error : object()[u"validation_errors"].toArray())
        found.append(error[u"code"].toString());
    return found;
}

HttpUser::HttpUser(int port, QByteArray token)
    : m_port(port)
    , m_token(std::move(token))
{
    m_network.setProxy(QNetworkProxy::NoProxy);
}

QByteArray HttpUser::url(const QByteArray &path) const
{
    const bool isMedia = path == "/media" || path.startsWith("/media/");
    return "http://127.0.0.1:" + QByteArray::number(m_port) + (isMedia ? "/api" : "/api/v3") + path;
}

QNetworkReply *HttpUser::start(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                               const Headers &headers)
{
    QNetworkRequest request(QUrl::fromEncoded(path.startsWith("http:") ? path : url(path)));
    request.setRawHeader("Authorization", "Bearer " + m_token);
    request.setRawHeader("X-Preferred-Partner-Id", "partner-id-local");
    if (!body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    return m_network.sendCustomRequest(request, method, body);
}

Answer HttpUser::answerOf(QNetworkReply *reply)
{
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->readAll();
    for (const auto &[name, value] : reply->rawHeaderPairs())
        answer.headers.insert(name.toLower(), value);
    return answer;
}

Answer HttpUser::send(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                      const Headers &headers)
{
    const std::unique_ptr<QNetworkReply> reply(start(method, path, body, headers));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, patience))
        return {};
    Answer answer = answerOf(reply.get());
    if (answer.status != 0)
        holdAgainstContract(method, path, answer);
    return answer;
}

Answer HttpUser::get(const QByteArray &path, const Headers &headers)
{
    return send("GET", path, {}, headers);
}

Answer HttpUser::put(const QByteArray &path, const QJsonObject &body, const Headers &headers)
{
    return send("PUT", path, QJsonDocument(body).toJson(QJsonDocument::Compact), headers);
}

Answer HttpUser::post(const QByteArray &path, const QJsonObject &body)
{
    return send("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact), {});
}

Answer HttpUser::upload(const QByteArray &fileName, const QByteArray &mimeType, const QByteArray &content)
{
    const QByteArray boundary = "a-line-that-is-in-no-picture";
    const QByteArray body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + fileName + "\"\r\nContent-Type: " + mimeType + "\r\n\r\n" + content + "\r\n--" + boundary
        + "--\r\n";
    return send("POST", "/media", body, {{"Content-Type", "multipart/form-data; boundary=" + boundary}});
}

QByteArray encoded(const QString &pathSegment)
{
    return QUrl::toPercentEncoding(pathSegment);
}

QJsonObject json(const char *text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("a test's own JSON is wrong: %s", qPrintable(error.errorString()));
    return document.object();
}

} // namespace groundswell::test
