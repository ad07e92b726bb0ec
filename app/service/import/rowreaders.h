#pragma once

#include "app/service/import/row.h"
#include "app/service/store/importrows.h"

#include <memory>
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

/// Turns the records of one file into rows of a batch, or says why not.
class RowReader {
public:
    RowReader() = default;
    RowReader(const RowReader &) = delete;
    RowReader &operator=(const RowReader &) = delete;
    virtual ~RowReader() = default;

    virtual void read(Row &row) = 0;
    virtual void finish() { } ///< after the last row: the batch has all of them then
    /// About so many rows are still to come, each with about as much text as those before.
    virtual void expect(double /*rows*/) { }
};

/// What they are given must outlive the reader.
[[nodiscard]] std::unique_ptr<RowReader> makeEventReader(const ColumnPlan &plan, DateOrder order,
                                                         RowContext &context, ImportRows &batch);
[[nodiscard]] std::unique_ptr<RowReader> makeSaleReader(const ColumnPlan &plan, DateOrder order,
                                                        RowContext &context, SaleBatch &batch);
[[nodiscard]] std::unique_ptr<RowReader> makeCustomerReader(const ColumnPlan &plan, ImportRows &batch);

} // namespace groundswell::service
