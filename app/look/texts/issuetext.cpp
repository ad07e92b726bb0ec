#include "app/look/texts/issuetext.h"

#include "app/look/texts/calltoactiontext.h"
#include "app/look/texts/setuptext.h"
#include "models/items/format.h"
#include "models/items/statustext.h"
#include "models/rules/catalogue.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <iterator>

namespace groundswell {
namespace {

/// How the interface says a rule: "%1" is the first of the issue's arguments. What each of them is, and so
/// how it is worded, says the rule's own line in models/rules/*rules.cpp.
struct Sentence {
    const char *ruleId;
    const char *english;
};

constexpr const char *kContext = "groundswell::IssueText";

const Sentence kSentences[] = {
    {"plan.goal.missing",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "Choose what the campaign should achieve.")},
    {"plan.goal.unknown",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The goal “%1” is not known to this version. It is kept as it is.")},
    {"plan.event.cancelled",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "This event is cancelled. Check whether it should be advertised.")},
    {"plan.special_category.set",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The event belongs to the special ad category “%1”, for which the ad platform "
                       "restricts the targeting.")},
    {"plan.special_category.unknown",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The special ad category “%1” is not known to the ad platform. Check the event.")},
    {"plan.budget.missing",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "Enter the budget for the whole campaign.")},
    {"plan.budget.not_positive",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The budget of %1 is not above zero. Enter a larger amount.")},
    {"plan.budget.below_limit",
     QT_TRANSLATE_NOOP(
         "groundswell::IssueText",
         "The budget of %1 is below the least possible, %2. Raise it or shorten the campaign.")},
    {"plan.budget.above_limit",
     QT_TRANSLATE_NOOP(
         "groundswell::IssueText",
         "The budget of %1 is above the most possible, %2. Lower it or let the campaign run longer.")},
    {"plan.budget.below_floor",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The budget of %1 may be too small: the ad platform usually asks for %2, which is %3 "
                       "a day for %4 days and %5 clusters.")},
    {"plan.start.missing",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "Choose the day on which the campaign starts.")},
    {"plan.start.past",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The start on %1 is in the past. Choose today, %2, or a later day.")},
    {"plan.start.after_event",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The campaign starts on %1, after the event on %2. Choose an earlier day.")},
    {"plan.end.missing", QT_TRANSLATE_NOOP("groundswell::IssueText", "Choose the last day of the campaign.")},
    {"plan.end.before_start",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The campaign ends on %2, before it starts on %1. Choose a later end.")},
    {"plan.end.past",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The end on %1 is in the past. Choose today, %2, or a later day.")},
    {"plan.end.after_event",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The campaign still runs on %1, after the event on %2. Consider ending it on the day "
                       "of the event.")},
    {"clusters.none", QT_TRANSLATE_NOOP("groundswell::IssueText", "Choose at least one taste cluster.")},
    {"clusters.mixed_runs",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The chosen taste clusters come from different computations. Choose clusters of one "
                       "computation only.")},
    {"clusters.run.missing",
     QT_TRANSLATE_NOOP(
         "groundswell::IssueText",
         "The taste cluster “%1” belongs to no computation. Leave it out and choose it again.")},
    {"clusters.duplicate",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "The taste cluster “%1” is chosen twice. Leave one out.")},
    {"clusters.share.out_of_range",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The budget share of “%1” is %2. Enter a share above 0% and up to 100%.")},
    {"clusters.share.over_total",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The budget shares add up to %1. Lower some until they make 100%.")},
    {"clusters.share.under_total",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The budget shares add up to only %1. The rest of the budget would not be spent.")},
    {"clusters.share.nothing",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "“%1” gets nothing of the budget. Give it a share, or leave it out.")},
    {"clusters.share.below_floor",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "“%1” gets only %2 of the budget and needs at least %3, which is %4 a day for %5 "
                       "days. Give it a larger share, or leave it out.")},
    {"creative.missing",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "There is no ad for “%1” yet. Write one.")},
    {"creative.headline.missing", QT_TRANSLATE_NOOP("groundswell::IssueText", "Write a headline.")},
    {"creative.body.missing", QT_TRANSLATE_NOOP("groundswell::IssueText", "Write the text of the ad.")},
    {"creative.media.missing", QT_TRANSLATE_NOOP("groundswell::IssueText", "Choose a picture or a video.")},
    {"creative.cta.missing", QT_TRANSLATE_NOOP("groundswell::IssueText", "Choose what the button says.")},
    {"creative.headline.long",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "The headline has %1 characters; after %2 it may be cut.")},
    {"creative.body.long",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The text has %1 characters; after %2 it is folded behind “See more”.")},
    {"creative.description.long",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The description has %1 characters; after %2 it may be cut.")},
    {"creative.headline.too_long",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "The headline has %1 characters. Shorten it to %2.")},
    {"creative.body.too_long",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "The text has %1 characters. Shorten it to %2.")},
    {"creative.description.too_long",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "The description has %1 characters. Shorten it to %2.")},
    {"creative.cta.not_platform_value",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The ad platform may not know the button “%1”. “Buy tickets” is safe.")},
    {"creative.cta.not_allowed",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The button “%1” is not offered for this goal. Choose another.")},
    {"creative.link.missing",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "Enter the address of the ticket page.")},
    {"creative.link.invalid",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "“%1” is not a web address. Enter one that starts with https://.")},
    {"creative.link.not_https",
     QT_TRANSLATE_NOOP(
         "groundswell::IssueText",
         "The address does not start with https://, which the ad platform asks for most buttons.")},
    {"targeting.missing", QT_TRANSLATE_NOOP("groundswell::IssueText", "Say where the people of “%1” live.")},
    {"targeting.geo.missing",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "Add at least one place, or choose an audience.")},
    {"targeting.geo.radius_missing", QT_TRANSLATE_NOOP("groundswell::IssueText", "Enter a radius for %1.")},
    {"targeting.geo.coordinates_missing",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "%1 has no position on the map. Remove it and add it again.")},
    {"targeting.geo.coordinates_invalid",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The position of %1 is not on the map. Remove it and add it again.")},
    {"targeting.geo.radius_too_small",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The radius of %2 km around %1 is too small; the least is %3 km. For a smaller area "
                       "choose the venue’s own position.")},
    {"targeting.geo.radius_too_large",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The radius of %2 km around %1 is too large; the most is %3 km.")},
    {"targeting.geo.too_many",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "There are %2 places of the kind “%1”; the ad platform takes %3. Remove some.")},
    {"targeting.geo.overlap",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "%1 is both included and excluded. Remove one of the two.")},
    {"targeting.age.out_of_range",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The age of %1 is outside what the ad platform takes, %2 to %3.")},
    {"targeting.age.order",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "The ages run from %1 down to %2. Exchange them.")},
    {"targeting.gender.unknown",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The gender “%1” is not known to the ad platform. It is kept as it is.")},
    {"targeting.languages.too_many",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "There are %1 languages; the ad platform takes %2. Remove some.")},
    {"targeting.audience.overlap",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The audience %1 is both included and excluded. Remove one of the two.")},
    {"targeting.audience.unknown",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The audience %1 is not among those of the ad account. Check it or remove it.")},
    {"targeting.special_category.restricted",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "In the special ad category “%1” the ad platform allows no limit here in the USA.")},
    {"integration.connection.missing",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The ad platform is not connected. Connect it in the preferences.")},
    {"integration.connection.permissions",
     QT_TRANSLATE_NOOP(
         "groundswell::IssueText",
         "The connection to the ad platform lacks permissions. Connect it again and allow what it asks.")},
    {"integration.account.missing",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "Choose the ad account that pays for the campaign.")},
    {"integration.page.missing",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "Choose the page in whose name the ads appear.")},
    {"integration.account.malformed",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The ad account “%1” does not look like one: it usually starts with act_.")},
    {"integration.account.not_available",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "The ad account %1 is not among yours. Choose another.")},
    {"integration.page.not_available",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "The page %1 is not among yours. Choose another.")},
    {"integration.pixel.not_available",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "The pixel %1 is not among yours. Choose another.")},
    {"integration.lead_form.not_available",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "The form %1 is not among yours. Choose another.")},
    {"integration.account.currency",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "The ad account bills in %1, but the budget is in %2.")},
    {"integration.pixel.missing",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "Choose a pixel: the goal “%1” needs one to count sales.")},
    {"integration.pixel.advised",
     QT_TRANSLATE_NOOP(
         "groundswell::IssueText",
         "Without a pixel the goal “%1” can only look for visits to the ticket page, not for sales.")},
    {"integration.pixel.other_account",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "The pixel %1 belongs to another ad account, %2.")},
    {"integration.lead_form.other_page",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "The form %1 belongs to another page, %2.")},
    {"integration.event_type.missing",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "Choose what the pixel counts as success, usually “%1”.")},
    {"dsa.payor.missing", QT_TRANSLATE_NOOP("groundswell::IssueText", "Enter who pays for the ads.")},
    {"dsa.beneficiary.missing", QT_TRANSLATE_NOOP("groundswell::IssueText", "Enter for whom the ads run.")},
    {"dsa.payor.too_long",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "The name has %1 characters. Shorten it to %2.")},
    {"dsa.beneficiary.too_long",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "The name has %1 characters. Shorten it to %2.")},
    {"dsa.payor.untrimmed",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "The name begins or ends with a blank. Remove it.")},
    {"dsa.beneficiary.untrimmed",
     QT_TRANSLATE_NOOP("groundswell::IssueText", "The name begins or ends with a blank. Remove it.")},
    {"dsa.payor.unusual",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The ad account usually names “%2”. Check whether “%1” is right.")},
    {"dsa.beneficiary.unusual",
     QT_TRANSLATE_NOOP("groundswell::IssueText",
                       "The ad account usually names “%2”. Check whether “%1” is right.")},
};

