#pragma once

#include "models/wave/ids.h"
#include "models/wave/money.h"
#include "models/wave/openenum.h"
#include "models/wave/problem.h"

#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <QStringList>
#include <QTimeZone>

#include <optional>
#include <utility>
#include <vector>

namespace groundswell {

enum class FrontendStatus { Default, Flagged, Hidden, Cancelled };
template <> struct WireNames<FrontendStatus> {
    static constexpr std::array<std::pair<FrontendStatus, const char *>, 4> names{
        {{FrontendStatus::Default, "DEFAULT"},
         {FrontendStatus::Flagged, "FLAGGED"},
         {FrontendStatus::Hidden, "HIDDEN"},
         {FrontendStatus::Cancelled, "CANCELLED"}}};
};
enum class CampaignRollup { Running, Open, Closed, Ignored };
template <> struct WireNames<CampaignRollup> {
    static constexpr std::array<std::pair<CampaignRollup, const char *>, 4> names{
        {{CampaignRollup::Running, "RUNNING"},
         {CampaignRollup::Open, "OPEN"},
         {CampaignRollup::Closed, "CLOSED"},
         {CampaignRollup::Ignored, "IGNORED"}}};
};
enum class CampaignRunState { Running, Paused };
template <> struct WireNames<CampaignRunState> {
    static constexpr std::array<std::pair<CampaignRunState, const char *>, 2> names{
        {{CampaignRunState::Running, "RUNNING"}, {CampaignRunState::Paused, "PAUSED"}}};
};
enum class Switch { On, Off };
template <> struct WireNames<Switch> {
    static constexpr std::array<std::pair<Switch, const char *>, 2> names{
        {{Switch::On, "ON"}, {Switch::Off, "OFF"}}};
};

/// What stands of an event's setup, an extension of the embedded service (`setup_state`): lets the list say
/// what an event needs without one request per row. Absent from the real service: then unset.
enum class SetupState { None, Draft, Published };
template <> struct WireNames<SetupState> {
    static constexpr std::array<std::pair<SetupState, const char *>, 3> names{
        {{SetupState::None, "none"}, {SetupState::Draft, "draft"}, {SetupState::Published, "published"}}};
};

/// An event (wave-api 2.3). Every member may be absent.
struct Event {
    EventId id;
    QString title;
    QDateTime start; ///< `start_date_time`, UTC
    /// Set where no time of day is known: the event is on this day and ends with it, and `start` is the day's
    /// beginning. `start_date`, an extension; or a `start_date_time` that is a bare date.
    QDate day;
    QString city;
    QString venue; ///< `venue_name`
    QString hall; ///< `hall_name`
    QString country; ///< ISO 3166-1 alpha-2; extension of the embedded service
    std::optional<double> latitude; ///< of the venue; extension
    std::optional<double> longitude;
    std::optional<int> capacity; ///< seats
    std::optional<int> ticketsSold; ///< `tickets_sold`, extension of the embedded service
    std::optional<double> predictedSalesShare; ///< 0–1
    QString category;
    QString genre; ///< extension
    QString series; ///< extension
    QStringList artists; ///< extension
    QString specialAdCategory; ///< empty = null
    QString status;
    OpenEnum<FrontendStatus> frontendStatus;
    OpenEnum<CampaignRollup> campaignStatus;
    OpenEnum<CampaignRunState> clientCampaignStatus;
    OpenEnum<Switch> campaignOptimisationStatus;
    OpenEnum<Switch> adCampaignOptimisationStatus;
    OpenEnum<SetupState> setupState; ///< extension
    QJsonObject extra;
    friend bool operator==(const Event &, const Event &) = default;

    [[nodiscard]] bool hasTimeOfDay() const { return !day.isValid(); }
    /// The day on which it is for people in \a zone; invalid where nothing is known.
    [[nodiscard]] QDate dayIn(const QTimeZone &zone) const;
    /// From when on it counts as past, UTC: from its start; without a time of day from the end of its day.
    [[nodiscard]] QDateTime overAt(const QTimeZone &zone) const;

    [[nodiscard]] static Expected<Event> fromJson(const QJsonObject &json, const QString &at = {});
    [[nodiscard]] QJsonObject toJson() const;
};

/// The page envelope of wave-api 1.8.
template <class T> struct Page {
    std::vector<T> items;
    int total = 0;
    int page = 1;
    int pages = 1;
};
/// Reads the envelope and, as one page, a bare array.
[[nodiscard]] Expected<Page<Event>> eventPageFromJson(const QJsonValue &json);

/// Query of GET /events/; unset members are left out of the URL.
struct EventQuery {
    int page = 1;
    int limit = 50;
    QString search; ///< `q`
    QDate since;
    QDate until;
    QStringList cities;
    QStringList frontendStatuses;
    QString campaignStatus; ///< `marketing_campaign_status`
    bool onlyWithCampaigns = false;
    bool includeArchived = false;
    friend bool operator==(const EventQuery &, const EventQuery &) = default;
};

/// Keys and values in the order they go into the URL, not yet percent-encoded; lists repeat their key.
[[nodiscard]] std::vector<std::pair<QString, QString>> toQuery(const EventQuery &query);

/// GET /events/{eid}/statistics and GET /events/statistics: every figure may be unknown.
struct EventStatistics {
    std::optional<Money> revenue;
    std::optional<Money> spent;
    std::optional<double> roas;
    std::optional<int> purchases;
    std::optional<int> campaigns;
    std::optional<int> active;
    std::optional<int> total; ///< partner-wide only, as are open, running, closed
    std::optional<int> open;
    std::optional<int> running;
    std::optional<int> closed;
    QJsonObject extra;
    [[nodiscard]] static Expected<EventStatistics> fromJson(const QJsonObject &json,
                                                            const QString &fallbackCurrency = {});
};

/// GET /partners/
struct Partner {
    PartnerId id;
    QString name;
    QString currency; ///< ISO 4217
    bool campaignRecommendations = true; ///< Wave is on
    QString attributionModelDefault;
    QString timeZone; ///< IANA, extension of the embedded service
    QJsonObject extra;
    [[nodiscard]] static Expected<Partner> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace groundswell
