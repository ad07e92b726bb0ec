#include "app/service/http/routes/routes.h"

#include "app/service/usecases/setups/calltoactions.h"
#include "models/wave/json.h"

namespace groundswell::service {

namespace {

Goal goalOf(QueryReader &query, const char *name = "goal")
{
    const auto word = query.text(name);
    if (!word)
        return Goal::Utilization;
    const auto goal = OpenEnum<Goal>::fromWire(*word).known();
    if (!goal)
        query.fail("unknown_value", name);
    return goal.value_or(Goal::Utilization);
}

std::optional<TcRunId> runOf(QueryReader &query)
{
    return query.integer("tc_run_id", 1, std::numeric_limits<qint64>::max());
}

Response defaults(Planner &planner, const Call &call)
{
    return reply(planner.defaults(pathEvent(call)), [](const SetupProcess &setup) {
        const QJsonObject row = setup.toJson();
        QJsonObject json;
        for (const char *key :
             {"goal", "total_budget", "currency", "start_date", "end_date", "tcs", "integration_details",
              "conversion_id", "custom_event_type", "lead_form_id", "dsa_payor", "dsa_beneficiary"})
            json.insert(QLatin1StringView(key), row[QLatin1StringView(key)]);
        return jsonReply(json);
    });
}

Response suggested(const RouteContext &context, const Call &call)
{
    const auto organiser = context.useCases.workspace->organiser();
    if (!organiser)
        return errorReply(organiser.error());
    QueryReader query(call.request);
    Planner::SuggestionQuery wanted;
    wanted.goal = goalOf(query);
    wanted.budget = queryMoney(query, "budget", organiser->currency);
    const auto start = query.date("start_date");
    const auto end = query.date("end_date");
    if (start && end && *end < *start)
        query.fail("out_of_range", "end_date");
    else if (start && end)
        wanted.days = static_cast<int>(start->daysTo(*end)) + 1;
    wanted.run = runOf(query);
    if (query.problem())
        return errorReply(*query.problem());
    return reply(context.useCases.planner.suggested(pathEvent(call), wanted),
                 [](const std::vector<Planner::RankedCluster> &ranked) {
                     QJsonArray array;
                     for (const Planner::RankedCluster &one : ranked) {
                         array.append(QJsonObject{
                             {QStringLiteral("tc"), one.cluster.cluster.tc.value()},
                             {QStringLiteral("tc_run_id"), one.cluster.cluster.tcRunId},
                             {QStringLiteral("rank"), one.cluster.rank.value_or(1)},
                             {QStringLiteral("expected_tickets"), numberJson(one.cluster.expectedTickets)},
                             {QStringLiteral("expected_revenue"), moneyJson(one.cluster.expectedRevenue)},
                             {QStringLiteral("budget_share"), one.budgetShare}});
                     }
                     return jsonReply(array);
                 });
}

QJsonArray basisJson(const std::vector<EstimateBasis> &basis)
{
    QJsonArray array;
    for (const EstimateBasis &one : basis)
        array.append(QJsonObject{{QStringLiteral("id"), one.id},
                                 {QStringLiteral("source"), one.source},
                                 {QStringLiteral("value"), numberJson(one.value)},
                                 {QStringLiteral("sample"), one.sample}});
    return array;
}

QJsonObject expectationJson(const ExpectedValue &value)
{
    QJsonArray clusters;
    for (const ExpectedClusterValue &cluster : value.clusters)
        clusters.append(QJsonObject{{QStringLiteral("tc"), cluster.tc.value()},
                                    {QStringLiteral("expected"), numberJson(cluster.expected)},
                                    {QStringLiteral("low"), numberJson(cluster.low)},
                                    {QStringLiteral("high"), numberJson(cluster.high)}});
    return {{QStringLiteral("expected_value"), value.text},
            {QStringLiteral("expected"), numberJson(value.expected)},
            {QStringLiteral("low"), numberJson(value.low)},
            {QStringLiteral("high"), numberJson(value.high)},
            {QStringLiteral("unit"), value.unit},
            {QStringLiteral("capped_by_capacity"), value.cappedByCapacity},
            {QStringLiteral("clusters"), clusters},
            {QStringLiteral("assumptions"), value.assumptions},
            {QStringLiteral("basis"), basisJson(value.basis)}};
}

/// As many shares as clusters, each 0–1, or none.
std::vector<std::optional<double>> sharesOf(QueryReader &query, std::size_t clusters)
{
    std::vector<std::optional<double>> shares;
    for (const QString &text : query.texts("budget_share")) {
        bool isNumber = false;
        const double share = text.toDouble(&isNumber);
        shares.emplace_back(share);
        if (!isNumber || !(share >= 0 && share <= 1))
            query.fail("out_of_range", "budget_share");
    }
    if (!shares.empty() && shares.size() != clusters)
        query.fail("wrong_count", "budget_share");
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
    wanted.budget = query.required("budget", queryMoney(query, "budget", organiser->currency));
    for (const QString &tc : query.texts("tc"))
        wanted.clusters.emplace_back(tc);
    wanted.shares = sharesOf(query, wanted.clusters.size());
    wanted.run = runOf(query);
    if (query.problem())
        return errorReply(*query.problem());
    return reply(context.useCases.planner.expectedValue(pathEvent(call), std::move(wanted)),
                 [](const ExpectedValue &value) { return jsonReply(expectationJson(value)); });
}

Response limits(Planner &planner, const Call &call)
{
    QueryReader query(call.request);
    Planner::LimitsQuery wanted;
    wanted.days =
        static_cast<int>(query.required("runtime_in_days", query.integer("runtime_in_days", 1, 3660)));
    wanted.goal = goalOf(query);
    if (const auto clusters = query.integer("clusters", 1, 1000))
        wanted.clusters = static_cast<int>(*clusters);
    wanted.run = runOf(query);
    if (query.problem())
        return errorReply(*query.problem());
    return reply(planner.limits(pathEvent(call), wanted), [](const BudgetLimits &found) {
        return jsonReply(QJsonObject{{QStringLiteral("lower_limit"), moneyJson(found.lower)},
                                     {QStringLiteral("upper_limit"), moneyJson(found.upper)},
                                     {QStringLiteral("explanation"), found.explanation}});
    });
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
    route(router, "GET", "/events/{eid}/default_campaigns_parameters",
          [&planner](const Call &call) { return defaults(planner, call); });
    route(router, "GET", "/events/{eid}/suggested_tcs",
          [&context](const Call &call) { return suggested(context, call); });
    route(router, "GET", "/events/{eid}/campaigns_expected_value",
          [&context](const Call &call) { return expectedValue(context, call); });
    route(router, "GET", "/events/{eid}/budget_min_max",
          [&planner](const Call &call) { return limits(planner, call); });
    route(router, "GET", "/setup_processes/call_to_action/", [](const Call &call) {
        QueryReader query(call.request);
        const QString goal = query.text("goal", QString());
        (void)goalOf(query);
        (void)query.boolean("has_pixel");
        return query.problem() ? errorReply(*query.problem()) : choices(callToActions(goal));
    });
    route(router, "GET", "/setup_processes/event_types",
          [](const Call &) { return choices(conversionEventTypes()); });
}

} // namespace groundswell::service
