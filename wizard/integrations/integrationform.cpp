#include "wizard/integrations/integrationform.h"

#include "app/look/inputs/field.h"
#include "app/look/inputs/inputs.h"
#include "app/look/style/units.h"
#include "app/look/texts/fieldtext.h"
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
    addChoice(m_account, kAccount, &IntegrationDetails::adAccountId);
    addChoice(m_page, kPage, &IntegrationDetails::pageId);
    addField(m_instagram, kInstagram);
    routeUndoToDraft(m_instagram);
    addChoice(m_pixel, kPixel, &IntegrationDetails::pixelId);
    addChoice(m_leadForm, kLeadForm, &IntegrationDetails::leadFormId);
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

QStringList IntegrationForm::members() const
{
    return m_fields.keys();
}

void IntegrationForm::addField(QWidget *control, const QString &member)
{
    const FieldPath path{QStringLiteral("integrationDetails"), std::nullopt, 0, member};
    auto *field = new Field(fieldLabel(path), control, member);
    field->setHint(fieldHelp(path));
    m_fields.insert(member, field);
    static_cast<QVBoxLayout *>(layout())->addWidget(field);
}

void IntegrationForm::addChoice(ChoiceBox *box, const QString &member, QString IntegrationDetails::*value)
{
    addField(box, member);
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
