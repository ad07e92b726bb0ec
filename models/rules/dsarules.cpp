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

struct DsaField {
    const char *path;
    QString value;
    TextLimit limit;
    QString accountDefault;
    const char *missing, *tooLong, *untrimmed, *unusual;
};

void checkField(const DsaField &field, bool needed, Findings &found)
{
    const FieldPath path = rowField(field.path);
    const QString trimmed = field.value.trimmed();
    if (trimmed.isEmpty()) {
        if (needed)
            found.error(path, field.missing);
        return;
    }
    const int length = codePointCount(field.value);
    if (field.limit.maximum && length > *field.limit.maximum)
        found.error(path, field.tooLong, {QString::number(length), QString::number(*field.limit.maximum)});
    if (trimmed != field.value)
        found.warning(path, field.untrimmed);
    if (!field.accountDefault.isEmpty() && trimmed != field.accountDefault)
        found.add(Severity::Info, path, field.unusual, {trimmed, field.accountDefault});
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

void checkDsa(const SetupProcess &setup, const PreflightContext &context, Findings &found)
{
    const bool needed = needsDsa(setup);
    const AdAsset account = accountOf(setup, context);
    const PlatformLimits &limits = platformLimits();
    checkField({"dsaPayor", setup.dsaPayor, limits.dsaPayor, account.defaultDsaPayor, "dsa.payor.missing",
                "dsa.payor.too_long", "dsa.payor.untrimmed", "dsa.payor.unusual"},
               needed, found);
    checkField({"dsaBeneficiary", setup.dsaBeneficiary, limits.dsaBeneficiary, account.defaultDsaBeneficiary,
                "dsa.beneficiary.missing", "dsa.beneficiary.too_long", "dsa.beneficiary.untrimmed",
                "dsa.beneficiary.unusual"},
               needed, found);
}

} // namespace rules

} // namespace groundswell
