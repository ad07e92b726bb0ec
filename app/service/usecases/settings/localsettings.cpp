#include "app/service/usecases/settings/localsettings.h"

#include "app/service/store/refusal.h"
#include "app/service/usecases/forms/bodyform.h"
#include "models/wave/attributionmodel.h"
#include "models/wave/json.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace groundswell::service {

namespace {

QJsonObject organiserJson(const Organiser &organiser)
{
    return {{QStringLiteral("name"), organiser.name},
            {QStringLiteral("currency"), organiser.currency},
            {QStringLiteral("time_zone"), organiser.timeZone},
            {QStringLiteral("attribution_model"), organiser.attributionModel},
            {QStringLiteral("consent_when_unknown"), organiser.consentWhenUnknown},
            {QStringLiteral("default_dsa_payor"), organiser.defaultDsaPayor},
            {QStringLiteral("default_dsa_beneficiary"), organiser.defaultDsaBeneficiary}};
}

Expected<Organiser> changed(Organiser organiser, const QJsonObject &json)
{
    static const QRegularExpression currencyCode(QStringLiteral("\\A[A-Z]{3}\\z"));
    JsonReader reader(json, QStringLiteral("/organiser"));
    const auto take = [&](const char *key, QString &member) {
        if (const QJsonValue value = json.value(QLatin1StringView(key));
            !value.isUndefined() && !value.isNull())
            member = reader.text(key);
    };
    BodyForm form;
    form.texts(json, QStringLiteral("/organiser"),
               {"name", "currency", "time_zone", "attribution_model", "default_dsa_payor",
                "default_dsa_beneficiary"});
    take("name", organiser.name);
    take("currency", organiser.currency);
    take("time_zone", organiser.timeZone);
    take("attribution_model", organiser.attributionModel);
    take("default_dsa_payor", organiser.defaultDsaPayor);
    take("default_dsa_beneficiary", organiser.defaultDsaBeneficiary);
    organiser.consentWhenUnknown = reader.boolean("consent_when_unknown", organiser.consentWhenUnknown);
    if (reader.problem())
        form.complaint(*reader.problem());
    if (auto found = form.finish(QStringLiteral("error.request.invalid")); !found)
        return tl::make_unexpected(found.error());
    if (!currencyCode.match(organiser.currency).hasMatch())
        return tl::make_unexpected(
            invalidField(QStringLiteral("unknown_value"), QStringLiteral("/organiser/currency")));
    if (organiser.timeZone.isEmpty() || !QTimeZone(organiser.timeZone.toLatin1()).isValid())
        return tl::make_unexpected(
            invalidField(QStringLiteral("unknown_value"), QStringLiteral("/organiser/time_zone")));
    if (!OpenEnum<AttributionModel>::fromWire(organiser.attributionModel).known())
        return tl::make_unexpected(
            invalidField(QStringLiteral("unknown_value"), QStringLiteral("/organiser/attribution_model")));
    return organiser;
}

QJsonObject assumptionsJson(const MarketAssumptions &market, const QString &currency)
{
    const auto major = [&](qint64 minor) { return Money{minor, currency}.toJson(); };
    return {{QStringLiteral("cpm"), major(market.cpmMinor)},
            {QStringLiteral("click_rate"), market.clickRate},
            {QStringLiteral("frequency"), market.frequency},
            {QStringLiteral("similar_people"), market.similarPeople},
            {QStringLiteral("similar_conversion"), market.similarConversion},
            {QStringLiteral("spend_share"), market.spendShare},
            {QStringLiteral("floor_impressions"), major(market.floorImpressionsMinor)},
            {QStringLiteral("floor_clicks"), major(market.floorClicksMinor)}};
}

Expected<MarketAssumptions> changed(MarketAssumptions market, const QJsonObject &json,
                                    const QString &currency)
{
    JsonReader reader(json, QStringLiteral("/market_assumptions"));
    std::optional<Problem> outOfRange;
    const auto refuse = [&](const char *key) {
        outOfRange = invalidField(QStringLiteral("out_of_range"),
                                  QStringLiteral("/market_assumptions/") + QLatin1StringView(key));
    };
    const auto amount = [&](const char *key, std::int64_t &member) {
        const auto money = reader.money(key, currency);
        if (money && money->minor <= 0)
            refuse(key);
        member = money ? money->minor : member;
    };
    const auto number = [&](const char *key, double &member, double least, double most) {
        const auto value = reader.number(key);
        if (value && (*value < least || *value > most))
            refuse(key);
        member = value.value_or(member);
    };
    amount("cpm", market.cpmMinor);
    amount("floor_impressions", market.floorImpressionsMinor);
    amount("floor_clicks", market.floorClicksMinor);
    number("click_rate", market.clickRate, 0, 1);
    number("frequency", market.frequency, 0.1, 100);
    number("similar_people", market.similarPeople, 0, 10'000);
    number("similar_conversion", market.similarConversion, 0, 1);
    number("spend_share", market.spendShare, 0, 1);
    BodyForm form;
    form.amounts(json, QStringLiteral("/market_assumptions"), {"cpm", "floor_impressions", "floor_clicks"},
                 currency);
    if (reader.problem())
        form.complaint(*reader.problem());
    if (auto found = form.finish(QStringLiteral("error.request.invalid")); !found)
        return tl::make_unexpected(found.error());
    if (outOfRange)
        return tl::make_unexpected(*outOfRange);
    return market;
}

} // namespace

Expected<QJsonObject> readLocalSettings(Workspace &workspace, Planner &planner)
{
    const auto organiser = workspace.organiser();
    if (!organiser)
        return tl::make_unexpected(organiser.error());
    const auto typed = workspace.store().settings().marketAssumptions();
    const auto market = planner.assumptions(*organiser);
    const auto assets = workspace.store().settings().adAssets();
    if (!typed || !market || !assets)
        return tl::make_unexpected(!typed ? typed.error() : !market ? market.error() : assets.error());
    QJsonObject assumptions = assumptionsJson(*market, organiser->currency);
    assumptions.insert(QStringLiteral("is_default"), !typed->has_value());
    return QJsonObject{{QStringLiteral("organiser"), organiserJson(*organiser)},
                       {QStringLiteral("market_assumptions"), assumptions},
                       {QStringLiteral("ad_assets"), assets->toJson()}};
}

namespace {

/// Names and words are texts; ids may be numbers. What the codec finds it points to from within the section.
Expected<AdAssets> readAssets(const QJsonObject &json)
{
    const QString section = QStringLiteral("/ad_assets");
    BodyForm form;
    for (const char *list :
         {"ad_accounts", "pages", "pixels", "lead_forms", "custom_audiences", "saved_audiences"}) {
        const QJsonArray assets = json.value(QLatin1StringView(list)).toArray();
        for (qsizetype i = 0; i < assets.size(); ++i) {
            const QString at = QStringLiteral("%1/%2/%3").arg(section, QLatin1StringView(list)).arg(i);
            form.texts(assets.at(i).toObject(), at,
                       {"name", "currency", "timezone", "default_dsa_payor", "default_dsa_beneficiary"});
            if (assets.at(i).isObject())
                form.required(assets.at(i).toObject(), at, {"id"});
        }
    }
    auto assets = AdAssets::fromJson(json);
    if (!assets) {
        Problem within = assets.error();
        within.detail.prepend(section);
        form.complaint(within);
    }
    if (auto found = form.finish(QStringLiteral("error.request.invalid")); !found)
        return tl::make_unexpected(found.error());
    return assets;
}

/// What was typed in for one currency says nothing in another: the amounts begin anew, the rates stay.
MarketAssumptions inCurrency(MarketAssumptions market, const QString &currency)
{
    market.cpmMinor = market.floorImpressionsMinor = market.floorClicksMinor = MarketAssumptions::usual;
    return withUsualAmounts(market, currency.toStdString());
}

} // namespace

Expected<void> writeLocalSettings(Workspace &workspace, Planner &planner, const QJsonObject &settings)
{
    for (const char *section : {"organiser", "market_assumptions", "ad_assets"}) {
        if (settings.contains(QLatin1StringView(section)) && !settings[QLatin1StringView(section)].isObject())
            return tl::make_unexpected(
                invalidField(QStringLiteral("wrong_type"), u'/' + QString::fromLatin1(section)));
    }
    const auto before = workspace.organiser();
    auto organiser = before;
    if (organiser && settings.contains(u"organiser"))
        organiser = changed(*organiser, settings[u"organiser"].toObject());
    const auto typed = workspace.store().settings().marketAssumptions();
    if (!organiser || !typed)
        return tl::make_unexpected(!organiser ? organiser.error() : typed.error());
    auto market = planner.assumptions(*organiser);
    const bool otherCurrency = organiser->currency != before->currency;
    if (market && otherCurrency)
        market = inCurrency(*market, organiser->currency);
    if (market && settings.contains(u"market_assumptions"))
        market = changed(*market, settings[u"market_assumptions"].toObject(), organiser->currency);
    const auto assets = readAssets(settings.value(u"ad_assets").toObject());
    if (!market || !assets)
        return tl::make_unexpected(!market ? market.error() : assets.error());

    // Everything is checked before anything is stored.
    SettingsStore &store = workspace.store().settings();
    if (settings.contains(u"organiser")) {
        if (auto stored = store.setOrganiser(*organiser); !stored)
            return stored;
    }
    if (settings.contains(u"market_assumptions") || (otherCurrency && typed->has_value())) {
        if (auto stored = store.setMarketAssumptions(*market); !stored)
            return stored;
    }
    return settings.contains(u"ad_assets") ? store.setAdAssets(*assets) : Expected<void>();
}

} // namespace groundswell::service
