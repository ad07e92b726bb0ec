#include "models/rulecases.h"

namespace groundswell::testing {

void RuleCases::planRules()
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
        "plan.budget.missing", Severity::Error, "totalBudget", [](Case &c) { c.setup.totalBudget.reset(); },
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
        "plan.end.missing", Severity::Error, "endDate", [](Case &c) { c.setup.endDate = {}; }, [](Case &) {});
    rule(
        "plan.end.before_start", Severity::Error, "endDate",
        [](Case &c) { c.setup.endDate = QDate(2026, 5, 24); },
        [](Case &c) { c.setup.endDate = QDate(2026, 5, 25); });
    rule(
        "plan.end.past", Severity::Error, "endDate", [](Case &c) { c.context.today = QDate(2026, 6, 13); },
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

void RuleCases::clusterRules()
{
    rule(
        "clusters.none", Severity::Error, "tcs", [](Case &c) { c.setup.clusters.clear(); }, [](Case &) {});
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
    rule(
        "clusters.share.nothing", Severity::Error, "tcs[tc=opera,run=42].budgetShare",
        [](Case &c) {
            addCluster(c, "opera", 42);
            c.setup.clusters.front().budgetShare = 1;
        },
        [](Case &c) {
            addCluster(c, "opera", 42);
            c.setup.clusters.front().budgetShare = 0.999;
        },
        {QStringLiteral("opera")});
    rule(
        "clusters.share.below_floor", Severity::Warning, "tcs[tc=opera,run=42].budgetShare",
        [](Case &c) {
            addCluster(c, "opera", 42);
            c.setup.clusters.front().budgetShare = 0.982; // 90.00 of 5,000.00 for 19 days at 5.00
        },
        [](Case &c) {
            addCluster(c, "opera", 42);
            c.setup.clusters.front().budgetShare = 0.981;
        },
        {QStringLiteral("opera"), QStringLiteral("9000"), QStringLiteral("9500"), QStringLiteral("500"),
         QStringLiteral("19"), euro});
    rule(
        "clusters.share.below_floor", Severity::Error, "tcs[tc=opera,run=42].budgetShare",
        [](Case &c) {
            addCluster(c, "opera", 42);
            c.setup.clusters.front().budgetShare = 0.98;
            c.context.budgetLimits->explanation = {{QStringLiteral("floor_per_day"), 6}};
        },
        [](Case &c) {
            addCluster(c, "opera", 42);
            c.setup.clusters.front().budgetShare = 0.97;
            c.context.budgetLimits->explanation = {{QStringLiteral("floor_per_day"), 6}};
        });
}

void RuleCases::creativeRules()
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

} // namespace groundswell::testing
