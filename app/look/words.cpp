#include "app/look/words.h"

#include <QCoreApplication>
#include <QHash>

namespace groundswell {
namespace {

const QString unknown = QStringLiteral("—");

class Words {
    Q_DECLARE_TR_FUNCTIONS(groundswell::Words)
public:
    static QString goal(Goal goal)
    {
        switch (goal) {
        case Goal::Utilization:
            return tr("Sell tickets");
        case Goal::Roas:
            return tr("Earn the most per euro spent");
        case Goal::Visibility:
            return tr("Be seen");
        case Goal::LinkClicks:
            return tr("Bring people to the ticket page");
        }
        return {};
    }
    static QString explanation(Goal goal)
    {
        switch (goal) {
        case Goal::Utilization:
            return tr("Fills the house: the ads go to those who are likely to buy.");
        case Goal::Roas:
            return tr("Looks for the buyers who bring the most revenue for what the ads cost.");
        case Goal::Visibility:
            return tr("Shows the ads to as many fitting people as the budget allows.");
        case Goal::LinkClicks:
            return tr("Looks for people who open the link, whether they buy or not.");
        }
        return {};
    }
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
    static QString gender(const QString &wire)
    {
        if (wire == QLatin1StringView("female"))
            return tr("Women");
        if (wire == QLatin1StringView("male"))
            return tr("Men");
        return wire;
    }
};

} // namespace

QString moneyText(const std::optional<Money> &money, const QLocale &locale)
{
    if (!money)
        return unknown;
    const int digits = Money::minorDigits(money->currency);
    // The symbol where the locale has one for this currency, else its code with a space that doesn't break.
    if (money->currency == locale.currencySymbol(QLocale::CurrencyIsoCode))
        return locale.toCurrencyString(money->toDouble(), {}, digits);
    if (money->currency == QLatin1StringView("EUR"))
        return locale.toCurrencyString(money->toDouble(), QStringLiteral("€"), digits);
    return locale.toString(money->toDouble(), 'f', digits) + QChar(QChar::Nbsp) + money->currency;
}

QString percentText(std::optional<double> share, const QLocale &locale)
{
    if (!share)
        return unknown;
    const QString number = locale.toString(*share * 100.0, 'f', 1);
    if (locale.language() == QLocale::English)
        return number + locale.percent();
    return number + QChar(QChar::Nbsp) + locale.percent();
}

QString countText(std::optional<qint64> count, const QLocale &locale)
{
    return count ? locale.toString(*count) : unknown;
}

QString dateText(const QDate &date, const QLocale &locale)
{
    return date.isValid() ? locale.toString(date, QLocale::ShortFormat) : unknown;
}

QString goalText(const OpenEnum<Goal> &goal)
{
    if (!goal.isSet())
        return unknown;
    const auto known = goal.known();
    return known ? Words::goal(*known) : goal.wire();
}

QString goalExplanation(Goal goal)
{
    return Words::explanation(goal);
}

QString geoTypeText(const OpenEnum<GeoType> &type)
{
    const auto known = type.known();
    return known ? Words::geoType(*known) : type.wire();
}

QString placeText(const GeoPlace &place, const QLocale &locale)
{
    const QString name = place.name.isEmpty() ? place.key : place.name;
    if (!place.radiusKm)
        return name;
    return Words::withRadius(name, locale.toString(*place.radiusKm, 'g', 4));
}

QString genderText(const QString &wire)
{
    return Words::gender(wire);
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
