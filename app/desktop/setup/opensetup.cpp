#include "app/desktop/setup/opensetup.h"

#include "app/desktop/setup/draftnotices.h"
#include "app/desktop/setup/publishrun.h"
#include "app/desktop/setup/wizardfeed.h"
#include "app/desktop/shell/settings.h"
#include "app/look/texts/problemtext.h"
#include "app/net/rest/session.h"
#include "wizard/campaignwizard.h"
#include "wizard/shell/wizardcontext.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace groundswell {

OpenSetup::OpenSetup(const DesktopContext &context, Reachability &reachability, const EventId &eid,
                     QWidget *host, std::function<void()> reopen)
    : m_context(context)
    , m_host(host)
    , m_reopen(std::move(reopen))
    , m_eid(eid)
    , m_session(
          context.draftStore, context.scheduler, context.random,
          DraftSession::Place{context.journalFolder, context.session.place(), context.session.partner()})
{
    connectSession(reachability);
}

OpenSetup::~OpenSetup()
{
    m_notices->clear(); // how publishing ended may still have to be read
    blockSignals(true);
    m_run.reset();
    delete m_wizard; // before what it looks at
    m_feed.reset();
    m_wizardContext.reset();
    m_notices.reset();
}

QString OpenSetup::noticeKey() const
{
    return u"publish/"_s + m_eid.value();
}

// Nothing but the row itself, or the journal, is waited for: what else the pages show arrives when it
// arrives.
void OpenSetup::open()
{
    Q_EMIT messageCleared(noticeKey());
    m_session.open(m_eid);
}

void OpenSetup::connectSession(Reachability &reachability)
{
    DraftSession *session = &m_session;
    connect(session, &DraftSession::opened, this, &OpenSetup::build);
    // What waits for a token or for the network goes out as soon as there is one again.
    connect(&m_context.session, &Session::signedIn, this, [this] {
        m_session.saver().signedIn();
        if (m_run)
            m_run->lookNow();
    });
    connect(&reachability, &Reachability::returned, session,
            [session] { session->saver().networkReturned(); });
    connect(session, &DraftSession::openFailed, this, [this](const Problem &problem) {
        Q_EMIT openFailed(problemText(tr("The campaign setup couldn't be opened."), problem));
    });
    connect(session, &DraftSession::saveStateChanged, this, [this](const SaveState &state) {
        if (m_wizard)
            m_wizard->setSaveState(state);
    });
    m_notices = std::make_unique<DraftNotices>(
        *session, [this] { return wording(); }, m_host->window());
    connect(m_notices.get(), &DraftNotices::posted, this, [this](const Notice &notice) {
        if (m_isShown)
            Q_EMIT messagePosted(notice);
    });
    // Every setup's have the same keys: unseen it would take back what another one says.
    connect(m_notices.get(), &DraftNotices::cleared, this, [this](const QString &key) {
        if (m_isShown)
            Q_EMIT messageCleared(key);
    });
    connect(session, &DraftSession::phaseChanged, this, [this](DraftSession::Phase phase) {
        if (phase == DraftSession::Phase::InUse)
            build();
    });
}

QString OpenSetup::title() const
{
    const bool isKnown =
        m_wizardContext && m_wizardContext->event() && !m_wizardContext->event()->title.isEmpty();
    return isKnown ? m_wizardContext->event()->title : m_eid.value();
}

FieldWording OpenSetup::wording()
{
    // By value: a dialog may outlive the wizard.
    QHash<ClusterRef, QString> labels;
    QString currency = m_context.client.currency();
    const SetupProcess &row = m_session.draft().data();
    if (m_wizardContext) {
        for (const ChosenCluster &chosen : row.clusters)
            labels.insert(chosen.cluster, m_wizardContext->clusterLabel(chosen.cluster));
        if (const auto &run = m_wizardContext->clusters()) {
            for (const TasteCluster &cluster : run->clusters)
                labels.insert(cluster.cluster, cluster.label);
        }
    }
    if (!row.currency.isEmpty())
        currency = row.currency;
    return {[labels](const ClusterRef &cluster) { return labels.value(cluster, cluster.tc.value()); },
            currency, m_host->locale()};
}

