// How long until a setup can be typed into, what its proposal takes, and what saving and leaving take, while
// the service computes a taste run? Usage: bench_opening WORKSPACE [EVENT], a workspace with sales that no
// run was computed for yet; it is written to.
#include "app/autosave/wavedraftstore.h"
#include "app/desktop/setup/wizardhost.h"
#include "app/desktop/shell/settings.h"
#include "app/desktop/startup/leaving.h"
#include "app/look/style/theme.h"
#include "app/net/rest/accessmanager.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "app/net/wave/waveclient.h"
#include "app/service/service.h"
#include "models/time/calendar.h"
#include "models/wave/local/tasterunstate.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace groundswell;

namespace {

constexpr int patience = 300'000; ///< ms

double millisecondsOf(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void report(const char *what, double milliseconds)
{
    std::printf("%-44s %9.1f ms\n", what, milliseconds);
    std::fflush(stdout);
}

/// The last of the events that lie ahead.
EventId someEvent(WaveClient &client, const QDate &today)
{
    std::optional<EventId> found;
    EventQuery query;
    query.limit = 1;
    query.since = today;
    QObject context;
    RequestHandle last;
    const RequestHandle first = client.events(query, &context, [&](const Expected<Page<Event>> &page) {
        query.page = page ? page->pages : 1;
        last = client.events(query, &context, [&](const Expected<Page<Event>> &end) {
            found = end && !end->items.empty() ? end->items.front().id : EventId();
        });
    });
    (void)QTest::qWaitFor([&] { return found.has_value(); }, patience);
    return found.value_or(EventId());
}

QString runState(WaveClient &client)
{
    std::optional<QString> state;
    QObject context;
    const RequestHandle asked = client.tasteRun(&context, [&](const Expected<TasteRunState> &run) {
        state = run ? run->state.wire() : QStringLiteral("unknown");
    });
    (void)QTest::qWaitFor([&] { return state.has_value(); }, patience);
    return state.value_or(QString());
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2)
        return 2;
    QTemporaryDir folder;
    service::ServiceOptions options;
    options.workspaceFile = arguments[1];
    options.clock = systemTime();
    auto service = service::Service::start(options);
    if (!service)
        return 1;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    Theme theme(application);
    Session session;
    session.connectTo(Session::Kind::Embedded, QUrl((*service)->baseUrl()), (*service)->token(),
                      PartnerId(service::Service::partnerId()));
    QNetworkAccessManager manager;
    configureAccessManager(manager);
    Calendar calendar(systemTime());
    SystemScheduler scheduler{systemTime()};
    RestClient rest(manager, session, scheduler, systemRandom());
    WaveClient client(rest);
    client.setCurrency(QStringLiteral("EUR"));
    WaveDraftStore store(client);
    const EventId eid = arguments.size() > 2 ? EventId(arguments[2]) : someEvent(client, calendar.today());
    WizardHost host({.settings = settings,
                     .theme = theme,
                     .session = session,
                     .client = client,
                     .draftStore = store,
                     .scheduler = scheduler,
                     .calendar = calendar,
                     .random = systemRandom(),
                     .journalFolder = folder.filePath(QStringLiteral("drafts")),
                     .isLocal = true,
                     .writeSample = {}});
    host.resize(1280, 900);
    host.show();
    std::printf("event %s, taste run %s\n", qPrintable(eid.value()), qPrintable(runState(client)));

    const auto named = [&](const char *name) { return host.findChild<QWidget *>(QString::fromLatin1(name)); };
    QElapsedTimer timer;
    timer.start();
    host.open(eid);
    if (!QTest::qWaitFor([&] { return named("planPage") && named("planPage")->isVisible(); }, patience))
        return 1;
    report("opened, with the row", millisecondsOf(timer));
    timer.restart();
    qobject_cast<QAbstractButton *>(named("goalClicks"))->click();
    if (!QTest::qWaitFor([&] { return host.saveState().kind == SaveState::Kind::Saved; }, patience))
        return 1;
    report("an edit saved (1 s of it is the debounce)", millisecondsOf(timer));
    std::printf("taste run %s\n", qPrintable(runState(client)));
    const auto *budget = qobject_cast<QLineEdit *>(named("budget"));
    if (!QTest::qWaitFor([&] { return !budget->text().isEmpty(); }, patience))
        return 1;
    report("its proposal, after that edit", millisecondsOf(timer));

    qobject_cast<QAbstractButton *>(named("goalTickets"))->click();
    timer.restart();
    bool left = false;
    host.shutDown(lastSaveHere, [&] { left = true; });
    if (!QTest::qWaitFor([&] { return left; }, patience))
        return 1;
    report("left: journal synced, last save", millisecondsOf(timer));
    return 0;
}
