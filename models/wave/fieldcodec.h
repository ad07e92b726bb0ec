#pragma once

#include "models/wave/setupfields.h"

namespace groundswell {

// Reads and writes the members of an entry that a table of setupfields.h lists.

inline void takeValue(JsonReader &reader, const char *wire, QString &value)
{
    value = reader.text(wire);
}
inline void takeValue(JsonReader &reader, const char *wire, QStringList &value)
{
    value = reader.texts(wire);
}
inline void takeValue(JsonReader &reader, const char *wire, std::optional<int> &value)
{
    value = reader.smallInteger(wire);
}
inline void takeValue(JsonReader &reader, const char *wire, std::optional<double> &value)
{
    value = reader.number(wire);
}
inline void takeValue(JsonReader &reader, const char *wire, OpenEnum<MediaType> &value)
{
    value = reader.word<MediaType>(wire);
}

inline QJsonValue valueJson(const QString &value)
{
    return textJson(value);
}
inline QJsonValue valueJson(const QStringList &value)
{
    return textsJson(value);
}
inline QJsonValue valueJson(const std::optional<int> &value)
{
    return integerJson(value);
}
inline QJsonValue valueJson(const std::optional<double> &value)
{
    return numberJson(value);
}
inline QJsonValue valueJson(const OpenEnum<MediaType> &value)
{
    return textJson(value.wire());
}

template <class Entry>
void takeFields(JsonReader &reader, std::span<const EntryField<Entry>> fields, Entry &entry)
{
    for (const EntryField<Entry> &field : fields)
        std::visit([&](auto value) { takeValue(reader, field.wire, entry.*value); }, field.value);
}

template <class Entry>
void putFields(QJsonObject &json, std::span<const EntryField<Entry>> fields, const Entry &entry)
{
    for (const EntryField<Entry> &field : fields) {
        std::visit([&](auto value) { json.insert(QLatin1StringView(field.wire), valueJson(entry.*value)); },
                   field.value);
    }
}

} // namespace groundswell
