#include "tests/e2e/servedworkspace.h"

#include <QFile>
#include <QTest>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace groundswell::test {

namespace {

constexpr int startPatience = 30'000; ///< ms

QByteArray lineOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

} // namespace

ServedWorkspace::ServedWorkspace(const QString &workspace, Extensions extensions)
    : m_extensions(extensions)
{
    if (!QFile::copy(workspace, workspaceFile()))
        qFatal("there is no workspace to serve at %s", qPrintable(workspace));
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
#ifdef Q_OS_LINUX
    // A test that crashes takes its service with it; otherwise, a program that reads the test's output would
    // wait for ever.
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
    if (!start())
        qFatal("the service doesn't start");
}

ServedWorkspace::~ServedWorkspace()
{
    if (m_process.state() != QProcess::NotRunning)
        (void)endPolitely();
    if (m_process.state() != QProcess::NotRunning)
        kill();
}

bool ServedWorkspace::start()
{
    // A killed service leaves its files behind; only a new file says where the new service is.
    QFile::remove(portFile());
    QStringList arguments{QStringLiteral("serve"),
                          QStringLiteral("--workspace"),
                          workspaceFile(),
                          QStringLiteral("--port"),
                          QStringLiteral("0"),
                          QStringLiteral("--token-file"),
                          tokenFile(),
                          QStringLiteral("--port-file"),
                          portFile()};
    if (m_extensions == Extensions::Plain)
        arguments.append(QStringLiteral("--plain"));
    m_process.start(QStringLiteral(GROUNDSWELL_CLI), arguments);
    const bool isReady = QTest::qWaitFor(
        [this] { return QFile::exists(portFile()) || m_process.state() == QProcess::NotRunning; },
        startPatience);
    if (!isReady || !QFile::exists(portFile()))
        return false;
    m_token = lineOf(tokenFile());
    m_user = std::make_unique<HttpUser>(lineOf(portFile()).toInt(), m_token);
    return true;
}

void ServedWorkspace::kill()
{
    m_process.kill();
    m_process.waitForFinished(startPatience);
    m_user.reset();
}

int ServedWorkspace::endPolitely()
{
    m_process.terminate();
    const bool ended = m_process.waitForFinished(startPatience);
    m_user.reset();
    return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

} // namespace groundswell::test
