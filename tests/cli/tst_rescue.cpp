// A damaged workspace at the command line: what is said of it, and groundswell-cli rescue.
#include "tests/e2e/commandline.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace groundswell::test;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QJsonObject partOf(const QJsonObject &report, const QString &kind)
{
    for (const QJsonValue &part : report[u"parts"].toArray()) {
        if (part[u"kind"].toString() == kind)
            return part.toObject();
    }
    return {};
}

} // namespace

class TestRescue : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_whole;

    [[nodiscard]] QString at(const char *name) const { return m_folder.filePath(QLatin1StringView(name)); }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(runCli({u"sample"_qs, u"--out"_qs, at("csv"), u"--customers"_qs, u"400"_qs,
                         u"--purchases"_qs, u"2000"_qs, u"--events"_qs, u"30"_qs})
                     .code,
                 0);
        const Outcome imported = runCli({u"import"_qs, u"--workspace"_qs, at("w.groundswell"), u"--events"_qs,
                                         at("csv/events.csv"), u"--sales"_qs, at("csv/sales.csv"),
                                         u"--customers"_qs, at("csv/customers.csv")});
        QVERIFY2(imported.code == 0, imported.error.constData());
        m_whole = bytesOf(at("w.groundswell"));
    }

    void everyClassHasASentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("named");
        QByteArray damaged = m_whole;
        damaged[damaged.size() / 2] = static_cast<char>(damaged.at(damaged.size() / 2) ^ 1);
        QTest::newRow("a byte") << damaged << QByteArray("damaged");
        QTest::newRow("cut") << m_whole.first(m_whole.size() / 2) << QByteArray("damaged");
        QTest::newRow("text") << QByteArray("Dear organiser") << QByteArray("not a Groundswell workspace");
        QTest::newRow("empty") << QByteArray() << QByteArray("nothing in the file");
    }
    void everyClassHasASentence()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, named);
        const QString path = at("bad.groundswell");
        writeBytes(path, bytes);
        for (const QStringList &command :
             {QStringList{u"clusters"_qs, u"--event"_qs, u"x"_qs}, QStringList{u"serve"_qs},
              QStringList{u"package"_qs, u"--events"_qs, u"x"_qs, u"--title"_qs, u"t"_qs},
              QStringList{u"import"_qs, u"--events"_qs, at("csv/events.csv"), u"--sales"_qs,
                          at("csv/sales.csv")}}) {
            const Outcome outcome = runCli(QStringList(command) << u"--workspace"_qs << path);
            QCOMPARE(outcome.code, 1);
            QVERIFY2(outcome.error.contains(named), outcome.error.constData());
            QVERIFY2(outcome.error.count('\n') == 1 && !outcome.error.contains("error."),
                     outcome.error.constData());
            QCOMPARE(bytesOf(path), bytes);
        }
    }

    void whatCanBeReadIsRescued()
    {
        const QString path = at("damaged.groundswell");
        const qsizetype page = 16'384;
        QByteArray damaged = m_whole;
        for (qsizetype at = 5 * page; at < damaged.size(); at += 4 * page)
            damaged.replace(at, page, QByteArray(page, 'x'));
        writeBytes(path, damaged);
        const Outcome json =
            runCli({u"rescue"_qs, u"--workspace"_qs, path, u"--out"_qs, at("a.groundswell"), u"--json"_qs});
        QVERIFY2(json.code == 0, json.error.constData());
        const QJsonObject report = QJsonDocument::fromJson(json.out).object();
        QCOMPARE(report[u"parts"].toArray().size(), 9);
        QCOMPARE(report[u"complete"].toBool(), false);
        QCOMPARE(report[u"vouched_for"].toBool(), true);
        QVERIFY(partOf(report, u"events"_qs)[u"rescued"].toInt() > 0
                || partOf(report, u"customers"_qs)[u"rescued"].toInt() > 0);
        const Outcome text =
            runCli({u"rescue"_qs, u"--workspace"_qs, path, u"--out"_qs, at("b.groundswell")});
        QCOMPARE(text.code, 0);
        QVERIFY2(text.out.contains("the rest is lost") && text.out.contains("lines of sales"),
                 text.out.constData());
        QCOMPARE(bytesOf(path), damaged);
        QCOMPARE(QFile::permissions(at("a.groundswell")) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        // It is a workspace again.
        const Outcome opened =
            runCli({u"clusters"_qs, u"--workspace"_qs, at("a.groundswell"), u"--event"_qs, u"none"_qs});
        QVERIFY2(opened.error.contains("no event"), opened.error.constData());
    }

    void whatIsLeftInPartIsSaid()
    {
        // Every page on which an event's title can stand, and none on which only its id does.
        QByteArray damaged = m_whole;
        const qsizetype page = 16'384;
        damaged.replace(2 * page + 300, 512, QByteArray(512, 'x')); // the events begin on the third page
        writeBytes(at("damaged.groundswell"), damaged);
        const Outcome text = runCli({u"rescue"_qs, u"--workspace"_qs, at("damaged.groundswell"), u"--out"_qs,
                                     at("part.groundswell")});
        QCOMPARE(text.code, 0);
        QVERIFY2(text.out.contains("of 30 more nothing but the id")
                     && text.out.contains("the time of its last sale") && text.out.contains("Importing"),
                 text.out.constData());
    }

    void whatHoldsInsteadOfLostSettingsIsSaid()
    {
        QByteArray damaged = m_whole;
        damaged.replace(16'384 + 300, 512, QByteArray(512, 'x')); // the settings lie on the second page
        writeBytes(at("damaged.groundswell"), damaged);
        const Outcome text = runCli({u"rescue"_qs, u"--workspace"_qs, at("damaged.groundswell"), u"--out"_qs,
                                     at("assumed.groundswell")});
        QCOMPARE(text.code, 0);
        QVERIFY2(text.out.contains("settings are lost") && text.out.contains("taken to be EUR, because")
                     && text.out.contains("can be done once"),
                 text.out.constData());
        const Outcome json = runCli({u"rescue"_qs, u"--workspace"_qs, at("damaged.groundswell"), u"--out"_qs,
                                     at("assumed2.groundswell"), u"--json"_qs});
        const QJsonValue assumed = QJsonDocument::fromJson(json.out).object()[u"assumed"];
        QCOMPARE(assumed[u"currency"].toString(), u"EUR"_qs);
        QCOMPARE(assumed[u"consent_when_unknown"], QJsonValue(false));
    }

    void aDamagedListOfTablesCostsNothing()
    {
        QByteArray damaged = m_whole;
        damaged.replace(0, 16'384, QByteArray(16'384, 'x'));
        writeBytes(at("damaged.groundswell"), damaged);
        const Outcome json = runCli({u"rescue"_qs, u"--workspace"_qs, at("damaged.groundswell"), u"--out"_qs,
                                     at("list.groundswell"), u"--json"_qs});
        QVERIFY2(json.code == 0, json.error.constData());
        const QJsonObject report = QJsonDocument::fromJson(json.out).object();
        QCOMPARE(report[u"complete"].toBool(), true);
        QCOMPARE(partOf(report, u"customers"_qs)[u"rescued"].toInt(), 400);
        QCOMPARE(partOf(report, u"customers"_qs)[u"in_part"].toInt(), 0);
    }

    void aWholeOneIsRescuedWhole()
    {
        const Outcome outcome = runCli({u"rescue"_qs, u"--workspace"_qs, at("w.groundswell"), u"--out"_qs,
                                        at("c.groundswell"), u"--json"_qs});
        QCOMPARE(outcome.code, 0);
        const QJsonObject report = QJsonDocument::fromJson(outcome.out).object();
        QCOMPARE(report[u"complete"].toBool(), true);
        QCOMPARE(partOf(report, u"customers"_qs)[u"rescued"].toInt(), 400);
    }

    // By their content, whose name they bear.
    void mediaComeAlong()
    {
        QVERIFY(QFile::copy(at("w.groundswell"), at("pictures.groundswell")));
        QVERIFY(QDir(m_folder.path()).mkdir(u"pictures.media"_qs));
        const QByteArray picture = "\x89PNG picture";
        const QString name = QString::fromLatin1(
            QCryptographicHash::hash(picture, QCryptographicHash::Sha256).toHex() + ".png");
        writeBytes(at("pictures.media/") + name, picture);
        writeBytes(at("pictures.media/") + QString(64, u'0') + u".png", picture); // damaged since
        const Outcome outcome = runCli({u"rescue"_qs, u"--workspace"_qs, at("pictures.groundswell"),
                                        u"--out"_qs, at("again.groundswell"), u"--json"_qs});
        QCOMPARE(outcome.code, 0);
        const QJsonObject media = partOf(QJsonDocument::fromJson(outcome.out).object(), u"media"_qs);
        QCOMPARE(media[u"rescued"].toInt(), 1);
        QCOMPARE(media[u"lost"].toInt(), 1);
        QCOMPARE(bytesOf(at("again.media/") + name), picture);
    }

    void whatCantBeRescuedIsRefusedWithAReason()
    {
        writeBytes(at("letter.txt"), "Dear organiser");
        const Outcome letter =
            runCli({u"rescue"_qs, u"--workspace"_qs, at("letter.txt"), u"--out"_qs, at("d.groundswell")});
        QCOMPARE(letter.code, 1);
        QVERIFY(letter.isOneSentence());
        const Outcome missing =
            runCli({u"rescue"_qs, u"--workspace"_qs, at("nowhere"), u"--out"_qs, at("d.groundswell")});
        QCOMPARE(missing.code, 1);
        QVERIFY(missing.isOneSentence());
        const Outcome taken =
            runCli({u"rescue"_qs, u"--workspace"_qs, at("w.groundswell"), u"--out"_qs, at("w.groundswell")});
        QCOMPARE(taken.code, 1);
        QVERIFY(taken.isOneSentence());
        QCOMPARE(bytesOf(at("w.groundswell")), m_whole);
        QVERIFY(!QFile::exists(at("d.groundswell")));
        const Outcome folder = runCli({u"rescue"_qs, u"--workspace"_qs, at("w.groundswell"), u"--out"_qs,
                                       at("new/deep/d.groundswell")});
        QCOMPARE(folder.code, 1);
        QVERIFY(folder.isOneSentence() && folder.error.contains("no folder"));
        QVERIFY(!QFile::exists(at("new")));
        QCOMPARE(runCli({u"rescue"_qs, u"--workspace"_qs, at("w.groundswell")}).code, 2);
    }
};

QTEST_GUILESS_MAIN(TestRescue)
#include "tst_rescue.moc"
