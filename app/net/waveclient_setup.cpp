#include "app/net/waveclient.h"

#include "app/net/answers.h"
#include "app/net/assumed.h"

// The draft and what its pages ask (wave-api 2.4, 2.5, 9.3).

namespace groundswell {

namespace {

ApiPath setupPath(const EventId &eid)
{
    return {QStringLiteral("setup_processes"), eid.value()};
}

Request withDraftHeaders(Request request, const SetupWrite &write)
{
    if (!write.ifMatch.isEmpty())
        request.headers.append({QByteArrayLiteral("If-Match"), write.ifMatch});
    if (!write.clientId.isEmpty())
        request.headers.append({QByteArrayLiteral("X-Client-Id"), write.clientId.toUtf8()});
    if (write.draftRevision > 0) {
        request.headers.append(
            {QByteArrayLiteral("X-Draft-Revision"), QByteArray::number(write.draftRevision)});
    }
    return request.withJson(compactJson(write.row.toJson()));
}

/// Like parsed(), with the ETag beside the row. \a sent is what an empty answer to a write means.
ResponseCallback setupRow(Callback<SetupRow> callback, const EventId &eid, const QString &currency,
                          const std::optional<SetupProcess> &sent = {})
{
    return [callback = std::move(callback), eid, currency, sent](Expected<Response> answer) {
        const QByteArray etag = answer ? answer->header("ETag") : QByteArray();
        const auto parse = [&](const QJsonValue &json) -> Expected<SetupRow> {
            if (json.isUndefined() && sent)
                return SetupRow{*sent, etag};
            auto row = objectOf(json).and_then(
                [&](const QJsonObject &object) { return SetupProcess::fromJson(object, currency); });
            if (!row)
                return tl::unexpected(std::move(row.error()));
            if (row->eid.isEmpty())
                row->eid = eid; // the documented sample leaves it out
            return SetupRow{std::move(*row), etag};
        };
        parsed<SetupRow>(callback, parse)(std::move(answer));
    };
}

} // namespace

RequestHandle WaveClient::setup(const EventId &eid, QObject *context, Callback<SetupRow> callback)
{
    return m_rest.call(Request::get(setupPath(eid)), context, setupRow(std::move(callback), eid, m_currency));
}

RequestHandle WaveClient::createSetup(const SetupWrite &write, QObject *context, Callback<SetupRow> callback)
{
    const EventId &eid = write.row.eid;
    return m_rest.call(withDraftHeaders(Request::post(setupPath(eid)), write), context,
                       setupRow(std::move(callback), eid, m_currency, write.row));
}

RequestHandle WaveClient::putSetup(const SetupWrite &write, QObject *context, Callback<SetupRow> callback)
{
    const EventId &eid = write.row.eid;
    return m_rest.call(withDraftHeaders(Request::put(setupPath(eid)), write), context,
                       setupRow(std::move(callback), eid, m_currency, write.row));
}

RequestHandle WaveClient::cancelSetup(const EventId &eid, QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::remove(setupPath(eid), assumed::cancelDraft()), context,
                       acknowledged(std::move(callback)));
}

RequestHandle WaveClient::boost(const EventId &eid, QObject *context,
                                Callback<std::vector<Campaign>> callback)
{
    Request request =
        Request::post({QStringLiteral("setup_processes"), eid.value(), QStringLiteral("boost")});
    // Synchronous at the service, one round to the ad platform for each cluster.
    request.deadline = std::chrono::seconds(120);
    return m_rest.call(
        request, context,
        parsed<std::vector<Campaign>>(
            std::move(callback), [c = m_currency](const QJsonValue &json) -> Expected<std::vector<Campaign>> {
                if (json.isUndefined())
                    return std::vector<Campaign>();
                return campaignsFromJson(json, c);
            }));
}

RequestHandle WaveClient::resetSetup(const EventId &eid, QObject *context, Callback<void> callback)
{
    return m_rest.call(
        Request::put({QStringLiteral("events"), eid.value(), QStringLiteral("reset_campaigns_setup")}),
        context, acknowledged(std::move(callback)));
}

RequestHandle WaveClient::callToActions(const OpenEnum<Goal> &goal, bool hasPixel, const QString &leadFormId,
                                        QObject *context, Callback<std::vector<Choice>> callback)
{
    const auto path =
        ApiPath{QStringLiteral("setup_processes"), QStringLiteral("call_to_action")}.withSlash();
    return m_rest.call(Request::getOrRecall(path, assumed::callToActions(goal.wire(), hasPixel, leadFormId)),
                       context, parsed<std::vector<Choice>>(std::move(callback), choicesFromJson));
}

RequestHandle WaveClient::conversionEventTypes(const QString &adAccountId, const QString &pixelId,
                                               QObject *context, Callback<std::vector<Choice>> callback)
{
    return m_rest.call(
        Request::getOrRecall({QStringLiteral("setup_processes"), QStringLiteral("event_types")},
                             assumed::conversionEventTypes(adAccountId, pixelId)),
        context, parsed<std::vector<Choice>>(std::move(callback), choicesFromJson));
}

} // namespace groundswell
