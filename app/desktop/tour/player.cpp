#include "app/desktop/tour/player.h"

#include <QApplication>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QLibraryInfo>
#include <QPainter>
#include <QSaveFile>
#include <QWidget>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace groundswell::tour {

namespace {

constexpr auto Tick = 8ms; // a fast typist's key; short enough that waiting costs nothing
constexpr int SettlingTicks = 12;

/// The main window with every other window of the program where it lies on top.
QPixmap picture()
{
    QWidget *base = nullptr;
    QList<QWidget *> above;
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (!top->isVisible())
            continue;
        if (top->inherits("QMainWindow"))
            base = top;
        else
            above.append(top);
    }
    if (!base)
        return above.isEmpty() ? QPixmap() : above.constFirst()->grab();
    QPixmap result = base->grab();
    QPainter painter(&result);
    for (QWidget *window : std::as_const(above)) {
        const QPoint offset = window->isModal() || !window->windowFlags().testFlag(Qt::Popup)
            ? (base->rect().center() - window->rect().center())
            : base->mapFromGlobal(window->mapToGlobal(QPoint()));
        if (window->isModal())
            painter.fillRect(base->rect(), QColor(0, 0, 0, 90));
        painter.drawPixmap(offset, window->grab());
    }
    return result;
}

} // namespace

Player::Player(Script script, const QDir &folder, QObject *parent)
    : QObject(parent)
    , m_script(std::move(script))
    , m_folder(folder)
{
    m_timer.setInterval(Tick);
    connect(&m_timer, &QTimer::timeout, this, &Player::tick);
}

void Player::setSummary(const std::function<QJsonObject()> &summary)
{
    m_summary = summary;
}

void Player::start()
{
    m_tourTime.start();
    beginStep();
    m_timer.start();
}

void Player::beginStep()
{
    m_action = 0;
    m_settling = 0;
    m_waitingFor.clear();
    m_lastShot.clear();
    m_stepTime.start();
}

void Player::tick()
{
    if (m_step >= m_script.size()) {
        finish(true, {});
        return;
    }
    const Step &step = m_script.at(m_step);
    if (m_action >= step.actions().size()) {
        if (m_settling++ < SettlingTicks)
            return;
        if (step.wantsScreenshot())
            takeShot(step.name());
        endStep(true, {});
        return;
    }
    const Progress progress = step.actions().at(m_action)();
    switch (progress.kind) {
    case Progress::Kind::Done:
        ++m_action;
        if (!progress.shot.isEmpty())
            takeShot(progress.shot);
        return;
    case Progress::Kind::Failed:
        endStep(false, progress.reason);
        return;
    case Progress::Kind::Waiting:
        m_waitingFor = progress.reason;
        break;
    }
    if (m_stepTime.elapsed() > step.timeout().count()) {
        endStep(false, u"waited %1 s for %2"_s.arg(step.timeout().count() / 1000).arg(m_waitingFor));
    }
}

void Player::takeShot(const QString &name)
{
    m_lastShot = u"%1-%2.png"_s.arg(++m_shots, 2, 10, QLatin1Char('0')).arg(name);
    if (!picture().save(m_folder.filePath(m_lastShot)))
        m_lastShot.clear();
}

void Player::endStep(bool ok, const QString &reason)
{
    const Step &step = m_script.at(m_step);
    if (!ok)
        takeShot(step.name() + u"-failed"_s);
    QJsonObject row{{"name"_L1, step.name()},
                    {"ok"_L1, ok},
                    {"ms"_L1, m_stepTime.elapsed()},
                    {"screenshot"_L1, m_lastShot}};
    if (!reason.isEmpty())
        row.insert("reason"_L1, reason);
    m_report.append(row);
    Q_EMIT stepDone(step.name(), ok, m_stepTime.elapsed());
    if (!ok) {
        finish(false,
               u"step %1 of %2, \"%3\": %4"_s.arg(m_step + 1).arg(m_script.size()).arg(step.name(), reason));
        return;
    }
    ++m_step;
    beginStep();
}

void Player::finish(bool allHeld, const QString &complaint)
{
    m_timer.stop();
    QJsonObject report{{"steps"_L1, m_report},
                       {"ok"_L1, allHeld},
                       {"planned"_L1, m_script.size()},
                       {"ms"_L1, m_tourTime.elapsed()},
                       {"version"_L1, QString::fromLatin1(GROUNDSWELL_VERSION)},
                       {"qt"_L1, QString::fromLatin1(qVersion())},
                       {"platform"_L1, QGuiApplication::platformName()}};
    if (m_summary) {
        const QJsonObject summary = m_summary();
        for (auto it = summary.begin(); it != summary.end(); ++it)
            report.insert(it.key(), it.value());
    }
    QSaveFile file(m_folder.filePath(u"report.json"_s));
    const QByteArray json = QJsonDocument(report).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit()) {
        Q_EMIT finished(false, u"%1 can't be written: %2"_s.arg(file.fileName(), file.errorString()));
        return;
    }
    Q_EMIT finished(allHeld, complaint);
}

} // namespace groundswell::tour
