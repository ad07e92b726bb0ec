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

enum class PackageStatus { Initializing, InProgress, Done, Failed, Expired };
template <> struct WireNames<PackageStatus> {
    static constexpr std::array<std::pair<PackageStatus, const char *>, 5> names{
        {{PackageStatus::Initializing, "INITIALIZING"},
         {PackageStatus::InProgress, "INPROGRESS"},
         {PackageStatus::Done, "DONE"},
         {PackageStatus::Failed, "FAILED"},
         {PackageStatus::Expired, "EXPIRED"}}};
};
enum class TargetingMode { Selective, Inclusive };
template <> struct WireNames<TargetingMode> {
    static constexpr std::array<std::pair<TargetingMode, const char *>, 2> names{
        {{TargetingMode::Selective, "selective"}, {TargetingMode::Inclusive, "inclusive"}}};
};

struct PackageEvent {
    EventId id;
    QString title;
    friend bool operator==(const PackageEvent &, const PackageEvent &) = default;
};
struct PackageCluster {
    ClusterName tc;
    QString label;
    std::optional<qint64> customers;
    friend bool operator==(const PackageCluster &, const PackageCluster &) = default;
};

/// An audience package (wave-api 2.8, 9.8). Terminal for polling: DONE, FAILED, EXPIRED.
struct AudiencePackage {
    PackageId id;
    QString title;
    OpenEnum<PackageStatus> status;
    QString mergeId; ///< the package it was merged into; empty = null
    QDateTime createdAt;
    QDateTime expiresAt; ///< the customer lists are deleted then (28 days)
    std::vector<PackageEvent> events;
    OpenEnum<TargetingMode> targetingMode;
    TcRunId tcRunId = 0;
    std::optional<qint64> customers; ///< distinct
    std::vector<PackageCluster> clusters;
    QString failureReason; ///< message key
    std::optional<double> progress; ///< 0–1
    QJsonObject extra;
    friend bool operator==(const AudiencePackage &, const AudiencePackage &) = default;

    [[nodiscard]] bool isTerminal() const;
    [[nodiscard]] static Expected<AudiencePackage> fromJson(const QJsonObject &json, const QString &at = {});
    [[nodiscard]] QJsonObject toJson() const;
};
[[nodiscard]] Expected<std::vector<AudiencePackage>> packagesFromJson(const QJsonValue &json);

/// Body of POST /package_builder/packages (wave-api 9.8).
struct PackageRequest {
    QString title;
    std::vector<EventId> events;
    int numPackages = 3; ///< the reference web app's constants
    int nTopEvents = 3;
    OpenEnum<TargetingMode> targetingMode = TargetingMode::Selective;
    QStringList includeCustomers;
    QStringList excludeCustomers;
    QDate excludePurchasedOnlyBefore;
    QDate excludePurchasedOnlyAfter;
    std::optional<Money> excludePriceBelow;
    std::optional<Money> excludePriceAbove;
    [[nodiscard]] static Expected<PackageRequest> fromJson(const QJsonObject &json, const QString &currency);
    [[nodiscard]] QJsonObject toJson() const;
};

enum class PackageAttributionModel { AllPurchases, EventsFromPackage, EventSeries };
template <> struct WireNames<PackageAttributionModel> {
    static constexpr std::array<std::pair<PackageAttributionModel, const char *>, 3> names{
        {{PackageAttributionModel::AllPurchases, "ALL_PURCHASES"},
         {PackageAttributionModel::EventsFromPackage, "EVENTS_FROM_PACKAGE"},
         {PackageAttributionModel::EventSeries, "EVENT_SERIES"}}};
};
/// GET/PUT …/backhaul_evaluation_details
struct AttributionSettings {
    int windowDays =
        14; ///< whole calendar days from emailSentDate in the organiser's zone; the sending day counts
    OpenEnum<PackageAttributionModel> model = PackageAttributionModel::EventsFromPackage;
    QDate emailSentDate;
    QJsonObject extra;
    friend bool operator==(const AttributionSettings &, const AttributionSettings &) = default;
    [[nodiscard]] static Expected<AttributionSettings> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    /// Without the sending day, which belongs to one package (wave-api 2.2).
    [[nodiscard]] QJsonObject defaultsJson() const;
};
struct EvaluationRow {
    ClusterName tc;
    QString label;
    std::optional<qint64> members; ///< customers in the cluster, extension
    std::optional<qint64> customers; ///< distinct buyers
    std::optional<qint64> items; ///< tickets net of returns
    std::optional<qint64> purchases; ///< distinct orders (`purchase`)
    std::optional<Money> revenue;
    friend bool operator==(const EvaluationRow &, const EvaluationRow &) = default;
};
struct PackageEvaluation {
    QString status; ///< INPROGRESS | DONE; empty where the service sent bare rows
    QDateTime asOf;
    std::vector<EvaluationRow> clusters;
    std::optional<EvaluationRow> unique; ///< a customer in two clusters counts in both rows, once here
    bool provisional = false; ///< the window isn't over, extension
    std::optional<int> daysElapsed; ///< extension
    QJsonObject extra;
    [[nodiscard]] static Expected<PackageEvaluation> fromJson(const QJsonValue &json,
                                                              const QString &currency);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace groundswell
