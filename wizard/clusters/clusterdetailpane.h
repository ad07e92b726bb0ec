#pragma once

#include "app/look/pieces/card.h"
#include "models/plan/planmoney.h"

#include <optional>

class QDoubleSpinBox;
class QPushButton;

namespace groundswell {

class BarList;
class Field;
class SetupDraft;
class StatusPill;
class TextLabel;
class WizardContext;

/// One cluster in depth: why these people, how likely, how many, what it may bring, and its share of the
/// budget.
class ClusterDetailPane : public Card {
    Q_OBJECT
public:
    ClusterDetailPane(SetupDraft &draft, WizardContext &context, QWidget *parent = nullptr);

    void setCluster(const std::optional<ClusterRef> &cluster);
    void focusShare();
    void refresh();

private:
    void refreshFigures();
    void refreshShare();
    void refreshFloor(const PlanMoney &money, const PlanMoney::Part &part);
    void raiseShare();
    SetupDraft &m_draft;
    WizardContext &m_context;
    std::optional<ClusterRef> m_cluster;
    TextLabel *m_label;
    TextLabel *m_figures;
    TextLabel *m_becauseCaption;
    BarList *m_because;
    QDoubleSpinBox *m_share;
    Field *m_shareField;
    QPushButton *m_even;
    QPushButton *m_raise;
};

} // namespace groundswell
