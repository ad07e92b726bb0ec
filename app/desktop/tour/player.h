#pragma once

#include "app/desktop/tour/script.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace groundswell::tour {

/// Plays a script against the program's real windows: a state machine on a timer, which never spins an event
/// loop of its own. Writes a picture after each step and report.json at the end; stops at the first step that
/// doesn't hold, because the later ones stand on it.
class Player : public QObject {
    Q_OBJECT
public:
    Player(Script script, const QDir &folder, QObject *parent = nullptr);

    /// Called once at the end for what the report adds (`puts`).
    void setSummary(const std::function<QJsonObject()> &summary);
    void start();

Q_SIGNALS:
    /// \a allHeld is false where a step failed; \a complaint then says which and why, for stderr.
    void finished(bool allHeld, const QString &complaint);
    void stepDone(const QString &name, bool ok, qint64 milliseconds);

private:
    void tick();
    void beginStep();
    void endStep(bool ok, const QString &reason);
    void takeShot(const QString &name);
    void finish(bool allHeld, const QString &complaint);

    Script m_script;
    QDir m_folder;
    std::function<QJsonObject()> m_summary;
    QTimer m_timer;
    QElapsedTimer m_stepTime;
    QElapsedTimer m_tourTime;
    qsizetype m_step = 0;
    qsizetype m_action = 0;
    int m_settling = 0; ///< ticks to let layouts and repaints through before the picture
    int m_shots = 0;
    QString m_waitingFor;
    QString m_lastShot;
    QJsonArray m_report;
};

} // namespace groundswell::tour
