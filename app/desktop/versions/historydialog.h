#pragma once

#include "app/look/texts/fieldvalue.h"
#include "models/draft/draftversion.h"
#include "models/wave/setupprocess.h"

#include <QDialog>

class QComboBox;
class QPushButton;
class QTableView;

namespace groundswell {

class ComparisonTable;
class DraftSession;
class TextLabel;
class VersionListModel;

/// The versions of one event's setup: who changed what and when, any two compared field by field, and one
/// restored as an edit that can be undone.
class HistoryDialog : public QDialog {
    Q_OBJECT
public:
    /// \a session must outlive it.
    HistoryDialog(DraftSession &session, const FieldWording &wording, QWidget *parent = nullptr);

Q_SIGNALS:
    /// A version is the draft now.
    void restored(const QString &name);

private:
    void makeVersions();
    QLayout *makeComparison();
    QLayout *makeButtons();
    void offerOthers();
    void compare();
    void restore();
    [[nodiscard]] const DraftVersion *selected() const;
    [[nodiscard]] Expected<SetupProcess> otherRow() const;

    DraftSession &m_session;
    VersionListModel *m_versions;
    QTableView *m_list;
    QComboBox *m_other;
    TextLabel *m_same;
    ComparisonTable *m_comparison;
    QPushButton *m_restore;
};

} // namespace groundswell
