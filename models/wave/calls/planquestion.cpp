#include "models/wave/calls/planquestion.h"

namespace groundswell {

int PlanQuestion::days() const
{
    return start.isValid() && end >= start ? static_cast<int>(start.daysTo(end)) + 1 : 1;
}

PlanQuestion PlanQuestion::of(const SetupProcess &setup)
{
    return {setup.goal, setup.totalBudget, setup.startDate, setup.endDate, setup.clusters};
}

} // namespace groundswell
