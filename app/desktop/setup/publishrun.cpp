#include "app/desktop/setup/publishrun.h"

#include "app/desktop/setup/wizardfeed.h"
#include "app/net/restclient.h"
#include "models/draft/servicechanges.h"
#include "models/rules/preflight.h"
#include "wizard/wizardcontext.h"

#include <QLoggingCategory>

#include <algorithm>
#include <array>

using namespace std::chrono_literals;

namespace groundswell {

namespace {

Q_LOGGING_CATEGORY(publishing, "groundswell.publish", QtInfoMsg)

// A service that was still at work when the connection ended has made the campaigns by then.
constexpr std::array laterLooks{5s, 15s};

/// Whether the answer leaves open what became of the request.
bool isUnclear(const Problem &problem)
{
    switch (problem.kind) {
    case Problem::Kind::Unauthorized:
    case Problem::Kind::Forbidden:
    case Problem::Kind::NotFound:
    case Problem::Kind::Gone:
    case Problem::Kind::Rejected:
    case Problem::Kind::RateLimited:
        return false;
    default:
        return true;
    }
}

/// Whether the service may still be at it.
bool mayBeUnderWay(const Problem &problem)
{
    switch (problem.kind) {
    case Problem::Kind::Offline:
    case Problem::Kind::Proxy:
    case Problem::Kind::Timeout:
    case Problem::Kind::Conflict: // the service's word to whoever asks while it is at work, too
        return true;
    default:
        return problem.httpStatus == 502 || problem.httpStatus == 504;
    }
}

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
    , m_again(client.rest().scheduler().makeTimer([this] { look(); }))
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
        if (!campaigns && campaigns.error().kind != Problem::Kind::NotFound) {
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
    m_doubt = campaigns ? std::nullopt : std::optional(campaigns.error());
    look();
}

void PublishRun::look()
{
    m_request = m_client.publishedCampaigns(
        m_setup, this, [this](const Expected<Campaigns> &campaigns) { takeLook(campaigns); });
}

void PublishRun::takeLook(const Expected<Campaigns> &campaigns)
{
    const bool none = !campaigns && campaigns.error().kind == Problem::Kind::NotFound;
    if (campaigns || none) {
        const Campaigns live = liveOnes(m_setup, campaigns.value_or(Campaigns()));
        const bool mayGrow = m_doubt && mayBeUnderWay(*m_doubt) && m_looks < laterLooks.size();
        if (live.empty())
            foundNothing();
        else if (!isComplete(live) && mayGrow)
            lookAgain(laterLooks.at(m_looks++), *m_doubt);
        else
            finish(live);
        return;
    }
    const RetryPolicy policy{.base = 2s};
    const RestClient &rest = m_client.rest();
    lookAgain(policy.pauseAfter(++m_failedLooks, campaigns.error(), rest.random()), campaigns.error());
}

void PublishRun::foundNothing()
{
    if (!m_doubt)
        finish({}); // the service says that it did
    else if (mayBeUnderWay(*m_doubt) && m_looks < laterLooks.size())
        lookAgain(laterLooks.at(m_looks++), *m_doubt);
    else
        fail(*m_doubt);
}

void PublishRun::lookAgain(std::chrono::milliseconds pause, const Problem &reason)
{
    m_again->start(pause);
    if (!std::exchange(m_told, true))
        Q_EMIT unclear(reason);
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
