#include "models/draft/draftcommand.h"

namespace groundswell {

DraftCommand::DraftCommand(SetupDraft &draft, const QString &text, std::optional<FieldPath> field,
                           DraftFields fields, SetupProcess after)
    : QUndoCommand(text)
    , m_draft(draft)
    , m_field(std::move(field))
    , m_fields(fields)
    , m_before(draft.data())
    , m_after(std::move(after))
    , m_lastEdit(std::chrono::steady_clock::now())
{
}

void DraftCommand::undo()
{
    m_undone = true;
    m_draft.apply(m_before, m_fields);
}

void DraftCommand::redo()
{
    m_draft.apply(m_after, m_fields);
}

bool DraftCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = dynamic_cast<const DraftCommand *>(other);
    if (!next || m_undone || next->m_field != m_field
        || next->m_lastEdit - m_lastEdit > m_draft.mergeWindow())
        return false;
    m_after = next->m_after;
    m_fields |= next->m_fields;
    m_lastEdit = next->m_lastEdit;
    setObsolete(m_after == m_before);
    return true;
}

} // namespace groundswell
