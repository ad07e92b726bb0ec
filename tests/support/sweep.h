#pragma once

#include <QStringList>

class QWidget;

namespace groundswell::sweep {

/// What a person who can't see, or has no mouse, would stumble over below \a root, one line a finding; empty
/// = nothing. Checked are the visible widgets: whatever takes focus has a name that a screen reader can say;
/// whatever takes focus has an object name; buttons show a text or an icon; targets are 24 px high and wide;
/// what can't be used says why.
[[nodiscard]] QStringList accessibilityFindings(QWidget *root);

/// Presses Tab from \a first on and returns the object names of what got the focus, until it comes round.
[[nodiscard]] QStringList tabOrder(QWidget *first, int limit = 200);

/// Texts that are cut without saying so: labels and buttons whose text doesn't fit their rectangle and that
/// neither wrap nor elide with a tool tip.
[[nodiscard]] QStringList clippedTexts(QWidget *root);

/// Saves what \a widget shows as \a name.png into the folder GROUNDSWELL_SHOTS names; does nothing where it
/// is unset.
void shot(QWidget *widget, const QString &name);

} // namespace groundswell::sweep
