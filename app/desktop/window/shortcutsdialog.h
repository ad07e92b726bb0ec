#pragma once

#include "app/look/actions/shortcuts.h"

#include <QDialog>

class QPushButton;
class QTableView;

namespace groundswell {

class ShortcutsModel;
class TextLabel;

/// The keys of the program, made from the table of its actions so that the list can't be out of date. A click
/// on a row, or Enter, and the next key pressed is the action's from now on.
class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutsDialog(const Shortcuts &shortcuts, QWidget *parent = nullptr);

Q_SIGNALS:
    void changed(const groundswell::Shortcuts &shortcuts);

private:
    void makeTable();
    void showRefusal(const QString &why);
    void updateButtons();

    ShortcutsModel *m_model;
    QTableView *m_table;
    TextLabel *m_problem;
    QPushButton *m_reset;
    QPushButton *m_resetAll;
};

} // namespace groundswell
