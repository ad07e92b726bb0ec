#pragma once

#include "app/service/store/campaignstore.h"
#include "app/service/store/sqlite/connection/connections.h"

namespace groundswell::service {

class SqliteCampaignStore final : public CampaignStore {
public:
    explicit SqliteCampaignStore(Connections &connections)
        : m_connections(connections)
    {
    }

    Expected<std::vector<Campaign>> publish(const EventId &event, qint64 version,
                                            std::vector<NewCampaign> campaigns,
                                            const QDateTime &now) override;
    Expected<Campaign> add(NewCampaign campaign, const QDateTime &now) override;
    Expected<std::vector<Campaign>> ofEvent(const EventId &event) override;
    Expected<std::vector<Campaign>> all() override;
    Expected<Campaign> change(const EventId &event, const ClusterRef &cluster, const Change &change) override;
    Expected<std::vector<Campaign>> changeAll(const EventId &event, const ChangeAll &change) override;
    Expected<TaskRecord> setCampaignRunState(const EventId &event, groundswell::CampaignRunState state,
                                             const QDateTime &now) override;
    Expected<void> reset(const EventId &event, const QDateTime &now) override;
    Expected<CampaignCounts> counts() override;
    Expected<std::optional<std::vector<std::string>>> members(const QString &audienceId) override;

    Expected<std::optional<TaskRecord>> task(const QString &id) override;
    Expected<std::optional<TaskRecord>> lastTask(const EventId &event) override;

    Expected<std::vector<ResultAdjustment>> adjustments(const std::optional<EventId> &event) override;
    Expected<ResultAdjustment> addAdjustment(const ResultAdjustment &adjustment) override;
    Expected<void> removeAdjustment(qint64 id) override;

    Expected<void> putSalesSummaries(const std::vector<SalesSummary> &rows) override;
    Expected<std::vector<SalesSummary>> salesSummaries(const std::optional<EventId> &event) override;

    Expected<std::vector<AdSpend>> adSpend(const std::optional<EventId> &event) override;
    Expected<qint64> addAdSpend(const AdSpend &spend) override;
    Expected<void> removeAdSpend(qint64 id) override;

private:
    Connections &m_connections;
};

} // namespace groundswell::service
