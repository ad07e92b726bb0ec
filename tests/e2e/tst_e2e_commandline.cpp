// groundswell-cli as a script sees it: exit codes, one sentence for what is wrong, nothing half-done.
#include "tests/e2e/commandline.h"
#include "tests/e2e/sampleorganiser.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace groundswell::test;

namespace {

const QByteArray goodEvents =
    "event_id,title,date,time\ne1,Abend,2026-05-01,20:00\ne2,Nacht,2026-05-02,20:00\n";
const QByteArray goodSales = "customer_id,event_id,purchase_datetime,quantity,sales_price\n"
                             "c1,e1,2026-04-01T10:00:00Z,2,50.00\nc2,e2,2026-04-02T10:00:00Z,1,25.00\n";

} // namespace

class TestCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyCommandExplainsItself();
    void wrongUsageIsTwo();
    void sampleIsTheSameTwiceAndImportable();
    void importingAgainChangesNothing();
    void refusesUnusableFilesWithOneSentence_data();
    void refusesUnusableFilesWithOneSentence();
    void brokenRowIsNamedAndTheRestKept();
    void impossibleDateIsNamed();
    void utf16IsRead();
    void refusedImportLeavesTheWorkspaceAlone();
    void packageAndEvaluate();

private:
    QString write(const char *name, const QByteArray &content) const
    {
        QFile file(m_folder->filePath(QLatin1StringView(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("a test file can't be written");
        return file.fileName();
    }
    Outcome import(const QString &events, const QString &sales, const QStringList &more = {}) const
    {
        return runCli(QStringList{QStringLiteral("import"), QStringLiteral("--workspace"), m_workspace,
                                  QStringLiteral("--events"), events, QStringLiteral("--sales"), sales}
                      + more);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_workspace;
};

void TestCommandLine::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace = m_folder->filePath(QStringLiteral("place.groundswell"));
}

void TestCommandLine::everyCommandExplainsItself()
{
    const Outcome overview = runCli({QStringLiteral("--help")});
    QCOMPARE(overview.code, 0);
    for (const char *command : {"serve", "import", "sample", "clusters", "package", "evaluate"}) {
        QVERIFY2(overview.out.contains(QByteArray("\n  %1 ").replace("%1", command)), command);
        const Outcome help = runCli({QLatin1StringView(command), QStringLiteral("--help")});
        QCOMPARE(help.code, 0);
        QVERIFY2(help.out.contains("--json") && help.error.isEmpty(), command);
    }
    QCOMPARE(runCli({QStringLiteral("--version")}).code, 0);
}

void TestCommandLine::wrongUsageIsTwo()
{
    const QList<QStringList> wrong{
        {},
        {QStringLiteral("dance")},
        {QStringLiteral("import")},
        {QStringLiteral("import"), QStringLiteral("--no-such-option")},
        {QStringLiteral("serve")},
        {QStringLiteral("serve"), QStringLiteral("--workspace"), m_workspace, QStringLiteral("--port"),
         QStringLiteral("70000")},
        {QStringLiteral("serve"), QStringLiteral("--workspace"), m_workspace, QStringLiteral("--port"),
         QStringLiteral("http")},
        {QStringLiteral("sample")},
        {QStringLiteral("sample"), QStringLiteral("--out"), m_folder->path(), QStringLiteral("--customers"),
         QStringLiteral("-5")},
        {QStringLiteral("sample"), QStringLiteral("--out"), m_folder->path(), QStringLiteral("--today"),
         QStringLiteral("2026-02-31")},
        {QStringLiteral("clusters"), QStringLiteral("--workspace"), m_workspace},
        {QStringLiteral("package"), QStringLiteral("--workspace"), m_workspace},
        {QStringLiteral("evaluate"), QStringLiteral("--workspace"), m_workspace},
    };
    for (const QStringList &arguments : wrong) {
        const Outcome outcome = runCli(arguments);
        QVERIFY2(outcome.code == 2, qPrintable(arguments.join(u' ')));
        QVERIFY2(!outcome.error.isEmpty() && outcome.out.isEmpty(), qPrintable(arguments.join(u' ')));
    }
    QVERIFY(!QFile::exists(m_workspace));
}

void TestCommandLine::sampleIsTheSameTwiceAndImportable()
{
    const auto make = [&](const QString &folder) {
        return runCli({QStringLiteral("sample"), QStringLiteral("--out"), folder,
                       QStringLiteral("--customers"), QStringLiteral("50"), QStringLiteral("--purchases"),
                       QStringLiteral("300"), QStringLiteral("--events"), QStringLiteral("30"),
                       QStringLiteral("--seed"), QStringLiteral("3"), QStringLiteral("--today"),
                       QStringLiteral("2026-05-25")});
    };
    const QString one = m_folder->filePath(QStringLiteral("one"));
    const QString two = m_folder->filePath(QStringLiteral("two"));
    QCOMPARE(make(one).code, 0);
    QCOMPARE(make(two).code, 0);
    for (const char *name : {"events.csv", "sales.csv", "customers.csv"}) {
        QFile first(one + u'/' + QLatin1StringView(name));
        QFile second(two + u'/' + QLatin1StringView(name));
        QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
        const QByteArray text = first.readAll();
        QVERIFY(text.count('\n') > 30);
        QCOMPARE(second.readAll(), text);
    }
    // A file where the folder should be.
    const Outcome refused = make(write("taken", "x"));
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.isOneSentence() && refused.error.contains("taken"), refused.error.constData());
}

void TestCommandLine::importingAgainChangesNothing()
{
    const SampleOrganiser &sample = SampleOrganiser::shared();
    QVERIFY(QFile::copy(sample.workspace(), m_workspace));
    const Outcome again =
        import(sample.file("events.csv"), sample.file("sales.csv"),
               {QStringLiteral("--customers"), sample.file("customers.csv"), QStringLiteral("--json")});
    QCOMPARE(again.code, 0);
    const QJsonObject report = QJsonDocument::fromJson(again.out).object();
    for (const char *kind : {"events", "sales", "customers"}) {
        QCOMPARE(report[QLatin1StringView(kind)][u"added"].toInt(-1), 0);
        QCOMPARE(report[QLatin1StringView(kind)][u"replaced"].toInt(-1), 0);
    }
    for (const QJsonValue file : report[u"files"].toArray())
        QCOMPARE(file[u"rows"].toInt(), file[u"stored"].toInt() + file[u"rejected"].toInt());
    QCOMPARE(report[u"snapshot_id"], sample.importReport()[u"snapshot_id"]);
}

void TestCommandLine::refusesUnusableFilesWithOneSentence_data()
{
    QTest::addColumn<QByteArray>("events"); // null: a folder
    QTest::addColumn<QStringList>("says");
    QTest::newRow("wrong column") << QByteArray("event_id,titel_x,date\ne1,Abend,2026-05-01\n")
                                  << QStringList{QStringLiteral("title"), QStringLiteral("titel_x")};
    QTest::newRow("empty") << QByteArray("") << QStringList{QStringLiteral("empty")};
    QTest::newRow("header only") << QByteArray("event_id,title,date\n")
                                 << QStringList{QStringLiteral("no rows")};
    QTest::newRow("folder") << QByteArray() << QStringList{QStringLiteral("folder")};
    QTest::newRow("spreadsheet") << QByteArray("PK\x03\x04\x14\x00\x06\x00", 8) + QByteArray(200, '\0')
                                 << QStringList{QStringLiteral("CSV")};
    QTest::newRow("broken gzip") << QByteArray("\x1f\x8b\x08\x00garbage", 11)
                                 << QStringList{QStringLiteral("gzip")};
    QTest::newRow("twice the column") << QByteArray("event_id,title,title,date\ne1,a,b,2026-05-01\n")
                                      << QStringList{QStringLiteral("title")};
    QTest::newRow("only bad dates") << QByteArray("event_id,title,date\ne1,a,31.02.2026\n")
                                    << QStringList{QStringLiteral("31.02.2026"), QStringLiteral("line 2")};
}

void TestCommandLine::refusesUnusableFilesWithOneSentence()
{
    QFETCH(QByteArray, events);
    QFETCH(QStringList, says);
    const QString file = events.isNull() ? m_folder->path() : write("wrong-events.csv", events);
    const Outcome outcome = import(file, write("sales.csv", goodSales));
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.error.count('\n') == 1 && outcome.out.isEmpty(), outcome.error.constData());
    QVERIFY2(outcome.error.contains(file.toUtf8()), outcome.error.constData());
    for (const QString &word : says)
        QVERIFY2(outcome.error.contains(word.toUtf8()), outcome.error.constData());
    QVERIFY(!QFile::exists(m_workspace));
    // The same as data, for programs.
    const Outcome asJson = import(file, write("sales.csv", goodSales), {QStringLiteral("--json")});
    QCOMPARE(asJson.code, 1);
    QVERIFY(QJsonDocument::fromJson(asJson.out).object().contains(u"error"));
}

