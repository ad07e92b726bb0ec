#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace groundswell::service {

/// What the engine knows about an event. Text is UTF-8. Dense index = position in Dataset::events.
struct EventFacts {
    std::string id;
    std::string title;
    std::int64_t startUtc = 0; ///< seconds since 1970
    std::optional<std::int64_t> endOfDayUtc; ///< set if no time of day is known: the event ends with its day
    int startHourLocal = 0; ///< 0–23 in the organiser's zone
    int weekdayLocal = 1; ///< 1 = Monday … 7
    std::string venue, hall, city, country, genre, series;
    std::vector<std::string> artists, composers;
    std::optional<int> capacity;
    std::optional<std::int64_t> priceMinor; ///< list price of a ticket
    std::optional<std::int64_t> onSaleUtc;
    std::optional<double> latitude, longitude;

    /// The moment from which on it is past, and nothing more can be sold for it.
    [[nodiscard]] std::int64_t overUtc() const { return endOfDayUtc.value_or(startUtc); }
};

struct CustomerFacts {
    bool consentEmail = false; ///< may get e-mail and isn't opted out
    bool consentAds = false; ///< may be handed to an ad platform and isn't opted out
    bool optedOut = false; ///< `ad_opt_out`: never leaves in an export
};

/// One line of a customer's purchases.
struct Purchase {
    std::uint32_t event = 0; ///< dense event index
    std::uint32_t order = 0; ///< dense order number; a line without an invoice number is an order of its own
    std::int64_t at = 0; ///< UTC seconds
    std::int32_t quantity = 0; ///< negative = return
    std::int64_t amountMinor = 0; ///< line total, negative = refund
};

/// Which purchases were made on a day, for questions about some weeks in many years.
struct DayIndex {
    struct Entry {
        std::uint32_t customer = 0; ///< dense index
        std::uint32_t purchase = 0; ///< index into Dataset::purchases
        std::uint32_t event = 0; ///< dense index, so that most purchases need not be looked at
    };
    std::int64_t firstDay = 0; ///< whole days of UTC since 1970
    std::vector<std::uint64_t> offsets; ///< days + 1 entries into `entries`
    std::vector<Entry> entries; ///< day by day; within a day by purchase

    /// The entries of all days that [from, to), UTC seconds, touches: some of them may lie outside it.
    [[nodiscard]] std::span<const Entry> around(std::int64_t from, std::int64_t to) const;
};

/// The organiser's data in memory, read-only once loaded: customer-major compressed rows, each customer's
/// purchases sorted by (at, event). Anonymous sales count per event only. Shared between request threads as
/// shared_ptr<const Dataset>.
struct Dataset {
    std::string snapshotId; ///< hash of the imported content; same content → same id
    std::string currency;
    std::string timeZone; ///< IANA
    std::vector<EventFacts> events; ///< sorted by id
    std::vector<std::string> customerIds; ///< sorted; dense index = position
    std::vector<CustomerFacts> customers; ///< parallel to customerIds
    std::vector<std::uint64_t> offsets; ///< customers + 1 entries into purchases
    std::vector<Purchase> purchases;
    DayIndex byDay; ///< of all purchases; without entries until somebody calls indexDays()
    std::vector<std::int64_t> ticketsSold; ///< per event, net, with anonymous sales
    std::vector<std::int64_t> revenueMinor; ///< per event, net, with anonymous sales

    [[nodiscard]] std::span<const Purchase> purchasesOf(std::size_t customer) const
    {
        return std::span(purchases).subspan(offsets[customer], offsets[customer + 1] - offsets[customer]);
    }
    void indexDays(); ///< fills byDay; call again when purchases change
    [[nodiscard]] std::optional<std::uint32_t>
    eventIndex(const std::string &eventId) const; ///< binary search
    [[nodiscard]] std::optional<std::uint32_t> customerIndex(const std::string &customerId) const;
};

} // namespace groundswell::service
