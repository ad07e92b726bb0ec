#include "app/desktop/eventpage/clusterqualitytext.h"

#include "models/items/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

QString times(double value)
{
    return ClusterQualityText::tr("%1×", "multiple, for instance 3.3×").arg(format::decimal(value, 1));
}

QString withInterval(const QString &value, const QString &low, const QString &high)
{
    return ClusterQualityText::tr("%1 (%2 to %3)", "figure and its interval").arg(value, low, high);
}

QString figureText(const std::optional<MeasuredFigure> &figure, int digits)
{
    const auto text = [&](double value) { return format::decimal(value, digits); };
    return figure ? withInterval(text(figure->mean), text(figure->low), text(figure->high)) : u"—"_s;
}

const char *nameOf(CustomerRanking ranking)
{
    switch (ranking) {
    case CustomerRanking::Blend:
        return QT_TRANSLATE_NOOP("ClusterQualityText", "Groundswell's ranking");
    case CustomerRanking::Taste:
        return QT_TRANSLATE_NOOP("ClusterQualityText", "Taste alone");
    case CustomerRanking::Frequency:
        return QT_TRANSLATE_NOOP("ClusterQualityText", "Who bought most");
    case CustomerRanking::Recency:
        return QT_TRANSLATE_NOOP("ClusterQualityText", "Who bought last");
    case CustomerRanking::Metadata:
        return QT_TRANSLATE_NOOP("ClusterQualityText", "Who bought similar events");
    case CustomerRanking::Random:
        return QT_TRANSLATE_NOOP("ClusterQualityText", "Chance");
    case CustomerRanking::Cold:
        return QT_TRANSLATE_NOOP("ClusterQualityText", "Groundswell's, without the event's own sales");
    }
    return "";
}

const char *textOf(QualityQuestion question)
{
    switch (question) {
    case QualityQuestion::LiftOverFrequency:
        return QT_TRANSLATE_NOOP("ClusterQualityText",
                                 "Does the best tenth hold more buyers than with “who bought most”?");
    case QualityQuestion::AucOverFrequency:
        return QT_TRANSLATE_NOOP(
            "ClusterQualityText",
            "Are buyers ranked above the others more often than with “who bought most”?");
    case QualityQuestion::LiftRatio:
        return QT_TRANSLATE_NOOP("ClusterQualityText",
                                 "How many times as many buyers as with “who bought most”?");
    case QualityQuestion::ColdStart:
        return QT_TRANSLATE_NOOP("ClusterQualityText", "Does that hold for an event without sales, too?");
    case QualityQuestion::ColdStartRatio:
        return QT_TRANSLATE_NOOP("ClusterQualityText", "How many times as many buyers there?");
    case QualityQuestion::StabilityCustomers:
        return QT_TRANSLATE_NOOP("ClusterQualityText",
                                 "Do the clusters stay the same with four fifths of the customers?");
    case QualityQuestion::StabilitySeeds:
        return QT_TRANSLATE_NOOP("ClusterQualityText",
                                 "Do the clusters stay the same when they are computed anew?");
    case QualityQuestion::ClusterOrder:
        return QT_TRANSLATE_NOOP("ClusterQualityText", "Do clusters that are foretold to buy more do so?");
    case QualityQuestion::Calibration:
        return QT_TRANSLATE_NOOP("ClusterQualityText",
                                 "How far are foretold buying rates from the real ones?");
    case QualityQuestion::LabelLift:
        return QT_TRANSLATE_NOOP("ClusterQualityText",
                                 "How much more frequent in its cluster is what a label names?");
    case QualityQuestion::LabelsUnique:
        return QT_TRANSLATE_NOOP("ClusterQualityText", "Has every cluster a label of its own?");
    case QualityQuestion::ControlLift:
        return QT_TRANSLATE_NOOP("ClusterQualityText", "Do shuffled sales give as little as chance?");
    case QualityQuestion::ControlNotice:
        return QT_TRANSLATE_NOOP("ClusterQualityText",
                                 "Are shuffled sales said to have no clear groups of taste?");
    }
    return "";
}

QString rankingName(const OpenEnum<CustomerRanking> &ranking)
{
    const auto known = ranking.known();
    return known ? ClusterQualityText::tr(nameOf(*known)) : ranking.wire();
}

QString questionText(const OpenEnum<QualityQuestion> &question)
{
    const auto known = question.known();
    return known ? ClusterQualityText::tr(textOf(*known)) : question.wire();
}

bool isYesNo(const QualityCheck &check)
{
    return check.question.is(QualityQuestion::LabelsUnique)
        || check.question.is(QualityQuestion::ControlNotice);
}

QString figureOf(const QualityCheck &check, double figure)
{
    return check.question.is(QualityQuestion::Calibration) ? format::percent(figure)
                                                           : format::decimal(figure, 2);
}

