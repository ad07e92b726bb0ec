#pragma once

#include "app/service/store/campaignstore.h"
#include "app/service/usecases/campaigns/campaignplan.h"
#include "app/service/usecases/setups/setups.h"

namespace groundswell::service {

/// Published campaigns: edits of one, of all of an event, and one more. Thread-safe.
class Campaigns {
public:
    Campaigns(Workspace &workspace, TasteRuns &runs, Setups &setups)
        : m_workspace(workspace)
        , m_runs(runs)
        , m_setups(setups)
    {
    }

    [[nodiscard]] Expected<std::vector<Campaign>> ofEvent(const EventId &event);
    /// Body of POST /campaigns_setup: what it holds replaces the campaign's, what it leaves out stays. The
    /// texts and targeting are held to the same rules as a draft at publishing; a refusal changes nothing.
    [[nodiscard]] Expected<Campaign> edit(const QJsonObject &body);
    /// Replaces the first creative; further variants stay.
    [[nodiscard]] Expected<Campaign> setCreative(const EventId &event, const ClusterRef &cluster,
                                                 const QJsonObject &body);
    [[nodiscard]] Expected<Campaign> setTargeting(const EventId &event, const ClusterRef &cluster,
                                                  const QJsonObject &body);
    [[nodiscard]] Expected<Campaign> ignore(const EventId &event, const ClusterRef &cluster,
                                            const QJsonObject &body);
    /// Adds a cluster that the published event doesn't have yet, with the draft's own texts where it has
    /// some. 400 `error.campaign.invalid` with the pre-flight rules that its budget and dates break.
    [[nodiscard]] Expected<Campaign> add(const EventId &event, const ClusterRef &cluster, const Money &budget,
                                         const QDate &start, const QDate &end);
    /// A new total is divided among the running campaigns as the old one was, all in one transaction. 404
    /// without campaigns; 400 `error.campaign.invalid` with the pre-flight rules that the money and the new
    /// end break: one would be under its daily floor, or run on after the event.
    [[nodiscard]] Expected<std::vector<Campaign>> setRuntimeBudget(const EventId &event,
                                                                   const std::optional<Money> &total,
                                                                   const std::optional<QDate> &end);
    /// Marks as COMPLETED what has ended. Called now and then, not per request.
    void completeFinished();

private:
    [[nodiscard]] Expected<Campaign> changeChecked(const EventId &event, const ClusterRef &cluster,
                                                   const CampaignStore::Change &change);
    [[nodiscard]] Expected<void> judge(const std::vector<Campaign> &campaigns, JudgedDates dates);
    Workspace &m_workspace;
    TasteRuns &m_runs;
    Setups &m_setups;
};

} // namespace groundswell::service
