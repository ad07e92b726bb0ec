#pragma once

#include <QString>

#include <optional>

namespace groundswell {

struct Problem;

/// What is wrong with a workspace's file, and what to do about it; a sentence or two each.
struct WorkspaceText {
    QString reason;
    QString advice;

    /// Nullopt for a problem that isn't one of a workspace's file (`error.store.…`, see the service's
    /// store.h).
    [[nodiscard]] static std::optional<WorkspaceText> of(const Problem &problem);
};

} // namespace groundswell
