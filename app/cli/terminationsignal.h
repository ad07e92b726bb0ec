#pragma once

namespace groundswell::cli {

/// Turns the system's wish that the program end (SIGTERM, Ctrl-C) into something to wait for, so that a
/// server stops in order. To be made before any thread is started: threads inherit that the signals wait.
class TerminationSignal {
public:
    TerminationSignal();
    void wait(); ///< returns when the program shall end
};

} // namespace groundswell::cli
