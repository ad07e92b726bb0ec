#include "app/service/taste/run/tasterunmodel.h"

#include "app/service/taste/features/volume.h"

#include <algorithm>
#include <limits>

namespace groundswell::service {

namespace {

/// The run's slots by another dataset's indexes; an event that is gone keeps its slot but has no
/// index.
EventSlots translatedSlots(const TasteRunModel &state, const Dataset &dataset)
{
    EventSlots slots;
    slots.slotOf.assign(dataset.events.size(), -1);
    slots.eventOf.assign(state.slotIds.size(), std::numeric_limits<std::uint32_t>::max());
    for (std::size_t s = 0; s < state.slotIds.size(); ++s) {
        const auto it =
            std::lower_bound(dataset.events.begin(), dataset.events.end(), state.slotIds[s],
                             [](const EventFacts &e, const std::string &id) { return e.id < id; });
        if (it == dataset.events.end() || it->id != state.slotIds[s])
            continue;
        const auto event = static_cast<std::uint32_t>(it - dataset.events.begin());
        slots.eventOf[s] = event;
        slots.slotOf[event] = static_cast<std::int32_t>(s);
    }
    return slots;
}

} // namespace

TasteRunView::TasteRunView(const Dataset &dataset, const TasteRun &run)
    : m_state(run.state())
{
    if (dataset.snapshotId == m_state.snapshotId && dataset.events.size() == m_state.metadata.events())
        return;
    auto cut = std::make_unique<CutModel>();
    cut->interactions =
        collectInteractions(dataset, m_state.parameters.asOf, m_state.parameters.eventsPerCustomer);
    cut->slots = translatedSlots(m_state, dataset);
    cut->support = m_state.cut.support;
    cut->habits = habitsOf(cut->interactions);
    cut->ease = m_state.cut.ease;
    m_recent = recentBuyers(cut->interactions, m_state.blend.windowDays);
    m_cut = std::move(cut);
    m_metadata = std::make_unique<Metadata>(dataset);
}

} // namespace groundswell::service
