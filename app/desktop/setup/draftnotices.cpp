#include "app/desktop/setup/draftnotices.h"

#include "app/desktop/versions/comparedialog.h"
#include "app/desktop/versions/conflictdialog.h"
#include "app/desktop/versions/historydialog.h"
#include "app/look/texts/fieldtext.h"
#include "models/items/format.h"

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

// One notice a matter.
const QString RecoveredKey = u"recovered"_s;
const QString MergedKey = u"merged"_s;
const QString ConflictKey = u"conflict"_s;
const QString DiffersKey = u"differs"_s;
const QString JournalKey = u"journal"_s;
const QString InUseKey = u"inUse"_s;
const QString RestoredKey = u"restored"_s;

constexpr qsizetype FieldsNamed = 3;

/// "Headline, Budget": which fields, without their clusters, so that the bar stays one line.
template <class List, class Path> QString fieldNames(const List &list, Path path)
{
    QStringList names;
    for (const auto &item : list)
        names << fieldText(path(item));
    names.removeDuplicates();
    const QString shown = names.mid(0, FieldsNamed).join(u", "_s);
    return names.size() > FieldsNamed ? shown + u", …"_s : shown;
}

void openDialog(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

DraftNotices::DraftNotices(DraftSession &session, WordingSource wording, QWidget *window, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_wording(std::move(wording))
    , m_window(window)
{
    connect(&session, &DraftSession::recovered, this, &DraftNotices::tellRecovered);
    connect(&session, &DraftSession::merged, this, &DraftNotices::tellMerged);
    connect(&session, &DraftSession::conflictChanged, this, &DraftNotices::tellConflict);
    connect(&session, &DraftSession::serverDiffers, this, &DraftNotices::tellDiffers);
    connect(&session, &DraftSession::journalFailed, this, &DraftNotices::tellJournalFailed);
    connect(&session, &DraftSession::phaseChanged, this, [this](DraftSession::Phase phase) {
        if (phase == DraftSession::Phase::InUse)
            tellInUse();
    });
}

void DraftNotices::tellRecovered(const RecoveryInfo &info)
{
    const QString fields = fieldNames(info.fields, [](const FieldDifference &field) { return field.path; });
    Q_EMIT posted({.key = RecoveredKey,
                   .tone = Tone::Accent,
                   .text = tr("%n change(s) from %1 were recovered: %2.", nullptr, info.changes)
                               .arg(format::dateTime(info.editedAt), fields),
                   .action = {tr("Compare…"), [this, info] { compareRecovered(info); }, false},
                   .other = {tr("Discard them"), [this] { m_session.discardRecovered(); }}});
}

void DraftNotices::compareRecovered(const RecoveryInfo &info)
{
    auto *dialog =
        new CompareDialog({.title = tr("Recovered changes"),
                           .lead = tr("They were typed on this computer at %1 and hadn’t reached the service "
                                      "when the program ended.")
                                       .arg(format::dateTime(info.editedAt)),
                           .before = tr("On the service when it was opened"),
                           .after = tr("Recovered"),
                           .keepBefore = tr("Discard the recovered changes"),
                           .keepAfter = tr("Keep the recovered changes")},
                          info.fields, m_wording(), m_window);
    connect(dialog, &CompareDialog::beforeChosen, this, [this] {
        m_session.discardRecovered();
        Q_EMIT cleared(RecoveredKey);
    });
    connect(dialog, &CompareDialog::afterChosen, this, [this] { Q_EMIT cleared(RecoveredKey); });
    openDialog(dialog);
}

void DraftNotices::tellMerged(const MergeNotice &notice)
{
    const QString fields = fieldNames(notice.taken, [](const FieldPath &path) { return path; });
    Q_EMIT posted({.key = MergedKey,
                   .text = tr("Someone else changed this setup. %n field(s) were taken over: %1.", nullptr,
                              int(notice.taken.size()))
                               .arg(fields),
                   .action = {tr("Version history…"), [this] { openHistory(); }, false},
                   .other = {tr("Undo"), [this] { m_session.draft().undoStack().undo(); }}});
}

void DraftNotices::tellConflict()
{
    if (!m_session.saver().conflict()) {
        Q_EMIT cleared(ConflictKey);
        return;
    }
    Q_EMIT posted({.key = ConflictKey,
                   .tone = Tone::Warn,
                   .text = tr("Someone else changed the same fields. Both versions are kept."),
                   .action = {tr("Compare…"), [this] { openConflict(); }, false}});
}

void DraftNotices::tellDiffers(const std::vector<FieldDifference> &differences)
{
    const QString fields = fieldNames(differences, [](const FieldDifference &field) { return field.path; });
    Q_EMIT posted(
        {.key = DiffersKey,
         .tone = Tone::Warn,
         .text = tr("The service holds something else than you entered: %1.").arg(fields),
         .action = {tr("Compare…"), [this, differences] { compareDiffering(differences); }, false}});
}

void DraftNotices::compareDiffering(const std::vector<FieldDifference> &differences)
{
    auto *dialog = new CompareDialog({.title = tr("Changed by the service"),
                                      .lead = tr("The service took your changes and stored something else in "
                                                 "these fields. Decide before you publish."),
                                      .before = tr("As you entered it"),
                                      .after = tr("As the service holds it"),
                                      .keepBefore = tr("Send mine again"),
                                      .keepAfter = tr("Take the service’s")},
                                     differences, m_wording(), m_window);
    connect(dialog, &CompareDialog::beforeChosen, this, [this] {
        Q_EMIT cleared(DiffersKey);
        m_session.sendAgain();
    });
    connect(dialog, &CompareDialog::afterChosen, this, [this, differences] {
        Q_EMIT cleared(DiffersKey);
        m_session.takeServerValues(differences);
    });
    openDialog(dialog);
}

void DraftNotices::tellJournalFailed()
{
    Q_EMIT posted(
        {.key = JournalKey,
         .tone = Tone::Bad,
         .text = tr("Changes can't be kept on this computer: the disk is full or write-protected. Stay "
                    "online until they are saved.")});
}

void DraftNotices::tellInUse()
{
    Q_EMIT posted(
        {.key = InUseKey,
         .tone = Tone::Warn,
         .text = tr("This setup is being edited in another window of Groundswell. Here it can only be "
                    "read.")});
}

void DraftNotices::openConflict()
{
    const MergeResult *conflict = m_session.saver().conflict();
    if (!conflict)
        return;
    auto *dialog = new ConflictDialog(*conflict, m_wording(), m_window);
    connect(dialog, &ConflictDialog::chosen, this,
            [this](const ConflictChoice &choice) { m_session.saver().resolve(choice); });
    openDialog(dialog);
}

void DraftNotices::openHistory()
{
    auto *dialog = new HistoryDialog(m_session, m_wording(), m_window);
    connect(this, &QObject::destroyed, dialog, &QDialog::reject); // the session goes too
    connect(dialog, &HistoryDialog::restored, this, [this](const QString &name) {
        Q_EMIT posted({.key = RestoredKey,
                       .tone = Tone::Good,
                       .text = tr("Restored: %1.").arg(name),
                       .action = {tr("Undo"), [this] { m_session.draft().undoStack().undo(); }}});
    });
    openDialog(dialog);
}

void DraftNotices::clear()
{
    for (const QString &key :
         {RecoveredKey, MergedKey, ConflictKey, DiffersKey, JournalKey, InUseKey, RestoredKey})
        Q_EMIT cleared(key);
}

} // namespace groundswell
