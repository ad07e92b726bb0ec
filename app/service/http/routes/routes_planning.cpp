#include "app/service/http/routes/routes.h"

#include "app/service/usecases/setups/calltoactions.h"
#include "models/wave/json.h"

namespace groundswell::service {

namespace {

Goal goalOf(QueryReader &query)
{
    const auto goal = query.word<Goal>(api::query::goal);
    return goal ? goal->known().value_or(Goal::Utilization) : Goal::Utilization;
}

std::optional<TcRunId> runOf(QueryReader &query)
{
    return query.integer(api::query::tcRunId, 1, std::numeric_limits<qint64>::max());
}

Response defaults(Planner &planner, const Call &call)
{
    return reply(planner.defaults(pathEvent(call)),
                 [](const SetupProcess &setup) { return jsonReply(CampaignDefaults{setup}.toJson()); });
}

Response suggested(const RouteContext &context, const Call &call)
{
    const auto organiser = context.useCases.workspace->organiser();
    if (!organiser)
        return errorReply(organiser.error());
    QueryReader query(call.request);
    Planner::SuggestionQuery wanted;
    wanted.goal = goalOf(query);
    wanted.budget = queryMoney(query, api::query::budget, organiser->currency);
    const auto start = query.date(api::query::startDate);
    const auto end = query.date(api::query::endDate);
    if (start && end && *end < *start)
        query.fail("out_of_range", api::query::endDate);
    else if (start && end)
        wanted.days = static_cast<int>(start->daysTo(*end)) + 1;
    wanted.run = runOf(query);
    if (query.problem())
        return errorReply(*query.problem());
    return reply(context.useCases.planner.suggested(pathEvent(call), wanted),
                 [](const std::vector<SuggestedCluster> &ranked) {
                     QJsonArray array;
                     for (const SuggestedCluster &cluster : ranked)
                         array.append(cluster.toJson());
                     return jsonReply(array);
                 });
}

/// As many shares as clusters, each 0–1, or none.
std::vector<std::optional<double>> sharesOf(QueryReader &query, std::size_t clusters)
{
    std::vector<std::optional<double>> shares;
    for (const QString &text : query.texts(api::query::budgetShare)) {
        bool isNumber = false;
        const double share = text.toDouble(&isNumber);
        shares.emplace_back(share);
        if (!isNumber || !(share >= 0 && share <= 1))
            query.fail("out_of_range", api::query::budgetShare);
    }
    if (!shares.empty() && shares.size() != clusters)
        query.fail("wrong_count", api::query::budgetShare);
    return shares;
}

Response expectedValue(const RouteContext &context, const Call &call)
{
    const auto organiser = context.useCases.workspace->organiser();
    if (!organiser)
        return errorReply(organiser.error());
    QueryReader query(call.request);
    Planner::ExpectationQuery wanted;
    wanted.goal = goalOf(query);
    wanted.budget =
        query.required(api::query::budget, queryMoney(query, api::query::budget, organiser->currency));
    for (const QString &tc : query.texts(api::query::tc))
        wanted.clusters.emplace_back(tc);
    wanted.shares = sharesOf(query, wanted.clusters.size());
    wanted.run = runOf(query);
    if (query.problem())
        return errorReply(*query.problem());
    return reply(context.useCases.planner.expectedValue(pathEvent(call), std::move(wanted)),
                 [](const ExpectedValue &value) { return jsonReply(value.toJson()); });
}

Response limits(Planner &planner, const Call &call)
{
    QueryReader query(call.request);
    Planner::LimitsQuery wanted;
    wanted.days = static_cast<int>(
        query.required(api::query::runtimeInDays, query.integer(api::query::runtimeInDays, 1, 3660)));
    wanted.goal = goalOf(query);
    if (const auto clusters = query.integer(api::query::clusters, 1, 1000))
        wanted.clusters = static_cast<int>(*clusters);
    wanted.run = runOf(query);
    if (query.problem())
        return errorReply(*query.problem());
    return reply(planner.limits(pathEvent(call), wanted),
                 [](const BudgetLimits &found) { return jsonReply(found.toJson()); });
}

Response choices(const std::vector<Choice> &words)
{
    QJsonArray array;
    for (const Choice &choice : words)
        array.append(choice.value);
    return jsonReply(array);
}

} // namespace

void addPlanningRoutes(Router &router, const RouteContext &context)
{
    Planner &planner = context.useCases.planner;
    route(router, "GET", api::path::campaignDefaults,
          [&planner](const Call &call) { return defaults(planner, call); });
    route(router, "GET", api::path::suggestedClusters,
          [&context](const Call &call) { return suggested(context, call); });
    route(router, "GET", api::path::expectedValue,
          [&context](const Call &call) { return expectedValue(context, call); });
    route(router, "GET", api::path::budgetLimits,
          [&planner](const Call &call) { return limits(planner, call); });
    route(router, "GET", api::path::callToActions, [](const Call &call) {
        QueryReader query(call.request);
        const QString goal = query.text(api::query::goal, QString());
        (void)goalOf(query);
        (void)query.boolean(api::query::hasPixel);
        return query.problem() ? errorReply(*query.problem()) : choices(callToActions(goal));
    });
    route(router, "GET", api::path::conversionEventTypes,
          [](const Call &) { return choices(conversionEventTypes()); });
}

} // namespace groundswell::service
