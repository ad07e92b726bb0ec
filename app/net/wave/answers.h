#pragma once

#include "app/net/rest/restclient.h"
#include "app/net/wave/waveclient.h"

#include <QJsonValue>

#include <type_traits>

namespace groundswell {

/// The JSON of an answer: an object or an array; Undefined for an empty body. An object that lists
/// `validation_errors` is a refusal whatever its status says (wave-api 1.6).
[[nodiscard]] Expected<QJsonValue> jsonOf(const Response &response);
[[nodiscard]] Expected<QJsonObject> objectOf(const QJsonValue &value);
/// Wraps a typed callback: \a parse makes T from the JSON of a 2xx, without looking at anything else;
/// problems pass through.
template <class T, class Parse> [[nodiscard]] AnswerHandler parsed(Callback<T> callback, Parse parse)
{
    const auto read = [parse = std::move(parse)](const Response &answer) -> std::any {
        Expected<T> result = jsonOf(answer).and_then(parse);
        if (!result) {
            result.error().requestId = answer.requestId;
            result.error().httpStatus = answer.status;
        }
        return result;
    };
    const auto deliver = [callback = std::move(callback)](Expected<std::any> value) {
        if (value)
            callback(std::any_cast<Expected<T>>(*std::move(value)));
        else
            callback(tl::unexpected(std::move(value.error())));
    };
    return {read, deliver};
}

/// As parsed(), for answers that are JSON objects.
template <class T, class Parse> [[nodiscard]] AnswerHandler parsedObject(Callback<T> callback, Parse parse)
{
    return parsed<T>(std::move(callback), [parse = std::move(parse)](const QJsonValue &value) -> Expected<T> {
        return objectOf(value).and_then(parse);
    });
}

/// For calls of which only success matters. An empty body and one that isn't JSON are fine; a list of
/// refusals isn't.
[[nodiscard]] AnswerHandler acknowledged(Callback<void> callback);

[[nodiscard]] QByteArray compactJson(const QJsonObject &object);
/// `YYYY-MM-DD`; empty for an invalid date.
[[nodiscard]] QString wireDate(const QDate &date);

} // namespace groundswell
