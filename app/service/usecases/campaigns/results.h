#pragma once

#include "app/service/workspace/workspace.h"
#include "models/wave/campaign.h"
#include "models/wave/event.h"

namespace groundswell::service {

/// What campaigns brought, counted from the organiser's own sales and typed-in ad spend. A figure that
/// nobody delivered (impressions, clicks) is unknown, never made up.
///
/// Live attribution (`FD`): what the campaign's own audience bought of the event from the first instant of
/// its start date (in the organiser's zone) on. That is what came after the campaign, not what it caused.
/// `META` and `EXTERNAL` have no source in a local workspace: every figure is unknown. Thread-safe.
class Results {
public:
    explicit Results(Workspace &workspace)
        : m_workspace(workspace)
    {
    }

    /// Of the event, with its campaigns; `series` counts what the same people bought of all events of the
    /// series, against the same spend.
    [[nodiscard]] Expected<CampaignResults> ofEvent(const EventId &event);
    /// The event's own model, or the organiser's.
    [[nodiscard]] Expected<OpenEnum<AttributionModel>> model(const EventId &event);

    [[nodiscard]] Expected<EventStatistics> eventStatistics(const EventId &event);
    [[nodiscard]] Expected<EventStatistics> statistics();

    struct Insights {
        std::optional<Money> spend; ///< typed in; unset where nothing was
        std::vector<std::pair<QDate, Money>> daily; ///< by day
    };
    [[nodiscard]] Expected<Insights> insights(const EventId &event);

private:
    Workspace &m_workspace;
};

} // namespace groundswell::service
