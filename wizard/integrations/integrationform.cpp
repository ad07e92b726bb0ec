#include "wizard/integrations/integrationform.h"

#include "app/look/inputs/field.h"
#include "app/look/inputs/inputs.h"
#include "app/look/style/units.h"
#include "wizard/shell/wizardcontext.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace groundswell {
namespace {

const QString kAccount = QStringLiteral("adAccountId");
const QString kPage = QStringLiteral("pageId");
const QString kInstagram = QStringLiteral("instagramActorId");
const QString kPixel = QStringLiteral("pixelId");
const QString kLeadForm = QStringLiteral("leadFormId");

} // namespace

IntegrationForm::IntegrationForm(WizardContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_account(new ChoiceBox(true))
    , m_page(new ChoiceBox(true))
    , m_pixel(new ChoiceBox(true))
    , m_leadForm(new ChoiceBox(true))
    , m_instagram(new QLineEdit)
{
    setObjectName(QStringLiteral("integrationForm"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(units(this, 1.5));
    addChoice(m_account, kAccount, tr("Ad &account"), tr("It is billed for the campaign."),
              &IntegrationDetails::adAccountId);
    addChoice(m_page, kPage, tr("&Page"), tr("The ads appear in its name."), &IntegrationDetails::pageId);
    m_fields.insert(kInstagram, new Field(tr("&Instagram account"), m_instagram, kInstagram));
    m_fields.value(kInstagram)->setHint(tr("Its id, if the ads should also appear there in its own name."));
    routeUndoToDraft(m_instagram);
    column->addWidget(m_fields.value(kInstagram));
    addChoice(m_pixel, kPixel, tr("P&ixel"),
              tr("It reports sales on your ticket page back to the ad platform."),
              &IntegrationDetails::pixelId);
    addChoice(m_leadForm, kLeadForm, tr("&Form"), tr("Only for ads that collect addresses."),
              &IntegrationDetails::leadFormId);
    column->addStretch();
    connect(m_instagram, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_details.instagramActorId = text.trimmed();
        Q_EMIT edited(m_details, kInstagram);
    });
    connect(m_instagram, &QLineEdit::editingFinished, this, [this] { Q_EMIT left(kInstagram); });
    connect(m_account, &ChoiceBox::edited, this,
            &IntegrationForm::refreshAssets); // pixels belong to an account
    connect(&context, &WizardContext::assetsChanged, this, &IntegrationForm::refreshAssets);
    refreshAssets();
}

const QStringList &IntegrationForm::members()
{
    static const QStringList all{kAccount, kPage, kInstagram, kPixel, kLeadForm};
    return all;
}

void IntegrationForm::addChoice(ChoiceBox *box, const QString &member, const QString &label,
                                const QString &hint, QString IntegrationDetails::*value)
{
    auto *field = new Field(label, box, member);
    field->setHint(hint);
    m_fields.insert(member, field);
    static_cast<QVBoxLayout *>(layout())->addWidget(field);
    connect(box, &ChoiceBox::edited, this, [this, member, value](const QString &id) {
        m_details.*value = id;
        Q_EMIT edited(m_details, member);
    });
    connect(box, &ChoiceBox::left, this, [this, member] { Q_EMIT left(member); });
}

void IntegrationForm::refreshAssets()
{
    const AdAssets assets = m_context.assets().value_or(AdAssets());
    const auto entries = [](const std::vector<AdAsset> &list, const QString &parent) {
        std::vector<ChoiceBox::Entry> result;
        for (const AdAsset &asset : list) {
            if (!parent.isEmpty() && !asset.parentId.isEmpty() && asset.parentId != parent)
                continue;
            result.push_back({asset.id, asset.name.isEmpty() ? asset.id : asset.name, asset.id});
        }
        return result;
    };
    m_account->setEntries(entries(assets.adAccounts, {}), tr("Choose…"));
    m_page->setEntries(entries(assets.pages, {}), tr("Choose…"));
    m_pixel->setEntries(entries(assets.pixels, m_details.adAccountId), tr("None"));
    m_leadForm->setEntries(entries(assets.leadForms, m_details.pageId), tr("None"));
    m_account->showId(m_details.adAccountId);
    m_page->showId(m_details.pageId);
    m_pixel->showId(m_details.pixelId);
    m_leadForm->showId(m_details.leadFormId);
}

void IntegrationForm::showDetails(const IntegrationDetails &details)
{
    if (m_details.adAccountId != details.adAccountId || m_details.pageId != details.pageId) {
        m_details = details;
        refreshAssets();
    }
    m_details = details;
    m_account->showId(details.adAccountId);
    m_page->showId(details.pageId);
    m_pixel->showId(details.pixelId);
    m_leadForm->showId(details.leadFormId);
    showText(m_instagram, details.instagramActorId);
}

void IntegrationForm::setReadOnly(bool readOnly)
{
    for (ChoiceBox *box : {m_account, m_page, m_pixel, m_leadForm})
        box->setEnabled(!readOnly);
    m_instagram->setReadOnly(readOnly);
}

void IntegrationForm::showHint(const QString &member, const IssueBoard::Hint &hint)
{
    if (Field *field = m_fields.value(member))
        field->setProblem(hint.severity != Severity::Info ? hint.text : QString(),
                          hint.severity == Severity::Error ? Field::Gravity::Error : Field::Gravity::Warning);
}

bool IntegrationForm::focusMember(const QString &member)
{
    Field *field = m_fields.value(member.isEmpty() ? kAccount : member);
    if (!field)
        return false;
    field->control()->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace groundswell
