#pragma once

#include "wizard/wizardpage.h"

#include "models/wave/cluster.h"

class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;

namespace groundswell {

class ClusterChoiceModel;
class ClusterDetailPane;
class EmptyState;
class TextLabel;

/// Who should hear about it: the clusters of the event's run with why, how likely and how many; what is
/// chosen and how the budget is split.
class ClustersPage : public WizardPage {
    Q_OBJECT
public:
    explicit ClustersPage(const WizardParts &parts, QWidget *parent = nullptr);

    bool focusField(const FieldPath &path) override;
    void refresh() override;
    void refreshIssues() override;

private:
    [[nodiscard]] QWidget *makeTools();
    [[nodiscard]] QWidget *makeList();
    void chooseSuggested();
    void refreshSummary();
    void refreshState();
    void showCurrent();

    ClusterChoiceModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QListView *m_list;
    QLineEdit *m_search;
    QPushButton *m_suggested;
    TextLabel *m_summary;
    TextLabel *m_hint;
    TextLabel *m_notice;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    ClusterDetailPane *m_detail;
};

} // namespace groundswell