void OpenSetup::build()
{
    if (m_wizard)
        return;
    m_wizardContext = std::make_unique<WizardContext>();
    m_wizardContext->setShortcuts(m_context.settings.shortcuts());
    m_wizardContext->setInUse(m_session.phase() == DraftSession::Phase::InUse);
    m_feed = std::make_unique<WizardFeed>(m_context.client, m_session.draft(), *m_wizardContext,
                                          m_context.calendar);
    m_wizard = new CampaignWizard(m_session.draft(), *m_wizardContext, m_host);
    m_wizard->setWindowFlags(Qt::Widget); // a dialog by birth, which would float over the window

    WizardFeed *feed = m_feed.get();
    connect(m_wizard, &CampaignWizard::planChanged, feed, &WizardFeed::planChanged);
    connect(m_wizard, &CampaignWizard::partRequested, feed, &WizardFeed::retry);
    connect(feed, &WizardFeed::proposed, &m_session, &DraftSession::takeProposal);
    connect(m_wizard, &CampaignWizard::mediaChosen, feed, &WizardFeed::uploadMedia);
    connect(m_wizard, &CampaignWizard::mediaCancelled, feed, &WizardFeed::cancelUpload);
    connect(m_wizard, &CampaignWizard::geoSearchRequested, feed, &WizardFeed::searchPlaces);
    connect(feed, &WizardFeed::mediaUploaded, this, &OpenSetup::takeMedia);
    connect(m_wizard, &CampaignWizard::publishRequested, this, &OpenSetup::publish);
    connect(m_wizard, &CampaignWizard::retryRequested, this, [this] { m_session.saver().saveNow(); });
    connect(m_wizard, &CampaignWizard::compareRequested, m_notices.get(), &DraftNotices::openConflict);
    connect(m_wizard, &CampaignWizard::signInRequested, this, &OpenSetup::signInRequested);
    connect(m_wizard, &CampaignWizard::assumptionsRequested, this, &OpenSetup::assumptionsRequested);
    connect(m_wizardContext.get(), &WizardContext::newerRunChanged, this, &OpenSetup::offerMove);
    m_wizard->setSaveState(m_session.saveState());
    feed->start(m_eid);
    if (m_session.awaitsProposal())
        feed->readProposal();
    Q_EMIT built();
    Q_EMIT undoStackChanged();
}

void OpenSetup::offerMoveWhenKnown()
{
    m_moveWanted = true;
    offerMove();
}

void OpenSetup::offerMove()
{
    if (m_moveWanted && !m_isPublishing && m_wizard && m_wizardContext->newerRun()) {
        m_moveWanted = false;
        m_wizard->offerNewerClusters();
    }
}

void OpenSetup::refreshPlan()
{
    if (!m_feed)
        return;
    m_feed->refreshRuns();
    m_feed->planChanged();
    if (m_session.awaitsProposal() && m_wizardContext->problem(WizardContext::Part::Proposal))
        m_feed->readProposal();
}

void OpenSetup::setShortcuts(const Shortcuts &shortcuts)
{
    if (m_wizardContext)
        m_wizardContext->setShortcuts(shortcuts);
}

void OpenSetup::takeMedia(const ClusterRef &cluster, int index, const UploadedMedia &media)
{
    const SetupProcess &setup = m_session.draft().data();
    const std::vector<size_t> own = setup.creativesOf(cluster);
    Creative creative;
    creative.cluster = cluster;
    if (size_t(index) < own.size())
        creative = setup.creatives.at(own.at(size_t(index)));
    creative.mediaUrl = media.url;
    creative.mediaType = media.type;
    m_session.draft().setCreative(cluster, std::min(index, int(own.size())), creative, u"mediaUrl"_s);
}

QUndoStack *OpenSetup::undoStack()
{
    // What is being published isn't taken back by Ctrl+Z.
    return m_wizard && !m_isPublishing ? &m_session.draft().undoStack() : nullptr;
}

void OpenSetup::setShown(bool shown)
{
    if (!shown)
        m_notices->clear(); // while they are still ours
    m_isShown = shown;
    if (shown && m_run)
        m_run->lookNow();
}

