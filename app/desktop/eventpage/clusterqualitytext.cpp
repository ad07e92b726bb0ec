#include "app/desktop/eventpage/clusterqualitytext.h"

#include "models/items/format.h"

#include <QHash>
#include <QJsonArray>

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

QString estimateText(const QJsonValue &estimate, int digits)
{
    if (!estimate.isObject())
        return u"—"_s;
    const auto part = [&](QLatin1StringView name) {
        return format::decimal(estimate[name].toDouble(), digits);
    };
    return withInterval(part("mean"_L1), part("low"_L1), part("high"_L1));
}

QString rankingName(const QString &id)
{
    static const QHash<QString, const char *> names{
        {u"blend"_s, QT_TRANSLATE_NOOP("ClusterQualityText", "Groundswell's ranking")},
        {u"taste"_s, QT_TRANSLATE_NOOP("ClusterQualityText", "Taste alone")},
        {u"frequency"_s, QT_TRANSLATE_NOOP("ClusterQualityText", "Who bought most")},
        {u"recency"_s, QT_TRANSLATE_NOOP("ClusterQualityText", "Who bought last")},
        {u"metadata"_s, QT_TRANSLATE_NOOP("ClusterQualityText", "Who bought similar events")},
        {u"random"_s, QT_TRANSLATE_NOOP("ClusterQualityText", "Chance")},
        {u"cold"_s, QT_TRANSLATE_NOOP("ClusterQualityText", "Groundswell's, without the event's own sales")},
    };
    const char *name = names.value(id);
    return name ? ClusterQualityText::tr(name) : id;
}

QString questionText(const QString &id)
{
    static const QHash<QString, const char *> questions{
        {u"lift_over_frequency"_s,
         QT_TRANSLATE_NOOP("ClusterQualityText",
                           "Does the best tenth hold more buyers than with “who bought most”?")},
        {u"auc_over_frequency"_s,
         QT_TRANSLATE_NOOP("ClusterQualityText",
                           "Are buyers ranked above the others more often than with “who bought most”?")},
        {u"lift_ratio"_s,
         QT_TRANSLATE_NOOP("ClusterQualityText", "How many times as many buyers as with “who bought most”?")},
        {u"cold_start"_s,
         QT_TRANSLATE_NOOP("ClusterQualityText", "Does that hold for an event without sales, too?")},
        {u"cold_start_ratio"_s,
         QT_TRANSLATE_NOOP("ClusterQualityText", "How many times as many buyers there?")},
        {u"stability_customers"_s,
         QT_TRANSLATE_NOOP("ClusterQualityText",
                           "Do the clusters stay the same with four fifths of the customers?")},
        {u"stability_seeds"_s,
         QT_TRANSLATE_NOOP("ClusterQualityText",
                           "Do the clusters stay the same when they are computed anew?")},
        {u"cluster_order"_s,
         QT_TRANSLATE_NOOP("ClusterQualityText", "Do clusters that are foretold to buy more do so?")},
        {u"calibration"_s,
         QT_TRANSLATE_NOOP("ClusterQualityText", "How far are foretold buying rates from the real ones?")},
        {u"label_lift"_s,
         QT_TRANSLATE_NOOP("ClusterQualityText",
                           "How much more frequent in its cluster is what a label names?")},
        {u"labels_unique"_s,
         QT_TRANSLATE_NOOP("ClusterQualityText", "Has every cluster a label of its own?")},
        {u"control_lift"_s,
         QT_TRANSLATE_NOOP("ClusterQualityText", "Do shuffled sales give as little as chance?")},
        {u"control_notice"_s,
         QT_TRANSLATE_NOOP("ClusterQualityText",
                           "Are shuffled sales said to have no clear groups of taste?")},
    };
    const char *question = questions.value(id);
    return question ? ClusterQualityText::tr(question) : id;
}

bool isYesNo(const QString &id)
{
    return id == "labels_unique"_L1 || id == "control_notice"_L1;
}

QString valueText(const QJsonObject &gate)
{
    if (!gate.value("value"_L1).isDouble())
        return u"—"_s;
    const QString id = gate.value("id"_L1).toString();
    const double value = gate.value("value"_L1).toDouble();
    if (isYesNo(id))
        return value >= 1 ? ClusterQualityText::tr("Yes") : ClusterQualityText::tr("No");
    const auto text = [&](double figure) {
        return id == "calibration"_L1 ? format::percent(figure) : format::decimal(figure, 2);
    };
    return withInterval(text(value), text(gate.value("low"_L1).toDouble()),
                        text(gate.value("high"_L1).toDouble()));
}

