#pragma once

#include <QStringList>

class QWidget;

namespace groundswell::sweep {

/// What a person who can't see, or has no mouse, would stumble over below \a root, one line for each finding;
/// empty = nothing. It checks the visible widgets: whatever takes focus has a name that a screen reader can
/// say, and an object name; buttons show a text or an icon; targets are at least 24 px high and wide; a
/// disabled widget says why.
[[nodiscard]] QStringList accessibilityFindings(QWidget *root);

/// Presses Tab from \a first on and returns the object names of what got the focus, until it comes round.
[[nodiscard]] QStringList tabOrder(QWidget *first, int limit = 200);

/// Texts that are cut off without a sign of it: labels and buttons whose text doesn't fit their rectangle and
/// that neither wrap nor elide with a tool tip.
[[nodiscard]] QStringList clippedTexts(QWidget *root);

/// Saves what \a widget shows as \a name.png in the folder that GROUNDSWELL_SHOTS names; does nothing if that
/// is unset.
void shot(QWidget *widget, const QString &name);

} // namespace groundswell::sweep
