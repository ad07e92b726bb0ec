#pragma once

#include "app/net/rest/request.h"

#include <any>
#include <functional>

namespace groundswell {

using ResponseCallback = std::function<void(Expected<Response>)>;

/// What is done with an answer, in two steps. The first makes a value of it and may be slow, so a large
/// answer is read on another thread; the second hands the value over, on the client's thread.
struct AnswerHandler {
    /// On any thread: holds and returns values only.
    std::function<std::any(const Response &)> read;
    /// What read() returned, or why there is nothing to read.
    std::function<void(Expected<std::any>)> deliver;
};

} // namespace groundswell
