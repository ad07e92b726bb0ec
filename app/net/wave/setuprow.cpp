#include "app/net/wave/setuprow.h"

#include "models/wave/absentmembers.h"

namespace groundswell {

SetupRow completedBy(const SetupProcess &known, const SetupRow &answer)
{
    if (answer.partial.isEmpty())
        return answer;
    const auto &amount = answer.row.totalBudget ? answer.row.totalBudget : known.totalBudget;
    auto row = SetupProcess::fromJson(withAbsentMembers(answer.partial, known.toJson()),
                                      amount ? amount->currency : QString());
    if (!row)
        return answer;
    return {std::move(*row), answer.etag, {}, answer.bytes};
}

} // namespace groundswell
