#pragma once

#include "models/wave/openenum.h"
#include "models/wave/problem.h"

#include <QJsonObject>

namespace groundswell {

/// State of a background task in the words of the newer edition; those of the older one are understood
/// (wave-api 3).
enum class TaskState { Pending, Started, Success, Failure };
template <> struct WireNames<TaskState> {
    static constexpr std::array<std::pair<TaskState, const char *>, 8> names{
        {{TaskState::Pending, "PENDING"},
         {TaskState::Started, "STARTED"},
         {TaskState::Success, "SUCCESS"},
         {TaskState::Failure, "FAILURE"},
         {TaskState::Pending, "queued"},
         {TaskState::Started, "running"},
         {TaskState::Success, "completed"},
         {TaskState::Failure, "failed"}}};
};

/// GET …/client_campaign_status/task
[[nodiscard]] Expected<OpenEnum<TaskState>> taskStateFromJson(const QJsonObject &json);
[[nodiscard]] QJsonObject taskStateJson(const OpenEnum<TaskState> &state);

} // namespace groundswell
