#pragma once

#include "models/wave/setupprocess.h"
#include "wizard/shell/issueboard.h"

#include <QWidget>

class QLineEdit;

namespace groundswell {

class ChoiceBox;
class Field;
class WizardContext;

/// In whose name and on whose account an ad runs. A view of the value it is given. Serves the wizard and the
/// editor of a published cluster.
class IntegrationForm : public QWidget {
    Q_OBJECT
public:
    explicit IntegrationForm(WizardContext &context, QWidget *parent = nullptr);

    void showDetails(const IntegrationDetails &details);
    void setReadOnly(bool readOnly);
    void showHint(const QString &member, const IssueBoard::Hint &hint);
    bool focusMember(const QString &member);
    [[nodiscard]] QStringList members() const;

Q_SIGNALS:
    void edited(const groundswell::IntegrationDetails &details, const QString &member);
    void left(const QString &member);

private:
    void addField(QWidget *control, const QString &member);
    void addChoice(ChoiceBox *box, const QString &member, QString IntegrationDetails::*value);
    void refreshAssets();
    WizardContext &m_context;
    IntegrationDetails m_details;
    ChoiceBox *m_account;
    ChoiceBox *m_page;
    ChoiceBox *m_pixel;
    ChoiceBox *m_leadForm;
    QLineEdit *m_instagram;
    QHash<QString, Field *> m_fields;
};

} // namespace groundswell
