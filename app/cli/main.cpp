#include "app/cli/commandline.h"
#include "app/cli/commands.h"

#include <QCoreApplication>

#include <algorithm>

using namespace groundswell::cli;

namespace {

QString overview()
{
    QString text = QStringLiteral(
        "Usage: groundswell-cli COMMAND [OPTIONS]\n\n"
        "The headless companion of Groundswell: works on a workspace file without a window.\n\n"
        "Commands:\n");
    for (const Command &command : commands())
        text += QStringLiteral("  %1 %2\n")
                    .arg(QLatin1StringView(command.name), -10)
                    .arg(QLatin1StringView(command.summary));
    return text
        + QStringLiteral("\n\"groundswell-cli COMMAND --help\" describes a command. Exit codes: 0 done, 1 "
                         "refused with a "
                         "reason on standard error, 2 wrong usage.");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("groundswell-cli"));
    QCoreApplication::setOrganizationName(QStringLiteral("Groundswell"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GROUNDSWELL_VERSION));

    QStringList arguments = QCoreApplication::arguments();
    arguments.removeFirst();
    const QString first = arguments.value(0);
    if (first == QLatin1StringView("--help") || first == QLatin1StringView("-h")
        || first == QLatin1StringView("help")) {
        printLine(overview());
        return Done;
    }
    if (first == QLatin1StringView("--version") || first == QLatin1StringView("-v")) {
        printLine(QStringLiteral("groundswell-cli %1").arg(QCoreApplication::applicationVersion()));
        return Done;
    }
    const auto known = commands();
    const auto command = std::find_if(known.begin(), known.end(), [&](const Command &candidate) {
        return first == QLatin1StringView(candidate.name);
    });
    if (command == known.end()) {
        printError(first.isEmpty() ? QStringLiteral("Which command?")
                                   : QStringLiteral("There is no command \"%1\".").arg(first));
        printError(overview());
        return WrongUsage;
    }
    arguments[0] = QStringLiteral("groundswell-cli ") + first;
    return command->run(arguments, groundswell::systemTime());
}
