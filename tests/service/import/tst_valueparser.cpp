#include "app/service/import/valueparser.h"

#include <rapidcheck.h>

#include <QDateTime>
#include <QTest>

using namespace groundswell::service;

namespace {

std::string bytes(const QString &text)
{
    return text.toStdString();
}

/// UTC seconds as ISO text, or the fault's id.
QString parsedTime(const QString &text, DateOrder order, const QByteArray &zone)
{
    const auto time = parseDateTime(bytes(text), order);
    if (!time)
        return QString::fromLatin1(faultId(time.error()));
    LocalClock clock{QTimeZone(zone)};
    return QDateTime::fromSecsSinceEpoch(clock.toUtc(*time), Qt::UTC).toString(Qt::ISODate);
}

} // namespace

class TestValueParser : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsDates_data();
    void readsDates();
    void monthsComeFirstOnlyWhereToldSo();
    void tellsTheOrderFromTheValues();
    void everyDayIsReadInEveryWay();
    void agreesWithQtOnLocalTimes();
    void readsTimesOfDay_data();
    void readsTimesOfDay();
    void readsMoney_data();
    void readsMoney();
    void yenHaveNoDecimals();
    void dinarsHaveThree();
    void amountsAreReadAsTheyAreWritten();
    void readsNumbers();
    void readsBooleans();
};

void TestValueParser::readsDates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(expected);
    };
    row("2026-06-12", "2026-06-11T22:00:00Z"); // Berlin, summer
    row("2026-01-12", "2026-01-11T23:00:00Z"); // winter
    row("2026-06-12T20:00", "2026-06-12T18:00:00Z");
    row("2026-06-12 20:00:30", "2026-06-12T18:00:30Z");
    row("2026-06-12T20:00:30.250", "2026-06-12T18:00:30Z");
    row("2026-06-12T20:00:00Z", "2026-06-12T20:00:00Z");
    row("2026-06-12T20:00:00", "2026-06-12T18:00:00Z");
    row("2026-06-12t20:00:00z", "2026-06-12T20:00:00Z");
    row("2026-02-31T20:00:00Z", "value.date_impossible");
    row("2026-06-12T24:00:00Z", "value.time");
    row("2026-06-12T20:61:00", "value.time");
    row("2026-06-12T20:00:0xZ", "value.time");
    row("2026-06-12T20:00:00.000Z", "2026-06-12T20:00:00Z");
    row("2026-06-12 20:00:00 UTC", "2026-06-12T20:00:00Z");
    row("2026-06-12T20:00:00+05:30", "2026-06-12T14:30:00Z");
    row("2026-06-12T20:00:00-0700", "2026-06-13T03:00:00Z");
    row("2026-06-12T20:00+02", "2026-06-12T18:00:00Z");
    row("2026/06/12", "2026-06-11T22:00:00Z");
    row("20260612", "2026-06-11T22:00:00Z");
    row("12.06.2026", "2026-06-11T22:00:00Z");
    row("1.6.2026", "2026-05-31T22:00:00Z");
    row("12.06.26", "2026-06-11T22:00:00Z");
    row("12.06.2026 20:00", "2026-06-12T18:00:00Z");
    row("12.06.2026, 20:00 Uhr", "2026-06-12T18:00:00Z");
    row("12/06/2026", "2026-06-11T22:00:00Z"); // day first unless told otherwise
    row("12/06/2026 8:30 PM", "2026-06-12T18:30:00Z");
    row("12/06/2026 12:15 am", "2026-06-11T22:15:00Z");
    row("12-06-2026", "2026-06-11T22:00:00Z");
    row("  2026-06-12  ", "2026-06-11T22:00:00Z");
    row("29.02.2024", "2024-02-28T23:00:00Z");
    row("2026-03-29T02:30", "2026-03-29T01:30:00Z"); // the clock skips it: an hour later
    row("31.02.2026", "value.date_impossible");
    row("2026-02-31", "value.date_impossible");
    row("29.02.2026", "value.date_impossible");
    row("31.04.2026", "value.date_impossible");
    row("00.01.2026", "value.date_impossible");
    row("2026-13-01", "value.date_impossible");
    row("12/13/2026", "value.date_impossible");
    row("20260231", "value.date_impossible");
    row("soon", "value.date");
    row("12.06.", "value.date");
    row("2026-06", "value.date");
    row("12.06-2026", "value.date");
    row("2026-06-12x", "value.date");
    row("123456", "value.date");
    row("2026-06-12T25:00", "value.time");
    row("2026-06-12T20:61", "value.time");
    row("2026-06-12T20:00+99", "value.time");
    row("2026-06-12 13:00 pm", "value.time");
    row("01.01.1066", "value.range");
    row("9999-01-01", "value.range");
}

