#include "app/service/http/server/reply.h"

#include "app/service/store/jsontext.h"
#include "app/service/usecases/forms/bodyform.h"

#include <QJsonDocument>

namespace groundswell::service {

namespace {

Response documentReply(const QJsonDocument &document, int status)
{
    Response response;
    response.status = status;
    response.contentType = "application/json; charset=utf-8";
    response.body = keepingMarks(document.toJson(QJsonDocument::Compact)).toStdString();
    return response;
}

int statusOf(const Problem &problem)
{
    if (problem.httpStatus >= 400)
        return problem.httpStatus;
    switch (problem.kind) {
    case Problem::Kind::Unauthorized:
        return 401;
    case Problem::Kind::Forbidden:
        return 403;
    case Problem::Kind::NotFound:
        return 404;
    case Problem::Kind::Conflict:
        return 409;
    case Problem::Kind::Gone:
        return 410;
    case Problem::Kind::Rejected:
    case Problem::Kind::Protocol:
        return 400;
    case Problem::Kind::RateLimited:
        return 429;
    case Problem::Kind::Timeout:
        return 504;
    default:
        return 500;
    }
}

} // namespace

Response jsonReply(const QJsonObject &body, int status)
{
    return documentReply(QJsonDocument(body), status);
}

Response jsonReply(const QJsonArray &body, int status)
{
    return documentReply(QJsonDocument(body), status);
}

Response emptyReply(int status)
{
    Response response;
    response.status = status;
    return response;
}

Response errorReply(int status, const QString &messageKey, const std::vector<FieldProblem> &fields,
                    const QJsonObject &extra)
{
    QJsonArray errors;
    for (const FieldProblem &field : fields) {
        QJsonObject entry{{QStringLiteral("code"), field.code}};
        if (!field.field.isEmpty())
            entry.insert(QStringLiteral("field"), field.field);
        errors.append(entry);
    }
    QString code = messageKey;
    if (code.startsWith(u"error."))
        code.remove(0, 6);
    QJsonObject body = extra;
    body.insert(QStringLiteral("message"), messageKey);
    body.insert(QStringLiteral("error_code"), code.toUpper().replace(u'.', u'_'));
    body.insert(QStringLiteral("error_subcode"), QJsonValue::Null);
    body.insert(QStringLiteral("validation_errors"), errors);
    return jsonReply(body, status);
}

Response errorReply(const Problem &problem)
{
    const int status = statusOf(problem);
    QString key = problem.messageKey;
    if (key.isEmpty())
        key = status >= 500 ? QStringLiteral("error.internal.unspecified")
                            : QStringLiteral("error.request.invalid");
    std::vector<FieldProblem> fields = problem.fields;
    // A value type refused the body: its detail starts with the JSON pointer of the bad place.
    if (fields.empty() && problem.kind == Problem::Kind::Protocol)
        fields.push_back({QStringLiteral("wrong_type"), pointerOf(problem)});
    Response response = errorReply(status, key, fields, problem.body);
    if (problem.retryAfter)
        response.setHeader("Retry-After", std::to_string(problem.retryAfter->count()));
    return response;
}

} // namespace groundswell::service
