#include "app/cli/command_evaluatetaste.h"

#include "app/cli/commandline.h"
#include "app/cli/commands.h"
#include "app/cli/workspaceaccess.h"
#include "app/service/store/salesstore.h"
#include "app/service/taste/quality/clusterquality.h"
#include "app/service/usecases/taste/clusterqualityjson.h"

#include <QDateTime>
#include <QTimeZone>

#include <map>

namespace groundswell::cli {

namespace {

using service::ClusterQuality;
using service::Gate;
using service::IntervalEstimate;

constexpr const char *description =
    "Says how good the taste clusters are, by replaying the past: at up to four instants of it, a run is "
    "computed on the sales strictly before, the customers known then are ranked for every event that was "
    "still to be sold, and those who bought it afterwards are looked for among the best. An event counts "
    "once, "
    "as the mean over these instants, and needs three such buyers.\n\n"
    "AUC is the chance that a buyer is ranked above another customer (0.5 = guessing); lift is how many "
    "times "
    "more buyers are in the best tenth than in a tenth by chance. Intervals hold with 95 % and come from "
    "drawing the events anew 2,000 times. \"cold\" hides an event's own sales. Nothing is stored; the same "
    "data "
    "and seed give the same figures. Reached or not, the exit code is 0.";

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QString number(double value, int digits = 2)
{
    return QString::number(value, 'f', digits);
}

QString interval(const IntervalEstimate &estimate, int digits = 2)
{
    return estimate.count == 0 ? QStringLiteral("—")
                               : QStringLiteral("%1 (%2 to %3)")
                                     .arg(number(estimate.mean, digits), number(estimate.low, digits),
                                          number(estimate.high, digits));
}

/// What a gate asks, in plain words.
QString question(const std::string &id)
{
    static const std::map<std::string, const char *> questions{
        {"lift_over_frequency", "Buyers in the best tenth, ahead of \"who bought most\" (lift)"},
        {"auc_over_frequency", "Buyers ranked above others, ahead of \"who bought most\" (AUC)"},
        {"lift_ratio", "The same lift as a multiple of \"who bought most\""},
        {"cold_start", "New event without sales, ahead of \"who bought most\" (lift)"},
        {"cold_start_ratio", "The same as a multiple"},
        {"stability_customers", "Clusters come back with 80 % of the customers (Rand index)"},
        {"stability_seeds", "Clusters come back from another start (Rand index)"},
        {"cluster_order", "Clusters foretold to buy more do (rank correlation)"},
        {"calibration", "Foretold and actual buying rates differ by"},
        {"label_lift", "A label's first word is so many times more frequent in its cluster"},
        {"labels_unique", "No two clusters share a label"},
        {"control_lift", "Shuffled sales give a lift near 1"},
        {"control_notice", "Shuffled sales are called \"no clear taste groups\""},
    };
    const auto found = questions.find(id);
    return found == questions.end() ? text(id) : QString::fromUtf8(found->second);
}

QString target(const Gate &gate)
{
    const QString value = QString::number(gate.target);
    if (gate.rule == "above")
        return QStringLiteral("interval above %1").arg(value);
    if (gate.rule == "at_most")
        return QStringLiteral("at most %1").arg(value);
    if (gate.rule == "between")
        return QStringLiteral("%1 to %2").arg(value, QString::number(gate.targetHigh));
    return QStringLiteral("at least %1").arg(value);
}

QString verdict(const Gate &gate)
{
    switch (gate.verdict) {
    case service::Verdict::Reached:
        return QStringLiteral("reached");
    case service::Verdict::NotReached:
        return QStringLiteral("NOT REACHED");
    case service::Verdict::TooFewData:
        break;
    }
    return QStringLiteral("too few data");
}

void printGates(const ClusterQuality &evaluation)
{
    for (const Gate &gate : evaluation.gates) {
        const int digits = gate.id == "calibration" ? 4 : 2;
        const QString value = gate.count == 0
            ? QStringLiteral("—")
            : interval({gate.count, gate.value, gate.low, gate.high}, digits);
        printLine(QStringLiteral("  %1  %2: %3, target %4")
                      .arg(verdict(gate), -12)
                      .arg(question(gate.id), value, target(gate)));
    }
}

void printReplay(const ClusterQuality &evaluation)
{
    QStringList cuts;
    for (const std::int64_t cut : evaluation.cuts)
        cuts << QDateTime::fromSecsSinceEpoch(cut, QTimeZone::utc()).date().toString(Qt::ISODate);
    printLine(QStringLiteral("Replayed %1 events (%2 of them before their sale) and %3 purchases, from %4.")
                  .arg(evaluation.events)
                  .arg(evaluation.eventsBeforeSale)
                  .arg(evaluation.purchases)
                  .arg(cuts.isEmpty() ? QStringLiteral("no date: too few sales")
                                      : cuts.join(QStringLiteral(", "))));
    if (evaluation.events == 0)
        return;
    printLine(QStringLiteral("\n%1 %2 %3")
                  .arg(QStringLiteral("ranking"), -10)
                  .arg(QStringLiteral("AUC"), -24)
                  .arg(QStringLiteral("lift of the best tenth")));
    for (const service::RankingJudged &ranking : evaluation.rankings)
        printLine(QStringLiteral("%1 %2 %3")
                      .arg(text(ranking.id), -10)
                      .arg(interval(ranking.auc, 3), -24)
                      .arg(interval(ranking.lift)));
    const auto ahead = [](const char *what, const service::RankingCompared &compared) {
        if (compared.liftAhead.count > 0)
            printLine(QStringLiteral("%1: AUC %2, lift %3, ratio %4, over %5 events")
                          .arg(QString::fromUtf8(what), interval(compared.aucAhead, 3),
                               interval(compared.liftAhead), interval(compared.liftRatio))
                          .arg(compared.liftAhead.count));
    };
    printLine(QString());
    ahead("blend − frequency", evaluation.blendOverFrequency);
    ahead("  before the sale", evaluation.beforeSaleOverFrequency);
    ahead("cold − frequency", evaluation.coldOverFrequency);
    printLine(QStringLiteral("Foretold %1 purchases, %2 were made.")
                  .arg(number(evaluation.expectedPurchases, 0), number(evaluation.actualPurchases, 0)));
}

void print(const ClusterQuality &evaluation)
{
    printReplay(evaluation);
    printLine(QStringLiteral("\n%1 clusters:").arg(evaluation.groups));
    for (const service::LabelJudged &label : evaluation.labels)
        printLine(QStringLiteral("  %1: %2, most bought: %3")
                      .arg(text(label.label),
                           label.lift > 0
                               ? QStringLiteral("%1 × \"%2\"").arg(number(label.lift, 1), text(label.term))
                               : QStringLiteral("no common term"),
                           text(label.because)));
    if (evaluation.notice == "no_clear_taste_groups")
        printLine(QStringLiteral("These sales show no clear taste groups."));
    if (evaluation.notice == "few_sales")
        printLine(QStringLiteral("There are few sales to learn from."));
    printLine(QStringLiteral("\nGates (interval of 95 %):"));
    printGates(evaluation);
}

} // namespace

int runEvaluateTaste(const QStringList &arguments, const TimeSource &)
{
    CommandLine line(QString::fromUtf8(description));
    line.addRequired(QStringLiteral("workspace"), QStringLiteral("FILE"),
                     QStringLiteral("The workspace file."));
    const service::ClusterQualityOptions usual;
    line.addOption(QStringLiteral("seed"), QStringLiteral("N"),
                   QStringLiteral("Seed of the engine and of all draws."), QString::number(usual.seed));
    line.addOption(QStringLiteral("events"), QStringLiteral("N"),
                   QStringLiteral("Replay at most so many events at each instant, a seeded choice of them."),
                   QString::number(usual.eventsPerCut));
    line.addOption(QStringLiteral("cuts"), QStringLiteral("N"),
                   QStringLiteral("Train at so many instants of the past."), QString::number(usual.cuts));
    if (const auto code = line.parse(arguments))
        return *code;
    const auto seed = line.number(QStringLiteral("seed"), 0);
    const auto events = line.number(QStringLiteral("events"), 1);
    const auto cuts = line.number(QStringLiteral("cuts"), 1);
    if (!seed || !events || !cuts)
        return WrongUsage;

    const auto store = openWorkspace(line.value(QStringLiteral("workspace")));
    if (!store)
        return Refused;
    const auto data = store->sales().loadDataset();
    if (!data) {
        printError(describe(data.error()));
        return Refused;
    }
    service::ClusterQualityOptions options;
    options.seed = static_cast<std::uint64_t>(*seed);
    options.eventsPerCut = static_cast<int>(std::min<qint64>(*events, 100'000));
    options.cuts = static_cast<int>(std::min<qint64>(*cuts, 100));
    const auto evaluation = service::measureClusterQuality(*data, options);
    if (!evaluation) {
        printError(describe(evaluation.error()));
        return Refused;
    }
    if (line.wantsJson())
        printJson(service::toJson(*evaluation));
    else
        print(*evaluation);
    return Done;
}

} // namespace groundswell::cli
