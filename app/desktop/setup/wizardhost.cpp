#include "app/desktop/setup/wizardhost.h"

#include "app/desktop/setup/opensetup.h"
#include "app/look/pieces/emptystate.h"
#include "app/look/pieces/skeletonrows.h"
#include "app/look/style/accessibility.h"
#include "wizard/campaignwizard.h"

#include <QPointer>
#include <QStackedLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

void add(SaveCounters &sum, const SaveCounters &more)
{
    sum.bursts += more.bursts;
    sum.sent += more.sent;
    sum.aborted += more.aborted;
    sum.verified += more.verified;
}

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
    m_current.reset();
    m_unseen.clear();
}

// --- Opening

void WizardHost::open(const EventId &eid)
{
    const bool isOpen = m_current && m_current->isReady() && m_current->wizard();
    if (isOpen && !m_closing && eid == m_eid) {
        m_current->setShown(true);
        return;
    }
    const EventId wanted = eid; // it may be our own, which goes with what is taken down
    putAside();
    m_eid = wanted;
    if (showUnseen(wanted))
        return;
    m_stack->setCurrentWidget(m_loading);
    m_current = makeSetup(wanted);
    m_current->open();
}

void WizardHost::openForMove(const EventId &eid)
{
    open(eid);
    m_current->offerMoveWhenKnown();
}

bool WizardHost::showUnseen(const EventId &eid)
{
    const auto kept = std::ranges::find_if(m_unseen, [&](const auto &setup) { return setup->eid() == eid; });
    if (kept == m_unseen.end())
        return false;
    m_current = std::move(*kept);
    m_unseen.erase(kept);
    bringUp(m_current.get());
    m_current->setShown(true);
    return true;
}

std::unique_ptr<OpenSetup> WizardHost::makeSetup(const EventId &eid)
{
    const auto reopen = [host = QPointer(this), eid] {
        if (host)
            Q_EMIT host->openRequested(eid);
    };
    auto setup = std::make_unique<OpenSetup>(m_context, m_reachability, eid, this, reopen);
    connectSetup(setup.get());
    return setup;
}

void WizardHost::connectSetup(OpenSetup *setup)
{
    connect(setup, &OpenSetup::built, this, [this, setup] { bringUp(setup); });
    connect(setup, &OpenSetup::openFailed, this, [this](const QString &text) {
        m_error->setSentence(text);
        m_stack->setCurrentWidget(m_error);
    });
    connect(setup, &OpenSetup::undoStackChanged, this, [this, setup] {
        if (isCurrent(setup))
            Q_EMIT undoStackChanged(setup->undoStack());
    });
    connect(setup, &OpenSetup::published, this,
            [this, setup](int campaigns, const std::vector<FieldDifference> &differences) {
                finishPublishing(setup, campaigns, differences);
            });
    connect(setup, &OpenSetup::notPublished, this, [this, setup] {
        if (!isCurrent(setup))
            closeUnseen(setup);
    });
    connect(setup, &OpenSetup::signInRequested, this, &WizardHost::signInRequested);
    connect(setup, &OpenSetup::assumptionsRequested, this, &WizardHost::assumptionsRequested);
    connect(setup, &OpenSetup::messagePosted, this, &WizardHost::messagePosted);
    connect(setup, &OpenSetup::messageCleared, this, &WizardHost::messageCleared);
}

void WizardHost::bringUp(OpenSetup *setup)
{
    if (m_stack->indexOf(setup->wizard()) < 0)
        m_stack->addWidget(setup->wizard());
    m_stack->setCurrentWidget(setup->wizard());
    Q_EMIT undoStackChanged(setup->undoStack());
    setup->wizard()->setFocus();
}

void WizardHost::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_current)
        m_current->setShown(true);
}

void WizardHost::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_current && m_current->isPublishing())
        m_current->setShown(false);
}

void WizardHost::refreshPlan()
{
    if (m_current)
        m_current->refreshPlan();
}

// --- Publishing, seen or not

