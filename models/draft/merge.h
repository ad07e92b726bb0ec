#pragma once

#include "models/draft/fieldpath.h"
#include "models/wave/setupprocess.h"

#include <vector>

namespace groundswell {

/// One field where two versions differ. Values as JSON, absent = Undefined.
struct FieldDifference {
    FieldPath path;
    QJsonValue before;
    QJsonValue after;
};
/// Field by field; creatives, targeting and integrations matched by cluster, run and position, not by index
/// in the array.
[[nodiscard]] std::vector<FieldDifference> differences(const SetupProcess &before, const SetupProcess &after);

struct MergeConflict {
    FieldPath path;
    QJsonValue base, mine, theirs;
};
struct MergeResult {
    SetupProcess merged; ///< in conflicting fields: mine
    std::vector<FieldPath> takenFromTheirs;
    std::vector<MergeConflict> conflicts; ///< empty = a clean merge
};
/// Three-way merge by field. Lossless: unknown members take part at their level.
[[nodiscard]] MergeResult merge(const SetupProcess &base, const SetupProcess &mine,
                                const SetupProcess &theirs);

/// The row with one field set to a value as differences() and merge() give it: Undefined takes an unknown
/// member or a whole entry away. For choosing "theirs" in a conflict.
[[nodiscard]] SetupProcess withField(const SetupProcess &row, const FieldPath &path, const QJsonValue &value);

} // namespace groundswell
