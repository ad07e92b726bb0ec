#include "app/desktop/settings.h"
#include "app/desktop/shell/mainwindow.h"
#include "app/desktop/startup/languages.h"
#include "app/desktop/startup/options.h"
#include "app/look/theme.h"
#include "app/net/accessmanager.h"
#include "app/net/restclient.h"
#include "app/net/session.h"
#include "app/net/waveclient.h"

#include <QApplication>
#include <QNetworkAccessManager>
#include <QTextStream>

using namespace groundswell;
using namespace Qt::StringLiterals;

namespace {

Theme::Choice themeChoice(const Options &options, const Settings &settings)
{
    if (options.theme == "dark"_L1)
        return Theme::Choice::Dark;
    if (options.theme == "light"_L1)
        return Theme::Choice::Light;
    return Theme::Choice(int(settings.colours()));
}

int runWindow(QApplication &application, const Options &options)
{
    Settings settings;
    Languages languages;
    languages.install(application, options.locale.isEmpty() ? settings.language() : options.locale);
    Theme theme(application);
    theme.setChoice(themeChoice(options, settings));

    QNetworkAccessManager manager;
    configureAccessManager(manager);
    SystemScheduler scheduler;
    Session session;
    session.connectTo(Session::Kind::Remote, options.server, options.token, options.partner);
    RestClient rest(manager, session, scheduler, systemRandom());
    WaveClient client(rest);

    MainWindow window({settings, theme, session, client, scheduler, systemRandom(), {}, {}});
    QObject::connect(&window, &MainWindow::closed, &application, &QCoreApplication::quit);
    window.show();
    window.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    application.setApplicationName(u"groundswell"_s);
    application.setApplicationDisplayName(u"Groundswell"_s);
    application.setApplicationVersion(QStringLiteral(GROUNDSWELL_VERSION));
    application.setDesktopFileName(u"groundswell"_s);

    const ParsedOptions parsed =
        parseOptions(QApplication::arguments(), QProcessEnvironment::systemEnvironment());
    if (parsed.exitCode) {
        QTextStream(*parsed.exitCode == 0 ? stdout : stderr) << parsed.message;
        return *parsed.exitCode;
    }
    return runWindow(application, parsed.options);
}
