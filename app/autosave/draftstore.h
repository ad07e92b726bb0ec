#pragma once

#include "app/net/rest/requesthandle.h"
#include "app/net/wave/setuprow.h"
#include "models/wave/ids.h"
#include "models/wave/problem.h"

#include <functional>

class QObject;

namespace groundswell {

/// Where a setup row is kept: the port through which the saver sees the server, so that it can be tested
/// without HTTP. As with every request handle, the callback of a dropped handle never comes, and the request
/// may still have been applied.
class DraftStore {
public:
    using RowCallback = std::function<void(Expected<SetupRow>)>;

    DraftStore() = default;
    DraftStore(const DraftStore &) = delete;
    DraftStore &operator=(const DraftStore &) = delete;
    virtual ~DraftStore();

    /// Problem::NotFound means that there is no draft; it isn't an error.
    virtual RequestHandle read(const EventId &eid, QObject *context, RowCallback callback) = 0;
    /// Problem::Conflict with `error.setup.exists` if there is one already.
    virtual RequestHandle create(const SetupWrite &write, QObject *context, RowCallback callback) = 0;
    /// Replaces the whole row. Never repeated by the store itself.
    virtual RequestHandle replace(const SetupWrite &write, QObject *context, RowCallback callback) = 0;
};

} // namespace groundswell
