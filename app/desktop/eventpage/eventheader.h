#pragma once

#include "models/wave/event.h"

#include <QWidget>

class QPushButton;

namespace groundswell {

class Calendar;
class CapacityBar;
class StatusPill;
class TextLabel;

/// The head of the event page: what and when, how long still, how full, and the one next step.
class EventHeader : public QWidget {
    Q_OBJECT
public:
    explicit EventHeader(const Calendar &calendar, QWidget *parent = nullptr);

    void setEvent(const Event &event);
    /// Whether a draft waits; the event itself says it only at the embedded service.
    void setSetup(SetupState state);

Q_SIGNALS:
    void backRequested();
    void setupRequested();
    void campaignsRequested(); ///< published: there is nothing to set up, but campaigns to look at

private:
    void showDates(); ///< what changes with the day
    void refreshStep();

    const Calendar &m_calendar;
    Event m_event;
    SetupState m_setup = SetupState::None;
    TextLabel *m_title = nullptr;
    TextLabel *m_when = nullptr;
    StatusPill *m_daysLeft = nullptr;
    StatusPill *m_standing = nullptr;
    CapacityBar *m_bar = nullptr;
    QPushButton *m_step = nullptr;
};

} // namespace groundswell
