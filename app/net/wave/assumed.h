#pragma once

#include "app/net/rest/request.h"
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
/// | everything below | path or parameter names |

[[nodiscard]] inline ApiPath adAssets()
{
    return {QStringLiteral("integrations"), QStringLiteral("facebook"), QStringLiteral("assets")};
}

[[nodiscard]] inline ApiPath placeSearch()
{
    return {QStringLiteral("integrations"), QStringLiteral("facebook"), QStringLiteral("targeting_search")};
}

[[nodiscard]] inline ApiPath regenerate(const PackageId &id)
{
    return {QStringLiteral("package_builder"), QStringLiteral("packages"), id.value(),
            QStringLiteral("regenerate")};
}

[[nodiscard]] inline ApiQuery cancelDraft()
{
    return ApiQuery().addFlag(QStringLiteral("cancel"), true);
}

/// Not in the documentation: a service that doesn't know it answers for the run it thinks of itself.
inline void addRun(ApiQuery &query, TcRunId run)
{
    if (run > 0)
        query.add(QStringLiteral("tc_run_id"), QString::number(run));
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
    query.add(QStringLiteral("start_date"), start.toString(Qt::ISODate));
    query.add(QStringLiteral("end_date"), end.toString(Qt::ISODate));
}

[[nodiscard]] inline ApiQuery callToActions(const QString &goal, bool hasPixel, const QString &leadFormId)
{
    return ApiQuery()
        .add(QStringLiteral("goal"), goal)
        .addBool(QStringLiteral("has_pixel"), hasPixel)
        .add(QStringLiteral("lead_form_id"), leadFormId);
}

[[nodiscard]] inline ApiQuery conversionEventTypes(const QString &adAccountId, const QString &pixelId)
{
    return ApiQuery()
        .add(QStringLiteral("ad_account_id"), adAccountId)
        .add(QStringLiteral("pixel_id"), pixelId);
}

[[nodiscard]] inline ApiQuery campaignAddition(const EventId &eid, const ClusterRef &cluster, double budget,
                                               const QString &startDate, const QString &endDate)
{
    return ApiQuery()
        .add(QStringLiteral("eid"), eid.value())
        .add(QStringLiteral("tc"), cluster.tc.value())
        .add(QStringLiteral("tc_run_id"), QString::number(cluster.tcRunId))
        .addNumber(QStringLiteral("budget"), budget)
        .add(QStringLiteral("start_date"), startDate)
        .add(QStringLiteral("end_date"), endDate);
}

[[nodiscard]] inline ApiQuery runtimeBudget(const EventId &eid, double totalBudget, const QString &endDate)
{
    return ApiQuery()
        .add(QStringLiteral("eid"), eid.value())
        .addNumber(QStringLiteral("total_budget"), totalBudget)
        .add(QStringLiteral("end_date"), endDate);
}

} // namespace groundswell::assumed
