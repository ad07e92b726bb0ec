#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

/// The real program plays its tour: every step of a marketer's way holds, with pictures and a report.
class TestTourProgram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void playsToTheEnd();
};

void TestTourProgram::playsToTheEnd()
{
    QTemporaryDir folder;
    QProcess program;
    program.setProgram(QStringLiteral(GROUNDSWELL_PROGRAM));
    program.setArguments({u"--tour"_s, folder.path(), u"--theme"_s, u"dark"_s, u"--locale"_s, u"de"_s});
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
    for (const QJsonValue &step : report.value("steps"_L1).toArray()) {
        const QString shot = step.toObject().value("screenshot"_L1).toString();
        QVERIFY2(shot.isEmpty() || QFile::exists(folder.filePath(shot)), qPrintable(shot));
    }
}

QTEST_GUILESS_MAIN(TestTourProgram)
#include "tst_tourprogram.moc"
