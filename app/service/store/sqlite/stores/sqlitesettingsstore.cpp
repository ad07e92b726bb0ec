#include "app/service/store/sqlite/stores/sqlitesettingsstore.h"

#include "app/service/store/refusal.h"
#include "app/service/store/sqlite/stores/rowjson.h"
#include "app/service/store/sqlite/stores/settingrows.h"

namespace groundswell::service {

namespace {

constexpr std::string_view organiserKey = "organiser";
constexpr std::string_view marketKey = "market_assumptions";
constexpr std::string_view currencyAssumedKey = "currency_assumed";
constexpr std::string_view assetsKey = "ad_assets";

/// The names in a row are those of the wire; an amount says that it is in minor units.
QString nameInRow(const Setting &setting)
{
    return QLatin1StringView(setting.name) + (setting.amount ? u"_minor"_qs : QString());
}

QJsonObject rowOf(const SettingsPart &part, const LocalSettings &settings)
{
    QJsonObject row;
    for (const Setting &setting : part.settings) {
        const bool isUsual = setting.amount && settings.*setting.amount == MarketAssumptions::usual;
        if (!isUsual)
            row.insert(nameInRow(setting), plainValue(setting, settings));
    }
    return row;
}

LocalSettings readRow(const SettingsPart &part, const QJsonObject &row)
{
    LocalSettings settings;
    forgetAmounts(settings);
    for (const Setting &setting : part.settings)
        setPlainValue(setting, settings, row.value(nameInRow(setting)));
    return settings;
}

/// Whether a row of JSON holds an amount under one of the names.
bool anyRowHas(Database &database, const char *select, std::initializer_list<const char *> names)
{
    Statement rows = database.prepare(select);
    while (rows.step()) {
        const QJsonObject row = jsonObject(rows.view(0));
        for (const char *name : names) {
            const QJsonValue value = row.value(QLatin1StringView(name));
            if (!value.isUndefined() && !value.isNull())
                return true;
        }
    }
    return false;
}

/// Sales, prices, campaigns, what was spent or typed in, and plans with money. The market's assumptions don't
/// count: a caller that sets another currency sets them anew.
bool hasAmounts(Database &database)
{
    for (const char *select :
         {"SELECT 1 FROM sale_block LIMIT 1",
          "SELECT 1 FROM import_stage LIMIT 1", // amounts are on their way
          "SELECT 1 FROM event WHERE price_minor IS NOT NULL LIMIT 1", "SELECT 1 FROM campaign LIMIT 1",
          "SELECT 1 FROM ad_spend LIMIT 1", "SELECT 1 FROM campaign_result LIMIT 1",
          "SELECT 1 FROM sales_summary LIMIT 1"}) {
        if (database.prepare(select).step())
            return true;
    }
    return anyRowHas(database, "SELECT row FROM setup_process", {"total_budget"})
        || anyRowHas(database, "SELECT request FROM package", {"exclude_price_below", "exclude_price_above"});
}

Expected<StoredSettings> readAll(Database &database)
{
    StoredSettings settings;
    if (hasOrganiser(database))
        settings.organiser = readOrganiser(database);
    if (const auto row = jsonSettingRow(database, marketKey))
        settings.market = readRow(marketPart, *row);
    const auto row = jsonSettingRow(database, assetsKey);
    if (!row)
        return settings;
    return AdAssets::fromJson(*row).map([&](AdAssets &&assets) {
        settings.adAssets = std::move(assets);
        return settings;
    });
}

void writeMarket(Database &database, const MarketAssumptions &market)
{
    setJsonSettingRow(database, marketKey, rowOf(marketPart, LocalSettings{{}, market}));
}

/// Whether the currency may be \a after; notes that it was chosen.
Expected<void> chooseCurrency(Database &database, const QString &before, const QString &after)
{
    if (after == before)
        return {};
    if (!settingRow(database, currencyAssumedKey) && hasAmounts(database))
        return tl::make_unexpected(
            refusal(409, QStringLiteral("error.settings.currency_in_use"),
                    {{QStringLiteral("currency_in_use"), QStringLiteral("/organiser/currency")}}));
    database.run("DELETE FROM setting WHERE key = ?", currencyAssumedKey);
    return {};
}

} // namespace

Organiser readOrganiser(Database &database)
{
    return readRow(organiserPart, jsonSettingRow(database, organiserKey).value_or(QJsonObject()));
}

void writeOrganiser(Database &database, const Organiser &organiser)
{
    setJsonSettingRow(database, organiserKey, rowOf(organiserPart, LocalSettings{organiser, {}}));
}

void forgetMarketAmounts(Database &database)
{
    const auto row = jsonSettingRow(database, marketKey);
    if (!row)
        return;
    LocalSettings settings = readRow(marketPart, *row);
    forgetAmounts(settings);
    writeMarket(database, settings);
}

bool hasOrganiser(Database &database)
{
    return settingRow(database, organiserKey).has_value();
}

void setCurrencyAssumed(Database &database)
{
    setJsonSettingRow(database, currencyAssumedKey, {});
}

Expected<StoredSettings> SqliteSettingsStore::all()
{
    return m_connections.read(readAll);
}

Expected<Organiser> SqliteSettingsStore::organiser()
{
    return m_connections.read([](Database &database) { return readOrganiser(database); });
}

Expected<AdAssets> SqliteSettingsStore::adAssets()
{
    return m_connections.read([](Database &database) {
        return AdAssets::fromJson(jsonSettingRow(database, assetsKey).value_or(QJsonObject()));
    });
}

Expected<void> SqliteSettingsStore::change(const Change &change)
{
    return m_connections.write([&](Database &database) -> Expected<void> {
        auto settings = readAll(database);
        if (!settings)
            return tl::make_unexpected(settings.error());
        const StoredSettings before = *settings;
        if (auto changed = change(*settings); !changed)
            return changed;
        if (settings->organiser && settings->organiser != before.organiser) {
            const Organiser known = before.organiser.value_or(Organiser());
            if (auto chosen = chooseCurrency(database, known.currency, settings->organiser->currency);
                !chosen)
                return chosen;
            writeOrganiser(database, *settings->organiser);
        }
        if (settings->market && settings->market != before.market)
            writeMarket(database, *settings->market);
        if (settings->adAssets && settings->adAssets != before.adAssets)
            setJsonSettingRow(database, assetsKey, settings->adAssets->toJson());
        return {};
    });
}

} // namespace groundswell::service
