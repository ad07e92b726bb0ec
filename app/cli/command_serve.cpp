#include "app/cli/command_serve.h"

#include "app/cli/commandline.h"
#include "app/cli/commands.h"
#include "app/cli/workspaceaccess.h"
#include "app/files/privatefile.h"
#include "app/process/terminationsignal.h"
#include "app/service/service.h"

#include <QFile>

#include <cstdio>

namespace groundswell::cli {

namespace {

constexpr const char *description =
    "Serves the Wave API on 127.0.0.1 for one workspace until it is asked to end (SIGTERM or Ctrl-C). The "
    "workspace is made where there is none. Every call needs the token: \"Authorization: Bearer TOKEN\".";

/// Whole or not at all, and readable for nobody else, so that a program that waits for the file finds it
/// complete and a secret never lies open, not even for a moment.
bool writePrivately(const QString &path, const QString &text)
{
    PrivateSaveFile file(path);
    if (file.begin() && file.write(text.toUtf8() + '\n') > 0 && file.commit())
        return true;
    printError(QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
    return false;
}

/// A file that says how to reach the service, gone with it.
class Notice {
public:
    ~Notice()
    {
        if (!m_path.isEmpty())
            QFile::remove(m_path);
    }
    bool write(const QString &path, const QString &text)
    {
        if (path.isEmpty())
            return true;
        if (!writePrivately(path, text))
            return false;
        m_path = path;
        return true;
    }

private:
    QString m_path;
};

void announce(const service::Service &service, bool showToken, bool asJson)
{
    if (asJson) {
        QJsonObject json{{QStringLiteral("base_url"), service.baseUrl()},
                         {QStringLiteral("port"), service.port()},
                         {QStringLiteral("partner_id"), service::Service::partnerId()}};
        if (showToken)
            json.insert(QStringLiteral("token"), service.token());
        printJson(json);
    } else {
        printLine(QStringLiteral("Serving %1 for partner %2")
                      .arg(service.baseUrl(), service::Service::partnerId()));
        if (showToken)
            printLine(QStringLiteral("Token: %1").arg(service.token()));
    }
    std::fflush(stdout); // a waiting program reads a pipe, which is not written line by line
}

} // namespace

int runServe(const QStringList &arguments, const TimeSource &clock)
{
    CommandLine line(QString::fromLatin1(description));
    line.addRequired(QStringLiteral("workspace"), QStringLiteral("FILE"),
                     QStringLiteral("The workspace file."));
    line.addOption(QStringLiteral("port"), QStringLiteral("N"),
                   QStringLiteral("The port; 0 is any free one."), QStringLiteral("0"));
    line.addOption(
        QStringLiteral("token-file"), QStringLiteral("F"),
        QStringLiteral(
            "Where to write the token, readable for you alone. Without it, the token is printed."));
    line.addOption(QStringLiteral("port-file"), QStringLiteral("F"),
                   QStringLiteral("Where to write the port, last of all."));
    line.addFlag(QStringLiteral("plain"),
                 QStringLiteral("Offer no extensions: no ETag, no If-Match, no draft revisions."));
    line.addFlag(QStringLiteral("rate-limits"),
                 QStringLiteral("Enforce the reference service's rate limits."));
    if (const auto exitCode = line.parse(arguments))
        return *exitCode;
    const auto port = line.number(QStringLiteral("port"), 0);
    if (!port)
        return WrongUsage;
    if (*port > 65535) {
        printError(QStringLiteral("--port: %1 is no port; ports go from 0 to 65535.").arg(*port));
        return WrongUsage;
    }

    TerminationSignal termination;
    service::ServiceOptions options;
    options.workspaceFile = line.value(QStringLiteral("workspace"));
    options.port = static_cast<int>(*port);
    options.clock = clock;
    options.plain = line.isSet(QStringLiteral("plain"));
    options.rateLimits = line.isSet(QStringLiteral("rate-limits"));
    const auto service = service::Service::start(options);
    if (!service) {
        printError(QStringLiteral("%1: %2").arg(options.workspaceFile, describe(service.error())));
        return Refused;
    }
    warnOfFolder(options.workspaceFile);
    Notice token;
    Notice portNotice;
    const QString tokenFile = line.value(QStringLiteral("token-file"));
    if (!token.write(tokenFile, (*service)->token())
        || !portNotice.write(line.value(QStringLiteral("port-file")), QString::number((*service)->port())))
        return Refused;
    announce(**service, tokenFile.isEmpty(), line.wantsJson());
    termination.wait();
    (*service)->stop();
    return Done;
}

} // namespace groundswell::cli
