#pragma once

#include "app/autosave/draftsaver.h"
#include "app/net/waveclient.h"
#include "models/draft/merge.h"
#include "models/rules/issue.h"

#include <QObject>

namespace groundswell {

class WizardContext;
class WizardFeed;

/// One attempt to publish, in the order of the design: what waits is saved and the row read back and
/// compared; accounts are read again; the rules run once more; only then the service is asked, and what it
/// made of it is compared with what was sent. Ends with exactly one signal.
class PublishRun : public QObject {
    Q_OBJECT
public:
    PublishRun(WaveClient &client, DraftSaver &saver, SetupDraft &draft, WizardFeed &feed,
               WizardContext &context, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// \a differences: where the campaigns aren't what the setup said.
    void published(int campaigns, const std::vector<groundswell::FieldDifference> &differences);
    /// The service holds something else than the draft says; nothing was published.
    void differs(const std::vector<groundswell::FieldDifference> &differences);
    /// The rules found something: `INVALID_SETUP`; nothing was published.
    void refused(const groundswell::Issues &issues);
    void failed(const groundswell::Problem &problem);

private:
    void check();
    void boost();

    WaveClient &m_client;
    DraftSaver &m_saver;
    SetupDraft &m_draft;
    WizardFeed &m_feed;
    WizardContext &m_context;
    RequestHandle m_request;
};

} // namespace groundswell