QString targetText(const QJsonObject &gate)
{
    const QString id = gate.value("id"_L1).toString();
    const QString rule = gate.value("rule"_L1).toString();
    if (isYesNo(id))
        return ClusterQualityText::tr("Yes");
    const double target = gate.value("target"_L1).toDouble();
    const QString text = id == "calibration"_L1 ? format::percent(target) : format::decimal(target, 2);
    if (rule == "above"_L1)
        return ClusterQualityText::tr("surely above %1").arg(text);
    if (rule == "at_most"_L1)
        return ClusterQualityText::tr("at most %1").arg(text);
    if (rule == "between"_L1)
        return ClusterQualityText::tr("%1 to %2", "range")
            .arg(text, format::decimal(gate.value("target_high"_L1).toDouble(), 2));
    return ClusterQualityText::tr("at least %1").arg(text);
}

QJsonValue gateOf(const QJsonObject &report, QLatin1StringView id)
{
    for (const QJsonValue gate : report.value("gates"_L1).toArray()) {
        if (gate["id"_L1].toString() == id)
            return gate;
    }
    return {};
}

QJsonValue liftOf(const QJsonObject &report, QLatin1StringView id)
{
    for (const QJsonValue ranking : report.value("rankings"_L1).toArray()) {
        if (ranking["id"_L1].toString() == id)
            return ranking["lift"_L1];
    }
    return {};
}

} // namespace

QString ClusterQualityText::headline(const QJsonObject &report)
{
    const QString notice = report.value("notice"_L1).toString();
    QStringList sentences;
    const QJsonValue ours = liftOf(report, "blend"_L1), theirs = liftOf(report, "frequency"_L1);
    const QString verdict = gateOf(report, "lift_over_frequency"_L1)["verdict"_L1].toString();
    if (!ours.isObject() || !theirs.isObject()) {
        sentences += tr("Too little was sold so far to judge the clusters by the past.");
    } else {
        sentences +=
            tr("The best tenth of the customers held %1 as many buyers as a tenth by chance; ranked by “who "
               "bought most” it would have been %2.")
                .arg(times(ours["mean"_L1].toDouble()), times(theirs["mean"_L1].toDouble()));
        if (verdict == "reached"_L1)
            sentences += tr("The difference is larger than chance would explain.");
        else if (verdict == "not_reached"_L1)
            sentences += tr("The difference may be chance.");
        else
            sentences += tr("There are too few past events to be sure of the difference.");
    }
    if (notice == "no_clear_taste_groups"_L1)
        sentences += tr("Your sales show no clear groups of taste: don't rely on the clusters' names.");
    else if (notice == "few_sales"_L1)
        sentences += tr("There are few sales to learn from: take the clusters as a first hint.");
    return sentences.join(u' ');
}

QString ClusterQualityText::basis(const QJsonObject &report)
{
    const QJsonValue replay = report.value("replay"_L1);
    if (replay["events"_L1].toInt() == 0)
        return {};
    return tr("Tried on your own past: %n event(s) were foretold from the sales before, and compared with "
              "who bought. "
              "Ranges hold with 95% certainty.",
              nullptr, replay["events"_L1].toInt());
}

std::vector<ClusterQualityText::Ranking> ClusterQualityText::rankings(const QJsonObject &report)
{
    std::vector<Ranking> result;
    for (const QJsonValue ranking : report.value("rankings"_L1).toArray()) {
        const QJsonValue lift = ranking["lift"_L1];
        if (!lift.isObject())
            continue;
        Ranking row;
        row.name = rankingName(ranking["id"_L1].toString());
        const double mean = lift["mean"_L1].toDouble();
        row.bar = {row.name, mean, times(mean), lift["low"_L1].toDouble(), lift["high"_L1].toDouble()};
        row.lift = estimateText(lift, 2);
        row.auc = estimateText(ranking["auc"_L1], 3);
        result.push_back(std::move(row));
    }
    std::stable_sort(result.begin(), result.end(), [](const Ranking &a, const Ranking &b) {
        return a.bar.value.value_or(0) > b.bar.value.value_or(0);
    });
    return result;
}

std::vector<ClusterQualityText::Check> ClusterQualityText::checks(const QJsonObject &report)
{
    std::vector<Check> result;
    for (const QJsonValue value : report.value("gates"_L1).toArray()) {
        const QJsonObject gate = value.toObject();
        Check check{questionText(gate.value("id"_L1).toString()), valueText(gate), targetText(gate),
                    tr("Too few data"), Tone::Neutral};
        const QString verdict = gate.value("verdict"_L1).toString();
        if (verdict == "reached"_L1) {
            check.verdict = tr("Reached");
            check.tone = Tone::Good;
        } else if (verdict == "not_reached"_L1) {
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
