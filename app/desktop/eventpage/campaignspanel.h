#pragma once

#include "models/wave/campaign.h"
#include "models/wave/event.h"

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace groundswell {

class TextLabel;

/// The published campaigns of an event as cards, one per taste cluster, with what came of each.
class CampaignsPanel : public QWidget {
    Q_OBJECT
public:
    explicit CampaignsPanel(QWidget *parent = nullptr);

    void showCampaigns(const std::vector<Campaign> &campaigns);
    void showResults(const CampaignResults &results);
    void setCampaignRunState(const OpenEnum<CampaignRunState> &state);
    /// A pause or resume is under way.
    void setBusy(bool busy);
    /// Whether ad spend is typed in by hand here.
    void setSpendTyped(bool typed);
    [[nodiscard]] const std::vector<Campaign> &campaigns() const { return m_campaigns; }
    [[nodiscard]] bool isEmpty() const { return m_campaigns.empty(); }

Q_SIGNALS:
    void runStateRequested(groundswell::CampaignRunState state);
    void spendRequested();
    void editRequested(const groundswell::Campaign &campaign);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuild();
    void arrange();
    QWidget *makeCard(const Campaign &campaign, int number);
    [[nodiscard]] const ResultFigures *figuresOf(const ClusterRef &cluster) const;

    std::vector<Campaign> m_campaigns;
    CampaignResults m_results;
    bool m_paused = false;
    QPushButton *m_spend = nullptr;
    QPushButton *m_pause = nullptr;
    TextLabel *m_handover = nullptr;
    QGridLayout *m_grid = nullptr;
    QList<QWidget *> m_cards;
    int m_columns = 0;
};

} // namespace groundswell
