#pragma once

#include "app/look/actions/actionset.h"
#include "models/draft/savestate.h"
#include "models/wave/cluster.h"
#include "wizard/shell/issueboard.h"
#include "wizard/shell/wizardpage.h"

#include <QWizard>

#include <vector>

class QAction;

namespace groundswell {

class ClustersPage;
class SaveStateLabel;
class StepRail;

/// The campaign wizard over one draft, embedded as an ordinary widget. It arranges pages and says where one
/// is; what is typed goes from the pages straight into the draft. Nothing here blocks: an unfinished page can
/// be left, and only publishing asks for completeness.
///
/// Draft and context belong to the caller and outlive the wizard.
class CampaignWizard : public QWizard {
    Q_OBJECT
public:
    CampaignWizard(SetupDraft &draft, WizardContext &context, QWidget *parent = nullptr);
    ~CampaignWizard() override;

    [[nodiscard]] PageId currentPage() const { return static_cast<PageId>(currentId()); }
    /// Walks back or forward page by page, so that QWizard's own history stays whole.
    void jumpTo(PageId page);
    /// Opens the page that holds the field and puts the focus there.
    void jumpTo(const FieldPath &field);
    void jumpToNextProblem();

    /// Goes to the clusters and offers to move the draft to the newer run.
    void offerNewerClusters();

    void setSaveState(const SaveState &state);
    /// While a publish is under way every page is locked and says why; so is the history of the draft.
    void setPublishing(bool publishing);
    [[nodiscard]] IssueBoard &issues() { return *m_issues; }
    /// Undo and redo of the draft, for the Edit menu; active within the wizard.
    [[nodiscard]] QAction *undoAction() const { return m_undo; }
    [[nodiscard]] QAction *redoAction() const { return m_redo; }

    /// Stays: an embedded wizard is closed by whoever embeds it.
    void accept() override;
    void reject() override;

Q_SIGNALS:
    void publishRequested();
    /// Goal, budget, dates or the choice of clusters changed: limits, suggestions and estimate are due.
    void planChanged();
    void mediaChosen(const groundswell::ClusterRef &cluster, int index, const QString &path);
    void mediaCancelled(const groundswell::ClusterRef &cluster, int index);
    void geoSearchRequested(const QString &query);
    void retryRequested(); ///< of saving
    void compareRequested(); ///< somebody else's changes
    void signInRequested();
    void partRequested(groundswell::WizardContext::Part part); ///< what failed is to be asked for again
    void assumptionsRequested(); ///< the user wants to change what the estimate assumes

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addPages();
    void setUpButtons();
    void setUpShortcuts();
    void arrived(int id);
    void fitRail();
    void settleFocus();
    void refreshRail();
    void refreshPublishButton();
    void refreshNote();
    void refreshHistory();
    /// Why nothing can be changed; empty where it can.
    [[nodiscard]] QString whyLocked() const;
    /// With no cluster chosen nothing was said there yet, so the step isn’t done either.
    [[nodiscard]] bool isWaitingForClusters(Section section) const;
    [[nodiscard]] WizardPage *pageOf(PageId id) const;
    [[nodiscard]] static PageId pageFor(const FieldPath &field);

    SetupDraft &m_draft;
    WizardContext &m_context;
    IssueBoard *m_issues;
    ClustersPage *m_clusters = nullptr;
    StepRail *m_rail;
    SaveStateLabel *m_saveState;
    ActionSet m_actions;
    QAction *m_undo;
    QAction *m_redo;
    std::vector<bool> m_visited;
    int m_lastProblem = -1;
    bool m_publishing = false;
    bool m_jumped = false;
};

} // namespace groundswell
