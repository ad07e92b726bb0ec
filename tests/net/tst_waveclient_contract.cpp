#include "app/net/restclient.h"
#include "app/net/session.h"
#include "app/net/waveclient.h"
#include "support/contract.h"
#include "support/fakeaccessmanager.h"
#include "support/manualscheduler.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QTemporaryFile>
#include <QTest>
#include <QUrlQuery>

using namespace groundswell;
using namespace groundswell::test;

namespace {

const EventId eid(QStringLiteral("evt_1"));
const ClusterRef cluster{ClusterName(QStringLiteral("chamber")), 7};
const PackageId package(QStringLiteral("pkg_1"));
const Money money{123400, QStringLiteral("EUR")};

struct Fixture {
    FakeAccessManager manager;
    Session session;
    ManualScheduler scheduler;
    RestClient rest{manager, session, scheduler, [] { return 0.0; }};
    WaveClient client{rest};
    QObject context;
    std::optional<Problem> problem;
    bool answered = false;
    RequestHandle handle;

    Fixture()
    {
        session.connectTo(Session::Kind::Embedded, QUrl(QStringLiteral("http://wave.example/api/v3")),
                          QStringLiteral("t"), PartnerId(QStringLiteral("fd1")));
        client.setCurrency(QStringLiteral("EUR"));
    }
    /// A callback of any type that only keeps whether it went well.
    auto done()
    {
        return [this](const auto &answer) {
            answered = true;
            if (!answer)
                problem = answer.error();
        };
    }
};

using Calls = std::map<QString, std::function<RequestHandle(Fixture &)>>;

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

BackhaulDetails backhaul()
{
    BackhaulDetails details;
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

void addEventCalls(Calls &calls)
{
    const auto add = [&](const char *id, std::function<RequestHandle(Fixture &)> call) {
        calls.emplace(QLatin1StringView(id), std::move(call));
    };
    add("partner", [](Fixture &f) { return f.client.partner(&f.context, f.done()); });
    add("permissions", [](Fixture &f) { return f.client.permissions(&f.context, f.done()); });
    add("setPartnerAttributionModel", [](Fixture &f) {
        return f.client.setPartnerAttributionModel(AttributionModel::Fd, &f.context, f.done());
    });
    add("backhaulDefaults", [](Fixture &f) {
        return f.client.backhaulDefaults(PartnerId(QStringLiteral("fd1")), &f.context, f.done());
    });
    add("setBackhaulDefaults", [](Fixture &f) {
        return f.client.setBackhaulDefaults(PartnerId(QStringLiteral("fd1")), backhaul(), &f.context,
                                            f.done());
    });
    add("events", [](Fixture &f) {
        EventQuery query;
        query.cities = {QStringLiteral("Berlin"), QStringLiteral("Bonn")};
        query.frontendStatuses = {QStringLiteral("DEFAULT")};
        query.since = QDate(2026, 1, 1);
        query.search = QStringLiteral("jazz");
        query.onlyWithCampaigns = true;
        query.includeArchived = true;
        return f.client.events(query, &f.context, f.done());
    });
    add("event", [](Fixture &f) { return f.client.event(eid, &f.context, f.done()); });
    add("statistics", [](Fixture &f) { return f.client.statistics(&f.context, f.done()); });
    add("eventStatistics", [](Fixture &f) { return f.client.eventStatistics(eid, &f.context, f.done()); });
    add("flaggedEvents", [](Fixture &f) { return f.client.flaggedCount(&f.context, f.done()); });
    add("venues", [](Fixture &f) { return f.client.venues({QStringLiteral("Bonn")}, &f.context, f.done()); });
    add("clusters", [](Fixture &f) { return f.client.clusters(eid, &f.context, f.done()); });
    add("series", [](Fixture &f) { return f.client.series(eid, &f.context, f.done()); });
    add("setSeries", [](Fixture &f) { return f.client.setSeries(eid, {eid}, &f.context, f.done()); });
    add("setFrontendStatus", [](Fixture &f) {
        return f.client.setFrontendStatus(eid, FrontendStatus::Flagged, &f.context, f.done());
    });
    add("attributionModel", [](Fixture &f) { return f.client.attributionModel(eid, &f.context, f.done()); });
    add("setAttributionModel", [](Fixture &f) {
        return f.client.setAttributionModel(eid, AttributionModel::Meta, &f.context, f.done());
    });
}

void addSetupCalls(Calls &calls)
{
    const auto add = [&](const char *id, std::function<RequestHandle(Fixture &)> call) {
        calls.emplace(QLatin1StringView(id), std::move(call));
    };
    add("campaignDefaults", [](Fixture &f) { return f.client.campaignDefaults(eid, &f.context, f.done()); });
    add("suggestedClusters",
        [](Fixture &f) { return f.client.suggestedClusters(eid, plan(), &f.context, f.done()); });
    add("expectedValue",
        [](Fixture &f) { return f.client.expectedValue(eid, plan(), &f.context, f.done()); });
    add("budgetLimits", [](Fixture &f) { return f.client.budgetLimits(eid, plan(), &f.context, f.done()); });
    add("callToActions", [](Fixture &f) {
        return f.client.callToActions(Goal::Roas, true, QStringLiteral("lf"), &f.context, f.done());
    });
    add("conversionEventTypes", [](Fixture &f) {
        return f.client.conversionEventTypes(QStringLiteral("act_1"), QStringLiteral("pix_1"), &f.context,
                                             f.done());
    });
    add("setup", [](Fixture &f) { return f.client.setup(eid, &f.context, f.done()); });
    add("createSetup", [](Fixture &f) { return f.client.createSetup(setupWrite(), &f.context, f.done()); });
    add("putSetup", [](Fixture &f) { return f.client.putSetup(setupWrite(), &f.context, f.done()); });
    add("cancelSetup", [](Fixture &f) { return f.client.cancelSetup(eid, &f.context, f.done()); });
    add("boost", [](Fixture &f) { return f.client.boost(eid, &f.context, f.done()); });
    add("resetSetup", [](Fixture &f) { return f.client.resetSetup(eid, &f.context, f.done()); });
    add("campaigns", [](Fixture &f) { return f.client.campaigns(eid, &f.context, f.done()); });
    add("editCampaign",
        [](Fixture &f) { return f.client.editCampaign(campaignEdit(), &f.context, f.done()); });
    add("addCampaign", [](Fixture &f) {
        return f.client.addCampaign({eid, cluster, money, QDate(2026, 5, 1), QDate(2026, 6, 1)}, &f.context,
                                    f.done());
    });
    add("changeRuntimeBudget", [](Fixture &f) {
        return f.client.changeRuntimeBudget(eid, money, QDate(2026, 6, 1), &f.context, f.done());
    });
    add("campaignCounts", [](Fixture &f) { return f.client.campaignCounts(&f.context, f.done()); });
    add("setRunState",
        [](Fixture &f) { return f.client.setRunState(eid, RunState::Paused, &f.context, f.done()); });
    add("runStateTask", [](Fixture &f) { return f.client.runStateTask(eid, &f.context, f.done()); });
    add("setCampaignOptimisation",
        [](Fixture &f) { return f.client.setCampaignOptimisation(eid, Switch::Off, &f.context, f.done()); });
    add("setAdOptimisation",
        [](Fixture &f) { return f.client.setAdOptimisation(eid, Switch::Off, &f.context, f.done()); });
    add("campaignResults", [](Fixture &f) { return f.client.campaignResults(eid, &f.context, f.done()); });
    add("adInsights", [](Fixture &f) { return f.client.adInsights(eid, &f.context, f.done()); });
    add("salesAdjustments", [](Fixture &f) { return f.client.salesAdjustments(eid, &f.context, f.done()); });
    add("addSalesAdjustment",
        [](Fixture &f) { return f.client.addSalesAdjustment(eid, 3, money, &f.context, f.done()); });
    add("removeSalesAdjustment", [](Fixture &f) {
        return f.client.removeSalesAdjustment(QStringLiteral("cr_1"), &f.context, f.done());
    });
}

void addOtherCalls(Calls &calls)
{
    const auto add = [&](const char *id, std::function<RequestHandle(Fixture &)> call) {
        calls.emplace(QLatin1StringView(id), std::move(call));
    };
    add("adConnection", [](Fixture &f) { return f.client.adConnection(&f.context, f.done()); });
    add("adAssets", [](Fixture &f) { return f.client.adAssets(&f.context, f.done()); });
    add("searchPlaces", [](Fixture &f) {
        return f.client.searchPlaces(QStringLiteral("mün"), QStringLiteral("city"), &f.context, f.done());
    });
    add("packages", [](Fixture &f) { return f.client.packages(&f.context, f.done()); });
    add("package", [](Fixture &f) { return f.client.package(package, &f.context, f.done()); });
    add("createPackage",
        [](Fixture &f) { return f.client.createPackage(packageRequest(), &f.context, f.done()); });
    add("mergePackages", [](Fixture &f) {
        return f.client.mergePackages({package, PackageId(QStringLiteral("pkg_2"))}, &f.context, f.done());
    });
    add("regeneratePackage",
        [](Fixture &f) { return f.client.regeneratePackage(package, &f.context, f.done()); });
    add("backhaulDetails",
        [](Fixture &f) { return f.client.backhaulDetails(package, &f.context, f.done()); });
    add("setBackhaulDetails",
        [](Fixture &f) { return f.client.setBackhaulDetails(package, backhaul(), &f.context, f.done()); });
    add("backhaulEvaluation",
        [](Fixture &f) { return f.client.backhaulEvaluation(package, &f.context, f.done()); });
    add("customerList", [](Fixture &f) {
        auto *sink = new QBuffer(&f.context);
        sink->open(QIODevice::WriteOnly);
        return f.client.customerList(package, cluster.tc, sink, &f.context, f.done());
    });
    add("sendTransactionSummary", [](Fixture &f) {
        return f.client.sendTransactionSummary(
            {eid, QDate(2026, 6, 1), QDate(2026, 6, 2), {{QStringLiteral("standard"), 4, money}}}, &f.context,
            f.done());
    });
    add("uploadMedia", [](Fixture &f) {
        QTemporaryFile file;
        file.open();
        return f.client.uploadMedia(file.fileName(), &f.context, {}, f.done());
    });
    add("tasteEvaluation", [](Fixture &f) { return f.client.tasteEvaluation(&f.context, f.done()); });
    add("startTasteEvaluation",
        [](Fixture &f) { return f.client.startTasteEvaluation(&f.context, f.done()); });
    add("cancelTasteEvaluation",
        [](Fixture &f) { return f.client.cancelTasteEvaluation(&f.context, f.done()); });
    add("localSettings", [](Fixture &f) { return f.client.localSettings(&f.context, f.done()); });
    add("setLocalSettings", [](Fixture &f) {
        return f.client.setLocalSettings(
            {{QStringLiteral("organiser"), QJsonObject{{QStringLiteral("name"), QStringLiteral("Acme")}}}},
            &f.context, f.done());
    });
    add("adSpend", [](Fixture &f) { return f.client.adSpend(eid, &f.context, f.done()); });
    add("addAdSpend", [](Fixture &f) {
        return f.client.addAdSpend({{}, eid, cluster, QDate(2026, 5, 25), money}, &f.context, f.done());
    });
    add("removeAdSpend",
        [](Fixture &f) { return f.client.removeAdSpend(QStringLiteral("1"), &f.context, f.done()); });
    add("previewImport", [](Fixture &f) {
        return f.client.previewImport({{QStringLiteral("events"), QStringLiteral("/e.csv")}}, &f.context,
                                      f.done());
    });
    add("startImport", [](Fixture &f) {
        return f.client.startImport({{QStringLiteral("events"), QStringLiteral("/e.csv")},
                                     {QStringLiteral("sales"), QStringLiteral("/s.csv")}},
                                    &f.context, f.done());
    });
    add("tasteRun", [](Fixture &f) { return f.client.tasteRun(&f.context, f.done()); });
    add("cancelPackageBuild",
        [](Fixture &f) { return f.client.cancelPackageBuild(package, &f.context, f.done()); });
    add("cancelTasteRun", [](Fixture &f) { return f.client.cancelTasteRun(&f.context, f.done()); });
    add("clusterMatches", [](Fixture &f) { return f.client.clusterMatches(eid, 6, &f.context, f.done()); });
    add("importProgress",
        [](Fixture &f) { return f.client.importProgress(QStringLiteral("1"), &f.context, f.done()); });
    add("cancelImport",
        [](Fixture &f) { return f.client.cancelImport(QStringLiteral("1"), &f.context, f.done()); });
}

Calls allCalls()
{
    Calls calls;
    addEventCalls(calls);
    addSetupCalls(calls);
    addOtherCalls(calls);
    return calls;
}

/// Offered by the contract and not used by this client: signing in (no page for it yet), figures of the
/// sister product, older paths and calls that the newer edition has replaced, and what a browser fetches by
/// itself.
const QSet<QString> &unused()
{
    static const QSet<QString> ids = [] {
        QSet<QString> result;
        for (const auto id :
             {"status", "task", "signIn", "answerMfaChallenge", "answerNewPasswordChallenge", "refreshToken",
              "forgotPassword", "resetPassword", "features", "tickets", "benchmark", "salesGraph",
              "putCampaignCreative", "putCampaignTargeting", "ignoreCampaign", "adConnectionOlderPath",
              "customersFromDescription", "storedMedia", "dailyRevenue"})
            result.insert(QLatin1StringView(id));
        return result;
    }();
    return ids;
}

} // namespace

/// Holds every request of the client, and what it makes of every documented answer, against the contract.
class TestWaveClientContract : public QObject {
    Q_OBJECT

