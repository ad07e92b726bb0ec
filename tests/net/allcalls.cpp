#include "allcalls.h"

#include "models/wave/calls/adfigures.h"
#include "models/wave/calls/attribution.h"
#include "models/wave/calls/planquestion.h"
#include "models/wave/calls/sales.h"
#include "models/wave/calls/taskstate.h"
#include "models/wave/calls/uploadedmedia.h"
#include "models/wave/calls/venues.h"
#include "models/wave/local/adspend.h"
#include "models/wave/local/clusterquality.h"
#include "models/wave/local/importprogress.h"
#include "models/wave/local/importrequest.h"
#include "models/wave/local/tasterunstate.h"

#include <QBuffer>
#include <QTemporaryFile>

namespace groundswell::test {

namespace {

const EventId eid(QStringLiteral("evt_1"));
const ClusterRef cluster{ClusterName(QStringLiteral("chamber")), 7};
const PackageId package(QStringLiteral("pkg_1"));
const Money money{123400, QStringLiteral("EUR")};

SetupWrite setupWrite()
{
    SetupWrite write;
    write.row.eid = eid;
    write.row.goal = Goal::Roas;
    write.row.totalBudget = money;
    write.row.currency = QStringLiteral("EUR");
    write.row.clusters.push_back({cluster, 0.5, {}});
    Creative creative;
    creative.cluster = cluster;
    creative.headline = QStringLiteral("Headline");
    write.row.creatives.push_back(creative);
    return write;
}

CampaignEdit campaignEdit()
{
    CampaignEdit edit;
    edit.eid = eid;
    edit.cluster = cluster;
    edit.creatives.push_back(setupWrite().row.creatives.front());
    edit.targeting.cluster = cluster;
    edit.integrationDetails.cluster = cluster;
    return edit;
}

PlanQuestion plan()
{
    return {
        Goal::Roas, money, QDate(2026, 6, 1), QDate(2026, 6, 14), {{cluster, 0.25, {}}, {cluster, {}, {}}}};
}

AttributionSettings attribution()
{
    AttributionSettings details;
    details.emailSentDate = QDate(2026, 6, 1);
    return details;
}

PackageRequest packageRequest()
{
    PackageRequest request;
    request.title = QStringLiteral("Autumn");
    request.events = {eid};
    return request;
}

ImportRequest importRequest()
{
    ImportRequest request;
    request.files = {{QStringLiteral("events"), QStringLiteral("/e.csv")},
                     {QStringLiteral("sales"), QStringLiteral("/s.csv")}};
    return request;
}

void addEventCalls(Calls &calls)
{
    const auto add = [&](const char *id, std::function<RequestHandle(Asker &)> call) {
        calls.emplace(QLatin1StringView(id), std::move(call));
    };
    add("partner", [](Asker &f) { return f.client.partner(&f.context, f.done()); });
    add("permissions", [](Asker &f) { return f.client.permissions(&f.context, f.done()); });
    add("setPartnerAttributionModel", [](Asker &f) {
        return f.client.setPartnerAttributionModel(AttributionModel::Fd, &f.context, f.done());
    });
    add("backhaulDefaults", [](Asker &f) {
        return f.client.attributionDefaults(PartnerId(QStringLiteral("fd1")), &f.context, f.done());
    });
    add("setBackhaulDefaults", [](Asker &f) {
        return f.client.setAttributionDefaults(PartnerId(QStringLiteral("fd1")), attribution(), &f.context,
                                               f.done());
    });
    add("events", [](Asker &f) {
        EventQuery query;
        query.cities = {QStringLiteral("Berlin"), QStringLiteral("Bonn")};
        query.frontendStatuses = {QStringLiteral("DEFAULT")};
        query.since = QDate(2026, 1, 1);
        query.search = QStringLiteral("jazz");
        query.onlyWithCampaigns = true;
        query.includeArchived = true;
        return f.client.events(query, &f.context, f.done());
    });
    add("event", [](Asker &f) { return f.client.event(eid, &f.context, f.done()); });
    add("statistics", [](Asker &f) { return f.client.statistics(&f.context, f.done()); });
    add("eventStatistics", [](Asker &f) { return f.client.eventStatistics(eid, &f.context, f.done()); });
    add("flaggedEvents", [](Asker &f) { return f.client.flaggedCount(&f.context, f.done()); });
    add("venues", [](Asker &f) { return f.client.venues({QStringLiteral("Bonn")}, &f.context, f.done()); });
    add("clusters", [](Asker &f) { return f.client.clusters(eid, &f.context, f.done()); });
    add("series", [](Asker &f) { return f.client.series(eid, &f.context, f.done()); });
    add("setSeries", [](Asker &f) { return f.client.setSeries(eid, {eid}, &f.context, f.done()); });
    add("setFrontendStatus", [](Asker &f) {
        return f.client.setFrontendStatus(eid, FrontendStatus::Flagged, &f.context, f.done());
    });
    add("attributionModel", [](Asker &f) { return f.client.attributionModel(eid, &f.context, f.done()); });
    add("setAttributionModel", [](Asker &f) {
        return f.client.setAttributionModel(eid, AttributionModel::Meta, &f.context, f.done());
    });
}

void addSetupCalls(Calls &calls)
{
    const auto add = [&](const char *id, std::function<RequestHandle(Asker &)> call) {
        calls.emplace(QLatin1StringView(id), std::move(call));
    };
    add("campaignDefaults", [](Asker &f) { return f.client.campaignDefaults(eid, &f.context, f.done()); });
    add("suggestedClusters",
        [](Asker &f) { return f.client.suggestedClusters(eid, plan(), &f.context, f.done()); });
    add("expectedValue", [](Asker &f) { return f.client.expectedValue(eid, plan(), &f.context, f.done()); });
    add("budgetLimits", [](Asker &f) { return f.client.budgetLimits(eid, plan(), &f.context, f.done()); });
    add("callToActions", [](Asker &f) {
        return f.client.callToActions(Goal::Roas, true, QStringLiteral("lf"), &f.context, f.done());
    });
    add("conversionEventTypes", [](Asker &f) {
        return f.client.conversionEventTypes(QStringLiteral("act_1"), QStringLiteral("pix_1"), &f.context,
                                             f.done());
    });
    add("setup", [](Asker &f) { return f.client.setup(eid, &f.context, f.done()); });
    add("createSetup", [](Asker &f) { return f.client.createSetup(setupWrite(), &f.context, f.done()); });
    add("putSetup", [](Asker &f) { return f.client.putSetup(setupWrite(), &f.context, f.done()); });
    add("cancelSetup", [](Asker &f) { return f.client.cancelSetup(eid, &f.context, f.done()); });
    add("boost", [](Asker &f) { return f.client.boost(setupWrite().row, &f.context, f.done()); });
    add("resetSetup", [](Asker &f) { return f.client.resetSetup(eid, &f.context, f.done()); });
    add("campaigns", [](Asker &f) { return f.client.campaigns(eid, &f.context, f.done()); });
    add("editCampaign", [](Asker &f) { return f.client.editCampaign(campaignEdit(), &f.context, f.done()); });
    add("addCampaign", [](Asker &f) {
        return f.client.addCampaign({eid, cluster, money, QDate(2026, 5, 1), QDate(2026, 6, 1)}, &f.context,
                                    f.done());
    });
    add("changeRuntimeBudget", [](Asker &f) {
        return f.client.changeRuntimeBudget(eid, money, QDate(2026, 6, 1), &f.context, f.done());
    });
    add("campaignCounts", [](Asker &f) { return f.client.campaignCounts(&f.context, f.done()); });
    add("setRunState", [](Asker &f) {
        return f.client.setCampaignRunState(eid, CampaignRunState::Paused, &f.context, f.done());
    });
    add("runStateTask", [](Asker &f) { return f.client.runStateTask(eid, &f.context, f.done()); });
    add("setCampaignOptimisation",
        [](Asker &f) { return f.client.setCampaignOptimisation(eid, Switch::Off, &f.context, f.done()); });
    add("setAdOptimisation",
        [](Asker &f) { return f.client.setAdOptimisation(eid, Switch::Off, &f.context, f.done()); });
    add("campaignResults", [](Asker &f) { return f.client.campaignResults(eid, &f.context, f.done()); });
    add("adInsights", [](Asker &f) { return f.client.adInsights(eid, &f.context, f.done()); });
    add("salesAdjustments", [](Asker &f) { return f.client.salesAdjustments(eid, &f.context, f.done()); });
    add("addSalesAdjustment",
        [](Asker &f) { return f.client.addSalesAdjustment(eid, 3, money, &f.context, f.done()); });
    add("removeSalesAdjustment", [](Asker &f) {
        return f.client.removeSalesAdjustment(QStringLiteral("cr_1"), &f.context, f.done());
    });
}

void addOtherCalls(Calls &calls)
{
    const auto add = [&](const char *id, std::function<RequestHandle(Asker &)> call) {
        calls.emplace(QLatin1StringView(id), std::move(call));
    };
    add("adConnection", [](Asker &f) { return f.client.adConnection(&f.context, f.done()); });
    add("adAssets", [](Asker &f) { return f.client.adAssets(&f.context, f.done()); });
    add("searchPlaces", [](Asker &f) {
        return f.client.searchPlaces(QStringLiteral("mün"), QStringLiteral("city"), &f.context, f.done());
    });
    add("packages", [](Asker &f) { return f.client.packages(&f.context, f.done()); });
    add("package", [](Asker &f) { return f.client.package(package, &f.context, f.done()); });
    add("createPackage",
        [](Asker &f) { return f.client.createPackage(packageRequest(), &f.context, f.done()); });
    add("mergePackages", [](Asker &f) {
        return f.client.mergePackages({package, PackageId(QStringLiteral("pkg_2"))}, &f.context, f.done());
    });
    add("regeneratePackage",
        [](Asker &f) { return f.client.regeneratePackage(package, &f.context, f.done()); });
    add("backhaulDetails",
        [](Asker &f) { return f.client.attributionSettings(package, &f.context, f.done()); });
    add("setBackhaulDetails", [](Asker &f) {
        return f.client.setAttributionSettings(package, attribution(), &f.context, f.done());
    });
    add("backhaulEvaluation",
        [](Asker &f) { return f.client.packageEvaluation(package, &f.context, f.done()); });
    add("customerList", [](Asker &f) {
        auto *sink = new QBuffer(&f.context);
        sink->open(QIODevice::WriteOnly);
        return f.client.customerList(package, cluster.tc, sink, &f.context, f.done());
    });
    add("sendTransactionSummary", [](Asker &f) {
        return f.client.sendTransactionSummary(
            {eid, QDate(2026, 6, 1), QDate(2026, 6, 2), {{QStringLiteral("standard"), 4, money}}}, &f.context,
            f.done());
    });
    add("uploadMedia", [](Asker &f) {
        QTemporaryFile file;
        file.open();
        return f.client.uploadMedia(file.fileName(), &f.context, {}, f.done());
    });
    add("tasteEvaluation", [](Asker &f) { return f.client.clusterQuality(&f.context, f.done()); });
    add("startTasteEvaluation", [](Asker &f) { return f.client.startClusterQuality(&f.context, f.done()); });
    add("cancelTasteEvaluation",
        [](Asker &f) { return f.client.cancelClusterQuality(&f.context, f.done()); });
    add("localSettings", [](Asker &f) { return f.client.localSettings(&f.context, f.done()); });
    add("setLocalSettings", [](Asker &f) {
        LocalSettings after;
        after.name = QStringLiteral("Acme");
        return f.client.setLocalSettings({}, after, &f.context, f.done());
    });
    add("adSpend", [](Asker &f) { return f.client.adSpend(eid, &f.context, f.done()); });
    add("addAdSpend", [](Asker &f) {
        return f.client.addAdSpend({{}, eid, cluster, QDate(2026, 5, 25), money}, &f.context, f.done());
    });
    add("removeAdSpend",
        [](Asker &f) { return f.client.removeAdSpend(QStringLiteral("1"), &f.context, f.done()); });
    add("previewImport",
        [](Asker &f) { return f.client.previewImport(importRequest(), &f.context, f.done()); });
    add("startImport", [](Asker &f) {
        ImportRequest request = importRequest();
        request.rejectsFile = QStringLiteral("/left-out.csv");
        request.mapping.emplace().setColumns(
            QStringLiteral("events"),
            {{QStringLiteral("title"), QStringLiteral("Titel")}, {QStringLiteral("hall"), QString()}});
        return f.client.startImport(request, &f.context, f.done());
    });
    add("tasteRun", [](Asker &f) { return f.client.tasteRun(&f.context, f.done()); });
    add("cancelPackageBuild",
        [](Asker &f) { return f.client.cancelPackageBuild(package, &f.context, f.done()); });
    add("cancelTasteRun", [](Asker &f) { return f.client.cancelTasteRun(&f.context, f.done()); });
    add("clusterMatches", [](Asker &f) { return f.client.clusterMatches(eid, 6, &f.context, f.done()); });
    add("importProgress",
        [](Asker &f) { return f.client.importProgress(QStringLiteral("1"), &f.context, f.done()); });
    add("cancelImport",
        [](Asker &f) { return f.client.cancelImport(QStringLiteral("1"), &f.context, f.done()); });
}

} // namespace

Calls allCalls()
{
    Calls calls;
    addEventCalls(calls);
    addSetupCalls(calls);
    addOtherCalls(calls);
    return calls;
}

} // namespace groundswell::test
