#include "app/service/store/sqlite/stores/sqlitesettingsstore.h"

#include "app/service/store/refusal.h"
#include "app/service/store/sqlite/stores/rowjson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace groundswell::service {

namespace {

const QString organiserKey = QStringLiteral("organiser");
const QString assumptionsKey = QStringLiteral("market_assumptions");
const QString currencyAssumedKey = QStringLiteral("currency_assumed");
const QString assetsKey = QStringLiteral("ad_assets");

std::optional<QJsonObject> readValue(Database &database, const QString &key)
{
    Statement select = database.prepare("SELECT value FROM setting WHERE key = ?");
    select.bindAll(key);
    if (!select.step())
        return std::nullopt;
    const std::string_view json = select.view(0);
    return QJsonDocument::fromJson(QByteArray(json.data(), static_cast<qsizetype>(json.size()))).object();
}

void writeValue(Database &database, const QString &key, const QJsonObject &value)
{
    database.run("INSERT INTO setting (key, value) VALUES (?, ?)"
                 " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                 key, QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact)));
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

} // namespace

Organiser readOrganiser(Database &database)
{
    Organiser organiser;
    const QJsonObject json = readValue(database, organiserKey).value_or(QJsonObject());
    organiser.name = json[u"name"].toString();
    organiser.currency = json[u"currency"].toString(organiser.currency);
    organiser.timeZone = json[u"time_zone"].toString(organiser.timeZone);
    organiser.attributionModel = json[u"attribution_model"].toString(organiser.attributionModel);
    organiser.consentWhenUnknown = json[u"consent_when_unknown"].toBool(organiser.consentWhenUnknown);
    organiser.defaultDsaPayor = json[u"default_dsa_payor"].toString();
    organiser.defaultDsaBeneficiary = json[u"default_dsa_beneficiary"].toString();
    return organiser;
}

void writeOrganiser(Database &database, const Organiser &organiser)
{
    writeValue(database, organiserKey,
               {{u"name"_qs, organiser.name},
                {u"currency"_qs, organiser.currency},
                {u"time_zone"_qs, organiser.timeZone},
                {u"attribution_model"_qs, organiser.attributionModel},
                {u"consent_when_unknown"_qs, organiser.consentWhenUnknown},
                {u"default_dsa_payor"_qs, organiser.defaultDsaPayor},
                {u"default_dsa_beneficiary"_qs, organiser.defaultDsaBeneficiary}});
}

void forgetMarketAmounts(Database &database)
{
    std::optional<QJsonObject> json = readValue(database, assumptionsKey);
    if (!json)
        return;
    for (const char *amount : {"cpm_minor", "floor_impressions_minor", "floor_clicks_minor"})
        json->remove(QLatin1StringView(amount));
    writeValue(database, assumptionsKey, *json);
}

bool hasOrganiser(Database &database)
{
    return readValue(database, organiserKey).has_value();
}

void setCurrencyAssumed(Database &database)
{
    writeValue(database, currencyAssumedKey, {});
}

Expected<Organiser> SqliteSettingsStore::organiser()
{
    return m_connections.read([](Database &database) { return readOrganiser(database); });
}

Expected<void> SqliteSettingsStore::setOrganiser(const Organiser &organiser)
{
    return m_connections.write([&](Database &database) -> Expected<void> {
        const bool isOther = organiser.currency != readOrganiser(database).currency;
        const bool isAssumed = readValue(database, currencyAssumedKey).has_value();
        if (isOther && !isAssumed && hasAmounts(database))
            return tl::make_unexpected(
                refusal(409, QStringLiteral("error.settings.currency_in_use"),
                        {{QStringLiteral("currency_in_use"), QStringLiteral("/organiser/currency")}}));
        writeOrganiser(database, organiser);
        if (isOther)
            database.run("DELETE FROM setting WHERE key = ?", currencyAssumedKey);
        return {};
    });
}

Expected<std::optional<MarketAssumptions>> SqliteSettingsStore::marketAssumptions()
{
    return m_connections.read([](Database &database) -> std::optional<MarketAssumptions> {
        const std::optional<QJsonObject> json = readValue(database, assumptionsKey);
        if (!json)
            return std::nullopt;
        MarketAssumptions result;
        result.cpmMinor = (*json)[u"cpm_minor"].toInteger(MarketAssumptions::usual);
        result.clickRate = (*json)[u"click_rate"].toDouble(result.clickRate);
        result.frequency = (*json)[u"frequency"].toDouble(result.frequency);
        result.similarPeople = (*json)[u"similar_people"].toDouble(result.similarPeople);
        result.similarConversion = (*json)[u"similar_conversion"].toDouble(result.similarConversion);
        result.spendShare = (*json)[u"spend_share"].toDouble(result.spendShare);
        result.floorImpressionsMinor =
            (*json)[u"floor_impressions_minor"].toInteger(MarketAssumptions::usual);
        result.floorClicksMinor = (*json)[u"floor_clicks_minor"].toInteger(MarketAssumptions::usual);
        return result;
    });
}

Expected<void> SqliteSettingsStore::setMarketAssumptions(const MarketAssumptions &assumptions)
{
    return m_connections.write([&](Database &database) {
        writeValue(database, assumptionsKey,
                   {{u"cpm_minor"_qs, qint64(assumptions.cpmMinor)},
                    {u"click_rate"_qs, assumptions.clickRate},
                    {u"frequency"_qs, assumptions.frequency},
                    {u"similar_people"_qs, assumptions.similarPeople},
                    {u"similar_conversion"_qs, assumptions.similarConversion},
                    {u"spend_share"_qs, assumptions.spendShare},
                    {u"floor_impressions_minor"_qs, qint64(assumptions.floorImpressionsMinor)},
                    {u"floor_clicks_minor"_qs, qint64(assumptions.floorClicksMinor)}});
    });
}

Expected<AdAssets> SqliteSettingsStore::adAssets()
{
    return m_connections.read([](Database &database) -> Expected<AdAssets> {
        const std::optional<QJsonObject> json = readValue(database, assetsKey);
        return json ? AdAssets::fromJson(*json) : AdAssets();
    });
}

Expected<void> SqliteSettingsStore::setAdAssets(const AdAssets &assets)
{
    return m_connections.write([&](Database &database) { writeValue(database, assetsKey, assets.toJson()); });
}

Expected<std::vector<AdSpend>> SqliteSettingsStore::adSpend(const std::optional<EventId> &event)
{
    return m_connections.read([&](Database &database) {
        const QString currency = readOrganiser(database).currency;
        Statement select =
            database.prepare("SELECT no, event_id, tc, tc_run_id, day, amount_minor FROM ad_spend"
                             " WHERE ?1 IS NULL OR event_id = ?1 ORDER BY event_id, day, no");
        select.bindAll(event ? std::optional(event->value()) : std::nullopt);
        std::vector<AdSpend> result;
        while (select.step()) {
            result.push_back({select.integer(0), EventId(select.text(1)),
                              ClusterRef{ClusterName(select.text(2)), select.integer(3)},
                              QDate::fromString(select.text(4), Qt::ISODate),
                              Money{select.integer(5), currency}});
        }
        return result;
    });
}

Expected<qint64> SqliteSettingsStore::addAdSpend(const AdSpend &spend)
{
    return m_connections.write([&](Database &database) -> qint64 {
        database.run(
            "INSERT INTO ad_spend (event_id, tc, tc_run_id, day, amount_minor) VALUES (?, ?, ?, ?, ?)",
            spend.eid.value(), spend.cluster.tc.value(), spend.cluster.tcRunId,
            spend.day.toString(Qt::ISODate), spend.amount.minor);
        return database.lastInsertId();
    });
}

Expected<void> SqliteSettingsStore::removeAdSpend(qint64 id)
{
    return m_connections.write(
        [&](Database &database) { database.run("DELETE FROM ad_spend WHERE no = ?", id); });
}

Expected<std::optional<QJsonObject>> SqliteSettingsStore::value(const QString &key)
{
    return m_connections.read(
        [&](Database &database) { return readValue(database, QStringLiteral("value.") + key); });
}

Expected<void> SqliteSettingsStore::setValue(const QString &key, const QJsonObject &value)
{
    return m_connections.write(
        [&](Database &database) { writeValue(database, QStringLiteral("value.") + key, value); });
}

} // namespace groundswell::service
