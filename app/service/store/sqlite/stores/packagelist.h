#pragma once

#include "app/service/store/packagestore.h"
#include "app/service/store/sqlite/connection/database.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace groundswell::service {

/// The customer list of one cluster of a package, packed, some thousand people in each piece: storing or
/// expiring a million rows of their own would keep everybody who writes waiting for seconds.
using PackedList = std::vector<QByteArray>;
[[nodiscard]] PackedList packList(const std::vector<PackageMember> &members);
/// Appends the content of a piece. Throws SqlError if it is damaged.
void unpackList(const QByteArray &piece, std::vector<PackageMember> &members);

void insertList(Database &database, std::int64_t package, std::int64_t cluster, const PackedList &list);
[[nodiscard]] std::vector<PackageMember> readList(Database &database, std::int64_t package,
                                                  std::int64_t cluster, std::size_t count);

} // namespace groundswell::service
