#pragma once

#include "app/service/store/saleline.h"
#include "app/service/store/textarena.h"
#include "app/service/store/textpool.h"
#include "models/wave/local/localsettings.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace groundswell::service {

/// Which columns a delivery has. The columns that it lacks keep their stored value when a row is replaced.
template <class Field> class FieldSet {
public:
    void insert(Field field) { m_bits |= bit(field); }
    [[nodiscard]] bool contains(Field field) const { return (m_bits & bit(field)) != 0; }

private:
    static constexpr std::uint32_t bit(Field field)
    {
        return std::uint32_t{1} << static_cast<unsigned>(field);
    }
    std::uint32_t m_bits = 0;
};

/// Text is UTF-8, times are UTC seconds, money is minor units of the organiser's currency.
enum class EventField {
    Title,
    StartsAt,
    Venue,
    Hall,
    City,
    Country,
    Genre,
    Series,
    Artists,
    Composers,
    Capacity,
    Price,
    OnSaleAt,
    Latitude,
    Longitude,
};
struct EventRow {
    std::string id, title, venue, hall, city, country, genre, series;
    std::string artists, composers; ///< one a line
    std::int64_t startsAt = 0;
    std::optional<std::int64_t> endOfDay; ///< with `day`: it is over when its day is
    std::string day; ///< ISO; empty unless no time of day is known
    std::optional<std::int64_t> capacity, priceMinor, onSaleAt;
    std::optional<double> latitude, longitude;
};

enum class CustomerField {
    Email,
    Phone,
    FirstName,
    LastName,
    City,
    Zip,
    Country,
    Language,
    BirthYear,
    ConsentEmail,
    ConsentAds,
    AdOptOut,
};
/// Its texts lie in the batch, or anywhere else where they outlive it.
struct CustomerRow {
    std::string_view id, email, phone, firstName, lastName, city, zip, country, language;
    std::optional<std::int64_t> birthYear;
    std::optional<bool> consentEmail, consentAds, adOptOut;
};

/// One line of a sale. `customer`, `event` and names are numbers in the batch's pools.
struct SaleRow : SaleFigures {
    static constexpr std::uint32_t anonymous = std::numeric_limits<std::uint32_t>::max();

    std::uint32_t customer = anonymous;
    std::uint32_t event = 0;
    std::uint32_t invoiceOffset = 0; ///< into SaleBatch::invoices
    std::uint32_t invoiceLength = 0; ///< 0 = no invoice number
};

struct SaleBatch {
    TextPool customers, events, categories;
    std::string invoices; ///< all invoice numbers behind each other
    std::vector<SaleRow> rows;

    /// Rows and the bytes of texts are counted with 32 bits. Some hundred million sales need several
    /// batches.
    [[nodiscard]] bool isFull() const
    {
        return std::max({rows.size(), invoices.size(), customers.bytes(), categories.bytes()}) > 0xf000'0000U;
    }
    void setInvoice(SaleRow &row, std::string_view invoice)
    {
        row.invoiceOffset = static_cast<std::uint32_t>(invoices.size());
        row.invoiceLength = static_cast<std::uint32_t>(invoice.size());
        invoices += invoice;
    }
    [[nodiscard]] std::string_view invoiceOf(const SaleRow &row) const
    {
        return std::string_view(invoices).substr(row.invoiceOffset, row.invoiceLength);
    }
};

/// A checked delivery, ready to be stored as a whole or not at all.
struct ImportRows {
    std::vector<EventRow> events;
    FieldSet<EventField> eventFields; ///< title and start are always taken
    std::vector<CustomerRow> customers;
    TextArena customerTexts;
    FieldSet<CustomerField> customerFields;
    SaleBatch sales;
    /// If set, it gives the sales instead: it is called when events and customers are stored, so that a file
    /// of sales may still be read meanwhile. If it throws, the delivery is undone and apply()'s caller gets
    /// the exception.
    std::function<SaleBatch()> salesToCome;
    /// The changes that the delivery makes to the organiser's settings, applied to those that hold when it
    /// counts: somebody may have changed others of them meanwhile.
    std::function<void(Organiser &)> settle;
};

/// added + replaced + unchanged = rows of the delivery.
struct RowCounts {
    std::int64_t added = 0;
    std::int64_t replaced = 0;
    std::int64_t unchanged = 0;
    friend bool operator==(const RowCounts &, const RowCounts &) = default;
};
struct ImportOutcome {
    RowCounts events, customers, sales;
    std::int64_t derivedCustomers = 0; ///< known from sales only, new with this delivery
    QString snapshotId;
};

} // namespace groundswell::service
