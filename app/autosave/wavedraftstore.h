#pragma once

#include "app/autosave/draftstore.h"

namespace groundswell {

class WaveClient;

/// The store over the Wave API. \a client must outlive it.
class WaveDraftStore final : public DraftStore {
public:
    explicit WaveDraftStore(WaveClient &client);

    RequestHandle read(const EventId &eid, QObject *context, RowCallback callback) override;
    RequestHandle create(const SetupWrite &write, QObject *context, RowCallback callback) override;
    RequestHandle replace(const SetupWrite &write, QObject *context, RowCallback callback) override;

private:
    WaveClient &m_client;
};

} // namespace groundswell
