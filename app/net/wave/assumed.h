#pragma once

#include "app/net/rest/request.h"
#include "models/wave/api/paths.h"
#include "models/wave/ids.h"

#include <QDate>

namespace groundswell::assumed {

/// What the public documentation of the Wave API leaves open and this client had to choose, in one place:
/// when the real shape becomes known, it is changed here. The embedded service answers these shapes. Shapes
/// of JSON bodies are the codecs' (models/wave); what they accept besides is said there.
///
/// | call | what is assumed |
/// | --- | --- |
/// | GET /permissions | a bare array of words, or {"permissions": […]} |
/// | POST /setup_processes/{eid} | body as for PUT; 201 with the row; 409 error.setup.exists |
/// | PUT /setup_processes/{eid} | 200 with the row; an empty answer means "as sent" |
/// | DELETE /setup_processes/{eid} | with ?cancel=true; 200 or 204 |
/// | POST …/boost | {"campaigns": […]}; an empty answer means: list them |
/// | GET …/facebook/assets, …/facebook/targeting_search, POST …/regenerate | their paths |
/// | everything below | names of query parameters |

[[nodiscard]] inline ApiQuery cancelDraft()
{
    return ApiQuery().addFlag(api::query::cancel, true);
}

/// Not in the documentation: a service that doesn't know it answers for the run it thinks of itself.
inline void addRun(ApiQuery &query, TcRunId run)
{
    if (run > 0)
        query.add(api::query::tcRunId, QString::number(run));
}

[[nodiscard]] inline ApiQuery clusterRun(TcRunId run)
{
    ApiQuery query;
    addRun(query, run);
    return query;
}

/// Likewise.
inline void planDates(ApiQuery &query, const QDate &start, const QDate &end)
{
    if (!start.isValid() || end < start)
        return;
    query.add(api::query::startDate, start.toString(Qt::ISODate));
    query.add(api::query::endDate, end.toString(Qt::ISODate));
}

[[nodiscard]] inline ApiQuery callToActions(const QString &goal, bool hasPixel, const QString &leadFormId)
{
    return ApiQuery()
        .add(api::query::goal, goal)
        .addBool(api::query::hasPixel, hasPixel)
        .add(api::query::leadFormId, leadFormId);
}

[[nodiscard]] inline ApiQuery conversionEventTypes(const QString &adAccountId, const QString &pixelId)
{
    return ApiQuery().add(api::query::adAccountId, adAccountId).add(api::query::pixelId, pixelId);
}

[[nodiscard]] inline ApiQuery campaignAddition(const EventId &eid, const ClusterRef &cluster, double budget,
                                               const QString &startDate, const QString &endDate)
{
    return ApiQuery()
        .add(api::query::eid, eid.value())
        .add(api::query::tc, cluster.tc.value())
        .add(api::query::tcRunId, QString::number(cluster.tcRunId))
        .addNumber(api::query::budget, budget)
        .add(api::query::startDate, startDate)
        .add(api::query::endDate, endDate);
}

[[nodiscard]] inline ApiQuery runtimeBudget(const EventId &eid, double totalBudget, const QString &endDate)
{
    return ApiQuery()
        .add(api::query::eid, eid.value())
        .addNumber(api::query::totalBudget, totalBudget)
        .add(api::query::endDate, endDate);
}

} // namespace groundswell::assumed
