#include "app/look/actions/actionset.h"

#include <QAction>
#include <QWidget>

namespace groundswell {

QAction *ActionSet::make(ActionId id)
{
    QAction *action = makeAction(id, &m_widget);
    add(id, action);
    return action;
}

void ActionSet::add(ActionId id, QAction *action)
{
    action->setShortcutContext(m_context);
    m_widget.addAction(action);
    m_actions.emplace_back(id, action);
}

void ActionSet::setKeys(const Shortcuts &shortcuts)
{
    for (const auto &[id, action] : m_actions)
        action->setShortcuts(shortcuts.keys(id));
}

} // namespace groundswell
