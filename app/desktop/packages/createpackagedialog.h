#pragma once

#include "app/net/requesthandle.h"
#include "models/wave/event.h"
#include "models/wave/package.h"

#include <QDialog>

class QButtonGroup;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace groundswell {

class Calendar;
class EventFeed;
class TextLabel;
class WaveClient;

/// Builds a package: which events, which way of choosing people, a summary, and the button. One page, because
/// three questions don't make a wizard.
class CreatePackageDialog : public QDialog {
    Q_OBJECT
public:
    /// \a client and \a calendar must outlive the dialog.
    CreatePackageDialog(WaveClient &client, const Calendar &calendar, QWidget *parent = nullptr);
    ~CreatePackageDialog() override;

Q_SIGNALS:
    void created(const groundswell::PackageId &id);

private:
    QWidget *makeEvents();
    QWidget *makeMode();
    void addEvents(const std::vector<Event> &events, bool firstPage);
    void offerUpcoming();
    void updateSummary();
    void build();
    [[nodiscard]] PackageRequest request() const;

    WaveClient &m_client;
    const Calendar &m_calendar;
    EventFeed *m_feed = nullptr;
    int m_nextPage = 0; ///< 0: there is none, or it is being fetched
    std::vector<PackageEvent> m_chosen; ///< outlives a search that hides them
    QLineEdit *m_search = nullptr;
    QListWidget *m_events = nullptr;
    QButtonGroup *m_mode = nullptr;
    QLineEdit *m_title = nullptr;
    bool m_titleTyped = false;
    TextLabel *m_summary = nullptr;
    TextLabel *m_problem = nullptr;
    QPushButton *m_build = nullptr;
    RequestHandle m_request;
};

} // namespace groundswell
