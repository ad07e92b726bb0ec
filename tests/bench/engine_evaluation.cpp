#include "tests/bench/engine.h"

#include "app/service/evaluation/purchasecounts.h"
#include "app/service/store/store.h"

#include <QDir>
#include <QFile>

#include <cstdio>
#include <cstdlib>

namespace groundswell::bench {

using namespace service;

namespace {

constexpr std::size_t clusterCount = 3;
constexpr std::size_t clusterSize = 50'000;
constexpr std::size_t packageEvents = 5;
constexpr std::int64_t windowSeconds = 30 * 86'400;
constexpr int warmRounds = 20; ///< one round is too short to time

struct Question {
    std::vector<std::vector<std::uint32_t>> clusters;
    std::vector<std::uint32_t> events;
    AttributionWindow window;
};

/// Members spread over all customers, so that no engine profits from neighbours; the last whole month that
/// was sold in, and its events with most sales.
Question questionFor(const Dataset &data)
{
    Question question;
    const std::size_t customers = data.customers.size();
    const std::size_t size = std::min(clusterSize, customers / clusterCount);
    const std::size_t stride = std::max<std::size_t>(1, customers / (size * clusterCount));
    question.clusters.resize(clusterCount);
    for (std::size_t i = 0; i < size * clusterCount; ++i)
        question.clusters[i % clusterCount].push_back(static_cast<std::uint32_t>(i * stride));
    std::int64_t last = 0;
    for (const Purchase &purchase : data.purchases)
        last = std::max(last, purchase.at);
    question.window = {last - windowSeconds, last};
    std::vector<std::int64_t> sold(data.events.size(), 0);
    for (const Purchase &purchase : data.purchases) {
        if (purchase.at >= question.window.from)
            sold[purchase.event] += purchase.quantity;
    }
    for (std::uint32_t event = 0; event < data.events.size(); ++event)
        question.events.push_back(event);
    std::stable_sort(question.events.begin(), question.events.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return sold[a] > sold[b]; });
    question.events.resize(std::min(question.events.size(), packageEvents));
    return question;
}

void write(const QString &folder, const char *name, const std::string &text)
{
    QFile file(QDir(folder).filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0) {
        std::fprintf(stderr, "bench_engine: %s can't be written\n", qPrintable(file.fileName()));
        std::exit(1);
    }
}

/// The same question for the rivals, in the ids of the CSV files.
void writeQuestion(const Dataset &data, const Question &question, const QString &folder)
{
    std::string members = "customer_id,cluster\n";
    for (std::size_t cluster = 0; cluster < question.clusters.size(); ++cluster) {
        for (const std::uint32_t member : question.clusters[cluster])
            members += data.customerIds[member] + ',' + std::to_string(cluster) + '\n';
    }
    write(folder, "members.csv", members);
    std::string events = "event_id\n";
    std::string series = "event_id\n";
    for (std::uint32_t event = 0; event < data.events.size(); ++event) {
        bool isOne = false;
        bool isOfSeries = false;
        for (const std::uint32_t wanted : question.events) {
            const std::string &name = data.events[wanted].series;
            isOne = isOne || wanted == event;
            isOfSeries = isOfSeries || (!name.empty() && name == data.events[event].series);
        }
        if (isOne)
            events += data.events[event].id + '\n';
        if (isOne || isOfSeries)
            series += data.events[event].id + '\n';
    }
    write(folder, "package_events.csv", events);
    write(folder, "series_events.csv", series);
    const auto iso = [](std::int64_t at) {
        return QDateTime::fromSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate).toStdString();
    };
    write(folder, "window.txt",
          std::to_string(question.window.from) + ' ' + std::to_string(question.window.to) + ' '
              + iso(question.window.from) + ' ' + iso(question.window.to) + '\n');
}

std::string lineOf(const PurchaseCounts &counts)
{
    return std::to_string(counts.customers) + '|' + std::to_string(counts.items) + '|'
        + std::to_string(counts.purchases) + '|' + std::to_string(counts.revenueMinor) + '\n';
}

} // namespace

void measureEvaluation(const Setting &setting)
{
    const auto store = openedStore(setting.workspace);
    const Dataset data = loadedDataset(*store);
    const Question question = questionFor(data);
    writeQuestion(data, question, setting.out);
    constexpr std::array models{PackageAttributionModel::AllPurchases,
                                PackageAttributionModel::EventsFromPackage,
                                PackageAttributionModel::EventSeries};
    std::string counts;
    for (const PackageAttributionModel model : models) {
        const PackageCounts found =
            countPurchases(data, question.clusters, model, question.events, question.window);
        for (const PurchaseCounts &cluster : found.clusters)
            counts += lineOf(cluster);
        counts += lineOf(found.unique);
    }
    write(setting.out, "evaluation.groundswell", counts);
    for (int pass = 0; pass < setting.passes; ++pass) {
        const double seconds = secondsOf([&] {
            for (int round = 0; round < warmRounds; ++round) {
                for (const PackageAttributionModel model : models)
                    (void)countPurchases(data, question.clusters, model, question.events, question.window);
            }
        });
        report("evaluation", us, seconds / warmRounds);
    }
}

} // namespace groundswell::bench