QString worded(Argument kind, const QString &argument, const Issue &issue, const ClusterLabel &label,
               const QLocale &locale)
{
    switch (kind) {
    case Argument::Amount:
        return format::money(Money{argument.toLongLong(), issue.arguments.constLast()}, locale);
    case Argument::Date:
        return format::date(QDate::fromString(argument, Qt::ISODate), locale);
    case Argument::Share:
        return format::percent(argument.toDouble(), locale);
    case Argument::Number:
        return locale.toString(argument.toDouble(), 'g', 6);
    case Argument::Cluster:
        return issue.path.cluster && label ? label(*issue.path.cluster) : argument;
    case Argument::GoalWord:
        return StatusText::of(OpenEnum<Goal>::fromWire(argument));
    case Argument::PlaceKind:
        return geoTypeText(OpenEnum<GeoType>::fromWire(argument));
    case Argument::GenderWord:
        return genderText(argument);
    case Argument::Button:
        return callToActionText(argument, locale.bcp47Name());
    case Argument::None:
    case Argument::Text:
    case Argument::CurrencyCode:
    case Argument::Several:
        break;
    }
    return argument;
}

class Texts {
    Q_DECLARE_TR_FUNCTIONS(groundswell::IssueText)
public:
    static QString unknown(const QString &id)
    {
        return tr("The service objects to this entry (%1).").arg(id);
    }
    static QString variant(const QString &cluster, int number)
    {
        return tr("%1, variant %2").arg(cluster).arg(number);
    }
};

} // namespace

