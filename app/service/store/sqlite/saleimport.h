#pragma once

#include "app/service/store/salesstore.h"
#include "app/service/store/sqlite/database.h"
#include "app/service/store/sqlite/eventfigures.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace groundswell::service {

/// Merges a delivery of sales into the stored ones: only lines that are new or differ are written.
class SaleImport {
public:
    /// \a batch is changed: its rows' numbers become those of the workspace, and they are sorted.
    SaleImport(Database &database, SaleBatch &batch, const JobControl &control);

    /// \a digest is the fingerprint of the stored sales, brought up to date.
    void run(std::string &digest);

    [[nodiscard]] const RowCounts &counts() const { return m_counts; }
    [[nodiscard]] std::int64_t derivedCustomers() const { return m_derivedCustomers; }
    /// What the events' figures are now.
    [[nodiscard]] EventFigures figures();

private:
    struct StoredLine {
        SaleRow row; ///< numbers of the workspace; its invoice lies in m_storedInvoices
        std::int64_t line = 0;
    };

    class NewRows;

    void numberCustomers();
    void numberEvents();
    void numberCategories();
    void loadOverlapping();
    void findDifferences();
    void compareGroup(size_t newBegin, size_t newEnd, size_t storedBegin, size_t storedEnd);
    void removeReplaced(class ContentDigest &digest);
    void insertNew(class ContentDigest &digest);
    void sortNew();
    void expectRows(size_t row) const;
    void summarise(class ContentDigest &added, const std::stop_token &stop);
    std::int64_t firstFreeLine(const SaleRow &row);
    [[nodiscard]] std::string_view customerText(std::uint32_t number) const;
    void digestRow(class DigestRow &text, const SaleRow &row, std::string_view invoice) const;
    [[nodiscard]] std::string_view storedInvoice(const SaleRow &row) const
    {
        return std::string_view(m_storedInvoices).substr(row.invoiceOffset, row.invoiceLength);
    }

    Database &m_database;
    SaleBatch &m_batch;
    const JobControl &m_control;
    RowCounts m_counts;
    std::int64_t m_derivedCustomers = 0;
    bool m_storeWasEmpty = false;
    std::vector<std::uint32_t>
        m_customerIndex; ///< by number of the workspace; notOfBatch or in the batch's pool
    std::unordered_map<std::uint32_t, std::string> m_replacedCustomers; ///< ids of those who aren't in it
    std::vector<std::string> m_eventTexts, m_categoryTexts;
    std::vector<StoredLine> m_stored; ///< lines that a line of the batch may replace
    std::string m_storedInvoices;
    std::vector<std::uint32_t> m_new; ///< indexes of batch rows to write
    std::vector<std::uint32_t> m_replaced; ///< indexes of m_stored to remove
    EventFigures m_figures; ///< of the batch, where the store was empty
};

} // namespace groundswell::service
