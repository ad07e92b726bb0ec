#pragma once

#include <QLockFile>
#include <QString>

#include <stop_token>

namespace groundswell::service {

/// One import writes into a workspace at a time, also where several programs have it open (the command line
/// beside the desktop): the numbers that it gives its rows depend on nobody else giving some. A file beside
/// the workspace while that lasts; one whose program has died counts for nothing.
class ImportTurn {
public:
    /// Waits for others. Throws Stopped where stopped meanwhile, SqlError where the file can't be made.
    ImportTurn(const QString &workspaceFile, const std::stop_token &stop);
    /// Without waiting.
    explicit ImportTurn(const QString &workspaceFile);

    [[nodiscard]] bool isHeld() const { return m_lock.isLocked(); }

private:
    [[nodiscard]] bool take(int waitMs);

    QLockFile m_lock;
};

} // namespace groundswell::service
