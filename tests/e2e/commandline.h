#pragma once

#include <QByteArray>
#include <QStringList>

namespace groundswell::test {

/// What a script sees of a run of groundswell-cli.
struct Outcome {
    int code = -1; ///< −1: it crashed, or didn't end in two minutes
    QByteArray out;
    QByteArray error;

    /// One line of text that ends with a newline: the form that a refusal must have.
    [[nodiscard]] bool isOneSentence() const
    {
        return error.size() > 20 && error.count('\n') == 1 && error.endsWith('\n')
            && (error.trimmed().endsWith('.') || error.trimmed().endsWith(')'));
    }
};

[[nodiscard]] Outcome runCli(const QStringList &arguments);

} // namespace groundswell::test
