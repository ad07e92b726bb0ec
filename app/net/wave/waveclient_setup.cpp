#include "app/net/wave/waveclient.h"

#include "app/net/wave/answers.h"
#include "app/net/wave/assumed.h"
#include "models/wave/absentmembers.h"

// The draft and what its pages ask (wave-api 2.4, 2.5, 9.3).

namespace groundswell {

namespace {

ApiPath setupPath(const EventId &eid)
{
    return {api::path::setup, {eid.value()}};
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

// Unknown members are kept and sent back (wave-api 9.1), with every save and in every version on the disk: up
// to here.
constexpr qint64 mostUnknownBytes = 512 * 1024;

Expected<SetupRow> readRow(const QJsonObject &json, const QString &currency, const Response &answer)
{
    auto row = SetupProcess::fromJson(json, currency);
    if (!row)
        return tl::unexpected(std::move(row.error()));
    if (answer.body.size() > mostUnknownBytes && unknownBytes(*row) > mostUnknownBytes) {
        Problem problem = Problem::protocol(QString(), QStringLiteral("fewer members that are unknown here"));
        problem.messageKey = QStringLiteral("error.client.answer_too_large");
        return tl::unexpected(std::move(problem));
    }
    return SetupRow{std::move(*row), answer.header("ETag"), {}, answer.body.size()};
}

/// The answer to a reading.
Expected<SetupRow> rowRead(const Response &answer, const EventId &eid, const QString &currency)
{
    return jsonOf(answer)
        .and_then(objectOf)
        .and_then([&](const QJsonObject &json) { return rowOfEvent(json, eid); })
        .and_then([&](const QJsonObject &json) {
            auto row = readRow(json, currency, answer);
            if (row && withAbsentMembers(json, row->row.toJson()) != json)
                row->partial = json;
            return row;
        });
}

/// The answer to a write: nothing, an empty object, or what became of what was sent.
Expected<SetupRow> rowWritten(const Response &answer, const SetupProcess &sent, const QString &currency)
{
    const auto json = jsonOf(answer);
    if (json && (json->isUndefined() || (json->isObject() && json->toObject().isEmpty())))
        return SetupRow{sent, answer.header("ETag"), {}, answer.body.size()};
    return json.and_then(objectOf)
        .and_then([&](const QJsonObject &object) { return rowOfEvent(object, sent.eid); })
        .and_then([&](const QJsonObject &row) {
            return readRow(withAbsentMembers(row, sent.toJson()), currency, answer);
        });
}

/// Like parsed(), with the ETag beside the row.
template <class Read> AnswerHandler setupRow(Callback<SetupRow> callback, Read read)
{
    AnswerHandler handler = parsed<SetupRow>(
        std::move(callback), [](const QJsonValue &) { return Expected<SetupRow>(SetupRow()); });
    handler.read = [read = std::move(read)](const Response &answer) -> std::any {
        Expected<SetupRow> row = read(answer);
        if (!row) {
            row.error().requestId = answer.requestId;
            row.error().httpStatus = answer.status;
        }
        return row;
    };
    return handler;
}

} // namespace

RequestHandle WaveClient::setup(const EventId &eid, QObject *context, Callback<SetupRow> callback)
{
    Request request = Request::get(setupPath(eid));
    request.maxAnswerBytes = answersize::Row;
    return m_rest.call(request, context,
                       setupRow(std::move(callback), [eid, c = m_currency](const Response &answer) {
                           return rowRead(answer, eid, c);
                       }));
}

RequestHandle WaveClient::createSetup(const SetupWrite &write, QObject *context, Callback<SetupRow> callback)
{
    return m_rest.call(
        withDraftHeaders(Request::post(setupPath(write.row.eid)), write), context,
        setupRow(std::move(callback), [sent = write.row, c = m_currency](const Response &answer) {
            return rowWritten(answer, sent, c);
        }));
}

RequestHandle WaveClient::putSetup(const SetupWrite &write, QObject *context, Callback<SetupRow> callback)
{
    return m_rest.call(
        withDraftHeaders(Request::put(setupPath(write.row.eid)), write), context,
        setupRow(std::move(callback), [sent = write.row, c = m_currency](const Response &answer) {
            return rowWritten(answer, sent, c);
        }));
}

RequestHandle WaveClient::cancelSetup(const EventId &eid, QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::remove(setupPath(eid), assumed::cancelDraft()), context,
                       acknowledged(std::move(callback)));
}

RequestHandle WaveClient::boost(const SetupProcess &setup, QObject *context,
                                Callback<std::vector<Campaign>> callback)
{
    Request request = Request::post({api::path::boost, {setup.eid.value()}});
    // Synchronous at the service, one round to the ad platform for each cluster.
    request.deadline = std::chrono::seconds(120);
    request.maxAnswerBytes = answersize::List;
    const auto parse = [setup, c = m_currency](const QJsonValue &json) -> Expected<std::vector<Campaign>> {
        const bool saysNothing = json.isUndefined() || (json.isObject() && json.toObject().isEmpty());
        return saysNothing ? std::vector<Campaign>() : campaignsOf(setup, json, c);
    };
    return m_rest.call(request, context, parsed<std::vector<Campaign>>(std::move(callback), parse));
}

RequestHandle WaveClient::publishedCampaigns(const SetupProcess &setup, QObject *context,
                                             Callback<std::vector<Campaign>> callback)
{
    return m_rest.call(
        Request::get({api::path::eventCampaigns, {setup.eid.value()}}), context,
        parsed<std::vector<Campaign>>(std::move(callback), [setup, c = m_currency](const QJsonValue &json) {
            return campaignsOf(setup, json, c);
        }));
}

RequestHandle WaveClient::resetSetup(const EventId &eid, QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::put({api::path::resetCampaigns, {eid.value()}}), context,
                       acknowledged(std::move(callback)));
}

RequestHandle WaveClient::callToActions(const OpenEnum<Goal> &goal, bool hasPixel, const QString &leadFormId,
                                        QObject *context, Callback<std::vector<Choice>> callback)
{
    return m_rest.call(Request::getOrRecall(api::path::callToActions,
                                            assumed::callToActions(goal.wire(), hasPixel, leadFormId)),
                       context, parsed<std::vector<Choice>>(std::move(callback), choicesFromJson));
}

RequestHandle WaveClient::conversionEventTypes(const QString &adAccountId, const QString &pixelId,
                                               QObject *context, Callback<std::vector<Choice>> callback)
{
    return m_rest.call(Request::getOrRecall(api::path::conversionEventTypes,
                                            assumed::conversionEventTypes(adAccountId, pixelId)),
                       context, parsed<std::vector<Choice>>(std::move(callback), choicesFromJson));
}

} // namespace groundswell
