#pragma once

#include <QWidget>

#include <optional>

class QHBoxLayout;

namespace groundswell {

class TextLabel;

/// A control with its label above, a hint or a problem below, and a counter at the right end of that line.
/// The label is the control's buddy and names it; hint and problem are its description.
class Field : public QWidget {
    Q_OBJECT
public:
    enum class Gravity { Warning, Error };

    /// Takes \a control. \a objectName is given to the control; the field itself is called
    /// `<objectName>Field`.
    Field(const QString &label, QWidget *control, const QString &objectName, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *control() const { return m_control; }
    void setLabel(const QString &text);
    void setHint(const QString &text);
    /// Takes the hint's place until cleared with an empty text.
    void setProblem(const QString &text, Gravity gravity = Gravity::Error);
    [[nodiscard]] QString problem() const { return m_problem; }
    /// "12 / 40"; nullopt takes the counter away. Beyond \a recommended it warns, in words for screen readers
    /// too.
    void setCounter(std::optional<int> used, int recommended = 0);
    /// Puts a small widget at the right of the label ("Use for all clusters").
    void addBesideLabel(QWidget *widget);
    /// Puts a second control for the same value between the control and the hint (a slider below an amount).
    void addBelowControl(QWidget *widget);

private:
    void refresh();
    TextLabel *m_label;
    TextLabel *m_below;
    TextLabel *m_counter;
    QWidget *m_control;
    QHBoxLayout *m_top;
    QString m_hint;
    QString m_problem;
    Gravity m_gravity = Gravity::Error;
};

} // namespace groundswell