void TestValueParser::readsDates()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(parsedTime(text, DateOrder::DayFirst, "Europe/Berlin"), expected);
}

void TestValueParser::monthsComeFirstOnlyWhereToldSo()
{
    QCOMPARE(parsedTime(QStringLiteral("06/12/2026"), DateOrder::MonthFirst, "UTC"),
             QStringLiteral("2026-06-12T00:00:00Z"));
    QCOMPARE(parsedTime(QStringLiteral("06.12.2026"), DateOrder::MonthFirst, "UTC"),
             QStringLiteral("2026-12-06T00:00:00Z"));
}

void TestValueParser::tellsTheOrderFromTheValues()
{
    const auto orderOf = [](std::initializer_list<const char *> values) {
        DateOrderSniffer sniffer;
        for (const char *value : values)
            sniffer.look(value);
        return sniffer.order();
    };
    QCOMPARE(orderOf({"01/02/2026", "03/04/2026"}), DateOrder::DayFirst);
    QCOMPARE(orderOf({"01/02/2026", "03/14/2026"}), DateOrder::MonthFirst);
    QCOMPARE(orderOf({"14/02/2026", "03/04/2026"}), DateOrder::DayFirst);
    QCOMPARE(orderOf({"14/02/2026", "03/14/2026"}), DateOrder::DayFirst); // contradictory: the rule holds
    QCOMPARE(orderOf({"2026-12-31", "", "31.12.2026"}), DateOrder::DayFirst);
}

