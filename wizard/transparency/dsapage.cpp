#include "wizard/transparency/dsapage.h"

#include "app/look/inputs/field.h"
#include "app/look/inputs/inputs.h"
#include "app/look/inputs/usable.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/style.h"
#include "app/look/style/units.h"
#include "app/look/texts/fieldtext.h"
#include "models/draft/setupdraft.h"
#include "models/rules/preflight.h"
#include "wizard/shell/issueboard.h"
#include "wizard/shell/wizardcontext.h"
#include "wizard/transparency/disclosurecard.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace groundswell {

DsaPage::DsaPage(const WizardParts &parts, QWidget *parent)
    : WizardPage(parts, tr("Who stands behind the ads?"), {}, Width::Column, parent)
    , m_payor(new QLineEdit)
    , m_beneficiary(new QLineEdit)
    , m_same(new QCheckBox(tr("They run for whoever pays")))
    , m_defaults(new QPushButton)
    , m_payorField(new Field(fieldLabel(rowPath("dsaPayor")), m_payor, QStringLiteral("dsaPayor")))
    , m_beneficiaryField(
          new Field(fieldLabel(rowPath("dsaBeneficiary")), m_beneficiary, QStringLiteral("dsaBeneficiary")))
    , m_preview(new DisclosureCard)
{
    setObjectName(QStringLiteral("dsaPage"));
    m_payorField->setHint(fieldHelp(rowPath("dsaPayor")));
    m_beneficiaryField->setHint(fieldHelp(rowPath("dsaBeneficiary")));
    nameWidget(m_same, QStringLiteral("dsaSame"), m_same->text());
    m_defaults->setObjectName(QStringLiteral("dsaDefaults"));
    m_defaults->setProperty(kQuietProperty, true);
    routeUndoToDraft(m_payor);
    routeUndoToDraft(m_beneficiary);
    column()->addWidget(m_payorField);
    column()->addWidget(m_same);
    column()->addWidget(m_beneficiaryField);
    column()->addWidget(m_defaults, 0, Qt::AlignLeft);
    column()->addStretch();
    setSidePane(m_preview);
    connectFields();
}

void DsaPage::connectFields()
{
    connect(m_payor, &QLineEdit::textEdited, this, [this](const QString &text) {
        write(text, m_same->isChecked() ? text : m_draft.data().dsaBeneficiary);
    });
    connect(m_beneficiary, &QLineEdit::textEdited, this,
            [this](const QString &text) { write(m_draft.data().dsaPayor, text); });
    connect(m_payor, &QLineEdit::editingFinished, this, [this] { m_issues.touch(rowPath("dsaPayor")); });
    connect(m_beneficiary, &QLineEdit::editingFinished, this,
            [this] { m_issues.touch(rowPath("dsaBeneficiary")); });
    connect(m_same, &QCheckBox::clicked, this, [this](bool same) {
        m_sameChosen = true;
        if (same)
            write(m_draft.data().dsaPayor, m_draft.data().dsaPayor);
        refresh();
    });
    connect(m_defaults, &QPushButton::clicked, this, [this] {
        const auto [payor, beneficiary] = accountDefaults();
        write(payor.isEmpty() ? beneficiary : payor, beneficiary.isEmpty() ? payor : beneficiary);
    });
    connect(&m_draft, &SetupDraft::changed, this, [this](DraftFields fields) {
        if (isVisible() && (fields & (DraftField::Dsa | DraftField::Targeting | DraftField::Integrations)))
            refresh();
    });
    connect(&m_context, &WizardContext::assetsChanged, this, &DsaPage::refresh);
    connect(&m_issues, &IssueBoard::changed, this, &DsaPage::refreshIssues);
}

void DsaPage::write(const QString &payor, const QString &beneficiary)
{
    m_draft.setDsa(payor, beneficiary);
}

std::pair<QString, QString> DsaPage::accountDefaults() const
{
    const auto &assets = m_context.assets();
    const auto &details = m_draft.data().integrationDetails;
    if (!assets || details.empty())
        return {};
    const auto account =
        std::find_if(assets->adAccounts.begin(), assets->adAccounts.end(),
                     [&](const AdAsset &asset) { return asset.id == details.front().adAccountId; });
    if (account == assets->adAccounts.end())
        return {};
    return {account->defaultDsaPayor, account->defaultDsaBeneficiary};
}

void DsaPage::refresh()
{
    const SetupProcess &row = m_draft.data();
    setLead(
        needsDsa(row) ? tr(
            "Your ads are shown in the European Union, where the Digital Services Act asks for both names. "
            "Everybody who sees an ad can read them.")
                      : tr("None of the places is in the European Union, so nothing is required here. What "
                           "you enter is kept."));
    if (!m_sameChosen)
        m_same->setChecked(row.dsaPayor == row.dsaBeneficiary);
    const bool open = !m_draft.isReadOnly();
    m_same->setEnabled(open);
    m_payor->setReadOnly(!open);
    m_beneficiary->setReadOnly(!open);
    setUsable(m_beneficiary, !m_same->isChecked(),
              tr("They run for whoever pays, so both names are the same."));
    showText(m_payor, row.dsaPayor);
    showText(m_beneficiary, row.dsaBeneficiary);
    const auto [payor, beneficiary] = accountDefaults();
    const QString name = payor.isEmpty() ? beneficiary : payor;
    const bool offered =
        open && !name.isEmpty() && (row.dsaPayor != payor || row.dsaBeneficiary != beneficiary);
    m_defaults->setText(tr("Use what the ad account names: %1").arg(name));
    m_defaults->setAccessibleName(m_defaults->text());
    m_defaults->setVisible(offered);
    m_preview->show(row.dsaPayor, row.dsaBeneficiary);
    refreshIssues();
}

void DsaPage::refreshIssues()
{
    showHint(m_payorField, rowPath("dsaPayor"));
    // While the names are tied, one complaint at the first says it all.
    if (m_same->isChecked())
        m_beneficiaryField->setProblem({});
    else
        showHint(m_beneficiaryField, rowPath("dsaBeneficiary"));
}

bool DsaPage::focusField(const FieldPath &path)
{
    const bool second = path.section == QLatin1StringView("dsaBeneficiary") && !m_same->isChecked();
    (second ? m_beneficiary : m_payor)->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace groundswell
