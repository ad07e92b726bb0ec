#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace groundswell {

/// Something that goes on in the background, as the status bar shows it: a title, perhaps a share done, and a
/// way to stop it. Owned by whoever does the work; ending or destroying it takes it from the status bar.
class Job : public QObject {
    Q_OBJECT
public:
    explicit Job(const QString &title, std::function<void()> cancel, QObject *parent = nullptr);

    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] bool isCancellable() const { return static_cast<bool>(m_cancel); }
    [[nodiscard]] std::optional<double> share() const { return m_share; } ///< 0–1; unset = unknown
    void setTitle(const QString &title);
    void setShare(std::optional<double> share);
    void cancel();
    void end();

Q_SIGNALS:
    void changed();
    void ended();

private:
    QString m_title;
    std::function<void()> m_cancel;
    std::optional<double> m_share;
    bool m_ended = false;
};

} // namespace groundswell
