#pragma once

#include "models/rules/issue.h"
#include "models/wave/cluster.h"
#include "models/wave/event.h"
#include "models/wave/setupprocess.h"

namespace groundswell {

/// What the rules need to know beside the draft. Everything may be unknown; a rule that can't judge stays
/// silent.
struct PreflightContext {
    std::optional<Event> event;
    QDate today; ///< in the organiser's zone
    QString timeZone; ///< of the organiser, IANA; decides on which day the event is. Empty = UTC
    QString currency;
    std::optional<BudgetLimits> budgetLimits;
    std::optional<std::vector<Choice>> allowedCtas;
    std::optional<AdAssets> assets;
    std::optional<ConnectionStatus> connection;
};

/// All pre-flight issues of a draft, ordered as the wizard's pages are: plan, clusters, creatives, targeting,
/// ad platform, payer and beneficiary. Only chosen clusters are looked at. Pure; the same rules serve page
/// hints, the step list, the review page and the embedded service's own validation. Limits come from
/// platformLimits().
///
/// Message ids, their severity (E, W, I) and arguments. Amounts are in minor units with the currency as the
/// last argument, dates ISO, shares 0–1, lengths counted as in models/rules/textlength.h:
///
///     plan.goal.missing                       E goal
///     plan.goal.unknown                       W goal          the word
///     plan.event.cancelled                    W goal
///     plan.special_category.set               I goal          the category; the platform restricts targeting
///     plan.special_category.unknown           W goal          the category
///     plan.budget.missing                     E totalBudget
///     plan.budget.not_positive                E totalBudget   budget, currency
///     plan.budget.below_limit, .above_limit   E totalBudget   budget, limit of the service, currency
///     plan.budget.below_floor                 W totalBudget   budget, needed, floor a day and cluster, days,
///                                                             clusters, currency; where the service gave no
///                                                             limit
///     plan.start.missing                      E startDate
///     plan.start.past                         E startDate     start, today
///     plan.start.after_event                  E startDate     start, day of the event
///     plan.end.missing                        E endDate
///     plan.end.before_start                   E endDate       start, end
///     plan.end.past                           E endDate       end, today
///     plan.end.after_event                    W endDate       end, day of the event
///     clusters.none                           E tcs
///     clusters.mixed_runs                     E tcs           the runs
///     clusters.run.missing, clusters.duplicate  E tcs[…]      cluster
///     clusters.share.out_of_range             E tcs[…].budgetShare  cluster, share
///     clusters.share.over_total               E tcs           sum
///     clusters.share.under_total              W tcs           sum
///     clusters.share.nothing                  E tcs[…].budgetShare  cluster; the others leave it nothing
///     clusters.share.below_floor              E tcs[…].budgetShare  cluster, amount, floor of its runtime,
///                                             floor a day, days, currency; W where the service gave no floor
///                                             and it is what the platform usually asks for
///     creative.missing                        E creatives[…,0]  cluster
///     creative.headline.missing, .body.missing, .media.missing, .cta.missing   E the field
///     creative.headline.long, .body.long, .description.long                    W the field  shown,
///     recommended creative.headline.too_long, .body.too_long, .description.too_long        E the field
///     length, maximum creative.cta.not_platform_value         W cta           the word: the contract knows
///     it, the platform doesn't creative.cta.not_allowed                E cta           the word: not offered
///     for this goal creative.link.missing                   E for link clicks, else W  linkUrl
///     creative.link.invalid                   E linkUrl       the link
///     creative.link.not_https                 W linkUrl       the link
///     targeting.missing                       E targeting[…]  cluster
///     targeting.geo.missing                   E geo           cluster; no place, saved audience or audience
///     targeting.geo.radius_missing, .coordinates_missing, .coordinates_invalid  E geo  place
///     targeting.geo.radius_too_small, .radius_too_large  E geo  place, radius, limit (km), type
///     targeting.geo.too_many                  E geo           type, count, maximum
///     targeting.geo.overlap                   E geo           place that is included and excluded
///     targeting.age.out_of_range              E demographics.ageMin, .ageMax  age, minimum, maximum
///     targeting.age.order                     E demographics.ageMax  from, to
///     targeting.gender.unknown                W demographics.genders  the word
///     targeting.languages.too_many            E demographics.languages  count, maximum
///     targeting.audience.overlap              E customAudiences.exclude  id
///     targeting.audience.unknown              W customAudiences.include, .exclude, savedAudienceId  id
///     targeting.special_category.restricted   W demographics.ageMin, .genders, geo  category
///     integration.connection.missing          E integrationDetails
///     integration.connection.permissions      E integrationDetails  the missing permissions
///     integration.account.missing, .page.missing  E the field  cluster; I in a workspace that hands over
///     integration.account.malformed           W adAccountId   id
///     integration.account.not_available, .page.not_available, .pixel.not_available, .lead_form.not_available
///                                             W the field     id
///     integration.account.currency            W adAccountId   of the account, of the budget
///     integration.pixel.missing               E pixelId       goal; I in a workspace that hands over
///     integration.pixel.advised               W pixelId       goal, which runs without a pixel too; I as
///     above integration.pixel.other_account         W pixelId       pixel, its account
///     integration.lead_form.other_page        W leadFormId    form, its page
///     integration.event_type.missing          W customEventType  the usual type
///     dsa.payor.missing, dsa.beneficiary.missing    E the field
///     dsa.payor.too_long, dsa.beneficiary.too_long  E the field  length, maximum
///     dsa.payor.untrimmed, dsa.beneficiary.untrimmed  W the field
///     dsa.payor.unusual, dsa.beneficiary.unusual    I the field  value, default of the ad account
[[nodiscard]] Issues preflight(const SetupProcess &setup, const PreflightContext &context);

/// Whether payer and beneficiary must be named (EU Digital Services Act): a chosen cluster's targeting
/// touches the EU or an associated territory, or isn't limited to countries.
[[nodiscard]] bool needsDsa(const SetupProcess &setup);

} // namespace groundswell
