#pragma once

#include "app/autosave/draftsaver.h"
#include "app/look/texts/fieldvalue.h"

#include <QDialog>

class QGridLayout;
class QRadioButton;

namespace groundswell {

/// Two people changed the same fields: what stood there, what each wrote, field by field, and the choice,
/// also for all of them at once.
class ConflictDialog : public QDialog {
    Q_OBJECT
public:
    ConflictDialog(const MergeResult &conflict, const FieldWording &wording, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const groundswell::ConflictChoice &choice);

private:
    struct Row {
        FieldPath path;
        QRadioButton *mine;
        QRadioButton *theirs;
    };
    QLayout *makeForAll();
    QLayout *makeButtons();
    QWidget *makeFields(const MergeResult &conflict, const FieldWording &wording);
    void addField(QGridLayout &grid, const MergeConflict &field, const FieldWording &wording);
    void use();

    std::vector<Row> m_rows;
};

} // namespace groundswell
