#include "wizard/integrationform.h"

#include "app/look/field.h"
#include "app/look/units.h"
#include "wizard/inputs.h"
#include "wizard/wizardcontext.h"

#include <QVBoxLayout>

namespace groundswell {
namespace {

std::vector<ChoiceBox::Entry> entriesOf(const std::vector<AdAsset> &assets, const QString &parentId)
{
    std::vector<ChoiceBox::Entry> entries;
    for (const AdAsset &asset : assets) {
        // What belongs to another account or page can't be used with the chosen one.
        if (!parentId.isEmpty() && !asset.parentId.isEmpty() && asset.parentId != parentId)
            continue;
        const QString name =
            asset.name.isEmpty() ? asset.id : IntegrationForm::tr("%1 (%2)").arg(asset.name, asset.id);
        entries.push_back({asset.id, name, asset.id});
    }
    return entries;
}

} // namespace

IntegrationForm::IntegrationForm(WizardContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("integrationForm"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(units(this, 1.5));
    addEntry(QStringLiteral("adAccountId"), tr("Ad &account"),
             tr("Pays for the ads. Its id begins with “act_”."), &IntegrationDetails::adAccountId);
    addEntry(QStringLiteral("pageId"), tr("&Page"), tr("The name and picture above the ads."),
             &IntegrationDetails::pageId);
    addEntry(QStringLiteral("instagramActorId"), tr("&Instagram account"),
             tr("Optional. Without one the page stands in."), &IntegrationDetails::instagramActorId);
    addEntry(QStringLiteral("pixelId"), tr("Pi&xel"), tr("Counts ticket purchases on your website."),
             &IntegrationDetails::pixelId);
    addEntry(QStringLiteral("leadFormId"), tr("&Lead form"), tr("Only for ads that collect contacts."),
             &IntegrationDetails::leadFormId);
    connect(&m_context, &WizardContext::assetsChanged, this, &IntegrationForm::refreshEntries);
    refreshEntries();
}

void IntegrationForm::addEntry(const QString &member, const QString &label, const QString &hint,
                               QString IntegrationDetails::*value)
{
    auto *box = new ChoiceBox(true);
    auto *field = new Field(label, box, member);
    field->setHint(hint);
    layout()->addWidget(field);
    m_entries.emplace(member, Entry{field, box, value});
    connect(box, &ChoiceBox::edited, this, [this, member, value](const QString &id) {
        m_details.*value = id;
        refreshEntries(); // another account has other pixels
        Q_EMIT edited(m_details, member);
    });
}

void IntegrationForm::refreshEntries()
{
    const AdAssets assets = m_context.assets().value_or(AdAssets{});
    const auto fill = [this](const char *member, const std::vector<AdAsset> &list, const QString &parentId) {
        const Entry &entry = m_entries.at(QString::fromLatin1(member));
        entry.box->setEntries(entriesOf(list, parentId), tr("None"));
        entry.box->showId(m_details.*entry.value);
    };
    fill("adAccountId", assets.adAccounts, {});
    fill("pageId", assets.pages, {});
    fill("instagramActorId", {}, {});
    fill("pixelId", assets.pixels, m_details.adAccountId);
    fill("leadFormId", assets.leadForms, m_details.pageId);
}

void IntegrationForm::showDetails(const IntegrationDetails &details)
{
    m_details = details;
    refreshEntries();
}

void IntegrationForm::setReadOnly(bool readOnly)
{
    for (const auto &[member, entry] : m_entries)
        entry.box->setEnabled(!readOnly);
}

void IntegrationForm::showHints(const std::function<Hint(const QString &)> &hintFor)
{
    for (const auto &[member, entry] : m_entries) {
        const Hint hint = hintFor(member);
        entry.field->setProblem(hint.severity == Severity::Info ? QString() : hint.text,
                                hint.severity == Severity::Error ? Field::Gravity::Error
                                                                 : Field::Gravity::Warning);
    }
}

bool IntegrationForm::focusMember(const QString &member)
{
    const auto entry = m_entries.find(member.isEmpty() ? QStringLiteral("adAccountId") : member);
    if (entry == m_entries.end())
        return false;
    entry->second.box->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace groundswell
