#pragma once

#include <QJsonObject>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace groundswell {

/// Who the workspace belongs to, as JSON of the service's local settings (`organiser`). What isn't shown here
/// stays as it came.
class OrganiserForm : public QWidget {
    Q_OBJECT
public:
    explicit OrganiserForm(QWidget *parent = nullptr);

    void setValues(const QJsonObject &organiser);
    [[nodiscard]] QJsonObject values() const;

private:
    QJsonObject m_values;
    QLineEdit *m_name = nullptr;
    QComboBox *m_currency = nullptr;
    QComboBox *m_zone = nullptr;
    QComboBox *m_model = nullptr;
    QLineEdit *m_payor = nullptr;
    QLineEdit *m_beneficiary = nullptr;
    QCheckBox *m_consent = nullptr;
};

} // namespace groundswell