void OpenSetup::openHistory()
{
    if (isReady() && !m_isPublishing)
        m_notices->openHistory();
}

void OpenSetup::close(QObject *context, const std::function<void()> &done, std::chrono::milliseconds budget)
{
    m_isClosing = true;
    if (m_wizard && !m_isPublishing)
        m_wizard->setEnabled(false); // first: what is being typed is an edit once the focus leaves it
    m_session.close(
        context, [done](bool) { done(); }, budget);
}

// --- Publishing

void OpenSetup::publish()
{
    if (m_isClosing)
        return;
    Q_EMIT messageCleared(noticeKey());
    if (waitsForUpload())
        return;
    m_notices->clear(); // their buttons change the draft
    m_run = std::make_unique<PublishRun>(m_context.client, m_session.saver(), m_session.draft(), *m_feed,
                                         *m_wizardContext);
    connectRun();
    setPublishing(true);
    m_run->start();
}

// What arrives later would find the draft locked, or gone.
bool OpenSetup::waitsForUpload()
{
    const bool waits = m_wizardContext->isUploading();
    if (waits)
        post(Tone::Warn, tr("A picture or video is still being uploaded. Publish once it has arrived."));
    return waits;
}

void OpenSetup::setPublishing(bool publishing)
{
    m_isPublishing = publishing;
    m_wizard->setPublishing(publishing);
    Q_EMIT undoStackChanged();
}

// The ends are told later: whoever hears of one may destroy this, and with it the run that is telling.
void OpenSetup::connectRun()
{
    PublishRun *run = m_run.get();
    connect(
        run, &PublishRun::published, this,
        [this](int campaigns, const std::vector<FieldDifference> &differences) {
            m_isPublishing = false;
            m_session.forget();
            Q_EMIT published(campaigns, differences);
        },
        Qt::QueuedConnection);
    connect(
        run, &PublishRun::differs, this,
        [this](const std::vector<FieldDifference> &differences) {
            endPublishing([&] {
                if (m_isShown)
                    m_notices->tellDiffers(differences);
                else
                    tellUnpublished(
                        tr("The campaigns of “%1” weren't published: the service holds something other than "
                           "what you entered."));
            });
        },
        Qt::QueuedConnection);
    connect(
        run, &PublishRun::refused, this,
        [this](const Issues &) {
            endPublishing([this] {
                if (m_isShown)
                    m_wizard->jumpToNextProblem();
                else
                    tellUnpublished(tr(
                        "The campaigns of “%1” weren't published: the setup needs to be corrected first."));
            });
        },
        Qt::QueuedConnection);
    connect(
        run, &PublishRun::failed, this,
        [this](const Problem &problem) {
            endPublishing([&] {
                const QString what = tr("The campaigns of “%1” weren't published.").arg(title());
                post(Tone::Bad, problemText(what, problem));
            });
        },
        Qt::QueuedConnection);
    connect(run, &PublishRun::unclear, this, [this](const Problem &problem) {
        post(Tone::Warn,
             tr("It isn't known yet whether the campaigns of “%1” were published. %2 The service is asked "
                "until it says so.")
                 .arg(title(), problemReason(problem)));
    });
    connect(run, &PublishRun::unknown, this, [this, run](const Problem &problem) {
        post(Tone::Warn,
             tr("Whether the campaigns of “%1” were published could not be found out: %2 They can be "
                "published again only after the service has said so.")
                 .arg(title(), problemReason(problem)),
             {tr("Look again"), [run = QPointer(run)] {
                  if (run)
                      run->lookNow();
              }});
    });
}

void OpenSetup::endPublishing(const std::function<void()> &tell)
{
    setPublishing(false);
    tell();
    Q_EMIT notPublished(); // the last word: this may be gone after it
}

void OpenSetup::tellUnpublished(const QString &text)
{
    post(Tone::Warn, text.arg(title()), {tr("Open the setup"), m_reopen});
}

void OpenSetup::post(Tone tone, const QString &text, const Notice::Action &action)
{
    Q_EMIT messagePosted({.key = noticeKey(), .tone = tone, .text = text, .action = action});
}

} // namespace groundswell
