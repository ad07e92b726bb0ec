#include "wizard/transparency/disclosurecard.h"

#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QVBoxLayout>

namespace groundswell {

DisclosureCard::DisclosureCard(QWidget *parent)
    : Card(parent)
    , m_payor(new TextLabel(TextRole::Body))
    , m_beneficiary(new TextLabel(TextRole::Body))
{
    setObjectName(QStringLiteral("disclosure"));
    setAccessibleName(tr("How the public sees it"));
    m_payor->setObjectName(QStringLiteral("disclosurePayor"));
    m_beneficiary->setObjectName(QStringLiteral("disclosureBeneficiary"));
    auto *heading = new TextLabel(TextRole::Strong, tr("About this ad"));
    auto *intro = new TextLabel(TextRole::Caption, tr("What people read when they ask why they see it:"));
    auto *payorCaption = new TextLabel(TextRole::Caption, tr("Paid for by"));
    auto *beneficiaryCaption = new TextLabel(TextRole::Caption, tr("On behalf of"));
    content()->setSpacing(units(this, 0.5));
    content()->addWidget(heading);
    content()->addWidget(intro);
    content()->addSpacing(units(this, 1));
    content()->addWidget(payorCaption);
    content()->addWidget(m_payor);
    content()->addSpacing(units(this, 0.75));
    content()->addWidget(beneficiaryCaption);
    content()->addWidget(m_beneficiary);
    content()->addStretch();
}

void DisclosureCard::show(const QString &payor, const QString &beneficiary)
{
    const auto fill = [](TextLabel *label, const QString &text) {
        label->setText(text.trimmed().isEmpty() ? QStringLiteral("—") : text.trimmed());
        label->setToken(text.trimmed().isEmpty() ? Token::Muted : Token::Text);
    };
    fill(m_payor, payor);
    fill(m_beneficiary, beneficiary);
}

} // namespace groundswell
