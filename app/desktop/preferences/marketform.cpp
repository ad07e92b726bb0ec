#include "app/desktop/preferences/marketform.h"

using namespace Qt::StringLiterals;

namespace groundswell {

QList<SettingLabel> MarketForm::labels()
{
    return {
        {.name = "cpm", .label = tr("Price of a thousand impressions")},
        {.name = "click_rate", .label = tr("Clicks per impression"), .digits = 2},
        {.name = "frequency", .label = tr("How often one person sees an ad")},
        {.name = "similar_people",
         .label = tr("People like your customers, for each of them"),
         .hint = tr("How many more the ad platform finds.")},
        {.name = "similar_conversion",
         .label = tr("How much rarer those buy"),
         .hint = tr("Of the rate at which your own customers buy.")},
        {.name = "spend_share", .label = tr("Most to spend of the free seats' worth")},
        {.name = "floor_impressions",
         .label = tr("Least a day for reach"),
         .hint = tr("For each taste cluster.")},
        {.name = "floor_clicks",
         .label = tr("Least a day for clicks and sales"),
         .hint = tr("For each taste cluster.")},
    };
}

MarketForm::MarketForm(QWidget *parent)
    : SettingsForm(
        marketPart, u"market"_s,
        tr("Budget limits and estimates rest on these. Correct them when you know your own figures."),
        labels(), parent)
{
    setObjectName(u"marketForm"_s);
    setAccessibleName(tr("Market assumptions"));
}

} // namespace groundswell
