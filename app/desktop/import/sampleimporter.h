#pragma once

#include "app/desktop/shell/desktopcontext.h"
#include "app/desktop/shell/job.h"
#include "app/net/rest/requesthandle.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>

namespace groundswell {

class ImportRun;

/// Makes the sample organiser and imports it through the same door as a user's own files.
class SampleImporter : public QObject {
    Q_OBJECT
public:
    SampleImporter(WaveClient &client, SampleWriter write, QObject *parent = nullptr);
    ~SampleImporter() override;

    void start();

Q_SIGNALS:
    void started(groundswell::Job *job);
    /// \a problem is empty where it worked or the user stopped it.
    void finished(const QString &problem);

private:
    void importFiles();
    void finish(const QString &problem);

    WaveClient &m_client;
    SampleWriter m_write;
    struct Work;
    std::shared_ptr<Work> m_work; ///< with the thread that writes, which can't be stopped
    QFutureWatcher<Expected<void>> m_writing;
    std::unique_ptr<ImportRun> m_run;
    Job *m_job = nullptr;
    bool m_cancelled = false;
};

} // namespace groundswell
