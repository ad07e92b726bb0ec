#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace groundswell {

/// Why a secret couldn't be taken from a file.
enum class SecretFault {
    Unreadable, ///< absent, a folder, no permission; see SecretProblem::detail
    OpenToOthers, ///< others on this computer may read or change it: then it is no secret
    Empty, ///< holds nothing, or more than one word
};
struct SecretProblem {
    SecretFault fault = SecretFault::Unreadable;
    QString detail = {}; ///< in the system's words
};

/// Reads the one word that a file of the user's holds, such as an access token; white space around it is
/// dropped. On systems without owners and groups (Windows), it doesn't check who else may read the file.
[[nodiscard]] tl::expected<QString, SecretProblem> readSecret(const QString &path);

} // namespace groundswell
