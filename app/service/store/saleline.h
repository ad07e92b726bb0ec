#pragma once

#include "app/service/store/contentdigest.h"

#include <array>
#include <compare>
#include <cstdint>
#include <limits>
#include <string_view>
#include <tuple>

namespace groundswell::service {

/// What a line of a sale says beside whom and what it is about: in a delivery and in the workspace alike.
struct SaleFigures {
    static constexpr std::int64_t noBase = std::numeric_limits<std::int64_t>::min();

    std::int64_t at = 0; ///< UTC seconds
    std::int64_t amountMinor = 0; ///< the line's total; negative = refund
    std::int64_t baseMinor = noBase;
    std::uint32_t category = 0; ///< number of a name, see saleNames
    std::int32_t quantity = 0; ///< negative = return
};

/// The figures that are numbers of names: of the batch's pool in a delivery, of the workspace's list
/// (`ticket_category`) in a stored line, where 0 = none.
inline constexpr std::array saleNames{&SaleFigures::category};

/// A line of an event's sales as the workspace keeps it.
struct SaleLine : SaleFigures {
    std::uint32_t customer = 0; ///< the workspace's number; 0 = anonymous
    std::string_view invoice; ///< empty = none; the text lies elsewhere
};

/// What makes a line the same line although its figures may have been corrected.
[[nodiscard]] inline std::strong_ordering compareIdentity(const SaleLine &a, const SaleLine &b)
{
    const auto key = [](const SaleLine &line) {
        return std::tuple(line.at, line.category, line.quantity < 0, !line.invoice.empty());
    };
    if (const auto order = key(a) <=> key(b); order != 0)
        return order;
    return a.invoice.empty() ? a.customer <=> b.customer : a.invoice <=> b.invoice;
}

/// What is corrected where it differs.
[[nodiscard]] inline std::strong_ordering compareFigures(const SaleLine &a, const SaleLine &b)
{
    const auto figures = [](const SaleLine &line) {
        return std::tie(line.quantity, line.amountMinor, line.baseMinor, line.customer);
    };
    return figures(a) <=> figures(b);
}

/// What a line is for the content's fingerprint: hashes (textHash()) of texts instead of the workspace's
/// numbers, which depend on the order of deliveries. \a nameHash is asked for those of saleNames.
/// What is added here changes every fingerprint: a migration takes them anew (takeFingerprints()).
[[nodiscard]] auto fingerprintOf(const SaleLine &line, std::uint64_t customerHash, std::uint64_t eventHash,
                                 const auto &nameHash)
{
    return DigestNumbers<8>(
        {customerHash, eventHash, nameHash(line.category), textHash(line.invoice),
         static_cast<std::uint64_t>(line.at), static_cast<std::uint64_t>(std::int64_t{line.quantity}),
         static_cast<std::uint64_t>(line.amountMinor), static_cast<std::uint64_t>(line.baseMinor)});
}

} // namespace groundswell::service
