#include "app/desktop/import/sampleimporter.h"

#include "app/desktop/import/importrun.h"
#include "app/desktop/shell/job.h"
#include "app/look/texts/problemtext.h"
#include "app/net/wave/waveclient.h"

#include <QTemporaryDir>
#include <QtConcurrent>

#include <atomic>

using namespace Qt::StringLiterals;

namespace groundswell {

struct SampleImporter::Work {
    QTemporaryDir folder;
    std::atomic<bool> isAbandoned = false;
};

SampleImporter::SampleImporter(WaveClient &client, SampleWriter write, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_write(std::move(write))
{
    connect(&m_writing, &QFutureWatcherBase::finished, this, &SampleImporter::importFiles);
}

// Whoever leaves doesn't wait for the files. The folder goes now, which is the end of most of them, and once
// more after a writer that hadn't begun.
SampleImporter::~SampleImporter()
{
    if (!m_work)
        return;
    m_work->isAbandoned = true;
    m_work->folder.remove();
}

void SampleImporter::start()
{
    if (m_job || !m_write)
        return;
    m_work = std::make_shared<Work>();
    m_cancelled = false;
    m_job = new Job(
        tr("Making the sample…"),
        [this] {
            m_cancelled = true;
            if (m_run)
                m_run->cancel();
        },
        this);
    Q_EMIT started(m_job);
    m_writing.setFuture(QtConcurrent::run([write = m_write, work = m_work] {
        auto written = work->isAbandoned ? Expected<void>() : write(work->folder.path());
        if (work->isAbandoned)
            work->folder.remove();
        return written;
    }));
}

void SampleImporter::importFiles()
{
    const Expected<void> written = m_writing.result();
    if (m_cancelled) {
        finish({});
        return;
    }
    if (!written) {
        finish(problemText(tr("The sample couldn't be made."), written.error()));
        return;
    }
    m_run = std::make_unique<ImportRun>(m_client);
    connect(m_run.get(), &ImportRun::progressed, this, [this](double share) {
        m_job->setTitle(tr("Importing the sample…"));
        m_job->setShare(share);
    });
    connect(m_run.get(), &ImportRun::finished, this, [this] { finish({}); });
    connect(m_run.get(), &ImportRun::cancelled, this, [this] { finish({}); });
    connect(m_run.get(), &ImportRun::failed, this, &SampleImporter::finish);
    ImportRequest request;
    for (const QString &kind : importKinds())
        request.files.insert(kind, m_work->folder.filePath(kind + u".csv"_s));
    m_run->start(request);
}

void SampleImporter::finish(const QString &problem)
{
    m_work.reset();
    if (m_job) {
        m_job->end();
        m_job->deleteLater();
        m_job = nullptr;
    }
    if (m_run)
        m_run.release()->deleteLater();
    Q_EMIT finished(problem);
}

} // namespace groundswell
