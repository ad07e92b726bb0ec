#pragma once

#include <QObject>

namespace groundswell {

/// Turns the system's request to end the program (SIGTERM, SIGINT, SIGHUP; on Windows Ctrl-C and the closing
/// of the console) into something to wait for or to be told of, so that the program ends in order. While this
/// object lives, the request alone ends nothing. A signal that was ignored when the program started (nohup)
/// stays ignored. At most one for each process.
class TerminationSignal : public QObject {
    Q_OBJECT
public:
    explicit TerminationSignal(QObject *parent = nullptr);
    ~TerminationSignal() override; ///< the system's own handling applies again

    /// Returns when the program should end, even if that was requested before the call; for a program without
    /// an event loop.
    void wait();
    /// From now on requested() is emitted by the event loop of the calling thread.
    void watch();

Q_SIGNALS:
    /// The program should end; emitted at least once, even if that was requested before watch().
    void requested();
};

} // namespace groundswell
