#include "models/wave/local/tasterunstate.h"

#include "models/wave/json.h"

namespace groundswell {

Expected<TasteRunState> TasteRunState::fromJson(const QJsonObject &json)
{
    JsonReader reader(json, {});
    TasteRunState state;
    state.state = reader.word<TaskState>("state");
    state.share = reader.number("progress").value_or(0);
    state.run = reader.integer("tc_run_id").value_or(0);
    state.computedAt = reader.dateTime("computed_at");
    state.extra = reader.rest();
    return reader.finish(std::move(state));
}

QJsonObject TasteRunState::toJson() const
{
    QJsonObject json = extra;
    json.insert(QLatin1StringView("state"), textJson(state.wire()));
    json.insert(QLatin1StringView("progress"), share);
    json.insert(QLatin1StringView("tc_run_id"), run == 0 ? QJsonValue() : QJsonValue(run));
    json.insert(QLatin1StringView("computed_at"), dateTimeJson(computedAt));
    return json;
}

} // namespace groundswell
