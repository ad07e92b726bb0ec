#include "models/wave/calls/shortanswers.h"

#include "models/wave/json.h"

namespace groundswell {

namespace {

/// A text without which the answer is worth nothing.
Expected<QString> textOrProblem(const QJsonObject &json, const char *key, const QString &expected)
{
    JsonReader reader(json, {});
    QString text = reader.text(key);
    if (text.isEmpty())
        reader.fail(Problem::protocol(reader.pointerTo(key), expected));
    return reader.finish(std::move(text));
}

} // namespace

Expected<QStringList> permissionsFromJson(const QJsonValue &json)
{
    QJsonObject object = json.toObject();
    if (json.isArray())
        object.insert(QLatin1StringView("permissions"), json);
    JsonReader reader(object, {});
    return reader.finish(reader.texts("permissions"));
}

Expected<int> countFromJson(const QJsonValue &json)
{
    if (json.isArray())
        return static_cast<int>(json.toArray().size());
    JsonReader reader(json.toObject(), {});
    const auto total = reader.smallInteger("total");
    const auto count = reader.smallInteger("count");
    return reader.finish(total.value_or(count.value_or(0)));
}

Expected<QString> idFromJson(const QJsonObject &json)
{
    return textOrProblem(json, "id", QStringLiteral("the id of what was made"));
}

QJsonObject frontendStatusJson(const OpenEnum<FrontendStatus> &status)
{
    return {{QLatin1StringView("frontend_status"), status.wire()}};
}

QJsonObject refreshTokenJson(const QString &refreshToken)
{
    return {{QLatin1StringView("token"), refreshToken},
            {QLatin1StringView("device_key"), QJsonValue()},
            {QLatin1StringView("device_group_key"), QJsonValue()}};
}

Expected<QString> accessTokenFromJson(const QJsonObject &json)
{
    return textOrProblem(json, "AccessToken", QStringLiteral("a token"));
}

bool listsRefusals(const QJsonObject &json)
{
    return json.contains(QLatin1StringView("validation_errors"));
}

} // namespace groundswell
