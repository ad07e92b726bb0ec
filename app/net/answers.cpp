#include "app/net/answers.h"

#include <QJsonDocument>

namespace groundswell {

Expected<QJsonValue> jsonOf(const Response &response)
{
    if (response.body.trimmed().isEmpty())
        return QJsonValue(QJsonValue::Undefined);
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(response.body, &error);
    if (error.error != QJsonParseError::NoError) {
        return tl::unexpected(Problem::protocol(
            QString(),
            QStringLiteral("JSON, but at byte %1: %2").arg(error.offset).arg(error.errorString())));
    }
    if (document.isArray())
        return QJsonValue(document.array());
    Problem refusal = problemFromEnvelope(response.status, response.body, response.requestId);
    if (!refusal.fields.empty()) {
        refusal.kind = Problem::Kind::Rejected;
        return tl::unexpected(std::move(refusal));
    }
    return QJsonValue(document.object());
}

Expected<QJsonObject> objectOf(const QJsonValue &value)
{
    if (!value.isObject())
        return tl::unexpected(Problem::protocol(QString(), QStringLiteral("an object")));
    return value.toObject();
}

ResponseCallback acknowledged(Callback<void> callback)
{
    return [callback = std::move(callback)](Expected<Response> answer) {
        if (!answer) {
            callback(tl::unexpected(std::move(answer.error())));
            return;
        }
        Problem refusal = problemFromEnvelope(answer->status, answer->body, answer->requestId);
        if (!refusal.fields.empty()) {
            refusal.kind = Problem::Kind::Rejected;
            callback(tl::unexpected(std::move(refusal)));
            return;
        }
        callback({});
    };
}

QByteArray compactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString wireDate(const QDate &date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

} // namespace groundswell
