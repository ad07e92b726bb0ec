#include "app/service/store/sqlite/import/customerimport.h"

#include "app/service/store/sqlite/import/bulksource.h"
#include "app/service/store/sqlite/import/rowhash.h"
#include "app/service/store/sqlite/staging/parttime.h"
#include "app/service/store/stopped.h"

#include <QScopeGuard>

#include <algorithm>
#include <array>
#include <future>
#include <numeric>

namespace groundswell::service {

namespace {

/// A column and how a row fills it.
struct Column {
    CustomerField field;
    const char *name;
    void (*put)(ValueSink &, const CustomerRow &);
    void (*hash)(RowHash<13> &, const CustomerRow &, bool delivered);
};

template <auto Member> void putText(ValueSink &sink, const CustomerRow &row)
{
    sink.text(row.*Member);
}
template <auto Member> void putValue(ValueSink &sink, const CustomerRow &row)
{
    sink.optional(row.*Member);
}
template <auto Member> void hashText(RowHash<13> &hash, const CustomerRow &row, bool delivered)
{
    hash.known(delivered ? row.*Member : std::string_view());
}
template <auto Member> void hashValue(RowHash<13> &hash, const CustomerRow &row, bool delivered)
{
    if (delivered && row.*Member)
        hash.known(std::to_string(static_cast<std::int64_t>(*(row.*Member))));
    else
        hash.unknown();
}
template <auto Member> constexpr Column textColumn(CustomerField field, const char *name)
{
    return {field, name, putText<Member>, hashText<Member>};
}
template <auto Member> constexpr Column valueColumn(CustomerField field, const char *name)
{
    return {field, name, putValue<Member>, hashValue<Member>};
}

/// All but number and id, in the order of the table.
constexpr std::array columns{
    textColumn<&CustomerRow::email>(CustomerField::Email, "email"),
    textColumn<&CustomerRow::phone>(CustomerField::Phone, "phone"),
    textColumn<&CustomerRow::firstName>(CustomerField::FirstName, "first_name"),
    textColumn<&CustomerRow::lastName>(CustomerField::LastName, "last_name"),
    textColumn<&CustomerRow::city>(CustomerField::City, "city"),
    textColumn<&CustomerRow::zip>(CustomerField::Zip, "zip"),
    textColumn<&CustomerRow::country>(CustomerField::Country, "country"),
    textColumn<&CustomerRow::language>(CustomerField::Language, "language"),
    valueColumn<&CustomerRow::birthYear>(CustomerField::BirthYear, "birth_year"),
    valueColumn<&CustomerRow::consentEmail>(CustomerField::ConsentEmail, "consent_email"),
    valueColumn<&CustomerRow::consentAds>(CustomerField::ConsentAds, "consent_ads"),
    valueColumn<&CustomerRow::adOptOut>(CustomerField::AdOptOut, "ad_opt_out"),
};
constexpr int leading = 2; ///< columns of a source before those of the delivery: number or place, and id
constexpr std::size_t rowsBetweenLooks = 256; ///< at the clock and the stop token
constexpr const char *hashedColumns = "id, email, phone, first_name, last_name, city, zip, country, language,"
                                      " birth_year, consent_email, consent_ads, ad_opt_out";

std::vector<const Column *> deliveredColumns(const FieldSet<CustomerField> &fields)
{
    std::vector<const Column *> delivered;
    for (const Column &column : columns) {
        if (fields.contains(column.field))
            delivered.push_back(&column);
    }
    return delivered;
}

/// The stored value of a column. \a again: the delivery has named the customer before, so the value may be
/// among the corrected ones.
std::string storedValue(const char *column, bool again)
{
    const std::string name = column;
    return again ? "CASE WHEN n.no IS NULL THEN c." + name + " ELSE n." + name + " END" : "c." + name;
}

std::string joinCorrected(bool again)
{
    return again ? " LEFT JOIN changed_customer AS n ON n.no = c.no" : "";
}

/// Some rows of a delivery, taken for a limited time.
class Rows final : public RowSource {
public:
    Rows(const ImportRows &batch, std::vector<const Column *> columns_, const std::stop_token &stop)
        : m_batch(batch)
        , m_columns(std::move(columns_))
        , m_stop(stop)
    {
    }
    [[nodiscard]] int columnCount() const { return leading + static_cast<int>(m_columns.size()); }
    std::function<std::uint32_t(std::size_t)> rowAt; ///< row of the delivery, by place
    std::function<std::uint32_t(std::size_t)> numberAt; ///< the first column, by place
    std::size_t count = 0;
    std::size_t begun = 0; ///< places that were handed out
    const PartTime *time = nullptr; ///< null = all in one go

private:
    bool next() override
    {
        if (begun % rowsBetweenLooks == 0) {
            throwIfStopped(m_stop);
            if (time && time->isOver())
                return false;
        }
        if (begun == count)
            return false;
        m_row = &m_batch.customers[rowAt(begun++)];
        return true;
    }
    void value(int column, ValueSink &sink) override
    {
        if (column == 0)
            sink.integer(numberAt(begun - 1));
        else if (column == 1)
            sink.text(m_row->id);
        else
            m_columns[static_cast<std::size_t>(column - leading)]->put(sink, *m_row);
    }

