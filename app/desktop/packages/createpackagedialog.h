#pragma once

#include "app/net/once/makings.h"
#include "models/wave/package.h"

#include <QDialog>

#include <memory>

class QButtonGroup;
class QLineEdit;
class QListView;
class QPushButton;

namespace groundswell {

class Calendar;
class EventChoiceModel;
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

    void reject() override;

Q_SIGNALS:
    void created(const groundswell::PackageId &id);
    /// Left before the service has said whether the package called \a title is being built.
    void abandoned(const QString &title);

private:
    QWidget *makeEvents();
    QWidget *makeMode();
    void offerUpcoming();
    void proposeTitle();
    void updateSummary();
    void build();
    void showProblem(const QString &text);
    [[nodiscard]] PackageRequest request() const;

    WaveClient &m_client;
    const Calendar &m_calendar;
    EventFeed *m_feed = nullptr;
    int m_nextPage = 0; ///< 0: there is none, or it is being fetched
    EventChoiceModel *m_choice = nullptr;
    QLineEdit *m_search = nullptr;
    QListView *m_events = nullptr;
    QButtonGroup *m_mode = nullptr;
    QLineEdit *m_title = nullptr;
    bool m_titleTyped = false;
    QString m_askedTitle; ///< of what is being built
    TextLabel *m_summary = nullptr;
    TextLabel *m_problem = nullptr;
    QPushButton *m_build = nullptr;
    std::unique_ptr<PackageMaking> m_making;
    bool m_isBuilding = false; ///< asked for; whether it was done may not be known yet
    bool m_isUnknown = false; ///< the service refuses to say; the button asks again
};

} // namespace groundswell
