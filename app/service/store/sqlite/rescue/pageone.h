#pragma once

#include <QFile>

#include <cstdint>

namespace groundswell::service {

/// Writes the first hundred bytes of a file as SQLite would for a workspace of \a version without free pages.
void writeHeader(QFile &file, std::uint32_t pageSize, bool hasChecksums, std::uint32_t version);

/// The whole first page: the same, and an empty list of tables.
void writePageOne(QFile &file, std::uint32_t pageSize, bool hasChecksums, std::uint32_t version);

} // namespace groundswell::service
