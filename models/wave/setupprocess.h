#pragma once

#include "models/wave/ids.h"
#include "models/wave/money.h"
#include "models/wave/openenum.h"
#include "models/wave/problem.h"

#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace groundswell {

/// Every value below carries `extra`: the JSON members this version doesn't know, at that level, sent back
/// unchanged (wave-api 9.1). `fromJson` refuses wrong types with a Problem::Protocol that holds the JSON
/// pointer; it accepts the alternative shapes of wave-api 2.5 and 9.3 (objects keyed by cluster,
/// `geo:[{"city"}]`, `tc_run_id` as a string).

enum class Goal { Utilization, Roas, Visibility, LinkClicks };
template <> struct WireNames<Goal> {
    // The older edition's words are accepted (wave-api 2.4).
    static constexpr std::array<std::pair<Goal, const char *>, 7> names{{{Goal::Utilization, "UTILIZATION"},
                                                                         {Goal::Roas, "ROAS"},
                                                                         {Goal::Visibility, "VISIBILITY"},
                                                                         {Goal::LinkClicks, "LINK_CLICKS"},
                                                                         {Goal::Utilization, "tickets"},
                                                                         {Goal::Roas, "revenue"},
                                                                         {Goal::Visibility, "reach"}}};
};

enum class MediaType { Image, Video };
template <> struct WireNames<MediaType> {
    static constexpr std::array<std::pair<MediaType, const char *>, 2> names{
        {{MediaType::Image, "image"}, {MediaType::Video, "video"}}};
};

enum class GeoType { City, Region, Country, Zip, Point };
template <> struct WireNames<GeoType> {
    static constexpr std::array<std::pair<GeoType, const char *>, 5> names{{{GeoType::City, "city"},
                                                                            {GeoType::Region, "region"},
                                                                            {GeoType::Country, "country"},
                                                                            {GeoType::Zip, "zip"},
                                                                            {GeoType::Point, "point"}}};
};

/// A cluster chosen for the campaign (`tcs[]`); it may have no creative yet.
struct ChosenCluster {
    ClusterRef cluster;
    std::optional<double> budgetShare; ///< 0–1; null = split evenly
    QJsonObject extra;
    friend bool operator==(const ChosenCluster &, const ChosenCluster &) = default;
};

/// One ad text with its picture. Several for one cluster are variants, told apart by position among the
/// cluster's own.
struct Creative {
    ClusterRef cluster;
    QString headline;
    QString body; ///< the ad platform's "primary text"
    QString description;
    QString mediaUrl; ///< as returned by POST /media
    OpenEnum<MediaType> mediaType;
    QString cta; ///< a word of the service's list; unknown ones are kept (GET_TICKETS)
    QString linkUrl;
    QString language; ///< BCP 47
    QJsonObject extra;
    friend bool operator==(const Creative &, const Creative &) = default;
};

struct GeoPlace {
    QString key;
    OpenEnum<GeoType> type;
    QString name;
    QString country; ///< ISO 3166-1 alpha-2
    std::optional<double> latitude; ///< degrees, WGS 84
    std::optional<double> longitude;
    std::optional<double> radiusKm;
    bool excluded = false;
    QJsonObject extra;
    friend bool operator==(const GeoPlace &, const GeoPlace &) = default;
};

struct Demographics {
    std::optional<int> ageMin; ///< years, 13–65 (65 = "65 and older")
    std::optional<int> ageMax;
    QStringList genders; ///< "female", "male"; empty = everybody
    QStringList languages;
    QJsonObject extra;
    friend bool operator==(const Demographics &, const Demographics &) = default;
};

struct Targeting {
    ClusterRef cluster;
    std::vector<GeoPlace> geo;
    Demographics demographics;
    QStringList includedAudiences; ///< `custom_audiences.include`
    QStringList excludedAudiences; ///< `custom_audiences.exclude`
    QJsonObject customAudiencesExtra;
    QString savedAudienceId; ///< empty = null
    QJsonObject extra;
    friend bool operator==(const Targeting &, const Targeting &) = default;
};

/// Empty text = null on the wire, in every member.
struct IntegrationDetails {
    ClusterRef cluster;
    QString adAccountId;
    QString pageId;
    QString instagramActorId;
    QString pixelId;
    QString leadFormId;
    QJsonObject extra;
    friend bool operator==(const IntegrationDetails &, const IntegrationDetails &) = default;
};

/// The setup process of one event: the row that the wizard edits and PUT replaces as a whole (wave-api 9.3).
/// A plain comparable value.
struct SetupProcess {
    EventId eid;
    OpenEnum<Goal> goal;
    std::optional<Money> totalBudget;
    QString currency; ///< of the row; empty = the partner's
    QDate startDate;
    QDate endDate; ///< inclusive
    std::vector<ChosenCluster> clusters; ///< `tcs`
    std::vector<Creative> creatives;
    std::vector<Targeting> targeting;
    std::vector<IntegrationDetails> integrationDetails;
    QString conversionId;
    QString leadFormId;
    QString customEventType;
    QString dsaPayor;
    QString dsaBeneficiary;
    QDateTime updatedAt; ///< written by the service; UTC
    QJsonObject extra;
    friend bool operator==(const SetupProcess &, const SetupProcess &) = default;

    /// \a fallbackCurrency gives the minor digits of `total_budget` where the row names no currency.
    [[nodiscard]] static Expected<SetupProcess> fromJson(const QJsonObject &json,
                                                         const QString &fallbackCurrency = {});
    [[nodiscard]] QJsonObject toJson() const;
    /// As toJson() without what the service writes itself (`updated_at`): the content for comparing "is it
    /// the same?".
    [[nodiscard]] QJsonObject contentJson() const;

    [[nodiscard]] bool hasCluster(const ClusterRef &cluster) const;
    /// Positions in `creatives` of one cluster's variants, in order.
    [[nodiscard]] std::vector<size_t> creativesOf(const ClusterRef &cluster) const;
    [[nodiscard]] const Targeting *targetingOf(const ClusterRef &cluster) const; ///< null where there is none
    /// The cluster's own entry, else the one that names no cluster and so holds for all.
    [[nodiscard]] const IntegrationDetails *integrationOf(const ClusterRef &cluster) const;
};

// The parts' codecs, also used for published campaigns and POST /campaigns_setup. `at` is the JSON pointer
// for errors.
[[nodiscard]] Expected<ChosenCluster> chosenClusterFromJson(const QJsonObject &json, const QString &at = {});
[[nodiscard]] QJsonObject toJson(const ChosenCluster &chosen);
[[nodiscard]] Expected<Creative> creativeFromJson(const QJsonObject &json, const QString &at = {});
[[nodiscard]] QJsonObject toJson(const Creative &creative);
[[nodiscard]] Expected<Targeting> targetingFromJson(const QJsonObject &json, const QString &at = {});
[[nodiscard]] QJsonObject toJson(const Targeting &targeting);
[[nodiscard]] Expected<GeoPlace> geoPlaceFromJson(const QJsonObject &json, const QString &at = {});
[[nodiscard]] QJsonObject toJson(const GeoPlace &place);
[[nodiscard]] Expected<IntegrationDetails> integrationDetailsFromJson(const QJsonObject &json,
                                                                      const QString &at = {});
[[nodiscard]] QJsonObject toJson(const IntegrationDetails &details);

} // namespace groundswell
