#pragma once

#include "models/time/clock.h"

#include <QObject>
#include <QTimer>

namespace groundswell {

/// Which day it is for the organiser, while the program runs: the clock of all windows. Its zone becomes
/// known when the service has named it, and its day changes at midnight there. Lives in the GUI thread.
class Calendar : public QObject {
    Q_OBJECT
public:
    /// Starts in the computer's own zone: the best guess there is until the organiser's is known.
    explicit Calendar(TimeSource source, QObject *parent = nullptr);

    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] QDateTime now() const { return m_clock.now(); } ///< UTC
    [[nodiscard]] QDate today() const { return m_clock.today(); }
    [[nodiscard]] const QTimeZone &zone() const { return m_clock.zone(); }

    /// The organiser's zone by its IANA name. One that is empty or unknown leaves the guess: the real service
    /// names none.
    void setZone(const QString &iana);
    /// Looks whether the day has changed. Called every half a minute, and by tests: a timer until midnight
    /// would stand still while the computer sleeps.
    void look();

Q_SIGNALS:
    /// It is another day, or days are counted in another zone: what was reckoned from either is out of date.
    void changed();

private:
    Clock m_clock;
    QDate m_seen; ///< the day that was last told
    QTimer m_timer;
};

} // namespace groundswell
