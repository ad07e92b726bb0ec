#pragma once

#include "models/wave/json.h"

namespace groundswell {

/// Takes an object that may be missing or null (nullopt then, as for an empty one) and reads it with
/// \a parse(object, pointer) → Expected<T>. A problem goes to \a reader.
template <class T, class Parse>
[[nodiscard]] std::optional<T> takePart(JsonReader &reader, const char *key, Parse parse)
{
    const QJsonObject json = reader.object(key);
    if (json.isEmpty())
        return std::nullopt;
    Expected<T> part = parse(json, reader.pointerTo(key));
    if (!part) {
        reader.fail(part.error());
        return std::nullopt;
    }
    return std::move(*part);
}

/// An array of what toJson() of each item writes.
template <class T> [[nodiscard]] QJsonArray listJson(const std::vector<T> &items)
{
    QJsonArray array;
    for (const T &item : items)
        array.append(item.toJson());
    return array;
}

} // namespace groundswell
