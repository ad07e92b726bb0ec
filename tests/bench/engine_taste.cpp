#include "tests/bench/engine.h"

#include "app/service/store/store.h"
#include "app/service/taste/clusters/eventclusters.h"

namespace groundswell::bench {

using namespace service;

namespace {
constexpr std::uint32_t nextEvents = 5;
}

void measureTaste(const Setting &setting)
{
    const auto store = openedStore(setting.workspace);
    Dataset data;
    for (int pass = 0; pass < setting.passes; ++pass) {
        data = {};
        report("load", us, secondsOf([&] { data = loadedDataset(*store); }));
    }
    std::shared_ptr<const TasteRun> run;
    for (int pass = 0; pass < setting.passes; ++pass) {
        run.reset();
        report("run", us, secondsOf([&] { run = computeTasteRun(data).value(); }));
    }
    // The events whose tickets are sold last are those that somebody plans for.
    std::vector<std::uint32_t> upcoming;
    for (std::uint32_t event = 0; event < data.events.size(); ++event)
        upcoming.push_back(event);
    std::sort(upcoming.begin(), upcoming.end(), [&](std::uint32_t a, std::uint32_t b) {
        return data.events[a].startUtc > data.events[b].startUtc;
    });
    for (std::uint32_t event = 0; event < nextEvents && event < upcoming.size(); ++event)
        report("next", us, secondsOf([&] { (void)clustersFor(data, *run, upcoming[event]); }));
}

} // namespace groundswell::bench
