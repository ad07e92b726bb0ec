// groundswell-cli clusters, as a script would call it.
#include "app/service/store/salesstore.h"
#include "app/service/store/store.h"
#include "tests/support/datasetbatch.h"
#include "tests/support/syntheticsales.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <utility>

using namespace groundswell;
using namespace groundswell::test;

namespace {

struct Outcome {
    int code = -1;
    QByteArray out;
    QByteArray error;
};

Outcome program(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(GROUNDSWELL_CLI), arguments);
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Outcome cli(const QStringList &arguments)
{
    return program(QStringList(QStringLiteral("clusters")) + arguments);
}

} // namespace

class TestClusters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersJson();
    void writesTheSameScoresTwice();
    void anotherWorkspaceGivesTheSameBytes();
    void scoresAreDefusedForSpreadsheets();
    void asOfListsOnlyWhoWasKnown();
    void saysWhatIsWrong();
    void realFestival();

private:
    QStringList arguments(const QStringList &more = {}) const
    {
        return QStringList{QStringLiteral("--workspace"), m_workspace, QStringLiteral("--event"),
                           QStringLiteral("ev0000007")}
        + more;
    }
    QByteArray scores(const QStringList &more = {})
    {
        const QString file = m_folder.filePath(QStringLiteral("scores.csv"));
        QFile::remove(file);
        const Outcome outcome = cli(arguments(QStringList{QStringLiteral("--scores"), file} + more));
        QFile in(file);
        return outcome.code == 0 && in.open(QIODevice::ReadOnly) ? in.readAll() : outcome.error;
    }

    QTemporaryDir m_folder;
    QString m_workspace;
};

void TestClusters::initTestCase()
{
    m_workspace = m_folder.filePath(QStringLiteral("Bühne.groundswell"));
    auto store = service::openStore(m_workspace);
    QVERIFY(store);
    const auto sales = makeSyntheticSales({.customers = 600, .events = 60, .purchases = 4000});
    QVERIFY((*store)->sales().apply(batchOf(sales.dataset), {}));
}

void TestClusters::answersJson()
{
    const Outcome outcome = cli(arguments({QStringLiteral("--json")}));
    QCOMPARE(outcome.code, 0);
    const QJsonObject json = QJsonDocument::fromJson(outcome.out).object();
    QVERIFY(json[u"tc_run_id"].toInteger() > 0);
    QCOMPARE(json[u"eid"].toString(), QStringLiteral("ev0000007"));
    const QJsonArray clusters = json[u"clusters"].toArray();
    QVERIFY(!clusters.isEmpty());
    double share = 0;
    for (const auto &entry : clusters) {
        const QJsonObject cluster = entry.toObject();
        QVERIFY(!cluster[u"tc"].toString().isEmpty() && !cluster[u"label"].toString().isEmpty());
        QVERIFY(cluster[u"metric_pred"].toDouble() > 0 && cluster[u"metric_pred"].toDouble() <= 5);
        QVERIFY(!cluster[u"explaining_events"].toArray().isEmpty());
        share += cluster[u"size_share"].toDouble();
    }
    QVERIFY(qAbs(share - 1) < 1e-9);
    // The run keeps its number.
    const Outcome again = cli(arguments({QStringLiteral("--json")}));
    QCOMPARE(again.out, outcome.out);
    // A look into the past isn't a run of the workspace.
    const Outcome past =
        cli(arguments({QStringLiteral("--json"), QStringLiteral("--as-of"), QStringLiteral("2024-01-01")}));
    QVERIFY(QJsonDocument::fromJson(past.out).object()[u"tc_run_id"].isNull());
}

void TestClusters::writesTheSameScoresTwice()
{
    const QByteArray first = scores();
    QVERIFY(first.startsWith("customer_id,tc,affinity,probability\nc0"));
    QVERIFY(first.count('\n') > 300);
    QCOMPARE(scores(), first);
}

void TestClusters::anotherWorkspaceGivesTheSameBytes()
{
    const QByteArray clusters = cli(arguments({QStringLiteral("--json")})).out;
    const QByteArray people = scores();
    const QString first = std::exchange(m_workspace, m_folder.filePath(QStringLiteral("second.groundswell")));
    {
        auto store = service::openStore(m_workspace);
        QVERIFY(store);
        const auto sales = makeSyntheticSales({.customers = 600, .events = 60, .purchases = 4000});
        QVERIFY((*store)->sales().apply(batchOf(sales.dataset), {}));
    }
    const QByteArray otherClusters = cli(arguments({QStringLiteral("--json")})).out;
    const QByteArray otherPeople = scores();
    m_workspace = first;
    QVERIFY(clusters.contains("explaining_events"));
    QCOMPARE(otherClusters, clusters);
    QCOMPARE(otherPeople, people);
}

