#pragma once

#include <QJsonObject>
#include <QStringList>

namespace groundswell {

/// Follows `$ref` (local ones: `#/components/…`) to an object without one; empty if it leads nowhere.
[[nodiscard]] QJsonObject resolveReference(const QJsonObject &document, QJsonObject object);

/// Validates values against the part of JSON Schema 2020-12 that the contract uses: type (also a list of
/// types), enum, const, required, properties, additionalProperties, items, minItems, minimum, maximum,
/// minLength, pattern, format, allOf, anyOf, oneOf and $ref. No library in Debian validates 2020-12 schemas
/// for Qt's JSON; this is for tests only.
class JsonSchema {
public:
    /// \a document holds what references point to. With \a closed, members that no schema names are
    /// violations unless the schema says `additionalProperties: true` or gives their schema.
    JsonSchema(const QJsonObject &document, bool closed)
        : m_document(document)
        , m_closed(closed)
    {
    }

    [[nodiscard]] QStringList check(const QJsonObject &schema, const QJsonValue &value,
                                    const QString &pointer = QStringLiteral("#")) const;

private:
    [[nodiscard]] QJsonObject flattened(const QJsonObject &schema) const;
    void checkObject(const QJsonObject &schema, const QJsonObject &value, const QString &pointer,
                     QStringList &violations) const;
    void checkArray(const QJsonObject &schema, const QJsonArray &value, const QString &pointer,
                    QStringList &violations) const;
    void checkAlternatives(const QJsonObject &schema, const QJsonValue &value, const QString &pointer,
                           QStringList &violations) const;

    const QJsonObject &m_document;
    bool m_closed;
};

} // namespace groundswell
