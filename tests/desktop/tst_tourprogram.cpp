#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <array>

using namespace Qt::StringLiterals;

namespace {

/// Days on which a calendar goes wrong easily, at times when it does so at the organiser's in Berlin.
struct Day {
    const char *name;
    const char *now;
};
constexpr std::array days{
    Day{"saturday", "2026-12-05T10:00:00+01:00"},
    Day{"leap-day", "2028-02-29T09:30:00+01:00"},
    Day{"last-of-the-year", "2027-12-31T18:00:00+01:00"},
    Day{"clocks-forward", "2027-03-28T01:59:30+01:00"}, // half a minute before
    Day{"clocks-back", "2027-10-31T02:59:30+02:00"},
};

} // namespace

/// The real program plays its tour: every step of a marketer's way holds, with pictures and a report. One of
/// the days in each run, another one every day; GROUNDSWELL_TOUR_DAY names one, or "all", or any time in the
/// form of --now.
class TestTourProgram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void playsToTheEnd_data();
    void playsToTheEnd();
};

void TestTourProgram::playsToTheEnd_data()
{
    QTest::addColumn<QString>("now");
    const QString wanted = qEnvironmentVariable("GROUNDSWELL_TOUR_DAY");
    const auto turn = static_cast<size_t>(QDate::currentDate().toJulianDay()) % days.size();
    for (size_t i = 0; i < days.size(); ++i) {
        const bool isChosen =
            wanted.isEmpty() ? i == turn : wanted == u"all"_s || wanted == QLatin1StringView(days[i].name);
        if (isChosen)
            QTest::newRow(days[i].name) << QString::fromLatin1(days[i].now);
    }
    if (QDateTime::fromString(wanted, Qt::ISODate).isValid())
        QTest::newRow(qPrintable(wanted)) << wanted;
}

void TestTourProgram::playsToTheEnd()
{
    QFETCH(QString, now);
    QTemporaryDir folder;
    QProcess program;
    program.setProgram(QStringLiteral(GROUNDSWELL_PROGRAM));
    program.setArguments(
        {u"--tour"_s, folder.path(), u"--theme"_s, u"dark"_s, u"--locale"_s, u"de"_s, u"--now"_s, now});
    program.start();
    QVERIFY2(program.waitForFinished(240'000), "the tour didn't end");
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());

    QFile file(folder.filePath(u"report.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject report = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(report.value("ok"_L1).toBool());
    QCOMPARE(report.value("steps"_L1).toArray().size(), report.value("planned"_L1).toInt());
    const QJsonObject puts = report.value("puts"_L1).toObject();
    QVERIFY(puts.value("sent"_L1).toInt() > 0);
    QCOMPARE(puts.value("mostAwaited"_L1).toInt(), 1);
    // On a busy machine an answer may be given up for the next save; else each burst of typing is one write.
    if (puts.value("aborted"_L1).toInt() == 0)
        QCOMPARE(puts.value("sent"_L1).toInt(), puts.value("bursts"_L1).toInt());
    QCOMPARE(QDir(folder.path()).entryList({u"*-publishing.png"_s}).size(), 1);
    for (const QJsonValue &step : report.value("steps"_L1).toArray()) {
        const QString shot = step.toObject().value("screenshot"_L1).toString();
        QVERIFY2(shot.isEmpty() || QFile::exists(folder.filePath(shot)), qPrintable(shot));
    }
}

int main(int argc, char **argv)
{
    qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); // for all days in one run
    const QCoreApplication application(argc, argv);
    TestTourProgram test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_tourprogram.moc"
