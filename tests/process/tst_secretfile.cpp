#include "app/process/secretfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace groundswell;

class TestSecretFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesOneWordWhateverIsAroundIt()
    {
        QCOMPARE(readSecret(written("t0ken")).value(), QStringLiteral("t0ken"));
        QCOMPARE(readSecret(written(" t0ken \r\n")).value(), QStringLiteral("t0ken"));
    }

    void refusesWhatIsNoSecret_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a line's end") << QByteArray("\n");
        QTest::newRow("two lines") << QByteArray("t0ken\nother\n");
        QTest::newRow("a sentence") << QByteArray("not a token");
        QTest::newRow("no text") << QByteArray("a\0b", 3);
        QTest::newRow("a large file") << QByteArray(100'000, 'x');
    }
    void refusesWhatIsNoSecret()
    {
        QFETCH(QByteArray, content);
        QCOMPARE(readSecret(written(content)).error().fault, SecretFault::Empty);
    }

    void saysWhyItCantBeRead()
    {
        const auto absent = readSecret(m_folder.filePath(QStringLiteral("absent")));
        QCOMPARE(absent.error().fault, SecretFault::Unreadable);
        QVERIFY(!absent.error().detail.isEmpty());
        QCOMPARE(readSecret(m_folder.path()).error().fault, SecretFault::Unreadable);
    }

#ifndef Q_OS_WIN
    // Whoever else may read or change it, in whatever way.
    void whatOthersMayReadIsNoSecret()
    {
        const QString path = written("t0ken");
        const auto mine = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
        for (const auto theirs : {QFileDevice::ReadGroup, QFileDevice::WriteGroup, QFileDevice::ReadOther,
                                  QFileDevice::WriteOther}) {
            QVERIFY(QFile::setPermissions(path, mine | theirs));
            const auto secret = readSecret(path);
            QVERIFY(!secret);
            QCOMPARE(secret.error().fault, SecretFault::OpenToOthers);
        }
        QVERIFY(QFile::setPermissions(path, mine));
        QVERIFY(readSecret(path));
    }
#endif

private:
    QString written(const QByteArray &content)
    {
        QFile file(m_folder.filePath(QStringLiteral("token")));
        file.remove();
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                       QFileDevice::ReadOwner | QFileDevice::WriteOwner))
            return {};
        file.write(content);
        return file.fileName();
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSecretFile)
#include "tst_secretfile.moc"
