#pragma once

#include "app/autosave/draftsession.h"
#include "app/desktop/shell/notice.h"
#include "app/look/texts/fieldvalue.h"

#include <QObject>

namespace groundswell {

/// What a draft session has to say above the pages (recovered edits, other people's changes, a disk or a
/// service that does something else than it was told), and the dialogs that its buttons open.
class DraftNotices : public QObject {
    Q_OBJECT
public:
    using WordingSource = std::function<FieldWording()>;

    /// \a window is what dialogs belong to; it and the session must outlive this.
    DraftNotices(DraftSession &session, WordingSource wording, QWidget *window, QObject *parent = nullptr);

    void openConflict();
    void openHistory();
    void tellDiffers(const std::vector<FieldDifference> &differences);
    /// Takes back what was said: the draft is closed.
    void clear();

Q_SIGNALS:
    void posted(const groundswell::Notice &notice);
    void cleared(const QString &key);

private:
    void tellRecovered(const RecoveryInfo &info);
    void tellMerged(const MergeNotice &notice);
    void tellConflict();
    void tellJournalFailed();
    void tellInUse();
    void compareRecovered(const RecoveryInfo &info);
    void compareDiffering(const std::vector<FieldDifference> &differences);

    DraftSession &m_session;
    WordingSource m_wording;
    QWidget *m_window;
};

} // namespace groundswell
