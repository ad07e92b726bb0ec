#pragma once

#include "models/wave/cluster.h"
#include "wizard/review/summarycard.h"
#include "wizard/shell/wizardpage.h"

class QListView;

namespace groundswell {

class ReviewIssueModel;
class TextLabel;

/// Ready or not, and why: the issues with a way to each field, then everything that was said, grouped as the
/// steps are, each with Change.
class ReviewPage : public WizardPage {
    Q_OBJECT
public:
    explicit ReviewPage(const WizardParts &parts, QWidget *parent = nullptr);

    bool focusField(const FieldPath &path) override;
    void refresh() override;
    void refreshIssues() override;

private:
    [[nodiscard]] SummaryCard *addCard(const QString &objectName, const QString &title,
                                       const FieldPath &field);
    [[nodiscard]] QWidget *makePublishNote();
    void refreshPlan();
    void refreshClusters();
    void refreshCreatives();
    void refreshTargeting();
    void refreshIntegrations();
    void refreshDsa();
    [[nodiscard]] static std::vector<SummaryCard::Row> orNone(std::vector<SummaryCard::Row> rows);
    [[nodiscard]] QString assetName(const std::vector<AdAsset> &assets, const QString &id) const;

    ReviewIssueModel *m_model;
    QListView *m_list;
    SummaryCard *m_plan;
    SummaryCard *m_clusters;
    SummaryCard *m_creatives;
    SummaryCard *m_targeting;
    SummaryCard *m_integrations;
    SummaryCard *m_dsa;
    TextLabel *m_note = nullptr;
};

} // namespace groundswell
