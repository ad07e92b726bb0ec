#pragma once

#include "app/service/import/csvreader.h"
#include "app/service/import/mapping.h"
#include "app/service/import/valueparser.h"

#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace groundswell::service {

/// One field of a file, found once and read from every record.
class Field {
public:
    Field(const ColumnPlan &plan, const char *name)
        : m_name(name)
    {
        if (const auto entry = plan.entries.find(std::string_view(name)); entry != plan.entries.end()) {
            m_present = true;
            m_column = entry->second.column;
            m_constant = entry->second.constant;
        }
    }

    [[nodiscard]] const char *name() const { return m_name; }
    [[nodiscard]] bool isPresent() const { return m_present; }
    [[nodiscard]] std::string_view of(const CsvRecord &record) const
    {
        if (m_column < 0)
            return m_constant;
        return trimmed(record.fields[static_cast<size_t>(m_column)]);
    }

private:
    const char *m_name;
    bool m_present = false;
    int m_column = -1;
    std::string m_constant;
};

/// Why a row is left out. `reason`: faultId(), or value.missing, event.unknown, currency.other,
/// row.column_count, row.quote.
struct RowFault {
    const char *reason = "";
    std::string column; ///< the field's own name; empty = the row as a whole
    std::string value;
};

/// Typed access to one record. The first fault is kept; after it the values are of no interest.
class Row {
    // Before its callers: its type is deduced.
    template <class Parser> auto parsed(const Field &field, Parser parser)
    {
        using Value = typename decltype(parser(std::string_view()))::value_type;
        const std::string_view value = view(field);
        if (value.empty())
            return std::optional<Value>();
        auto result = parser(value);
        if (!result) {
            refuse(faultId(result.error()), field);
            return std::optional<Value>();
        }
        return std::optional<Value>(*result);
    }

public:
    explicit Row(const CsvRecord &record)
        : m_record(record)
    {
    }

    [[nodiscard]] const std::optional<RowFault> &fault() const { return m_fault; }
    void refuse(const char *reason, const Field &field)
    {
        if (!m_fault)
            m_fault = RowFault{reason, field.name(), std::string(field.of(m_record))};
    }

    [[nodiscard]] std::string_view view(const Field &field) const { return field.of(m_record); }
    [[nodiscard]] std::string_view text(const Field &field) { return bounded(field, maxText); }
    /// An identifier, invoice number or category.
    [[nodiscard]] std::string_view name(const Field &field) { return bounded(field, maxName); }
    [[nodiscard]] std::string_view required(const Field &field)
    {
        const std::string_view value = bounded(field, maxName);
        if (value.empty())
            refuse("value.missing", field);
        return value;
    }
    /// Absent and empty values are nullopt, in all of the following.
    [[nodiscard]] std::optional<std::int64_t> integer(const Field &field, std::int64_t least,
                                                      std::int64_t most)
    {
        const auto value = parsed(field, parseInteger);
        if (value && (*value < least || *value > most))
            refuse(faultId(ValueFault::OutOfRange), field);
        return value;
    }
    [[nodiscard]] std::optional<double> decimal(const Field &field, double least, double most)
    {
        const auto value = parsed(field, parseDecimal);
        if (value && (*value < least || *value > most))
            refuse(faultId(ValueFault::OutOfRange), field);
        return value;
    }
    [[nodiscard]] std::optional<bool> boolean(const Field &field) { return parsed(field, parseBoolean); }
    [[nodiscard]] std::optional<std::int64_t> money(const Field &field, int minorDigits)
    {
        return parsed(field, [=](std::string_view value) { return parseMoney(value, minorDigits); });
    }
    [[nodiscard]] std::optional<CivilTime> dateTime(const Field &field, DateOrder order)
    {
        return parsed(field, [=](std::string_view value) { return parseDateTime(value, order); });
    }
    [[nodiscard]] std::optional<CivilTime> timeOfDay(const Field &field)
    {
        return parsed(field, parseTimeOfDay);
    }

private:
    // Bytes. Longer texts are no titles but slipped columns or attacks.
    static constexpr size_t maxText = 20'000;
    static constexpr size_t maxName = 1'000;

    std::string_view bounded(const Field &field, size_t limit)
    {
        const std::string_view value = view(field);
        if (value.size() > limit)
            refuse(faultId(ValueFault::TooLong), field);
        return value;
    }

    const CsvRecord &m_record;
    std::optional<RowFault> m_fault;
};

} // namespace groundswell::service
