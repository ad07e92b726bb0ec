#include "wizard/dsapage.h"

#include "app/look/accessibility.h"
#include "app/look/card.h"
#include "app/look/field.h"
#include "app/look/style.h"
#include "app/look/typography.h"
#include "app/look/units.h"
#include "models/draft/setupdraft.h"
#include "wizard/inputs.h"
#include "wizard/issueboard.h"
#include "wizard/wizardcontext.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace groundswell {

DsaPage::DsaPage(const WizardParts &parts, QWidget *parent)
    : WizardPage(parts, tr("Who stands behind the ads?"),
                 tr("Ads that reach people in the EU must name who pays for them and for whom they run "
                    "(Digital Services "
                    "Act). Both names are shown to the public."),
                 Width::Column, parent)
    , m_payor(new QLineEdit)
    , m_beneficiary(new QLineEdit)
    , m_same(new QCheckBox(tr("The same as who pays")))
    , m_suggestion(new QPushButton)
{
    setObjectName(QStringLiteral("dsaPage"));
    makeFields();
    column()->addStretch();
    setSidePane(makePreview());
    connectEdits();
}

void DsaPage::makeFields()
{
    m_payorField = new Field(tr("Who &pays for the ads"), m_payor, QStringLiteral("dsaPayor"));
    m_payorField->setHint(
        tr("The legal name of the organisation, for instance “Stadttheater Beispiel GmbH”."));
    m_beneficiaryField =
        new Field(tr("&For whom the ads run"), m_beneficiary, QStringLiteral("dsaBeneficiary"));
    m_beneficiaryField->setHint(tr("Whose event is advertised; an agency is not the beneficiary."));
    nameWidget(m_same, QStringLiteral("dsaSame"), m_same->text());
    m_suggestion->setObjectName(QStringLiteral("dsaSuggestion"));
    m_suggestion->setProperty(kQuietProperty, true);
    for (QLineEdit *edit : {m_payor, m_beneficiary})
        routeUndoToDraft(edit);
    column()->addWidget(m_payorField);
    column()->addWidget(m_suggestion, 0, Qt::AlignLeft);
    column()->addWidget(m_beneficiaryField);
    column()->addWidget(m_same);
}

QWidget *DsaPage::makePreview()
{
    auto *card = new Card;
    nameWidget(card, QStringLiteral("dsaPreview"), tr("How the public sees it"));
    auto *title = new TextLabel(TextRole::Strong, tr("About this ad"));
    title->setObjectName(QStringLiteral("dsaPreviewTitle"));
    m_disclosure = new TextLabel(TextRole::Body);
    m_disclosure->setObjectName(QStringLiteral("dsaDisclosure"));
    auto *caption = new TextLabel(TextRole::Caption, tr("How the public sees it"));
    caption->setObjectName(QStringLiteral("dsaPreviewCaption"));
    card->content()->addWidget(caption);
    card->content()->addWidget(title);
    card->content()->addWidget(m_disclosure);
    return card;
}

void DsaPage::connectEdits()
{
    connect(m_payor, &QLineEdit::textEdited, this, [this](const QString &payor) {
        m_draft.setDsa(payor, m_same->isChecked() ? payor : m_draft.data().dsaBeneficiary);
    });
    connect(m_beneficiary, &QLineEdit::textEdited, this,
            [this](const QString &beneficiary) { m_draft.setDsa(m_draft.data().dsaPayor, beneficiary); });
    connect(m_payor, &QLineEdit::editingFinished, this, [this] { m_issues.touch(rowPath("dsaPayor")); });
    connect(m_beneficiary, &QLineEdit::editingFinished, this,
            [this] { m_issues.touch(rowPath("dsaBeneficiary")); });
    connect(m_same, &QCheckBox::toggled, this, [this](bool same) {
        if (same)
            m_draft.setDsa(m_draft.data().dsaPayor, m_draft.data().dsaPayor);
        m_beneficiary->setEnabled(!same && !m_draft.isReadOnly());
    });
    connect(m_suggestion, &QPushButton::clicked, this, [this] {
        const QString payor = suggestedPayor();
        m_draft.setDsa(payor,
                       m_draft.data().dsaBeneficiary.isEmpty() ? payor : m_draft.data().dsaBeneficiary);
    });
    connect(&m_draft, &SetupDraft::changed, this, [this](DraftFields fields) {
        if (isVisible() && (fields & (DraftField::Dsa | DraftField::Integrations)))
            refresh();
    });
    connect(&m_context, &WizardContext::assetsChanged, this, &DsaPage::refreshSuggestion);
    connect(&m_issues, &IssueBoard::changed, this, &DsaPage::refreshIssues);
}

void DsaPage::refresh()
{
    const SetupProcess &row = m_draft.data();
    showText(m_payor, row.dsaPayor);
    showText(m_beneficiary, row.dsaBeneficiary);
    const bool same = !row.dsaPayor.isEmpty() && row.dsaPayor == row.dsaBeneficiary;
    if (!m_beneficiary
             ->hasFocus()) { // typing towards the payer's name must not lock the field under the cursor
        const QSignalBlocker silent(m_same);
        m_same->setChecked(same);
    }
    m_payor->setEnabled(!m_draft.isReadOnly());
    m_same->setEnabled(!m_draft.isReadOnly());
    m_beneficiary->setEnabled(!m_draft.isReadOnly() && !m_same->isChecked());
    refreshPreview();
    refreshSuggestion();
    refreshIssues();
}

void DsaPage::refreshPreview()
{
    const QString unknown = tr("—");
    const QString payor = m_draft.data().dsaPayor.trimmed();
    const QString beneficiary = m_draft.data().dsaBeneficiary.trimmed();
    m_disclosure->setText(
        tr("Paid for by %1.\nOn behalf of %2.")
            .arg(payor.isEmpty() ? unknown : payor, beneficiary.isEmpty() ? unknown : beneficiary));
}

QString DsaPage::suggestedPayor() const
{
    const SetupProcess &row = m_draft.data();
    if (!m_context.assets() || row.integrationDetails.empty())
        return {};
    const QString &accountId = row.integrationDetails.front().adAccountId;
    const auto &accounts = m_context.assets()->adAccounts;
    const auto account = std::ranges::find(accounts, accountId, &AdAsset::id);
    return account == accounts.end() ? QString() : account->defaultDsaPayor;
}

void DsaPage::refreshSuggestion()
{
    const QString payor = suggestedPayor();
    m_suggestion->setVisible(!payor.isEmpty() && payor != m_draft.data().dsaPayor && !m_draft.isReadOnly());
    m_suggestion->setText(tr("Use “%1” from the ad account").arg(payor));
    m_suggestion->setAccessibleName(m_suggestion->text());
}

void DsaPage::refreshIssues()
{
    showHint(m_payorField, rowPath("dsaPayor"));
    showHint(m_beneficiaryField, rowPath("dsaBeneficiary"));
}

bool DsaPage::focusField(const FieldPath &path)
{
    if (path.section == QLatin1StringView("dsaPayor"))
        m_payor->setFocus(Qt::OtherFocusReason);
    else if (path.section == QLatin1StringView("dsaBeneficiary"))
        (m_beneficiary->isEnabled() ? static_cast<QWidget *>(m_beneficiary) : m_same)
            ->setFocus(Qt::OtherFocusReason);
    else
        return false;
    return true;
}

} // namespace groundswell
