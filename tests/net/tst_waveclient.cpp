#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "app/net/wave/waveclient.h"
#include "models/wave/calls/attribution.h"
#include "models/wave/calls/planquestion.h"
#include "models/wave/calls/sales.h"
#include "models/wave/calls/uploadedmedia.h"
#include "support/fakeaccessmanager.h"
#include "support/manualscheduler.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace groundswell;
using namespace groundswell::test;

namespace {

struct Fixture {
    FakeAccessManager manager;
    Session session;
    ManualScheduler scheduler;
    RestClient rest{manager, session, scheduler, [] { return 0.0; }};
    WaveClient client{rest};
    QObject context;

    Fixture()
    {
        session.connectTo(Session::Kind::Remote, QUrl(QStringLiteral("http://wave.example/api/v3")),
                          QStringLiteral("t"), PartnerId(QStringLiteral("fd1")));
        client.setCurrency(QStringLiteral("EUR"));
    }
    [[nodiscard]] QString sent() const
    {
        return QString::fromLatin1(manager.last().verb) + QLatin1Char(' ') + manager.last().pathAndQuery();
    }
    [[nodiscard]] QJsonObject body() const
    {
        return QJsonDocument::fromJson(manager.last().reply->sentBody()).object();
    }
};

const EventId eid(QStringLiteral("evt 1"));

SetupProcess setupOf(const EventId &id)
{
    SetupProcess setup;
    setup.eid = id;
    return setup;
}

template <class T> Callback<T> into(std::optional<Expected<T>> &slot)
{
    return [&slot](Expected<T> answer) { slot = std::move(answer); };
}

} // namespace

