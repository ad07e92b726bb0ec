#pragma once

#include <QTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;

namespace groundswell {

class ElidedLabel;

/// A job that is running, in the place it concerns: what it does, how far it is, and a way to stop it.
/// Appears after a second, so that short jobs pass without a word.
class InlineProgress : public QWidget {
    Q_OBJECT
public:
    explicit InlineProgress(QWidget *parent = nullptr);

    void start(const QString &text);
    void setText(const QString &text);
    /// \a total 0 or less: the end isn't known.
    void setProgress(qint64 done, qint64 total);
    void finish();

Q_SIGNALS:
    void cancelRequested();

private:
    ElidedLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QTimer m_delay;
};

} // namespace groundswell
