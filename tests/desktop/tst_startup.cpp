#include "app/desktop/shell/settings.h"
#include "app/desktop/startup/folderwarning.h"
#include "app/desktop/startup/options.h"
#include "app/desktop/startup/workspacelock.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace groundswell;
using namespace Qt::StringLiterals;

class TestStartup : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryOption();
    void takesTheTokenFromTheEnvironment();
    void takesTheTokenFromAFile();
    void aTokenOnTheCommandLineIsWarnedAbout();
    void endsForHelpAndVersion();
    void refusesWithAReason_data();
    void refusesWithAReason();
    void secondInstanceIsTold();
    void aLockOfAnotherComputerIsNotJudgedByAProcessHere();
    void aRiskyFolderIsNamedOnce();
    void settingsComeBack();
    void layoutOfAnotherVersionIsDropped();
    void presetNamesMayHoldSlashes();
};

namespace {
ParsedOptions parse(const QStringList &arguments, const QProcessEnvironment &environment = {})
{
    return parseOptions(QStringList{u"groundswell"_s} + arguments, environment);
}
}

void TestStartup::readsEveryOption()
{
    const ParsedOptions parsed =
        parse({u"--server"_s, u"http://127.0.0.1:5000/api/v3"_s, u"--token"_s, u"t0"_s, u"--partner"_s,
               u"fd1"_s, u"--tour"_s, u"out"_s, u"--locale"_s, u"de"_s, u"--theme"_s, u"dark"_s});
    QVERIFY(!parsed.exitCode);
    QCOMPARE(parsed.options.server, QUrl(u"http://127.0.0.1:5000/api/v3"_s));
    QCOMPARE(parsed.options.token, u"t0"_s);
    QCOMPARE(parsed.options.partner, PartnerId(u"fd1"_s));
    QCOMPARE(parsed.options.tourFolder, u"out"_s);
    QCOMPARE(parsed.options.locale, u"de"_s);
    QCOMPARE(parsed.options.theme, u"dark"_s);
    QCOMPARE(parse({u"--workspace"_s, u"a.gsw"_s}).options.workspace, u"a.gsw"_s);
}

void TestStartup::takesTheTokenFromTheEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(u"GROUNDSWELL_TOKEN"_s, u"quiet"_s);
    const QStringList server{u"--server"_s, u"https://wave.example/api/v3"_s};
    QCOMPARE(parse(server, environment).options.token, u"quiet"_s);
    QCOMPARE(parse(server + QStringList{u"--token"_s, u"loud"_s}, environment).options.token, u"loud"_s);
}

void TestStartup::takesTheTokenFromAFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"token"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                      QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    file.write("filed\n");
    file.close();
    QProcessEnvironment environment;
    environment.insert(u"GROUNDSWELL_TOKEN"_s, u"quiet"_s);
    const QStringList arguments{u"--server"_s, u"https://wave.example/api/v3"_s, u"--token-file"_s,
                                file.fileName()};
    const ParsedOptions parsed = parse(arguments, environment);
    QVERIFY(!parsed.exitCode);
    QCOMPARE(parsed.options.token, u"filed"_s);
    QVERIFY(parsed.warning.isEmpty());
    QCOMPARE(parse(arguments + QStringList{u"--token"_s, u"loud"_s}).exitCode, 2);
#ifndef Q_OS_WIN
    // What others can read is refused, with what to do, and without saying the token.
    QVERIFY(file.setPermissions(file.permissions() | QFileDevice::ReadOther));
    const ParsedOptions open = parse(arguments, environment);
    QCOMPARE(open.exitCode, 1);
    QVERIFY2(open.message.contains(u"chmod 600 "_s + file.fileName()), qPrintable(open.message));
    QVERIFY(!open.message.contains(u"filed"_s));
#endif
    file.remove();
    QCOMPARE(parse(arguments, environment).exitCode, 1);
}

void TestStartup::aTokenOnTheCommandLineIsWarnedAbout()
{
    const QStringList server{u"--server"_s, u"https://wave.example/api/v3"_s};
    const ParsedOptions loud = parse(server + QStringList{u"--token"_s, u"loud"_s});
    QVERIFY(!loud.exitCode);
    QVERIFY2(loud.warning.contains(u"--token-file"_s), qPrintable(loud.warning));
    QVERIFY(!loud.warning.contains(u"loud"_s));
    QVERIFY(parse(server).warning.isEmpty());
}

void TestStartup::endsForHelpAndVersion()
{
    const ParsedOptions help = parse({u"--help"_s});
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.message.contains(u"--tour"_s));
    QVERIFY(help.message.contains(u"GROUNDSWELL_TOKEN"_s));
    const ParsedOptions version = parse({u"--version"_s});
    QCOMPARE(version.exitCode, 0);
    QVERIFY(version.message.contains(QLatin1StringView(GROUNDSWELL_VERSION)));
}

