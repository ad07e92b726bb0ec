#pragma once

#include <QHash>
#include <QJsonObject>
#include <QWidget>

class QDoubleSpinBox;

namespace groundswell {

/// What planning assumes of the advertising market (`market_assumptions`): shown with every estimate that
/// rests on it.
class MarketForm : public QWidget {
    Q_OBJECT
public:
    explicit MarketForm(QWidget *parent = nullptr);

    void setValues(const QJsonObject &assumptions, const QString &currency);
    /// Only what differs from what was set: an untouched default stays the service's to choose.
    [[nodiscard]] QJsonObject changedValues() const;

private:
    QHash<QString, QDoubleSpinBox *> m_boxes;
    QHash<QString, double> m_before;
};

} // namespace groundswell
