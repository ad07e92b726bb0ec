#pragma once

#include <QObject>

namespace groundswell {

/// Tells when the computer is connected again, as far as the system says so. If the system doesn't,
/// returned() never comes, and the callers go on with their own pauses.
class Reachability : public QObject {
    Q_OBJECT
public:
    explicit Reachability(QObject *parent = nullptr);

Q_SIGNALS:
    void returned();
};

} // namespace groundswell
