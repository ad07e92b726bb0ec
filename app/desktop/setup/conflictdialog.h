#pragma once

#include "app/autosave/draftsaver.h"

#include <QDialog>

class QRadioButton;

namespace groundswell {

/// Two people changed the same fields: what each wrote, field by field, and the choice.
class ConflictDialog : public QDialog {
    Q_OBJECT
public:
    explicit ConflictDialog(const MergeResult &conflict, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const groundswell::ConflictChoice &choice);

private:
    QWidget *makeFields(const MergeResult &conflict);
    std::vector<std::pair<FieldPath, QRadioButton *>> m_theirs; ///< checked: take theirs
};

} // namespace groundswell
