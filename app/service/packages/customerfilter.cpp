#include "app/service/packages/customerfilter.h"

namespace groundswell::service {

namespace {

std::unordered_set<std::uint32_t> match(const Dataset &dataset, const std::vector<std::string> &ids,
                                        std::vector<std::string> &unmatched)
{
    std::unordered_set<std::uint32_t> found;
    for (const std::string &id : ids) {
        if (const auto customer = dataset.customerIndex(id))
            found.insert(*customer);
        else
            unmatched.push_back(id);
    }
    return found;
}

} // namespace

CustomerFilter::CustomerFilter(const Dataset &dataset, const PackageSpec &spec)
    : m_dataset(dataset)
    , m_spec(spec)
    , m_included(match(dataset, spec.includeCustomers, m_unmatchedInclude))
    , m_excluded(match(dataset, spec.excludeCustomers, m_unmatchedExclude))
{
}

bool CustomerFilter::admits(std::uint32_t customer, PackageExclusions &excluded) const
{
    const CustomerFacts &facts = m_dataset.customers[customer];
    std::int64_t *reason = nullptr;
    if (facts.optedOut)
        reason = &excluded.optedOut;
    else if (!facts.consentEmail)
        reason = &excluded.noConsent;
    else if (m_excluded.contains(customer))
        reason = &excluded.excludedById;
    else if (!isIncluded(customer) && boughtOutside(customer))
        reason = &excluded.purchaseDate;
    else if (!isIncluded(customer) && pricedOutside(customer))
        reason = &excluded.price;
    if (reason)
        ++*reason;
    return reason == nullptr;
}

/// Who never bought is neither "only before" nor "only after".
bool CustomerFilter::boughtOutside(std::uint32_t customer) const
{
    const auto purchases = m_dataset.purchasesOf(customer);
    if (purchases.empty())
        return false;
    // Sorted by time: the first and the last purchase tell.
    return (m_spec.excludeOnlyBefore && purchases.back().at < *m_spec.excludeOnlyBefore)
        || (m_spec.excludeOnlyAfter && purchases.front().at >= *m_spec.excludeOnlyAfter);
}

bool CustomerFilter::pricedOutside(std::uint32_t customer) const
{
    if (!m_spec.excludePriceBelow && !m_spec.excludePriceAbove)
        return false;
    std::int64_t tickets = 0;
    std::int64_t amount = 0;
    for (const Purchase &purchase : m_dataset.purchasesOf(customer)) {
        // Returns tell nothing of what somebody is willing to pay.
        if (purchase.quantity > 0) {
            tickets += purchase.quantity;
            amount += purchase.amountMinor;
        }
    }
    if (tickets == 0)
        return false;
    // Compared as amounts × tickets, so that no rounding of the mean decides.
    return (m_spec.excludePriceBelow && amount < *m_spec.excludePriceBelow * tickets)
        || (m_spec.excludePriceAbove && amount > *m_spec.excludePriceAbove * tickets);
}

} // namespace groundswell::service
