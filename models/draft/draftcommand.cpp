#include "models/draft/draftcommand.h"

namespace groundswell {

DraftCommand::DraftCommand(SetupDraft &draft, DraftStep step)
    : QUndoCommand(step.text)
    , m_draft(draft)
    , m_step(std::move(step))
    , m_lastEdit(std::chrono::steady_clock::now())
{
}

void DraftCommand::undo()
{
    m_undone = true;
    if (m_draft.isResuming())
        return; // the row is where the steps lead already
    if (auto row = m_step.patch.reverted(m_draft.data()))
        m_draft.apply(std::move(*row), m_step.fields);
}

void DraftCommand::redo()
{
    if (m_draft.isResuming())
        return;
    if (auto row = m_step.patch.applied(m_draft.data()))
        m_draft.apply(std::move(*row), m_step.fields);
}

bool DraftCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = dynamic_cast<const DraftCommand *>(other);
    if (!next || m_undone || next->m_step.field != m_step.field || m_draft.isResuming()
        || next->m_lastEdit - m_lastEdit > m_draft.mergeWindow())
        return false;
    // The draft stands behind both by now.
    const auto between = next->m_step.patch.reverted(m_draft.data());
    const auto before = between ? m_step.patch.reverted(*between) : std::nullopt;
    if (!before)
        return false;
    m_step.patch = RowPatch::between(*before, m_draft.data());
    m_step.fields |= next->m_step.fields;
    m_step.serial = next->m_step.serial;
    m_lastEdit = next->m_lastEdit;
    setObsolete(m_step.patch.isEmpty());
    return true;
}

} // namespace groundswell
