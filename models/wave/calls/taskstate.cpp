#include "models/wave/calls/taskstate.h"

#include "models/wave/json.h"

namespace groundswell {

Expected<OpenEnum<TaskState>> taskStateFromJson(const QJsonObject &json)
{
    JsonReader reader(json, {});
    return reader.finish(reader.word<TaskState>("state"));
}

QJsonObject taskStateJson(const OpenEnum<TaskState> &state)
{
    return {{QLatin1StringView("state"), textJson(state.wire())}};
}

} // namespace groundswell
