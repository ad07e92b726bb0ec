#pragma once

#include <QObject>

namespace groundswell {

/// Turns the system's wish that the program end (SIGTERM, SIGINT, SIGHUP; on Windows Ctrl-C and the closing
/// of the console) into something to wait for or to be told of, so that the program ends in order. While one
/// lives, the wish alone ends nothing. A signal that was ignored when the program started (nohup) stays
/// ignored. At most one for each process.
class TerminationSignal : public QObject {
    Q_OBJECT
public:
    explicit TerminationSignal(QObject *parent = nullptr);
    ~TerminationSignal() override; ///< the system's own ways hold again

    /// Returns when the program shall end, also where that was said before; for a program without an event
    /// loop.
    void wait();
    /// From now on requested() is emitted by the event loop of the calling thread.
    void watch();

Q_SIGNALS:
    /// The program shall end; at least once, also where it was said before watch().
    void requested();
};

} // namespace groundswell
