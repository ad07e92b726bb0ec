#pragma once

#include <chrono>

namespace groundswell::service {

/// How long one of an import's transactions may take. Somebody who saves a row waits for it and for its sync,
/// so it is short; but each one costs a sync, so it isn't shorter.
class PartTime {
public:
    [[nodiscard]] bool isOver() const { return std::chrono::steady_clock::now() - m_start > longest; }

private:
    static constexpr std::chrono::milliseconds longest{20};
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace groundswell::service
