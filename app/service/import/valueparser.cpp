#include "app/service/import/valueparser.h"

#include <QString>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace groundswell::service {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// A number of digits, read without sign; nullopt where there are none or too many.
std::optional<std::int64_t> digitsToNumber(std::string_view digits)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || digits.empty() || !isDigit(digits[0]))
        return std::nullopt;
    return value;
}

/// A few digits and nothing else, as nearly all numbers of a file are.
std::optional<std::int64_t> plainNumber(std::string_view text)
{
    constexpr size_t fewDigits = 9;
    if (text.empty() || text.size() > fewDigits)
        return std::nullopt;
    std::int64_t value = 0;
    for (const char c : text) {
        if (!isDigit(c))
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

/// Digits, or digits with a point before as many more as the currency has, perhaps negative: what most files
/// write.
std::optional<std::int64_t> plainAmount(std::string_view text, int minorDigits)
{
    const bool negative = text.starts_with('-');
    if (negative)
        text.remove_prefix(1);
    const size_t point = text.find('.');
    const auto whole = plainNumber(text.substr(0, point));
    if (!whole)
        return std::nullopt;
    std::int64_t value = *whole;
    if (point == std::string_view::npos) {
        for (int i = 0; i < minorDigits; ++i)
            value *= 10;
    } else {
        const std::string_view fraction = text.substr(point + 1);
        const auto decimals = plainNumber(fraction);
        if (!decimals || fraction.size() != static_cast<size_t>(minorDigits))
            return std::nullopt;
        for (size_t i = 0; i < fraction.size(); ++i)
            value *= 10;
        value += *decimals;
    }
    return negative ? -value : value;
}

bool allZero(std::string_view digits)
{
    return std::all_of(digits.begin(), digits.end(), [](char c) { return c == '0'; });
}

} // namespace

const char *faultId(ValueFault fault)
{
    switch (fault) {
    case ValueFault::NotANumber:
        return "value.number";
    case ValueFault::NotMoney:
        return "value.money";
    case ValueFault::NotABoolean:
        return "value.boolean";
    case ValueFault::NotADate:
        return "value.date";
    case ValueFault::NotATime:
        return "value.time";
    case ValueFault::ImpossibleDate:
        return "value.date_impossible";
    case ValueFault::OutOfRange:
        return "value.range";
    case ValueFault::TooLong:
        return "value.too_long";
    }
    return "";
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view noBreak = "\xC2\xA0";
    const auto stays = [](char c) { return c > ' ' && c <= '~'; };
    if (!text.empty() && stays(text.front()) && stays(text.back()))
        return text; // nearly always
    while (true) {
        if (!text.empty() && (isBlank(text.front()) || text.front() == '\n' || text.front() == '\r'))
            text.remove_prefix(1);
        else if (!text.empty() && (isBlank(text.back()) || text.back() == '\n' || text.back() == '\r'))
            text.remove_suffix(1);
        else if (text.starts_with(noBreak))
            text.remove_prefix(noBreak.size());
        else if (text.ends_with(noBreak))
            text.remove_suffix(noBreak.size());
        else
            return text;
    }
}

Parsed<std::int64_t> parseInteger(std::string_view text)
{
    if (const auto plain = plainNumber(text))
        return *plain;
    text = trimmed(text);
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    if (const size_t point = text.find_first_of(".,"); point != std::string_view::npos && point > 0) {
        if (!allZero(text.substr(point + 1)))
            return tl::make_unexpected(ValueFault::NotANumber);
        text = text.substr(0, point);
    }
    const auto value = digitsToNumber(text);
    if (!value)
        return tl::make_unexpected(ValueFault::NotANumber);
    return negative ? -*value : *value;
}

Parsed<double> parseDecimal(std::string_view text)
{
    std::string plain(trimmed(text));
    std::replace(plain.begin(), plain.end(), ',', '.');
    double value = 0;
    const char *begin = plain.data() + (plain.starts_with('+') ? 1 : 0);
    const auto [end, error] = std::from_chars(begin, plain.data() + plain.size(), value);
    if (error != std::errc() || end != plain.data() + plain.size() || !std::isfinite(value))
        return tl::make_unexpected(ValueFault::NotANumber);
    return value;
}

namespace {

std::optional<bool> lowerCaseBoolean(std::string_view word)
{
    static constexpr std::array<std::string_view, 17> yes{"1",  "true", "t",  "yes", "y",     "ja",
                                                          "j",  "wahr", "x",  "on",  "oui",   "vrai",
                                                          "si", "sì",   "sí", "да",  "истина"};
    static constexpr std::array<std::string_view, 12> no{"0",      "false", "f",   "no",   "n",   "nein",
                                                         "falsch", "off",   "non", "faux", "нет", "ложь"};
    if (std::find(yes.begin(), yes.end(), word) != yes.end())
        return true;
    if (std::find(no.begin(), no.end(), word) != no.end())
        return false;
    return std::nullopt;
}

} // namespace

Parsed<bool> parseBoolean(std::string_view text)
{
    text = trimmed(text);
    if (const auto plain = lowerCaseBoolean(text))
        return *plain;
    const QString word = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    if (const auto folded = lowerCaseBoolean(word.toCaseFolded().toStdString()))
        return *folded;
    return tl::make_unexpected(ValueFault::NotABoolean);
}

namespace {

/// The digits and separators of an amount with everything around them taken away.
struct AmountText {
    std::string number;
    bool negative = false;
};

std::optional<AmountText> amountText(std::string_view text)
{
    AmountText result;
    text = trimmed(text);
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        result.negative = true;
        text = text.substr(1, text.size() - 2);
    }
    constexpr std::string_view unicodeMinus = "\xE2\x88\x92";
    bool ended = false;
    for (size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (text.substr(i).starts_with(unicodeMinus)) {
            c = '-';
            i += unicodeMinus.size() - 1;
        }
        const bool ofNumber = isDigit(c) || c == '.' || c == ',';
        const bool abbreviates =
            !isDigit(c) && result.number.empty() && (i + 1 == text.size() || !isDigit(text[i + 1]));
        if (ofNumber && !ended && !abbreviates) { // the point of "Fr. 12" is none of the number
            result.number += c;
        } else if (ofNumber) {
            if (isDigit(c))
                return std::nullopt; // a second number
        } else if (c == '-') {
            if (result.number.ends_with('.') || result.number.ends_with(','))
                continue; // "12.-" and "12,--" are round amounts
            if (result.negative)
                return std::nullopt;
            result.negative = true;
            ended = !result.number.empty();
        } else if (isBlank(c) || c == '\'' || c == '+' || (c & 0x80) != 0) {
            continue; // thousands divided by blanks or apostrophes, signs such as "€"
        } else if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '$') {
            ended = !result.number.empty();
        } else {
            return std::nullopt;
        }
    }
    return result;
}

