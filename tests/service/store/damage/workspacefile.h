#pragma once

#include "app/service/store/store.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <string>
#include <vector>

namespace groundswell::test {

/// A row, written out.
using Rows = std::map<std::string, std::vector<std::string>>; ///< by table, sorted

/// A workspace with something in every table: three events, 700 customers, 9,000 lines of sales, setups,
/// campaigns, a run, a package.
void fillWorkspace(service::Store &store, const QString &path);

/// Everything that is stored. Throws SqlError where it can't be read.
[[nodiscard]] Rows contentOf(const QString &path);

/// The same, of a rescued workspace or of the one that it was rescued from: sales line by line, and without
/// what is derived from other rows.
[[nodiscard]] Rows originalRowsOf(const QString &path);

/// Written as a version did it which had no checksums: with SQLite's own file system. What the version had no
/// table for isn't in it.
void writeEarlierVersion(const QString &from, const QString &to, int version = 4, int pageSize = 16'384);

[[nodiscard]] QByteArray bytesOf(const QString &path);
void writeBytes(const QString &path, const QByteArray &bytes);

} // namespace groundswell::test
