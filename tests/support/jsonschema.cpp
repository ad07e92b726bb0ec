#include "support/jsonschema.h"

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <cmath>

namespace groundswell {

namespace {

QString typeOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return QStringLiteral("null");
    case QJsonValue::Bool:
        return QStringLiteral("boolean");
    case QJsonValue::Double: {
        const double number = value.toDouble();
        return std::floor(number) == number ? QStringLiteral("integer") : QStringLiteral("number");
    }
    case QJsonValue::String:
        return QStringLiteral("string");
    case QJsonValue::Array:
        return QStringLiteral("array");
    case QJsonValue::Object:
        return QStringLiteral("object");
    case QJsonValue::Undefined:
        break;
    }
    return QStringLiteral("nothing");
}

bool hasType(const QJsonValue &value, const QString &type)
{
    const QString actual = typeOf(value);
    return actual == type || (type == u"number" && actual == u"integer");
}

QStringList typesOf(const QJsonObject &schema)
{
    const QJsonValue type = schema[QLatin1StringView("type")];
    if (type.isString())
        return {type.toString()};
    QStringList types;
    for (const auto &one : type.toArray())
        types.append(one.toString());
    return types;
}

bool hasFormat(const QString &text, const QString &format)
{
    if (format == u"date")
        return text.size() == 10 && QDate::fromString(text, Qt::ISODate).isValid();
    if (format == u"date-time")
        return QDateTime::fromString(text, Qt::ISODateWithMs).isValid() && text.contains(u'T');
    if (format == u"uri")
        return QUrl(text, QUrl::StrictMode).isValid();
    return true;
}

QString compact(const QJsonValue &value)
{
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, qMin<qsizetype>(json.size() - 2, 80)));
}

QString childPointer(const QString &pointer, QString key)
{
    return pointer % u'/' % key.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
}

void checkScalar(const QJsonObject &schema, const QJsonValue &value, const QString &pointer,
                 QStringList &violations)
{
    if (value.isDouble()) {
        const double number = value.toDouble();
        const QJsonValue minimum = schema[QLatin1StringView("minimum")];
        const QJsonValue maximum = schema[QLatin1StringView("maximum")];
        if ((minimum.isDouble() && number < minimum.toDouble())
            || (maximum.isDouble() && number > maximum.toDouble()))
            violations.append(pointer % u": " % compact(value) % u" lies outside its bounds");
    }
    if (!value.isString())
        return;
    const QString text = value.toString();
    if (text.size() < schema[QLatin1StringView("minLength")].toInt())
        violations.append(pointer % u": the text is too short");
    if (!hasFormat(text, schema[QLatin1StringView("format")].toString()))
        violations.append(pointer % u": " % compact(value) % u" is no "
                          % schema[QLatin1StringView("format")].toString());
    const QString pattern = schema[QLatin1StringView("pattern")].toString();
    if (!pattern.isEmpty() && !QRegularExpression(pattern).match(text).hasMatch())
        violations.append(pointer % u": " % compact(value) % u" doesn't match " % pattern);
}

} // namespace

QJsonObject resolveReference(const QJsonObject &document, QJsonObject object)
{
    // A chain of references is short; the limit ends one that runs in a circle.
    for (int hops = 0; hops < 16 && object.contains(QLatin1StringView("$ref")); ++hops) {
        const QString reference = object[QLatin1StringView("$ref")].toString();
        QJsonValue target = document;
        for (QString key : reference.mid(2).split(u'/'))
            target = target.toObject()[key.replace(QStringLiteral("~1"), QStringLiteral("/"))];
        object = target.toObject();
    }
    return object;
}

QJsonObject JsonSchema::flattened(const QJsonObject &schema) const
{
    QJsonObject result = resolveReference(m_document, schema);
    const QJsonArray parts = result.take(QLatin1StringView("allOf")).toArray();
    for (const auto &part : parts) {
        const QJsonObject other = flattened(part.toObject());
        for (auto it = other.begin(); it != other.end(); ++it) {
            if (it.key() == u"properties") {
                QJsonObject properties = result[QLatin1StringView("properties")].toObject();
                const QJsonObject more = it->toObject();
                for (auto property = more.begin(); property != more.end(); ++property)
                    properties.insert(property.key(), property.value());
                result.insert(it.key(), properties);
            } else if (it.key() == u"required") {
                QJsonArray required = result[QLatin1StringView("required")].toArray();
                for (const auto &name : it->toArray())
                    required.append(name);
                result.insert(it.key(), required);
            } else if (!result.contains(it.key())) {
                result.insert(it.key(), it.value());
            }
        }
    }
    return result;
}

