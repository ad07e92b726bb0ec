#include "app/desktop/setup/publishrun.h"

#include "app/desktop/setup/wizardfeed.h"
#include "app/net/rest/restclient.h"
#include "models/draft/servicechanges.h"
#include "models/rules/preflight.h"
#include "wizard/shell/wizardcontext.h"

#include <QLoggingCategory>

#include <algorithm>

namespace groundswell {

namespace {

Q_LOGGING_CATEGORY(publishing, "groundswell.publish", QtInfoMsg)

/// Those that came of publishing \a setup and aren't over.
std::vector<Campaign> liveOnes(const SetupProcess &setup, const std::vector<Campaign> &campaigns)
{
    std::vector<Campaign> live;
    std::copy_if(campaigns.begin(), campaigns.end(), std::back_inserter(live), [&](const Campaign &campaign) {
        const bool isOver =
            campaign.status.is(CampaignStatus::Completed) || campaign.status.is(CampaignStatus::Ignored);
        return !isOver && setup.hasCluster(campaign.cluster);
    });
    return live;
}

} // namespace

PublishRun::PublishRun(WaveClient &client, DraftSaver &saver, SetupDraft &draft, WizardFeed &feed,
                       WizardContext &context, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_saver(saver)
    , m_draft(draft)
    , m_feed(feed)
    , m_context(context)
    , m_aftermath(
          client.rest().scheduler(), client.rest().random(),
          [this](QObject *asker, const Aftermath::LookCallback &callback) { return look(asker, callback); })
{
    connect(&m_aftermath, &Aftermath::done, this, [this] { finish(m_seen); });
    connect(&m_aftermath, &Aftermath::notDone, this, &PublishRun::fail);
    connect(&m_aftermath, &Aftermath::waiting, this, &PublishRun::unclear);
    connect(&m_aftermath, &Aftermath::notKnown, this, [this](const Problem &problem) {
        m_isUnknown = true;
        Q_EMIT unknown(problem);
    });
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
        m_setup = draft; // as the service has it
        m_feed.refreshAssets([this] { check(); });
    });
}

void PublishRun::check()
{
    if (m_draft.data() != m_setup) {
        start(); // edited meanwhile: that isn't at the service yet
        return;
    }
    const Issues issues = preflight(m_setup, m_context.preflightContext());
    if (hasErrors(issues)) {
        for (const Issue &issue : issues) {
            if (issue.severity == Severity::Error)
                qCInfo(publishing) << "INVALID_SETUP" << issue.messageId << issue.path.toString();
        }
        Q_EMIT refused(issues);
        return;
    }
    m_isUnderWay = true;
    readBefore();
}

void PublishRun::readBefore()
{
    m_request = m_client.publishedCampaigns(m_setup, this, [this](const Expected<Campaigns> &campaigns) {
        m_isNoneNotFound = !campaigns && campaigns.error().kind == Problem::Kind::NotFound;
        if (!campaigns && !m_isNoneNotFound) {
            fail(campaigns.error());
            return;
        }
        const Campaigns live = liveOnes(m_setup, campaigns.value_or(Campaigns()));
        if (live.empty())
            boost();
        else
            finish(live);
    });
}

void PublishRun::boost()
{
    m_request =
        m_client.boost(m_setup, this, [this](const Expected<Campaigns> &campaigns) { takeBoost(campaigns); });
}

void PublishRun::takeBoost(const Expected<Campaigns> &campaigns)
{
    if (campaigns && !campaigns->empty()) {
        finish(*campaigns);
        return;
    }
    if (!campaigns && !isUnclear(campaigns.error())) {
        fail(campaigns.error());
        return;
    }
    m_aftermath.start(campaigns ? std::nullopt : std::optional(campaigns.error()));
}

RequestHandle PublishRun::look(QObject *context, const Aftermath::LookCallback &callback)
{
    return m_client.publishedCampaigns(
        m_setup, context, [this, callback](const Expected<Campaigns> &campaigns) {
            const bool isNone =
                m_isNoneNotFound && !campaigns && campaigns.error().kind == Problem::Kind::NotFound;
            if (!campaigns && !isNone) {
                callback(tl::unexpected(campaigns.error()));
                return;
            }
            using Sight = Aftermath::Sight;
            m_seen = liveOnes(m_setup, campaigns.value_or(Campaigns()));
            callback(m_seen.empty() ? Sight::Nothing : isComplete(m_seen) ? Sight::Whole : Sight::Part);
        });
}

void PublishRun::lookNow()
{
    if (m_isUnderWay && m_isUnknown) {
        m_isUnknown = false;
        m_aftermath.lookNow();
    }
}

bool PublishRun::isComplete(const Campaigns &live) const
{
    return std::all_of(m_setup.clusters.begin(), m_setup.clusters.end(), [&](const ChosenCluster &chosen) {
        return std::any_of(live.begin(), live.end(),
                           [&](const Campaign &campaign) { return campaign.cluster == chosen.cluster; });
    });
}

void PublishRun::fail(const Problem &problem)
{
    m_isUnderWay = false;
    Q_EMIT failed(problem);
}

void PublishRun::finish(const Campaigns &campaigns)
{
    m_isUnderWay = false;
    Q_EMIT published(int(campaigns.size()), publishedDifferences(m_setup, campaigns));
}

} // namespace groundswell