void TestCommandLine::brokenRowIsNamedAndTheRestKept()
{
    QByteArray sales = "customer_id,event_id,purchase_datetime,quantity,sales_price\n";
    for (int line = 2; line <= 6000; ++line) {
        sales += 'c' + QByteArray::number(line) + ",e1,2026-04-01T10:00:00Z,";
        sales += line == 4711 ? "two,50.00\n" : "2,50.00\n";
    }
    const QString rejects = m_folder->filePath(QStringLiteral("rejects.csv"));
    const Outcome outcome = import(write("events.csv", goodEvents), write("sales.csv", sales),
                                   {QStringLiteral("--rejects"), rejects});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains("5999 rows = 5998 stored + 1 rejected"), outcome.out.constData());
    QVERIFY2(outcome.out.contains("line 4711: quantity \"two\""), outcome.out.constData());
    QFile file(rejects);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("4711"));
}

void TestCommandLine::impossibleDateIsNamed()
{
    const Outcome outcome =
        import(write("events.csv", goodEvents + "e3,Nie,31.02.2026,20:00\n"), write("sales.csv", goodSales));
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains("3 rows = 2 stored + 1 rejected"), outcome.out.constData());
    QVERIFY2(outcome.out.contains("line 4: date \"31.02.2026\" names a day that no calendar has"),
             outcome.out.constData());
}

