#include "app/desktop/setup/wizardhost.h"

#include "app/desktop/setup/draftnotices.h"
#include "app/desktop/setup/publishrun.h"
#include "app/desktop/setup/wizardfeed.h"
#include "app/look/accessibility.h"
#include "app/look/emptystate.h"
#include "app/look/problemtext.h"
#include "app/look/skeletonrows.h"
#include "app/net/session.h"
#include "wizard/campaignwizard.h"
#include "wizard/wizardcontext.h"

#include <QPointer>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

const QString PublishKey = u"publish"_s;

} // namespace

WizardHost::WizardHost(const DesktopContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_stack(new QStackedLayout(this))
    , m_loading(new SkeletonRows)
    , m_error(new EmptyState(u"cloud-off"_s, {}, tr("Try again")))
{
    nameWidget(this, u"wizardHost"_s, tr("Campaign setup"));
    m_error->setObjectName(u"wizardError"_s);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_error);
    connect(m_error, &EmptyState::triggered, this, [this] { open(m_eid); });
}

WizardHost::~WizardHost()
{
    blockSignals(true); // who listened may be half gone
    tearDown();
}

void WizardHost::open(const EventId &eid)
{
    const bool isOpen = m_session && m_session->phase() == DraftSession::Phase::Ready && m_wizard;
    if (isOpen && !m_closing && eid == m_eid)
        return;
    const EventId wanted = eid; // it may be our own, which goes with what is taken down
    tearDown();
    m_eid = wanted;
    m_stack->setCurrentWidget(m_loading);
    openSession();
}

void WizardHost::openForMove(const EventId &eid)
{
    open(eid);
    m_moveWanted = true;
    offerMove();
}

void WizardHost::offerMove()
{
    if (m_moveWanted && m_wizard && m_wizardContext->newerRun()) {
        m_moveWanted = false;
        m_wizard->offerRunMove();
    }
}

void WizardHost::refreshPlan()
{
    if (!m_feed)
        return;
    m_feed->refreshRuns();
    m_feed->planChanged();
    if (m_session->awaitsProposal() && m_wizardContext->problem(WizardContext::Part::Proposal))
        m_feed->readProposal();
}

// Nothing but the row itself, or the journal, is waited for: what else the pages show arrives when it
// arrives.
void WizardHost::openSession()
{
    const DraftSession::Place place{m_context.journalFolder, m_context.session.place(),
                                    m_context.session.partner()};
    m_session =
        std::make_unique<DraftSession>(m_context.draftStore, m_context.scheduler, m_context.random, place);
    connectSession();
    m_session->open(m_eid);
}

void WizardHost::connectSession()
{
    DraftSession *session = m_session.get();
    connect(session, &DraftSession::opened, this, &WizardHost::buildWizard);
    // What waits for a token or for the network goes out as soon as there is one again.
    connect(&m_context.session, &Session::signedIn, session, [session] { session->saver().signedIn(); });
    connect(&m_reachability, &Reachability::returned, session,
            [session] { session->saver().networkReturned(); });
    connect(session, &DraftSession::openFailed, this, [this](const Problem &problem) {
        showProblem(problemText(tr("The campaign setup couldn't be opened."), problem));
    });
    connect(session, &DraftSession::saveStateChanged, this, [this](const SaveState &state) {
        if (m_wizard)
            m_wizard->setSaveState(state);
    });
    m_notices = std::make_unique<DraftNotices>(
        *session, [this] { return wording(); }, window());
    connect(m_notices.get(), &DraftNotices::posted, this, &WizardHost::messagePosted);
    connect(m_notices.get(), &DraftNotices::cleared, this, &WizardHost::messageCleared);
    connect(session, &DraftSession::phaseChanged, this, [this](DraftSession::Phase phase) {
        if (phase == DraftSession::Phase::InUse)
            buildWizard();
    });
}

