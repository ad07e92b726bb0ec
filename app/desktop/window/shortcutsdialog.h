#pragma once

#include <QDialog>

class QAction;

namespace groundswell {

/// The keys of the program, read from its commands, so that the list can't be out of date.
class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace groundswell
