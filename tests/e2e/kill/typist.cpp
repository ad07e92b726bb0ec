// The program's real windows over the real embedded service, as main.cpp builds them, with somebody who opens
// one event's setup and types a headline for ever. Reports on stdout what was found, and every key with the
// time of the system's monotonic clock. tst_desktop_kill kills it.
//
//     typist WORKSPACE FOLDER EVENT TITLE LIFE
//
// FOLDER keeps settings and journals. Lines: `server TEXT` (the headline that the service holds), `found BAR
// TEXT` (the field, and whether the program tells of the recovery), `key NANOSECONDS TEXT`, `safe TEXT`.

#include "app/autosave/wavedraftstore.h"
#include "app/desktop/shell/settings.h"
#include "app/desktop/tour/input.h"
#include "app/desktop/tour/player.h"
#include "app/desktop/window/mainwindow.h"
#include "app/look/style/theme.h"
#include "app/net/rest/accessmanager.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "app/net/wave/waveclient.h"
#include "app/service/service.h"
#include "models/items/eventlistmodel.h"
#include "models/time/calendar.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkAccessManager>

#include <chrono>
#include <cstdio>

using namespace groundswell;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tour::Progress;
using tour::Step;

namespace {

constexpr int longestText = 20; ///< then a new one is begun
constexpr auto betweenKeys = 25ms;
constexpr int keysOfABurst = 40;
constexpr auto betweenBursts = 1300ms; ///< long enough for a save of what was typed

void say(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

qint64 nanoseconds()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

QString headlineOf(const SetupProcess &row)
{
    return row.creatives.empty() ? QString() : row.creatives.front().headline;
}

/// The headline's field, once it is there to be typed into.
QLineEdit *headline()
{
    return qobject_cast<QLineEdit *>(tour::findVisible(u"headline"_s));
}

Step openSetup(const EventId &eid, const QString &title)
{
    Step step(u"open"_s);
    step.waitFor(u"eventSearch"_s).type(u"eventSearch"_s, title);
    step.then([eid]() -> Progress {
        auto *list = qobject_cast<QAbstractItemView *>(tour::findVisible(u"eventList"_s));
        const auto *model = list ? qobject_cast<const EventListModel *>(list->model()) : nullptr;
        const int row = model ? model->rowOf(eid) : -1;
        if (row < 0)
            return Progress::waiting(u"the event in the list"_s);
        tour::clickItem(list, model->index(row, EventListModel::TitleColumn));
        return Progress::done();
    });
    return step.click(u"eventSetupButton"_s).waitFor(u"planPage"_s).withoutScreenshot().within(60s);
}

Step turnToTheAd()
{
    Step step(u"ad"_s);
    step.press(Qt::Key_3, Qt::AltModifier).waitFor(u"headline"_s);
    return step
        .then([]() -> Progress {
            const auto *message = qobject_cast<QLabel *>(tour::findVisible(u"messageText"_s));
            const bool isSaid = message && message->text().contains(u"recovered"_s);
            say(u"found %1 %2"_s.arg(isSaid).arg(headline()->text()));
            return Progress::done();
        })
        .withoutScreenshot();
}

/// Never ends. Each text begins with another letter, so that a later one can be told from an earlier one.
Step typeForEver(const MainWindow &window, int life)
{
    struct State {
        int texts = 0;
        int keys = 0;
        QString text;
        QString whole;
        std::chrono::steady_clock::time_point next;
        bool wasSafe = true;
    };
    Step step(u"type"_s);
    return step.click(u"headline"_s)
        .then([&window, life, state = std::make_shared<State>()]() -> Progress {
            const bool isSafe = window.draftState().kind == SaveState::Kind::OnDisk
                || window.draftState().kind == SaveState::Kind::Saved;
            if (isSafe && !state->wasSafe)
                say(u"safe "_s + headline()->text());
            state->wasSafe = isSafe;
            const auto now = std::chrono::steady_clock::now();
            if (now < state->next || !tour::readyForKeys())
                return Progress::waiting(u"the next key"_s);
            if (state->text.size() == state->whole.size()) {
                state->whole = QChar(static_cast<char16_t>(u'A' + state->texts++ % 26))
                    + u"%1.%2 "_s.arg(life).arg(state->texts).leftJustified(longestText, u'o');
                state->text.clear();
                tour::press(Qt::Key_A, Qt::ControlModifier);
            }
            const QChar key = state->whole.at(state->text.size());
            state->text.append(key);
            state->next = now + (++state->keys % keysOfABurst == 0 ? betweenBursts : betweenKeys);
            state->wasSafe = false;
            const qint64 typedAt = nanoseconds();
            tour::typeCharacter(key);
            say(u"key %1 %2"_s.arg(typedAt).arg(headline()->text()));
            return Progress::waiting(u"the next key"_s);
        })
        .withoutScreenshot()
        .within(10min);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 6)
        return 2;
    const QDir folder(arguments[2]);
    const EventId eid(arguments[3]);

    Settings settings(folder.filePath(u"settings.ini"_s));
    Theme theme(application);
    service::ServiceOptions options;
    options.workspaceFile = arguments[1];
    options.clock = systemTime();
    auto service = service::Service::start(options);
    if (!service)
        return 1;
    Session session;
    session.connectTo(Session::Kind::Embedded, QUrl((*service)->baseUrl()), (*service)->token(),
                      PartnerId(service::Service::partnerId()));
    session.setPlace(arguments[1]);
    QNetworkAccessManager manager;
    configureAccessManager(manager);
    SystemScheduler scheduler{systemTime()};
    Calendar calendar(systemTime());
    RestClient rest(manager, session, scheduler, systemRandom());
    WaveClient client(rest);
    WaveDraftStore draftStore(client);
    MainWindow window({.settings = settings,
                       .theme = theme,
                       .session = session,
                       .client = client,
                       .draftStore = draftStore,
                       .scheduler = scheduler,
                       .calendar = calendar,
                       .random = systemRandom(),
                       .journalFolder = folder.filePath(u"drafts"_s),
                       .isLocal = true,
                       .writeSample = {}});
    window.resize(1280, 800);
    window.show();
    window.start();

    const tour::Script script{openSetup(eid, arguments[4]), turnToTheAd(),
                              typeForEver(window, arguments[5].toInt())};
    tour::Player player(script, folder);
    QObject::connect(&player, &tour::Player::finished, &application, [](bool, const QString &complaint) {
        say(u"failed "_s + complaint);
        QCoreApplication::exit(1);
    });
    const RequestHandle asked = client.setup(eid, &window, [&](const Expected<SetupRow> &row) {
        say(u"server "_s + (row ? headlineOf(row->row) : QString()));
        player.start();
    });
    return QApplication::exec();
}
