#include "app/service/http/routes/mediaurls.h"
#include "app/service/http/routes/routes.h"

#include "models/wave/json.h"

namespace groundswell::service {

namespace {

constexpr std::size_t longestClientId = 200;

std::string tagOf(qint64 version)
{
    return "\"v" + std::to_string(version) + '"';
}

/// The version of an If-Match; −1, which no row has, for a tag that isn't one of ours. A weak tag and `*` are
/// taken as what they say.
std::optional<qint64> versionOf(std::string_view tag)
{
    if (tag == "*")
        return std::nullopt; // the row must exist, and replacing asks for that anyway
    if (tag.starts_with("W/"))
        tag.remove_prefix(2);
    bool ok = false;
    const QByteArray text = QByteArray(tag.data(), static_cast<qsizetype>(tag.size()));
    const qint64 version = text.size() > 3 && text.startsWith("\"v") && text.endsWith('"')
        ? text.mid(2, text.size() - 3).toLongLong(&ok)
        : -1;
    return ok ? version : -1;
}

Expected<WriteCondition> conditionOf(const Request &request, bool plain)
{
    WriteCondition condition;
    if (plain)
        return condition;
    if (const std::string *tag = request.header("If-Match"))
        condition.version = versionOf(*tag);
    const std::string *client = request.header("X-Client-Id");
    const std::string *revision = request.header("X-Draft-Revision");
    if (!revision)
        return condition;
    bool ok = false;
    const qint64 number = QByteArray::fromStdString(*revision).toLongLong(&ok);
    if (!ok || number < 0)
        return tl::make_unexpected(
            invalidField(QStringLiteral("wrong_type"), QStringLiteral("X-Draft-Revision")));
    if (!client || client->empty() || client->size() > longestClientId)
        return tl::make_unexpected(invalidField(QStringLiteral("missing"), QStringLiteral("X-Client-Id")));
    condition.clientId = QString::fromStdString(*client);
    condition.revision = number;
    return condition;
}

Response rowReply(const Call &call, const StoredSetup &setup, bool plain, int status = 200)
{
    Response response = jsonReply(withServedMedia(setup.row, call.request), status);
    if (!plain)
        response.setHeader("ETag", tagOf(setup.version));
    return response;
}

/// A 412 carries the current row and its tag, so that the client can merge without another round trip.
Response refusalReply(const Call &call, Problem problem)
{
    const qint64 version = problem.body.take(u"version").toInteger(-1);
    if (version >= 0) {
        const QJsonObject current = withServedMedia(problem.body[u"current"].toObject(), call.request);
        problem.body.insert(QStringLiteral("current"), current);
    }
    Response response = errorReply(problem);
    if (version >= 0)
        response.setHeader("ETag", tagOf(version));
    return response;
}

using Write = Expected<StoredSetup> (Setups::*)(const EventId &, const QJsonObject &, const WriteCondition &);

Response write(const RouteContext &context, const Call &call, Write how, int status)
{
    const auto condition = conditionOf(call.request, context.plain);
    if (!condition)
        return errorReply(condition.error());
    // POST may come without a body: an empty draft.
    const auto body = call.request.body.empty() && call.request.method == "POST"
        ? Expected<QJsonObject>(QJsonObject())
        : jsonBody(call.request);
    if (!body)
        return errorReply(body.error());
    const auto stored = (context.useCases.setups.*how)(pathEvent(call), withStoredMedia(*body), *condition);
    return stored ? rowReply(call, *stored, context.plain, status) : refusalReply(call, stored.error());
}

} // namespace

void addSetupRoutes(Router &router, const RouteContext &context)
{
    Setups &setups = context.useCases.setups;
    route(router, "GET", api::path::setup, [&context](const Call &call) {
        return reply(context.useCases.setups.find(pathEvent(call)),
                     [&](const StoredSetup &setup) { return rowReply(call, setup, context.plain); });
    });
    route(
        router, "POST", api::path::setup,
        [&context](const Call &call) { return write(context, call, &Setups::create, 201); }, BodyKind::Json);
    route(
        router, "PUT", api::path::setup,
        [&context](const Call &call) { return write(context, call, &Setups::replace, 200); }, BodyKind::Json);
    route(router, "DELETE", api::path::setup, [&setups](const Call &call) {
        return reply(setups.remove(pathEvent(call)), [] { return jsonReply(QJsonObject()); });
    });
    route(router, "POST", api::path::boost, [&setups](const Call &call) {
        return reply(setups.publish(pathEvent(call)), [&](const std::vector<Campaign> &campaigns) {
            return jsonReply(
                QJsonObject{{QStringLiteral("campaigns"), campaignsJson(campaigns, call.request)}});
        });
    });
}

} // namespace groundswell::service
