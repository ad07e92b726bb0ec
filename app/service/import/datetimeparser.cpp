#include "app/service/import/valueparser.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace groundswell::service {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Reads a text from left to right.
class Scanner {
public:
    explicit Scanner(std::string_view text)
        : m_text(text)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_position >= m_text.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[m_position]; }
    bool skip(char c)
    {
        if (peek() != c)
            return false;
        ++m_position;
        return true;
    }
    void skipBlanks()
    {
        while (peek() == ' ' || peek() == '\t')
            ++m_position;
    }
    /// Between one and \a atMost digits; -1 where there are none. `digits()` tells how many they were.
    int number(int atMost)
    {
        m_digits = 0;
        int value = 0;
        while (m_digits < atMost && isDigit(peek())) {
            value = value * 10 + (m_text[m_position++] - '0');
            ++m_digits;
        }
        return m_digits > 0 ? value : -1;
    }
    [[nodiscard]] int digits() const { return m_digits; }
    /// The given word in any case.
    bool skipWord(std::string_view word)
    {
        if (m_text.size() - m_position < word.size())
            return false;
        for (size_t i = 0; i < word.size(); ++i) {
            if ((m_text[m_position + i] | 0x20) != word[i])
                return false;
        }
        m_position += word.size();
        return true;
    }
    void skipDigits()
    {
        while (isDigit(peek()))
            ++m_position;
    }

private:
    std::string_view m_text;
    size_t m_position = 0;
    int m_digits = 0;
};

