// The whole path on many days in four zones: a fixed slice of them in every run. GROUNDSWELL_DAYS=first,count
// plays all four zones on `count` days from the day of that number (0–399) on.
#include "tests/e2e/days/organiserday.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace groundswell::test {

namespace {

const QDate firstDay(2027, 11, 1); ///< a leap day, a turn of the year and all changes of the clocks follow
constexpr int manyDays = 400;
constexpr std::array zones{"Pacific/Auckland", "America/Los_Angeles", "Europe/Berlin", "UTC"};
/// The edges of a day, its middle, and an hour that some days lack and others have twice.
const std::array times{QTime(0, 0, 1), QTime(12, 0), QTime(23, 59, 58), QTime(2, 30), QTime(6, 45)};

/// What is played on a day in a zone: always the same, and over many days each time in each zone.
Moment momentOf(int day, std::size_t zone)
{
    const auto number = static_cast<std::size_t>(day) + zone * 2;
    return {firstDay.addDays(day), times[number % times.size()], zones[zone], day + 1};
}

bool changesTheClock(const QDate &day, const QByteArray &zone)
{
    const QTimeZone here(zone);
    const auto offset = [&](const QDate &date) {
        return here.offsetFromUtc(QDateTime(date, QTime(0, 0), here));
    };
    return offset(day) != offset(day.addDays(1));
}

/// Every day of a week, the last of each month and the first of each quarter, each in one zone by turns; a
/// leap day and 31 December in all; in each zone the days on which its clocks change.
std::vector<Moment> slice()
{
    std::vector<Moment> moments;
    for (int day = 0; day < manyDays; ++day) {
        const QDate date = firstDay.addDays(day);
        const bool isSpecial =
            (date.month() == 2 && date.day() == 29) || (date.month() == 12 && date.day() == 31);
        const bool isPicked =
            day < 7 || date.day() == date.daysInMonth() || (date.day() == 1 && date.month() % 3 == 1);
        for (std::size_t zone = 0; zone < zones.size(); ++zone) {
            const bool isTurn = static_cast<std::size_t>(date.month() + date.day()) % zones.size() == zone;
            if (isSpecial || (isPicked && isTurn) || changesTheClock(date, zones[zone]))
                moments.push_back(momentOf(day, zone));
        }
    }
    return moments;
}

std::vector<Moment> chosen()
{
    const QStringList range = qEnvironmentVariable("GROUNDSWELL_DAYS").split(u',');
    if (range.size() != 2)
        return slice();
    std::vector<Moment> moments;
    for (int day = range[0].toInt(); day < range[0].toInt() + range[1].toInt(); ++day) {
        for (std::size_t zone = 0; zone < zones.size(); ++zone)
            moments.push_back(momentOf(day, zone));
    }
    return moments;
}

} // namespace

class TestDays : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSliceHasEveryKindOfDay();
    void thePathHolds();
};

void TestDays::theSliceHasEveryKindOfDay()
{
    const std::vector<Moment> moments = slice();
    QSet<int> weekdays;
    QSet<int> monthEnds;
    QHash<QByteArray, int> changes;
    QSet<QByteArray> leapDay;
    QSet<QByteArray> lastOfYear;
    QSet<QTime> seen;
    for (const Moment &moment : moments) {
        const QDate day = moment.day;
        weekdays.insert(day.dayOfWeek());
        seen.insert(moment.time);
        if (day.day() == day.daysInMonth())
            monthEnds.insert(day.month());
        if (changesTheClock(day, moment.zone))
            changes[moment.zone] += 1;
        if (day == QDate(2028, 2, 29))
            leapDay.insert(moment.zone);
        if (day == QDate(2027, 12, 31))
            lastOfYear.insert(moment.zone);
    }
    QCOMPARE(weekdays.size(), 7);
    QCOMPARE(monthEnds.size(), 12);
    QCOMPARE(seen.size(), qsizetype(times.size()));
    QVERIFY(changes["Pacific/Auckland"] >= 2);
    QVERIFY(changes["America/Los_Angeles"] >= 2);
    QVERIFY(changes["Europe/Berlin"] >= 2);
    QCOMPARE(leapDay.size(), qsizetype(zones.size()));
    QCOMPARE(lastOfYear.size(), qsizetype(zones.size()));
}

void TestDays::thePathHolds()
{
    QStringList failures;
    const std::vector<Moment> moments = chosen();
    for (std::size_t i = 0; i < moments.size(); ++i) {
        OrganiserDay day(moments[i]);
        const QString failure = day.play();
        if (!failure.isEmpty()) {
            failures << u"day %1 (%2): %3"_s.arg(moments[i].number - 1).arg(moments[i].text(), failure);
            qInfo().noquote() << failures.back();
        }
        if ((i + 1) % 100 == 0)
            qInfo("%zu of %zu played, %lld failures", i + 1, moments.size(),
                  static_cast<long long>(failures.size()));
    }
    qInfo("%zu days played", moments.size());
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
}

} // namespace groundswell::test

int main(int argc, char **argv)
{
    qputenv("QTEST_FUNCTION_TIMEOUT", "86400000"); // the whole takes longer than Qt Test allows for
    const QCoreApplication application(argc, argv);
    groundswell::test::TestDays days;
    return QTest::qExec(&days, argc, argv);
}
#include "tst_days.moc"
