#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace groundswell::service {

/// Gives equal texts one small number, counted from 0 in order of first appearance. Made for millions of
/// short texts: they lie behind each other in one piece, and a look-up touches two cache lines.
class TextPool {
public:
    std::uint32_t intern(std::string_view text)
    {
        if ((m_ends.size() + 1) * 2 > m_slots.size())
            grow();
        const std::uint32_t hash = hashOf(text);
        const size_t slot = slotOf(text, hash);
        if (m_slots[slot].index == none) {
            m_slots[slot] = {hash, size()};
            m_text += text;
            m_ends.push_back(m_text.size());
        }
        return m_slots[slot].index;
    }
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const
    {
        if (m_slots.empty())
            return std::nullopt;
        const Slot &slot = m_slots[slotOf(text, hashOf(text))];
        return slot.index == none ? std::nullopt : std::optional(slot.index);
    }
    [[nodiscard]] std::string_view at(std::uint32_t index) const ///< valid until the next intern()
    {
        const size_t begin = index == 0 ? 0 : m_ends[index - 1];
        return std::string_view(m_text).substr(begin, m_ends[index] - begin);
    }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_ends.size()); }

private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t index = none;
    };

    static std::uint32_t hashOf(std::string_view text)
    {
        const std::uint64_t hash = std::hash<std::string_view>()(text);
        return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
    }
    /// The text's own place, or the free one where it would go.
    [[nodiscard]] size_t slotOf(std::string_view text, std::uint32_t hash) const
    {
        const size_t mask = m_slots.size() - 1;
        size_t slot = hash & mask;
        while (m_slots[slot].index != none && (m_slots[slot].hash != hash || at(m_slots[slot].index) != text))
            slot = (slot + 1) & mask;
        return slot;
    }
    void grow()
    {
        std::vector<Slot> old(m_slots.empty() ? 64 : m_slots.size() * 2);
        old.swap(m_slots);
        const size_t mask = m_slots.size() - 1;
        for (const Slot &known : old) {
            if (known.index == none)
                continue;
            size_t slot = known.hash & mask;
            while (m_slots[slot].index != none)
                slot = (slot + 1) & mask;
            m_slots[slot] = known;
        }
    }

    std::string m_text;
    std::vector<size_t> m_ends; ///< of each text in m_text
    std::vector<Slot> m_slots; ///< a power of two, at most half of them taken
};

} // namespace groundswell::service
