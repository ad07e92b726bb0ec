#include "tests/e2e/commandline.h"

#include <QProcess>

namespace groundswell::test {

Outcome runCli(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(GROUNDSWELL_CLI), arguments);
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace groundswell::test
