#pragma once

#include "app/autosave/draftsession.h"
#include "app/desktop/shell/desktopcontext.h"
#include "app/desktop/shell/notice.h"
#include "app/look/actions/shortcuts.h"
#include "app/look/texts/fieldvalue.h"
#include "app/net/rest/reachability.h"
#include "app/net/wave/waveclient.h"

#include <QObject>

#include <functional>
#include <memory>

class QUndoStack;

namespace groundswell {

class CampaignWizard;
class DraftNotices;
class PublishRun;
class WizardContext;
class WizardFeed;

/// One event's setup as long as it is open: its draft session, the wizard over it with what that must read,
/// and the attempt to publish it. While that goes on the pages are locked, and it goes on whether the setup
/// is shown or not; whoever owns this must not destroy it before (isPublishing()).
class OpenSetup : public QObject {
    Q_OBJECT
public:
    /// \a host: parent of the wizard. \a reopen shows this setup again; it is called also when this is gone.
    OpenSetup(const DesktopContext &context, Reachability &reachability, const EventId &eid, QWidget *host,
              std::function<void()> reopen);
    ~OpenSetup() override;

    void open();
    [[nodiscard]] const EventId &eid() const { return m_eid; }
    /// The event's title; its id where that isn't known.
    [[nodiscard]] QString title() const;
    [[nodiscard]] DraftSession &session() { return m_session; }
    [[nodiscard]] bool isReady() const { return m_session.phase() == DraftSession::Phase::Ready; }
    /// Null before the draft is there.
    [[nodiscard]] CampaignWizard *wizard() const { return m_wizard; }
    /// From the button until the outcome is known.
    [[nodiscard]] bool isPublishing() const { return m_isPublishing; }
    /// Null: there is nothing to be undone now.
    [[nodiscard]] QUndoStack *undoStack();
    [[nodiscard]] FieldWording wording();

    /// Whether somebody looks at it. What is said about the draft is said then only; how publishing stands,
    /// always.
    void setShown(bool shown);
    /// As soon as the newer run is known, offers to move the draft there.
    void offerMoveWhenKnown();
    void refreshPlan();
    void setShortcuts(const Shortcuts &shortcuts);
    void openHistory();
    /// Writes the journal, gives the pending save at most \a budget, then calls \a done.
    void close(QObject *context, const std::function<void()> &done, std::chrono::milliseconds budget);

Q_SIGNALS:
    void built();
    void openFailed(const QString &text);
    /// Publishing began or ended, or there is a wizard now.
    void undoStackChanged();
    /// The draft is done with; destroy this. \a differences: where the campaigns aren't what the setup said.
    void published(int campaigns, const std::vector<groundswell::FieldDifference> &differences);
    /// Publishing ended, and nothing was published. What there is to say is said.
    void notPublished();
    void signInRequested();
    void assumptionsRequested();
    void messagePosted(const groundswell::Notice &notice);
    void messageCleared(const QString &key);

private:
    void connectSession(Reachability &reachability);
    void build();
    void offerMove();
    void takeMedia(const ClusterRef &cluster, int index, const UploadedMedia &media);
    void publish();
    [[nodiscard]] bool waitsForUpload();
    void connectRun();
    void setPublishing(bool publishing);
    void endPublishing(const std::function<void()> &tell);
    void tellUnpublished(const QString &text);
    void post(Tone tone, const QString &text, const Notice::Action &action = {});
    [[nodiscard]] QString noticeKey() const;

    DesktopContext m_context;
    QWidget *m_host;
    std::function<void()> m_reopen;
    const EventId m_eid;
    bool m_isShown = true;
    bool m_isPublishing = false;
    bool m_isClosing = false; ///< only its last save is waited for
    bool m_moveWanted = false;
    DraftSession m_session;
    std::unique_ptr<DraftNotices> m_notices;
    std::unique_ptr<WizardContext> m_wizardContext;
    std::unique_ptr<WizardFeed> m_feed;
    std::unique_ptr<PublishRun> m_run;
    CampaignWizard *m_wizard = nullptr;
};

} // namespace groundswell
