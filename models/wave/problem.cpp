#include "models/wave/problem.h"

#include "models/wave/json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace groundswell {

bool Problem::isTransient() const
{
    switch (kind) {
    case Kind::Offline:
    case Kind::Proxy:
    case Kind::Timeout:
    case Kind::RateLimited:
        return true;
    case Kind::ServerFault:
        return httpStatus != 501; // "not implemented" stays so
    default:
        return false;
    }
}

Problem Problem::protocol(QString jsonPointer, QString expected)
{
    Problem problem;
    problem.kind = Kind::Protocol;
    problem.detail =
        QStringLiteral("%1: expected %2")
            .arg(jsonPointer.isEmpty() ? QStringLiteral("(whole document)") : jsonPointer, expected);
    return problem;
}

Problem::Kind problemKindForStatus(int httpStatus)
{
    switch (httpStatus) {
    case 401:
        return Problem::Kind::Unauthorized;
    case 403:
        return Problem::Kind::Forbidden;
    case 404:
        return Problem::Kind::NotFound;
    case 407:
        return Problem::Kind::Proxy;
    case 408:
        return Problem::Kind::Timeout;
    case 409:
    case 412:
        return Problem::Kind::Conflict;
    case 410:
        return Problem::Kind::Gone;
    case 429:
        return Problem::Kind::RateLimited;
    default:
        break;
    }
    if (httpStatus >= 500 && httpStatus < 600)
        return Problem::Kind::ServerFault;
    if (httpStatus >= 400 && httpStatus < 500)
        return Problem::Kind::Rejected;
    return Problem::Kind::Protocol;
}

namespace {

// Errors about errors help nobody: whatever isn't in the expected shape is left out here.
QString textIn(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toString();
}

std::vector<FieldProblem> fieldProblems(const QJsonArray &entries)
{
    std::vector<FieldProblem> fields;
    for (const QJsonValue &entry : entries) {
        const QJsonObject object = entry.toObject();
        FieldProblem problem{textIn(object, QLatin1StringView("code")),
                             textIn(object, QLatin1StringView("field"))};
        if (entry.isString())
            problem.code = entry.toString();
        if (!problem.code.isEmpty() || !problem.field.isEmpty())
            fields.push_back(std::move(problem));
    }
    return fields;
}

} // namespace

Problem problemFromEnvelope(int httpStatus, const QByteArray &body, const QString &requestId)
{
    Problem problem;
    problem.kind = problemKindForStatus(httpStatus);
    problem.httpStatus = httpStatus;
    problem.requestId = requestId;

    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject()) {
        // The body may be a proxy's page or hold personal data; only its size goes into the log.
        problem.detail = QStringLiteral("an answer of %1 bytes without the error envelope").arg(body.size());
        return problem;
    }
    problem.body = document.object();
    problem.messageKey = textIn(problem.body, QLatin1StringView("message"));
    problem.fields = fieldProblems(problem.body.value(QLatin1StringView("validation_errors")).toArray());
    const QString code = textIn(problem.body, QLatin1StringView("error_code"));
    const QString subcode = textIn(problem.body, QLatin1StringView("error_subcode"));
    problem.detail = subcode.isEmpty() ? code : code + u'/' + subcode;
    // Some uploads answer 200 and yet list what they refused (wave-api 1.6).
    if (httpStatus >= 200 && httpStatus < 300 && !problem.fields.empty())
        problem.kind = Problem::Kind::Rejected;
    return problem;
}

} // namespace groundswell
