#pragma once

#include "models/draft/setupdraft.h"

#include <QUndoCommand>

#include <chrono>

namespace groundswell {

/// One undoable edit of a draft. Edits of the same field that follow each other within the draft's merge
/// window become one command; one that ends where it began drops itself.
class DraftCommand : public QUndoCommand {
public:
    /// \a field: what merges with what; none = never merges.
    DraftCommand(SetupDraft &draft, const QString &text, std::optional<FieldPath> field, DraftFields fields,
                 SetupProcess after);

    void undo() override;
    void redo() override;
    [[nodiscard]] int id() const override { return m_field ? 1 : -1; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    SetupDraft &m_draft;
    std::optional<FieldPath> m_field;
    DraftFields m_fields;
    SetupProcess m_before;
    SetupProcess m_after;
    std::chrono::steady_clock::time_point m_lastEdit;
    bool m_undone = false; ///< once taken back, a later edit is a new step
};

} // namespace groundswell
