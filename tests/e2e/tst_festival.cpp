#include <QDate>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {

/// What went wrong, empty where the program ended well.
QString failureOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(240'000))
        return program + u" didn't end"_s;
    const bool well = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return well ? QString() : QString::fromUtf8(process.readAllStandardError());
}

} // namespace

/// A real organiser's festival, from its ticket sales to the attribution, in the real window. The sales are
/// of 2022: all their dates are moved by the same number of days, so that the festival lies ahead as it did
/// on 10 June of that year.
class TestFestival : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void playsTheWholeWay();

private:
    void writeMoved(const QString &name);
    QTemporaryDir m_folder;
};

void TestFestival::initTestCase()
{
    if (!QFile::exists(QStringLiteral(GROUNDSWELL_SHARED_DATA) + u"/festival2022/events.csv.gz"_s))
        QSKIP("The festival's data isn't on this machine.");
    QVERIFY(m_folder.isValid());
    for (const QString &name : {u"events"_s, u"purchases"_s, u"customers"_s})
        writeMoved(name);
}

void TestFestival::writeMoved(const QString &name)
{
    QProcess unpack;
    unpack.start(
        u"gzip"_s,
        {u"-dc"_s, QStringLiteral(GROUNDSWELL_SHARED_DATA) + u"/festival2022/"_s + name + u".csv.gz"_s});
    QVERIFY(unpack.waitForFinished(30'000));
    const QString text = QString::fromUtf8(unpack.readAllStandardOutput());
    QVERIFY(!text.isEmpty());

    const qint64 days = QDate(2022, 6, 10).daysTo(QDate::currentDate());
    static const QRegularExpression date(u"\\b\\d{4}-\\d{2}-\\d{2}"_s);
    QString moved;
    qsizetype end = 0;
    for (auto match = date.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        moved += QStringView(text).mid(end, found.capturedStart() - end);
        moved += QDate::fromString(found.captured(), Qt::ISODate).addDays(days).toString(Qt::ISODate);
        end = found.capturedEnd();
    }
    moved += QStringView(text).mid(end);
    QFile file(m_folder.filePath(name + u".csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(moved.toUtf8());
}

void TestFestival::playsTheWholeWay()
{
    const QString workspace = m_folder.filePath(u"festival.groundswell"_s);
    QString failure =
        failureOf(QStringLiteral(GROUNDSWELL_CLI),
                  {u"import"_s, u"--workspace"_s, workspace, u"--events"_s,
                   m_folder.filePath(u"events.csv"_s), u"--sales"_s, m_folder.filePath(u"purchases.csv"_s),
                   u"--customers"_s, m_folder.filePath(u"customers.csv"_s), u"--map"_s,
                   QStringLiteral(GROUNDSWELL_TEST_DATA) + u"/festival2022.map.json"_s});
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    const QString tour = m_folder.filePath(u"tour"_s);
    failure =
        failureOf(QStringLiteral(GROUNDSWELL_PROGRAM), {u"--tour"_s, tour, u"--workspace"_s, workspace});
    QVERIFY2(failure.isEmpty(), qPrintable(failure));

    QFile file(QDir(tour).filePath(u"report.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList steps;
    for (const QJsonValue &step :
         QJsonDocument::fromJson(file.readAll()).object().value("steps"_L1).toArray())
        steps << step.toObject().value("name"_L1).toString();
    for (const QString &needed : {u"wizard-clusters"_s, u"publish"_s, u"edit-campaign"_s, u"package-done"_s,
                                  u"package-csv"_s, u"attribution-evaluated"_s})
        QVERIFY2(steps.contains(needed), qPrintable(needed));
}

QTEST_GUILESS_MAIN(TestFestival)
#include "tst_festival.moc"
