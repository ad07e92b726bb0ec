#pragma once

#include "models/time/clock.h"

#include <QStringList>

#include <span>

namespace groundswell::cli {

/// What a program that calls us can tell from the exit code.
enum ExitCode {
    Done = 0,
    Refused = 1, ///< not done; the reason is on standard error
    WrongUsage = 2, ///< the command line itself is wrong
};

/// One command of groundswell-cli. Each lies in a file of its own, command_<name>.cpp.
struct Command {
    const char *name;
    const char *summary; ///< one line for the overview
    /// \a arguments start with the text to show as the program's name, "groundswell-cli import".
    /// \a clock tells what time it is.
    int (*run)(const QStringList &arguments, const TimeSource &clock);
};

[[nodiscard]] std::span<const Command> commands();

} // namespace groundswell::cli
