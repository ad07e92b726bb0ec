#pragma once

#include <QLockFile>
#include <QString>

#include <stop_token>

namespace groundswell::service {

/// Lets one import at a time write into a workspace, even if several programs have it open (the command line
/// beside the desktop): the numbers that it gives to its rows are safe only if nobody else gives any.
/// Meanwhile there is a file beside the workspace; a file whose program has died doesn't count.
class ImportTurn {
public:
    /// Waits for others. Throws Stopped if it is stopped meanwhile, SqlError if the file can't be made.
    ImportTurn(const QString &workspaceFile, const std::stop_token &stop);
    /// The same without waiting.
    explicit ImportTurn(const QString &workspaceFile);

    [[nodiscard]] bool isHeld() const { return m_lock.isLocked(); }

private:
    [[nodiscard]] bool take(int waitMs);

    QLockFile m_lock;
};

} // namespace groundswell::service
