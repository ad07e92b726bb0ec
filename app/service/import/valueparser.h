#pragma once

#include <QTimeZone>

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>

#include <tl/expected.hpp>

namespace groundswell::service {

/// Why a value isn't what its column wants; part of a rejected row's reason.
enum class ValueFault {
    NotANumber, ///< value.number
    NotMoney, ///< value.money
    NotABoolean, ///< value.boolean
    NotADate, ///< value.date
    NotATime, ///< value.time
    ImpossibleDate, ///< value.date_impossible: well written, but no such day (31.02.)
    OutOfRange, ///< value.range
    TooLong, ///< value.too_long
};
[[nodiscard]] const char *faultId(ValueFault fault);

template <class T> using Parsed = tl::expected<T, ValueFault>;

[[nodiscard]] std::string_view trimmed(std::string_view text); ///< blanks, also non-breaking ones

/// A whole number; "2.0" and "2,0", as programs export them, are whole.
[[nodiscard]] Parsed<std::int64_t> parseInteger(std::string_view text);
[[nodiscard]] Parsed<double> parseDecimal(std::string_view text); ///< point or comma
/// true/false, yes/no, y/n, 1/0 and the like in English, German, French, Italian, Spanish and Russian.
[[nodiscard]] Parsed<bool> parseBoolean(std::string_view text);

/// The largest amount that is read, in minor units: sums of a workspace stay far from overflow.
inline constexpr std::int64_t maxAmount = 1'000'000'000'000'000;
/// An amount in minor units. Currency signs and letters around it are ignored. Of point and comma the one
/// that comes last divides the decimals; one that stands alone does so too, unless exactly three digits
/// follow it and one to three, not zero alone, come before ("1.234" is a thousand, "0.500" a half); in a
/// currency of three decimals it always does ("1.234" dinars are a little more than one). Minus before or
/// after, or brackets. Decimals beyond the currency's are rounded.
[[nodiscard]] Parsed<std::int64_t> parseMoney(std::string_view text, int minorDigits);

/// How dates written with slashes are read; all other ways are clear in themselves.
enum class DateOrder { DayFirst, MonthFirst };

struct CivilTime {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    bool hasTime = false;
    std::optional<int> offsetSeconds; ///< east of UTC, where the text names a zone
};

/// ISO 8601 with or without time, seconds, fraction and zone; 31.12.2026; 31/12/2026 or 12/31/2026 by \a
/// order; 20261231; two-digit years are of this century. The time of day follows a blank or "T", 24 h or
/// am/pm.
[[nodiscard]] Parsed<CivilTime> parseDateTime(std::string_view text, DateOrder order);
/// "19:30", "19.30", "7:30 pm", "19:30:00", "19 Uhr", "19h30".
[[nodiscard]] Parsed<CivilTime> parseTimeOfDay(std::string_view text);

/// What values with slashes say of their order: MonthFirst where one can only be that and none only the
/// other.
class DateOrderSniffer {
public:
    void look(std::string_view value);
    [[nodiscard]] DateOrder order() const
    {
        return m_monthFirst && !m_dayFirst ? DateOrder::MonthFirst : DateOrder::DayFirst;
    }

private:
    bool m_dayFirst = false;
    bool m_monthFirst = false;
};

/// Civil times of one zone as UTC seconds. Asking the zone is slow and most days have one offset: it is kept
/// by day. A time that the clock skips or repeats is taken as the zone's own rules say (Qt: the later
/// offset's).
class LocalClock {
public:
    explicit LocalClock(const QTimeZone &zone)
        : m_zone(zone)
    {
    }
    [[nodiscard]] std::int64_t toUtc(const CivilTime &time);

private:
    QTimeZone m_zone;
    std::unordered_map<std::int64_t, std::optional<int>> m_offsetOfDay; ///< null = it changes within the day
};

} // namespace groundswell::service
