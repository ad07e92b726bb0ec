#pragma once

#include "models/wave/problem.h"

namespace groundswell::service {

/// A problem with the status and key of the HTTP answer it becomes: what the parts of the service refuse
/// with.
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
/// The service ends: what waits for a run, or works for long, is answered with this.
[[nodiscard]] inline Problem stopped()
{
    return refusal(503, QStringLiteral("error.service.stopping"));
}
/// A request that one field makes wrong.
[[nodiscard]] inline Problem invalidField(const QString &code, const QString &field)
{
    return refusal(400, QStringLiteral("error.request.invalid"), {{code, field}});
}

} // namespace groundswell::service
