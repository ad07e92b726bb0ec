#include "tests/service/http/servicefixture.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <random>
#include <thread>

using namespace groundswell;
using namespace groundswell::service;

namespace {

constexpr int clients = 50;

/// The program beside the tests: build/<preset>/bin.
QString commandLineProgram()
{
    return QStringLiteral(GROUNDSWELL_CLI);
}

/// `groundswell-cli serve` on a workspace, in a process of its own that can be killed.
class ServeProcess {
public:
    explicit ServeProcess(const QString &workspace)
        : m_folder(QFileInfo(workspace).absolutePath())
    {
        QFile::remove(portFile());
        m_process.start(commandLineProgram(),
                        {u"serve"_qs, u"--workspace"_qs, workspace, u"--token-file"_qs, tokenFile(),
                         u"--port-file"_qs, portFile()});
        const bool up = QTest::qWaitFor([&] { return QFileInfo(portFile()).size() > 0; }, 30000);
        if (!up)
            qFatal("groundswell-cli serve doesn't start: %s", m_process.readAllStandardError().constData());
    }
    ~ServeProcess() { kill(); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    bool endInOrder()
    {
        m_process.terminate();
        return m_process.waitForFinished(10000) && m_process.exitStatus() == QProcess::NormalExit
            && m_process.exitCode() == 0;
    }
    [[nodiscard]] RawClient client() const
    {
        return RawClient(content(portFile()).toInt(), content(tokenFile()));
    }
    [[nodiscard]] QString tokenFile() const { return m_folder + QStringLiteral("/token"); }
    [[nodiscard]] QString portFile() const { return m_folder + QStringLiteral("/port"); }

private:
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }
    QString m_folder;
    QProcess m_process;
};

} // namespace

