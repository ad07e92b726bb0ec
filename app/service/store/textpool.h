#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace groundswell::service {

/// Gives equal texts one small number, counted from 0 in order of first appearance.
class TextPool {
public:
    std::uint32_t intern(std::string_view text)
    {
        if (const auto known = m_indexes.find(text); known != m_indexes.end())
            return known->second;
        const auto index = static_cast<std::uint32_t>(m_texts.size());
        m_texts.emplace_back(text);
        m_indexes.emplace(m_texts.back(), index);
        return index;
    }
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const
    {
        const auto known = m_indexes.find(text);
        return known == m_indexes.end() ? std::nullopt : std::optional(known->second);
    }
    [[nodiscard]] const std::string &at(std::uint32_t index) const { return m_texts[index]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_texts.size()); }

private:
    std::deque<std::string> m_texts; // never moves a text: the views below stay valid
    std::unordered_map<std::string_view, std::uint32_t> m_indexes;
};

} // namespace groundswell::service
