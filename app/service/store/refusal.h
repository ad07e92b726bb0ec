#pragma once

#include "models/wave/problem.h"

namespace groundswell::service {

/// A problem with the status and key of the HTTP answer that it becomes. All parts of the service refuse with
/// it.
[[nodiscard]] inline Problem refusal(int status, const QString &messageKey,
                                     std::vector<FieldProblem> fields = {})
{
    Problem problem;
    problem.kind = problemKindForStatus(status);
    problem.httpStatus = status;
    problem.messageKey = messageKey;
    problem.fields = std::move(fields);
    return problem;
}
/// The service is ending: requests that wait for a run, or work for long, are answered with this.
[[nodiscard]] inline Problem stopped()
{
    return refusal(503, QStringLiteral("error.service.stopping"));
}
/// A request that is wrong because of one field.
[[nodiscard]] inline Problem invalidField(const QString &code, const QString &field)
{
    return refusal(400, QStringLiteral("error.request.invalid"), {{code, field}});
}

} // namespace groundswell::service
