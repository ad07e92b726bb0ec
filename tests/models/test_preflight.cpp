#include "models/rules/platformlimits.h"
#include "models/rules/preflight.h"
#include "models/rules/progress.h"
#include "models/rules/textlength.h"

#include <QtTest>

#include <functional>
#include <set>

using namespace groundswell;

namespace {

/// A draft and what is known about it; rows of the table change one thing in it.
struct Case {
    SetupProcess setup;
    PreflightContext context;

    Creative &creative() { return setup.creatives.front(); }
    Targeting &targeting() { return setup.targeting.front(); }
    GeoPlace &place() { return setup.targeting.front().geo.front(); }
    IntegrationDetails &integration() { return setup.integrationDetails.front(); }
};
using Change = std::function<void(Case &)>;

const ClusterRef family{ClusterName(QStringLiteral("family")), 42};
const QString euro = QStringLiteral("EUR");

/// Ready to publish, without a single finding.
Case readyCase()
{
    Case c;
    c.setup.goal = Goal::Utilization;
    c.setup.totalBudget = Money{500'000, euro};
    c.setup.startDate = QDate(2026, 5, 25);
    c.setup.endDate = QDate(2026, 6, 12);
    c.setup.clusters = {{family, std::nullopt, {}}};

    Creative creative;
    creative.cluster = family;
    creative.headline = QStringLiteral("Carmen in Munich");
    creative.body = QStringLiteral("The opera everybody hums.");
    creative.mediaUrl = QStringLiteral("https://media.example/1.jpg");
    creative.cta = QStringLiteral("BUY_TICKETS");
    creative.linkUrl = QStringLiteral("https://tickets.example/carmen");
    c.setup.creatives = {creative};

    GeoPlace munich;
    munich.key = QStringLiteral("2345");
    munich.type = GeoType::City;
    munich.name = QStringLiteral("München");
    munich.country = QStringLiteral("DE");
    munich.radiusKm = 40;
    Targeting targeting;
    targeting.cluster = family;
    targeting.geo = {munich};
    c.setup.targeting = {targeting};

    c.setup.integrationDetails = {
        {family, QStringLiteral("act_1"), QStringLiteral("page_1"), {}, QStringLiteral("pix_1"), {}, {}}};
    c.setup.customEventType = QStringLiteral("PURCHASE");
    c.setup.dsaPayor = QStringLiteral("Acme Concerts GmbH");
    c.setup.dsaBeneficiary = c.setup.dsaPayor;

    c.context.today = QDate(2026, 5, 1);
    c.context.timeZone = QStringLiteral("Europe/Berlin");
    c.context.event = Event();
    c.context.event->start = QDateTime(QDate(2026, 6, 12), QTime(18, 30), Qt::UTC);
    c.context.budgetLimits = BudgetLimits{Money{10'000, euro}, Money{1'000'000, euro}, {}};
    c.context.allowedCtas = std::vector<Choice>{{QStringLiteral("BUY_TICKETS"), {}}};
    c.context.connection = ConnectionStatus{true, {}, {}};
    AdAssets assets;
    AdAsset account;
    account.id = QStringLiteral("act_1");
    account.currency = euro;
    account.defaultDsaPayor = c.setup.dsaPayor;
    AdAsset page;
    page.id = QStringLiteral("page_1");
    AdAsset pixel;
    pixel.id = QStringLiteral("pix_1");
    pixel.parentId = account.id;
    AdAsset form;
    form.id = QStringLiteral("form_1");
    form.parentId = page.id;
    AdAsset audience;
    audience.id = QStringLiteral("ca_1");
    assets.adAccounts = {account};
    assets.pages = {page};
    assets.pixels = {pixel};
    assets.leadForms = {form};
    assets.customAudiences = {audience};
    c.context.assets = assets;
    return c;
}

void addCluster(Case &c, const char *name, TcRunId run)
{
    c.setup.clusters.push_back({{ClusterName(QString::fromLatin1(name)), run}, std::nullopt, {}});
}

void handOver(Case &c)
{
    c.context.connection = ConnectionStatus{false, {}, QStringLiteral("local")};
}

QString repeated(const char *text, int times)
{
    return QString::fromUtf8(text).repeated(times);
}

} // namespace

Q_DECLARE_METATYPE(Change)

class TestPreflight : public QObject {
    Q_OBJECT
private:
    /// One rule: what sets it off, where and how severe; and a near miss that doesn't.
    static void rule(const char *id, Severity severity, const char *path, Change trigger, Change nearMiss,
                     const QStringList &arguments = {})
    {
        QTest::newRow(qPrintable(QString(QLatin1StringView(id) + u' ' + arguments.join(u'|'))))
            << QString::fromLatin1(id) << severity << QString::fromLatin1(path) << std::move(trigger)
            << std::move(nearMiss) << arguments;
    }

    static void planRules()
    {
        rule(
            "plan.goal.missing", Severity::Error, "goal", [](Case &c) { c.setup.goal = {}; },
            [](Case &c) { c.setup.goal = OpenEnum<Goal>::fromWire(QStringLiteral("tickets")); });
        rule(
            "plan.goal.unknown", Severity::Warning, "goal",
            [](Case &c) { c.setup.goal = OpenEnum<Goal>::fromWire(QStringLiteral("FAME")); },
            [](Case &c) { c.setup.goal = Goal::Roas; }, {QStringLiteral("FAME")});
        rule(
            "plan.event.cancelled", Severity::Warning, "goal",
            [](Case &c) { c.context.event->frontendStatus = FrontendStatus::Cancelled; },
            [](Case &c) { c.context.event->frontendStatus = FrontendStatus::Hidden; });
        rule(
            "plan.special_category.set", Severity::Info, "goal",
            [](Case &c) { c.context.event->specialAdCategory = QStringLiteral("CREDIT"); },
            [](Case &c) { c.context.event->specialAdCategory = QStringLiteral("NONE"); },
            {QStringLiteral("CREDIT")});
        rule(
            "plan.special_category.unknown", Severity::Warning, "goal",
            [](Case &c) { c.context.event->specialAdCategory = QStringLiteral("ODD"); },
            [](Case &c) { c.context.event->specialAdCategory = QStringLiteral("HOUSING"); });
        rule(
            "plan.budget.missing", Severity::Error, "totalBudget",
            [](Case &c) { c.setup.totalBudget.reset(); },
            [](Case &c) {
                c.setup.totalBudget = Money{0, euro};
            });
        rule(
            "plan.budget.not_positive", Severity::Error, "totalBudget",
            [](Case &c) {
                c.setup.totalBudget = Money{-1, euro};
            },
            [](Case &c) {
                c.setup.totalBudget = Money{1, euro};
            },
            {QStringLiteral("-1"), euro});
        rule(
            "plan.budget.below_limit", Severity::Error, "totalBudget",
            [](Case &c) {
                c.setup.totalBudget = Money{9'999, euro};
            },
            [](Case &c) {
                c.setup.totalBudget = Money{10'000, euro};
            },
            {QStringLiteral("9999"), QStringLiteral("10000"), euro});
        rule(
            "plan.budget.above_limit", Severity::Error, "totalBudget",
            [](Case &c) {
                c.setup.totalBudget = Money{1'000'001, euro};
            },
            [](Case &c) {
                c.setup.totalBudget = Money{1'000'000, euro};
            });
        rule(
            "plan.budget.below_floor", Severity::Warning, "totalBudget",
            [](Case &c) {
                c.context.budgetLimits.reset();
                c.setup.totalBudget = Money{9'499, euro}; // 19 days × 1 cluster × 5.00
            },
            [](Case &c) {
                c.context.budgetLimits.reset();
                c.setup.totalBudget = Money{9'500, euro};
            },
            {QStringLiteral("9499"), QStringLiteral("9500"), QStringLiteral("500"), QStringLiteral("19"),
             QStringLiteral("1"), euro});
        rule(
            "plan.start.missing", Severity::Error, "startDate", [](Case &c) { c.setup.startDate = {}; },
            [](Case &) {});
        rule(
            "plan.start.past", Severity::Error, "startDate",
            [](Case &c) { c.context.today = QDate(2026, 5, 26); },
            [](Case &c) { c.context.today = QDate(2026, 5, 25); },
            {QStringLiteral("2026-05-25"), QStringLiteral("2026-05-26")});
        rule(
            "plan.start.after_event", Severity::Error, "startDate",
            [](Case &c) { c.setup.startDate = c.setup.endDate = QDate(2026, 6, 13); },
            [](Case &c) { c.setup.startDate = QDate(2026, 6, 12); });
        rule(
            "plan.end.missing", Severity::Error, "endDate", [](Case &c) { c.setup.endDate = {}; },
            [](Case &) {});
        rule(
            "plan.end.before_start", Severity::Error, "endDate",
            [](Case &c) { c.setup.endDate = QDate(2026, 5, 24); },
            [](Case &c) { c.setup.endDate = QDate(2026, 5, 25); });
        rule(
            "plan.end.past", Severity::Error, "endDate",
            [](Case &c) { c.context.today = QDate(2026, 6, 13); },
            [](Case &c) { c.context.today = QDate(2026, 6, 12); });
        rule(
            "plan.end.after_event", Severity::Warning, "endDate",
            [](Case &c) { c.setup.endDate = QDate(2026, 6, 13); },
            [](Case &c) {
                // 22:30 UTC is already the next day where the organiser is.
                c.context.event->start = QDateTime(QDate(2026, 6, 12), QTime(22, 30), Qt::UTC);
                c.setup.endDate = QDate(2026, 6, 13);
            });
    }

    static void clusterRules()
    {
        rule(
            "clusters.none", Severity::Error, "tcs", [](Case &c) { c.setup.clusters.clear(); },
            [](Case &) {});
        rule(
            "clusters.mixed_runs", Severity::Error, "tcs", [](Case &c) { addCluster(c, "opera", 43); },
            [](Case &c) { addCluster(c, "opera", 42); }, {QStringLiteral("42"), QStringLiteral("43")});
        rule(
            "clusters.run.missing", Severity::Error, "tcs[tc=opera,run=0]",
            [](Case &c) { addCluster(c, "opera", 0); }, [](Case &c) { addCluster(c, "opera", 42); });
        rule(
            "clusters.duplicate", Severity::Error, "tcs[tc=family,run=42]",
            [](Case &c) { addCluster(c, "family", 42); }, [](Case &c) { addCluster(c, "opera", 42); });
        rule(
            "clusters.share.out_of_range", Severity::Error, "tcs[tc=family,run=42].budgetShare",
            [](Case &c) { c.setup.clusters.front().budgetShare = 0; },
            [](Case &c) { c.setup.clusters.front().budgetShare = 1; });
        rule(
            "clusters.share.over_total", Severity::Error, "tcs",
            [](Case &c) {
                addCluster(c, "opera", 42);
                c.setup.clusters[0].budgetShare = 0.6;
                c.setup.clusters[1].budgetShare = 0.5;
            },
            [](Case &c) {
                addCluster(c, "opera", 42);
                addCluster(c, "jazz", 42);
                for (ChosenCluster &chosen : c.setup.clusters)
                    chosen.budgetShare = 1.0 / 3;
            });
        rule(
            "clusters.share.under_total", Severity::Warning, "tcs",
            [](Case &c) { c.setup.clusters.front().budgetShare = 0.9; },
            [](Case &c) {
                addCluster(c, "opera", 42);
                c.setup.clusters.front().budgetShare = 0.9; // the other one takes the rest
            });
    }

    static void creativeRules()
    {
        constexpr auto headline = "creatives[tc=family,run=42,0].headline";
        constexpr auto body = "creatives[tc=family,run=42,0].body";
        constexpr auto description = "creatives[tc=family,run=42,0].description";
        constexpr auto cta = "creatives[tc=family,run=42,0].cta";
        constexpr auto link = "creatives[tc=family,run=42,0].linkUrl";
        rule(
            "creative.missing", Severity::Error, "creatives[tc=family,run=42,0]",
            [](Case &c) { c.setup.creatives.clear(); }, [](Case &) {});
        rule(
            "creative.headline.missing", Severity::Error, headline,
            [](Case &c) { c.creative().headline = QStringLiteral("  "); }, [](Case &) {});
        rule(
            "creative.headline.missing", Severity::Error, "creatives[tc=family,run=42,1].headline",
            [](Case &c) {
                c.setup.creatives.push_back(c.creative());
                c.setup.creatives.back().headline.clear();
            },
            [](Case &c) { c.setup.creatives.push_back(c.creative()); }, {});
        rule(
            "creative.headline.long", Severity::Warning, headline,
            [](Case &c) { c.creative().headline = repeated("a", 41); },
            [](Case &c) {
                c.creative().headline = repeated("👩‍👩‍👧", 40);
            }, // 40 as the reader sees them
            {QStringLiteral("41"), QStringLiteral("40")});
        rule(
            "creative.headline.too_long", Severity::Error, headline,
            [](Case &c) { c.creative().headline = repeated("👩‍👩‍👧", 52); }, // 260 code points
            [](Case &c) { c.creative().headline = repeated("a", 255); },
            {QStringLiteral("260"), QStringLiteral("255")});
        rule(
            "creative.body.missing", Severity::Error, body, [](Case &c) { c.creative().body.clear(); },
            [](Case &) {});
        rule(
            "creative.body.long", Severity::Warning, body,
            [](Case &c) { c.creative().body = repeated("a", 126); },
            [](Case &c) { c.creative().body = repeated("a", 125); });
        rule(
            "creative.body.too_long", Severity::Error, body,
            [](Case &c) { c.creative().body = repeated("a", 2201); },
            [](Case &c) { c.creative().body = repeated("a", 2200); });
        rule(
            "creative.description.long", Severity::Warning, description,
            [](Case &c) { c.creative().description = repeated("a", 31); },
            [](Case &c) { c.creative().description = repeated("a", 30); });
        rule(
            "creative.description.too_long", Severity::Error, description,
            [](Case &c) { c.creative().description = repeated("a", 256); },
            [](Case &c) { c.creative().description.clear(); });
        rule(
            "creative.media.missing", Severity::Error, "creatives[tc=family,run=42,0].mediaUrl",
            [](Case &c) { c.creative().mediaUrl.clear(); }, [](Case &) {});
        rule(
            "creative.cta.missing", Severity::Error, cta, [](Case &c) { c.creative().cta.clear(); },
            [](Case &) {});
        rule(
            "creative.cta.not_platform_value", Severity::Warning, cta,
            [](Case &c) { c.creative().cta = QStringLiteral("GET_TICKETS"); }, [](Case &) {},
            {QStringLiteral("GET_TICKETS")});
        rule(
            "creative.cta.not_allowed", Severity::Error, cta,
            [](Case &c) { c.creative().cta = QStringLiteral("SIGN_UP"); },
            [](Case &c) {
                c.creative().cta = QStringLiteral("SIGN_UP");
                c.context.allowedCtas.reset(); // nobody knows the list: no judgement
            },
            {QStringLiteral("SIGN_UP")});
        rule(
            "creative.link.missing", Severity::Warning, link, [](Case &c) { c.creative().linkUrl.clear(); },
            [](Case &c) {
                c.creative().linkUrl.clear();
                c.setup.leadFormId = QStringLiteral("form_1");
            });
        rule(
            "creative.link.missing", Severity::Error, link,
            [](Case &c) {
                c.setup.goal = Goal::LinkClicks;
                c.creative().linkUrl.clear();
            },
            [](Case &c) { c.setup.goal = Goal::LinkClicks; }, {});
        rule(
            "creative.link.invalid", Severity::Error, link,
            [](Case &c) { c.creative().linkUrl = QStringLiteral("javascript:alert(1)"); },
            [](Case &c) { c.creative().linkUrl = QStringLiteral("https://xn--mnchen-3ya.example/ä?x=1"); });
        rule(
            "creative.link.not_https", Severity::Warning, link,
            [](Case &c) { c.creative().linkUrl = QStringLiteral("http://tickets.example"); },
            [](Case &c) { c.creative().linkUrl = QStringLiteral("HTTPS://tickets.example"); });
    }

    static void targetingRules()
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
            "targeting.geo.radius_too_small", Severity::Error, geo,
            [](Case &c) { c.place().radiusKm = 16.9; }, [](Case &c) { c.place().radiusKm = 17; },
            {QStringLiteral("München"), QStringLiteral("16.9"), QStringLiteral("17"),
             QStringLiteral("city")});
        rule(
            "targeting.geo.radius_too_large", Severity::Error, geo,
            [](Case &c) { c.place().radiusKm = 80.1; }, [](Case &c) { c.place().radiusKm = 80; });
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
            "targeting.geo.coordinates_invalid", Severity::Error, geo,
            [](Case &c) { c.place().latitude = 91; }, [](Case &c) { c.place().latitude = -90; });
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
            "targeting.languages.too_many", Severity::Error,
            "targeting[tc=family,run=42].demographics.languages",
            [](Case &c) { c.targeting().demographics.languages = QStringList(91, QStringLiteral("de")); },
            [](Case &c) { c.targeting().demographics.languages = QStringList(90, QStringLiteral("de")); });
        rule(
            "targeting.audience.overlap", Severity::Error,
            "targeting[tc=family,run=42].customAudiences.exclude",
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

    static void integrationRules()
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
            "integration.page.missing", Severity::Error, page,
            [](Case &c) { c.integration().pageId.clear(); }, [](Case &) {});
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

    static void dsaRules()
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

private Q_SLOTS:
    void aReadyDraftHasNoIssues()
    {
        const Case c = readyCase();
        for (const Issue &issue : preflight(c.setup, c.context))
            QFAIL(qPrintable(issue.messageId));
    }

    void anEmptyDraftIsJudgedWithoutContext()
    {
        const Issues issues = preflight({}, {});
        QVERIFY(hasErrors(issues));
        QVERIFY(!progressOf(Section::Clusters, issues).complete);
        QVERIFY2(progressOf(Section::Dsa, issues).complete, "without clusters nobody is targeted yet");
    }

    void rules_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<Severity>("severity");
        QTest::addColumn<QString>("path");
        QTest::addColumn<Change>("trigger");
        QTest::addColumn<Change>("nearMiss");
        QTest::addColumn<QStringList>("arguments");
        planRules();
        clusterRules();
        creativeRules();
        targetingRules();
        integrationRules();
        dsaRules();
    }
    void rules()
    {
        QFETCH(const QString, id);
        QFETCH(const Severity, severity);
        QFETCH(const QString, path);
        QFETCH(const Change, trigger);
        QFETCH(const Change, nearMiss);
        QFETCH(const QStringList, arguments);

        Case set = readyCase();
        trigger(set);
        bool found = false;
        for (const Issue &issue : preflight(set.setup, set.context)) {
            if (issue.messageId != id || issue.severity != severity || issue.path.toString() != path)
                continue;
            found = true;
            if (!arguments.isEmpty())
                QCOMPARE(issue.arguments, arguments);
        }
        QVERIFY(found);

        Case quiet = readyCase();
        nearMiss(quiet);
        for (const Issue &issue : preflight(quiet.setup, quiet.context)) {
            const bool same =
                issue.messageId == id && issue.severity == severity && issue.path.toString() == path;
            QVERIFY(!same);
        }
    }

    void issuesFollowThePages()
    {
        Case c = readyCase();
        c.setup.dsaPayor.clear();
        c.setup.goal = {};
        c.creative().headline.clear();
        c.place().radiusKm = 1;
        c.integration().pageId.clear();
        c.setup.clusters.front().budgetShare = 2;
        std::vector<Section> order;
        for (const Issue &issue : preflight(c.setup, c.context))
            order.push_back(sectionOf(issue.path));
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        QVERIFY(std::set<Section>(order.begin(), order.end()).size() == allSections.size());
    }

    void unchosenClustersAreNotJudged()
    {
        Case c = readyCase();
        Creative left;
        left.cluster = {ClusterName(QStringLiteral("left")), 42};
        c.setup.creatives.push_back(left);
        QVERIFY(preflight(c.setup, c.context).empty());
    }

    void everyIssueCanBeFoundByItsPath()
    {
        Case c = readyCase();
        c.setup = {};
        c.setup.clusters = {{family, std::nullopt, {}}};
        for (const Issue &issue : preflight(c.setup, c.context))
            QVERIFY(FieldPath::fromString(issue.path.toString()) == issue.path);
    }

    void progressCountsBySection()
    {
        Case c = readyCase();
        c.creative().headline.clear();
        c.creative().body = repeated("a", 200);
        const Issues issues = preflight(c.setup, c.context);
        QCOMPARE(progressOf(Section::Creative, issues), (SectionProgress{1, 1, false}));
        QCOMPARE(progressOf(Section::Plan, issues), SectionProgress());
    }

    void lengths()
    {
        QCOMPARE(graphemeCount({}), 0);
        QCOMPARE(graphemeCount(QStringLiteral("e\u0301a")), 2);
        QCOMPARE(codePointCount(QStringLiteral("e\u0301a")), 3);
        QCOMPARE(codePointCount(QStringLiteral("👩‍👩‍👧")), 5);
        QCOMPARE(graphemeCount(QStringLiteral("👩‍👩‍👧")), 1);
    }

    void theReferenceDataIsThere()
    {
        const PlatformLimits &limits = platformLimits();
        QCOMPARE(limits.dsaPayor.maximum, 512);
        QVERIFY(limits.dsaCountries.contains(QStringLiteral("DE")));
        QVERIFY(!limits.dsaCountries.contains(QStringLiteral("CH")));
        QVERIFY(limits.floorForActions > limits.floorForImpressions);
        for (const Goal goal : {Goal::Utilization, Goal::Roas, Goal::Visibility, Goal::LinkClicks})
            QVERIFY(limits.goals.count(OpenEnum<Goal>(goal).wire()) == 1);
    }
};

QTEST_GUILESS_MAIN(TestPreflight)
#include "test_preflight.moc"
