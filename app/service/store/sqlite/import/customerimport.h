#pragma once

#include "app/service/store/contentdigest.h"
#include "app/service/store/salesstore.h"
#include "app/service/store/sqlite/connection/connections.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace groundswell::service {

/// Writes customers where they don't count yet (staging/stage.h): new ones above the numbers that count,
/// corrected ones into a table of their own. Throws SqlError and Stopped.
class CustomerImport {
public:
    CustomerImport(Connections &connections, const JobControl &control);

    /// The delivery's own customers.
    [[nodiscard]] RowCounts add(const ImportRows &batch);
    /// People who occur in sales only: \a ids, sorted. Returns the number of the first; the others follow it.
    std::uint32_t addUnknown(std::span<const std::string_view> ids);
    /// The fingerprint of the stored customers, brought up to date.
    [[nodiscard]] std::string digest(const std::string &before);

private:
    /// A row of the delivery and the number that it has or gets.
    struct Place {
        std::uint32_t row = 0;
        std::uint32_t number = 0;
    };
    using Places = std::vector<Place>;
    struct Found {
        Places fresh, changed;
    };

    [[nodiscard]] Found lookUp(const ImportRows &batch, const std::vector<std::uint32_t> &rows, bool again);
    void insert(const ImportRows &batch, const Places &fresh);
    void change(const ImportRows &batch, const Places &changed, bool again);
    void write(const ImportRows &batch, const std::string &sql, const Places &places);

    Connections &m_connections;
    const JobControl &m_control;
    std::uint32_t m_highest = 0; ///< number in use
    std::size_t m_toWrite = 0;
    std::size_t m_written = 0;
    bool m_anyChanged = false;
    ContentDigest m_added; ///< of the new ones
};

/// Fingerprint of all stored customers, for migrations.
[[nodiscard]] std::string customersDigest(Database &database);

} // namespace groundswell::service
