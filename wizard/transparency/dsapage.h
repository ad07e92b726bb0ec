#pragma once

#include "wizard/shell/wizardpage.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace groundswell {

class DisclosureCard;

/// Who pays for the ads and for whom they run, as the EU's Digital Services Act has them shown to the public.
class DsaPage : public WizardPage {
    Q_OBJECT
public:
    explicit DsaPage(const WizardParts &parts, QWidget *parent = nullptr);

    bool focusField(const FieldPath &path) override;
    void refresh() override;
    void refreshIssues() override;

private:
    void connectFields();
    void write(const QString &payor, const QString &beneficiary);
    /// What the chosen ad account gives as default; empty members where it gives none.
    [[nodiscard]] std::pair<QString, QString> accountDefaults() const;

    QLineEdit *m_payor;
    QLineEdit *m_beneficiary;
    QCheckBox *m_same;
    QPushButton *m_defaults;
    Field *m_payorField;
    Field *m_beneficiaryField;
    DisclosureCard *m_preview;
    bool m_sameChosen = false; ///< by the user; until then it follows the data
};

} // namespace groundswell
