#pragma once

#include "wizard/shell/wizardpage.h"

#include <optional>
#include <vector>

class QButtonGroup;
class QLabel;
class QPushButton;
class QSlider;

namespace groundswell {

class ChoiceCard;
class DayEdit;
class ExpectedValuePane;
class MoneyEdit;
struct Money;
class TextLabel;

/// Goal, budget and dates, with what can be expected of them beside.
class PlanPage : public WizardPage {
    Q_OBJECT
public:
    explicit PlanPage(const WizardParts &parts, QWidget *parent = nullptr);

    bool focusField(const FieldPath &path) override;
    void refresh() override;
    void refreshIssues() override;

Q_SIGNALS:
    void assumptionsRequested();

private:
    [[nodiscard]] QWidget *makeGoals();
    [[nodiscard]] QWidget *makeBudget();
    [[nodiscard]] QWidget *makeDates();
    void connectEdits();
    void refreshGoal();
    void refreshBudget();
    void refreshLimits();
    void refreshDates();
    [[nodiscard]] QString currency() const;
    /// The limit that the budget is beyond; nullopt while it is within both.
    [[nodiscard]] std::optional<Money> missedLimit() const;

    QButtonGroup *m_goals;
    std::vector<ChoiceCard *> m_goalCards;
    TextLabel *m_goalHint = nullptr;
    MoneyEdit *m_budget;
    QSlider *m_slider;
    QPushButton *m_clamp;
    Field *m_budgetField = nullptr;
    DayEdit *m_start;
    DayEdit *m_end;
    Field *m_startField = nullptr;
    Field *m_endField = nullptr;
    TextLabel *m_runtime = nullptr;
    ExpectedValuePane *m_expected;
};

} // namespace groundswell
