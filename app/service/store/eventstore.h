#pragma once

#include "models/wave/event.h"

#include <QDateTime>
#include <QStringList>

#include <optional>
#include <vector>

namespace groundswell::service {

/// An event of the workspace with the figures of its sales. `event` holds all that the contract's row has,
/// apart from figures that the analysis predicts.
struct StoredEvent {
    Event event;
    QStringList composers;
    std::optional<Money> price; ///< list price of a ticket
    QDateTime overAt; ///< UTC; the moment from which on it is past: its start, or the end of a day without a
                      ///< time
    QDateTime onSaleAt; ///< UTC; invalid where unknown
    QDateTime firstSaleAt; ///< UTC; invalid before the first sale
    Money revenue; ///< net of returns, anonymous sales included
    int orders = 0; ///< distinct invoice numbers; a line without one is an order
    QString attributionModel; ///< empty = the organiser's default
};

/// Which events to list and in which order: flagged first, then upcoming ones by time, then past ones, latest
/// first.
struct EventFilter {
    EventQuery query; ///< `since` and `until` are days in the organiser's zone, both inclusive
    QString status; ///< backend status ("active"); empty = any
    std::optional<bool> flagged;
    QStringList venues;
    QDateTime now; ///< divides upcoming from past
};

struct EventTotals {
    int events = 0;
    int upcoming = 0;
    int flagged = 0;
    int withCampaigns = 0;
    int open = 0; ///< by `campaign_status`; an event without campaigns is open until it begins, then closed
    int running = 0;
    int closed = 0;
    Money revenue;
    qint64 ticketsSold = 0;
    int orders = 0;
};

struct VenueEntry {
    QString city;
    QString venue;
    QStringList halls;
    int events = 0;
};

/// One ticket category of an event, as its sales name it; an empty name stands for sales without one.
struct TicketCategory {
    QString name;
    int tickets = 0; ///< net
    Money revenue;
};

struct DailySales {
    QDate day; ///< in the organiser's zone
    int tickets = 0; ///< net
    Money revenue; ///< net
};

/// The decisions about an event that a user makes; unset members stay as they are.
struct EventChange {
    std::optional<QString> frontendStatus;
    std::optional<QString> clientCampaignStatus;
    std::optional<QString> campaignOptimisationStatus;
    std::optional<QString> adCampaignOptimisationStatus;
    std::optional<QString> specialAdCategory;
    std::optional<QString> attributionModel;
    std::optional<QString> setupState;
    std::optional<QString> campaignStatus;
};

/// The organiser's events. Thread-safe. An unknown id is NotFound with `error.event.not_found`.
class EventStore {
public:
    virtual ~EventStore() = default;

    /// One page; `total` counts all matches. The limit is kept within 1–1000, the page within what exists.
    [[nodiscard]] virtual Expected<Page<StoredEvent>> page(const EventFilter &filter) = 0;
    [[nodiscard]] virtual Expected<StoredEvent> event(const EventId &id) = 0;
    [[nodiscard]] virtual Expected<EventTotals> totals(const QDateTime &now) = 0;
    [[nodiscard]] virtual Expected<bool> isEmpty() = 0; ///< no event at all
    [[nodiscard]] virtual Expected<std::vector<VenueEntry>>
    venues(const QStringList &cities) = 0; ///< all where empty
    [[nodiscard]] virtual Expected<std::vector<TicketCategory>> ticketCategories(const EventId &id) = 0;
    /// Days with sales, anonymous ones included, earliest first.
    [[nodiscard]] virtual Expected<std::vector<DailySales>> dailySales(const EventId &id) = 0;
    /// The other events of its series, earliest first.
    [[nodiscard]] virtual Expected<std::vector<StoredEvent>> series(const EventId &id, int limit) = 0;
    /// Puts the event and \a siblings into one series; other events leave it.
    [[nodiscard]] virtual Expected<void> setSeries(const EventId &id,
                                                   const std::vector<EventId> &siblings) = 0;
    [[nodiscard]] virtual Expected<void> change(const EventId &id, const EventChange &change) = 0;
};

} // namespace groundswell::service
