#include "app/look/texts/issuetext.h"

#include <QCoreApplication>
#include <QHash>

namespace groundswell {

QString fieldText(const FieldPath &path)
{
    const QString &key = path.member.isEmpty() ? path.section : path.member;
    static const QHash<QString, const char *> names{
        {QStringLiteral("goal"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Goal")},
        {QStringLiteral("totalBudget"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Budget")},
        {QStringLiteral("startDate"), QT_TRANSLATE_NOOP("groundswell::IssueText", "First day")},
        {QStringLiteral("endDate"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Last day")},
        {QStringLiteral("tcs"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Taste clusters")},
        {QStringLiteral("budgetShare"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Budget share")},
        {QStringLiteral("creatives"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Ad")},
        {QStringLiteral("headline"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Headline")},
        {QStringLiteral("body"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Text")},
        {QStringLiteral("description"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Description")},
        {QStringLiteral("mediaUrl"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Picture or video")},
        {QStringLiteral("cta"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Button")},
        {QStringLiteral("linkUrl"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Link")},
        {QStringLiteral("language"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Language")},
        {QStringLiteral("targeting"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Targeting")},
        {QStringLiteral("geo"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Places")},
        {QStringLiteral("demographics.ageMin"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Least age")},
        {QStringLiteral("demographics.ageMax"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Greatest age")},
        {QStringLiteral("demographics.genders"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Gender")},
        {QStringLiteral("demographics.languages"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Languages")},
        {QStringLiteral("customAudiences.include"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Audiences")},
        {QStringLiteral("customAudiences.exclude"),
         QT_TRANSLATE_NOOP("groundswell::IssueText", "Excluded audiences")},
        {QStringLiteral("savedAudienceId"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Saved audience")},
        {QStringLiteral("integrationDetails"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Ad platform")},
        {QStringLiteral("adAccountId"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Ad account")},
        {QStringLiteral("pageId"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Page")},
        {QStringLiteral("instagramActorId"),
         QT_TRANSLATE_NOOP("groundswell::IssueText", "Instagram account")},
        {QStringLiteral("pixelId"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Pixel")},
        {QStringLiteral("leadFormId"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Form")},
        {QStringLiteral("customEventType"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Conversion")},
        {QStringLiteral("conversionId"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Conversion")},
        {QStringLiteral("dsaPayor"), QT_TRANSLATE_NOOP("groundswell::IssueText", "Who pays")},
        {QStringLiteral("dsaBeneficiary"), QT_TRANSLATE_NOOP("groundswell::IssueText", "For whom")},
    };
    const char *name = names.value(key);
    return name ? QCoreApplication::translate("groundswell::IssueText", name) : key;
}

} // namespace groundswell
