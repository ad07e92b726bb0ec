#pragma once

#include "models/draft/fieldpath.h"
#include "models/wave/setupprocess.h"

#include <QJsonObject>
#include <QMap>

#include <array>
#include <vector>

namespace groundswell {

/// Members of a row or of one of its entries, by the name they have in field paths: `headline`,
/// `demographics.ageMin`, `extra.x_new` (a member that this version doesn't know, under its name on the
/// wire).
using Members = QMap<QString, QJsonValue>;

/// One element of `tcs`, `creatives`, `targeting` or `integration_details`. The path has no member; its index
/// is the position among the entries of the same cluster.
struct RowEntry {
    FieldPath path;
    Members members;
};

/// A setup process taken apart into the fields by which it is compared and merged, and put together again.
struct RowFields {
    Members own; ///< of the row itself; without the four lists and without what the service writes
    std::array<std::vector<RowEntry>, 4> lists; ///< in the order of rowSections

    [[nodiscard]] static RowFields of(const SetupProcess &row);
    /// The inverse, but for `updatedAt`, which stays unset, and for the minor units of `totalBudget` in a row
    /// that names no currency.
    [[nodiscard]] SetupProcess toRow() const;
};

/// Names of the four lists in paths, in the order of the wizard.
inline constexpr std::array<const char *, 4> rowSections{"tcs", "creatives", "targeting",
                                                         "integrationDetails"};

/// The members of an entry that holds nothing but its cluster: what both sides of a merge have added to when
/// both have added the same entry.
[[nodiscard]] Members emptyMembers(const FieldPath &entry);

/// Path of a member of the row itself: `totalBudget`, or section `extra` with the wire name as the member.
[[nodiscard]] FieldPath ownPath(const QString &name);
/// The name of ownPath() in RowFields::own.
[[nodiscard]] QString ownName(const FieldPath &path);

/// Members as one JSON object with their wire names, for showing an entry as a whole.
[[nodiscard]] QJsonObject entryJson(const FieldPath &entry, const Members &members);
[[nodiscard]] Members entryMembers(const FieldPath &entry, const QJsonObject &json);

} // namespace groundswell