FieldWording WizardHost::wording() const
{
    // By value: a dialog may outlive the wizard.
    QHash<ClusterRef, QString> labels;
    QString currency = m_context.client.currency();
    if (m_wizardContext) {
        for (const ChosenCluster &chosen : m_session->draft().data().clusters)
            labels.insert(chosen.cluster, m_wizardContext->clusterLabel(chosen.cluster));
        if (const auto &run = m_wizardContext->clusters()) {
            for (const TasteCluster &cluster : run->clusters)
                labels.insert(cluster.cluster, cluster.label);
        }
    }
    if (m_session && !m_session->draft().data().currency.isEmpty())
        currency = m_session->draft().data().currency;
    return {[labels](const ClusterRef &cluster) { return labels.value(cluster, cluster.tc.value()); },
            currency, locale()};
}

void WizardHost::buildWizard()
{
    if (m_wizard)
        return;
    m_wizardContext = std::make_unique<WizardContext>();
    m_feed = std::make_unique<WizardFeed>(m_context.client, m_session->draft(), *m_wizardContext,
                                          m_context.calendar);
    m_wizard = new CampaignWizard(m_session->draft(), *m_wizardContext, this);
    m_wizard->setWindowFlags(Qt::Widget); // a dialog by birth, which would float over the window
    m_stack->addWidget(m_wizard);
    m_stack->setCurrentWidget(m_wizard);

    WizardFeed *feed = m_feed.get();
    connect(m_wizard, &CampaignWizard::planChanged, feed, &WizardFeed::planChanged);
    connect(m_wizard, &CampaignWizard::partRequested, feed, &WizardFeed::retry);
    connect(feed, &WizardFeed::proposed, m_session.get(), &DraftSession::takeProposal);
    connect(m_wizard, &CampaignWizard::mediaChosen, feed, &WizardFeed::uploadMedia);
    connect(m_wizard, &CampaignWizard::mediaCancelled, feed, &WizardFeed::cancelUpload);
    connect(m_wizard, &CampaignWizard::geoSearchRequested, feed, &WizardFeed::searchPlaces);
    connect(feed, &WizardFeed::mediaUploaded, this, &WizardHost::takeMedia);
    connect(m_wizard, &CampaignWizard::publishRequested, this, &WizardHost::publish);
    connect(m_wizard, &CampaignWizard::locked, this, [this](bool locked) {
        Q_EMIT undoStackChanged(locked ? nullptr : &m_session->draft().undoStack());
    });
    connect(m_wizard, &CampaignWizard::retryRequested, this, &WizardHost::saveNow);
    connect(m_wizard, &CampaignWizard::compareRequested, m_notices.get(), &DraftNotices::openConflict);
    connect(m_wizard, &CampaignWizard::signInRequested, this, &WizardHost::signInRequested);
    connect(m_wizard, &CampaignWizard::assumptionsRequested, this, &WizardHost::assumptionsRequested);
    connect(m_wizardContext.get(), &WizardContext::newerRunChanged, this, &WizardHost::offerMove);
    m_wizard->setSaveState(m_session->saveState());
    feed->start(m_eid);
    if (m_session->awaitsProposal())
        feed->readProposal();
    Q_EMIT undoStackChanged(&m_session->draft().undoStack());
    m_wizard->setFocus();
}

void WizardHost::takeMedia(const ClusterRef &cluster, int index, const UploadedMedia &media)
{
    const SetupProcess &setup = m_session->draft().data();
    const std::vector<size_t> own = setup.creativesOf(cluster);
    Creative creative;
    creative.cluster = cluster;
    if (size_t(index) < own.size())
        creative = setup.creatives.at(own.at(size_t(index)));
    creative.mediaUrl = media.url;
    creative.mediaType = media.type;
    m_session->draft().setCreative(cluster, std::min(index, int(own.size())), creative, u"mediaUrl"_s);
}

