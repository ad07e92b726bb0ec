#include "app/service/workspace/barename.h"
#include "app/service/workspace/mediafolder.h"
#include "tests/service/http/servicefixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace groundswell;
using namespace groundswell::service;

/// What becomes of an uploaded file and of its name.
class TestMedia : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QString>("kept");
        const auto row = [](const char *name, const QString &sent, const QString &kept) {
            QTest::newRow(name) << sent << kept;
        };
        row("plain", u"creative.jpg"_qs, u"creative.jpg"_qs);
        row("umlauts", u"Zauberflöte 2026.png"_qs, u"Zauberflöte 2026.png"_qs);
        row("path", u"../../etc/passwd"_qs, u"passwd"_qs);
        row("path of Windows", u"C:\\Users\\mia\\a.png"_qs, u"a.png"_qs);
        row("drive", u"C:a.png"_qs, u"Ca.png"_qs);
        row("stream", u"a.png:evil"_qs, u"a.pngevil"_qs);
        row("folder", u"a/"_qs, {});
        row("dots", u".."_qs, {});
        row("hidden", u".htaccess"_qs, u"htaccess"_qs);
        row("dots and spaces behind", u"a.png. . "_qs, u"a.png"_qs);
        row("device", u"CON"_qs, u"_CON"_qs);
        row("device with an ending", u"lpt1.png"_qs, u"_lpt1.png"_qs);
        row("device with spaces", u"aux .png"_qs, u"_aux .png"_qs);
        row("device with a superscript", u"COM\u00b9.png"_qs, u"_COM\u00b9.png"_qs);
        row("no device", u"console.png"_qs, u"console.png"_qs);
        row("control characters", u"a\nb\u0007c\u009f.png"_qs, u"abc.png"_qs);
        row("turned around", u"exe\u202egpj.exe"_qs, u"exegpj.exe"_qs);
        row("forbidden marks", u"a<b>:\"|?*.png"_qs, u"ab.png"_qs);
        row("nothing", {}, {});
        row("long", QString(300, u'a') + u".jpeg"_qs, QString(115, u'a') + u".jpeg"_qs);
    }
    void names()
    {
        QFETCH(QString, sent);
        QFETCH(QString, kept);
        QCOMPARE(bareName(sent), kept);
    }

    void aNameStaysWhatItIs()
    {
        std::mt19937 random(1);
        const QString alphabet = u"aZ9._- /\\:\"<>|?*\n\t\u0000\u202eäß👩comlpt1nul."_qs;
        for (int i = 0; i < 20'000; ++i) {
            QString sent;
            for (auto n = random() % 200; n > 0; --n)
                sent +=
                    alphabet.at(static_cast<qsizetype>(random() % static_cast<std::size_t>(alphabet.size())));
            const QString name = bareName(sent);
            QCOMPARE(bareName(name), name); // nothing is left to take away
            QVERIFY(name.size() <= 121);
            for (const QChar c : name)
                QVERIFY(!QStringView(u"/\\:*?\"<>|").contains(c) && c.category() != QChar::Other_Control);
        }
    }

    /// Pictures of customers' faces, perhaps; and what earlier versions left open is tightened.
    void onlyTheOwnerMaySeeThem()
    {
#ifdef Q_OS_WIN
        QSKIP("Folders have no modes here");
#endif
        const auto isOpenToOthers = [](const QString &path) {
            constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
                | QFile::WriteOther | QFile::ExeOther;
            return (QFile::permissions(path) & others) != QFile::Permissions();
        };
        QTemporaryDir folder;
        const QString workspace = folder.filePath(u"w.groundswell"_qs);
        const std::string picture = "\x89PNG\r\n\x1a\nrest";
        const MediaFolder media(workspace);
        const auto stored = media.add(picture);
        QVERIFY(stored);
        const QString file = QDir(media.path()).filePath(stored->name);
        QVERIFY(!isOpenToOthers(media.path()) && !isOpenToOthers(file));

        constexpr auto readable = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
        QVERIFY(QFile::setPermissions(file, readable));
        QVERIFY(QFile::setPermissions(media.path(), readable | QFile::ExeOwner | QFile::ExeOther));
        QVERIFY(MediaFolder(workspace).read(stored->name));
        QVERIFY(!isOpenToOthers(media.path()) && !isOpenToOthers(file));
    }

    void anUploadIsAnsweredWithABareName_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QString>("answered");
        QTest::newRow("plain") << QByteArray("poster.png") << u"poster.png"_qs;
        QTest::newRow("path") << QByteArray("../../x.png") << u"x.png"_qs;
        QTest::newRow("path of Windows") << QByteArray("..\\..\\x.png") << u"x.png"_qs;
        QTest::newRow("device") << QByteArray("nul.png") << u"_nul.png"_qs;
        QTest::newRow("tab") << QByteArray("a\tb.png") << u"ab.png"_qs;
        QTest::newRow("nothing") << QByteArray() << QString(); // then the stored one
    }
    void anUploadIsAnsweredWithABareName()
    {
        QFETCH(QByteArray, sent);
        QFETCH(QString, answered);
        ServiceFixture fixture({.empty = true});
        auto client = fixture.rawClient();
        const QByteArray body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + sent
            + "\"\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n\x1a\nrest\r\n--b--\r\n";
        const auto reply = client.request("POST", "/api/media", body, "multipart/form-data; boundary=b");
        QCOMPARE(reply.status, 200);
        const QJsonObject json = reply.json();
        if (answered.isEmpty())
            QVERIFY(json[u"url"].toString().endsWith(u'/' + json[u"filename"].toString()));
        else
            QCOMPARE(json[u"filename"].toString(), answered);
    }
};

QTEST_GUILESS_MAIN(TestMedia)
#include "tst_media.moc"
