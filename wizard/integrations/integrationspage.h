#pragma once

#include "models/wave/setupprocess.h"
#include "wizard/shell/wizardpage.h"

class QRadioButton;

namespace groundswell {

class ChoiceBox;
class ClusterSidebar;
class IntegrationForm;
class TextLabel;

/// The ad platform's side: account, page, pixel, the same for all clusters or one by one, and what counts as
/// success.
class IntegrationsPage : public WizardPage {
    Q_OBJECT
public:
    explicit IntegrationsPage(const WizardParts &parts, QWidget *parent = nullptr);

    bool focusField(const FieldPath &path) override;
    void refresh() override;
    void refreshIssues() override;

private:
    [[nodiscard]] QWidget *makeModes();
    [[nodiscard]] QWidget *makeForms();
    [[nodiscard]] QWidget *makeHelp();
    void connectForm();
    void refreshEventTypes();
    void write(const IntegrationDetails &details, const QString &member);
    void setShared(bool shared);
    /// Whether all chosen clusters have the same details.
    [[nodiscard]] bool allAlike() const;
    [[nodiscard]] std::optional<ClusterRef> shownCluster() const;

    QRadioButton *m_shared;
    QRadioButton *m_single;
    ClusterSidebar *m_clusters;
    IntegrationForm *m_form;
    ChoiceBox *m_eventType;
    Field *m_eventTypeField = nullptr;
    TextLabel *m_notice;
    bool m_modeChosen = false; ///< by the user; until then it follows the data
};

} // namespace groundswell
