#include "models/wave/local/clusterquality.h"

#include "models/wave/jsonparts.h"

#include <algorithm>

namespace groundswell {

namespace {

template <class T> QJsonValue partJson(const std::optional<T> &part)
{
    return part ? QJsonValue(part->toJson()) : QJsonValue();
}

} // namespace

Expected<MeasuredFigure> MeasuredFigure::fromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    MeasuredFigure figure;
    figure.mean = reader.number("mean").value_or(0);
    figure.low = reader.number("low").value_or(0);
    figure.high = reader.number("high").value_or(0);
    figure.count = reader.smallInteger("count").value_or(0);
    return reader.finish(figure);
}

QJsonObject MeasuredFigure::toJson() const
{
    return {{QLatin1StringView("mean"), mean},
            {QLatin1StringView("low"), low},
            {QLatin1StringView("high"), high},
            {QLatin1StringView("count"), count}};
}

Expected<RankingQuality> RankingQuality::fromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    RankingQuality quality;
    quality.ranking = reader.word<CustomerRanking>("id");
    quality.auc = takePart<MeasuredFigure>(reader, "auc", MeasuredFigure::fromJson);
    quality.lift = takePart<MeasuredFigure>(reader, "lift", MeasuredFigure::fromJson);
    return reader.finish(std::move(quality));
}

QJsonObject RankingQuality::toJson() const
{
    return {{QLatin1StringView("id"), textJson(ranking.wire())},
            {QLatin1StringView("auc"), partJson(auc)},
            {QLatin1StringView("lift"), partJson(lift)}};
}

Expected<QualityCheck> QualityCheck::fromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    QualityCheck check;
    check.question = reader.word<QualityQuestion>("id");
    check.value = reader.number("value");
    check.low = reader.number("low");
    check.high = reader.number("high");
    check.count = reader.smallInteger("count").value_or(0);
    check.rule = reader.word<TargetRule>("rule");
    check.target = reader.number("target").value_or(0);
    check.targetHigh = reader.number("target_high").value_or(0);
    check.verdict = reader.word<QualityVerdict>("verdict");
    return reader.finish(std::move(check));
}

QJsonObject QualityCheck::toJson() const
{
    return {{QLatin1StringView("id"), textJson(question.wire())},
            {QLatin1StringView("value"), numberJson(value)},
            {QLatin1StringView("low"), numberJson(low)},
            {QLatin1StringView("high"), numberJson(high)},
            {QLatin1StringView("count"), count},
            {QLatin1StringView("rule"), textJson(rule.wire())},
            {QLatin1StringView("target"), target},
            {QLatin1StringView("target_high"), targetHigh},
            {QLatin1StringView("verdict"), textJson(verdict.wire())}};
}

Expected<ClusterQualityReport> ClusterQualityReport::fromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    ClusterQualityReport report;
    report.notice = reader.text("notice");
    JsonReader replay(reader.object("replay"), reader.pointerTo("replay"));
    report.replayedEvents = replay.smallInteger("events").value_or(0);
    report.replayExtra = replay.rest();
    if (replay.problem())
        reader.fail(*replay.problem());
    report.rankings = reader.list<RankingQuality>("rankings", RankingQuality::fromJson);
    report.checks = reader.list<QualityCheck>("gates", QualityCheck::fromJson);
    report.extra = reader.rest();
    return reader.finish(std::move(report));
}

QJsonObject ClusterQualityReport::toJson() const
{
    QJsonObject replay = replayExtra;
    replay.insert(QLatin1StringView("events"), replayedEvents);
    QJsonObject json = extra;
    json.insert(QLatin1StringView("notice"), notice);
    json.insert(QLatin1StringView("replay"), replay);
    json.insert(QLatin1StringView("rankings"), listJson(rankings));
    json.insert(QLatin1StringView("gates"), listJson(checks));
    return json;
}

const QualityCheck *ClusterQualityReport::check(QualityQuestion question) const
{
    const auto found =
        std::ranges::find_if(checks, [&](const QualityCheck &one) { return one.question.is(question); });
    return found == checks.end() ? nullptr : &*found;
}

std::optional<MeasuredFigure> ClusterQualityReport::lift(CustomerRanking ranking) const
{
    const auto found =
        std::ranges::find_if(rankings, [&](const RankingQuality &one) { return one.ranking.is(ranking); });
    return found == rankings.end() ? std::nullopt : found->lift;
}

Expected<ClusterQualityState> ClusterQualityState::fromJson(const QJsonObject &json)
{
    JsonReader reader(json, {});
    ClusterQualityState state;
    state.run = reader.integer("tc_run_id").value_or(0);
    state.stage = reader.word<ClusterQualityStage>("state");
    state.phase = reader.text("phase");
    state.share = reader.number("progress").value_or(0);
    state.report = takePart<ClusterQualityReport>(reader, "report", ClusterQualityReport::fromJson);
    return reader.finish(std::move(state));
}

QJsonObject ClusterQualityState::toJson() const
{
    return {{QLatin1StringView("tc_run_id"), run},
            {QLatin1StringView("state"), textJson(stage.wire())},
            {QLatin1StringView("phase"), phase},
            {QLatin1StringView("progress"), share},
            {QLatin1StringView("report"), partJson(report)}};
}

} // namespace groundswell