/// Customers' ids come from an import, so anything may stand in them.
void TestClusters::scoresAreDefusedForSpreadsheets()
{
    const QString workspace = m_folder.filePath(QStringLiteral("hostile.groundswell"));
    {
        auto store = service::openStore(workspace);
        QVERIFY(store);
        auto sales = makeSyntheticSales({.customers = 600, .events = 60, .purchases = 4000});
        for (std::string &id : sales.dataset.customerIds)
            id.insert(0, "=cmd|"); // in the same order
        QVERIFY((*store)->sales().apply(batchOf(sales.dataset), {}));
    }
    const QString file = m_folder.filePath(QStringLiteral("hostile.csv"));
    const Outcome outcome = cli({QStringLiteral("--workspace"), workspace, QStringLiteral("--event"),
                                 QStringLiteral("ev0000007"), QStringLiteral("--scores"), file});
    QVERIFY2(outcome.code == 0, outcome.error.constData());
    QFile in(file);
    QVERIFY(in.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = in.readAll().trimmed().split('\n');
    QVERIFY(lines.size() > 100);
    for (const QByteArray &line : lines.mid(1))
        QVERIFY2(line.startsWith("'=cmd|"), line.constData());
}

void TestClusters::asOfListsOnlyWhoWasKnown()
{
    const auto all = scores().count('\n');
    const auto early =
        scores({QStringLiteral("--as-of"), QStringLiteral("2021-06-01T12:00:00Z")}).count('\n');
    QVERIFY(early > 1 && early < all);
    QCOMPARE(scores({QStringLiteral("--as-of"), QStringLiteral("1999-01-01")}),
             QByteArray("customer_id,tc,affinity,probability\n"));
}

void TestClusters::saysWhatIsWrong()
{
    const Outcome noEvent =
        cli({QStringLiteral("--workspace"), m_workspace, QStringLiteral("--event"), QStringLiteral("x")});
    QCOMPARE(noEvent.code, 1);
    QCOMPARE(noEvent.error, QByteArray("There is no event \"x\" in this workspace.\n"));
    const Outcome noWorkspace = cli({QStringLiteral("--workspace"), m_folder.filePath(QStringLiteral("none")),
                                     QStringLiteral("--event"), QStringLiteral("x")});
    QCOMPARE(noWorkspace.code, 1);
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("none"))));
    QCOMPARE(cli(arguments({QStringLiteral("--as-of"), QStringLiteral("2024-02-31")})).code, 2);
    QCOMPARE(cli({QStringLiteral("--event"), QStringLiteral("x")}).code, 2);
    const Outcome folder = cli(arguments({QStringLiteral("--scores"), m_folder.path()}));
    QCOMPARE(folder.code, 1);
    QVERIFY(folder.error.startsWith("Cannot write"));
}

void TestClusters::realFestival()
{
    const QString folder = QStringLiteral(GROUNDSWELL_SHARED_DATA "/festival2022/");
    if (!QFile::exists(folder + QStringLiteral("events.csv.gz")))
        QSKIP("The festival's sales are not on this machine.");
    const QString workspace = m_folder.filePath(QStringLiteral("festival.groundswell"));
    const Outcome imported =
        program({QStringLiteral("import"), QStringLiteral("--workspace"), workspace,
                 QStringLiteral("--events"), folder + QStringLiteral("events.csv.gz"),
                 QStringLiteral("--sales"), folder + QStringLiteral("purchases.csv.gz"),
                 QStringLiteral("--map"), QStringLiteral(GROUNDSWELL_TEST_DATA "/festival2022.map.json")});
    QVERIFY2(imported.code == 0, imported.error.constData());

    const QString scoresFile = m_folder.filePath(QStringLiteral("festival.csv"));
    const Outcome outcome =
        cli({QStringLiteral("--workspace"), workspace, QStringLiteral("--event"), QStringLiteral("22"),
             QStringLiteral("--as-of"), QStringLiteral("2022-06-10"), QStringLiteral("--json"),
             QStringLiteral("--scores"), scoresFile});
    QVERIFY2(outcome.code == 0, outcome.error.constData());
    const QJsonObject json = QJsonDocument::fromJson(outcome.out).object();
    QCOMPARE(json[u"notice"].toString(), QString());
    QVERIFY(json[u"quality"][u"lift"].toDouble() > 1.2);
    QVERIFY(json[u"quality"][u"replay_auc"].toDouble()
            > json[u"quality"][u"replay_frequency_auc"].toDouble());
    for (const auto &cluster : json[u"clusters"].toArray()) {
        const QString label = cluster[u"label"].toString();
        // Named in the data's own language, addressed in letters that any URL carries.
        QVERIFY(std::any_of(label.begin(), label.end(),
                            [](QChar c) { return c.script() == QChar::Script_Cyrillic; }));
        const QString name = cluster[u"tc"].toString();
        QVERIFY(
            std::all_of(name.begin(), name.end(), [](QChar c) { return c.unicode() < 128 && c != u' '; }));
        QVERIFY(cluster[u"reach_estimate"].toInteger() > 0);
    }
    QFile scores(scoresFile);
    QVERIFY(scores.open(QIODevice::ReadOnly));
    QCOMPARE(scores.readAll().count('\n'), json[u"scored_customers"].toInteger() + 1);
}

QTEST_GUILESS_MAIN(TestClusters)
#include "tst_clusters.moc"