/// Where the decimals begin in a number of digits, points and commas; npos = it has none.
size_t decimalPosition(std::string_view number, int minorDigits)
{
    constexpr size_t digitsOfAThousand = 3;
    const size_t last = number.find_last_of(".,");
    if (last == std::string_view::npos)
        return last;
    const char separator = number[last];
    const char other = separator == '.' ? ',' : '.';
    if (number.find(other) != std::string_view::npos)
        return last; // both occur: the last one divides
    if (number.find(separator) != last)
        return std::string_view::npos; // one kind, several times: thousands
    if (minorDigits == static_cast<int>(digitsOfAThousand))
        return last; // dinars are written with their three decimals
    const std::string_view before = number.substr(0, last);
    const bool thousands = number.size() - last - 1 == digitsOfAThousand && !before.empty()
        && before.size() <= digitsOfAThousand && !allZero(before);
    return thousands ? std::string_view::npos : last;
}

} // namespace

Parsed<std::int64_t> parseMoney(std::string_view text, int minorDigits)
{
    if (const auto plain = plainAmount(text, minorDigits))
        return *plain;
    const auto amount = amountText(text);
    if (!amount)
        return tl::make_unexpected(ValueFault::NotMoney);
    std::string_view number = amount->number;
    while (!number.empty() && !isDigit(number.back()))
        number.remove_suffix(1); // "12.-"
    const size_t decimals = decimalPosition(number, minorDigits);
    std::int64_t value = 0;
    bool any = false;
    for (size_t i = 0; i < std::min(decimals, number.size()); ++i) {
        if (!isDigit(number[i]))
            continue;
        value = value * 10 + (number[i] - '0');
        any = true;
        if (value > maxAmount)
            return tl::make_unexpected(ValueFault::OutOfRange);
    }
    const std::string_view fraction =
        decimals == std::string_view::npos ? std::string_view() : number.substr(decimals + 1);
    for (int i = 0; i < minorDigits; ++i) {
        const auto index = static_cast<size_t>(i);
        value = value * 10 + (index < fraction.size() ? fraction[index] - '0' : 0);
    }
    if (fraction.size() > static_cast<size_t>(minorDigits)
        && fraction[static_cast<size_t>(minorDigits)] >= '5')
        ++value;
    if (!any && fraction.empty())
        return tl::make_unexpected(ValueFault::NotMoney);
    if (value > maxAmount)
        return tl::make_unexpected(ValueFault::OutOfRange);
    return amount->negative ? -value : value;
}

} // namespace groundswell::service
