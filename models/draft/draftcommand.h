#pragma once

#include "models/draft/setupdraft.h"

#include <QUndoCommand>

#include <chrono>

namespace groundswell {

/// One undoable edit of a draft. Edits of the same field that follow each other within the draft's merge
/// window become one command; one that ends where it began drops itself. Keeps the difference, not the rows.
class DraftCommand : public QUndoCommand {
public:
    DraftCommand(SetupDraft &draft, DraftStep step);

    void undo() override;
    void redo() override;
    [[nodiscard]] int id() const override { return m_step.field ? 1 : -1; }
    bool mergeWith(const QUndoCommand *other) override;

    [[nodiscard]] const DraftStep &step() const { return m_step; }

private:
    SetupDraft &m_draft;
    DraftStep m_step;
    std::chrono::steady_clock::time_point m_lastEdit;
    bool m_undone = false; ///< once taken back, a later edit is a new step
};

} // namespace groundswell
