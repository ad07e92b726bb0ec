#pragma once

#include "app/net/wave/waveclient.h"
#include "models/wave/local/tasterunstate.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace groundswell {

class Job;

/// Watches the embedded service compute a taste run after the data has changed: a job while it lasts, and a
/// word when there is another run than before. Asks only while one is under way; a
/// look that fails for a reason that passes is repeated, at growing pauses.
class TasteRunWatch : public QObject {
    Q_OBJECT
public:
    explicit TasteRunWatch(WaveClient &client, QObject *parent = nullptr);

    /// The data may have changed: looks whether a run is being computed.
    void look();

Q_SIGNALS:
    void started(groundswell::Job *job);
    void finished(groundswell::TcRunId run);

private:
    void take(const TasteRunState &state);
    void endJob();

    WaveClient &m_client;
    QTimer m_pause;
    QPointer<Job> m_job;
    TcRunId m_known = 0; ///< the newest run anybody was told of; 0 = none yet
    int m_failures = 0; ///< of looking, one after another
    RequestHandle m_request, m_cancelRequest;
};

} // namespace groundswell
