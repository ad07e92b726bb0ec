#pragma once

#include "wizard/shell/wizardpage.h"

class QPushButton;

namespace groundswell {

class ClusterSidebar;
class TargetingForm;

/// Whom each cluster's ad is shown to.
class TargetingPage : public WizardPage {
    Q_OBJECT
public:
    explicit TargetingPage(const WizardParts &parts, QWidget *parent = nullptr);

    bool focusField(const FieldPath &path) override;
    void refresh() override;
    void refreshIssues() override;

Q_SIGNALS:
    void geoSearchRequested(const QString &query);

private:
    void connectForm();
    ClusterSidebar *m_clusters;
    TargetingForm *m_form;
    QPushButton *m_forAll;
};

} // namespace groundswell
