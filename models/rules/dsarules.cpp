#include "models/rules/platformlimits.h"
#include "models/rules/rules.h"
#include "models/rules/textlength.h"

#include <algorithm>

namespace groundswell {

namespace {

/// A place without a country may lie anywhere, and so may people of an audience without any place.
bool mayReachTheEu(const Targeting *targeting)
{
    if (!targeting)
        return true;
    bool limited = false;
    for (const GeoPlace &place : targeting->geo) {
        if (place.excluded)
            continue;
        const QString country =
            place.country.isEmpty() && place.type.is(GeoType::Country) ? place.key : place.country;
        if (country.isEmpty() || platformLimits().dsaCountries.contains(country.toUpper()))
            return true;
        limited = true;
    }
    return !limited;
}

} // namespace

bool needsDsa(const SetupProcess &setup)
{
    return std::any_of(setup.clusters.begin(), setup.clusters.end(), [&](const ChosenCluster &chosen) {
        return mayReachTheEu(setup.targetingOf(chosen.cluster));
    });
}

namespace rules {

namespace {

constexpr auto dsaTable = std::to_array<Rule>({
    {"dsa.payor.missing", Error},
    {"dsa.payor.too_long", Error, {Number, Number}}, // length, maximum
    {"dsa.payor.untrimmed", Warning},
    {"dsa.payor.unusual", Info, {Text, Text}}, // value, default of the ad account
    {"dsa.beneficiary.missing", Error},
    {"dsa.beneficiary.too_long", Error, {Number, Number}}, // length, maximum
    {"dsa.beneficiary.untrimmed", Warning},
    {"dsa.beneficiary.unusual", Info, {Text, Text}}, // value, default of the ad account
});

consteval const Rule &dsaRule(std::string_view id)
{
    return lineOf(dsaTable, id);
}

struct DsaField {
    const char *path;
    QString value;
    TextLimit limit;
    QString accountDefault;
    const Rule &missing, &tooLong, &untrimmed, &unusual;
};

void checkField(const DsaField &field, bool needed, Findings &found)
{
    const FieldPath path = rowField(field.path);
    const QString trimmed = field.value.trimmed();
    if (trimmed.isEmpty()) {
        if (needed)
            found.add(path, field.missing);
        return;
    }
    const int length = codePointCount(field.value);
    if (field.limit.maximum && length > *field.limit.maximum)
        found.add(path, field.tooLong, {QString::number(length), QString::number(*field.limit.maximum)});
    if (trimmed != field.value)
        found.add(path, field.untrimmed);
    if (!field.accountDefault.isEmpty() && trimmed != field.accountDefault)
        found.add(path, field.unusual, {trimmed, field.accountDefault});
}

AdAsset accountOf(const SetupProcess &setup, const PreflightContext &context)
{
    if (!context.assets || setup.integrationDetails.empty())
        return {};
    const QString &id = setup.integrationDetails.front().adAccountId;
    for (const AdAsset &account : context.assets->adAccounts) {
        if (account.id == id)
            return account;
    }
    return {};
}

} // namespace

std::span<const Rule> dsaRules()
{
    return dsaTable;
}

void checkDsa(const SetupProcess &setup, const PreflightContext &context, Findings &found)
{
    const bool needed = needsDsa(setup);
    const AdAsset account = accountOf(setup, context);
    const PlatformLimits &limits = platformLimits();
    checkField({"dsaPayor", setup.dsaPayor, limits.dsaPayor, account.defaultDsaPayor,
                dsaRule("dsa.payor.missing"), dsaRule("dsa.payor.too_long"), dsaRule("dsa.payor.untrimmed"),
                dsaRule("dsa.payor.unusual")},
               needed, found);
    checkField({"dsaBeneficiary", setup.dsaBeneficiary, limits.dsaBeneficiary, account.defaultDsaBeneficiary,
                dsaRule("dsa.beneficiary.missing"), dsaRule("dsa.beneficiary.too_long"),
                dsaRule("dsa.beneficiary.untrimmed"), dsaRule("dsa.beneficiary.unusual")},
               needed, found);
}

} // namespace rules

} // namespace groundswell
