#include "app/autosave/wavedraftstore.h"

#include "app/net/wave/waveclient.h"

namespace groundswell {

WaveDraftStore::WaveDraftStore(WaveClient &client)
    : m_client(client)
{
}

RequestHandle WaveDraftStore::read(const EventId &eid, QObject *context, RowCallback callback)
{
    return m_client.setup(eid, context, std::move(callback));
}

RequestHandle WaveDraftStore::create(const SetupWrite &write, QObject *context, RowCallback callback)
{
    return m_client.createSetup(write, context, std::move(callback));
}

RequestHandle WaveDraftStore::replace(const SetupWrite &write, QObject *context, RowCallback callback)
{
    return m_client.putSetup(write, context, std::move(callback));
}

} // namespace groundswell
