#pragma once

#include <QObject>

namespace groundswell {

/// Tells when the computer is connected again, as far as the system says so. Where it doesn't, returned()
/// never comes, and whoever waits goes on with its own pauses.
class Reachability : public QObject {
    Q_OBJECT
public:
    explicit Reachability(QObject *parent = nullptr);

Q_SIGNALS:
    void returned();
};

} // namespace groundswell
