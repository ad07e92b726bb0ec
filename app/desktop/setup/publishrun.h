#pragma once

#include "app/autosave/draftsaver.h"
#include "app/net/once/aftermath.h"
#include "app/net/wave/waveclient.h"
#include "models/draft/merge.h"
#include "models/rules/issue.h"

#include <QObject>

namespace groundswell {

class WizardContext;
class WizardFeed;

/// One attempt to publish, in the order of the design: what waits is saved and the row read back and
/// compared; accounts are read again; the rules run once more; the service is asked whether it is published
/// already, after an attempt that nobody heard the end of; only then it is asked to publish, and what it made
/// of it is compared with what was sent. Where its answer doesn't say for certain what became of it (none in
/// time, a fault, a conflict, nothing readable), the campaigns are read before anything is said. Ends with
/// exactly one of published(), differs(), refused() and failed().
class PublishRun : public QObject {
    Q_OBJECT
public:
    PublishRun(WaveClient &client, DraftSaver &saver, SetupDraft &draft, WizardFeed &feed,
               WizardContext &context, QObject *parent = nullptr);

    void start();
    /// From the moment on at which the service may be asked to publish, until its answer is clear.
    [[nodiscard]] bool isUnderWay() const { return m_isUnderWay; }
    /// After unknown(): looks once more. Harmless otherwise.
    void lookNow();

Q_SIGNALS:
    /// \a differences: where the campaigns aren't what the setup said.
    void published(int campaigns, const std::vector<groundswell::FieldDifference> &differences);
    /// The service holds something else than the draft says; nothing was published.
    void differs(const std::vector<groundswell::FieldDifference> &differences);
    /// The rules found something: `INVALID_SETUP`; nothing was published.
    void refused(const groundswell::Issues &issues);
    /// Nothing was published.
    void failed(const groundswell::Problem &problem);
    /// Because of \a problem it isn't known whether something was; the service is asked until it says so.
    void unclear(const groundswell::Problem &problem);
    /// Whether something was can't be found out by asking on: the service refuses to say, because of
    /// \a problem. Not the end: lookNow() goes on, and nothing may be published again before.
    void unknown(const groundswell::Problem &problem);

private:
    using Campaigns = std::vector<Campaign>;

    void check();
    void readBefore();
    void boost();
    void takeBoost(const Expected<Campaigns> &campaigns);
    [[nodiscard]] RequestHandle look(QObject *context, const Aftermath::LookCallback &callback);
    void finish(const Campaigns &campaigns);
    void fail(const Problem &problem);
    /// Campaigns for some of the clusters: the service makes one after the other.
    [[nodiscard]] bool isComplete(const Campaigns &live) const;

    WaveClient &m_client;
    DraftSaver &m_saver;
    SetupDraft &m_draft;
    WizardFeed &m_feed;
    WizardContext &m_context;
    SetupProcess m_setup; ///< that is being published
    Campaigns m_seen; ///< by the last look
    bool m_isUnderWay = false;
    bool m_isUnknown = false;
    bool m_isNoneNotFound = false; ///< where there are no campaigns the service says 404
    RequestHandle m_request;
    Aftermath m_aftermath;
};

} // namespace groundswell
