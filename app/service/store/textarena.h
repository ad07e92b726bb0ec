#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace groundswell::service {

/// Keeps millions of short texts one after the other for as long as it lives: no text costs an allocation of
/// its own. Texts stay where they are, even if the arena is moved.
class TextArena {
public:
    TextArena() = default;
    TextArena(TextArena &&other) noexcept
        : m_blocks(std::move(other.m_blocks))
        , m_next(std::exchange(other.m_next, nullptr))
        , m_free(std::exchange(other.m_free, 0))
    {
    }
    TextArena &operator=(TextArena &&other) noexcept
    {
        m_blocks = std::move(other.m_blocks);
        m_next = std::exchange(other.m_next, nullptr);
        m_free = std::exchange(other.m_free, 0);
        return *this;
    }

    [[nodiscard]] std::string_view keep(std::string_view text)
    {
        if (text.empty())
            return {};
        if (text.size() > m_free)
            addBlock(text.size());
        std::memcpy(m_next, text.data(), text.size());
        const std::string_view kept(m_next, text.size());
        m_next += text.size();
        m_free -= text.size();
        return kept;
    }

private:
    static constexpr std::size_t blockSize = 1'048'576;

    void addBlock(std::size_t atLeast)
    {
        m_free = std::max(blockSize, atLeast);
        // Not make_unique, which would write zeros first.
        m_blocks.push_back(std::unique_ptr<char[]>(new char[m_free]));
        m_next = m_blocks.back().get();
    }

    std::vector<std::unique_ptr<char[]>> m_blocks;
    char *m_next = nullptr;
    std::size_t m_free = 0; ///< bytes from m_next on
};

} // namespace groundswell::service
