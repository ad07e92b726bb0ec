#pragma once

#include "app/net/rest/requesthandle.h"
#include "models/wave/local/importprogress.h"
#include "models/wave/local/importrequest.h"

#include <QObject>
#include <QTimer>

namespace groundswell {

class WaveClient;
struct Problem;

/// One import in the service: begun, watched, stopped. Ends with exactly one of finished(), failed() and
/// cancelled().
class ImportRun : public QObject {
    Q_OBJECT
public:
    explicit ImportRun(WaveClient &client, QObject *parent = nullptr);

    void start(const ImportRequest &request);
    /// Nothing of it stays in the workspace.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(double share, const QString &phase, qint64 rows);
    void finished(const groundswell::ImportReport &report);
    void failed(const QString &text);
    void cancelled();

private:
    void poll();
    void take(const ImportProgress &progress);
    void end();

    WaveClient &m_client;
    QString m_id;
    QTimer m_timer;
    RequestHandle m_request;
    RequestHandle m_cancelRequest;
    bool m_running = false;
    bool m_cancelling = false;
};

} // namespace groundswell
