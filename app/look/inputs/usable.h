#pragma once

#include <QString>

class QAction;
class QWidget;

namespace groundswell {

/// Lets \a control be used, or says \a why it can't be: in its tool tip, and to screen readers. What it said
/// before is there again when it can be used. A container speaks for everything in it.
void setUsable(QWidget *control, bool usable, const QString &why);
void setUsable(QAction *action, bool usable, const QString &why);

/// Why \a control can't be used, as setUsable() was told; empty where it can, or where nobody said.
[[nodiscard]] QString reasonUnusable(const QWidget *control);
[[nodiscard]] QString reasonUnusable(const QAction *action);

/// The reason while an answer is awaited.
[[nodiscard]] QString untilAnswered();

} // namespace groundswell
