#pragma once

#include "app/service/http/server/message.h"

#include <optional>
#include <string_view>
#include <vector>

namespace groundswell::service {

[[nodiscard]] bool isMultipart(std::string_view contentType);
/// The parts of a whole multipart/form-data body (RFC 7578). Nothing where it isn't one: no boundary in
/// \a contentType, no end, a part without a name, heads of parts over 8 KiB, more than 16 parts.
[[nodiscard]] std::optional<std::vector<Part>> parseMultipart(std::string_view contentType,
                                                              std::string_view body);

} // namespace groundswell::service
