#pragma once

#include "app/autosave/draftsession.h"
#include "app/desktop/shell/desktopcontext.h"
#include "app/desktop/shell/notice.h"
#include "app/look/fieldvalue.h"
#include "app/net/reachability.h"
#include "app/net/waveclient.h"

#include <QWidget>

#include <memory>

class QStackedLayout;
class QUndoStack;

namespace groundswell {

class CampaignWizard;
class DraftNotices;
class EmptyState;
class PublishRun;
class SkeletonRows;
class WizardContext;
class WizardFeed;

/// Hosts the wizard over one event's draft: opens the draft session, feeds the wizard what it must read from
/// the service, publishes, and closes without losing an edit.
class WizardHost : public QWidget {
    Q_OBJECT
public:
    explicit WizardHost(const DesktopContext &context, QWidget *parent = nullptr);
    ~WizardHost() override;

    void open(const EventId &eid);
    /// Opens the draft and, as soon as the newer run is known, offers to move it there.
    void openForMove(const EventId &eid);
    /// Runs or assumptions changed in the service: looks for a newer run and estimates anew.
    void refreshPlan();
    /// Closes the draft (it is kept) and emits left(). Harmless where nothing is open.
    void leave();
    /// Journal on disk, at most \a lastSave for what isn't saved yet, then \a done.
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
    void published(const groundswell::EventId &eid, int campaigns);
    /// Can't be undone where it is: campaigns that came out otherwise than the setup said.
    void campaignsDiffer(const std::vector<groundswell::FieldDifference> &differences,
                         const groundswell::FieldWording &wording);
    void signInRequested();
    void assumptionsRequested();
    void undoStackChanged(QUndoStack *stack); ///< null: nothing is being edited
    void messagePosted(const groundswell::Notice &notice);
    void messageCleared(const QString &key);

private:
    void openSession();
    void connectSession();
    void buildWizard();
    void offerMove();
    void takeMedia(const ClusterRef &cluster, int index, const UploadedMedia &media);
    void publish();
    void finishPublishing(int campaigns, const std::vector<FieldDifference> &differences);
    [[nodiscard]] FieldWording wording() const;
    void showProblem(const QString &text);
    void tearDown();

    DesktopContext m_context;
    EventId m_eid;
    SaveCounters m_counted; ///< of sessions that are closed
    QStackedLayout *m_stack = nullptr;
    SkeletonRows *m_loading = nullptr;
    EmptyState *m_error = nullptr;
    Reachability m_reachability;
    std::unique_ptr<DraftSession> m_session;
    std::unique_ptr<DraftNotices> m_notices;
    std::unique_ptr<WizardContext> m_wizardContext;
    std::unique_ptr<WizardFeed> m_feed;
    std::unique_ptr<PublishRun> m_publishing;
    CampaignWizard *m_wizard = nullptr;
    bool m_closing = false;
    bool m_moveWanted = false;
};

} // namespace groundswell
