#pragma once

#include "app/service/packages/computedpackage.h"

#include <unordered_set>

namespace groundswell::service {

/// Who may be in a package, whatever their taste. Built once per package, asked for each customer who fits.
class CustomerFilter {
public:
    CustomerFilter(const Dataset &dataset, const PackageSpec &spec);

    /// Counts the first reason that applies in \a excluded and answers false; true where none does.
    [[nodiscard]] bool admits(std::uint32_t customer, PackageExclusions &excluded) const;
    [[nodiscard]] bool isIncluded(std::uint32_t customer) const { return m_included.contains(customer); }
    [[nodiscard]] const std::vector<std::string> &unmatchedInclude() const { return m_unmatchedInclude; }
    [[nodiscard]] const std::vector<std::string> &unmatchedExclude() const { return m_unmatchedExclude; }

private:
    [[nodiscard]] bool boughtOutside(std::uint32_t customer) const;
    [[nodiscard]] bool pricedOutside(std::uint32_t customer) const;

    const Dataset &m_dataset;
    const PackageSpec &m_spec;
    // Before the sets: matching fills them.
    std::vector<std::string> m_unmatchedInclude;
    std::vector<std::string> m_unmatchedExclude;
    std::unordered_set<std::uint32_t> m_included;
    std::unordered_set<std::uint32_t> m_excluded;
};

} // namespace groundswell::service
