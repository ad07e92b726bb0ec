#pragma once

#include "app/service/store/contentdigest.h"
#include "app/service/store/salesstore.h"
#include "app/service/store/sqlite/connection/connections.h"
#include "app/service/store/sqlite/import/customerimport.h"
#include "app/service/store/sqlite/sales/eventfigures.h"
#include "app/service/store/sqlite/sales/eventmerge.h"
#include "app/service/store/sqlite/sales/saletable.h"

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace groundswell::service {

/// Merges a delivery of sales into the stored ones, event by event: helping threads work out the changes of
/// the next events while this one writes the results so far, in a place where they don't count yet
/// (staging/stage.h). Throws SqlError and Stopped.
class SaleImport {
public:
    /// Changes \a batch: the rows' numbers become those of the workspace. \a newEvents: the numbers that
    /// events will get which aren't stored yet. \a customers receives those who occur in sales only.
    SaleImport(Connections &connections, SaleBatch &batch,
               const std::map<std::string, std::uint32_t> &newEvents, CustomerImport &customers,
               const JobControl &control);

    /// \a digest is the fingerprint of the stored sales, brought up to date.
    void run(std::string &digest);
    /// Writes the small data, in the transaction that makes the sales count: categories, the events' figures,
    /// and which blocks are replaced.
    void finish(Database &database) const;

    [[nodiscard]] const RowCounts &counts() const { return m_counts; }
    [[nodiscard]] std::int64_t derivedCustomers() const { return m_derivedCustomers; }

private:
    /// A row's place in its event.
    struct Place {
        std::int64_t at;
        std::uint32_t row;
        auto operator<=>(const Place &) const = default;
    };
    struct Event {
        EventDelivery delivery;
        SalesChange change;
        EventFigures figures;
    };
    using Part = std::vector<Event>;
    /// What a helping thread adds up.
    struct Helper {
        ContentDigest added;
        EventFiguresSum figures;
    };
    using Numbers = std::vector<std::uint32_t>; ///< of the workspace, by index in a pool of the batch

    [[nodiscard]] Numbers numberCustomers();
    std::uint32_t findStoredCustomers(Database &database, Numbers &numbers);
    void addUnknownCustomers(Numbers &numbers);
    [[nodiscard]] Numbers numberEvents();
    [[nodiscard]] Numbers numberCategories();
    /// Number and text of everything that \a sql selects.
    using Numbered = std::vector<std::pair<std::uint32_t, std::string>>;
    [[nodiscard]] Numbered numbered(const char *sql);
    [[nodiscard]] static Numbers findNumbers(const Numbered &all, const TextPool &pool,
                                             std::vector<std::uint64_t> &hashes);
    void numberRows(const Numbers &customers, const Numbers &events, const Numbers &names);
    void groupByEvent();
    void storeParts(ContentDigest &digest);
    [[nodiscard]] Part nextPart();
    void prepare(Part &part, Helper &helper);
    void gatherLines(EventDelivery &delivery);
    void summarise(Event &event, Helper &helper);
    void write(const std::array<Part, 2> &parts);
    void note(const Event &event, ContentDigest &digest);
    void removeFrom(ContentDigest &digest, const Event &event);
    [[nodiscard]] std::uint64_t hashOfCustomer(std::uint32_t number);

    Connections &m_connections;
    SaleBatch &m_batch;
    const std::map<std::string, std::uint32_t> &m_newEvents;
    CustomerImport &m_customers;
    const JobControl &m_control;
    RowCounts m_counts;
    std::int64_t m_derivedCustomers = 0;
    bool m_storeWasEmpty = false;
    // textHash() by number of the workspace. Customers: only those of this delivery, others on demand.
    std::vector<std::uint64_t> m_customerHashes, m_eventHashes, m_categoryHashes;
    std::vector<bool> m_isCustomerHashed;
    std::vector<Place> m_places; ///< of all rows, event by event
    std::vector<size_t> m_placeEnds; ///< by event number
    std::uint32_t m_nextEvent = 0;
    std::int64_t m_written = 0; ///< rows
    // For finish().
    Numbered m_newCategories;
    std::vector<std::pair<std::uint32_t, EventFigures>> m_figures; ///< by event number
    std::vector<std::int64_t> m_outdated; ///< blocks
};

} // namespace groundswell::service
