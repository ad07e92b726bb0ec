// groundswell-cli import and sample, as a script would call them.
#include "models/import/importfields.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Outcome {
    int code = -1;
    QByteArray out;
    QByteArray error;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

Outcome cli(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(GROUNDSWELL_CLI), arguments);
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

class TestImport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void helpAndVersion();
    void helpNamesEveryField();
    void wrongUsageIsTwo_data();
    void wrongUsageIsTwo();
    void theSampleImportsThroughTheSameDoor();
    void importsTwiceWithoutChange();
    void oneSentenceForEveryBadFile_data();
    void oneSentenceForEveryBadFile();
    void aRefusedImportLeavesNoWorkspace();
    void aForeignFileIsLeftAsItIs();
    void readsAMapping();

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }
    QString write(const QString &name, const QByteArray &content) const;
    QStringList arguments(const QString &events, const QString &sales) const
    {
        return {QStringLiteral("import"),
                QStringLiteral("--workspace"),
                path(QStringLiteral("w.gsw")),
                QStringLiteral("--events"),
                events,
                QStringLiteral("--sales"),
                sales};
    }
    QStringList goodFiles() const
    {
        return arguments(
            write(QStringLiteral("e.csv"), "event_id,title,date\ne1,Abend,2026-06-12\n"),
            write(QStringLiteral("s.csv"),
                  "customer_id,event_id,purchase_datetime\nanna,e1,2026-05-01\nben,e1,31.02.2026\n"));
    }
    std::unique_ptr<QTemporaryDir> m_dir = std::make_unique<QTemporaryDir>(); // also for the data of tests
};

void TestImport::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

QString TestImport::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write the test's own file");
    return file.fileName();
}

void TestImport::helpAndVersion()
{
    const Outcome overview = cli({QStringLiteral("--help")});
    QCOMPARE(overview.code, 0);
    QVERIFY(overview.out.contains("import") && overview.out.contains("sample"));
    const Outcome import = cli({QStringLiteral("import"), QStringLiteral("--help")});
    QCOMPARE(import.code, 0);
    QVERIFY(import.out.contains("Usage: groundswell-cli import"));
    for (const char *option :
         {"--workspace", "--events", "--sales", "--customers", "--map", "--rejects", "--json"})
        QVERIFY2(import.out.contains(option), option);
    const Outcome version = cli({QStringLiteral("--version")});
    QCOMPARE(version.code, 0);
    QVERIFY(version.out.startsWith("groundswell-cli "));
}

/// What a --map file may say, as the import knows it.
void TestImport::helpNamesEveryField()
{
    using namespace groundswell;
    const QString help =
        QString::fromUtf8(cli({QStringLiteral("import"), QStringLiteral("--help")}).out).simplified();
    for (const FileKind kind : allFileKinds()) {
        const QString listed =
            help.section(QString::fromLatin1(fileKindName(kind)) + u": ", 1).section(u'.', 0, 0);
        QStringList names;
        for (const ImportField &field : importFields(kind))
            names.append(QString::fromLatin1(field.name)
                         + (field.isRequired ? QStringLiteral(" (required)") : QString()));
        QCOMPARE(listed.split(QStringLiteral(", ")), names);
    }
}

void TestImport::wrongUsageIsTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("unknown command") << QStringList{QStringLiteral("imprt")};
    QTest::newRow("unknown option") << QStringList{QStringLiteral("import"), QStringLiteral("--colour")};
    QTest::newRow("missing options") << QStringList{QStringLiteral("import"), QStringLiteral("--workspace"),
                                                    QStringLiteral("x.gsw")};
    QTest::newRow("stray argument") << goodFiles() + QStringList{QStringLiteral("more.csv")};
    QTest::newRow("no number") << QStringList{QStringLiteral("sample"), QStringLiteral("--out"),
                                              path(QStringLiteral("s")), QStringLiteral("--events"),
                                              QStringLiteral("many")};
    QTest::newRow("no events") << QStringList{QStringLiteral("sample"), QStringLiteral("--out"),
                                              path(QStringLiteral("s")), QStringLiteral("--events"),
                                              QStringLiteral("0")};
    QTest::newRow("no date") << QStringList{QStringLiteral("sample"), QStringLiteral("--out"),
                                            path(QStringLiteral("s")), QStringLiteral("--today"),
                                            QStringLiteral("31.02.2026")};
}

void TestImport::wrongUsageIsTwo()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = cli(arguments);
    QCOMPARE(outcome.code, 2);
    QVERIFY(!outcome.error.isEmpty());
    QVERIFY(outcome.out.isEmpty());
}

