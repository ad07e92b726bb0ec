#pragma once

#include "app/autosave/draftsaver.h"
#include "app/desktop/shell/desktopcontext.h"
#include "app/look/texts/fieldvalue.h"
#include "models/wave/ids.h"

#include <QMainWindow>
#include <QUndoGroup>

class QStackedWidget;

namespace groundswell {

class EventPage;
class EventsPage;
class JobsPanel;
class Messages;
class PackagesDock;
class SampleImporter;
class ShellActions;
class TasteRunWatch;
class TextLabel;
class WelcomePage;
class WizardHost;

/// The window: welcome, event list, event page or wizard in the middle, one dock beside it, messages above,
/// jobs and save state below. It only leads from one to the other; each page asks the service for itself.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const DesktopContext &context, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Asks the service whether there are events, and opens the list or the welcome.
    void start();
    /// What autosave sent since the start; for the tour's report.
    [[nodiscard]] SaveCounters saveCounters() const;
    [[nodiscard]] SaveState draftState() const; ///< of the draft being edited
    /// Blocks until what was typed is on this computer's disk, and goes on.
    void keepOnDisk();

Q_SIGNALS:
    /// The windows are gone and everything is on disk: the program may end.
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildCentre();
    void buildStatusBar();
    void connectPages();
    void connectActions();
    void restoreLayout();
    void resetLayout();

    /// Name, currency and time zone of the organiser; \a then is called whether they came or not.
    void readPartner(const std::function<void()> &then);
    void showWelcome();
    void showEvents();
    void showEventPage(const EventId &eid);
    void showWizard(const EventId &eid);
    void showNewerClusters(const EventId &eid);
    void turnTo(QWidget *page);
    void goBack();
    void focusNextPane(bool forward);
    void focusSearch();

    void setUndoStack(QUndoStack *stack);
    void showPlace();

    void openImport();
    void openSample();
    void offerSample();
    void openPreferences();
    void openAssumptions();
    void openConnect();
    void openShortcuts();
    void dataChanged();
    void updateSignedOut();
    void tellPublished(const EventId &eid, const QString &title, int campaigns, bool seen);
    void tellCampaignsDiffer(const EventId &eid, const QString &title,
                             const std::vector<FieldDifference> &differences, const FieldWording &wording);

    DesktopContext m_context;
    ShellActions *m_actions = nullptr;
    QUndoGroup m_undo;
    QStackedWidget *m_stack = nullptr;
    Messages *m_messages = nullptr;
    JobsPanel *m_jobs = nullptr;
    TextLabel *m_place = nullptr;
    WelcomePage *m_welcome = nullptr;
    EventsPage *m_events = nullptr;
    EventPage *m_event = nullptr;
    WizardHost *m_wizard = nullptr;
    PackagesDock *m_packages = nullptr;
    SampleImporter *m_sample = nullptr;
    TasteRunWatch *m_runs = nullptr; ///< null where there is no local workspace
    RequestHandle m_startRequest, m_partnerRequest;
    QByteArray m_defaultState;
    bool m_closing = false;
    bool m_mayClose = false;
};

} // namespace groundswell