void TestStartup::refusesWithAReason_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown option") << QStringList{u"--sevrer"_s} << u"sevrer"_s;
    QTest::newRow("positional") << QStringList{u"file.csv"_s} << u"file.csv"_s;
    QTest::newRow("no address") << QStringList{u"--server"_s, u"localhost"_s} << u"localhost"_s;
    QTest::newRow("ftp") << QStringList{u"--server"_s, u"ftp://h/x"_s} << u"ftp://h/x"_s;
    QTest::newRow("theme") << QStringList{u"--theme"_s, u"purple"_s} << u"purple"_s;
    QTest::newRow("partner alone") << QStringList{u"--partner"_s, u"fd1"_s} << u"--partner"_s;
    QTest::newRow("both") << QStringList{u"--server"_s, u"http://h/api/v3"_s, u"--workspace"_s, u"w"_s}
                          << u"--workspace"_s;
}

void TestStartup::refusesWithAReason()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const ParsedOptions parsed = parse(arguments);
    QCOMPARE(parsed.exitCode, 2);
    QVERIFY2(parsed.message.contains(named), qPrintable(parsed.message));
}

void TestStartup::secondInstanceIsTold()
{
    QTemporaryDir folder;
    const QString workspace = folder.filePath(u"season.groundswell"_s);
    const WorkspaceLock first(workspace);
    QVERIFY(first.isHeld());
    QVERIFY(first.refusal().isEmpty());
    const WorkspaceLock second(workspace);
    QVERIFY(!second.isHeld());
    QVERIFY2(second.refusal().contains(QString::number(QCoreApplication::applicationPid())),
             qPrintable(second.refusal()));
}

void TestStartup::aLockOfAnotherComputerIsNotJudgedByAProcessHere()
{
    QTemporaryDir folder;
    const QString workspace = folder.filePath(u"w.groundswell"_s);
    QFile file(workspace + u".lock"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("1\ngroundswell\nanother-computer\n");
    file.close();
    const WorkspaceLock lock(workspace);
    QVERIFY(!lock.isHeld());
    QVERIFY(lock.refusal().contains(u"another-computer"_s));
    QVERIFY(lock.refusal().contains(QDir::toNativeSeparators(file.fileName())));
    QVERIFY(!lock.refusal().contains(u"process"_s));
}

void TestStartup::aRiskyFolderIsNamedOnce()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    const FolderProbe sharing{
        [](const QString &) { return QByteArray("ext4"); }, [](const QString &) { return QByteArray(); },
        [](const QString &, const QString &) { return false; }, [](const QString &) { return true; }};
    FolderProbe network = sharing;
    network.fileSystem = [](const QString &) { return QByteArray("nfs4"); };
    QVERIFY(folderWarning(u"/data/w.groundswell"_s, settings, sharing).isEmpty());
    QVERIFY(folderWarning(u"/home/a/Dropbox/w.groundswell"_s, settings, sharing).contains(u"Dropbox"_s));
    QVERIFY(folderWarning(u"/home/a/Dropbox/w.groundswell"_s, settings, sharing).isEmpty());
    QVERIFY(folderWarning(u"/net/w.groundswell"_s, settings, network).contains(u"NFS"_s));
    QVERIFY(folderWarning(u"/net/w.groundswell"_s, settings, network).isEmpty());
}

void TestStartup::settingsComeBack()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    {
        Settings settings(file);
        QCOMPARE(settings.colours(), Theme::Choice::System);
        settings.setColours(Theme::Choice::Dark);
        settings.setLanguage(u"de"_s);
        settings.setWindowState("state");
        settings.setMappingPreset(u"Festival"_s, "{\"a\":1}");
    }
    const Settings again(file);
    QCOMPARE(again.colours(), Theme::Choice::Dark);
    QCOMPARE(again.language(), u"de"_s);
    QCOMPARE(again.windowState(), QByteArray("state"));
    QCOMPARE(again.mappingPresets(), QStringList{u"Festival"_s});
    QCOMPARE(again.mappingPreset(u"Festival"_s), QByteArray("{\"a\":1}"));
}

void TestStartup::layoutOfAnotherVersionIsDropped()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    Settings(file).setWindowState("state");
    QSettings(file, QSettings::IniFormat).setValue("window/layoutVersion"_L1, Settings::LayoutVersion + 1);
    QVERIFY(Settings(file).windowState().isEmpty());
}

void TestStartup::presetNamesMayHoldSlashes()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    settings.setMappingPreset(u"Box office / Köln"_s, "{}");
    QCOMPARE(settings.mappingPresets(), QStringList{u"Box office / Köln"_s});
    QCOMPARE(settings.mappingPreset(u"Box office / Köln"_s), QByteArray("{}"));
}

QTEST_GUILESS_MAIN(TestStartup)
#include "tst_startup.moc"
