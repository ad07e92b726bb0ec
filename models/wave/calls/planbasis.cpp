#include "models/wave/calls/planbasis.h"

#include "models/wave/cluster.h"
#include "models/wave/json.h"

namespace groundswell {

LimitsExplanation LimitsExplanation::of(const BudgetLimits &limits)
{
    const auto currency = [](const std::optional<Money> &limit) {
        return limit ? limit->currency : QString();
    };
    JsonReader reader(limits.explanation, {});
    LimitsExplanation why;
    why.floorPerDay = reader.money("floor_per_day", currency(limits.lower));
    why.days = reader.smallInteger("days").value_or(0);
    why.clusters = reader.smallInteger("clusters").value_or(0);
    why.upperReason = reader.word<UpperLimitReason>("upper_reason");
    why.freeSeats = reader.smallInteger("free_seats");
    why.ticketPrice = reader.money("ticket_price", currency(limits.upper));
    why.spendShare = reader.number("spend_share");
    why.audience = reader.integer("audience").value_or(0);
    return why;
}

EstimateSample EstimateSample::of(const EstimateBasis &basis)
{
    JsonReader reader(basis.sample, {});
    EstimateSample sample;
    sample.events = reader.smallInteger("events").value_or(0);
    sample.buyers = reader.integer("buyers").value_or(0);
    sample.people = reader.integer("people").value_or(0);
    sample.promised = reader.number("promised").value_or(0);
    sample.isOfAllEvents = reader.boolean("all_events");
    return sample;
}

} // namespace groundswell
