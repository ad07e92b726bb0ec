// groundswell-cli evaluate-taste, as a script would call it.
#include "app/service/store/salesstore.h"
#include "app/service/store/store.h"
#include "tests/support/datasetbatch.h"
#include "tests/support/syntheticsales.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace groundswell;
using namespace groundswell::test;

namespace {

struct Outcome {
    int code = -1;
    QByteArray out;
    QByteArray error;
};

Outcome cli(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(GROUNDSWELL_CLI), arguments);
    if (!process.waitForFinished(240'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Outcome evaluate(const QString &workspace, const QStringList &more = {})
{
    return cli(QStringList{u"evaluate-taste"_qs, u"--workspace"_qs, workspace} + more);
}

QJsonObject gate(const QJsonObject &report, const QString &id)
{
    for (const QJsonValue gate : report[u"gates"].toArray()) {
        if (gate[u"id"].toString() == id)
            return gate.toObject();
    }
    return {};
}

} // namespace

class TestEvaluateTaste : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersTheSameJsonTwice();
    void saysEveryGateInWords();
    void saysWhatIsWrong();
    void realSales_data();
    void realSales();

private:
    QTemporaryDir m_folder;
    QString m_workspace;
};

void TestEvaluateTaste::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_workspace = m_folder.filePath(u"a.groundswell"_qs);
    const auto store = service::openStore(m_workspace);
    QVERIFY(store);
    const auto sales = makeSyntheticSales({.customers = 1000, .purchases = 6000});
    QVERIFY((*store)->sales().apply(batchOf(sales.dataset), {}));
}

void TestEvaluateTaste::answersTheSameJsonTwice()
{
    const QStringList options{u"--json"_qs, u"--cuts"_qs, u"1"_qs, u"--events"_qs,
                              u"20"_qs,     u"--seed"_qs, u"5"_qs};
    const Outcome first = evaluate(m_workspace, options);
    QVERIFY2(first.code == 0, first.error.constData());
    QCOMPARE(evaluate(m_workspace, options).out, first.out);
    const QJsonObject report = QJsonDocument::fromJson(first.out).object();
    QCOMPARE(report[u"seed"].toInt(), 5);
    QCOMPARE(report[u"replay"][u"cuts"].toArray().size(), 1);
    QCOMPARE(report[u"gates"].toArray().size(), 13);
    const QJsonObject lift = gate(report, u"lift_over_frequency"_qs);
    QVERIFY(lift[u"low"].toDouble() <= lift[u"value"].toDouble());
    QVERIFY(lift[u"high"].toDouble() >= lift[u"value"].toDouble());
    QVERIFY(QStringList({u"reached"_qs, u"not_reached"_qs, u"too_few_data"_qs})
                .contains(lift[u"verdict"].toString()));
}

void TestEvaluateTaste::saysEveryGateInWords()
{
    const Outcome outcome = evaluate(m_workspace, {u"--cuts"_qs, u"1"_qs, u"--events"_qs, u"10"_qs});
    QVERIFY2(outcome.code == 0, outcome.error.constData());
    QVERIFY2(outcome.out.contains("too few data"), "ten events are too few for a verdict");
    QVERIFY(outcome.out.contains("No two clusters share a label"));
    QVERIFY(outcome.out.contains("frequency"));
}

void TestEvaluateTaste::saysWhatIsWrong()
{
    QCOMPARE(cli({u"evaluate-taste"_qs, u"--help"_qs}).code, 0);
    QCOMPARE(cli({u"evaluate-taste"_qs}).code, 2);
    QCOMPARE(evaluate(m_workspace, {u"--seed"_qs, u"x"_qs}).code, 2);
    QCOMPARE(evaluate(m_workspace, {u"--events"_qs, u"0"_qs}).code, 2);
    const Outcome missing = evaluate(m_folder.filePath(u"none"_qs));
    QCOMPARE(missing.code, 1);
    QVERIFY(!missing.error.isEmpty());
}

void TestEvaluateTaste::realSales_data()
{
    QTest::addColumn<QString>("set");
    QTest::addColumn<QString>("events");
    QTest::addColumn<QString>("sales");
    QTest::newRow("festival") << u"festival2022"_qs << u"events"_qs << u"purchases"_qs;
    QTest::newRow("retail") << u"online_retail"_qs << u"invoices"_qs << u"invoices"_qs;
    QTest::newRow("baskets") << u"completejourney"_qs << u"products"_qs << u"transactions"_qs;
}

void TestEvaluateTaste::realSales()
{
    QFETCH(const QString, set);
    QFETCH(const QString, events);
    QFETCH(const QString, sales);
    const QString folder = QStringLiteral(GROUNDSWELL_SHARED_DATA "/") + set + u'/';
    if (!QFile::exists(folder + events + u".csv.gz"_qs))
        QSKIP("This data isn't on this machine.");
    const QString workspace = m_folder.filePath(set + u".groundswell"_qs);
    const Outcome imported =
        cli({u"import"_qs, u"--workspace"_qs, workspace, u"--events"_qs, folder + events + u".csv.gz"_qs,
             u"--sales"_qs, folder + sales + u".csv.gz"_qs, u"--map"_qs,
             QStringLiteral(GROUNDSWELL_TEST_DATA "/") + set + u".map.json"_qs});
    QVERIFY2(imported.code == 0, imported.error.constData());
    if (set == u"completejourney")
        return; // thousands of products with a few buyers each: minutes, for a test of the mapping only
    const Outcome outcome =
        evaluate(workspace, {u"--json"_qs, u"--cuts"_qs, u"1"_qs, u"--events"_qs, u"100"_qs});
    QVERIFY2(outcome.code == 0, outcome.error.constData());
    const QJsonObject report = QJsonDocument::fromJson(outcome.out).object();
    qInfo().noquote() << set << QJsonDocument(report[u"gates"].toArray()).toJson(QJsonDocument::Compact);
    const QString verdict = gate(report, u"lift_over_frequency"_qs)[u"verdict"].toString();
    if (set == u"festival2022")
        QVERIFY(gate(report, u"lift_over_frequency"_qs)[u"value"].toDouble() > 0);
    if (set == u"online_retail")
        QCOMPARE(verdict, u"reached"_qs);
    QCOMPARE(gate(report, u"control_notice"_qs)[u"verdict"].toString(), u"reached"_qs);
    QCOMPARE(gate(report, u"labels_unique"_qs)[u"verdict"].toString(), u"reached"_qs);
}

QTEST_GUILESS_MAIN(TestEvaluateTaste)
#include "tst_evaluatetaste.moc"
