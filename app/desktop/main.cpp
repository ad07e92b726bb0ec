#include "app/autosave/wavedraftstore.h"
#include "app/desktop/shell/settings.h"
#include "app/desktop/startup/folderwarning.h"
#include "app/desktop/startup/languages.h"
#include "app/desktop/startup/leaving.h"
#include "app/desktop/startup/options.h"
#include "app/desktop/startup/workspacelock.h"
#include "app/desktop/tour/meteredstore.h"
#include "app/desktop/tour/player.h"
#include "app/desktop/tour/userpath.h"
#include "app/desktop/window/mainwindow.h"
#include "app/look/style/theme.h"
#include "app/look/texts/problemtext.h"
#include "app/net/rest/accessmanager.h"
#include "app/net/rest/answermemory.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "app/net/wave/tokenrefresher.h"
#include "app/net/wave/waveclient.h"
#include "app/process/terminationsignal.h"
#include "app/service/sample/samplegenerator.h"
#include "app/service/service.h"
#include "models/time/calendar.h"

#include <QApplication>
#include <QMessageBox>
#include <QNetworkAccessManager>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThreadPool>

#include <algorithm>

using namespace groundswell;
using namespace Qt::StringLiterals;

// The composition root: the only place that sees both the client and the service. It builds the graph, passes
// references, and holds no rule of its own.

