#include "app/service/packages/computedpackage.h"

#include "app/service/store/stopped.h"

#include <algorithm>
#include <map>
#include <set>

namespace groundswell::service {

namespace {

/// Both sorted by customer; who is in both keeps the higher affinity.
std::vector<StoredMember> mergedMembers(const std::vector<StoredMember> &a,
                                        const std::vector<StoredMember> &b)
{
    std::vector<StoredMember> all;
    all.reserve(a.size() + b.size());
    std::ranges::merge(a, b, std::back_inserter(all), {}, &StoredMember::customerId,
                       &StoredMember::customerId);
    std::vector<StoredMember> merged;
    merged.reserve(all.size());
    for (StoredMember &member : all) {
        if (!merged.empty() && merged.back().customerId == member.customerId)
            merged.back().affinity = std::max(merged.back().affinity, member.affinity);
        else
            merged.push_back(std::move(member));
    }
    return merged;
}

std::string uniqueName(const std::string &tc, std::set<std::string> &taken)
{
    std::string name = tc;
    for (int number = 2; !taken.insert(name).second; ++number)
        name = tc + '_' + std::to_string(number);
    return name;
}

} // namespace

std::vector<StoredCluster> uniteClusters(const std::vector<std::vector<StoredCluster>> &packages,
                                         const std::stop_token &stop)
{
    std::vector<StoredCluster> result;
    std::map<std::string, std::size_t> byLabel;
    std::set<std::string> names;
    for (const auto &package : packages) {
        for (const StoredCluster &cluster : package) {
            throwIfStopped(stop);
            const auto [known, isNew] = byLabel.try_emplace(cluster.label, result.size());
            if (isNew) {
                result.push_back(cluster);
                // Two runs may use one name for different tastes.
                result.back().tc = uniqueName(cluster.tc, names);
            } else {
                StoredCluster &target = result[known->second];
                target.members = mergedMembers(target.members, cluster.members);
            }
        }
    }
    return result;
}

} // namespace groundswell::service
