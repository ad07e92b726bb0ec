// How good is the ranking? For instants of the past: compute a run on the sales before, rank the customers
// known then, and look at who of those without a ticket bought each event afterwards. Frequency ("who bought
// most") is the rival to beat. Usage: bench_taste_replay WORKSPACE YYYY-MM-DD… [--min-buyers N]
// [--most-events N]
#include "app/service/store/salesstore.h"
#include "app/service/store/store.h"
#include "app/service/taste/eventclusters.h"
#include "app/service/taste/random.h"

#include <QCoreApplication>
#include <QDate>
#include <QTimeZone>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <numeric>

using namespace groundswell::service;

namespace {

struct Judged {
    double score = 0;
    bool bought = false;
};

struct Figures {
    double auc = 0, lift = 0;
};

/// Ties count by halves in both figures.
Figures judge(std::vector<Judged> rows)
{
    std::sort(rows.begin(), rows.end(), [](const Judged &a, const Judged &b) { return a.score > b.score; });
    const auto count = static_cast<double>(rows.size());
    const auto top = std::max(1.0, std::floor(count * 0.1));
    double buyers = 0, others = 0, area = 0, hits = 0;
    for (const Judged &row : rows)
        buyers += row.bought ? 1 : 0;
    for (std::size_t i = 0; i < rows.size();) {
        const auto start = static_cast<double>(i);
        double tied = 0, tiedBuyers = 0;
        const double score = rows[i].score;
        for (; i < rows.size() && rows[i].score == score; ++i) {
            tied += 1;
            tiedBuyers += rows[i].bought ? 1 : 0;
        }
        const double tiedOthers = tied - tiedBuyers;
        area += tiedBuyers * (count - buyers - others - 0.5 * tiedOthers);
        others += tiedOthers;
        hits += tiedBuyers * std::clamp((top - start) / tied, 0.0, 1.0);
    }
    return {area / (buyers * (count - buyers)), hits / top / (buyers / count)};
}

struct Event {
    std::uint32_t index = 0;
    std::vector<std::uint32_t> buyers; ///< known customers without a ticket who bought afterwards
};

std::vector<Event> eventsBoughtAfter(const Dataset &data, std::int64_t cut, std::size_t fewest,
                                     std::size_t most)
{
    std::map<std::uint32_t, std::vector<std::uint32_t>> buyers;
    for (std::uint32_t c = 0; c < data.customerIds.size(); ++c) {
        std::map<std::uint32_t, std::pair<bool, std::int64_t>> events;
        for (const Purchase &p : data.purchasesOf(c)) {
            auto &[before, after] = events[p.event];
            before = before || p.at < cut;
            after += p.at >= cut ? p.quantity : 0;
        }
        const bool known =
            std::any_of(events.begin(), events.end(), [](const auto &e) { return e.second.first; });
        for (const auto &[event, bought] : events) {
            if (known && !bought.first && bought.second > 0)
                buyers[event].push_back(c);
        }
    }
    std::vector<Event> result;
    for (auto &[event, people] : buyers) {
        if (people.size() >= fewest)
            result.push_back({event, std::move(people)});
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const Event &a, const Event &b) { return a.buyers.size() > b.buyers.size(); });
    result.resize(std::min(result.size(), most));
    return result;
}

/// 95 % interval of the mean over events, by resampling the events.
std::pair<double, double> interval(const std::vector<double> &values)
{
    Random random(11);
    std::vector<double> means;
    for (int draw = 0; draw < 1000; ++draw) {
        double sum = 0;
        for (std::size_t i = 0; i < values.size(); ++i)
            sum += values[random.below(static_cast<std::uint32_t>(values.size()))];
        means.push_back(sum / static_cast<double>(values.size()));
    }
    std::sort(means.begin(), means.end());
    return {means[25], means[974]};
}

double mean(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0)
        / static_cast<double>(std::max<std::size_t>(1, values.size()));
}