void WizardHost::publish()
{
    Q_EMIT messageCleared(PublishKey);
    m_wizard->setPublishing(true);
    m_publishing = std::make_unique<PublishRun>(m_context.client, m_session->saver(), m_session->draft(),
                                                *m_feed, *m_wizardContext);
    // Queued: the run ends itself before it is taken down. By then another setup may be open.
    const auto finished = [this, run = QPointer(m_publishing.get())](
                              int campaigns, const std::vector<FieldDifference> &differences) {
        if (run && run == m_publishing.get())
            finishPublishing(campaigns, differences);
    };
    connect(m_publishing.get(), &PublishRun::published, this, finished, Qt::QueuedConnection);
    connect(m_publishing.get(), &PublishRun::differs, this,
            [this](const std::vector<FieldDifference> &differences) {
                m_wizard->setPublishing(false);
                m_notices->tellDiffers(differences);
            });
    connect(m_publishing.get(), &PublishRun::refused, this, [this](const Issues &) {
        m_wizard->setPublishing(false);
        m_wizard->jumpToNextProblem();
    });
    connect(m_publishing.get(), &PublishRun::failed, this, [this](const Problem &problem) {
        m_wizard->setPublishing(false);
        Q_EMIT messagePosted({.key = PublishKey,
                              .tone = Tone::Bad,
                              .text = problemText(tr("The campaigns weren't published."), problem)});
    });
    connect(m_publishing.get(), &PublishRun::unclear, this, [this](const Problem &problem) {
        Q_EMIT messagePosted(
            {.key = PublishKey,
             .tone = Tone::Warn,
             .text = tr("It isn't known yet whether the campaigns were published. %1 The service is asked "
                        "until it says so.")
                         .arg(problemReason(problem))});
    });
    m_publishing->start();
}

void WizardHost::finishPublishing(int campaigns, const std::vector<FieldDifference> &differences)
{
    const EventId eid = m_eid;
    const FieldWording words = wording();
    m_session->forget();
    tearDown();
    Q_EMIT published(eid, campaigns);
    if (!differences.empty())
        Q_EMIT campaignsDiffer(differences, words);
}

void WizardHost::leave()
{
    if (m_closing || m_eid.isEmpty())
        return;
    const EventId eid = m_eid;
    if (m_publishing && m_publishing->isUnderWay()) {
        Q_EMIT left(eid); // it goes on unseen, and its outcome is told
        return;
    }
    if (!m_session || m_session->phase() != DraftSession::Phase::Ready) {
        tearDown();
        Q_EMIT left(eid);
        return;
    }
    // What was typed goes on its way; the page doesn't wait for it.
    m_closing = true;
    m_session->close(this, [this, eid, closed = QPointer(m_session.get())](bool) {
        // Queued: the session is still at work when it calls.
        QMetaObject::invokeMethod(
            this,
            [this, eid, closed] {
                if (!closed)
                    return; // taken down meanwhile, perhaps for another event
                tearDown();
                Q_EMIT left(eid);
            },
            Qt::QueuedConnection);
    });
}

void WizardHost::keepOnDisk()
{
    if (m_session)
        m_session->keepOnDisk();
}

void WizardHost::shutDown(std::chrono::milliseconds lastSave, const std::function<void()> &done)
{
    if (!m_session || m_session->phase() != DraftSession::Phase::Ready) {
        done();
        return;
    }
    m_closing = true;
    m_session->close(
        this, [done](bool) { done(); }, lastSave);
}

void WizardHost::saveNow()
{
    if (m_session && m_session->phase() == DraftSession::Phase::Ready)
        m_session->saver().saveNow();
}

void WizardHost::openHistory()
{
    if (m_notices && m_session->phase() == DraftSession::Phase::Ready)
        m_notices->openHistory();
}

SaveCounters WizardHost::saveCounters() const
{
    SaveCounters sum = m_counted;
    if (m_session && m_session->phase() == DraftSession::Phase::Ready) {
        const SaveCounters &open = m_session->saver().counters();
        sum.bursts += open.bursts;
        sum.sent += open.sent;
        sum.aborted += open.aborted;
        sum.verified += open.verified;
    }
    return sum;
}

SaveState WizardHost::saveState() const
{
    return m_session && m_session->phase() == DraftSession::Phase::Ready ? m_session->saveState()
                                                                         : SaveState();
}

void WizardHost::showProblem(const QString &text)
{
    m_error->setSentence(text);
    m_stack->setCurrentWidget(m_error);
}

void WizardHost::tearDown()
{
    m_counted = saveCounters();
    Q_EMIT undoStackChanged(nullptr);
    if (m_notices)
        m_notices->clear();
    Q_EMIT messageCleared(PublishKey);
    m_publishing.reset();
    delete m_wizard; // before what it looks at
    m_wizard = nullptr;
    m_feed.reset();
    m_wizardContext.reset();
    m_notices.reset();
    m_session.reset();
    m_closing = false;
    m_moveWanted = false;
    m_eid = {};
}

} // namespace groundswell
