// groundswell-cli package, evaluate and serve, as a script would call them.
#include "app/audience/listformats.h"
#include "tests/service/http/servicefixture.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace groundswell;
using namespace groundswell::service;

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
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

class TestPackageCommands : public QObject {
    Q_OBJECT

    std::unique_ptr<ServiceFixture> m_fixture;
    QStringList m_events;

    QStringList with(const char *command, const QStringList &rest) const
    {
        return QStringList{QString::fromLatin1(command), u"--workspace"_qs, m_fixture->workspaceFile()}
        + rest;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<ServiceFixture>();
        m_events = m_fixture->upcoming();
        m_fixture->service().stop();
    }
    void cleanupTestCase() { m_fixture.reset(); }

    void helpNamesEveryFormat()
    {
        const QString help = QString::fromUtf8(cli({u"package"_qs, u"--help"_qs}).out).simplified();
        QStringList ids;
        for (const ListFormat &format : listFormats())
            ids.append(QString::fromLatin1(format.id));
        QVERIFY2(help.contains(u"written as: "_qs + ids.join(u", "_qs) + u'.'), qPrintable(help));
        const auto refused =
            cli(with("package", {u"--events"_qs, m_events.at(0), u"--format"_qs, u"tea"_qs}));
        QCOMPARE(refused.code, 2);
        QVERIFY(refused.error.contains("csv"));
    }

    void buildsAndEvaluates()
    {
        const QTemporaryDir out;
        const auto built =
            cli(with("package",
                     {u"--events"_qs, m_events.mid(0, 2).join(u','), u"--title"_qs, u"Friends"_qs,
                      u"--mode"_qs, u"inclusive"_qs, u"--out"_qs, out.filePath(u"lists"_qs), u"--json"_qs}));
        QVERIFY2(built.code == 0, built.error.constData());
        const QJsonObject package = built.json();
        QCOMPARE(package[u"status"].toString(), u"DONE"_qs);
        const QJsonArray files = package[u"files"].toArray();
        QCOMPARE(files.size(), package[u"clusters"].toArray().size());
        for (qsizetype i = 0; i < files.size(); ++i) {
            QFile file(files[i].toString());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray list = file.readAll();
            QCOMPARE(list.count('\n'), package[u"clusters"][i][u"customers"].toInt() + 1);
            QVERIFY(!list.contains(",=cmd")); // people open it in a spreadsheet
            QVERIFY(list.contains(",'=cmd"));
            QVERIFY(!(file.permissions() & QFileDevice::ReadOther)); // personal data
        }

        const QString id = package[u"id"].toString();
        const auto unset = cli(with("evaluate", {u"--package"_qs, id}));
        QCOMPARE(unset.code, 0);
        QVERIFY(unset.out.contains("--sent"));
        const auto evaluated =
            cli(with("evaluate",
                     {u"--package"_qs, id, u"--model"_qs, u"ALL_PURCHASES"_qs, u"--window"_qs, u"14"_qs,
                      u"--sent"_qs, u"2024-08-01"_qs, u"--json"_qs}));
        QVERIFY2(evaluated.code == 0, evaluated.error.constData());
        QVERIFY(evaluated.json()[u"unique"][u"purchase"].toInt() > 0);
        const auto kept =
            cli(with("evaluate", {u"--package"_qs, id, u"--json"_qs})); // what was set stays set
        QCOMPARE(kept.json()[u"unique"], evaluated.json()[u"unique"]);
    }

    void aPackageIsNamedAfterItsEvents()
    {
        const auto built =
            cli(with("package", {u"--events"_qs, m_events.mid(0, 2).join(u','), u"--json"_qs}));
        QVERIFY2(built.code == 0, built.error.constData());
        const QJsonObject package = built.json();
        QVERIFY2(package[u"title"].toString().contains(u", "), built.out.constData());
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *name, const QStringList &arguments, int code, const char *said) {
            QTest::newRow(name) << arguments << code << QByteArray(said);
        };
        row("package help", {u"package"_qs, u"--help"_qs}, 0, "");
        row("evaluate help", {u"evaluate"_qs, u"--help"_qs}, 0, "");
        row("serve help", {u"serve"_qs, u"--help"_qs}, 0, "");
        row("nothing given", {u"package"_qs}, 2, "workspace");
        row("no workspace",
            {u"package"_qs, u"--workspace"_qs, u"/nowhere/x.gsw"_qs, u"--events"_qs, u"a"_qs, u"--title"_qs,
             u"t"_qs},
            1, "no workspace");
        row("unknown event", with("package", {u"--events"_qs, u"nowhere"_qs, u"--title"_qs, u"t"_qs}), 1,
            "nowhere");
        row("no event", with("package", {u"--events"_qs, u","_qs, u"--title"_qs, u"t"_qs}), 1, "event_ids");
        row("unknown mode",
            with("package",
                 {u"--events"_qs, m_events.first(), u"--title"_qs, u"t"_qs, u"--mode"_qs, u"x"_qs}),
            2, "--mode");
        row("unknown package", with("evaluate", {u"--package"_qs, u"pkg_99"_qs}), 1, "pkg_99");
        row("unknown model", with("evaluate", {u"--package"_qs, u"pkg_1"_qs, u"--model"_qs, u"X"_qs}), 2,
            "ALL_PURCHASES");
        row("window", with("evaluate", {u"--package"_qs, u"pkg_1"_qs, u"--window"_qs, u"-1"_qs}), 2,
            "--window");
        row("31 February", with("evaluate", {u"--package"_qs, u"pkg_1"_qs, u"--sent"_qs, u"2026-02-31"_qs}),
            2, "2026-02-31");
        row("port", with("serve", {u"--port"_qs, u"70000"_qs}), 2, "70000");
        row("port of words", with("serve", {u"--port"_qs, u"http"_qs}), 2, "--port");
        row("workspace is a folder", {u"serve"_qs, u"--workspace"_qs, QDir::tempPath()}, 1,
            "not a Groundswell workspace");
        row("not a workspace", {u"serve"_qs, u"--workspace"_qs, QStringLiteral(GROUNDSWELL_CLI)}, 1,
            "not a Groundswell workspace");
        row("token file in no folder", with("serve", {u"--token-file"_qs, u"/nowhere/token"_qs}), 1,
            "/nowhere/token");
    }
    void saysWhatIsWrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, said);
        const auto outcome = cli(arguments);
        QVERIFY2(outcome.code == code, outcome.error.constData());
        QVERIFY2(outcome.error.contains(said), outcome.error.constData());
        if (code == 0)
            QVERIFY(outcome.out.contains("--workspace"));
    }

    void aTakenPortIsRefused()
    {
        ServiceFixture other;
        const auto outcome = cli(with("serve", {u"--port"_qs, QString::number(other.service().port())}));
        QCOMPARE(outcome.code, 1);
        QVERIFY(outcome.error.contains("taken"));
    }
};

QTEST_GUILESS_MAIN(TestPackageCommands)
#include "tst_packages.moc"
