#include "app/net/wave/answers.h"

#include "models/wave/calls/shortanswers.h"

#include <QJsonArray>
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
    const QJsonObject object = document.object();
    if (listsRefusals(object)) {
        Problem refusal = problemFromEnvelope(response.status, response.body, response.requestId);
        if (!refusal.fields.empty()) {
            refusal.kind = Problem::Kind::Rejected;
            return tl::unexpected(std::move(refusal));
        }
    }
    return QJsonValue(object);
}

Expected<QJsonObject> objectOf(const QJsonValue &value)
{
    if (!value.isObject())
        return tl::unexpected(Problem::protocol(QString(), QStringLiteral("an object")));
    return value.toObject();
}

AnswerHandler acknowledged(Callback<void> callback)
{
    const auto read = [](const Response &answer) -> std::any {
        Problem refusal = problemFromEnvelope(answer.status, answer.body, answer.requestId);
        if (refusal.fields.empty())
            return Expected<void>();
        refusal.kind = Problem::Kind::Rejected;
        return Expected<void>(tl::unexpected(std::move(refusal)));
    };
    const auto deliver = [callback = std::move(callback)](Expected<std::any> value) {
        if (value)
            callback(std::any_cast<Expected<void>>(*std::move(value)));
        else
            callback(tl::unexpected(std::move(value.error())));
    };
    return {read, deliver};
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
