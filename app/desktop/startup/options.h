#pragma once

#include "models/wave/ids.h"

#include <QDateTime>
#include <QProcessEnvironment>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace groundswell {

/// What the command line of `groundswell` asks for.
struct Options {
    QString workspace; ///< file of the local workspace; empty = the user's own
    QUrl server; ///< base URL of a Wave service, for instance http://127.0.0.1:5000/api/v3; empty = the
                 ///< embedded one
    QString token; ///< for the server, from --token-file, --token or GROUNDSWELL_TOKEN
    QString refreshToken; ///< of the same server, from GROUNDSWELL_REFRESH_TOKEN; empty = none
    PartnerId partner;
    QString tourFolder; ///< where to write the tour; empty = no tour
    QString locale; ///< BCP 47 or Qt's name; empty = preference or the system's
    QDateTime now; ///< the moment to begin at, for tours of other days; invalid = the computer's time
    QString theme; ///< light | dark; empty = preference or the system's
};

struct ParsedOptions {
    Options options;
    std::optional<int> exitCode; ///< set where the program should end at once
    QString message; ///< help, version or what is wrong; goes to stdout on exit code 0, else to stderr
    QString warning = {}; ///< one sentence for stderr, where the program goes on all the same; empty = none
};

/// Reads the arguments (the first is the program) without touching the process: a test can call it.
/// Other users of a machine can read a process's arguments, so the token comes from a file that is the user's
/// alone (--token-file) or from the environment variable GROUNDSWELL_TOKEN; one given by --token is taken
/// with a warning. An option wins over the environment. The refresh token comes from
/// GROUNDSWELL_REFRESH_TOKEN only. Exit codes: 0 said what was asked, 1 the token's file is refused, 2 wrong
/// usage.
[[nodiscard]] ParsedOptions parseOptions(const QStringList &arguments,
                                         const QProcessEnvironment &environment);

} // namespace groundswell
