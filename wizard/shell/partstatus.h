#pragma once

#include "wizard/shell/wizardcontext.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace groundswell {

class TextLabel;

/// How it stands with one thing that the service is asked for, in the place where its answer belongs: that it
/// is being worked out (once that takes longer than a moment), or why it couldn't be, with a way to ask
/// again. Hidden while there is nothing to say.
class PartStatus : public QWidget {
    Q_OBJECT
public:
    /// \a waiting says what is being worked out; \a failed is a full sentence about what is missing. \a name:
    /// of the widget; its parts are `<name>Text` and `<name>Retry`.
    PartStatus(WizardContext &context, WizardContext::Part part, const QString &name, const QString &waiting,
               const QString &failed, QWidget *parent = nullptr);

Q_SIGNALS:
    void retryRequested(groundswell::WizardContext::Part part);

private:
    void refresh();
    WizardContext &m_context;
    const WizardContext::Part m_part;
    const QString m_waiting;
    const QString m_failed;
    TextLabel *m_text;
    QPushButton *m_retry;
    QTimer m_moment;
};

} // namespace groundswell
