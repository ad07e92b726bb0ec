#pragma once

#include "app/service/store/prefetch.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace groundswell::service {

/// Gives equal texts one small number, counted from 0 in order of first appearance. Made for millions of
/// short texts: they lie behind each other in one piece, and a look-up touches two cache lines.
class TextPool {
public:
    /// Texts that are looked up together wait for memory together.
    static constexpr std::size_t atOnce = 64;

    std::uint32_t intern(std::string_view text)
    {
        reserve(1);
        return internHashed(text, hashOf(text));
    }
    /// Like intern() of each in order; up to atOnce texts.
    void internAll(std::span<const std::string_view> texts, std::span<std::uint32_t> numbers)
    {
        reserve(texts.size());
        const auto hashes = fetch(texts);
        for (std::size_t i = 0; i < texts.size(); ++i)
            numbers[i] = internHashed(texts[i], hashes[i]);
    }
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const
    {
        return m_slots.empty() ? std::nullopt : findHashed(text, hashOf(text));
    }
    /// Like find() of each; up to atOnce texts.
    void findAll(std::span<const std::string_view> texts,
                 std::span<std::optional<std::uint32_t>> numbers) const
    {
        const auto hashes = fetch(texts);
        for (std::size_t i = 0; i < texts.size(); ++i)
            numbers[i] = m_slots.empty() ? std::nullopt : findHashed(texts[i], hashes[i]);
    }
    [[nodiscard]] std::string_view at(std::uint32_t index) const ///< valid until the next intern()
    {
        const std::size_t begin = index == 0 ? 0 : m_ends[index - 1];
        return std::string_view(m_text).substr(begin, m_ends[index] - begin);
    }
    /// at() of this one is asked for soon: says where its text lies, later asks for the text itself.
    void expectPlace(std::uint32_t index) const { prefetch(&m_ends[index]); }
    void expectText(std::uint32_t index) const
    {
        prefetch(m_text.data() + (index == 0 ? 0 : m_ends[index - 1]));
    }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_ends.size()); }
    /// Bytes of text; they are counted with 32 bits.
    [[nodiscard]] std::size_t bytes() const { return m_text.size(); }

private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t index = none;
        std::uint32_t begin = 0; ///< of the text in m_text
        std::uint32_t length = 0;
    };
    using Hashes = std::array<std::uint32_t, atOnce>;

    static std::uint32_t hashOf(std::string_view text)
    {
        const std::uint64_t hash = std::hash<std::string_view>()(text);
        return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
    }
    /// Asks for the places of all texts, then for what is known there.
    [[nodiscard]] Hashes fetch(std::span<const std::string_view> texts) const
    {
        Hashes hashes{};
        const std::size_t mask = m_slots.size() - 1;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            hashes[i] = hashOf(texts[i]);
            if (!m_slots.empty())
                prefetch(&m_slots[hashes[i] & mask]);
        }
        for (std::size_t i = 0; i < texts.size() && !m_slots.empty(); ++i)
            prefetch(m_text.data() + m_slots[hashes[i] & mask].begin);
        return hashes;
    }
    /// The text's own place, or the free one where it would go.
    [[nodiscard]] std::size_t slotOf(std::string_view text, std::uint32_t hash) const
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t place = hash & mask;
        while (true) {
            const Slot &slot = m_slots[place];
            if (slot.index == none || (slot.hash == hash && textOf(slot) == text))
                return place;
            place = (place + 1) & mask;
        }
    }
    [[nodiscard]] std::string_view textOf(const Slot &slot) const
    {
        return std::string_view(m_text).substr(slot.begin, slot.length);
    }
    [[nodiscard]] std::optional<std::uint32_t> findHashed(std::string_view text, std::uint32_t hash) const
    {
        const Slot &slot = m_slots[slotOf(text, hash)];
        return slot.index == none ? std::nullopt : std::optional(slot.index);
    }
    /// There must be room.
    std::uint32_t internHashed(std::string_view text, std::uint32_t hash)
    {
        Slot &slot = m_slots[slotOf(text, hash)];
        if (slot.index == none) {
            slot = {hash, size(), static_cast<std::uint32_t>(m_text.size()),
                    static_cast<std::uint32_t>(text.size())};
            m_text += text;
            m_ends.push_back(m_text.size());
        }
        return slot.index;
    }
    void reserve(std::size_t more)
    {
        while ((m_ends.size() + more) * 2 > m_slots.size())
            grow();
    }
    void grow()
    {
        std::vector<Slot> old(m_slots.empty() ? 2 * atOnce : m_slots.size() * 2);
        old.swap(m_slots);
        const std::size_t mask = m_slots.size() - 1;
        for (const Slot &known : old) {
            if (known.index == none)
                continue;
            std::size_t slot = known.hash & mask;
            while (m_slots[slot].index != none)
                slot = (slot + 1) & mask;
            m_slots[slot] = known;
        }
    }

    std::string m_text;
    std::vector<std::size_t> m_ends; ///< of each text in m_text
    std::vector<Slot> m_slots; ///< a power of two, at most half of them taken
};

} // namespace groundswell::service
