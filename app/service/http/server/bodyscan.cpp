#include "app/service/http/server/bodyscan.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace groundswell::service {

namespace {

constexpr std::size_t deepestNesting = 32; ///< the contract's deepest value, a geo place, has five levels

bool isPartOfNumber(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/// The digits that count, and the power of ten of the last one: 1.50e3 is 15 and 2.
struct Decimal {
    std::string digits;
    std::int64_t power = 0;
    friend bool operator==(const Decimal &, const Decimal &) = default;
};

Decimal decimalOf(std::string_view number)
{
    Decimal result;
    const std::size_t exponentAt = std::min(number.find_first_of("eE"), number.size());
    if (exponentAt < number.size())
        result.power =
            QByteArray(number.data() + exponentAt + 1, static_cast<qsizetype>(number.size() - exponentAt - 1))
                .toLongLong();
    bool isFraction = false;
    for (const char c : number.substr(0, exponentAt)) {
        isFraction = isFraction || c == '.';
        if (c < '0' || c > '9' || (c == '0' && result.digits.empty() && !isFraction))
            continue;
        result.digits += c;
        result.power -= isFraction ? 1 : 0;
    }
    result.digits.erase(0, std::min(result.digits.find_first_not_of('0'), result.digits.size()));
    while (result.digits.ends_with('0')) {
        result.digits.pop_back();
        ++result.power;
    }
    return result;
}

/// Whether the parser turns a number from 2^53 on into another one: a fraction is lost there, and only some
/// whole numbers are kept. Smaller numbers keep more digits than anybody measures.
bool isKept(std::string_view number)
{
    constexpr double firstInexact = 9007199254740992.0;
    constexpr std::size_t fewestDigits = 16; // of such a number that has no exponent
    if (number.size() < fewestDigits && number.find_first_of("eE") == std::string_view::npos)
        return true;
    const QByteArray text(number.data(), static_cast<qsizetype>(number.size()));
    const double value = text.toDouble();
    if (!std::isfinite(value) || std::abs(value) < firstInexact)
        return true; // the parser reports a number that is too large for a double
    const QJsonArray read = QJsonDocument::fromJson('[' + text + ']').array();
    const QByteArray kept = QJsonDocument(read).toJson(QJsonDocument::Compact);
    return decimalOf(number) == decimalOf({kept.constData() + 1, static_cast<std::size_t>(kept.size() - 2)});
}

/// Where in the document the scan is.
class Place {
public:
    void open(char bracket) { m_steps.push_back({bracket == '[', {}, 0}); }
    void close()
    {
        if (!m_steps.empty())
            m_steps.pop_back();
    }
    void next()
    {
        if (!m_steps.empty())
            ++m_steps.back().index;
    }
    void name(std::string_view key)
    {
        if (!m_steps.empty())
            m_steps.back().key = key;
    }
    [[nodiscard]] std::size_t depth() const { return m_steps.size(); }
    [[nodiscard]] std::string pointer() const
    {
        std::string result;
        for (const Step &step : m_steps) {
            result += '/';
            for (const char c : step.isArray ? std::to_string(step.index) : std::string(step.key))
                result += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
        }
        return result;
    }

private:
    struct Step {
        bool isArray;
        std::string_view key; ///< as it was written, escapes and all
        std::size_t index;
    };
    std::vector<Step> m_steps;
};

/// The position behind the text's end; its start is behind the quotation mark. Nullopt if JSON forbids it.
std::optional<std::size_t> endOfText(std::string_view json, std::size_t start)
{
    for (std::size_t i = start; i < json.size(); ++i) {
        if (static_cast<unsigned char>(json[i]) < 0x20)
            return std::nullopt;
        if (json[i] == '\\') {
            constexpr std::string_view escapes = "\"\\/bfnrtu";
            if (++i < json.size() && escapes.find(json[i]) == std::string_view::npos)
                return std::nullopt;
        } else if (json[i] == '"')
            return i + 1;
    }
    return json.size();
}

} // namespace

std::optional<BodyFault> bodyFault(std::string_view json)
{
    Place place;
    std::string_view lastText;
    for (std::size_t i = 0; i < json.size();) {
        const char c = json[i];
        if (c == '"') {
            const auto end = endOfText(json, i + 1);
            if (!end)
                return BodyFault{"error.request.bad_json", place.pointer()};
            lastText = json.substr(i + 1, *end - i - 2);
            i = *end;
            continue;
        }
        if (c == '-' || (c >= '0' && c <= '9')) {
            std::size_t end = i;
            while (end < json.size() && isPartOfNumber(json[end]))
                ++end;
            const std::string_view number = json.substr(i, end - i);
            // Qt's parser accepts a point without digits behind it,
            if (number.back() == '.' || number.find(".e") != number.npos || number.find(".E") != number.npos)
                return BodyFault{"error.request.bad_json", place.pointer()};
            if (!isKept(number))
                return BodyFault{"error.request.invalid", place.pointer()};
            i = end;
            continue;
        }
        if (c == '.') // and one without digits before it
            return BodyFault{"error.request.bad_json", place.pointer()};
        if (c == '{' || c == '[') {
            place.open(c);
            if (place.depth() > deepestNesting)
                return BodyFault{"error.request.too_deep", {}};
        } else if (c == '}' || c == ']') {
            place.close();
        } else if (c == ':') {
            place.name(lastText);
        } else if (c == ',') {
            place.next();
        }
        ++i;
    }
    return std::nullopt;
}

} // namespace groundswell::service