void TestValueParser::everyDayIsReadInEveryWay()
{
    const auto pad = [](int number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    for (QDate date(1999, 1, 1); date.year() < 2030; date = date.addDays(1)) {
        const QString expected = date.toString(Qt::ISODate) + QStringLiteral("T00:00:00Z");
        const QString year = QString::number(date.year());
        const QString month = pad(date.month());
        const QString day = pad(date.day());
        const QStringList ways{year + u'-' + month + u'-' + day, day + u'.' + month + u'.' + year,
                               day + u'/' + month + u'/' + year, year + month + day};
        for (const QString &text : ways) {
            if (parsedTime(text, DateOrder::DayFirst, "UTC") != expected)
                QFAIL(qPrintable(text));
        }
    }
}

void TestValueParser::agreesWithQtOnLocalTimes()
{
    const bool ok = rc::check("a local time is what the zone says", [] {
        const QByteArray name =
            *rc::gen::element(QByteArray("Europe/Berlin"), QByteArray("America/New_York"),
                              QByteArray("Australia/Lord_Howe"), QByteArray("Asia/Kathmandu"));
        const QTimeZone zone(name);
        const auto at = *rc::gen::inRange<qint64>(0, 2'000'000'000);
        const QDateTime local = QDateTime::fromSecsSinceEpoch(at, zone);
        CivilTime time{local.date().year(),
                       local.date().month(),
                       local.date().day(),
                       local.time().hour(),
                       local.time().minute(),
                       local.time().second(),
                       true,
                       {}};
        LocalClock clock(zone);
        RC_ASSERT(clock.toUtc(time) == QDateTime(local.date(), local.time(), zone).toSecsSinceEpoch());
        RC_ASSERT(clock.toUtc(time)
                  == QDateTime(local.date(), local.time(), zone).toSecsSinceEpoch()); // as kept
    });
    QVERIFY(ok);
}

void TestValueParser::readsTimesOfDay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("minutes"); // -1 = refused
    QTest::newRow("19:30") << QStringLiteral("19:30") << 19 * 60 + 30;
    QTest::newRow("9:05") << QStringLiteral("9:05") << 9 * 60 + 5;
    QTest::newRow("19.30 Uhr") << QStringLiteral("19.30 Uhr") << 19 * 60 + 30;
    QTest::newRow("19 Uhr") << QStringLiteral("19 Uhr") << 19 * 60;
    QTest::newRow("19h30") << QStringLiteral("19h30") << 19 * 60 + 30;
    QTest::newRow("7:30 pm") << QStringLiteral("7:30 pm") << 19 * 60 + 30;
    QTest::newRow("8 PM") << QStringLiteral("8 PM") << 20 * 60;
    QTest::newRow("19:30:15") << QStringLiteral("19:30:15") << 19 * 60 + 30;
    QTest::newRow("a bare number") << QStringLiteral("19") << -1;
    QTest::newRow("25:00") << QStringLiteral("25:00") << -1;
    QTest::newRow("24:00") << QStringLiteral("24:00") << -1;
    QTest::newRow("evening") << QStringLiteral("evening") << -1;
}

void TestValueParser::readsTimesOfDay()
{
    QFETCH(QString, text);
    QFETCH(int, minutes);
    const auto time = parseTimeOfDay(bytes(text));
    QCOMPARE(time ? time->hour * 60 + time->minute : -1, minutes);
}

void TestValueParser::readsMoney_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("minor");
    const auto row = [](const char *text, qint64 minor) {
        QTest::newRow(text) << QString::fromUtf8(text) << minor;
    };
    row("12.50", 1250);
    row("12,50", 1250);
    row("12", 1200);
    row("12.5", 1250);
    row("0.5", 50);
    row(".5", 50);
    row("1,234.56", 123456);
    row("1.234,56", 123456);
    row("1 234,56", 123456);
    row("1'234.56", 123456);
    row("1\u00A0234,56 €", 123456);
    row("1.234.567", 123456700);
    row("1.234", 123400); // three digits: thousands
    row("0.500", 50);
    row("1234.567", 123457); // four digits before it: decimals, rounded
    row("49.999", 4999900);
    row("49.9999999", 5000);
    row("€ 12,50", 1250);
    row("EUR 12.50", 1250);
    row("12.50 EUR", 1250);
    row("Fr. 12.50", 1250);
    row("12.-", 1200);
    row("-12.50", -1250);
    row("12.50-", -1250);
    row("(12.50)", -1250);
    row("−12,50", -1250);
    row("+12,50", 1250);
    row("-0.01", -1);
    row("0", 0);
}

void TestValueParser::readsMoney()
{
    QFETCH(QString, text);
    QFETCH(qint64, minor);
    const auto money = parseMoney(bytes(text), 2);
    QVERIFY(money.has_value());
    QCOMPARE(*money, minor);
}

