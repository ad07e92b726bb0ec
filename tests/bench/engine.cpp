// The parts of the service by themselves, without start-up, network and disk of what comes before them.
// Usage: bench_engine parse|taste|evaluation|export|hash WORKSPACE SAMPLE OUT [PASSES]
#include "tests/bench/engine.h"

#include "app/service/store/salesstore.h"
#include "app/service/store/store.h"

#include <cstdio>
#include <cstdlib>
#include <map>

namespace groundswell::bench {

namespace {

[[noreturn]] void giveUp(const QString &reason)
{
    std::fprintf(stderr, "bench_engine: %s\n", qPrintable(reason));
    std::exit(1);
}

} // namespace

double secondsOf(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void report(const char *subject, const char *who, double value)
{
    std::printf("%s\t%s\t%.5f\n", subject, who, value);
    std::fflush(stdout);
}

std::unique_ptr<service::Store> openedStore(const QString &workspace)
{
    auto store = service::openStore(workspace);
    if (!store)
        giveUp(store.error().messageKey + QStringLiteral(" ") + store.error().detail);
    return std::move(*store);
}

service::Dataset loadedDataset(service::Store &store)
{
    auto data = store.sales().loadDataset();
    if (!data)
        giveUp(data.error().messageKey);
    return std::move(*data);
}

} // namespace groundswell::bench

int main(int argc, char **argv)
{
    using namespace groundswell::bench;
    const std::map<std::string, void (*)(const Setting &)> measurements{{"parse", measureParsing},
                                                                        {"taste", measureTaste},
                                                                        {"evaluation", measureEvaluation},
                                                                        {"export", measureExport},
                                                                        {"hash", measureHashing}};
    const auto chosen = argc > 4 ? measurements.find(argv[1]) : measurements.end();
    if (chosen == measurements.end()) {
        std::fputs("usage: bench_engine parse|taste|evaluation|export|hash WORKSPACE SAMPLE OUT [PASSES]\n",
                   stderr);
        return 2;
    }
    Setting setting{QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]),
                    QString::fromLocal8Bit(argv[4])};
    if (argc > 5)
        setting.passes = std::max(1, std::atoi(argv[5]));
    chosen->second(setting);
    return 0;
}
