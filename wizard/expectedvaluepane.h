#pragma once

#include "app/look/card.h"

namespace groundswell {

class BarList;
class SetupDraft;
class TextLabel;
class WizardContext;

/// What the campaign may bring: the headline, its range, each cluster's part, and what the estimate rests on.
/// While a new estimate is on its way the old one stays, muted.
class ExpectedValuePane : public Card {
    Q_OBJECT
public:
    ExpectedValuePane(SetupDraft &draft, WizardContext &context, QWidget *parent = nullptr);

private:
    void refresh();
    [[nodiscard]] QString figureText() const;
    [[nodiscard]] QString rangeText() const;
    [[nodiscard]] QString assumptionsText() const;
    [[nodiscard]] QString amount(double value, const QString &unit) const;
    SetupDraft &m_draft;
    WizardContext &m_context;
    TextLabel *m_figure;
    TextLabel *m_range;
    BarList *m_bars;
    TextLabel *m_assumptions;
};

} // namespace groundswell