    const ImportRows &m_batch;
    std::vector<const Column *> m_columns;
    const std::stop_token &m_stop;
    const CustomerRow *m_row = nullptr;
};

/// Rows by id. If several have one id, the first of each comes in the first pass, the second in the second …:
/// each is compared with the state that the one before it has left.
std::vector<std::vector<std::uint32_t>> passesOf(const std::vector<CustomerRow> &rows)
{
    std::vector<std::uint32_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto byId = [&](std::uint32_t a, std::uint32_t b) { return rows[a].id < rows[b].id; };
    // In order of id, the index on it only ever grows at its end.
    if (!std::is_sorted(order.begin(), order.end(), byId)) // usually they are
        std::stable_sort(order.begin(), order.end(), byId);
    std::vector<std::vector<std::uint32_t>> passes(1);
    passes.front().reserve(order.size());
    std::size_t pass = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        pass = i > 0 && rows[order[i]].id == rows[order[i - 1]].id ? pass + 1 : 0;
        if (pass == passes.size())
            passes.emplace_back();
        passes[pass].push_back(order[i]);
    }
    return passes;
}

/// The row as visitRowHashes() will see it once it is stored, without reading it back.
void digestRow(const CustomerRow &row, const FieldSet<CustomerField> &fields, ContentDigest &digest)
{
    RowHash<13> hash;
    hash.known(row.id);
    for (const Column &column : columns)
        column.hash(hash, row, fields.contains(column.field));
    digest.add(hash.bytes().text());
}

} // namespace

CustomerImport::CustomerImport(Connections &connections, const JobControl &control)
    : m_connections(connections)
    , m_control(control)
    , m_highest(connections.readPart([](Database &database) {
        Statement select = database.prepare("SELECT max(no) FROM customer");
        return select.step() ? static_cast<std::uint32_t>(select.integer(0)) : 0U;
    }))
{
}

RowCounts CustomerImport::add(const ImportRows &batch)
{
    RowCounts counts;
    bool again = false;
    for (const std::vector<std::uint32_t> &rows : passesOf(batch.customers)) {
        const Found found = lookUp(batch, rows, again);
        m_toWrite += found.fresh.size() + found.changed.size();
        insert(batch, found.fresh);
        change(batch, found.changed, again);
        counts.added += static_cast<std::int64_t>(found.fresh.size());
        counts.replaced += static_cast<std::int64_t>(found.changed.size());
        counts.unchanged +=
            static_cast<std::int64_t>(rows.size() - found.fresh.size() - found.changed.size());
        again = true;
    }
    return counts;
}

/// Which of the rows are new and which differ from the stored ones. Reads only: nobody waits for it.
CustomerImport::Found CustomerImport::lookUp(const ImportRows &batch, const std::vector<std::uint32_t> &rows,
                                             bool again)
{
    Found found;
    if (m_highest == 0) {
        found.fresh.reserve(rows.size());
        for (const std::uint32_t row : rows)
            found.fresh.push_back({row, ++m_highest});
        return found;
    }
    Rows source(batch, deliveredColumns(batch.customerFields), m_control.stop);
    source.count = rows.size();
    source.rowAt = [&](std::size_t place) { return rows[place]; };
    source.numberAt = [](std::size_t place) { return static_cast<std::uint32_t>(place); };
    std::string differs = "c.no IS NULL";
    int position = leading;
    for (const Column *column : deliveredColumns(batch.customerFields))
        differs += " OR " + storedValue(column->name, again) + " IS NOT s.c" + std::to_string(position++);
    m_connections.readPart([&](Database &database) {
        selectFrom(database,
                   "SELECT s.c0, c.no FROM source AS s LEFT JOIN customer AS c ON c.id = s.c1"
                       + joinCorrected(again) + " WHERE " + differs,
                   source.columnCount(), source, [&](const Statement &differing) {
                       const std::uint32_t row = rows[static_cast<std::size_t>(differing.integer(0))];
                       if (differing.isNull(1))
                           found.fresh.push_back({row, ++m_highest});
                       else
                           found.changed.push_back({row, static_cast<std::uint32_t>(differing.integer(1))});
                   });
    });
    return found;
}

