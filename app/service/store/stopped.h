#pragma once

#include <stop_token>

namespace groundswell::service {

/// Thrown by long work that was stopped, on its way out: a transaction rolls back, results so far are
/// dropped. The caller answers the request with a problem.
struct Stopped { };

/// Call now and then in long loops.
inline void throwIfStopped(const std::stop_token &stop)
{
    if (stop.stop_requested())
        throw Stopped();
}

} // namespace groundswell::service
