#pragma once

#include "models/wave/setupprocess.h"
#include "wizard/wizardpage.h"

class QCheckBox;

namespace groundswell {

class ChoiceBox;
class ClusterPicker;
class EmptyState;
class IntegrationForm;

/// Which accounts the ads run under: the same for all clusters, as nearly always, or cluster by cluster; and
/// what counts as success.
class IntegrationsPage : public WizardPage {
    Q_OBJECT
public:
    explicit IntegrationsPage(const WizardParts &parts, QWidget *parent = nullptr);

    bool focusField(const FieldPath &path) override;
    void refresh() override;
    void refreshIssues() override;

private:
    void makeBody();
    void connectEdits();
    [[nodiscard]] bool isShared() const;
    [[nodiscard]] ClusterRef shownCluster() const;
    void takeEdit(const IntegrationDetails &details, const QString &member);
    void share(const IntegrationDetails &pattern);
    void refreshEventTypes();

    QCheckBox *m_shared;
    ClusterPicker *m_picker;
    IntegrationForm *m_form;
    ChoiceBox *m_eventType;
    Field *m_eventTypeField = nullptr;
    class TextLabel *m_connection;
    QWidget *m_body = nullptr;
    EmptyState *m_empty;
    bool m_wantsOwn = false; ///< the user asked for accounts of each cluster's own, also while they are equal
};

} // namespace groundswell
