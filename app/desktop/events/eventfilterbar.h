#pragma once

#include "models/wave/event.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace groundswell {

/// Search and filters of the event list. Holds no truth of its own but the words typed; gives an EventQuery.
class EventFilterBar : public QWidget {
    Q_OBJECT
public:
    explicit EventFilterBar(QWidget *parent = nullptr);

    [[nodiscard]] EventQuery query(const QDate &today) const;
    /// True where something beside the default view is asked for: an empty answer then means "nothing found".
    [[nodiscard]] bool isNarrowed() const;
    void setCities(const QStringList &cities);
    void setCount(const QString &text);
    void focusSearch();
    void clear();

Q_SIGNALS:
    void changed(bool typing);

private:
    QLineEdit *m_search = nullptr;
    QComboBox *m_when = nullptr;
    QComboBox *m_city = nullptr;
    QComboBox *m_campaigns = nullptr;
    QLabel *m_count = nullptr;
};

} // namespace groundswell
