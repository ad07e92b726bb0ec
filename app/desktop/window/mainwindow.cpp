#include "app/desktop/window/mainwindow.h"

#include "app/desktop/eventpage/clusterqualitydialog.h"
#include "app/desktop/eventpage/eventpage.h"
#include "app/desktop/eventpage/spenddialog.h"
#include "app/desktop/events/eventspage.h"
#include "app/desktop/import/importdialog.h"
#include "app/desktop/import/sampleimporter.h"
#include "app/desktop/packages/packagesdock.h"
#include "app/desktop/preferences/connectdialog.h"
#include "app/desktop/preferences/preferencesdialog.h"
#include "app/desktop/setup/campaigneditdialog.h"
#include "app/desktop/setup/wizardhost.h"
#include "app/desktop/shell/jobspanel.h"
#include "app/desktop/shell/messages.h"
#include "app/desktop/shell/settings.h"
#include "app/desktop/shell/tasterunwatch.h"
#include "app/desktop/versions/comparedialog.h"
#include "app/desktop/welcome/welcomepage.h"
#include "app/desktop/window/shellactions.h"
#include "app/desktop/window/shortcutsdialog.h"
#include "app/look/inputs/usable.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/theme.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/problemtext.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "app/net/wave/waveclient.h"
#include "models/items/format.h"
#include "models/time/calendar.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

constexpr int LeastWidth = 1024;
constexpr int LeastHeight = 680;
constexpr int UsualWidth = 1280;
constexpr int UsualHeight = 800;
constexpr int DockCharacters = 62;
const QString OfflineKey = u"offline"_s;

} // namespace

