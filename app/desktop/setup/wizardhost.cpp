#include "app/desktop/setup/wizardhost.h"

#include "app/desktop/setup/conflictdialog.h"
#include "app/desktop/setup/publishrun.h"
#include "app/desktop/setup/wizardfeed.h"
#include "app/look/accessibility.h"
#include "app/look/emptystate.h"
#include "app/look/problemtext.h"
#include "app/look/skeletonrows.h"
#include "app/net/session.h"
#include "models/items/format.h"
#include "wizard/campaignwizard.h"
#include "wizard/wizardcontext.h"

#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

// One message a matter; cleared when the draft is closed.
const QString RecoveredKey = u"recovered"_s;
const QString MergedKey = u"merged"_s;
const QString ConflictKey = u"conflict"_s;
const QString JournalKey = u"journal"_s;
const QString PublishKey = u"publish"_s;
const QString InUseKey = u"inUse"_s;

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
    if (m_session && m_session->phase() == DraftSession::Phase::Ready && eid == m_eid && m_wizard)
        return;
    tearDown();
    m_eid = eid;
    m_stack->setCurrentWidget(m_loading);
    readEvent();
}

void WizardHost::readEvent()
{
    m_eventRequest = m_context.client.event(m_eid, this, [this](const Expected<Event> &event) {
        // Offline a draft opens from the journal, then without what else is known of the event.
        m_event = event.value_or(Event());
        m_event.id = m_eid;
        m_defaultsRequest = m_context.client.campaignDefaults(
            m_eid, this, [this](const Expected<CampaignDefaults> &defaults) {
                SetupProcess row = defaults ? defaults->values : SetupProcess();
                row.eid = m_eid;
                openSession(row);
            });
    });
}

void WizardHost::openSession(const SetupProcess &defaults)
{
    const DraftSession::Place place{m_context.journalFolder, m_context.session.place(),
                                    m_context.session.partner()};
    m_session =
        std::make_unique<DraftSession>(m_context.draftStore, m_context.scheduler, m_context.random, place);
    connectSession();
    m_session->open(m_eid, defaults);
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
    connect(session, &DraftSession::recovered, this, [this](const RecoveryInfo &info) {
        Q_EMIT messagePosted(RecoveredKey, Tone::Accent,
                             tr("%n change(s) from %1 were recovered.", nullptr, info.changes)
                                 .arg(format::dateTime(info.editedAt)),
                             tr("Discard them"), [this] { m_session->discardRecovered(); });
    });
    connect(session, &DraftSession::merged, this, [this](const MergeNotice &notice) {
        const SetupProcess before = notice.before;
        Q_EMIT messagePosted(MergedKey, Tone::Neutral,
                             tr("Someone else changed this setup: %n field(s) were taken over.", nullptr,
                                int(notice.taken.size())),
                             tr("Undo"), [this] { m_session->draft().undoStack().undo(); });
    });
    connect(session, &DraftSession::conflictChanged, this, [this] {
        if (m_session->saver().conflict()) {
            Q_EMIT messagePosted(ConflictKey, Tone::Warn,
                                 tr("Someone else changed the same fields. Both versions are kept."),
                                 tr("Compare…"), [this] { openConflict(); });
        } else {
            Q_EMIT messageCleared(ConflictKey);
        }
    });
    connect(session, &DraftSession::journalFailed, this, [this](const QString &) {
        Q_EMIT messagePosted(
            JournalKey, Tone::Bad,
            tr("Changes can't be kept on this computer: the disk is full or write-protected. Stay online "
               "until they are saved."),
            {}, {});
    });
    connect(session, &DraftSession::phaseChanged, this, [this](DraftSession::Phase phase) {
        if (phase == DraftSession::Phase::InUse) {
            Q_EMIT messagePosted(
                InUseKey, Tone::Warn,
                tr("This setup is being edited in another window of Groundswell. Here it can only be read."),
                {}, {});
            buildWizard();
        }
    });
}

