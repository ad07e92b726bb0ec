#pragma once

#include "wizard/wizardpage.h"

class QPushButton;

namespace groundswell {

class ClusterPicker;
class EmptyState;
class TargetingForm;

/// Who sees the ads, cluster by cluster: the clusters at the left, the picked one's targeting beside.
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
    [[nodiscard]] QWidget *makeDetail();
    void useForAll();
    ClusterPicker *m_picker;
    TargetingForm *m_form;
    class TextLabel *m_clusterTitle;
    QPushButton *m_useForAll;
    QWidget *m_detail = nullptr;
    EmptyState *m_empty;
};

} // namespace groundswell