QString issueSentence(const QString &ruleId)
{
    const auto sentence = std::ranges::find_if(
        kSentences, [&](const Sentence &one) { return ruleId == QLatin1StringView(one.ruleId); });
    return sentence == std::end(kSentences) ? QString()
                                            : QCoreApplication::translate(kContext, sentence->english);
}

QString issueText(const Issue &issue, const ClusterLabel &label, const QLocale &locale)
{
    const Rule *rule = findRule(issue.messageId);
    const QString sentence = issueSentence(issue.messageId);
    if (!rule || sentence.isEmpty())
        return Texts::unknown(issue.messageId);
    // All places are filled in one go, so that an argument that contains "%2" stays what it is.
    QString result;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const bool place =
            sentence[i] == QLatin1Char('%') && i + 1 < sentence.size() && sentence[i + 1].isDigit();
        if (!place) {
            result += sentence[i];
            continue;
        }
        const int index = sentence[++i].digitValue() - 1;
        if (index >= 0 && index < static_cast<int>(rule->arguments.size()) && index < issue.arguments.size())
            result += worded(rule->arguments[static_cast<size_t>(index)], issue.arguments.at(index), issue,
                             label, locale);
    }
    return result;
}

QString issueWhere(const Issue &issue, const ClusterLabel &label)
{
    if (!issue.path.cluster)
        return {};
    const QString cluster = label ? label(*issue.path.cluster) : issue.path.cluster->tc.value();
    if (issue.path.section == QLatin1StringView("creatives") && issue.path.index > 0)
        return Texts::variant(cluster, issue.path.index + 1);
    return cluster;
}

} // namespace groundswell
