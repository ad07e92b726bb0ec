#include "app/desktop/startup/options.h"

#include "app/process/secretfile.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

struct Switches {
    Q_DECLARE_TR_FUNCTIONS(groundswell::Switches)
public:
    QCommandLineOption workspace{u"workspace"_s, tr("Work on this workspace file instead of your own."),
                                 u"file"_s};
    QCommandLineOption server{
        u"server"_s,
        tr("Work against the Wave service at this base URL, for instance http://127.0.0.1:5000/api/v3."),
        u"url"_s};
    QCommandLineOption token{
        u"token"_s,
        tr("Access token for --server. Everybody on this computer can read a program's arguments: prefer "
           "--token-file, or the environment variable GROUNDSWELL_TOKEN."),
        u"token"_s};
    QCommandLineOption tokenFile{
        u"token-file"_s,
        tr("Read the access token for --server from this file, which nobody but you may read."), u"file"_s};
    QCommandLineOption partner{u"partner"_s, tr("Partner to act for on --server."), u"id"_s};
    QCommandLineOption tour{
        u"tour"_s,
        tr("Play the whole way through the program by itself and write screenshots and report.json here."),
        u"folder"_s};
    QCommandLineOption locale{u"locale"_s, tr("Language of the program, for instance de."), u"name"_s};
    QCommandLineOption theme{u"theme"_s, tr("Colours: light or dark."), u"light|dark"_s};
    QCommandLineOption now{
        u"now"_s,
        tr("Begin at this moment instead of the computer's, for instance 2028-02-29T10:00:00+01:00."),
        u"time"_s};
    QCommandLineOption help{{u"h"_s, u"help"_s}, tr("Show this help.")};
    QCommandLineOption version{{u"v"_s, u"version"_s}, tr("Show the version.")};
};

ParsedOptions refused(const QString &reason)
{
    return {{}, 2, Switches::tr("groundswell: %1\nTry groundswell --help.\n").arg(reason)};
}

ParsedOptions refusedToken(const QString &file, const SecretProblem &problem)
{
    const QString shown = QDir::toNativeSeparators(file);
    QString reason;
    switch (problem.fault) {
    case SecretFault::Unreadable:
        reason = Switches::tr("The token's file %1 can't be read: %2").arg(shown, problem.detail);
        break;
    case SecretFault::OpenToOthers:
        reason =
            Switches::tr("Others on this computer can read the token's file %1. Take that from them first: "
                         "chmod 600 %1")
                .arg(shown);
        break;
    case SecretFault::Empty:
        reason = Switches::tr("The token's file %1 must hold the token and nothing else.").arg(shown);
        break;
    }
    return {{}, 1, u"groundswell: %1\n"_s.arg(reason)};
}

/// What is wrong with values that were read; empty = nothing.
QString complaintAbout(const Options &options, const QString &serverText)
{
    if (!serverText.isEmpty()) {
        const bool isHttp = options.server.scheme() == "http"_L1 || options.server.scheme() == "https"_L1;
        if (!options.server.isValid() || !isHttp || options.server.host().isEmpty())
            return Switches::tr("--server needs a full http or https address, and \"%1\" is none.")
                .arg(serverText);
        if (!options.workspace.isEmpty())
            return Switches::tr(
                "--workspace and --server exclude each other: a workspace has its own service.");
    } else if (!options.partner.isEmpty()) {
        return Switches::tr("--partner only makes sense together with --server.");
    }
    if (!options.theme.isEmpty() && options.theme != "light"_L1 && options.theme != "dark"_L1)
        return Switches::tr("--theme is light or dark, not \"%1\".").arg(options.theme);
    return {};
}

} // namespace

ParsedOptions parseOptions(const QStringList &arguments, const QProcessEnvironment &environment)
{
    const Switches is;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Switches::tr("Campaigns and audience packages from your own ticket sales."));
    parser.addOptions({is.workspace, is.server, is.token, is.tokenFile, is.partner, is.tour, is.locale,
                       is.theme, is.now, is.help, is.version});
    if (!parser.parse(arguments))
        return refused(parser.errorText());
    if (parser.isSet(is.help))
        return {{}, 0, parser.helpText()};
    if (parser.isSet(is.version))
        return {{}, 0, u"Groundswell " GROUNDSWELL_VERSION "\n"_s};
    if (!parser.positionalArguments().isEmpty())
        return refused(
            Switches::tr("\"%1\" is not an option.").arg(parser.positionalArguments().constFirst()));

    Options options;
    options.workspace = parser.value(is.workspace);
    const QString server = parser.value(is.server);
    options.server = QUrl(server, QUrl::StrictMode);
    options.token =
        parser.isSet(is.token) ? parser.value(is.token) : environment.value(u"GROUNDSWELL_TOKEN"_s);
    options.refreshToken = environment.value(u"GROUNDSWELL_REFRESH_TOKEN"_s);
    options.partner = PartnerId(parser.value(is.partner));
    options.tourFolder = parser.value(is.tour);
    options.locale = parser.value(is.locale);
    options.theme = parser.value(is.theme);
    if (parser.isSet(is.now)) {
        options.now = QDateTime::fromString(parser.value(is.now), Qt::ISODate);
        if (!options.now.isValid() || options.now.timeSpec() == Qt::LocalTime)
            return refused(
                Switches::tr("--now needs a time with its zone, for instance 2028-02-29T10:00:00+01:00, "
                             "not \"%1\".")
                    .arg(parser.value(is.now)));
    }
    if (const QString complaint = complaintAbout(options, server); !complaint.isEmpty())
        return refused(complaint);
    if (parser.isSet(is.tokenFile)) {
        if (parser.isSet(is.token))
            return refused(Switches::tr("--token and --token-file exclude each other."));
        const auto token = readSecret(parser.value(is.tokenFile));
        if (!token)
            return refusedToken(parser.value(is.tokenFile), token.error());
        options.token = *token;
    }
    const QString warning = parser.isSet(is.token)
        ? Switches::tr(
            "--token shows the token to everybody on this computer. Use --token-file or the environment "
            "variable GROUNDSWELL_TOKEN instead.")
        : QString();
    return {options, std::nullopt, {}, warning};
}

} // namespace groundswell