QString valueText(const QualityCheck &check)
{
    if (!check.value)
        return u"—"_s;
    if (isYesNo(check))
        return *check.value >= 1 ? ClusterQualityText::tr("Yes") : ClusterQualityText::tr("No");
    return withInterval(figureOf(check, *check.value), figureOf(check, check.low.value_or(0)),
                        figureOf(check, check.high.value_or(0)));
}

QString targetText(const QualityCheck &check)
{
    if (isYesNo(check))
        return ClusterQualityText::tr("Yes");
    const QString text = figureOf(check, check.target);
    switch (check.rule.known().value_or(TargetRule::AtLeast)) {
    case TargetRule::Above:
        return ClusterQualityText::tr("surely above %1").arg(text);
    case TargetRule::AtMost:
        return ClusterQualityText::tr("at most %1").arg(text);
    case TargetRule::Between:
        return ClusterQualityText::tr("%1 to %2", "range").arg(text, format::decimal(check.targetHigh, 2));
    case TargetRule::AtLeast:
        break;
    }
    return ClusterQualityText::tr("at least %1").arg(text);
}

/// How sure the difference to "who bought most" is.
QString differenceText(const QualityCheck *check)
{
    switch (check ? check->verdict.known().value_or(QualityVerdict::TooFewData)
                  : QualityVerdict::TooFewData) {
    case QualityVerdict::Reached:
        return ClusterQualityText::tr("The difference is larger than chance would explain.");
    case QualityVerdict::NotReached:
        return ClusterQualityText::tr("The difference may be chance.");
    case QualityVerdict::TooFewData:
        break;
    }
    return ClusterQualityText::tr("There are too few past events to be sure of the difference.");
}

} // namespace

QString ClusterQualityText::headline(const ClusterQualityReport &report)
{
    QStringList sentences;
    const auto ours = report.lift(CustomerRanking::Blend);
    const auto theirs = report.lift(CustomerRanking::Frequency);
    if (!ours || !theirs) {
        sentences += tr("Too little was sold so far to judge the clusters by the past.");
    } else {
        sentences +=
            tr("The best tenth of the customers held %1 as many buyers as a tenth by chance; ranked by “who "
               "bought most” it would have been %2.")
                .arg(times(ours->mean), times(theirs->mean));
        sentences += differenceText(report.check(QualityQuestion::LiftOverFrequency));
    }
    if (report.notice == "no_clear_taste_groups"_L1)
        sentences += tr("Your sales show no clear groups of taste: don't rely on the clusters' names.");
    else if (report.notice == "few_sales"_L1)
        sentences += tr("There are few sales to learn from: take the clusters as a first hint.");
    return sentences.join(u' ');
}

QString ClusterQualityText::basis(const ClusterQualityReport &report)
{
    if (report.replayedEvents == 0)
        return {};
    return tr("Tried on your own past: %n event(s) were foretold from the sales before, and compared with "
              "who bought. "
              "Ranges hold with 95% certainty.",
              nullptr, report.replayedEvents);
}

std::vector<ClusterQualityText::Ranking> ClusterQualityText::rankings(const ClusterQualityReport &report)
{
    std::vector<Ranking> result;
    for (const RankingQuality &ranking : report.rankings) {
        const auto &lift = ranking.lift;
        if (!lift)
            continue;
        Ranking row;
        row.name = rankingName(ranking.ranking);
        row.bar = {row.name, lift->mean, times(lift->mean), lift->low, lift->high};
        row.lift = figureText(lift, 2);
        row.auc = figureText(ranking.auc, 3);
        result.push_back(std::move(row));
    }
    std::stable_sort(result.begin(), result.end(), [](const Ranking &a, const Ranking &b) {
        return a.bar.value.value_or(0) > b.bar.value.value_or(0);
    });
    return result;
}

std::vector<ClusterQualityText::Check> ClusterQualityText::checks(const ClusterQualityReport &report)
{
    std::vector<Check> result;
    for (const QualityCheck &measured : report.checks) {
        Check check{questionText(measured.question), valueText(measured), targetText(measured),
                    tr("Too few data"), Tone::Neutral};
        if (measured.verdict.is(QualityVerdict::Reached)) {
            check.verdict = tr("Reached");
            check.tone = Tone::Good;
        } else if (measured.verdict.is(QualityVerdict::NotReached)) {
            check.verdict = tr("Not reached");
            check.tone = Tone::Warn;
        }
        result.push_back(std::move(check));
    }
    return result;
}

QString ClusterQualityText::phase(const QString &phase)
{
    if (phase == "replay"_L1)
        return tr("Replaying past events…");
    if (phase == "stability"_L1)
        return tr("Trying the clusters with fewer customers…");
    if (phase == "control"_L1)
        return tr("Trying shuffled sales…");
    return tr("Preparing…");
}

} // namespace groundswell
