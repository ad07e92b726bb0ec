#pragma once

#include "app/service/store/setupstore.h"
#include "models/wave/campaign.h"
#include "models/wave/event.h"

#include <functional>
#include <string>
#include <vector>

namespace groundswell::service {

/// A campaign about to be created, with the people it is for.
struct NewCampaign {
    Campaign campaign; ///< the store fills audienceId
    std::optional<std::vector<std::string>> members; ///< customer ids; null where they can't be known
};

struct CampaignCounts {
    int total = 0, running = 0, open = 0, closed = 0, ignored = 0;
};

/// Sales that somebody typed in or another system adjusted (`/campaign_results/`).
struct ResultAdjustment {
    qint64 id = 0; ///< given by the store
    EventId eid;
    qint64 purchases = 0;
    Money revenue;
    QDateTime createdAt;
    QString source; ///< `automated` or `manual`
};

/// Ad money spent, as the organiser typed it in: the workspace has no ad platform to ask.
struct AdSpend {
    qint64 id = 0; ///< given by the store
    EventId eid;
    ClusterRef cluster; ///< empty = for the event as a whole
    QDate day;
    Money amount;
    friend bool operator==(const AdSpend &, const AdSpend &) = default;
};

/// Sales of a ticket type in a period, typed in (`POST /ingest/transaction_summary`).
struct SalesSummary {
    EventId eid;
    QDate from;
    QDate to;
    QString ticketType;
    qint64 sold = 0;
    Money revenue;
};

/// A finished or failed piece of work that a client may ask for (`/tasks/{id}`).
struct TaskRecord {
    QString id;
    QString state; ///< PENDING | STARTED | SUCCESS | FAILURE
    QDateTime createdAt;
};

/// Published campaigns: one for each event, cluster and run. Thread-safe; every write is one transaction,
/// which also updates the event's roll-up.
class CampaignStore {
public:
    virtual ~CampaignStore() = default;
    using Change = std::function<Expected<void>(Campaign &)>;

    /// Freezes the draft and creates its campaigns, all or nothing. 409 `error.setup.published` the second
    /// time, 409 `error.setup.changed` if the row is no longer the \a version that was checked.
    [[nodiscard]] virtual Expected<std::vector<Campaign>> publish(const EventId &event, qint64 version,
                                                                  std::vector<NewCampaign> campaigns,
                                                                  const QDateTime &now) = 0;
    /// Adds a campaign to a published event, paused if the event's campaigns are. 409
    /// `error.campaign.exists`, 409 `error.setup.not_published`.
    [[nodiscard]] virtual Expected<Campaign> add(NewCampaign campaign, const QDateTime &now) = 0;
    /// In the order they were created, without those closed by reset().
    [[nodiscard]] virtual Expected<std::vector<Campaign>> ofEvent(const EventId &event) = 0;
    [[nodiscard]] virtual Expected<std::vector<Campaign>> all() = 0;
    /// NotFound `error.campaign.not_found`. An error from \a change leaves everything as it was.
    [[nodiscard]] virtual Expected<Campaign> change(const EventId &event, const ClusterRef &cluster,
                                                    const Change &change) = 0;
    using ChangeAll = std::function<Expected<void>(std::vector<Campaign> &)>;
    /// Changes all of an event's campaigns or none: \a change sees them as they are within the transaction,
    /// and neither adds nor removes any. NotFound if there is none.
    [[nodiscard]] virtual Expected<std::vector<Campaign>> changeAll(const EventId &event,
                                                                    const ChangeAll &change) = 0;
    /// Pauses or resumes every campaign that isn't over or ignored, and records it as a task.
    [[nodiscard]] virtual Expected<TaskRecord>
    setCampaignRunState(const EventId &event, groundswell::CampaignRunState state, const QDateTime &now) = 0;
    /// Closes the campaigns and makes the setup a draft again. NotFound without a setup.
    [[nodiscard]] virtual Expected<void> reset(const EventId &event, const QDateTime &now) = 0;
    [[nodiscard]] virtual Expected<CampaignCounts> counts() = 0;
    /// The people of a campaign, sorted; nullopt if they weren't known when it was published.
    [[nodiscard]] virtual Expected<std::optional<std::vector<std::string>>>
    members(const QString &audienceId) = 0;

    [[nodiscard]] virtual Expected<std::optional<TaskRecord>> task(const QString &id) = 0;
    [[nodiscard]] virtual Expected<std::optional<TaskRecord>> lastTask(const EventId &event) = 0;

    [[nodiscard]] virtual Expected<std::vector<ResultAdjustment>>
    adjustments(const std::optional<EventId> &event) = 0;
    [[nodiscard]] virtual Expected<ResultAdjustment> addAdjustment(const ResultAdjustment &adjustment) = 0;
    [[nodiscard]] virtual Expected<void> removeAdjustment(qint64 id) = 0; ///< NotFound

    /// Replaces what was typed in for the same event, period and ticket type.
    [[nodiscard]] virtual Expected<void> putSalesSummaries(const std::vector<SalesSummary> &rows) = 0;
    [[nodiscard]] virtual Expected<std::vector<SalesSummary>>
    salesSummaries(const std::optional<EventId> &event) = 0;

    [[nodiscard]] virtual Expected<std::vector<AdSpend>> adSpend(const std::optional<EventId> &event) = 0;
    [[nodiscard]] virtual Expected<qint64> addAdSpend(const AdSpend &spend) = 0;
    [[nodiscard]] virtual Expected<void> removeAdSpend(qint64 id) = 0;
};

} // namespace groundswell::service