void TestImport::theSampleImportsThroughTheSameDoor()
{
    const Outcome sample =
        cli({QStringLiteral("sample"), QStringLiteral("--out"), path(QStringLiteral("s")),
             QStringLiteral("--customers"), QStringLiteral("300"), QStringLiteral("--purchases"),
             QStringLiteral("1500"), QStringLiteral("--events"), QStringLiteral("40"),
             QStringLiteral("--today"), QStringLiteral("2026-05-25"), QStringLiteral("--json")});
    QCOMPARE(sample.code, 0);
    QCOMPARE(sample.json()[u"events"].toInt(), 40);
    const Outcome import =
        cli(arguments(path(QStringLiteral("s/events.csv")), path(QStringLiteral("s/sales.csv")))
            + QStringList{QStringLiteral("--customers"), path(QStringLiteral("s/customers.csv")),
                          QStringLiteral("--json")});
    QCOMPARE(import.code, 0);
    QCOMPARE(import.json()[u"sales"][u"added"].toInt(), 1500);
    QCOMPARE(import.json()[u"customers"][u"added"].toInt(), 300);
    for (const QJsonValue &file : import.json()[u"files"].toArray())
        QCOMPARE(file[u"rejected"].toInt(), 0);
}

void TestImport::importsTwiceWithoutChange()
{
    const QStringList command = goodFiles()
        + QStringList{QStringLiteral("--json"), QStringLiteral("--rejects"), path(QStringLiteral("r.csv"))};
    const Outcome first = cli(command);
    QCOMPARE(first.code, 0);
    const QJsonObject salesFile = first.json()[u"files"][1].toObject();
    QCOMPARE(salesFile[u"rows"].toInt(), 2);
    QCOMPARE(salesFile[u"stored"].toInt(), 1);
    QCOMPARE(salesFile[u"rejected_by_reason"][u"value.date_impossible"].toInt(), 1);
    QFile rejects(path(QStringLiteral("r.csv")));
    QVERIFY(rejects.open(QIODevice::ReadOnly));
    QVERIFY(rejects.readAll().contains(
        ",3,value.date_impossible,purchase_datetime,31.02.2026,\"ben,e1,31.02.2026\""));
    const Outcome again = cli(command);
    QCOMPARE(again.json()[u"snapshot_id"], first.json()[u"snapshot_id"]);
    QCOMPARE(again.json()[u"sales"][u"unchanged"].toInt(), 1);
}

void TestImport::oneSentenceForEveryBadFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("empty") << QByteArray("") << QByteArray("is empty");
    QTest::newRow("wrong column") << QByteArray("event_id,titel_x,date\ne1,A,2026-01-01\n")
                                  << QByteArray("no column for title");
    QTest::newRow("impossible day") << QByteArray("event_id,title,date\ne1,A,31.02.2026\n")
                                    << QByteArray("names a day that no calendar has");
    QTest::newRow("spreadsheet") << QByteArray("PK\x03\x04 xl/workbook.xml")
                                 << QByteArray("isn't a CSV file");
}

void TestImport::oneSentenceForEveryBadFile()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, says);
    const QStringList good = goodFiles();
    const Outcome outcome = cli(arguments(write(QStringLiteral("bad.csv"), content), good.last()));
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.error.contains(says), outcome.error.constData());
    QVERIFY(outcome.error.contains("bad.csv"));
    QCOMPARE(outcome.error.count('\n'), 1);
    QVERIFY(outcome.out.isEmpty());
}

void TestImport::aRefusedImportLeavesNoWorkspace()
{
    const Outcome outcome = cli(arguments(m_dir->path(), write(QStringLiteral("s.csv"), "x\n")));
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.error.contains("is a folder"), outcome.error.constData());
    QVERIFY(!QFile::exists(path(QStringLiteral("w.gsw"))));
    QVERIFY(!QFile::exists(path(QStringLiteral("w.gsw-wal"))));
}

void TestImport::aForeignFileIsLeftAsItIs()
{
    QStringList command = goodFiles();
    command[2] = write(QStringLiteral("letter.txt"), QByteArray("Dear organiser, ").repeated(64));
    const Outcome outcome = cli(command);
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.error.contains("not a Groundswell workspace"), outcome.error.constData());
    QVERIFY(QFile::exists(command[2]));
}

void TestImport::readsAMapping()
{
    const QStringList base = goodFiles();
    const QString map =
        write(QStringLiteral("m.json"), R"({"events":{"title":"Titel"},"options":{"currency":"CHF"}})");
    const Outcome refused = cli(base + QStringList{QStringLiteral("--map"), map});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains("no column \"Titel\""), refused.error.constData());
    write(QStringLiteral("m.json"), R"({"options":{"currency":"CHF","time_zone":"Europe/Zurich"}})");
    const Outcome done = cli(base + QStringList{QStringLiteral("--map"), map, QStringLiteral("--json")});
    QCOMPARE(done.code, 0);
    QCOMPARE(done.json()[u"currency"].toString(), QStringLiteral("CHF"));
    const Outcome broken =
        cli(base + QStringList{QStringLiteral("--map"), write(QStringLiteral("b.json"), "{")});
    QCOMPARE(broken.code, 1);
    QVERIFY(broken.error.contains("b.json"));
}

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
