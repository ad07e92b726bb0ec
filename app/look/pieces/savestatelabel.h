#pragma once

#include "models/draft/savestate.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace groundswell {

class ElidedLabel;

/// Says whether the draft is stored: the one place with these words. Readiness is another question and has no
/// part in it.
class SaveStateLabel : public QWidget {
    Q_OBJECT
public:
    explicit SaveStateLabel(QWidget *parent = nullptr);

    void setState(const SaveState &state);
    [[nodiscard]] QString text() const;
    /// The words for a state, for the status bar and the tour as well.
    [[nodiscard]] static QString wordsFor(const SaveState &state, const QLocale &locale);

Q_SIGNALS:
    void retryRequested();
    void compareRequested();
    void signInRequested();

private:
    void showState();
    void announceIfNews(SaveState::Kind before);
    SaveState m_state;
    bool m_failedSince = false; ///< a failure was announced, so the next success is worth a word
    ElidedLabel *m_text;
    QWidget *m_icon;
    QPushButton *m_action;
    QTimer m_delay; ///< "Saving…" only after 400 ms, else it flickers at every pause
};

} // namespace groundswell
