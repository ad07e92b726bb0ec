#pragma once

#include "models/wave/event.h"

#include <QAbstractListModel>

#include <vector>

namespace groundswell {

class Calendar;

/// Events with a check each. What was checked stays chosen when a search hides it.
class EventChoiceModel : public QAbstractListModel {
    Q_OBJECT
public:
    struct Chosen {
        EventId id;
        QString title;
        QDate day; ///< invalid: not known
    };

    /// \a calendar must outlive the model.
    explicit EventChoiceModel(const Calendar &calendar, QObject *parent = nullptr);

    void setEvents(const std::vector<Event> &events);
    void addEvents(const std::vector<Event> &events);
    [[nodiscard]] const std::vector<Chosen> &chosen() const { return m_chosen; } ///< first chosen first
    /// What has left the list can't be unchecked there.
    void dropBefore(const QDate &day);
    /// Checks the event, or takes its check away.
    void toggle(const QModelIndex &index);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void chosenChanged();

private:
    [[nodiscard]] bool isChosen(const EventId &id) const;

    const Calendar &m_calendar;
    std::vector<Event> m_events;
    std::vector<Chosen> m_chosen;
};

} // namespace groundswell
