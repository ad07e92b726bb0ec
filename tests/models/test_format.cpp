#include "models/items/format.h"

#include <QtTest>

using namespace groundswell;

class TestFormat : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void money_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *locale, qint64 minor, const char *currency, const char *text) {
            QTest::addRow("%s %s", locale, currency)
                << QString::fromLatin1(locale) << minor << QString::fromLatin1(currency)
                << QString::fromUtf8(text);
        };
        row("en_US", 500'000, "USD", "$5,000.00");
        row("en_US", 500'000, "EUR", "€5,000.00");
        row("de_DE", 500'000, "EUR", "5.000,00\u00a0€");
        row("de_DE", 500'000, "USD", "5.000,00\u00a0USD");
        row("de_DE", 5'000, "JPY", "5.000\u00a0¥");
        row("en_US", 50'000, "CHF", "CHF\u00a0500.00");
        row("en_US", 1'234, "KWD", "KWD\u00a01.234");
        row("de_DE", 12'345'678, "KWD", "12.345,678\u00a0KWD");
        row("de_DE", 12'500, "TND", "12,500\u00a0TND");
        row("en_GB", 12'000, "KRW", "KRW\u00a012,000");
        row("de_DE", 12'000, "KRW", "12.000\u00a0KRW");
        row("en_GB", 1'280, "JPY", "¥1,280");
        row("en_GB", 12'345, "CLF", "CLF\u00a01.2345");
        row("en_US", 1'250, "", "12.50");
    }
    void money()
    {
        QFETCH(const QString, locale);
        QFETCH(const qint64, minor);
        QFETCH(const QString, currency);
        QFETCH(const QString, text);
        QCOMPARE(format::money(Money{minor, currency}, QLocale(locale)), text);
    }

    void shares()
    {
        QCOMPARE(format::percent(0.2139, QLocale(QStringLiteral("en_US"))), QStringLiteral("21.4%"));
        QCOMPARE(format::percent(0.2139, QLocale(QStringLiteral("de_DE"))), QStringLiteral("21,4\u00a0%"));
        QCOMPARE(format::percent(0, QLocale(QStringLiteral("en_US"))), QStringLiteral("0.0%"));
    }

    void unknownIsADash()
    {
        const QString dash = QStringLiteral("—");
        QCOMPARE(format::money(std::nullopt), dash);
        QCOMPARE(format::number(std::optional<qint64>()), dash);
        QCOMPARE(format::number(std::optional<int>()), dash);
        QCOMPARE(format::decimal(std::nullopt, 2), dash);
        QCOMPARE(format::decimal(std::numeric_limits<double>::quiet_NaN(), 2), dash);
        QCOMPARE(format::percent(std::nullopt), dash);
        QCOMPARE(format::date({}), dash);
        QCOMPARE(format::dateTime({}), dash);
        QCOMPARE(format::text({}), dash);
    }

    void numbers()
    {
        const QLocale german(QStringLiteral("de_DE"));
        QCOMPARE(format::number(std::optional<qint64>(184'000), german), QStringLiteral("184.000"));
        QCOMPARE(format::decimal(16.178, 2, german), QStringLiteral("16,18"));
        QCOMPARE(format::date(QDate(2026, 6, 12), german), QStringLiteral("12.06.26"));
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "test_format.moc"
