#include "app/net/rest/httplog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkRequest>
#include <QUrlQuery>

namespace groundswell {

Q_LOGGING_CATEGORY(lcHttp, "groundswell.http", QtWarningMsg)

namespace {

QString hostAndPort(const QUrl &url)
{
    return url.port() < 0 ? url.host() : QStringLiteral("%1:%2").arg(url.host()).arg(url.port());
}

void writeLine(const QJsonObject &line)
{
    qCDebug(lcHttp).noquote() << QJsonDocument(line).toJson(QJsonDocument::Compact);
}

} // namespace

void logRequest(const QByteArray &verb, const QNetworkRequest &request, qsizetype bodyBytes)
{
    if (!lcHttp().isDebugEnabled())
        return;
    QJsonArray queryNames;
    const auto items = QUrlQuery(request.url()).queryItems();
    for (const auto &item : items)
        queryNames.append(item.first);
    writeLine({{QStringLiteral("out"), QString::fromLatin1(verb)},
               {QStringLiteral("id"), QString::fromLatin1(request.rawHeader("X-Request-ID"))},
               {QStringLiteral("host"), hostAndPort(request.url())},
               {QStringLiteral("path"), request.url().path(QUrl::FullyEncoded)},
               {QStringLiteral("query"), queryNames},
               {QStringLiteral("bytes"), static_cast<qint64>(bodyBytes)}});
}

void logAnswer(const QByteArray &requestId, int status, const char *outcome, qint64 bodyBytes,
               std::chrono::milliseconds duration)
{
    if (!lcHttp().isDebugEnabled())
        return;
    writeLine({{QStringLiteral("in"), status},
               {QStringLiteral("id"), QString::fromLatin1(requestId)},
               {QStringLiteral("outcome"), QString::fromLatin1(outcome)},
               {QStringLiteral("bytes"), bodyBytes},
               {QStringLiteral("ms"), static_cast<qint64>(duration.count())}});
}

const char *outcomeWord(Problem::Kind kind)
{
    switch (kind) {
    case Problem::Kind::Offline:
        return "offline";
    case Problem::Kind::Proxy:
        return "proxy";
    case Problem::Kind::Tls:
        return "tls";
    case Problem::Kind::Timeout:
        return "timeout";
    case Problem::Kind::Unauthorized:
        return "unauthorized";
    case Problem::Kind::Forbidden:
        return "forbidden";
    case Problem::Kind::NotFound:
        return "not found";
    case Problem::Kind::Conflict:
        return "conflict";
    case Problem::Kind::Gone:
        return "gone";
    case Problem::Kind::Rejected:
        return "rejected";
    case Problem::Kind::RateLimited:
        return "rate limited";
    case Problem::Kind::ServerFault:
        return "server fault";
    case Problem::Kind::Protocol:
        return "protocol";
    }
    Q_UNREACHABLE();
}

} // namespace groundswell