class TestWaveClient : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eventsAreAskedInRepeatStyle()
    {
        Fixture f;
        EventQuery query;
        query.page = 2;
        query.since = QDate(2026, 1, 31);
        query.cities = {QStringLiteral("Köln"), QStringLiteral("Bonn")};
        std::optional<Expected<Page<Event>>> answer;
        auto handle = f.client.events(query, &f.context, into(answer));
        QCOMPARE(
            f.sent(),
            QStringLiteral("GET /api/v3/events/?page=2&limit=50&since=2026-01-31&city=K%C3%B6ln&city=Bonn"));
        f.manager.last().reply->answer(200,
                                       "{\"total\":51,\"limit\":50,\"page\":2,\"pages\":2,\"nextPage\":null,"
                                       "\"items\":[{\"id\":7,\"title\":\"x\"}]}");
        QVERIFY(answer->has_value());
        QCOMPARE((*answer)->total, 51);
        QCOMPARE((*answer)->items.at(0).id, EventId(QStringLiteral("7")));
    }

    void documentedPathsAreKept()
    {
        Fixture f;
        std::vector<RequestHandle> handles;
        const auto check = [&](RequestHandle handle, const char *expected) {
            handles.push_back(std::move(handle));
            QCOMPARE(f.sent(), QLatin1StringView(expected));
        };
        const auto nothing = [](const auto &) {};
        QObject *c = &f.context;
        const PackageId package(QStringLiteral("pkg/5"));
        check(f.client.partner(c, nothing), "GET /api/v3/partners/");
        check(f.client.flaggedCount(c, nothing), "GET /api/v3/events/flagged/");
        check(f.client.clusters(eid, c, nothing), "GET /api/v3/events/evt%201/clusters");
        check(f.client.clusters(eid, 41, c, nothing), "GET /api/v3/events/evt%201/clusters?tc_run_id=41");
        PlanQuestion plan;
        plan.goal = Goal::Utilization;
        plan.budget = Money{12050, QStringLiteral("EUR")};
        check(f.client.budgetLimits(eid, plan, c, nothing),
              "GET /api/v3/events/evt%201/budget_min_max?runtime_in_days=1&goal=UTILIZATION");
        plan.start = QDate(2026, 5, 1);
        plan.end = QDate(2026, 5, 14);
        plan.clusters = {{{ClusterName(QStringLiteral("a&b")), 42}, 0.25, {}},
                         {{ClusterName(QStringLiteral("c")), 42}, std::nullopt, {}}};
        check(f.client.budgetLimits(eid, plan, c, nothing),
              "GET /api/v3/events/evt%201/budget_min_max?runtime_in_days=14&goal=UTILIZATION&clusters=2"
              "&tc_run_id=42");
        check(f.client.suggestedClusters(eid, plan, c, nothing),
              "GET /api/v3/events/evt%201/suggested_tcs?budget=120.5&goal=UTILIZATION&start_date=2026-05-01"
              "&end_date=2026-05-14&tc_run_id=42");
        check(f.client.callToActions(Goal::Roas, false, {}, c, nothing),
              "GET /api/v3/setup_processes/call_to_action/?goal=ROAS&has_pixel=false");
        check(
            f.client.expectedValue(eid, plan, c, nothing),
            "GET /api/v3/events/evt%201/campaigns_expected_value?goal=UTILIZATION&budget=120.5&tc=a%26b&tc=c"
            "&budget_share=0.25&budget_share=0.75&tc_run_id=42");
        // One that is unset doesn't make the others forget theirs.
        plan.clusters[0].budgetShare = 0.75;
        plan.clusters[1].budgetShare.reset();
        plan.clusters.push_back({{ClusterName(QStringLiteral("d")), 42}, std::nullopt, {}});
        check(
            f.client.expectedValue(eid, plan, c, nothing),
            "GET /api/v3/events/evt%201/campaigns_expected_value?goal=UTILIZATION&budget=120.5&tc=a%26b&tc=c"
            "&tc=d&budget_share=0.75&budget_share=0.125&budget_share=0.125&tc_run_id=42");
        plan.clusters.pop_back();
        plan.clusters.front().budgetShare.reset();
        check(
            f.client.expectedValue(eid, plan, c, nothing),
            "GET /api/v3/events/evt%201/campaigns_expected_value?goal=UTILIZATION&budget=120.5&tc=a%26b&tc=c"
            "&tc_run_id=42");
        check(f.client.clusterMatches(eid, 41, c, nothing),
              "GET /api/v3/local/events/evt%201/cluster_matches?from=41");
        check(f.client.cancelSetup(eid, c, nothing), "DELETE /api/v3/setup_processes/evt%201?cancel=true");
        check(f.client.boost(setupOf(eid), c, nothing), "POST /api/v3/setup_processes/evt%201/boost");
        check(f.client.setCampaignRunState(eid, CampaignRunState::Paused, c, nothing),
              "PUT /api/v3/events/evt%201/client_campaign_status?client_campaign_status=PAUSED");
        check(f.client.addCampaign({eid,
                                    {ClusterName(QStringLiteral("t")), 42},
                                    Money{150000, QStringLiteral("EUR")},
                                    QDate(2026, 5, 1),
                                    QDate(2026, 6, 1)},
                                   c, nothing),
              "POST /api/v3/campaigns/?eid=evt%201&tc=t&tc_run_id=42&budget=1500&start_date=2026-05-01"
              "&end_date=2026-06-01");
        check(f.client.packages(c, nothing), "GET /api/v3/package_builder/packages/");
        check(f.client.mergePackages({package, PackageId(QStringLiteral("b"))}, c, nothing),
              "POST /api/v3/package_builder/packages/merge?packages_ids=pkg%2F5&packages_ids=b");
        check(f.client.regeneratePackage(package, c, nothing),
              "POST /api/v3/package_builder/packages/pkg%2F5/regenerate");
        check(f.client.salesAdjustments(eid, c, nothing),
              "GET /api/v3/campaign_results/?eid=evt%201&partner_id=fd1");
        check(f.client.setPartnerAttributionModel(AttributionModel::Meta, c, nothing),
              "PUT /api/v3/partners/attribution_model?model=META");
    }

    void aDraftIsWrittenWithItsVersion()
    {
        Fixture f;
        SetupWrite write;
        write.row.eid = eid;
        write.row.dsaPayor = QStringLiteral("Acme");
        write.ifMatch = "\"7\"";
        write.clientId = QStringLiteral("client");
        write.draftRevision = 12;
        std::optional<Expected<SetupRow>> answer;
        auto handle = f.client.putSetup(write, &f.context, into(answer));
        QCOMPARE(f.sent(), QStringLiteral("PUT /api/v3/setup_processes/evt%201"));
        const QNetworkRequest &request = f.manager.last().request;
        QCOMPARE(request.rawHeader("If-Match"), QByteArray("\"7\""));
        QCOMPARE(request.rawHeader("X-Client-Id"), QByteArray("client"));
        QCOMPARE(request.rawHeader("X-Draft-Revision"), QByteArray("12"));
        QCOMPARE(f.body().value(QStringLiteral("dsa_payor")).toString(), QStringLiteral("Acme"));
        f.manager.last().reply->answer(200, "{\"dsa_payor\":\"Acme\",\"new_member\":1}", {{"ETag", "\"8\""}});
        QVERIFY(answer->has_value());
        QCOMPARE((*answer)->etag, QByteArray("\"8\""));
        QCOMPARE((*answer)->row.eid, eid); // the documented row names no event
        QVERIFY((*answer)->row.extra.contains(QStringLiteral("new_member")));
    }

    void anEmptyAnswerToAWriteMeansAsSent()
    {
        Fixture f;
        SetupWrite write;
        write.row.eid = eid;
        write.row.dsaPayor = QStringLiteral("Acme");
        std::optional<Expected<SetupRow>> answer;
        auto handle = f.client.putSetup(write, &f.context, into(answer));
        f.manager.last().reply->answer(204);
        QVERIFY(answer->has_value());
        QCOMPARE((*answer)->row, write.row);
    }

    // Both say that it was done: which campaigns came of it is for a reading to tell.
    void anEmptyAnswerToPublishingIsNoProblem_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("204") << 204 << QByteArray();
        QTest::newRow("200") << 200 << QByteArray();
        QTest::newRow("200 {}") << 200 << QByteArray("{}");
    }
    void anEmptyAnswerToPublishingIsNoProblem()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        Fixture f;
        std::optional<Expected<std::vector<Campaign>>> answer;
        auto handle = f.client.boost(setupOf(eid), &f.context, into(answer));
        f.manager.last().reply->answer(status, body);
        QVERIFY(answer->has_value());
        QVERIFY((*answer)->empty());
    }

    void badAnswersAreProblemsNotCrashes_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("page of a captive portal") << QByteArray("<html>Please log in</html>");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("array") << QByteArray("[1,2]");
        QTest::newRow("wrong type") << QByteArray("{\"creatives\":\"none\"}");
        QTest::newRow("half") << QByteArray("{\"creatives\":[");
        QTest::newRow("not UTF-8") << QByteArray("{\"goal\":\"\xff\xfe\"}");
    }
    void badAnswersAreProblemsNotCrashes()
    {
        QFETCH(QByteArray, body);
        Fixture f;
        std::optional<Expected<SetupRow>> answer;
        auto handle = f.client.setup(eid, &f.context, into(answer));
        f.manager.last().reply->answer(200, body);
        QVERIFY(answer.has_value());
        if (QByteArray(QTest::currentDataTag()) == "not UTF-8" && answer->has_value())
            return; // replaced characters are harmless
        QVERIFY(!answer->has_value());
        QCOMPARE(answer->error().kind, Problem::Kind::Protocol);
        QVERIFY(!answer->error().requestId.isEmpty());
    }

    void refusalsInsideASuccessAreFound()
    {
        Fixture f;
        std::optional<Expected<void>> answer;
        auto handle = f.client.sendTransactionSummary({eid, {}, {}, {}}, &f.context, into(answer));
        f.manager.last().reply->answer(
            200, "{\"validation_errors\":[{\"code\":\"bad_date\",\"field\":\"from\"}]}");
        QVERIFY(!answer->has_value());
        QCOMPARE(answer->error().kind, Problem::Kind::Rejected);
        QCOMPARE(answer->error().fields.at(0).field, QStringLiteral("from"));
    }

    void permissionsComeInBothShapes()
    {
        for (const QByteArray &body :
             {QByteArray("[\"wave\"]"), QByteArray("{\"permissions\":[\"wave\"]}")}) {
            Fixture f;
            std::optional<Expected<QStringList>> answer;
            auto handle = f.client.permissions(&f.context, into(answer));
            f.manager.last().reply->answer(200, body);
            QCOMPARE(answer->value(), QStringList{QStringLiteral("wave")});
        }
    }

    void mediaGoBesideTheVersionAsAFilePart()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a \"b\".png"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("picture");
        file.close();
        Fixture f;
        std::optional<Expected<UploadedMedia>> answer;
        auto handle = f.client.uploadMedia(path, &f.context, {}, into(answer));
        QCOMPARE(f.sent(), QStringLiteral("POST /api/media"));
        const QByteArray body = f.manager.last().reply->sentBody();
        QVERIFY(body.contains("name=\"file\"; filename=\"a _b_.png\""));
        QVERIFY(body.contains("\r\n\r\npicture\r\n"));
        f.manager.last().reply->answer(
            200, "{\"type\":\"image\",\"url\":\"https://media.example/1.png\",\"filename\":\"a.png\"}");
        QCOMPARE(answer->value().url, QStringLiteral("https://media.example/1.png"));
    }

    void anUnreadableFileIsToldWithoutARequest()
    {
        Fixture f;
        std::optional<Expected<UploadedMedia>> answer;
        auto handle = f.client.uploadMedia(QStringLiteral("/nowhere/x.png"), &f.context, {}, into(answer));
        QTRY_VERIFY(answer.has_value());
        QCOMPARE(answer->error().messageKey, QStringLiteral("error.client.file_unreadable"));
        QCOMPARE(f.manager.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestWaveClient)
#include "tst_waveclient.moc"
