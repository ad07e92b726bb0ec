#include "app/service/usecases/settings/localsettings.h"

#include "app/service/planning/planning.h"
#include "app/service/store/refusal.h"
#include "app/service/usecases/forms/bodyform.h"

#include <QJsonArray>

namespace groundswell::service {

namespace {

/// What holds: what is stored, and defaults for the rest.
LocalSettings settingsFrom(const StoredSettings &stored)
{
    const Organiser organiser = stored.organiser.value_or(Organiser());
    return {organiser, assumptionsFor(stored.market, organiser.currency.toStdString()),
            stored.adAssets.value_or(AdAssets()), !stored.market};
}

bool isGiven(const QJsonValue &value)
{
    return !value.isUndefined() && !value.isNull();
}

/// Takes over what is given of a part, held to the form and the limits of its settings.
Expected<void> take(const SettingsPart &part, const QJsonObject &given, LocalSettings &settings)
{
    const QString at = u'/' + QString::fromLatin1(part.name);
    BodyForm form;
    for (const Setting &setting : part.settings) {
        if (setting.text)
            form.texts(given, at, {setting.name});
        if (setting.amount)
            form.amounts(given, at, {setting.name}, settings.currency);
    }
    if (const auto problem = readPart(part, given, at, settings))
        form.complaint(*problem);
    if (auto found = form.finish(QStringLiteral("error.request.invalid")); !found)
        return found;
    for (const Setting &setting : part.settings) {
        const char *fault = faultOf(setting, settings);
        if (fault && isGiven(given.value(QLatin1StringView(setting.name))))
            return tl::make_unexpected(
                invalidField(QString::fromLatin1(fault), at + u'/' + QLatin1StringView(setting.name)));
    }
    return {};
}

/// Names and words are texts; ids may be numbers. What the codec finds it points to from within the section.
Expected<AdAssets> readAssets(const QJsonObject &json)
{
    const QString section = u'/' + QString::fromLatin1(adAssetsName);
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

/// The change that \a given asks for. Everything is checked before anything is stored.
Expected<void> apply(const QJsonObject &given, StoredSettings &stored)
{
    const auto part = [&](const char *name) { return given.value(QLatin1StringView(name)); };
    LocalSettings settings = settingsFrom(stored);
    const QString before = settings.currency;
    if (isGiven(part(organiserPart.name))) {
        if (auto taken = take(organiserPart, part(organiserPart.name).toObject(), settings); !taken)
            return taken;
        stored.organiser = settings;
    }
    const std::string currency = settings.currency.toStdString();
    if (settings.currency != before && stored.market) {
        // What was typed in for one currency says nothing in another: the amounts begin anew.
        forgetAmounts(settings);
        stored.market = assumptionsFor(settings, currency);
    }
    static_cast<MarketAssumptions &>(settings) = assumptionsFor(stored.market, currency);
    if (isGiven(part(marketPart.name))) {
        if (auto taken = take(marketPart, part(marketPart.name).toObject(), settings); !taken)
            return taken;
        stored.market = settings;
    }
    if (!isGiven(part(adAssetsName)))
        return {};
    return readAssets(part(adAssetsName).toObject()).map([&](AdAssets &&assets) {
        stored.adAssets = std::move(assets);
    });
}

} // namespace

Expected<LocalSettings> readLocalSettings(Workspace &workspace)
{
    return workspace.store().settings().all().map(settingsFrom);
}

Expected<void> writeLocalSettings(Workspace &workspace, const QJsonObject &given)
{
    for (const char *part : {organiserPart.name, marketPart.name, adAssetsName}) {
        if (given.contains(QLatin1StringView(part)) && !given[QLatin1StringView(part)].isObject())
            return tl::make_unexpected(
                invalidField(QStringLiteral("wrong_type"), u'/' + QString::fromLatin1(part)));
    }
    return workspace.store().settings().change([&](StoredSettings &stored) { return apply(given, stored); });
}

} // namespace groundswell::service
