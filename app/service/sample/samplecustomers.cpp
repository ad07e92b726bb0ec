#include "app/service/sample/samplemodel.h"
#include "app/service/sample/sampleworld.h"
#include "app/service/sample/xoshiro256.h"

#include <QDate>

#include <algorithm>

namespace groundswell::service {

namespace {

constexpr std::int64_t day = 86'400;
constexpr int pastDays = 5 * 365;
constexpr double mostActive = 200; // a group booker; without a limit one customer would buy everything

/// Purchases by activity, in sum exactly \a total: whole parts first, then one each by turns.
void sharePurchases(std::vector<SampleCustomer> &customers, const std::vector<double> &activity,
                    std::int64_t total)
{
    double sum = 0;
    for (const double of : activity)
        sum += of;
    std::int64_t shared = 0;
    for (size_t i = 0; i < customers.size(); ++i) {
        customers[i].purchases = static_cast<int>(activity[i] * static_cast<double>(total) / sum);
        shared += customers[i].purchases;
    }
    for (size_t i = 0; shared < total && !customers.empty(); i = (i + 1) % customers.size()) {
        ++customers[i].purchases;
        ++shared;
    }
}

} // namespace

std::vector<SampleCustomer> makeSampleCustomers(const SampleOptions &options)
{
    Xoshiro256 random(options.seed, 2);
    const auto tastes = static_cast<int>(sampleGenres().size());
    const auto towns = sampleTowns();
    const std::int64_t today = QDate(1970, 1, 1).daysTo(options.today);
    std::vector<SampleCustomer> customers(static_cast<size_t>(options.customers));
    std::vector<double> activity;
    activity.reserve(customers.size());
    for (SampleCustomer &customer : customers) {
        customer.mainTaste = static_cast<int>(tastes * Xoshiro256::power1_3(random.unit()));
        const int step = random.between(1, 3);
        customer.secondTaste = (customer.mainTaste + (random.chance(50) ? step : tastes - step)) % tastes;
        customer.town = static_cast<int>(random.below(static_cast<std::uint32_t>(towns.size())));
        customer.region = towns[static_cast<size_t>(customer.town)].region;
        // Half of them are with the organiser from the beginning.
        const int joined = random.chance(50) ? 0 : random.between(0, pastDays - 60);
        customer.since = (today - pastDays + joined) * day;
        activity.push_back(std::min(Xoshiro256::pareto0_7(random.unit()), mostActive));
    }
    // Of a hundred lines six are anonymous and one or two are returns: those come in addition.
    sharePurchases(customers, activity, std::int64_t{options.purchases} * 92 / 100);
    return customers;
}

} // namespace groundswell::service
