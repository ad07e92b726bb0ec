#include "app/desktop/setup/publishrun.h"

#include "app/desktop/setup/wizardfeed.h"
#include "models/draft/servicechanges.h"
#include "models/rules/preflight.h"
#include "wizard/wizardcontext.h"

#include <QLoggingCategory>

namespace groundswell {

namespace {
Q_LOGGING_CATEGORY(publishing, "groundswell.publish", QtInfoMsg)
}

PublishRun::PublishRun(WaveClient &client, DraftSaver &saver, SetupDraft &draft, WizardFeed &feed,
                       WizardContext &context, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_saver(saver)
    , m_draft(draft)
    , m_feed(feed)
    , m_context(context)
{
}

void PublishRun::start()
{
    m_saver.prepareToPublish(this, [this](const Expected<SetupProcess> &row) {
        if (!row) {
            Q_EMIT failed(row.error());
            return;
        }
        const SetupProcess &draft = m_draft.data();
        if (const auto found = serviceChanges(draft, *row, draft); !found.empty()) {
            Q_EMIT differs(found);
            return;
        }
        m_feed.refreshAssets([this] { check(); });
    });
}

void PublishRun::check()
{
    const Issues issues = preflight(m_draft.data(), m_context.preflightContext());
    if (hasErrors(issues)) {
        for (const Issue &issue : issues) {
            if (issue.severity == Severity::Error)
                qCInfo(publishing) << "INVALID_SETUP" << issue.messageId << issue.path.toString();
        }
        Q_EMIT refused(issues);
        return;
    }
    boost();
}

void PublishRun::boost()
{
    m_request =
        m_client.boost(m_draft.data().eid, this, [this](const Expected<std::vector<Campaign>> &campaigns) {
            if (campaigns)
                Q_EMIT published(int(campaigns->size()), publishedDifferences(m_draft.data(), *campaigns));
            else
                Q_EMIT failed(campaigns.error());
        });
}

} // namespace groundswell
