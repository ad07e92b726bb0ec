#pragma once

#include <QString>

#include <optional>

namespace groundswell {

struct Problem;

/// What is wrong with a workspace's file, or with what is to be changed in it, and what to do about it; a
/// sentence or two each.
struct WorkspaceText {
    QString reason;
    QString advice;

    /// Nullopt for a problem that isn't one of a workspace (`error.store.…`, see the service's store.h, and
    /// `error.settings.currency_in_use`).
    [[nodiscard]] static std::optional<WorkspaceText> of(const Problem &problem);
};

} // namespace groundswell
