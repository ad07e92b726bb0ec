#pragma once

#include "models/wave/calls/taskstate.h"
#include "models/wave/ids.h"

#include <QDateTime>

namespace groundswell {

/// How far the embedded service's newest taste run is.
struct TasteRunState {
    OpenEnum<TaskState> state;
    double share = 0; ///< 0–1
    TcRunId run = 0; ///< the newest that is done; 0 = none yet
    QDateTime computedAt;
    QJsonObject extra;
    friend bool operator==(const TasteRunState &, const TasteRunState &) = default;
    [[nodiscard]] static Expected<TasteRunState> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace groundswell
