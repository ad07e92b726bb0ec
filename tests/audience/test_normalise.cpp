#include "app/audience/hash.h"
#include "app/audience/normalise.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace groundswell;

class TestNormalise : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void emails_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("normal");
        const auto row = [](const char *name, QString raw, QString normal) {
            QTest::newRow(name) << std::move(raw) << std::move(normal);
        };
        row("case and space", QStringLiteral("  Jane.Doe@Example.ORG "),
            QStringLiteral("jane.doe@example.org"));
        row("no-break and zero-width space", QStringLiteral("\u00A0jane\u200B@example.org\uFEFF"),
            QStringLiteral("jane@example.org"));
        row("decomposed umlaut", QStringLiteral("ju\u0308rgen@example.org"),
            QStringLiteral("jürgen@example.org"));
        row("umlaut domain", QStringLiteral("a@Bücher.Example"), QStringLiteral("a@xn--bcher-kva.example"));
        row("dots stay", QStringLiteral("jane.doe+x@gmail.com"), QStringLiteral("jane.doe+x@gmail.com"));
        row("no at", QStringLiteral("jane.example.org"), QString());
        row("two at", QStringLiteral("a@b@example.org"), QString());
        row("no local part", QStringLiteral("@example.org"), QString());
        row("no domain", QStringLiteral("jane@"), QString());
        row("no top level", QStringLiteral("jane@localhost"), QString());
        row("dot at the end", QStringLiteral("jane@example."), QString());
        row("empty", QString(), QString());
    }
    void emails()
    {
        QFETCH(const QString, raw);
        QFETCH(const QString, normal);
        QCOMPARE(normalise::email(raw), normal);
        QCOMPARE(normalise::email(normal), normal);
    }

    void onlyGoogleFoldsAndOnlyItsOwnDomains()
    {
        const auto folded = [](const char *address) {
            return normalise::foldedForGoogle(normalise::email(QString::fromLatin1(address)));
        };
        QCOMPARE(folded("Jane.Doe+Shopping@googlemail.com"), QStringLiteral("janedoe@googlemail.com"));
        QCOMPARE(folded("j.a.n.e@gmail.com"), QStringLiteral("jane@gmail.com"));
        QCOMPARE(folded("jane.doe+x@example.org"), QStringLiteral("jane.doe+x@example.org"));
        QCOMPARE(folded("jane.doe@notgmail.com"), QStringLiteral("jane.doe@notgmail.com"));
        QCOMPARE(folded("+x@gmail.com"), QString());
        QCOMPARE(folded("nonsense"), QString());
    }

    void phones_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("country");
        QTest::addColumn<QString>("e164");
        const auto row = [](const char *raw, const char *country, const char *e164) {
            QTest::addRow("%s %s", raw, country)
                << QString::fromLatin1(raw) << QString::fromLatin1(country) << QString::fromLatin1(e164);
        };
        row("+44 7123 456789", "", "+447123456789");
        row("+44 (0)7123 456789", "", "+447123456789"); // the trunk zero in brackets
        row("0044 7123 456789", "GB", "+447123456789");
        row("0170/1234567", "DE", "+491701234567");
        row("0170 1234567", "de", "+491701234567");
        row("0170 1234567", "", ""); // never guessed
        row("+39 06 1234 5678", "", "+390612345678"); // Italy keeps its zero
        row("(212) 555-0123", "US", "+12125550123");
        row("12", "DE", "");
        row("call me", "DE", "");
        row("", "DE", "");
        row("0170 1234567", "Germany", "");
    }
    void phones()
    {
        QFETCH(const QString, raw);
        QFETCH(const QString, country);
        QFETCH(const QString, e164);
        QCOMPARE(normalise::phone(raw, country).value_or(QString()), e164);
    }

    void namesAndPlaces()
    {
        QCOMPARE(normalise::name(QStringLiteral("  Mary-Ann   O'Neil ")), QStringLiteral("maryann oneil"));
        QCOMPARE(normalise::name(QStringLiteral("Jose\u0301")), QStringLiteral("josé"));
        QCOMPARE(normalise::name(QStringLiteral("STRAẞE")), QStringLiteral("straße"));
        QCOMPARE(normalise::nameForGoogle(QStringLiteral(" Mary Ann\u00A0")), QStringLiteral("maryann"));
        QCOMPARE(normalise::city(QStringLiteral("Bad Tölz-Nord")), QStringLiteral("badtölznord"));
        QCOMPARE(normalise::country(QStringLiteral(" DE ")), QStringLiteral("de"));
        QCOMPARE(normalise::country(QStringLiteral("Germany")), QString());
        QCOMPARE(normalise::postcode(QStringLiteral("SW1A 1AA"), QStringLiteral("GB")),
                 QStringLiteral("sw1a1"));
        QCOMPARE(normalise::postcode(QStringLiteral("94025-1234"), QStringLiteral("us")),
                 QStringLiteral("94025"));
        QCOMPARE(normalise::postcode(QStringLiteral("01067"), QStringLiteral("DE")), QStringLiteral("01067"));
        QCOMPARE(normalise::postcode(QStringLiteral("1234 AB"), QStringLiteral("NL")),
                 QStringLiteral("1234ab"));
    }

    void hashes()
    {
        Sha256Hasher hasher;
        // Published by an ad platform, recomputed.
        QCOMPARE(hasher.hash(QStringLiteral("janedoe@gmail.com")),
                 QStringLiteral("d6117306485ed0e50afab3ac871e98f81699151f30281527d63ff5f233656c69"));
        QCOMPARE(hasher.hash({}), QString());
        for (const QString &text : {QStringLiteral("jürgen"), QStringLiteral("家族"), QString(1000, u'x')}) {
            const QByteArray expected =
                QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
            QCOMPARE(hasher.hash(text), QString::fromLatin1(expected));
        }
    }

    void whatIsAHash()
    {
        QVERIFY(Sha256Hasher::isHash(QString(64, u'A')));
        QVERIFY(!Sha256Hasher::isHash(QString(63, u'a')));
        QVERIFY(!Sha256Hasher::isHash(QString(64, u'g')));
        QVERIFY(!Sha256Hasher::isHash({}));
    }
};

QTEST_GUILESS_MAIN(TestNormalise)
#include "test_normalise.moc"
