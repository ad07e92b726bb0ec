#include "app/service/store/sqlite/rescue/assumedsettings.h"

#include "app/service/store/sqlite/stores/rowjson.h"
#include "app/service/store/sqlite/stores/sqlitesettingsstore.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <set>

namespace groundswell::service {

namespace {

void collectCurrencies(const QJsonValue &value, std::set<QString> &found)
{
    static const QRegularExpression code(QStringLiteral("\\A[A-Z]{3}\\z"));
    if (value.isArray()) {
        for (const QJsonValue &each : value.toArray())
            collectCurrencies(each, found);
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each) {
        const QString text = each.value().toString();
        if (each.key() == QLatin1StringView("currency") && code.match(text).hasMatch())
            found.insert(text);
        collectCurrencies(each.value(), found);
    }
}

std::set<QString> currenciesIn(Database &database)
{
    std::set<QString> found;
    for (const char *sql : {"SELECT row FROM setup_process", "SELECT row FROM campaign"}) {
        Statement select = database.prepare(sql);
        while (select.step())
            collectCurrencies(jsonObject(select.view(0)), found);
    }
    return found;
}

} // namespace

std::optional<AssumedSettings> assumeSettings(Database &database)
{
    if (hasOrganiser(database))
        return std::nullopt;
    const std::set<QString> currencies = currenciesIn(database);
    AssumedSettings assumed;
    assumed.isCurrencyFound = currencies.size() == 1;
    Organiser organiser;
    organiser.consentWhenUnknown = false; // nobody is known to have consented
    if (assumed.isCurrencyFound)
        organiser.currency = *currencies.begin();
    writeOrganiser(database, organiser);
    setCurrencyAssumed(database);
    assumed.currency = organiser.currency;
    assumed.timeZone = organiser.timeZone;
    return assumed;
}

} // namespace groundswell::service
