// Acknowledged data survives a sudden death of the service, and the work that was begun is finished after it.
#include "tests/e2e/packagehelpers.h"
#include "tests/e2e/sampleorganiser.h"
#include "tests/e2e/servedworkspace.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QTest>

#include <algorithm>
#include <map>

using namespace groundswell::test;

class TestCrash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acknowledgedEditsSurvive();
    void begunPackagesAreFinished();
    void endsPolitelyWhenAsked();
    void secondServiceOnTheSameWorkspace();
};

void TestCrash::acknowledgedEditsSurvive()
{
    ServedWorkspace served(SampleOrganiser::shared().workspace());
    const QStringList events = upcomingEvents(served.user()).mid(0, 4);
    QCOMPARE(events.size(), 4);
    for (const QString &event : events)
        QCOMPARE(served.user().post("/setup_processes/" + encoded(event)).status, 201);

    std::map<QString, int> sent; // the last number that went out, by event
    std::map<QString, int> acknowledged;
    int number = 0;
    // Each round ends in the middle of a burst, one edit earlier or later than the one before.
    for (int round = 0; round < 6; ++round) {
        bool alive = true;
        int answers = 0;
        const int deadAfter = 11 + round * 3;
        std::vector<std::unique_ptr<QNetworkReply>> replies;
        const auto write = [&](const QString &event, const auto &self) -> void {
            if (!alive)
                return;
            const int mine = ++number;
            sent[event] = mine;
            const QJsonObject row{{QStringLiteral("goal"), QStringLiteral("ROAS")},
                                  {QStringLiteral("total_budget"), mine},
                                  {QStringLiteral("x_text"), QString(3000, u'ü')}};
            QNetworkReply *reply = served.user().start("PUT", "/setup_processes/" + encoded(event),
                                                       QJsonDocument(row).toJson(), {});
            replies.emplace_back(reply);
            QObject::connect(reply, &QNetworkReply::finished, this, [&, reply, event, mine] {
                if (HttpUser::answerOf(reply).status != 200)
                    return;
                acknowledged[event] = mine;
                ++answers;
                self(event, self);
            });
        };
        for (const QString &event : events)
            write(event, write);
        QTRY_VERIFY_WITH_TIMEOUT(answers >= deadAfter, 30'000);
        alive = false;
        for (const auto &reply : replies)
            reply->disconnect(this);
        replies.clear();
        served.kill();
        QVERIFY(served.start());
        for (const QString &event : events) {
            const Answer row = served.user().get("/setup_processes/" + encoded(event));
            QCOMPARE(row.status, 200);
            const int stored = row.object()[u"total_budget"].toInt();
            // The one edit that was under way may have been stored before its answer got lost.
            QVERIFY2(stored == acknowledged[event] || stored == sent[event],
                     qPrintable(QStringLiteral("%1: stored %2, acknowledged %3, sent %4")
                                    .arg(event)
                                    .arg(stored)
                                    .arg(acknowledged[event])
                                    .arg(sent[event])));
            QCOMPARE(row.object()[u"x_text"].toString(), QString(3000, u'ü'));
        }
    }
}

void TestCrash::begunPackagesAreFinished()
{
    ServedWorkspace served(SampleOrganiser::shared().workspace());
    // Large ones, all requested at the same time: some are still waiting when the last is acknowledged.
    const QJsonObject request = packageRequest(upcomingEvents(served.user()));
    QStringList packages;
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    for (int i = 0; i < 24; ++i) {
        QNetworkReply *reply =
            served.user().start("POST", "/package_builder/packages", QJsonDocument(request).toJson(), {});
        replies.emplace_back(reply);
        QObject::connect(reply, &QNetworkReply::finished, this, [&packages, reply] {
            packages.append(QJsonDocument::fromJson(reply->readAll())[u"id"].toString());
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(packages.size(), qsizetype(replies.size()), 30'000);
    replies.clear();
    const auto isWaiting = [&](const QString &package) {
        return !isTerminal(served.user().get("/package_builder/packages/" + encoded(package)).object());
    };
    QVERIFY2(std::any_of(packages.crbegin(), packages.crend(), isWaiting), "built too quickly");
    served.kill();
    QVERIFY(served.start());
    for (const QString &package : packages) {
        const QJsonObject finished = whenTerminal(served.user(), package);
        QCOMPARE(finished[u"status"].toString(), QStringLiteral("DONE"));
        const QString tc = finished[u"clusters"][0][u"tc"].toString();
        QCOMPARE(customerList(served.user(), package, tc).size(),
                 qsizetype(finished[u"clusters"][0][u"customers"].toInteger()));
    }
}

void TestCrash::endsPolitelyWhenAsked()
{
    ServedWorkspace served(SampleOrganiser::shared().workspace());
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(served.tokenFile()) & others));
    const QByteArray first = served.token();
    QCOMPARE(first.size(), 64); // 256 bits
    QCOMPARE(served.endPolitely(), 0);
    // The secret isn't left behind, and is another one next time.
    QVERIFY(!QFile::exists(served.tokenFile()) && !QFile::exists(served.portFile()));
    QVERIFY(served.start());
    QVERIFY(served.token() != first);
    QCOMPARE(served.user().get("/events/").status, 200);
}

void TestCrash::secondServiceOnTheSameWorkspace()
{
    ServedWorkspace served(SampleOrganiser::shared().workspace());
    const QString event = upcomingEvents(served.user())[0];
    QCOMPARE(served.user().post("/setup_processes/" + encoded(event)).status, 201);
    // Whatever a second service is told, the first goes on and keeps its data.
    QProcess second;
    second.start(QStringLiteral(GROUNDSWELL_CLI),
                 {QStringLiteral("serve"), QStringLiteral("--workspace"), served.workspaceFile(),
                  QStringLiteral("--token-file"), served.tokenFile() + u'2', QStringLiteral("--port-file"),
                  served.portFile() + u'2'});
    QTRY_VERIFY_WITH_TIMEOUT(
        second.state() == QProcess::NotRunning || QFile::exists(served.portFile() + u'2'), 30'000);
    QCOMPARE(served.user().put("/setup_processes/" + encoded(event), json(R"({"total_budget": 7})")).status,
             200);
    second.kill();
    second.waitForFinished(30'000);
    QCOMPARE(served.user().get("/setup_processes/" + encoded(event)).object()[u"total_budget"].toInt(), 7);
}

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_e2e_crash.moc"
