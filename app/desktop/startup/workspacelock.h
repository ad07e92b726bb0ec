#pragma once

#include <QLockFile>
#include <QString>

#include <memory>
#include <optional>

namespace groundswell {

/// Holds a workspace for this process. Two programs on one workspace would each keep a taste run and a
/// journal of their own, so the second one says who holds it and ends.
class WorkspaceLock {
public:
    /// \a workspace is the workspace's file; the lock lies beside it and dies with the process.
    explicit WorkspaceLock(const QString &workspace);

    [[nodiscard]] bool isHeld() const { return m_held; }
    /// One sentence for the user about who holds it or why it can't be taken; empty where isHeld().
    [[nodiscard]] QString refusal() const;

private:
    QString m_workspace;
    QLockFile m_lock;
    bool m_held = false;
};

} // namespace groundswell