/// Many at once, and the worst at once.
class TestStorm : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fiftyClientsEditOneDraft()
    {
        ServiceFixture fixture;
        const QByteArray path = "/api/v3/setup_processes/" + fixture.upcoming().first().toUtf8();
        auto first = fixture.rawClient();
        first.post(path, {});
        std::atomic<int> bad = 0;
        std::atomic<int> stored = 0;
        std::vector<std::thread> threads;
        for (int who = 0; who < clients; ++who) {
            threads.emplace_back([&, who] {
                auto client = fixture.rawClient();
                for (int revision = 1; revision <= 10; ++revision) {
                    client.headers = {{"X-Client-Id", QByteArray::number(who)},
                                      {"X-Draft-Revision", QByteArray::number(revision)}};
                    // Two members that belong together: a torn row would show.
                    const int mark = who * 1000 + revision;
                    const auto reply = client.put(path, {{u"total_budget"_qs, mark}, {u"mark"_qs, mark}});
                    if (reply.status == 200 && reply.json()[u"mark"].toInt() == mark)
                        ++stored;
                    else
                        ++bad;
                    const QJsonObject row = client.get(path).json();
                    if (row[u"mark"].toInt() != row[u"total_budget"].toInt())
                        ++bad;
                }
            });
        }
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(bad.load(), 0);
        QCOMPARE(stored.load(), clients * 10);
    }

    void withIfMatchNoEditIsLost()
    {
        ServiceFixture fixture;
        const QByteArray path = "/api/v3/setup_processes/" + fixture.upcoming().first().toUtf8();
        auto first = fixture.rawClient();
        first.post(path, {{u"count"_qs, 0}});
        std::atomic<int> added = 0;
        std::vector<std::thread> threads;
        for (int who = 0; who < 10; ++who) {
            threads.emplace_back([&] {
                auto client = fixture.rawClient();
                for (int tries = 0, done = 0; tries < 500 && done < 3; ++tries) {
                    client.headers.clear();
                    const auto read = client.get(path);
                    client.headers = {{"If-Match", read.header("ETag")}};
                    const auto reply = client.put(path, {{u"count"_qs, read.json()[u"count"].toInt() + 1}});
                    if (reply.status == 200) {
                        ++done;
                        ++added;
                    } else if (reply.status != 412) {
                        return;
                    }
                }
            });
        }
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(first.get(path).json()[u"count"].toInt(), added.load());
        QCOMPARE(added.load(), 30);
    }

    void fiftyClientsDoEverything()
    {
        ServiceFixture fixture;
        const QStringList events = fixture.upcoming();
        fixture.publish(events.last());
        std::atomic<int> faults = 0;
        std::vector<std::thread> threads;
        for (int who = 0; who < clients; ++who) {
            threads.emplace_back([&, who] {
                std::mt19937 random(static_cast<unsigned>(who));
                auto client = fixture.rawClient();
                for (int i = 0; i < 15; ++i) {
                    const QByteArray event =
                        events.at(static_cast<qsizetype>(random() % static_cast<unsigned>(events.size())))
                            .toUtf8();
                    const QByteArray base = "/api/v3";
                    RawReply reply;
                    switch (random() % 9) {
                    case 0:
                        reply = client.post(base + "/setup_processes/" + event, {});
                        break;
                    case 1:
                        reply = client.put(base + "/setup_processes/" + event, {{u"goal"_qs, u"ROAS"_qs}});
                        break;
                    case 2:
                        reply = client.request("DELETE", base + "/setup_processes/" + event);
                        break;
                    case 3:
                        reply = client.get(base + "/events/" + event + "/clusters");
                        break;
                    case 4:
                        reply = client.get(base + "/events/?page=2&limit=10");
                        break;
                    case 5:
                        reply = client.request("PUT",
                                               base + "/events/" + event
                                                   + "/client_campaign_status?client_campaign_status=PAUSED");
                        break;
                    case 6:
                        reply = client.request("POST", base + "/setup_processes/" + event + "/boost");
                        break;
                    case 7:
                        reply = client.request("PUT", base + "/setup_processes/" + event, "{\"broken");
                        break;
                    default:
                        reply =
                            client.get(base + "/integrations/facebook/events/" + event + "/campaign_results");
                        break;
                    }
                    if (reply.status == 0 || reply.status >= 500) {
                        qWarning("status %d: %s", reply.status, reply.body.left(300).constData());
                        ++faults;
                    }
                }
            });
        }
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(faults.load(), 0);
        QCOMPARE(fixture.rawClient().get("/api/v3/status/").status, 200);
    }

    void anAcknowledgedWriteSurvivesAKill()
    {
        ServiceFixture prepared; // for its workspace and an event
        const QString event = prepared.upcoming().first();
        const QByteArray path = "/api/v3/setup_processes/" + event.toUtf8();
        const QString workspace = prepared.workspaceFile();
        prepared.service().stop();
        std::atomic<int> acknowledged = 0;
        for (int round = 0; round < 3; ++round) {
            ServeProcess serve(workspace);
            auto client = serve.client();
            if (round == 0)
                QCOMPARE(client.post(path, {}).status, 201);
            else
                QCOMPARE(client.get(path).json()[u"mark"].toInt(), acknowledged.load());
            // Writes as fast as they are answered, and the plug is pulled from another thread in between.
            std::atomic<bool> go = true;
            std::thread writer([&] {
                auto mine = serve.client();
                while (go) {
                    const int mark = acknowledged + 1;
                    if (mine.put(path, {{u"mark"_qs, mark}}).status != 200)
                        return;
                    acknowledged = mark;
                }
            });
            QVERIFY(QTest::qWaitFor([&, start = acknowledged.load()] { return acknowledged > start + 20; },
                                    20000));
            serve.kill();
            go = false;
            writer.join();
            ServeProcess again(workspace);
            auto reader = again.client();
            const int kept = reader.get(path).json()[u"mark"].toInt();
            // The one that was under way may have arrived; what was acknowledged is there in any case.
            QVERIFY2(kept == acknowledged || kept == acknowledged + 1,
                     qPrintable(u"%1, %2"_qs.arg(kept).arg(acknowledged.load())));
            acknowledged = kept;
            QVERIFY(again.endInOrder());
        }
    }

    void theHeadlessServiceKeepsItsSecret()
    {
        QTemporaryDir folder;
        ServeProcess serve(folder.filePath(u"new.gsw"_qs)); // made where there was none
        const auto permissions = QFileInfo(serve.tokenFile()).permissions();
        QVERIFY(!(permissions
                  & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup
                     | QFileDevice::WriteOther)));
        QCOMPARE(QFileInfo(serve.tokenFile()).size(), 65); // 256 bits in hex, and a line end
        QCOMPARE(serve.client().get("/api/v3/partners/").status, 200);
        QVERIFY(serve.endInOrder());
        QVERIFY(!QFileInfo::exists(serve.tokenFile()));
        QVERIFY(!QFileInfo::exists(serve.portFile()));
    }
};

QTEST_GUILESS_MAIN(TestStorm)
#include "tst_storm.moc"
