#pragma once

#include "app/look/actions/actionset.h"
#include "wizard/shell/wizardpage.h"

class QPushButton;
class QTableView;

namespace groundswell {

class CreativeMatrixModel;

/// The ads of all clusters as a sheet: edit in place, paste from a spreadsheet, fill a column down.
class CreativeMatrix : public QWidget {
    Q_OBJECT
public:
    explicit CreativeMatrix(const WizardParts &parts, QWidget *parent = nullptr);

    bool focusCell(const FieldPath &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void copy();
    void paste();
    void fillDown();
    void sizeColumns();
    void setKeys(const Shortcuts &shortcuts);

    CreativeMatrixModel *m_model;
    QTableView *m_table;
    QPushButton *m_fill;
    ActionSet m_actions;
};

} // namespace groundswell
