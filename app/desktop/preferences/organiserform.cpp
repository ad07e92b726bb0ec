#include "app/desktop/preferences/organiserform.h"

#include "models/items/statustext.h"
#include "models/wave/attributionmodel.h"

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

/// In the order of the setting's words.
QStringList attributionModels()
{
    QStringList texts;
    for (const auto &[model, word] : WireNames<AttributionModel>::names)
        texts.append(StatusText::of(model));
    return texts;
}

} // namespace

QList<SettingLabel> OrganiserForm::labels()
{
    return {
        {.name = "name", .label = tr("Name"), .isWide = true},
        {.name = "currency", .label = tr("Currency")},
        {.name = "time_zone", .label = tr("Time zone")},
        {.name = "attribution_model", .label = tr("Results are counted by"), .choices = attributionModels()},
        {.name = "default_dsa_payor",
         .label = tr("Who pays for the ads"),
         .hint = tr("The legal name that the public sees beside ads in the EU; new campaigns begin with it."),
         .isWide = true},
        {.name = "default_dsa_beneficiary", .label = tr("Who benefits from the ads"), .isWide = true},
        {.name = "consent_when_unknown",
         .label = tr("Customers without a consent in the data may get e-mails"),
         .hint = tr("You answer for this. A customer with a “no” or an opt-out is never written to."),
         .isWide = true},
    };
}

OrganiserForm::OrganiserForm(QWidget *parent)
    : SettingsForm(organiserPart, u"organiser"_s, {}, labels(), parent)
{
    setObjectName(u"organiserForm"_s);
    setAccessibleName(tr("Organiser"));
}

} // namespace groundswell
