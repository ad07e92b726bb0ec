#include "app/service/http/routes/mediaurls.h"

#include "models/wave/api/paths.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <functional>

namespace groundswell::service {

namespace {

/// Where stored media are, without the host.
const QString mediaPath =
    QString::fromLatin1(api::mediaBase) + QLatin1StringView(api::path::media.text) + u'/';
using Rewrite = std::function<QString(const QString &)>;

QJsonObject creativeWith(QJsonObject creative, const Rewrite &rewrite)
{
    const QJsonValue url = creative.value(u"media_url"); // operator[] would add it
    if (url.isString())
        creative.insert(QStringLiteral("media_url"), rewrite(url.toString()));
    return creative;
}

/// A list of creatives, one of them, or the older edition's object keyed by cluster.
QJsonValue creativesWith(const QJsonValue &value, const Rewrite &rewrite)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue entry : value.toArray())
            array.append(entry.isObject() ? QJsonValue(creativeWith(entry.toObject(), rewrite)) : entry);
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.value().isObject())
            member.value() = creativeWith(member.value().toObject(), rewrite);
    }
    return creativeWith(object, rewrite);
}

QJsonObject rowWith(QJsonObject row, const Rewrite &rewrite)
{
    for (const QString &key : {QStringLiteral("creatives"), QStringLiteral("creative")}) {
        if (row.contains(key))
            row.insert(key, creativesWith(row.value(key), rewrite));
    }
    return row;
}

QString storedUrl(const QString &url)
{
    static const QRegularExpression own(
        QStringLiteral("\\Ahttp://(127\\.0\\.0\\.1|localhost):\\d+(?=%1)").arg(mediaPath));
    return QString(url).remove(own);
}

QString hostOf(const Request &request)
{
    const std::string *host = request.header("Host");
    return QStringLiteral("http://") + QString::fromStdString(host ? *host : std::string("127.0.0.1"));
}

} // namespace

QJsonObject withStoredMedia(QJsonObject row)
{
    return rowWith(std::move(row), storedUrl);
}

QJsonObject withStoredCreative(QJsonObject creative)
{
    return creativeWith(std::move(creative), storedUrl);
}

QJsonObject withServedMedia(QJsonObject row, const Request &request)
{
    const QString host = hostOf(request);
    return rowWith(std::move(row),
                   [&](const QString &url) { return url.startsWith(mediaPath) ? host + url : url; });
}

QString servedMediaUrl(const QString &name, const Request &request)
{
    return hostOf(request) + mediaPath + name;
}

} // namespace groundswell::service
