#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace groundswell {

/// Names a widget for tests and for screen readers in one go. \a objectName is stable and English, \a spoken
/// is translated.
void nameWidget(QWidget *widget, const QString &objectName, const QString &spoken);

enum class Politeness { Polite, Assertive };

/// Has a screen reader say \a text about \a source: a change that a sighted person sees happen elsewhere than
/// at the focus. Without a reader it costs nothing.
void announce(QWidget *source, const QString &text, Politeness politeness = Politeness::Polite);

} // namespace groundswell
