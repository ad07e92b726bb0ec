#include "app/look/texts/setuptext.h"

#include "app/look/texts/fieldtext.h"

#include <QCoreApplication>
#include <QHash>

namespace groundswell {
namespace {

class Phrases {
    Q_DECLARE_TR_FUNCTIONS(groundswell::Phrases)
public:
    static QString geoType(GeoType type)
    {
        switch (type) {
        case GeoType::City:
            return tr("City");
        case GeoType::Region:
            return tr("Region");
        case GeoType::Country:
            return tr("Country");
        case GeoType::Zip:
            return tr("Postcode");
        case GeoType::Point:
            return tr("Place on the map");
        }
        return {};
    }
    static QString withRadius(const QString &name, const QString &kilometres)
    {
        return tr("%1 + %2 km").arg(name, kilometres);
    }
};

} // namespace

QString geoTypeText(const OpenEnum<GeoType> &type)
{
    const auto known = type.known();
    return known ? Phrases::geoType(*known) : type.wire();
}

QString placeText(const GeoPlace &place, const QLocale &locale)
{
    const QString name = place.name.isEmpty() ? place.key : place.name;
    if (!place.radiusKm)
        return name;
    return Phrases::withRadius(name, locale.toString(*place.radiusKm, 'g', 4));
}

QString genderText(const QString &wire)
{
    static const FieldDescription *field = SetupFields::find(u"targeting", u"demographics.genders");
    return choiceText(*field, wire);
}

QString languageText(const QString &code)
{
    // Their own names, without the country that a locale would add ("American English").
    static const QHash<QString, QString> names{{QStringLiteral("ar"), QStringLiteral("العربية")},
                                               {QStringLiteral("cs"), QStringLiteral("Čeština")},
                                               {QStringLiteral("da"), QStringLiteral("Dansk")},
                                               {QStringLiteral("de"), QStringLiteral("Deutsch")},
                                               {QStringLiteral("en"), QStringLiteral("English")},
                                               {QStringLiteral("es"), QStringLiteral("Español")},
                                               {QStringLiteral("fi"), QStringLiteral("Suomi")},
                                               {QStringLiteral("fr"), QStringLiteral("Français")},
                                               {QStringLiteral("hu"), QStringLiteral("Magyar")},
                                               {QStringLiteral("it"), QStringLiteral("Italiano")},
                                               {QStringLiteral("nb"), QStringLiteral("Norsk")},
                                               {QStringLiteral("nl"), QStringLiteral("Nederlands")},
                                               {QStringLiteral("pl"), QStringLiteral("Polski")},
                                               {QStringLiteral("pt"), QStringLiteral("Português")},
                                               {QStringLiteral("sv"), QStringLiteral("Svenska")},
                                               {QStringLiteral("tr"), QStringLiteral("Türkçe")},
                                               {QStringLiteral("uk"), QStringLiteral("Українська")}};
    if (const auto known = names.constFind(code); known != names.cend())
        return *known;
    const QLocale locale(code);
    const QString name = locale.nativeLanguageName();
    return locale.language() == QLocale::C || name.isEmpty() ? code : name;
}

} // namespace groundswell
