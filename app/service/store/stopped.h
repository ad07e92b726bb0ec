#pragma once

#include <stop_token>

namespace groundswell::service {

/// Thrown by long work that was stopped, on its way out of a room: a transaction rolls back, what was
/// reckoned is dropped. Whoever calls the room is answered with a problem.
struct Stopped { };

/// Call now and then in long loops.
inline void throwIfStopped(const std::stop_token &stop)
{
    if (stop.stop_requested())
        throw Stopped();
}

} // namespace groundswell::service