    const Contract m_contract = Contract::load();
    const Calls m_calls = allCalls();

private Q_SLOTS:
    void everyOperationIsUsedOrLeftOutOnPurpose()
    {
        QStringList missing;
        for (const Contract::Operation &operation : m_contract.operations()) {
            if (!m_calls.contains(operation.id) && !unused().contains(operation.id))
                missing.append(operation.id);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QStringLiteral(", "))));
    }

    void requestsAreAsDocumented_data()
    {
        QTest::addColumn<QString>("id");
        for (const auto &[id, call] : m_calls)
            QTest::newRow(qPrintable(id)) << id;
    }
    void requestsAreAsDocumented()
    {
        QFETCH(QString, id);
        Fixture f;
        f.handle = m_calls.at(id)(f);
        const auto &seen = f.manager.last();
        const QString method = QString::fromLatin1(seen.verb);
        QString path = seen.request.url().path(QUrl::FullyEncoded);
        if (path == QStringLiteral("/api/media"))
            path = QStringLiteral("/media");
        const auto operation = m_contract.match(method, path);
        QVERIFY2(operation, qPrintable(method + QLatin1Char(' ') + path));
        QCOMPARE(operation->id, id);

        const auto items = QUrlQuery(seen.request.url()).queryItems(QUrl::FullyDecoded);
        const std::vector<std::pair<QString, QString>> query(items.begin(), items.end());
        QCOMPARE(m_contract.checkQuery(method, operation->path, query), QStringList());

        if (id == QStringLiteral("uploadMedia"))
            return; // a file, not JSON
        const QByteArray body = seen.reply->sentBody();
        const QJsonValue json = body.isEmpty() ? QJsonValue(QJsonValue::Undefined)
                                               : QJsonValue(QJsonDocument::fromJson(body).object());
        QCOMPARE(m_contract.checkRequest(method, operation->path, json), QStringList());
    }

    void documentedAnswersAreUnderstood_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        for (const Contract::Example &example : m_contract.examples()) {
            if (example.status == 0 || !m_calls.contains(example.operation.id))
                continue;
            const QByteArray body = example.value.isArray()
                ? QJsonDocument(example.value.toArray()).toJson()
                : QJsonDocument(example.value.toObject()).toJson();
            QTest::addRow("%s %d %s", qPrintable(example.operation.id), example.status,
                          qPrintable(example.name))
                << example.operation.id << example.status << body;
        }
    }
    void documentedAnswersAreUnderstood()
    {
        QFETCH(QString, id);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        Fixture f;
        f.handle = m_calls.at(id)(f);
        f.manager.last().reply->answer(status, body);
        QVERIFY(f.answered || status >= 500);
        if (status < 300) {
            QVERIFY2(!f.problem, f.problem ? qPrintable(f.problem->detail) : "");
        } else if (f.answered) {
            QVERIFY(f.problem);
            QVERIFY(!f.problem->messageKey.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestWaveClientContract)
#include "tst_waveclient_contract.moc"