/// Expected calibration error over tenths of the ranked pairs.
double calibrationError(std::vector<Judged> pairs)
{
    std::sort(pairs.begin(), pairs.end(), [](const Judged &a, const Judged &b) { return a.score < b.score; });
    double error = 0;
    for (std::size_t tenth = 0; tenth < 10; ++tenth) {
        const std::size_t from = pairs.size() * tenth / 10, to = pairs.size() * (tenth + 1) / 10;
        double said = 0, bought = 0;
        for (std::size_t i = from; i < to; ++i) {
            said += pairs[i].score;
            bought += pairs[i].bought ? 1 : 0;
        }
        error += std::abs(said - bought) / static_cast<double>(std::max<std::size_t>(1, pairs.size()));
    }
    return error;
}

void replay(const Dataset &data, const QDate &day, std::size_t fewest, std::size_t most)
{
    const std::int64_t cut =
        day.startOfDay(QTimeZone(QByteArray::fromStdString(data.timeZone))).toSecsSinceEpoch();
    const auto start = std::chrono::steady_clock::now();
    const auto run = computeRun(data, {.asOf = cut});
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::vector<double> auc, lift, frequencyAuc, frequencyLift, ahead;
    std::vector<Judged> pairs;
    double expected = 0, actual = 0;
    for (const Event &event : eventsBoughtAfter(data, cut, fewest, most)) {
        std::vector<Judged> blend, frequency;
        for (const CustomerScore &score : scoresFor(data, **run, event.index).scores) {
            const bool bought = std::binary_search(event.buyers.begin(), event.buyers.end(), score.customer);
            std::map<std::uint32_t, std::int64_t> held;
            for (const Purchase &p : data.purchasesOf(score.customer))
                held[p.event] += p.at < cut ? p.quantity : 0;
            const auto events =
                std::count_if(held.begin(), held.end(), [](const auto &h) { return h.second > 0; });
            blend.push_back({static_cast<double>(score.affinity), bought});
            frequency.push_back({static_cast<double>(events), bought});
            pairs.push_back({static_cast<double>(score.probability), bought});
            expected += static_cast<double>(score.probability);
            actual += bought ? 1 : 0;
        }
        const Figures ours = judge(std::move(blend)), theirs = judge(std::move(frequency));
        auc.push_back(ours.auc);
        lift.push_back(ours.lift);
        frequencyAuc.push_back(theirs.auc);
        frequencyLift.push_back(theirs.lift);
        ahead.push_back(ours.lift - theirs.lift);
    }
    const auto [low, high] = ahead.empty() ? std::pair{0.0, 0.0} : interval(ahead);
    const RunQuality &quality = (*run)->quality();
    std::printf("%s: %zu events, run %.2f s, %d groups, stability %.2f, lift %.2f\n",
                day.toString(Qt::ISODate).toUtf8().constData(), auc.size(), seconds,
                static_cast<int>((*run)->groups().size()), quality.stability, quality.lift);
    std::printf("  blend     AUC %.3f  lift@10%% %.2f\n  frequency AUC %.3f  lift@10%% %.2f\n", mean(auc),
                mean(lift), mean(frequencyAuc), mean(frequencyLift));
    std::printf("  ahead by %.2f (95 %%: %.2f … %.2f), ratio %.2f; buyers expected %.0f, actual %.0f, "
                "calibration error %.4f\n",
                mean(ahead), low, high, mean(lift) / mean(frequencyLift), expected, actual,
                calibrationError(std::move(pairs)));
    for (const TasteGroup &group : (*run)->groups())
        std::printf("    %-40s %4zu events  [%s]\n", group.label.c_str(), group.eventIds.size(),
                    group.tc.c_str());
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    auto store = openStore(arguments.value(0));
    const auto data = store ? (*store)->sales().loadDataset() : tl::make_unexpected(store.error());
    if (!data || arguments.size() < 2) {
        std::fprintf(stderr,
                     "usage: bench_taste_replay WORKSPACE YYYY-MM-DD… [--min-buyers N] [--most-events N]\n");
        return 2;
    }
    const auto option = [&](const char *name, int fallback) {
        const auto at = arguments.indexOf(QLatin1StringView(name));
        return static_cast<std::size_t>(at < 0 ? fallback : arguments.value(at + 1).toInt());
    };
    for (const QString &argument : arguments.mid(1)) {
        if (const QDate day = QDate::fromString(argument, Qt::ISODate); day.isValid())
            replay(*data, day, option("--min-buyers", 3), option("--most-events", 400));
    }
    return 0;
}
