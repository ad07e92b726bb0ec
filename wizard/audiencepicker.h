#pragma once

#include "wizard/inputs.h"

#include <QWidget>

namespace groundswell {

class ChipList;

/// Several values of a list, picked one after the other: chips, and a box that offers what isn't picked yet.
/// A value the list doesn't know is shown as it is and kept.
class AudiencePicker : public QWidget {
    Q_OBJECT
public:
    /// \a addText: the words in the empty box ("Add an audience").
    AudiencePicker(const QString &objectName, const QString &addText, QWidget *parent = nullptr);

    void setEntries(const std::vector<ChoiceBox::Entry> &entries);
    void showIds(const QStringList &ids);
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void edited(const QStringList &ids); ///< by the user

private:
    void refresh();
    QString m_addText;
    std::vector<ChoiceBox::Entry> m_entries;
    QStringList m_ids;
    ChipList *m_chips;
    QComboBox *m_box;
};

} // namespace groundswell
