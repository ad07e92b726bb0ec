#pragma once

#include "tests/e2e/httpuser.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace groundswell::test {

/// A workspace in a folder of its own, served by a real `groundswell-cli serve`, with someone who calls it.
class ServedWorkspace {
public:
    enum class Extensions { Offered, Plain };

    /// Starts from a copy of \a workspace.
    explicit ServedWorkspace(const QString &workspace, Extensions extensions = Extensions::Offered);
    ~ServedWorkspace();

    /// False if it isn't ready within half a minute.
    bool start();
    void kill(); ///< kill -9, as if the power failed for this process
    [[nodiscard]] int endPolitely(); ///< SIGTERM; the exit code, −1 where it doesn't end

    [[nodiscard]] bool isRunning() const { return m_user != nullptr; }
    [[nodiscard]] HttpUser &user() { return *m_user; }
    [[nodiscard]] const QByteArray &token() const { return m_token; }
    [[nodiscard]] QString workspaceFile() const
    {
        return m_folder.filePath(QStringLiteral("place.groundswell"));
    }
    [[nodiscard]] QString tokenFile() const { return m_folder.filePath(QStringLiteral("token")); }
    [[nodiscard]] QString portFile() const { return m_folder.filePath(QStringLiteral("port")); }

private:
    QTemporaryDir m_folder;
    Extensions m_extensions;
    QProcess m_process;
    QByteArray m_token;
    std::unique_ptr<HttpUser> m_user;
};

} // namespace groundswell::test