void WizardHost::buildWizard()
{
    if (m_wizard)
        return;
    m_wizardContext = std::make_unique<WizardContext>();
    m_feed = std::make_unique<WizardFeed>(m_context.client, m_session->draft(), *m_wizardContext);
    m_wizard = new CampaignWizard(m_session->draft(), *m_wizardContext, this);
    m_wizard->setWindowFlags(Qt::Widget); // a dialog by birth, which would float over the window
    m_stack->addWidget(m_wizard);
    m_stack->setCurrentWidget(m_wizard);

    WizardFeed *feed = m_feed.get();
    connect(m_wizard, &CampaignWizard::planChanged, feed, &WizardFeed::planChanged);
    connect(m_wizard, &CampaignWizard::mediaChosen, feed, &WizardFeed::uploadMedia);
    connect(m_wizard, &CampaignWizard::mediaCancelled, feed, &WizardFeed::cancelUpload);
    connect(m_wizard, &CampaignWizard::geoSearchRequested, feed, &WizardFeed::searchPlaces);
    connect(feed, &WizardFeed::mediaUploaded, this, &WizardHost::takeMedia);
    connect(m_wizard, &CampaignWizard::publishRequested, this, &WizardHost::publish);
    connect(m_wizard, &CampaignWizard::retryRequested, this, &WizardHost::saveNow);
    connect(m_wizard, &CampaignWizard::compareRequested, this, &WizardHost::openConflict);
    connect(m_wizard, &CampaignWizard::signInRequested, this, &WizardHost::signInRequested);
    m_wizard->setSaveState(m_session->saveState());
    feed->start(m_event);
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
    connect(
        m_publishing.get(), &PublishRun::published, this,
        [this](int campaigns) {
            const EventId eid = m_eid;
            m_session->forget();
            tearDown();
            Q_EMIT published(eid, campaigns);
        },
        Qt::QueuedConnection); // the run ends itself before it is taken down
    connect(m_publishing.get(), &PublishRun::refused, this, [this](const Issues &) {
        m_wizard->setPublishing(false);
        m_wizard->jumpToNextProblem();
    });
    connect(m_publishing.get(), &PublishRun::failed, this, [this](const Problem &problem) {
        m_wizard->setPublishing(false);
        Q_EMIT messagePosted(PublishKey, Tone::Bad,
                             problemText(tr("The campaigns weren't published."), problem), {}, {});
    });
    m_publishing->start();
}

void WizardHost::leave()
{
    if (m_closing || m_eid.isEmpty())
        return;
    const EventId eid = m_eid;
    if (!m_session || m_session->phase() != DraftSession::Phase::Ready) {
        tearDown();
        Q_EMIT left(eid);
        return;
    }
    // What was typed goes on its way; the page doesn't wait for it.
    m_closing = true;
    m_session->close(this, [this, eid](bool) {
        // Queued: the session is still at work when it calls.
        QMetaObject::invokeMethod(
            this,
            [this, eid] {
                m_closing = false;
                tearDown();
                Q_EMIT left(eid);
            },
            Qt::QueuedConnection);
    });
}

void WizardHost::shutDown(const std::function<void()> &done)
{
    if (!m_session || m_session->phase() != DraftSession::Phase::Ready) {
        done();
        return;
    }
    m_closing = true;
    m_session->close(this, [done](bool) { done(); });
}

void WizardHost::saveNow()
{
    if (m_session && m_session->phase() == DraftSession::Phase::Ready)
        m_session->saver().saveNow();
}

void WizardHost::openConflict()
{
    if (!m_session || !m_session->saver().conflict())
        return;
    auto *dialog = new ConflictDialog(*m_session->saver().conflict(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConflictDialog::chosen, m_session.get(),
            [this](const ConflictChoice &choice) { m_session->saver().resolve(choice); });
    dialog->open();
}

SaveCounters WizardHost::saveCounters() const
{
    SaveCounters sum = m_counted;
    if (m_session && m_session->phase() == DraftSession::Phase::Ready) {
        const SaveCounters &open = m_session->saver().counters();
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

void WizardHost::clearMessages()
{
    for (const QString &key : {RecoveredKey, MergedKey, ConflictKey, JournalKey, PublishKey, InUseKey})
        Q_EMIT messageCleared(key);
}

void WizardHost::tearDown()
{
    m_eventRequest = {};
    m_defaultsRequest = {};
    m_counted = saveCounters();
    Q_EMIT undoStackChanged(nullptr);
    clearMessages();
    m_publishing.reset();
    delete m_wizard; // before what it looks at
    m_wizard = nullptr;
    m_feed.reset();
    m_wizardContext.reset();
    m_session.reset();
    m_eid = {};
}

} // namespace groundswell
