#include "app/look/texts/fieldvalue.h"

#include "app/look/texts/calltoactiontext.h"
#include "app/look/texts/fieldtext.h"
#include "app/look/texts/setuptext.h"
#include "models/draft/rowfields.h"
#include "models/items/format.h"
#include "models/items/statustext.h"
#include "models/wave/setupfields.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QUrl>

namespace groundswell {

namespace {

/// Context of the translations in this file.
struct FieldValue {
    Q_DECLARE_TR_FUNCTIONS(groundswell::FieldValue)
};

QString joined(const QJsonArray &array, const std::function<QString(const QJsonValue &)> &word)
{
    QStringList words;
    for (const auto &element : array)
        words << word(element);
    return words.join(QStringLiteral(", "));
}

QString placesText(const QJsonArray &places, const QLocale &locale)
{
    return joined(places, [&](const QJsonValue &json) {
        const auto place = geoPlaceFromJson(json.toObject());
        if (!place)
            return QString();
        const QString text = placeText(*place, locale);
        return place->excluded ? FieldValue::tr("not %1").arg(text) : text;
    });
}

QString budgetText(const QJsonValue &value, const FieldWording &wording)
{
    JsonReader reader({{QStringLiteral("amount"), value}}, {});
    return format::money(reader.money("amount", wording.currency), wording.locale);
}

QString ageText(const QJsonValue &value, const QLocale &locale)
{
    return value.isDouble() ? locale.toString(value.toInt()) : format::unknown();
}

/// A whole entry, which one version has and the other hasn't.
QString entryText(const FieldPath &path, const QJsonObject &entry, const FieldWording &wording)
{
    const auto text = [&](const char *key) { return entry.value(QLatin1StringView(key)).toString(); };
    if (path.section == QLatin1StringView("tcs"))
        return FieldValue::tr("chosen");
    if (path.section == QLatin1StringView("creatives"))
        return format::text(text("headline").isEmpty() ? text("body") : text("headline"));
    if (path.section == QLatin1StringView("targeting"))
        return format::text(placesText(entry.value(QLatin1StringView("geo")).toArray(), wording.locale));
    return format::text(text("ad_account_id"));
}

QString plainText(const QJsonValue &value, const QLocale &locale)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? FieldValue::tr("yes") : FieldValue::tr("no");
    case QJsonValue::Double:
        return locale.toString(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QJsonValue::String:
        return format::text(value.toString());
    case QJsonValue::Array:
        return format::text(
            joined(value.toArray(), [&](const QJsonValue &each) { return plainText(each, locale); }));
    case QJsonValue::Object: // of a later version of the service: as it writes it
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    default:
        return format::unknown();
    }
}

QString textIfAny(const QString &word, const std::function<QString(const QString &)> &text)
{
    return word.isEmpty() ? format::unknown() : text(word);
}

QString wordsText(const QJsonValue &value, const std::function<QString(const QString &)> &text)
{
    return format::text(
        joined(value.toArray(), [&](const QJsonValue &each) { return text(each.toString()); }));
}

/// A value that is there.
QString knownText(const FieldDescription &field, const QJsonValue &value, const FieldWording &wording)
{
    const QLocale &locale = wording.locale;
    switch (field.kind) {
    case FieldKind::Goal:
        return StatusText::of(OpenEnum<Goal>::fromWire(value.toString()));
    case FieldKind::Amount:
        return budgetText(value, wording);
    case FieldKind::Day:
        return format::date(QDate::fromString(value.toString(), Qt::ISODate), locale);
    case FieldKind::Share:
        return format::percent(value.toDouble(), locale);
    case FieldKind::Places:
        return format::text(placesText(value.toArray(), locale));
    case FieldKind::Years:
        return ageText(value, locale);
    case FieldKind::Words:
        return wordsText(value, [&](const QString &word) { return choiceText(field, word); });
    case FieldKind::Languages:
        return wordsText(value, languageText);
    case FieldKind::Language:
        return textIfAny(value.toString(), languageText);
    case FieldKind::CallToAction:
        return textIfAny(value.toString(),
                         [&](const QString &word) { return callToActionText(word, locale.bcp47Name()); });
    case FieldKind::Media:
        return format::text(QUrl(value.toString()).fileName());
    case FieldKind::Text:
    case FieldKind::Id:
    case FieldKind::Ids:
    case FieldKind::Entries:
        return plainText(value, locale);
    }
    return {};
}

} // namespace

QString fieldValueText(const FieldPath &path, const QJsonValue &value, const FieldWording &wording)
{
    if (path.member.isEmpty() && path.cluster)
        return value.isObject() ? entryText(path, value.toObject(), wording) : format::unknown();
    if (value.isNull() || value.isUndefined())
        return format::unknown();
    const FieldDescription *field = SetupFields::find(path.section, path.member);
    return field ? knownText(*field, value, wording) : plainText(value, wording.locale);
}

QString fieldNameText(const FieldPath &path, const FieldWording &wording)
{
    const QString name = fieldText(path);
    Issue place;
    place.path = path;
    const QString where = issueWhere(place, wording.label);
    return where.isEmpty() ? name : FieldValue::tr("%1 · %2", "field · cluster").arg(name, where);
}

} // namespace groundswell
