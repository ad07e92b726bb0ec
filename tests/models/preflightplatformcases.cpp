#include "models/rulecases.h"

namespace groundswell::testing {

void RuleCases::targetingRules()
{
    constexpr auto geo = "targeting[tc=family,run=42].geo";
    rule(
        "targeting.missing", Severity::Error, "targeting[tc=family,run=42]",
        [](Case &c) { c.setup.targeting.clear(); }, [](Case &) {});
    rule(
        "targeting.geo.missing", Severity::Error, geo, [](Case &c) { c.place().excluded = true; },
        [](Case &c) {
            c.targeting().geo.clear();
            c.targeting().savedAudienceId = QStringLiteral("sa_1");
        });
    rule(
        "targeting.geo.radius_too_small", Severity::Error, geo, [](Case &c) { c.place().radiusKm = 16.9; },
        [](Case &c) { c.place().radiusKm = 17; },
        {QStringLiteral("München"), QStringLiteral("16.9"), QStringLiteral("17"), QStringLiteral("city")});
    rule(
        "targeting.geo.radius_too_large", Severity::Error, geo, [](Case &c) { c.place().radiusKm = 80.1; },
        [](Case &c) { c.place().radiusKm = 80; });
    rule(
        "targeting.geo.radius_missing", Severity::Error, geo,
        [](Case &c) {
            c.place().type = GeoType::Point;
            c.place().radiusKm.reset();
        },
        [](Case &c) { c.place().radiusKm.reset(); });
    rule(
        "targeting.geo.coordinates_missing", Severity::Error, geo,
        [](Case &c) { c.place().type = GeoType::Point; },
        [](Case &c) {
            c.place().type = GeoType::Point;
            c.place().latitude = 48.1;
            c.place().longitude = 11.6;
        });
    rule(
        "targeting.geo.coordinates_invalid", Severity::Error, geo, [](Case &c) { c.place().latitude = 91; },
        [](Case &c) { c.place().latitude = -90; });
    rule(
        "targeting.geo.overlap", Severity::Error, geo,
        [](Case &c) {
            c.targeting().geo.push_back(c.place());
            c.targeting().geo.back().excluded = true;
        },
        [](Case &c) {
            c.targeting().geo.push_back(c.place());
            c.targeting().geo.back().excluded = true;
            c.targeting().geo.back().key = QStringLiteral("another");
        });
    rule(
        "targeting.geo.too_many", Severity::Error, geo,
        [](Case &c) { c.targeting().geo.resize(251, GeoPlace(c.place())); },
        [](Case &c) { c.targeting().geo.resize(250, GeoPlace(c.place())); },
        {QStringLiteral("city"), QStringLiteral("251"), QStringLiteral("250")});
    rule(
        "targeting.age.out_of_range", Severity::Error, "targeting[tc=family,run=42].demographics.ageMin",
        [](Case &c) { c.targeting().demographics.ageMin = 12; },
        [](Case &c) { c.targeting().demographics.ageMin = 13; },
        {QStringLiteral("12"), QStringLiteral("13"), QStringLiteral("65")});
    rule(
        "targeting.age.out_of_range", Severity::Error, "targeting[tc=family,run=42].demographics.ageMax",
        [](Case &c) { c.targeting().demographics.ageMax = 66; },
        [](Case &c) { c.targeting().demographics.ageMax = 65; },
        {QStringLiteral("66"), QStringLiteral("13"), QStringLiteral("65")});
    rule(
        "targeting.age.order", Severity::Error, "targeting[tc=family,run=42].demographics.ageMax",
        [](Case &c) {
            c.targeting().demographics.ageMin = 40;
            c.targeting().demographics.ageMax = 39;
        },
        [](Case &c) { c.targeting().demographics.ageMin = c.targeting().demographics.ageMax = 40; });
    rule(
        "targeting.gender.unknown", Severity::Warning, "targeting[tc=family,run=42].demographics.genders",
        [](Case &c) { c.targeting().demographics.genders = {QStringLiteral("1")}; },
        [](Case &c) { c.targeting().demographics.genders = {QStringLiteral("female")}; });
    rule(
        "targeting.languages.too_many", Severity::Error, "targeting[tc=family,run=42].demographics.languages",
        [](Case &c) { c.targeting().demographics.languages = QStringList(91, QStringLiteral("de")); },
        [](Case &c) { c.targeting().demographics.languages = QStringList(90, QStringLiteral("de")); });
    rule(
        "targeting.audience.overlap", Severity::Error, "targeting[tc=family,run=42].customAudiences.exclude",
        [](Case &c) {
            c.targeting().includedAudiences = {QStringLiteral("ca_1")};
            c.targeting().excludedAudiences = {QStringLiteral("ca_1")};
        },
        [](Case &c) { c.targeting().includedAudiences = {QStringLiteral("ca_1")}; });
    rule(
        "targeting.audience.unknown", Severity::Warning,
        "targeting[tc=family,run=42].customAudiences.include",
        [](Case &c) { c.targeting().includedAudiences = {QStringLiteral("ca_9")}; },
        [](Case &c) {
            c.targeting().includedAudiences = {QStringLiteral("ca_9")};
            c.context.assets.reset();
        });
    rule(
        "targeting.special_category.restricted", Severity::Warning,
        "targeting[tc=family,run=42].demographics.genders",
        [](Case &c) {
            c.context.event->specialAdCategory = QStringLiteral("HOUSING");
            c.place().country = QStringLiteral("US");
            c.targeting().demographics.genders = {QStringLiteral("male")};
        },
        [](Case &c) {
            c.context.event->specialAdCategory = QStringLiteral("HOUSING");
            c.targeting().demographics.genders = {QStringLiteral("male")};
        });
}

void RuleCases::integrationRules()
{
    constexpr auto account = "integrationDetails[tc=family,run=42].adAccountId";
    constexpr auto page = "integrationDetails[tc=family,run=42].pageId";
    constexpr auto pixel = "integrationDetails[tc=family,run=42].pixelId";
    constexpr auto form = "integrationDetails[tc=family,run=42].leadFormId";
    rule(
        "integration.connection.missing", Severity::Error, "integrationDetails",
        [](Case &c) { c.context.connection->connected = false; }, handOver);
    rule(
        "integration.connection.permissions", Severity::Error, "integrationDetails",
        [](Case &c) { c.context.connection->missingPermissions = {QStringLiteral("ads_management")}; },
        [](Case &) {}, {QStringLiteral("ads_management")});
    rule(
        "integration.account.missing", Severity::Error, account,
        [](Case &c) { c.integration().adAccountId.clear(); }, [](Case &) {});
    rule("integration.account.missing", Severity::Info, account,
         [](Case &c) {
             handOver(c);
             c.setup.integrationDetails.clear();
         },
         handOver, {QStringLiteral("family")});
    rule(
        "integration.account.malformed", Severity::Warning, account,
        [](Case &c) { c.integration().adAccountId = QStringLiteral("123"); }, [](Case &) {});
    rule(
        "integration.account.not_available", Severity::Warning, account,
        [](Case &c) { c.integration().adAccountId = QStringLiteral("act_2"); },
        [](Case &c) {
            c.integration().adAccountId = QStringLiteral("act_2");
            handOver(c);
        });
    rule(
        "integration.account.currency", Severity::Warning, account,
        [](Case &c) { c.context.assets->adAccounts.front().currency = QStringLiteral("CHF"); },
        [](Case &c) { c.context.assets->adAccounts.front().currency.clear(); });
    rule(
        "integration.page.missing", Severity::Error, page, [](Case &c) { c.integration().pageId.clear(); },
        [](Case &) {});
    rule(
        "integration.page.not_available", Severity::Warning, page,
        [](Case &c) { c.integration().pageId = QStringLiteral("page_2"); }, [](Case &) {});
    rule(
        "integration.pixel.missing", Severity::Error, pixel,
        [](Case &c) {
            c.setup.goal = Goal::Roas;
            c.integration().pixelId.clear();
        },
        [](Case &c) {
            c.setup.goal = Goal::Visibility;
            c.integration().pixelId.clear();
        });
    rule("integration.pixel.missing", Severity::Info, pixel,
         [](Case &c) {
             handOver(c);
             c.setup.goal = Goal::Roas;
             c.integration().pixelId.clear();
         },
         handOver, {QStringLiteral("ROAS")});
    rule(
        "integration.pixel.advised", Severity::Warning, pixel,
        [](Case &c) { c.integration().pixelId.clear(); },
        [](Case &c) {
            c.setup.goal = Goal::LinkClicks;
            c.integration().pixelId.clear();
        });
    rule(
        "integration.pixel.not_available", Severity::Warning, pixel,
        [](Case &c) { c.integration().pixelId = QStringLiteral("pix_2"); }, [](Case &) {});
    rule(
        "integration.pixel.other_account", Severity::Warning, pixel,
        [](Case &c) { c.context.assets->pixels.front().parentId = QStringLiteral("act_2"); },
        [](Case &c) { c.context.assets->pixels.front().parentId.clear(); });
    rule(
        "integration.lead_form.not_available", Severity::Warning, form,
        [](Case &c) { c.setup.leadFormId = QStringLiteral("form_2"); },
        [](Case &c) { c.setup.leadFormId = QStringLiteral("form_1"); });
    rule(
        "integration.lead_form.other_page", Severity::Warning, form,
        [](Case &c) {
            c.integration().leadFormId = QStringLiteral("form_1");
            c.context.assets->leadForms.front().parentId = QStringLiteral("page_2");
        },
        [](Case &c) { c.integration().leadFormId = QStringLiteral("form_1"); });
    rule(
        "integration.event_type.missing", Severity::Warning, "customEventType",
        [](Case &c) { c.setup.customEventType.clear(); },
        [](Case &c) {
            c.setup.customEventType.clear();
            c.setup.conversionId = QStringLiteral("conv_1");
        },
        {QStringLiteral("PURCHASE")});
}

void RuleCases::dsaRules()
{
    const auto outside = [](Case &c) {
        c.place().country = QStringLiteral("CH");
        c.setup.dsaPayor.clear();
        c.setup.dsaBeneficiary.clear();
    };
    rule(
        "dsa.payor.missing", Severity::Error, "dsaPayor",
        [](Case &c) { c.setup.dsaPayor = QStringLiteral(" \t"); }, outside);
    rule(
        "dsa.beneficiary.missing", Severity::Error, "dsaBeneficiary",
        [](Case &c) {
            c.place().country.clear(); // anywhere, so perhaps in the EU
            c.setup.dsaBeneficiary.clear();
        },
        outside);
    rule("dsa.beneficiary.missing", Severity::Error, "dsaBeneficiary",
         [](Case &c) {
             c.place().country = QStringLiteral("re"); // La Réunion
             c.setup.dsaBeneficiary.clear();
         },
         outside, {});
    rule(
        "dsa.payor.too_long", Severity::Error, "dsaPayor",
        [](Case &c) { c.setup.dsaPayor = repeated("a", 513); },
        [](Case &c) { c.setup.dsaPayor = repeated("a", 512); },
        {QStringLiteral("513"), QStringLiteral("512")});
    rule(
        "dsa.beneficiary.too_long", Severity::Error, "dsaBeneficiary",
        [](Case &c) { c.setup.dsaBeneficiary = repeated("a", 513); }, [](Case &) {});
    rule(
        "dsa.payor.untrimmed", Severity::Warning, "dsaPayor", [](Case &c) { c.setup.dsaPayor += u' '; },
        [](Case &) {});
    rule(
        "dsa.beneficiary.untrimmed", Severity::Warning, "dsaBeneficiary",
        [](Case &c) { c.setup.dsaBeneficiary.prepend(u' '); }, [](Case &) {});
    rule(
        "dsa.payor.unusual", Severity::Info, "dsaPayor",
        [](Case &c) { c.setup.dsaPayor = QStringLiteral("Somebody Else"); },
        [](Case &c) {
            c.setup.dsaPayor = QStringLiteral("Somebody Else");
            c.context.assets.reset();
        });
    rule(
        "dsa.beneficiary.unusual", Severity::Info, "dsaBeneficiary",
        [](Case &c) { c.context.assets->adAccounts.front().defaultDsaBeneficiary = QStringLiteral("B"); },
        [](Case &) {});
}

} // namespace groundswell::testing