void TestValueParser::yenHaveNoDecimals()
{
    QCOMPARE(parseMoney("1200", 0).value(), 1200);
    QCOMPARE(parseMoney("1,200", 0).value(), 1200);
    QCOMPARE(parseMoney("1200.5", 0).value(), 1201);
    QCOMPARE(parseMoney("1.280", 0).value(), 1280);
    QCOMPARE(parseMoney("¥12,000.00", 0).value(), 12'000);
    for (const char *bad : {"", "free", "12.50/2", "1 2.5.0 x 3", "99999999999999999999", "#REF!"})
        QVERIFY2(!parseMoney(bad, 2), bad);
}

void TestValueParser::dinarsHaveThree()
{
    QCOMPARE(parseMoney("12.500", 3).value(), 12'500);
    QCOMPARE(parseMoney("12,500", 3).value(), 12'500);
    QCOMPARE(parseMoney("KWD 1.250", 3).value(), 1'250);
    QCOMPARE(parseMoney("-0.750", 3).value(), -750);
    QCOMPARE(parseMoney("12.5", 3).value(), 12'500);
    QCOMPARE(parseMoney("12", 3).value(), 12'000);
    QCOMPARE(parseMoney("1,234.500", 3).value(), 1'234'500);
    QCOMPARE(parseMoney("1.234,500", 3).value(), 1'234'500);
    QCOMPARE(parseMoney("1 234,500 DT", 3).value(), 1'234'500);
    QCOMPARE(parseMoney("1,234,567", 3).value(), 1'234'567'000);
    QCOMPARE(parseMoney("12.3456", 3).value(), 12'346);
    QCOMPARE(parseMoney("1.2345", 4).value(), 12'345);
}

/// Whatever the currency's decimals: with all of them, by point or comma, with or without thousands.
void TestValueParser::amountsAreReadAsTheyAreWritten()
{
    QVERIFY(rc::check("an amount that is written with its decimals is read as it is", [] {
        const int digits = *rc::gen::element(0, 2, 3, 4);
        const bool comma = *rc::gen::arbitrary<bool>();
        const auto grouping = *rc::gen::element<std::string>("", comma ? "." : ",", " ", "'");
        const auto minor = *rc::gen::oneOf(rc::gen::inRange<qint64>(-99'999, 99'999),
                                           rc::gen::inRange<qint64>(-99'999'999'999, 99'999'999'999));
        const std::string plain =
            QString::number(std::abs(minor)).rightJustified(digits + 1, u'0').toStdString();
        const size_t wholeDigits = plain.size() - static_cast<size_t>(digits);
        std::string text = minor < 0 ? "-" : "";
        for (size_t i = 0; i < wholeDigits; ++i) {
            text += plain[i];
            if (i + 1 < wholeDigits && (wholeDigits - i - 1) % 3 == 0)
                text += grouping;
        }
        if (digits > 0)
            text += (comma ? "," : ".") + plain.substr(wholeDigits);
        const auto read = parseMoney(text, digits);
        RC_LOG() << text;
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == minor);
    }));
}

void TestValueParser::readsNumbers()
{
    QCOMPARE(parseInteger(" 42 ").value(), 42);
    QCOMPARE(parseInteger("-3").value(), -3);
    QCOMPARE(parseInteger("2.0").value(), 2);
    QCOMPARE(parseInteger("2,00").value(), 2);
    for (const char *bad : {"", "2.5", "two", "1e5", "--1", ".0", "99999999999999999999"})
        QVERIFY2(!parseInteger(bad), bad);
    QCOMPARE(parseDecimal("48.1305").value(), 48.1305);
    QCOMPARE(parseDecimal("-11,5").value(), -11.5);
    for (const char *bad : {"", "nan", "inf", "48°", "1.2.3"})
        QVERIFY2(!parseDecimal(bad), bad);
}

void TestValueParser::readsBooleans()
{
    for (const char *yes : {"yes", "YES", "true", "1", "ja", "Ja", "да", "ДА", "oui", " x "})
        QVERIFY2(parseBoolean(yes).value_or(false), yes);
    for (const char *no : {"no", "False", "0", "nein", "нет", "non"})
        QVERIFY2(!parseBoolean(no).value_or(true), no);
    for (const char *bad : {"", "maybe", "2", "jein"})
        QVERIFY2(!parseBoolean(bad), bad);
}

QTEST_GUILESS_MAIN(TestValueParser)
#include "tst_valueparser.moc"