QStringList JsonSchema::check(const QJsonObject &rawSchema, const QJsonValue &value,
                              const QString &pointer) const
{
    const QJsonObject schema = flattened(rawSchema);
    if (schema.isEmpty() && !rawSchema.isEmpty())
        return {pointer % u": the reference " % rawSchema[QLatin1StringView("$ref")].toString()
                % u" leads nowhere"};

    QStringList violations;
    const QStringList types = typesOf(schema);
    const bool typed = types.isEmpty()
        || std::any_of(types.begin(), types.end(), [&](const QString &type) { return hasType(value, type); });
    if (!typed) {
        violations.append(pointer % u": expected " % types.join(QStringLiteral(" or ")) % u", got "
                          % typeOf(value) % u' ' % compact(value));
        return violations;
    }
    const QJsonValue words = schema[QLatin1StringView("enum")];
    if (words.isArray() && !words.toArray().contains(value))
        violations.append(pointer % u": " % compact(value) % u" is none of " % compact(words));
    if (schema.contains(QLatin1StringView("const")) && schema[QLatin1StringView("const")] != value)
        violations.append(pointer % u": expected " % compact(schema[QLatin1StringView("const")]));

    // Open word lists: the other side may send words of its own, ours may not.
    const QJsonArray known = schema[QLatin1StringView("x-words")].toArray();
    if (m_closed && value.isString() && !known.isEmpty() && !known.contains(value))
        violations.append(pointer % u": " % compact(value) % u" is none of the known words "
                          % compact(known));

    checkScalar(schema, value, pointer, violations);
    if (value.isObject())
        checkObject(schema, value.toObject(), pointer, violations);
    if (value.isArray())
        checkArray(schema, value.toArray(), pointer, violations);
    checkAlternatives(schema, value, pointer, violations);
    return violations;
}

void JsonSchema::checkObject(const QJsonObject &schema, const QJsonObject &value, const QString &pointer,
                             QStringList &violations) const
{
    for (const auto &name : schema[QLatin1StringView("required")].toArray()) {
        if (!value.contains(name.toString()))
            violations.append(childPointer(pointer, name.toString()) % u": is missing");
    }
    const QJsonObject properties = schema[QLatin1StringView("properties")].toObject();
    const QJsonValue additional = schema[QLatin1StringView("additionalProperties")];
    const bool isUnion =
        schema.contains(QLatin1StringView("oneOf")) || schema.contains(QLatin1StringView("anyOf"));
    for (auto it = value.begin(); it != value.end(); ++it) {
        const QString at = childPointer(pointer, it.key());
        if (properties.contains(it.key()))
            violations += check(properties[it.key()].toObject(), it.value(), at);
        else if (additional.isObject())
            violations += check(additional.toObject(), it.value(), at);
        else if (additional.isBool() ? !additional.toBool() : m_closed && !isUnion)
            violations.append(at % u": is not in the contract");
    }
}

void JsonSchema::checkArray(const QJsonObject &schema, const QJsonArray &value, const QString &pointer,
                            QStringList &violations) const
{
    if (value.size() < schema[QLatin1StringView("minItems")].toInt())
        violations.append(pointer % u": has too few entries");
    const QJsonObject items = schema[QLatin1StringView("items")].toObject();
    if (items.isEmpty())
        return;
    for (qsizetype i = 0; i < value.size(); ++i)
        violations += check(items, value[i], childPointer(pointer, QString::number(i)));
}

void JsonSchema::checkAlternatives(const QJsonObject &schema, const QJsonValue &value, const QString &pointer,
                                   QStringList &violations) const
{
    const bool exactlyOne = schema.contains(QLatin1StringView("oneOf"));
    const QJsonArray choices =
        schema[exactlyOne ? QLatin1StringView("oneOf") : QLatin1StringView("anyOf")].toArray();
    if (choices.isEmpty())
        return;
    int matching = 0;
    QStringList closest;
    for (const auto &choice : choices) {
        const QStringList found = check(choice.toObject(), value, pointer);
        if (found.isEmpty())
            ++matching;
        else if (closest.isEmpty() || found.size() < closest.size())
            closest = found;
    }
    if (matching == 0)
        violations += closest;
    else if (exactlyOne && matching > 1)
        violations.append(pointer % u": fits " % QString::number(matching)
                          % u" alternatives where one must fit");
}

} // namespace groundswell
