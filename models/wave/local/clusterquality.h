#pragma once

#include "models/wave/ids.h"
#include "models/wave/openenum.h"
#include "models/wave/problem.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace groundswell {

/// A mean over past events and the ends of its 95 % interval.
struct MeasuredFigure {
    double mean = 0;
    double low = 0;
    double high = 0;
    int count = 0; ///< of what it is the mean
    friend bool operator==(const MeasuredFigure &, const MeasuredFigure &) = default;
    [[nodiscard]] static Expected<MeasuredFigure> fromJson(const QJsonObject &json, const QString &at);
    [[nodiscard]] QJsonObject toJson() const;
};

/// By what the customers are ranked.
enum class CustomerRanking { Blend, Taste, Frequency, Recency, Metadata, Random, Cold };
template <> struct WireNames<CustomerRanking> {
    static constexpr std::array<std::pair<CustomerRanking, const char *>, 7> names{
        {{CustomerRanking::Blend, "blend"},
         {CustomerRanking::Taste, "taste"},
         {CustomerRanking::Frequency, "frequency"},
         {CustomerRanking::Recency, "recency"},
         {CustomerRanking::Metadata, "metadata"},
         {CustomerRanking::Random, "random"},
         {CustomerRanking::Cold, "cold"}}};
};
struct RankingQuality {
    OpenEnum<CustomerRanking> ranking;
    std::optional<MeasuredFigure> auc; ///< how often a buyer is ranked above another, 0–1
    std::optional<MeasuredFigure> lift; ///< buyers in the best tenth, as a multiple of chance
    friend bool operator==(const RankingQuality &, const RankingQuality &) = default;
    [[nodiscard]] static Expected<RankingQuality> fromJson(const QJsonObject &json, const QString &at);
    [[nodiscard]] QJsonObject toJson() const;
};

enum class QualityQuestion {
    LiftOverFrequency,
    AucOverFrequency,
    LiftRatio,
    ColdStart,
    ColdStartRatio,
    StabilityCustomers,
    StabilitySeeds,
    ClusterOrder,
    Calibration,
    LabelLift,
    LabelsUnique,
    ControlLift,
    ControlNotice,
};
template <> struct WireNames<QualityQuestion> {
    static constexpr std::array<std::pair<QualityQuestion, const char *>, 13> names{
        {{QualityQuestion::LiftOverFrequency, "lift_over_frequency"},
         {QualityQuestion::AucOverFrequency, "auc_over_frequency"},
         {QualityQuestion::LiftRatio, "lift_ratio"},
         {QualityQuestion::ColdStart, "cold_start"},
         {QualityQuestion::ColdStartRatio, "cold_start_ratio"},
         {QualityQuestion::StabilityCustomers, "stability_customers"},
         {QualityQuestion::StabilitySeeds, "stability_seeds"},
         {QualityQuestion::ClusterOrder, "cluster_order"},
         {QualityQuestion::Calibration, "calibration"},
         {QualityQuestion::LabelLift, "label_lift"},
         {QualityQuestion::LabelsUnique, "labels_unique"},
         {QualityQuestion::ControlLift, "control_lift"},
         {QualityQuestion::ControlNotice, "control_notice"}}};
};
/// How a value must lie to its target.
enum class TargetRule { Above, AtLeast, AtMost, Between };
template <> struct WireNames<TargetRule> {
    static constexpr std::array<std::pair<TargetRule, const char *>, 4> names{
        {{TargetRule::Above, "above"},
         {TargetRule::AtLeast, "at_least"},
         {TargetRule::AtMost, "at_most"},
         {TargetRule::Between, "between"}}};
};
enum class QualityVerdict { Reached, NotReached, TooFewData };
template <> struct WireNames<QualityVerdict> {
    static constexpr std::array<std::pair<QualityVerdict, const char *>, 3> names{
        {{QualityVerdict::Reached, "reached"},
         {QualityVerdict::NotReached, "not_reached"},
         {QualityVerdict::TooFewData, "too_few_data"}}};
};
/// One of the questions that the report answers (`gates`).
struct QualityCheck {
    OpenEnum<QualityQuestion> question;
    std::optional<double> value, low, high; ///< unset where nothing was measured
    int count = 0; ///< of what `value` is the mean
    OpenEnum<TargetRule> rule;
    double target = 0;
    double targetHigh = 0; ///< the other end where the rule is Between
    OpenEnum<QualityVerdict> verdict;
    friend bool operator==(const QualityCheck &, const QualityCheck &) = default;
    [[nodiscard]] static Expected<QualityCheck> fromJson(const QJsonObject &json, const QString &at);
    [[nodiscard]] QJsonObject toJson() const;
};

/// How good a run's clusters are, judged by the organiser's own past (`TasteEvaluation` of the API's
/// description).
struct ClusterQualityReport {
    QString notice; ///< as ClusterRun::notice
    int replayedEvents = 0;
    QJsonObject replayExtra; ///< what else is said of the replay
    std::vector<RankingQuality> rankings;
    std::vector<QualityCheck> checks;
    QJsonObject extra; ///< figures that nobody is shown
    friend bool operator==(const ClusterQualityReport &, const ClusterQualityReport &) = default;
    [[nodiscard]] static Expected<ClusterQualityReport> fromJson(const QJsonObject &json,
                                                                 const QString &at = {});
    [[nodiscard]] QJsonObject toJson() const;

    /// Null where the report doesn't answer it.
    [[nodiscard]] const QualityCheck *check(QualityQuestion question) const;
    [[nodiscard]] std::optional<MeasuredFigure> lift(CustomerRanking ranking) const;
};

enum class ClusterQualityStage { Absent, Started, Success, Failure };
template <> struct WireNames<ClusterQualityStage> {
    static constexpr std::array<std::pair<ClusterQualityStage, const char *>, 4> names{
        {{ClusterQualityStage::Absent, "ABSENT"},
         {ClusterQualityStage::Started, "STARTED"},
         {ClusterQualityStage::Success, "SUCCESS"},
         {ClusterQualityStage::Failure, "FAILURE"}}};
};
/// GET and POST /local/taste_evaluation: how far the report of the latest run is.
struct ClusterQualityState {
    TcRunId run = 0;
    OpenEnum<ClusterQualityStage> stage;
    QString phase; ///< of computing: run, replay, stability or control; empty before
    double share = 0; ///< 0–1
    std::optional<ClusterQualityReport> report; ///< once it is there
    friend bool operator==(const ClusterQualityState &, const ClusterQualityState &) = default;
    [[nodiscard]] static Expected<ClusterQualityState> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace groundswell
