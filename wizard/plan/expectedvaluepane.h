#pragma once

#include "app/look/pieces/card.h"
#include "wizard/shell/wizardcontext.h"

class QPushButton;

namespace groundswell {

class BarList;
class SetupDraft;
class TextLabel;

/// What the campaign may bring: the headline, its range, each cluster's part, and every number it rests on:
/// what the organiser's own data says apart from what is assumed, with the way to change the assumptions.
/// While a new estimate is on its way the old one stays, muted.
class ExpectedValuePane : public Card {
    Q_OBJECT
public:
    ExpectedValuePane(SetupDraft &draft, WizardContext &context, QWidget *parent = nullptr);

Q_SIGNALS:
    void assumptionsRequested();
    void retryRequested(groundswell::WizardContext::Part part);

private:
    void refresh();
    void refreshBasis();
    [[nodiscard]] QString figureText() const;
    [[nodiscard]] QString rangeText() const;
    [[nodiscard]] QString amount(double value, const QString &unit) const;
    SetupDraft &m_draft;
    WizardContext &m_context;
    TextLabel *m_figure;
    TextLabel *m_range;
    BarList *m_bars;
    TextLabel *m_measuredCaption;
    TextLabel *m_measured;
    TextLabel *m_assumedCaption;
    TextLabel *m_assumptions;
    QPushButton *m_change;
};

} // namespace groundswell
