#include "app/desktop/import/importrun.h"

#include "app/look/texts/importtext.h"
#include "app/look/texts/problemtext.h"
#include "app/net/once/aftermath.h"
#include "app/net/wave/waveclient.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groundswell {

namespace {
// The service is on this computer and answers from memory.
constexpr auto PollPause = 250ms;
}

ImportRun::ImportRun(WaveClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(PollPause);
    connect(&m_timer, &QTimer::timeout, this, &ImportRun::poll);
}

void ImportRun::start(const ImportRequest &request)
{
    m_running = true;
    m_cancelling = false;
    m_request = m_client.startImport(request, this, [this](const Expected<QString> &begun) {
        if (!begun) {
            end();
            const Problem &problem = begun.error();
            Q_EMIT failed(
                isUnanswered(problem)
                    ? tr("It isn't known whether the import was started: %1 Importing the same files "
                         "once more does no harm.")
                          .arg(problemReason(problem))
                    : ImportText::problem(tr("The import couldn't be started."), problem));
            return;
        }
        m_id = *begun;
        if (m_cancelling)
            cancel();
        else
            poll();
    });
}

void ImportRun::cancel()
{
    if (!m_running)
        return;
    m_cancelling = true;
    m_timer.stop();
    if (m_id.isEmpty())
        return; // the answer to the start will bring the id
    m_request = {};
    // The service says when it has stopped; until then it takes no other import.
    m_cancelRequest = m_client.cancelImport(m_id, this, [this](const Expected<void> &) { m_timer.start(); });
}

void ImportRun::poll()
{
    m_request = m_client.importProgress(m_id, this, [this](const Expected<ImportProgress> &progress) {
        if (progress) {
            take(*progress);
        } else if (progress.error().isTransient()) {
            m_timer.start();
        } else {
            end();
            Q_EMIT failed(ImportText::problem(tr("The import was lost."), progress.error()));
        }
    });
}

void ImportRun::take(const ImportProgress &progress)
{
    if (progress.state.is(TaskState::Success)) {
        end();
        Q_EMIT finished(progress.report.value_or(ImportReport()));
    } else if (progress.state.is(TaskState::Failure)) {
        end();
        if (m_cancelling)
            Q_EMIT cancelled();
        else
            Q_EMIT failed(ImportText::problem(progress.problem.value_or(ImportProblem())));
    } else {
        Q_EMIT progressed(progress.share, progress.phase, progress.rows);
        m_timer.start();
    }
}

void ImportRun::end()
{
    m_running = false;
    m_id.clear();
    m_timer.stop();
}

} // namespace groundswell
