#pragma once

#include "app/autosave/draftsaver.h"
#include "app/desktop/shell/desktopcontext.h"
#include "app/desktop/shell/notice.h"
#include "app/look/actions/shortcuts.h"
#include "app/look/texts/fieldvalue.h"
#include "app/net/rest/reachability.h"
#include "models/wave/ids.h"

#include <QWidget>

#include <memory>
#include <vector>

class QStackedLayout;
class QUndoStack;

namespace groundswell {

class EmptyState;
class OpenSetup;
class SkeletonRows;

/// Shows the wizard over one event's setup, opens and closes it without losing an edit, and keeps those that
/// are being published until their outcome is known, also while another one is shown.
class WizardHost : public QWidget {
    Q_OBJECT
public:
    explicit WizardHost(const DesktopContext &context, QWidget *parent = nullptr);
    ~WizardHost() override;

    /// One that is being published comes back as it was left: locked.
    void open(const EventId &eid);
    /// Opens the draft and, as soon as the newer run is known, offers to move it there.
    void openForMove(const EventId &eid);
    /// Runs or assumptions changed in the service: looks for a newer run and estimates anew.
    void refreshPlan();
    void setShortcuts(const Shortcuts &shortcuts);
    /// Closes the draft (it is kept) and emits left(). Harmless where nothing is open.
    void leave();
    /// Journals on disk, at most \a lastSave for what isn't saved yet, then \a done.
    void shutDown(std::chrono::milliseconds lastSave, const std::function<void()> &done);
    /// Blocks until what was typed is on disk.
    void keepOnDisk();

    void saveNow();
    void openHistory();
    [[nodiscard]] SaveState saveState() const;
    /// Over all drafts edited since the start.
    [[nodiscard]] SaveCounters saveCounters() const;

Q_SIGNALS:
    void left(const groundswell::EventId &eid);
    /// \a seen: it was in view. \a title: of the event.
    void published(const groundswell::EventId &eid, const QString &title, int campaigns, bool seen);
    /// Can't be undone where it is: campaigns that came out otherwise than the setup said.
    void campaignsDiffer(const groundswell::EventId &eid, const QString &title,
                         const std::vector<groundswell::FieldDifference> &differences,
                         const groundswell::FieldWording &wording);
    void openRequested(const groundswell::EventId &eid); ///< by the button of a message
    void signInRequested();
    void assumptionsRequested();
    void undoStackChanged(QUndoStack *stack); ///< null: nothing is being edited
    void messagePosted(const groundswell::Notice &notice);
    void messageCleared(const QString &key);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] std::unique_ptr<OpenSetup> makeSetup(const EventId &eid);
    void connectSetup(OpenSetup *setup);
    void bringUp(OpenSetup *setup);
    [[nodiscard]] bool showUnseen(const EventId &eid);
    void finishPublishing(OpenSetup *setup, int campaigns, const std::vector<FieldDifference> &differences);
    void closeUnseen(OpenSetup *setup);
    void putAside();
    void tearDown();
    void destroy(std::unique_ptr<OpenSetup> setup);
    [[nodiscard]] bool isCurrent(const OpenSetup *setup) const { return setup == m_current.get(); }
    [[nodiscard]] std::vector<OpenSetup *> all() const;

    DesktopContext m_context;
    EventId m_eid; ///< that was asked for last; empty: none
    SaveCounters m_counted; ///< of sessions that are closed
    QStackedLayout *m_stack = nullptr;
    SkeletonRows *m_loading = nullptr;
    EmptyState *m_error = nullptr;
    Reachability m_reachability;
    std::unique_ptr<OpenSetup> m_current;
    std::vector<std::unique_ptr<OpenSetup>> m_unseen; ///< being published
    bool m_closing = false;
};

} // namespace groundswell