bool isLeapYear(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

Parsed<CivilTime> checkedDate(CivilTime time)
{
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (time.year < 1900 || time.year > 2200)
        return tl::make_unexpected(ValueFault::OutOfRange);
    if (time.month < 1 || time.month > 12 || time.day < 1)
        return tl::make_unexpected(ValueFault::ImpossibleDate);
    const int last =
        time.month == 2 && isLeapYear(time.year) ? 29 : days[static_cast<size_t>(time.month) - 1];
    if (time.day > last)
        return tl::make_unexpected(ValueFault::ImpossibleDate);
    return time;
}

Parsed<CivilTime> readDate(Scanner &scanner, DateOrder order)
{
    const auto bad = tl::make_unexpected(ValueFault::NotADate);
    CivilTime time;
    const int first = scanner.number(8);
    if (first < 0)
        return bad;
    if (scanner.digits() == 8) // 20261231
        return checkedDate({first / 10'000, first / 100 % 100, first % 100, 0, 0, 0, false, {}});
    const bool yearFirst = scanner.digits() == 4;
    if (!yearFirst && scanner.digits() > 2)
        return bad;
    const char separator = scanner.peek();
    if (separator != '-' && separator != '.' && separator != '/')
        return bad;
    scanner.skip(separator);
    const int second = scanner.number(2);
    if (second < 0 || !scanner.skip(separator))
        return bad;
    const int third = scanner.number(yearFirst ? 2 : 4);
    if (third < 0)
        return bad;
    const int digitsOfThird = scanner.digits();
    if (yearFirst) {
        time.year = first;
        time.month = second;
        time.day = third;
    } else {
        if (digitsOfThird != 4 && digitsOfThird != 2)
            return bad;
        const bool monthFirst = separator == '/' && order == DateOrder::MonthFirst;
        time.year = digitsOfThird == 2 ? 2000 + third : third;
        time.month = monthFirst ? first : second;
        time.day = monthFirst ? second : first;
    }
    return checkedDate(time);
}

/// Z, +02, +0200, +02:00; nothing is fine too.
bool readOffset(Scanner &scanner, CivilTime &time)
{
    scanner.skipBlanks();
    if (scanner.skipWord("z") || scanner.skipWord("utc")) {
        time.offsetSeconds = 0;
        return true;
    }
    const char sign = scanner.peek();
    if (sign != '+' && sign != '-')
        return true;
    scanner.skip(sign);
    const int hours = scanner.number(2);
    scanner.skip(':');
    const int minutes = scanner.atEnd() ? 0 : scanner.number(2);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59)
        return false;
    time.offsetSeconds = (sign == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
    return true;
}

bool readTime(Scanner &scanner, CivilTime &time)
{
    time.hour = scanner.number(2);
    if (time.hour < 0)
        return false;
    bool onlyHours = true;
    if (scanner.skip(':') || scanner.skip('.') || scanner.skipWord("h")) {
        time.minute = scanner.number(2);
        onlyHours = time.minute < 0;
        if (onlyHours)
            time.minute = 0; // "19h"
        if (scanner.skip(':')) {
            time.second = scanner.number(2);
            if (time.second < 0)
                return false;
            if (scanner.skip('.') || scanner.skip(','))
                scanner.skipDigits();
        }
    }
    scanner.skipBlanks();
    const bool pm = scanner.skipWord("pm") || scanner.skipWord("p.m.");
    const bool am = !pm && (scanner.skipWord("am") || scanner.skipWord("a.m."));
    if ((pm || am) && (time.hour < 1 || time.hour > 12))
        return false;
    if (pm || am)
        time.hour = time.hour % 12 + (pm ? 12 : 0);
    if (scanner.skipWord("uhr"))
        onlyHours = false;
    if (time.hour == 24 && time.minute == 0 && time.second == 0)
        return false; // would be the next day: nobody means that in a ticket list
    time.hasTime = true;
    return time.hour <= 23 && time.minute <= 59 && time.second <= 60 && (!onlyHours || pm || am);
}

/// Days since 1970-01-01 of a date of the Gregorian calendar (Howard Hinnant, "chrono-compatible low-level
/// date algorithms").
std::int64_t daysFromCivil(int year, int month, int day)
{
    const int y = year - (month <= 2 ? 1 : 0);
    const int era = y / 400;
    const int yearOfEra = y - era * 400;
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return std::int64_t{era} * 146'097 + dayOfEra - 719'468;
}

/// "2026-12-31T19:30:00" with a blank or T, perhaps a Z behind it, which most files write; nullopt: look
/// closer.
std::optional<CivilTime> plainIsoTime(std::string_view text)
{
    constexpr std::string_view pattern = "0000-00-00T00:00:00";
    const bool isUtc = text.size() == pattern.size() + 1 && text.back() == 'Z';
    if (text.size() != pattern.size() && !isUtc)
        return std::nullopt;
    for (size_t i = 0; i < pattern.size(); ++i) {
        const bool fits = pattern[i] == '0' ? isDigit(text[i])
            : pattern[i] == 'T'             ? text[i] == 'T' || text[i] == ' '
                                            : text[i] == pattern[i];
        if (!fits)
            return std::nullopt;
    }
    const auto two = [&](size_t at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; };
    CivilTime time{two(0) * 100 + two(2), two(5), two(8), two(11), two(14), two(17), true, {}};
    if (time.hour > 23 || time.minute > 59 || time.second > 59)
        return std::nullopt;
    if (isUtc)
        time.offsetSeconds = 0;
    return time;
}

} // namespace

Parsed<CivilTime> parseDateTime(std::string_view text, DateOrder order)
{
    if (const auto plain = plainIsoTime(text))
        return checkedDate(*plain);
    Scanner scanner(trimmed(text));
    Parsed<CivilTime> time = readDate(scanner, order);
    if (!time)
        return time;
    if (scanner.atEnd())
        return time;
    if (!scanner.skipWord("t")) {
        if (scanner.peek() != ' ' && scanner.peek() != ',')
            return tl::make_unexpected(ValueFault::NotADate);
        scanner.skip(',');
        scanner.skipBlanks();
    }
    if (!readTime(scanner, *time) || !readOffset(scanner, *time) || !scanner.atEnd())
        return tl::make_unexpected(ValueFault::NotATime);
    return time;
}

Parsed<CivilTime> parseTimeOfDay(std::string_view text)
{
    Scanner scanner(trimmed(text));
    CivilTime time;
    if (!readTime(scanner, time) || !scanner.atEnd())
        return tl::make_unexpected(ValueFault::NotATime);
    return time;
}

void DateOrderSniffer::look(std::string_view value)
{
    Scanner scanner(trimmed(value));
    const int first = scanner.number(2);
    if (first < 0 || !scanner.skip('/'))
        return;
    const int second = scanner.number(2);
    if (second < 0 || scanner.peek() != '/')
        return;
    m_dayFirst = m_dayFirst || first > 12;
    m_monthFirst = m_monthFirst || second > 12;
}

std::int64_t LocalClock::toUtc(const CivilTime &time)
{
    const std::int64_t day = daysFromCivil(time.year, time.month, time.day);
    const std::int64_t local =
        day * 86'400 + std::int64_t{time.hour} * 3600 + std::int64_t{time.minute} * 60 + time.second;
    if (time.offsetSeconds)
        return local - *time.offsetSeconds;
    auto known = m_offsetOfDay.find(day);
    if (known == m_offsetOfDay.end()) {
        const QDate date(time.year, time.month, time.day);
        const int atStart = QDateTime(date, QTime(0, 0), m_zone).offsetFromUtc();
        const int atEnd = QDateTime(date, QTime(23, 59, 59), m_zone).offsetFromUtc();
        known = m_offsetOfDay.emplace(day, atStart == atEnd ? std::optional(atStart) : std::nullopt).first;
    }
    if (known->second)
        return local - *known->second;
    const QTime clock(time.hour, time.minute, std::min(time.second, 59));
    return QDateTime(QDate(time.year, time.month, time.day), clock, m_zone).toSecsSinceEpoch();
}

} // namespace groundswell::service