namespace {

constexpr int Refused = 1;

void say(const QString &text)
{
    QTextStream(stderr) << "groundswell: " << text << Qt::endl;
}

/// False where no window can be shown. There the program runs offscreen, so that help, a refusal and the tour
/// work on a machine without a display. Must be known before the application object.
bool chooseDisplay()
{
#ifdef Q_OS_LINUX
    const bool display = !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    if (!display)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return display;
#else
    return true;
#endif
}

/// The tour's keys reach our own file dialogs, not those of the desktop. Must be known before the application
/// object.
void prepareForTour(int argc, char **argv)
{
    if (std::any_of(argv + 1, argv + argc,
                    [](const char *argument) { return qstrncmp(argument, "--tour", 6) == 0; }))
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
}

Theme::Choice themeChoice(const Options &options, const Settings &settings)
{
    if (options.theme == "dark"_L1)
        return Theme::Choice::Dark;
    if (options.theme == "light"_L1)
        return Theme::Choice::Light;
    return Theme::Choice(int(settings.colours()));
}

/// Where this run keeps its things: the user's own places, or a fresh folder for a tour.
struct Places {
    QString dataFolder;
    QString settingsFile; ///< empty = the user's own
    QString workspace; ///< empty with a server
};

Places placesFor(const Options &options, const QTemporaryDir &fresh)
{
    Places places;
    const bool tour = !options.tourFolder.isEmpty();
    places.dataFolder =
        tour ? fresh.path() : QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    if (tour)
        places.settingsFile = fresh.filePath(u"settings.ini"_s);
    if (options.server.isEmpty())
        places.workspace =
            options.workspace.isEmpty() ? places.dataFolder + u"/workspace.groundswell"_s : options.workspace;
    return places;
}

/// Tells why the program can't start, in a window and on stderr, and ends.
int refuse(const QString &text, bool silent, TerminationSignal &termination)
{
    say(text);
    if (silent)
        return Refused;
    QObject::connect(&termination, &TerminationSignal::requested, qApp,
                     [] { QCoreApplication::exit(Refused); });
    termination.watch();
    QMessageBox box(QMessageBox::Warning, u"Groundswell"_s, text, QMessageBox::Close);
    QObject::connect(&box, &QMessageBox::finished, qApp, [] { QCoreApplication::exit(Refused); });
    box.open();
    return QApplication::exec();
}

void playTour(MainWindow &window, const tour::MeteredStore &meter, const tour::UserPathOptions &path)
{
    auto *player = new tour::Player(tour::userPath(window, path), path.folder, &window);
    player->setSummary([&window, &meter] {
        const SaveCounters counters = window.saveCounters();
        return QJsonObject{{"puts"_L1,
                            QJsonObject{{"bursts"_L1, counters.bursts},
                                        {"sent"_L1, meter.writes()},
                                        {"aborted"_L1, counters.aborted},
                                        {"verified"_L1, counters.verified},
                                        {"mostAwaited"_L1, meter.mostAwaited()}}}};
    });
    QObject::connect(player, &tour::Player::stepDone, &window, [](const QString &name, bool ok, qint64 ms) {
        QTextStream(stdout) << (ok ? "  ok      " : "  FAILED  ") << name << "  (" << ms << " ms)"
                            << Qt::endl;
    });
    QObject::connect(player, &tour::Player::finished, &window,
                     [&window](bool allHeld, const QString &complaint) {
                         if (!allHeld)
                             say(complaint);
                         QObject::connect(&window, &MainWindow::closed, qApp,
                                          [allHeld] { QCoreApplication::exit(allHeld ? 0 : Refused); });
                         window.close();
                     });
    player->start();
}

/// A workspace on this computer that this program alone works in. Both are null with a service elsewhere.
struct Workspace {
    std::unique_ptr<WorkspaceLock> lock;
    std::unique_ptr<service::Service> service;
};

/// Takes the workspace, starts its service and signs in to it; or says why that isn't possible.
tl::expected<Workspace, QString> openWorkspace(const QString &file, const TimeSource &clock, Session &session)
{
    Workspace workspace;
    workspace.lock = std::make_unique<WorkspaceLock>(file);
    if (!workspace.lock->isHeld())
        return tl::make_unexpected(workspace.lock->refusal());
    service::ServiceOptions options;
    options.workspaceFile = file;
    options.clock = clock;
    auto started = service::Service::start(options);
    if (!started) {
        return tl::make_unexpected(
            problemText(QCoreApplication::translate("main", "The workspace %1 couldn't be opened.")
                            .arg(QDir::toNativeSeparators(file)),
                        started.error()));
    }
    workspace.service = std::move(*started);
    session.connectTo(Session::Kind::Embedded, QUrl(workspace.service->baseUrl()), workspace.service->token(),
                      PartnerId(service::Service::partnerId()));
    session.setPlace(QFileInfo(file).absoluteFilePath());
    return workspace;
}

SampleWriter sampleWriter(const Clock &clock)
{
    return [clock](const QString &folder) -> Expected<void> {
        const auto written = service::writeSample(folder, service::SampleOptions(clock.today()));
        return written ? Expected<void>() : tl::make_unexpected(written.error());
    };
}

/// Whatever ends the program closes the window, and it says when everything is on disk.
void endWith(MainWindow &window, QApplication &application, TerminationSignal &termination)
{
    QObject::connect(&window, &MainWindow::closed, &application, &QCoreApplication::quit);
    QObject::connect(&termination, &TerminationSignal::requested, &window, &QWidget::close);
    // The session ends (logging out, shutting down). It may still be called off, so the window stays.
    QObject::connect(&application, &QGuiApplication::commitDataRequest, &window, &MainWindow::keepOnDisk);
    termination.watch();
}

/// Ends what main built, in a bounded time: the windows, and beside them the service.
int leave(std::unique_ptr<MainWindow> window, Workspace workspace, QTemporaryDir &fresh, int exitCode)
{
    const QDeadlineTimer deadline(endingPatience);
    // Last of all, so that the next program finds a workspace that nobody works in, or almost: what didn't
    // stop in time, windows or service, is gone with the process, a moment later.
    EndBy end(deadline, exitCode, [&workspace, &fresh] {
        workspace.lock.reset();
        fresh.remove();
    });
    const BoundedStop stop([&workspace] { workspace.service.reset(); });
    window.reset(); // with it whatever was downloaded, imported or asked for
    const bool isOver = stop.waitUntil(deadline);
    end.doLast();
    if (!isOver || !QThreadPool::globalInstance()->waitForDone(int(deadline.remainingTime())))
        endAtOnce(exitCode);
    return exitCode;
}

int run(QApplication &application, const Options &options, bool hasDisplay, TerminationSignal &termination)
{
    const bool tour = !options.tourFolder.isEmpty();
    if (tour && !QDir().mkpath(options.tourFolder))
        return refuse(u"The folder %1 can't be made."_s.arg(options.tourFolder), true, termination);
    QTemporaryDir fresh;
    const Places places = placesFor(options, fresh);

    const bool isNew = !QFile::exists(places.workspace);

    Settings settings(places.settingsFile);
    Languages languages;
    languages.install(application, options.locale.isEmpty() ? settings.language() : options.locale);
    if (!hasDisplay && !tour) {
        say(QCoreApplication::translate(
            "main",
            "There is no display to open a window on. With --tour FOLDER the program plays by "
            "itself, without one."));
        return Refused;
    }
    Theme theme(application);
    theme.setChoice(themeChoice(options, settings));

    const TimeSource clock = options.now.isValid() ? timeStartingAt(options.now) : systemTime();
    Calendar calendar(clock);
    Session session;
    Workspace workspace;
    if (places.workspace.isEmpty()) {
        session.connectTo(Session::Kind::Remote, options.server, options.token, options.partner);
    } else {
        auto opened = openWorkspace(places.workspace, clock, session);
        if (!opened)
            return refuse(opened.error(), tour, termination);
        workspace = std::move(*opened);
    }
    const bool isLocal = static_cast<bool>(workspace.service);
    const SampleWriter writeSample = isLocal ? sampleWriter(calendar.clock()) : SampleWriter();

    QNetworkAccessManager manager;
    configureAccessManager(manager);
    SystemScheduler scheduler{clock};
    AnswerMemory memory(places.dataFolder + u"/answers"_s);
    RestClient rest(manager, session, scheduler, systemRandom());
    TokenRefresher refresher(rest, session);
    if (!isLocal) {
        rest.setMemory(&memory); // the embedded service is never out of reach
        refresher.setToken(options.refreshToken);
    }
    WaveClient client(rest);
    WaveDraftStore draftStore(client);
    tour::MeteredStore meter(draftStore);

    auto window = std::make_unique<MainWindow>(
        DesktopContext{.settings = settings,
                       .theme = theme,
                       .session = session,
                       .client = client,
                       .draftStore = tour ? static_cast<DraftStore &>(meter) : draftStore,
                       .scheduler = scheduler,
                       .calendar = calendar,
                       .random = systemRandom(),
                       .journalFolder = places.dataFolder + u"/drafts"_s,
                       .isLocal = isLocal,
                       .writeSample = writeSample,
                       .folderWarning = isLocal ? folderWarning(places.workspace, settings) : QString(),
                       .lastSave = isLocal ? lastSaveHere : lastSaveElsewhere});
    endWith(*window, application, termination);
    window->show();
    window->start();
    if (tour)
        playTour(*window, meter,
                 {.client = client,
                  .calendar = calendar,
                  .local = isLocal,
                  .empty = isNew,
                  .folder = QDir(options.tourFolder),
                  .writeSample = writeSample});
    const int exitCode = QApplication::exec();

    return leave(std::move(window), std::move(workspace), fresh, exitCode);
}

} // namespace

int main(int argc, char **argv)
{
    TerminationSignal termination; // from here on nothing ends the program but in order
    const bool hasDisplay = chooseDisplay();
    prepareForTour(argc, argv);
    QApplication application(argc, argv);
    application.setApplicationName(u"groundswell"_s);
    application.setApplicationDisplayName(u"Groundswell"_s);
    application.setApplicationVersion(QStringLiteral(GROUNDSWELL_VERSION));
    application.setDesktopFileName(u"groundswell"_s);
    application.setQuitOnLastWindowClosed(false); // the window says when everything is on disk

    const ParsedOptions parsed =
        parseOptions(QApplication::arguments(), QProcessEnvironment::systemEnvironment());
    if (parsed.exitCode) {
        QTextStream(*parsed.exitCode == 0 ? stdout : stderr) << parsed.message;
        return *parsed.exitCode;
    }
    if (!parsed.warning.isEmpty())
        say(parsed.warning);
    return run(application, parsed.options, hasDisplay, termination);
}