void WizardHost::finishPublishing(OpenSetup *setup, int campaigns,
                                  const std::vector<FieldDifference> &differences)
{
    const EventId eid = setup->eid();
    const QString title = setup->title();
    const FieldWording words = setup->wording();
    const bool seen = isCurrent(setup) && isVisible();
    if (isCurrent(setup))
        tearDown();
    else
        closeUnseen(setup);
    Q_EMIT messageCleared(u"publish/"_s + eid.value());
    Q_EMIT published(eid, title, campaigns, seen);
    if (!differences.empty())
        Q_EMIT campaignsDiffer(eid, title, differences, words);
}

void WizardHost::closeUnseen(OpenSetup *setup)
{
    const auto kept = std::ranges::find(m_unseen, setup, &std::unique_ptr<OpenSetup>::get);
    if (kept == m_unseen.end())
        return;
    auto closed = std::move(*kept);
    m_unseen.erase(kept);
    destroy(std::move(closed));
}

// --- Closing

void WizardHost::setShortcuts(const Shortcuts &shortcuts)
{
    for (OpenSetup *setup : all())
        setup->setShortcuts(shortcuts);
}

void WizardHost::leave()
{
    if (m_closing || m_eid.isEmpty())
        return;
    const EventId eid = m_eid;
    if (m_current && m_current->isPublishing()) {
        putAside(); // it goes on unseen, and its outcome is told
        Q_EMIT left(eid);
        return;
    }
    if (!m_current || !m_current->isReady()) {
        tearDown();
        Q_EMIT left(eid);
        return;
    }
    // What was typed goes on its way; the page doesn't wait for it.
    m_closing = true;
    const auto closed = [this, eid, setup = QPointer(m_current.get())] {
        if (!setup || !isCurrent(setup))
            return; // taken down meanwhile, perhaps for another event
        tearDown();
        Q_EMIT left(eid);
    };
    m_current->close(
        this, [this, closed] { QMetaObject::invokeMethod(this, closed, Qt::QueuedConnection); },
        DraftSession::closingBudget);
}

void WizardHost::keepOnDisk()
{
    for (OpenSetup *setup : all())
        setup->session().keepOnDisk();
}

void WizardHost::shutDown(std::chrono::milliseconds lastSave, const std::function<void()> &done)
{
    std::vector<OpenSetup *> open = all();
    std::erase_if(open, [](const OpenSetup *setup) { return !setup->isReady(); });
    if (open.empty()) {
        done();
        return;
    }
    m_closing = true;
    const auto left = std::make_shared<size_t>(open.size());
    for (OpenSetup *setup : open) {
        const auto closed = [left, done] {
            if (--*left == 0)
                done();
        };
        setup->close(this, closed, lastSave);
    }
}

// What is being published goes on; everything else is in the journal.
void WizardHost::putAside()
{
    if (!m_current || !m_current->isPublishing()) {
        tearDown();
        return;
    }
    Q_EMIT undoStackChanged(nullptr);
    m_current->setShown(false);
    m_unseen.push_back(std::move(m_current));
    m_closing = false;
    m_eid = {};
}

void WizardHost::tearDown()
{
    Q_EMIT undoStackChanged(nullptr);
    if (m_current) {
        Q_EMIT messageCleared(u"publish/"_s + m_current->eid().value());
        destroy(std::move(m_current));
    }
    m_closing = false;
    m_eid = {};
}

void WizardHost::destroy(std::unique_ptr<OpenSetup> setup)
{
    if (setup->isReady())
        add(m_counted, setup->session().saver().counters());
}

std::vector<OpenSetup *> WizardHost::all() const
{
    std::vector<OpenSetup *> setups;
    if (m_current)
        setups.push_back(m_current.get());
    for (const auto &setup : m_unseen)
        setups.push_back(setup.get());
    return setups;
}

// --- Saving

void WizardHost::saveNow()
{
    if (m_current && m_current->isReady())
        m_current->session().saver().saveNow();
}

void WizardHost::openHistory()
{
    if (m_current)
        m_current->openHistory();
}

SaveCounters WizardHost::saveCounters() const
{
    SaveCounters sum = m_counted;
    for (OpenSetup *setup : all()) {
        if (setup->isReady())
            add(sum, setup->session().saver().counters());
    }
    return sum;
}

SaveState WizardHost::saveState() const
{
    return m_current && m_current->isReady() ? m_current->session().saveState() : SaveState();
}

} // namespace groundswell
