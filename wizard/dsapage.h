#pragma once

#include "wizard/wizardpage.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace groundswell {

/// Who pays and who benefits, as the Digital Services Act has it shown beside every ad in the EU.
class DsaPage : public WizardPage {
    Q_OBJECT
public:
    explicit DsaPage(const WizardParts &parts, QWidget *parent = nullptr);

    bool focusField(const FieldPath &path) override;
    void refresh() override;
    void refreshIssues() override;

private:
    void makeFields();
    [[nodiscard]] QWidget *makePreview();
    void connectEdits();
    void refreshPreview();
    void refreshSuggestion();
    [[nodiscard]] QString suggestedPayor() const;

    QLineEdit *m_payor;
    QLineEdit *m_beneficiary;
    QCheckBox *m_same;
    QPushButton *m_suggestion;
    Field *m_payorField = nullptr;
    Field *m_beneficiaryField = nullptr;
    class TextLabel *m_disclosure = nullptr;
};

} // namespace groundswell