void TestCommandLine::utf16IsRead()
{
    const QString text = QString::fromUtf8("event_id;title;date;city\ne1;Fête – Ünï;01.05.2026;Köln\n");
    QByteArray utf16("\xff\xfe", 2);
    for (const QChar c : text)
        utf16 += QByteArray(1, static_cast<char>(c.unicode() & 0xff))
            + QByteArray(1, static_cast<char>(c.unicode() >> 8));
    const QByteArray sales = "customer_id,event_id,purchase_datetime\nc1,e1,2026-04-01T10:00:00Z\n";
    const Outcome outcome = import(write("events.csv", utf16), write("sales.csv", sales));
    QVERIFY2(outcome.code == 0, outcome.error.constData());
    QVERIFY2(outcome.out.contains("UTF-16LE): 1 rows = 1 stored + 0 rejected"), outcome.out.constData());
}

void TestCommandLine::refusedImportLeavesTheWorkspaceAlone()
{
    QVERIFY(QFile::copy(SampleOrganiser::shared().workspace(), m_workspace));
    QFile file(m_workspace);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    file.close();
    QCOMPARE(import(write("events.csv", goodEvents), m_folder->path()).code, 1);
    QCOMPARE(import(write("events.csv", goodEvents),
                    write("sales.csv", "customer_id,event_id,purchase_datetime\nc1,e1,never\n"))
                 .code,
             1);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == before);
    // A workspace that is none.
    m_workspace = write("letter.groundswell", QByteArray("Dear Madam, ").repeated(500));
    const Outcome none = import(write("events.csv", goodEvents), write("sales.csv", goodSales));
    QCOMPARE(none.code, 1);
    QVERIFY2(none.error.count('\n') == 1 && none.error.contains("letter.groundswell"),
             none.error.constData());
    const Outcome serve = runCli({QStringLiteral("serve"), QStringLiteral("--workspace"), m_workspace});
    QCOMPARE(serve.code, 1);
    QVERIFY2(serve.error.count('\n') == 1 && serve.error.contains("letter.groundswell"),
             serve.error.constData());
}