MainWindow::MainWindow(const DesktopContext &context, QWidget *parent)
    : QMainWindow(parent)
    , m_context(context)
{
    nameWidget(this, u"mainWindow"_s, tr("Groundswell"));
    setWindowTitle(tr("Groundswell"));
    setMinimumSize(LeastWidth, LeastHeight);

    m_packages = new PackagesDock(m_context, this);
    addDockWidget(Qt::RightDockWidgetArea, m_packages);
    resizeDocks({m_packages}, {characters(this, DockCharacters)}, Qt::Horizontal);
    m_packages->hide();
    m_actions = new ShellActions(*this, m_undo, *m_packages, m_context.settings.shortcuts());
    buildCentre();
    buildStatusBar();
    connectPages();
    connectActions();
    m_defaultState = saveState(Settings::LayoutVersion);
    resize(UsualWidth, UsualHeight);
    restoreLayout();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildCentre()
{
    m_welcome = new WelcomePage;
    m_events = new EventsPage(m_context.client, m_context.calendar);
    m_event = new EventPage(m_context.client, m_context.calendar);
    m_event->setSpendTyped(m_context.isLocal);
    m_event->setClusterQualityKnown(m_context.isLocal);
    m_wizard = new WizardHost(m_context);
    m_sample = new SampleImporter(m_context.client, m_context.writeSample, this);
    if (m_context.isLocal)
        m_runs = new TasteRunWatch(m_context.client, this);
    m_stack = new QStackedWidget;
    m_stack->setObjectName(u"pages"_s);
    for (QWidget *page : {static_cast<QWidget *>(m_welcome), static_cast<QWidget *>(m_events),
                          static_cast<QWidget *>(m_event), static_cast<QWidget *>(m_wizard)})
        m_stack->addWidget(page);

    auto *centre = new QWidget;
    centre->setObjectName(u"centre"_s);
    auto *rows = new QVBoxLayout(centre);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    m_messages = new Messages(centre);
    rows->addWidget(m_messages->bar());
    rows->addWidget(m_stack, 1);
    setCentralWidget(centre);
}

void MainWindow::buildStatusBar()
{
    m_place = new TextLabel(TextRole::Caption);
    m_place->setObjectName(u"workplace"_s);
    m_jobs = new JobsPanel;
    nameWidget(statusBar(), u"statusBar"_s, tr("State"));
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(unitMargins(this, 1.5, 0));
    statusBar()->addWidget(m_place, 1);
    statusBar()->addPermanentWidget(m_jobs);
    showPlace();
}

void MainWindow::showPlace()
{
    m_place->setText(m_context.isLocal ? tr("Workspace on this computer")
                                       : tr("Connected to %1").arg(m_context.session.baseUrl().host()));
}

void MainWindow::connectPages()
{
    connect(m_welcome, &WelcomePage::sampleRequested, this, &MainWindow::openSample);
    connect(m_welcome, &WelcomePage::importRequested, this, &MainWindow::openImport);
    connect(m_welcome, &WelcomePage::connectRequested, this, &MainWindow::openConnect);

    connect(m_events, &EventsPage::opened, this, &MainWindow::showEventPage);
    connect(m_events, &EventsPage::setupRequested, this, &MainWindow::showWizard);
    connect(m_events, &EventsPage::importRequested, this, &MainWindow::openImport);

    connect(m_event, &EventPage::backRequested, this, &MainWindow::showEvents);
    connect(m_event, &EventPage::setupRequested, this, &MainWindow::showWizard);
    connect(m_event, &EventPage::newerClustersRequested, this, &MainWindow::showNewerClusters);
    connect(m_event, &EventPage::failed, this,
            [this](const QString &text) { m_messages->warn(u"event"_s, text); });
    connect(m_event, &EventPage::editRequested, this, [this](const Event &event, const Campaign &campaign) {
        auto *dialog = new CampaignEditDialog(m_context.client, m_context.calendar, event, campaign, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setShortcuts(m_context.settings.shortcuts());
        connect(dialog, &CampaignEditDialog::saved, m_event, &EventPage::refresh);
        dialog->open();
    });
    connect(m_event, &EventPage::spendRequested, this,
            [this](const Event &event, const std::vector<Campaign> &campaigns) {
                auto *dialog = new SpendDialog(m_context.client, m_context.calendar, event, campaigns, this);
                dialog->setAttribute(Qt::WA_DeleteOnClose);
                connect(dialog, &SpendDialog::changed, m_event, &EventPage::refresh);
                dialog->open();
            });
    connect(m_event, &EventPage::clusterQualityRequested, this, [this] {
        auto *dialog = new ClusterQualityDialog(m_context.client, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });

    connect(m_wizard, &WizardHost::left, this, [this](const EventId &eid) {
        if (m_stack->currentWidget() == m_wizard)
            showEventPage(eid);
    });
    connect(m_wizard, &WizardHost::published, this, &MainWindow::tellPublished);
    connect(m_wizard, &WizardHost::openRequested, this, &MainWindow::showWizard);
    connect(m_wizard, &WizardHost::campaignsDiffer, this, &MainWindow::tellCampaignsDiffer);
    connect(m_wizard, &WizardHost::undoStackChanged, this, &MainWindow::setUndoStack);
    connect(m_wizard, &WizardHost::signInRequested, this, &MainWindow::openConnect);
    connect(m_wizard, &WizardHost::assumptionsRequested, this, &MainWindow::openAssumptions);
    connect(m_wizard, &WizardHost::messagePosted, m_messages, &Messages::post);
    connect(m_wizard, &WizardHost::messageCleared, m_messages, &Messages::clear);
    connect(m_packages, &PackagesDock::failed, this,
            [this](const QString &text) { m_messages->warn(u"packages"_s, text); });
    connect(m_packages, &PackagesDock::succeeded, this,
            [this](const QString &text) { m_messages->say(u"packages"_s, text); });
    connect(m_packages, &PackagesDock::jobStarted, m_jobs, &JobsPanel::add);

    connect(m_sample, &SampleImporter::started, m_jobs, &JobsPanel::add);
    connect(m_sample, &SampleImporter::started, m_welcome, [this] { m_welcome->setBusy(true); });
    connect(m_sample, &SampleImporter::finished, this, [this](const QString &problem) {
        m_welcome->setBusy(false);
        offerSample();
        if (!problem.isEmpty())
            m_messages->warn(u"sample"_s, problem);
        else
            dataChanged();
    });
    RestClient &rest = m_context.client.rest();
    connect(&rest, &RestClient::answeredFromMemory, this, [this](const QDateTime &moment) {
        m_messages->post(
            {.key = OfflineKey,
             .text = tr("No connection to the service. You see what it said on %1; what you edit is "
                        "kept on this computer.")
                         .arg(format::dateTime(moment))});
    });
    connect(&rest, &RestClient::serviceReached, this, [this] { m_messages->clear(OfflineKey); });
    if (m_runs) {
        connect(m_runs, &TasteRunWatch::started, m_jobs, &JobsPanel::add);
        connect(m_runs, &TasteRunWatch::finished, m_event, &EventPage::refresh);
        connect(m_runs, &TasteRunWatch::finished, m_wizard, &WizardHost::refreshPlan);
    }
    connect(&m_context.session, &Session::signedOut, this, &MainWindow::updateSignedOut);
    connect(&m_context.session, &Session::signedIn, this, &MainWindow::updateSignedOut);
}

void MainWindow::connectActions()
{
    connect(m_actions->importData, &QAction::triggered, this, &MainWindow::openImport);
    connect(m_actions->openSample, &QAction::triggered, this, &MainWindow::openSample);
    setUsable(m_actions->importData, m_context.isLocal, tr("This needs a workspace on this computer."));
    offerSample();
    connect(m_actions->connectService, &QAction::triggered, this, &MainWindow::openConnect);
    connect(m_actions->preferences, &QAction::triggered, this, &MainWindow::openPreferences);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->saveNow, &QAction::triggered, m_wizard, &WizardHost::saveNow);
    connect(m_actions->history, &QAction::triggered, m_wizard, &WizardHost::openHistory);
    connect(m_actions->find, &QAction::triggered, this, &MainWindow::focusSearch);
    connect(m_actions->events, &QAction::triggered, this, &MainWindow::showEvents);
    connect(m_actions->refresh, &QAction::triggered, this, [this] {
        if (m_stack->currentWidget() == m_event)
            m_event->refresh();
        else if (m_stack->currentWidget() == m_events)
            m_events->refresh();
        if (m_packages->isVisible())
            m_packages->refresh();
    });
    connect(m_actions->nextPane, &QAction::triggered, this, [this] { focusNextPane(true); });
    connect(m_actions->previousPane, &QAction::triggered, this, [this] { focusNextPane(false); });
    connect(m_actions->back, &QAction::triggered, this, &MainWindow::goBack);
    connect(m_actions->resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    connect(m_actions->shortcuts, &QAction::triggered, this, &MainWindow::openShortcuts);
    for (QAction *action : m_actions->colours->actions())
        action->setChecked(action->data().toInt() == int(m_context.settings.colours()));
    connect(m_actions->colours, &QActionGroup::triggered, this, [this](const QAction *action) {
        const auto colours = Theme::Choice(action->data().toInt());
        m_context.settings.setColours(colours);
        m_context.theme.setChoice(colours);
    });
}

void MainWindow::start()
{
    if (!m_context.folderWarning.isEmpty())
        m_messages->warn(u"folder"_s, m_context.folderWarning);
    if (m_runs)
        m_runs->look();
    readPartner([this] {
        EventQuery any;
        any.limit = 1;
        m_startRequest = m_context.client.events(any, this, [this](const Expected<Page<Event>> &events) {
            const bool empty = events && events->total == 0 && m_context.isLocal;
            if (empty)
                showWelcome();
            else
                showEvents();
        });
    });
}

void MainWindow::readPartner(const std::function<void()> &then)
{
    m_partnerRequest = m_context.client.partner(this, [this, then](const Expected<Partner> &partner) {
        if (partner) {
            m_context.client.setCurrency(partner->currency);
            m_context.calendar.setZone(partner->timeZone);
            setWindowTitle(partner->name.isEmpty() ? tr("Groundswell")
                                                   : tr("%1 – Groundswell").arg(partner->name));
        }
        then();
    });
}

void MainWindow::setUndoStack(QUndoStack *stack)
{
    if (stack)
        m_undo.addStack(stack);
    m_undo.setActiveStack(stack);
    m_actions->setDraftOpen(stack);
}

SaveState MainWindow::draftState() const
{
    return m_wizard->saveState();
}

SaveCounters MainWindow::saveCounters() const
{
    return m_wizard->saveCounters();
}

void MainWindow::turnTo(QWidget *page)
{
    const bool editing = page == m_wizard;
    m_stack->setCurrentWidget(page);
    m_actions->setEditing(editing);
    setUsable(m_actions->events, page != m_welcome, tr("There are no events here yet."));
    setUsable(m_actions->find, page != m_welcome, tr("There are no events here yet."));
    setUsable(m_actions->back, page == m_event || editing, tr("There is no page before this one."));
}

void MainWindow::showWelcome()
{
    turnTo(m_welcome);
}

void MainWindow::showEvents()
{
    if (m_stack->currentWidget() == m_wizard)
        m_wizard->leave();
    m_events->refresh();
    turnTo(m_events);
    m_events->setFocus();
}

void MainWindow::showEventPage(const EventId &eid)
{
    m_event->open(eid);
    turnTo(m_event);
    m_event->setFocus();
}

void MainWindow::showWizard(const EventId &eid)
{
    m_wizard->open(eid);
    turnTo(m_wizard);
}

void MainWindow::showNewerClusters(const EventId &eid)
{
    m_wizard->openForMove(eid);
    turnTo(m_wizard);
}

void MainWindow::goBack()
{
    if (m_stack->currentWidget() == m_wizard)
        m_wizard->leave();
    else if (m_stack->currentWidget() == m_event)
        showEvents();
}

void MainWindow::focusSearch()
{
    if (m_stack->currentWidget() != m_events)
        showEvents();
    m_events->focusSearch();
}

void MainWindow::focusNextPane(bool forward)
{
    QList<QWidget *> panes{m_stack->currentWidget()};
    if (m_packages->isVisible())
        panes.append(m_packages->widget());
    panes.append(statusBar());
    const QWidget *focused = QApplication::focusWidget();
    qsizetype current = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focused && (panes.at(i) == focused || panes.at(i)->isAncestorOf(focused)))
            current = i;
    }
    for (qsizetype step = 1; step < panes.size(); ++step) {
        const qsizetype next = (current + (forward ? step : panes.size() - step)) % panes.size();
        QWidget *pane = panes.at(next);
        for (QWidget *widget = pane->nextInFocusChain(); widget && pane->isAncestorOf(widget);
             widget = widget->nextInFocusChain()) {
            if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)) {
                widget->setFocus(Qt::TabFocusReason);
                return;
            }
        }
    }
}

