#include "app/service/taste/clusters/audiencesplit.h"

#include "app/service/taste/numerics/parallel.h"

#include <algorithm>
#include <array>
#include <functional>

namespace groundswell::service {

namespace {

constexpr std::size_t fewestMembers = 5;
constexpr double smallestShare = 0.02; ///< of the audience
constexpr std::size_t parts = 8; ///< of the audience, for several threads

struct Counts {
    explicit Counts(const GroupVotes &votes)
        : sizes(votes.groups())
        , buyers(votes.groups() * votes.events())
    {
    }
    std::vector<std::size_t> sizes;
    std::vector<std::uint32_t> buyers;
};

Counts assignPart(std::span<const std::uint32_t> audience, const GroupVotes &votes,
                  std::span<const char> allowed, std::span<std::int32_t> groupOf)
{
    Counts counts(votes);
    for (std::size_t i = 0; i < audience.size(); ++i) {
        const std::int32_t group = groupOf[i] = votes.groupOf(audience[i], allowed);
        if (group < 0)
            continue;
        ++counts.sizes[static_cast<std::size_t>(group)];
        std::uint32_t *buyers = counts.buyers.data() + static_cast<std::size_t>(group) * votes.events();
        for (const std::uint32_t event : votes.eventsOf(audience[i]))
            ++buyers[event];
    }
    return counts;
}

template <class Number> void addTo(std::vector<Number> &sums, const std::vector<Number> &numbers)
{
    std::transform(numbers.begin(), numbers.end(), sums.begin(), sums.begin(), std::plus<>());
}

AudienceSplit assign(std::span<const std::uint32_t> audience, const GroupVotes &votes,
                     std::span<const char> allowed)
{
    Counts all(votes);
    std::vector<std::int32_t> groupOf(audience.size());
    std::vector<Counts> counts(parts, Counts(votes));
    forEachInParallel(parts, [&](std::size_t part) {
        const std::size_t begin = audience.size() * part / parts;
        const std::size_t size = audience.size() * (part + 1) / parts - begin;
        counts[part] = assignPart(audience.subspan(begin, size), votes, allowed,
                                  std::span(groupOf).subspan(begin, size));
    });
    for (const Counts &part : counts) {
        addTo(all.sizes, part.sizes);
        addTo(all.buyers, part.buyers);
    }
    return {std::move(groupOf), std::move(all.sizes), std::move(all.buyers)};
}

} // namespace

AudienceSplit splitAudience(std::span<const std::uint32_t> audience, const GroupVotes &votes)
{
    std::vector<char> allowed(votes.groups(), 1);
    AudienceSplit split = assign(audience, votes, allowed);
    const auto least = std::max(
        fewestMembers, static_cast<std::size_t>(smallestShare * static_cast<double>(audience.size())));
    const auto isSmall = [least](std::size_t size) { return size < least; };
    if (std::ranges::all_of(split.sizes, isSmall) || std::ranges::none_of(split.sizes, isSmall))
        return split;
    std::ranges::transform(split.sizes, allowed.begin(),
                           [&](std::size_t size) { return static_cast<char>(isSmall(size) ? 0 : 1); });
    return assign(audience, votes, allowed);
}

} // namespace groundswell::service