void CustomerImport::insert(const ImportRows &batch, const Places &fresh)
{
    std::stop_source stop;
    // Runs beside the thread that writes.
    std::future<void> summing = std::async(std::launch::async, [&, token = stop.get_token()] {
        for (std::size_t i = 0; i < fresh.size(); ++i) {
            if (i % rowsBetweenLooks == 0 && token.stop_requested())
                return;
            digestRow(batch.customers[fresh[i].row], batch.customerFields, m_added);
        }
    });
    const auto stopHelper = qScopeGuard([&] { stop.request_stop(); });
    std::string names = "no, id";
    std::string values = "c0, c1";
    int position = leading;
    for (const Column *column : deliveredColumns(batch.customerFields)) {
        names += std::string(", ") + column->name;
        values += ", c" + std::to_string(position++);
    }
    write(batch, "INSERT INTO customer (" + names + ") SELECT " + values + " FROM source", fresh);
    summing.get();
}

void CustomerImport::change(const ImportRows &batch, const Places &changed, bool again)
{
    std::string values = "c.no, c.id";
    int position = leading;
    for (const Column &column : columns) {
        const bool delivered = batch.customerFields.contains(column.field);
        values += delivered ? ", s.c" + std::to_string(position++) : ", " + storedValue(column.name, again);
    }
    m_anyChanged = m_anyChanged || !changed.empty();
    write(batch,
          "INSERT OR REPLACE INTO changed_customer SELECT " + values
              + " FROM source AS s CROSS JOIN customer AS c ON c.no = s.c0" + joinCorrected(again),
          changed);
}

/// In small transactions. \a sql takes its rows from a source whose first column is the number.
void CustomerImport::write(const ImportRows &batch, const std::string &sql, const Places &places)
{
    Rows source(batch, deliveredColumns(batch.customerFields), m_control.stop);
    source.count = places.size();
    source.rowAt = [&](std::size_t place) { return places[place].row; };
    source.numberAt = [&](std::size_t place) { return places[place].number; };
    while (source.begun < places.size()) {
        const std::size_t before = source.begun;
        m_connections.writePart([&](Database &database) {
            const PartTime time;
            source.time = &time;
            insertFrom(database, sql, source.columnCount(), source);
        });
        m_written += source.begun - before;
        m_control.report(static_cast<double>(m_written) / static_cast<double>(m_toWrite));
    }
}

std::uint32_t CustomerImport::addUnknown(std::span<const std::string_view> ids)
{
    const std::uint32_t first = m_highest + 1;
    for (std::size_t done = 0; done < ids.size();) {
        throwIfStopped(m_control.stop);
        m_connections.writePart([&](Database &database) {
            const PartTime time;
            Statement insert = database.prepare("INSERT INTO customer (no, id) VALUES (?, ?)");
            while (done < ids.size() && (done % rowsBetweenLooks != 0 || !time.isOver())) {
                insert.bind(1, ++m_highest).bindView(2, ids[done]).run();
                CustomerRow row;
                row.id = ids[done++];
                digestRow(row, {}, m_added);
            }
        });
    }
    return first;
}

std::string CustomerImport::digest(const std::string &before)
{
    ContentDigest sum;
    sum.setState(before);
    sum.add(m_added);
    if (m_anyChanged) {
        m_connections.readPart([&](Database &database) {
            const std::string select = std::string("SELECT ") + hashedColumns + " FROM ";
            visitRowHashes<13>(database, select + "customer WHERE no IN (SELECT no FROM changed_customer)",
                               [&](std::string_view row) { sum.remove(row); });
            visitRowHashes<13>(database, select + "changed_customer",
                               [&](std::string_view row) { sum.add(row); });
        });
    }
    return sum.state();
}

std::string customersDigest(Database &database)
{
    ContentDigest digest;
    visitRowHashes<13>(database, std::string("SELECT ") + hashedColumns + " FROM customer",
                       [&](std::string_view row) { digest.add(row); });
    return digest.state();
}

} // namespace groundswell::service