void MainWindow::offerSample()
{
    setUsable(m_actions->openSample, static_cast<bool>(m_context.writeSample),
              tr("This needs a workspace on this computer."));
}

void MainWindow::openSample()
{
    setUsable(m_actions->openSample, false, tr("The sample is being imported."));
    m_sample->start();
}

void MainWindow::dataChanged()
{
    if (m_runs)
        m_runs->look();
    if (m_stack->currentWidget() == m_welcome) {
        start();
        return;
    }
    // Name, currency and time zone may have come with the data.
    readPartner([this] {
        m_events->refresh();
        m_event->refresh();
    });
}

void MainWindow::updateSignedOut()
{
    if (m_context.session.isSignedIn()) {
        m_messages->clear(u"signedOut"_s);
        return;
    }
    m_messages->post(
        {.key = u"signedOut"_s,
         .tone = Tone::Warn,
         .text =
             tr("The service asks you to sign in again. What you edit is kept on this computer until then."),
         .action = {tr("Sign in…"), [this] { openConnect(); }, false}});
}

void MainWindow::restoreLayout()
{
    restoreGeometry(m_context.settings.windowGeometry());
    if (!restoreState(m_context.settings.windowState(), Settings::LayoutVersion))
        restoreState(m_defaultState, Settings::LayoutVersion);
}

void MainWindow::resetLayout()
{
    m_context.settings.forgetLayout();
    restoreState(m_defaultState, Settings::LayoutVersion);
    resize(UsualWidth, UsualHeight);
}

void MainWindow::keepOnDisk()
{
    m_wizard->keepOnDisk();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose) {
        QMainWindow::closeEvent(event);
        return;
    }
    // The windows go first, dialogs too. What was typed is synced next; the last save gets its time unseen.
    event->ignore();
    if (std::exchange(m_closing, true))
        return;
    m_context.settings.setWindowGeometry(saveGeometry());
    m_context.settings.setWindowState(saveState(Settings::LayoutVersion));
    for (QWidget *shown : QApplication::topLevelWidgets())
        shown->hide();
    m_wizard->shutDown(m_context.lastSave, [this] {
        m_mayClose = true;
        close();
        Q_EMIT closed();
    });
    m_context.settings.sync(); // the end may be too quick for doing it by itself
}

} // namespace groundswell
