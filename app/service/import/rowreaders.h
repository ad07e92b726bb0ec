#pragma once

#include "app/service/import/row.h"
#include "app/service/store/importrows.h"

#include <string>
#include <unordered_set>

namespace groundswell::service {

/// What the rows of all files are read with.
struct RowContext {
    explicit RowContext(const QTimeZone &zone)
        : clock(zone)
    {
    }
    LocalClock clock;
    std::string currency;
    int minorDigits = 2;
    std::unordered_set<std::string>
        events; ///< ids that a sale may name: stored ones and those of this delivery
};

/// Turns the records of one file into rows of a batch, or says why not. One class a kind of file.
class EventReader {
public:
    EventReader(const ColumnPlan &plan, DateOrder order, RowContext &context, ImportRows &batch);
    void read(Row &row);

private:
    DateOrder m_order;
    RowContext &m_context;
    ImportRows &m_batch;
    Field m_id, m_title, m_date, m_time, m_venue, m_hall, m_capacity, m_city, m_country, m_genre, m_series,
        m_artists, m_composers, m_price, m_currency, m_onSaleAt, m_latitude, m_longitude;
};

class SaleReader {
public:
    SaleReader(const ColumnPlan &plan, DateOrder order, RowContext &context, SaleBatch &batch);
    void read(Row &row);
    void finish(); ///< after the last row: the batch has all of them then
    /// About so many rows are still to come, each with about as much text as those before.
    void expect(double rows);

private:
    std::int64_t amountOf(Row &row, std::int64_t quantity);

    DateOrder m_order;
    RowContext &m_context;
    SaleBatch &m_batch;
    Field m_invoice, m_customer, m_event, m_at, m_category, m_quantity, m_amount, m_unitPrice, m_base,
        m_currency;
    /// Rows whose customers are still to be looked up, and the ends of those in the text.
    std::vector<SaleRow> m_pending;
    std::vector<size_t> m_customerEnds;
    std::string m_customerText;
};

class CustomerReader {
public:
    CustomerReader(const ColumnPlan &plan, DateOrder order, RowContext &context, ImportRows &batch);
    void read(Row &row);

private:
    ImportRows &m_batch;
    Field m_id, m_email, m_phone, m_firstName, m_lastName, m_city, m_zip, m_country, m_language, m_birthYear,
        m_consentEmail, m_consentAds, m_adOptOut;
};

/// True for the ids that stand for "nobody in particular": empty and ANON.
[[nodiscard]] bool isAnonymous(std::string_view customerId);

} // namespace groundswell::service
