#include "app/service/http/routes/api.h"

#include "app/service/http/server/reply.h"
#include "models/wave/api/paths.h"

#include <QLoggingCategory>

namespace groundswell::service {

namespace {

Q_LOGGING_CATEGORY(lcHttp, "groundswell.service.http")

constexpr std::size_t longestRequestId = 128;

/// A client's own request id is echoed where it can stand in a header and a log line; else one is made.
std::string requestId(const Request &request)
{
    const std::string *given = request.header("X-Request-ID");
    const auto harmless = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == '.';
    };
    if (given && !given->empty() && given->size() <= longestRequestId
        && std::ranges::all_of(*given, harmless))
        return *given;
    return randomToken().substr(0, 32);
}

Response finished(Response response, const Request &request)
{
    response.setHeader("X-Request-ID", requestId(request));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    return response;
}

std::string_view withoutEndingSlashes(std::string_view path)
{
    while (path.ends_with('/'))
        path.remove_suffix(1);
    return path;
}

/// What is answered without a token: the status, and everything about signing in.
bool isOpen(std::string_view path)
{
    if (!path.starts_with(api::base))
        return false;
    path = withoutEndingSlashes(path.substr(std::string_view(api::base).size()));
    const std::string_view auth = api::path::auth.text;
    return path == withoutEndingSlashes(api::path::status.text) || path == auth
        || (path.starts_with(auth) && path[auth.size()] == '/');
}

bool announcesBody(const Request &head)
{
    const std::string *length = head.header("Content-Length");
    return head.header("Transfer-Encoding") || (length && *length != "0");
}

bool hasContentType(const Request &head, std::string_view wanted)
{
    const std::string *type = head.header("Content-Type");
    if (!type)
        return false;
    std::string given = type->substr(0, type->find(';'));
    while (given.ends_with(' '))
        given.pop_back();
    std::ranges::transform(given, given.begin(), [](char c) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    });
    return given == wanted;
}

} // namespace

Admission Api::admit(const Request &head)
{
    const auto refuse = [&](Response response) { return Admission{finished(std::move(response), head), 0}; };
    if (auto refusal = m_guard.refuse(head, isOpen(head.path)))
        return refuse(std::move(*refusal));

    const Router::Match match = m_router.match(head.method, head.path);
    switch (match.kind) {
    case Router::Match::Found:
        break;
    case Router::Match::BadPath:
        return refuse(errorReply(400, QStringLiteral("error.request.bad_path")));
    case Router::Match::NotFound:
        return refuse(errorReply(404, QStringLiteral("error.request.unknown_path")));
    case Router::Match::MethodNotAllowed: {
        Response response = errorReply(405, QStringLiteral("error.request.method_not_allowed"));
        response.setHeader("Allow", match.allowed);
        return refuse(std::move(response));
    }
    }
    // Nobody packs what goes over the loopback, and unpacking is how a small body becomes a huge one.
    if (const std::string *packed = head.header("Content-Encoding"); packed && *packed != "identity")
        return refuse(errorReply(415, QStringLiteral("error.request.packed")));
    // Sign-in is not offered here (wave-api 9.2), so no stranger's body is worth waiting for.
    if (isOpen(head.path))
        return {std::nullopt, 0};
    if (announcesBody(head)) {
        if (match.body == BodyKind::Json && !hasContentType(head, "application/json"))
            return refuse(errorReply(415, QStringLiteral("error.request.not_json")));
        if (match.body == BodyKind::Multipart && !hasContentType(head, "multipart/form-data"))
            return refuse(errorReply(415, QStringLiteral("error.request.not_multipart")));
    }
    return {std::nullopt, match.body == BodyKind::Multipart ? mediaLimit + jsonLimit : jsonLimit};
}

Response Api::answer(const Request &request)
{
    const Router::Match match = m_router.match(request.method, request.path);
    try {
        if (match.kind == Router::Match::Found)
            return finished((*match.handler)({request, match.parameters}), request);
        return failure(404, request);
    } catch (const std::exception &exception) {
        qCCritical(lcHttp, "%s %s: %s", request.method.c_str(), request.path.c_str(), exception.what());
        return failure(500, request);
    }
}

Response Api::failure(int status, const Request &head)
{
    const char *key = status == 413 ? "error.request.too_large"
        : status == 414             ? "error.request.path_too_long"
        : status == 404             ? "error.request.unknown_path"
        : status >= 500             ? "error.internal.unspecified"
                                    : "error.request.malformed";
    return finished(errorReply(status, QString::fromLatin1(key)), head);
}

} // namespace groundswell::service
