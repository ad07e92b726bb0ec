#include "models/wave/local/localsettings.h"

#include "models/wave/json.h"

#include <QRegularExpression>

namespace groundswell {

namespace {

const char *faultOfText(const Setting &setting, const QString &text)
{
    static const QRegularExpression currencyCode(QStringLiteral("\\A[A-Z]{3}\\z"));
    bool isKnown = true;
    switch (setting.kind) {
    case SettingKind::Currency:
        isKnown = currencyCode.match(text).hasMatch();
        break;
    case SettingKind::TimeZone:
        isKnown = !text.isEmpty() && QTimeZone(text.toLatin1()).isValid();
        break;
    case SettingKind::Choice:
        isKnown = std::ranges::any_of(setting.words,
                                      [&](const char *word) { return text == QLatin1StringView(word); });
        break;
    case SettingKind::Text:
        return setting.most > 0 && static_cast<double>(text.size()) > setting.most ? "too_long" : nullptr;
    case SettingKind::YesNo:
    case SettingKind::Amount:
    case SettingKind::Number:
    case SettingKind::Share:
        break;
    }
    return isKnown ? nullptr : "unknown_value";
}

QJsonValue wireValue(const Setting &setting, const LocalSettings &settings, const QString &currency)
{
    return setting.amount ? Money{settings.*setting.amount, currency}.toJson()
                          : plainValue(setting, settings);
}

} // namespace

QJsonValue plainValue(const Setting &setting, const LocalSettings &settings)
{
    if (setting.text)
        return settings.*setting.text;
    if (setting.flag)
        return settings.*setting.flag;
    if (setting.number)
        return settings.*setting.number;
    return qint64(settings.*setting.amount);
}

void setPlainValue(const Setting &setting, LocalSettings &settings, const QJsonValue &value)
{
    if (setting.text)
        settings.*setting.text = value.toString(settings.*setting.text);
    else if (setting.flag)
        settings.*setting.flag = value.toBool(settings.*setting.flag);
    else if (setting.number)
        settings.*setting.number = value.toDouble(settings.*setting.number);
    else
        settings.*setting.amount = value.toInteger(settings.*setting.amount);
}

QJsonObject partJson(const SettingsPart &part, const LocalSettings &settings)
{
    QJsonObject json;
    for (const Setting &setting : part.settings)
        json.insert(QLatin1StringView(setting.name), wireValue(setting, settings, settings.currency));
    return json;
}

std::optional<Problem> readPart(const SettingsPart &part, const QJsonObject &json, const QString &at,
                                LocalSettings &settings)
{
    JsonReader reader(json, at);
    for (const Setting &setting : part.settings) {
        const QJsonValue given = json.value(QLatin1StringView(setting.name));
        if (given.isUndefined() || given.isNull())
            continue;
        if (setting.text)
            settings.*setting.text = reader.text(setting.name);
        else if (setting.flag)
            settings.*setting.flag = reader.boolean(setting.name);
        else if (setting.number)
            settings.*setting.number = reader.number(setting.name).value_or(settings.*setting.number);
        else if (const auto money = reader.money(setting.name, settings.currency))
            settings.*setting.amount = money->minor;
    }
    return reader.problem();
}

void forgetAmounts(LocalSettings &settings)
{
    for (const Setting &setting : marketSettings) {
        if (setting.amount)
            settings.*setting.amount = MarketAssumptions::usual;
    }
}

const char *faultOf(const Setting &setting, const LocalSettings &settings)
{
    if (setting.text)
        return faultOfText(setting, settings.*setting.text);
    bool isFine = true;
    if (setting.number)
        isFine = settings.*setting.number >= setting.least && settings.*setting.number <= setting.most;
    if (setting.amount)
        isFine = settings.*setting.amount > 0;
    return isFine ? nullptr : "out_of_range";
}

QJsonObject changesJson(const LocalSettings &before, const LocalSettings &after)
{
    QJsonObject json;
    bool hasAmounts = false;
    for (const SettingsPart &part : {marketPart, organiserPart}) {
        QJsonObject changed;
        for (const Setting &setting : part.settings) {
            // An amount goes with its currency: the service's may be another one by now.
            const bool isNeeded = hasAmounts && setting.text == &LocalSettings::currency;
            if (!isNeeded && plainValue(setting, before) == plainValue(setting, after))
                continue;
            hasAmounts = hasAmounts || setting.amount;
            changed.insert(QLatin1StringView(setting.name), wireValue(setting, after, before.currency));
        }
        if (!changed.isEmpty())
            json.insert(QLatin1StringView(part.name), changed);
    }
    if (before.adAssets != after.adAssets)
        json.insert(QLatin1StringView(adAssetsName), after.adAssets.toJson());
    return json;
}

Expected<LocalSettings> LocalSettings::fromJson(const QJsonObject &json)
{
    JsonReader reader(json, {});
    LocalSettings settings;
    for (const SettingsPart &part : {organiserPart, marketPart}) {
        const QJsonObject within = reader.object(part.name);
        if (const auto problem = readPart(part, within, reader.pointerTo(part.name), settings))
            reader.fail(*problem);
        settings.isMarketDefault = within.value(u"is_default").toBool(settings.isMarketDefault);
    }
    auto assets = AdAssets::fromJson(reader.object(adAssetsName));
    if (!assets) {
        assets.error().detail.prepend(reader.pointerTo(adAssetsName));
        reader.fail(assets.error());
        return reader.finish(std::move(settings));
    }
    settings.adAssets = std::move(*assets);
    return reader.finish(std::move(settings));
}

QJsonObject LocalSettings::toJson() const
{
    QJsonObject market = partJson(marketPart, *this);
    market.insert(QLatin1StringView("is_default"), isMarketDefault);
    return {{QLatin1StringView(organiserPart.name), partJson(organiserPart, *this)},
            {QLatin1StringView(marketPart.name), market},
            {QLatin1StringView(adAssetsName), adAssets.toJson()}};
}

} // namespace groundswell
