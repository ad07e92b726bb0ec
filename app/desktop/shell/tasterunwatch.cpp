#include "app/desktop/shell/tasterunwatch.h"

#include "app/desktop/shell/job.h"
#include "app/net/rest/restclient.h"

#include <utility>

using namespace std::chrono_literals;

namespace groundswell {

namespace {
// The service is on this computer and answers from memory.
constexpr auto PollPause = 250ms;
}

TasteRunWatch::TasteRunWatch(WaveClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &TasteRunWatch::look);
}

void TasteRunWatch::look()
{
    m_pause.stop();
    m_request = m_client.tasteRun(this, [this](const Expected<TasteRunState> &state) {
        if (state) {
            m_failures = 0;
            take(*state);
        } else if (state.error().isTransient()) {
            const RestClient &rest = m_client.rest();
            m_pause.start(RetryPolicy().pauseAfter(++m_failures, state.error(), rest.random()));
        } else {
            endJob();
        }
    });
}

void TasteRunWatch::take(const TasteRunState &state)
{
    if (state.state.is(TaskState::Started)) {
        if (!m_job) {
            m_job = new Job(
                tr("Computing the taste clusters…"),
                [this] {
                    m_pause.stop();
                    m_request = {};
                    m_job->deleteLater(); // it ends itself
                    m_job = nullptr;
                    m_cancelRequest = m_client.cancelTasteRun(this, [](const Expected<void> &) {});
                },
                this);
            Q_EMIT started(m_job);
        }
        m_job->setShare(state.share);
        m_pause.start(PollPause);
        return;
    }
    endJob();
    if (state.run > 0 && std::exchange(m_known, state.run) != state.run)
        Q_EMIT finished(state.run);
}

void TasteRunWatch::endJob()
{
    if (!m_job)
        return;
    m_job->end();
    m_job->deleteLater();
    m_job = nullptr;
}

} // namespace groundswell
