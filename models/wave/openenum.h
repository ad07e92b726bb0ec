#pragma once

#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace groundswell {

/// The words of an enumeration on the wire. Specialise for each E with
/// `static constexpr std::array<std::pair<E, const char *>, N> names`; the first entry of a value is what is
/// written, further ones are aliases accepted on reading.
template <class E> struct WireNames;

/// A value of an enumeration that the other side may extend: an unknown word is kept and sent back as it came
/// (wave-api 9.1).
template <class E> class OpenEnum {
public:
    OpenEnum() = default; ///< unset: an absent or null member
    OpenEnum(E value) // NOLINT(google-explicit-constructor): an enum is an open enum
        : m_word(QString::fromLatin1(wordOf(value)))
    {
    }
    [[nodiscard]] static OpenEnum fromWire(QString word)
    {
        OpenEnum result;
        result.m_word = std::move(word);
        return result;
    }

    [[nodiscard]] bool isSet() const { return !m_word.isEmpty(); }
    /// The known value, or nullopt where unset or unknown to this version.
    [[nodiscard]] std::optional<E> known() const
    {
        for (const auto &[value, name] : WireNames<E>::names) {
            if (m_word == QLatin1StringView(name))
                return value;
        }
        return std::nullopt;
    }
    [[nodiscard]] bool is(E value) const { return known() == value; }
    /// The word as it stands on the wire, also where it is unknown.
    [[nodiscard]] const QString &wire() const { return m_word; }

    friend bool operator==(const OpenEnum &, const OpenEnum &) = default;

private:
    static constexpr const char *wordOf(E value)
    {
        for (const auto &[candidate, name] : WireNames<E>::names) {
            if (candidate == value)
                return name;
        }
        return "";
    }
    QString m_word;
};

} // namespace groundswell
