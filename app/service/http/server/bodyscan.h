#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace groundswell::service {

/// What is wrong with a body although Qt's parser reads it.
struct BodyFault {
    const char *key; ///< of the refusal
    std::string pointer; ///< JSON pointer to the place; empty where the body as a whole is meant
};

/// Looks at JSON before it is parsed, for what the parser accepts without complaint: raw control characters
/// in texts, which JSON forbids; nesting that costs stack further on; and whole numbers with more digits than
/// are kept, which would be stored as other numbers. In a body that isn't JSON it may find anything or
/// nothing.
[[nodiscard]] std::optional<BodyFault> bodyFault(std::string_view json);

} // namespace groundswell::service
