#pragma once

#include "app/look/actions/shortcuts.h"

#include <utility>
#include <vector>

class QWidget;

namespace groundswell {

/// The actions of one widget, which get the user's keys together. The widget owns them.
class ActionSet {
public:
    /// Where in the widget the keys hold.
    explicit ActionSet(QWidget &widget, Qt::ShortcutContext context = Qt::WidgetWithChildrenShortcut)
        : m_widget(widget)
        , m_context(context)
    {
    }

    QAction *make(ActionId id);
    /// One that somebody else made, with name and text of its own.
    void add(ActionId id, QAction *action);
    void setKeys(const Shortcuts &shortcuts);

private:
    QWidget &m_widget;
    Qt::ShortcutContext m_context;
    std::vector<std::pair<ActionId, QAction *>> m_actions;
};

} // namespace groundswell
