#pragma once

#include "wizard/shell/wizardpage.h"

#include "models/wave/cluster.h"

#include <QPointer>

class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;

namespace groundswell {

class ClusterChoiceModel;
class ClusterDetailPane;
class EmptyState;
class MessageBar;
class NewerClustersDialog;
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
    /// Offers to move the draft to the newer run; nothing happens where there is none.
    void openNewerClusters();

private:
    [[nodiscard]] QWidget *makeTools();
    [[nodiscard]] QWidget *makeList();
    void chooseSuggested();
    void refreshSummary();
    void refreshState();
    void refreshNewer();
    void showCurrent();

    ClusterChoiceModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QListView *m_list;
    QLineEdit *m_search;
    QPushButton *m_suggested;
    TextLabel *m_summary;
    TextLabel *m_hint;
    TextLabel *m_notice;
    MessageBar *m_newer;
    QPointer<NewerClustersDialog> m_moving;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    ClusterDetailPane *m_detail;
};

} // namespace groundswell
