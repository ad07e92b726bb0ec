#pragma once

#include "app/look/actions/actionset.h"
#include "models/draft/setupdraft.h"
#include "models/wave/campaign.h"
#include "wizard/shell/issueboard.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTabBar;

namespace groundswell {

class CreativeForm;
class IntegrationForm;
class PreviewPane;
class TargetingForm;
class TextLabel;
class WizardContext;

/// Edits one published cluster with the wizard's own forms. Works on a copy: nothing changes outside until
/// the receiver of saveRequested() has stored it.
class ClusterEditor : public QWidget {
    Q_OBJECT
public:
    explicit ClusterEditor(WizardContext &context, QWidget *parent = nullptr);
    ~ClusterEditor() override;

    /// Starts over with the campaign as the service has it. Goal and currency come from \a setup where it is
    /// known; the rules need them.
    void edit(const Campaign &campaign, const std::optional<SetupProcess> &setup = {});
    [[nodiscard]] CampaignEdit result() const;
    [[nodiscard]] bool hasChanges() const { return m_draft.data() != m_original; }
    /// The upload of mediaChosen() is done.
    void setMedia(int index, const QString &mediaUrl, MediaType type);
    void setSaving(bool saving);
    /// Says why saving failed; an empty text takes it away.
    void setProblem(const QString &text);

Q_SIGNALS:
    void saveRequested(const groundswell::CampaignEdit &edit);
    void closeRequested();
    void mediaChosen(const groundswell::ClusterRef &cluster, int index, const QString &path);
    void mediaCancelled(const groundswell::ClusterRef &cluster, int index);
    void geoSearchRequested(const QString &query);

private:
    [[nodiscard]] QWidget *scrolled(QWidget *form, const QString &objectName);
    void makeLayout();
    void connectForms();
    void showAll();
    void refreshHints();
    void refreshButtons();
    [[nodiscard]] const Creative *current() const;

    WizardContext &m_context;
    ActionSet m_actions;
    SetupDraft m_draft;
    SetupProcess m_original;
    IssueBoard *m_issues;
    EventId m_eid;
    ClusterRef m_cluster;
    int m_index = 0;
    bool m_saving = false;
    TextLabel *m_title;
    TextLabel *m_problem;
    QTabBar *m_tabs;
    QTabBar *m_variants;
    QStackedWidget *m_stack;
    CreativeForm *m_creative;
    PreviewPane *m_preview;
    TargetingForm *m_targeting;
    IntegrationForm *m_integration;
    QPushButton *m_save;
    QPushButton *m_close;
};

} // namespace groundswell
