#include "app/service/usecases/taste/clusterqualityjson.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTimeZone>

#include <cmath>

namespace groundswell::service {

namespace {

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

/// Beyond the sixth digit there is only noise, and a report should be readable.
double rounded(double value)
{
    return std::round(value * 1e6) / 1e6;
}

QJsonValue toJson(const IntervalEstimate &estimate)
{
    if (estimate.count == 0)
        return QJsonValue();
    return QJsonObject{{QStringLiteral("mean"), rounded(estimate.mean)},
                       {QStringLiteral("low"), rounded(estimate.low)},
                       {QStringLiteral("high"), rounded(estimate.high)},
                       {QStringLiteral("count"), estimate.count}};
}

QJsonObject toJson(const RankingCompared &compared)
{
    return {{QStringLiteral("auc_ahead"), toJson(compared.aucAhead)},
            {QStringLiteral("lift_ahead"), toJson(compared.liftAhead)},
            {QStringLiteral("lift_ratio"), toJson(compared.liftRatio)}};
}

QJsonObject toJson(const Gate &gate)
{
    const bool measured = gate.count > 0;
    const auto figure = [measured](double value) {
        return measured ? QJsonValue(rounded(value)) : QJsonValue();
    };
    return {{QStringLiteral("id"), text(gate.id)},
            {QStringLiteral("value"), figure(gate.value)},
            {QStringLiteral("low"), figure(gate.low)},
            {QStringLiteral("high"), figure(gate.high)},
            {QStringLiteral("count"), gate.count},
            {QStringLiteral("target"), gate.target},
            {QStringLiteral("target_high"), gate.targetHigh},
            {QStringLiteral("rule"), text(gate.rule)},
            {QStringLiteral("verdict"), QString::fromLatin1(verdictName(gate.verdict))}};
}

template <class List, class Write> QJsonArray arrayOf(const List &list, const Write &write)
{
    QJsonArray array;
    for (const auto &item : list)
        array.append(write(item));
    return array;
}

QJsonObject metricJson(const ClusterQuality &e)
{
    const QJsonArray tenths = arrayOf(e.calibration.tenths, [](const CalibrationBin &bin) {
        const double pairs = std::max(1.0, bin.pairs);
        return QJsonObject{{QStringLiteral("pairs"), bin.pairs},
                           {QStringLiteral("expected_rate"), rounded(bin.expected / pairs)},
                           {QStringLiteral("actual_rate"), rounded(bin.actual / pairs)}};
    });
    return {{QStringLiteral("cluster_order"), toJson(e.clusterOrder)},
            {QStringLiteral("calibration_error"), toJson(e.calibration.error)},
            {QStringLiteral("tenths"), tenths},
            {QStringLiteral("expected_purchases"), rounded(e.expectedPurchases)},
            {QStringLiteral("actual_purchases"), e.actualPurchases}};
}

} // namespace

QJsonObject toJson(const ClusterQuality &e)
{
    const QJsonArray cuts = arrayOf(e.cuts, [](std::int64_t cut) {
        return QDateTime::fromSecsSinceEpoch(cut, QTimeZone::utc()).toString(Qt::ISODate);
    });
    const QJsonArray rankings = arrayOf(e.rankings, [](const RankingJudged &ranking) {
        return QJsonObject{{QStringLiteral("id"), text(ranking.id)},
                           {QStringLiteral("auc"), toJson(ranking.auc)},
                           {QStringLiteral("lift"), toJson(ranking.lift)}};
    });
    const QJsonArray labels = arrayOf(e.labels, [](const LabelJudged &label) {
        return QJsonObject{
            {QStringLiteral("label"), text(label.label)},
            {QStringLiteral("term"), text(label.term)},
            {QStringLiteral("lift"), label.lift > 0 ? QJsonValue(rounded(label.lift)) : QJsonValue()},
            {QStringLiteral("most_bought"), text(label.because)}};
    });
    const QJsonArray gates = arrayOf(e.gates, [](const Gate &gate) { return toJson(gate); });
    return {{QStringLiteral("run_key"), text(e.runKey)},
            {QStringLiteral("seed"), static_cast<qint64>(e.options.seed)},
            {QStringLiteral("notice"), text(e.notice)},
            {QStringLiteral("clusters"), e.groups},
            {QStringLiteral("replay"),
             QJsonObject{{QStringLiteral("cuts"), cuts},
                         {QStringLiteral("events"), e.events},
                         {QStringLiteral("events_before_sale"), e.eventsBeforeSale},
                         {QStringLiteral("purchases"), e.purchases}}},
            {QStringLiteral("rankings"), rankings},
            {QStringLiteral("blend_over_frequency"), toJson(e.blendOverFrequency)},
            {QStringLiteral("before_sale_over_frequency"), toJson(e.beforeSaleOverFrequency)},
            {QStringLiteral("cold_over_frequency"), toJson(e.coldOverFrequency)},
            {QStringLiteral("stability"),
             QJsonObject{{QStringLiteral("customers"), toJson(e.stabilityDraws)},
                         {QStringLiteral("seeds"), toJson(e.stabilitySeeds)}}},
            {QStringLiteral("metric_pred"), metricJson(e)},
            {QStringLiteral("labels"), labels},
            {QStringLiteral("control"),
             QJsonObject{{QStringLiteral("lift"), toJson(e.controlLift)},
                         {QStringLiteral("said_so"), e.controlsThatSaySo}}},
            {QStringLiteral("gates"), gates}};
}

} // namespace groundswell::service
