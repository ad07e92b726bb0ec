#pragma once

#include "models/draft/fieldpath.h"
#include "models/draft/rowpatch.h"

#include <QFlags>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace groundswell {

/// Which parts of the draft a change touched, so that a page refreshes only for its own.
enum class DraftField {
    Goal = 1 << 0,
    Budget = 1 << 1,
    Dates = 1 << 2,
    Clusters = 1 << 3,
    Creatives = 1 << 4,
    Targeting = 1 << 5,
    Integrations = 1 << 6, ///< integration_details, conversion_id, lead_form_id, custom_event_type
    Dsa = 1 << 7,
    All = 0xff,
};
Q_DECLARE_FLAGS(DraftFields, DraftField)
Q_DECLARE_OPERATORS_FOR_FLAGS(DraftFields)

/// One step of undo as a value: what outlives the program.
struct DraftStep {
    QString text; ///< as the Edit menu names it, in the language in which it was done
    std::optional<FieldPath> field; ///< what further edits merge with; none = nothing does
    DraftFields fields;
    RowPatch patch;
    /// Counted up by the draft for every new or extended step: two steps with the same number are the same.
    quint64 serial = 0;

    [[nodiscard]] QJsonObject toJson() const; ///< without the serial, which holds for one run of the program
    [[nodiscard]] static Expected<DraftStep> fromJson(const QJsonObject &json);
};

/// The steps that can be taken back and done again: those before \a index are done, the others undone.
struct UndoTrail {
    std::vector<DraftStep> steps;
    int index = 0;
};

} // namespace groundswell