void TestCommandLine::packageAndEvaluate()
{
    QVERIFY(QFile::copy(SampleOrganiser::shared().workspace(), m_workspace));
    const CsvTable &events = SampleOrganiser::shared().events();
    QString upcoming;
    for (qsizetype row = 0; row < events.size(); ++row) {
        if (events.value(row, "date") > QDate::currentDate().addDays(14).toString(Qt::ISODate))
            upcoming = events.value(row, "event_id");
    }
    QVERIFY(!upcoming.isEmpty());
    const Outcome clusters = runCli({QStringLiteral("clusters"), QStringLiteral("--workspace"), m_workspace,
                                     QStringLiteral("--event"), upcoming, QStringLiteral("--json")});
    QVERIFY2(clusters.code == 0, clusters.error.constData());
    QVERIFY(!QJsonDocument::fromJson(clusters.out).object()[u"clusters"].toArray().isEmpty());
    const QString lists = m_folder->filePath(QStringLiteral("lists"));
    const auto package = [&](const QString &event) {
        return runCli({QStringLiteral("package"), QStringLiteral("--workspace"), m_workspace,
                       QStringLiteral("--events"), event, QStringLiteral("--title"), QStringLiteral("Herbst"),
                       QStringLiteral("--mode"), QStringLiteral("inclusive"), QStringLiteral("--out"), lists,
                       QStringLiteral("--json")});
    };
    const Outcome built = package(upcoming);
    QVERIFY2(built.code == 0, built.error.constData());
    const QJsonObject row = QJsonDocument::fromJson(built.out).object();
    QVERIFY(!row[u"files"].toArray().isEmpty());
    for (qsizetype i = 0; i < row[u"files"].toArray().size(); ++i) {
        const QString path = row[u"files"][i].toString();
        QCOMPARE(CsvTable::read(path).size(), qsizetype(row[u"clusters"][i][u"customers"].toInteger()));
        // Names and addresses are nobody else's business on a shared computer.
        QVERIFY(!(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)));
    }
    const auto evaluate = [&](const QString &id) {
        return runCli({QStringLiteral("evaluate"), QStringLiteral("--workspace"), m_workspace,
                       QStringLiteral("--package"), id, QStringLiteral("--model"),
                       QStringLiteral("ALL_PURCHASES"), QStringLiteral("--window"), QStringLiteral("30"),
                       QStringLiteral("--sent"), QDate::currentDate().addDays(-40).toString(Qt::ISODate),
                       QStringLiteral("--json")});
    };
    const Outcome evaluated = evaluate(row[u"id"].toString());
    QVERIFY2(evaluated.code == 0, evaluated.error.constData());
    const QJsonObject counts = QJsonDocument::fromJson(evaluated.out).object();
    QVERIFY(counts[u"unique"][u"items"].isDouble());
    QCOMPARE(counts[u"provisional"], QJsonValue(false));

    for (const Outcome &refused :
         {package(QStringLiteral("nobody")), evaluate(QStringLiteral("nobody")),
          runCli({QStringLiteral("clusters"), QStringLiteral("--workspace"), m_workspace,
                  QStringLiteral("--event"), QStringLiteral("nobody")})}) {
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.isOneSentence() && refused.error.contains("nobody"), refused.error.constData());
    }
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_e2e_commandline.moc"
