#include "app/look/texts/plantext.h"

#include "models/items/format.h"
#include "models/wave/calls/planbasis.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundswell {
namespace {

struct PlanText {
    Q_DECLARE_TR_FUNCTIONS(PlanText)
};

QString lowerSentence(const BudgetLimits &limits, const QLocale &locale)
{
    const QString least = format::money(limits.lower, locale);
    const LimitsExplanation why = LimitsExplanation::of(limits);
    if (!why.floorPerDay || why.days <= 0 || why.clusters <= 0)
        return PlanText::tr("At least %1.").arg(least);
    return PlanText::tr("At least %1: %2 a day × %3 × %4.")
        .arg(least, format::money(why.floorPerDay, locale), PlanText::tr("%n day(s)", nullptr, why.days),
             PlanText::tr("%n cluster(s)", nullptr, why.clusters));
}

QString upperSentence(const BudgetLimits &limits, const QLocale &locale)
{
    const QString most = format::money(limits.upper, locale);
    const LimitsExplanation why = LimitsExplanation::of(limits);
    const int seats = why.freeSeats.value_or(-1);
    if (why.upperReason.is(UpperLimitReason::RemainingRevenue) && seats >= 0 && why.ticketPrice
        && why.spendShare)
        return PlanText::tr("At most %1: %2 of what %3 at %4 each are worth.")
            .arg(most, format::percent(why.spendShare, locale),
                 PlanText::tr("%n free seat(s)", nullptr, seats), format::money(why.ticketPrice, locale));
    if (why.upperReason.is(UpperLimitReason::Reach) && why.audience > 0)
        return PlanText::tr("At most %1: more would only show the ads again to the same %2 people.")
            .arg(most, locale.toString(why.audience));
    if (why.upperReason.is(UpperLimitReason::Floor))
        return seats == 0 ? PlanText::tr("No more than that, because every seat is sold.")
                          : PlanText::tr("No more than that, because there are too few people or free seats "
                                         "for a larger budget.");
    return PlanText::tr("At most %1.").arg(most);
}

QString conversionText(const EstimateBasis &basis, const QString &share)
{
    const int events = EstimateSample::of(basis).events;
    return events > 0
        ? PlanText::tr("%1 of them buy, with or without an ad, as %n comparison(s) with past events showed",
                       nullptr, events)
              .arg(share)
        : PlanText::tr("%1 of them buy, with or without an ad").arg(share);
}

QString pastCampaignsText(const EstimateBasis &basis, const QLocale &locale)
{
    const EstimateSample sample = EstimateSample::of(basis);
    return PlanText::tr("Past campaigns: %1 of %2 people bought where %3 were expected, so × %4")
        .arg(locale.toString(sample.buyers), locale.toString(sample.people),
             locale.toString(qRound64(sample.promised)), format::decimal(basis.value, 2, locale));
}

QString priceText(const EstimateBasis &basis, const QString &price)
{
    if (basis.source == "stated"_L1)
        return PlanText::tr("%1 a ticket, the list price").arg(price);
    return EstimateSample::of(basis).isOfAllEvents
        ? PlanText::tr("%1 a ticket, the average of all your events").arg(price)
        : PlanText::tr("%1 a ticket, as was paid for this event so far").arg(price);
}

QString plainBasisText(const EstimateBasis &basis, const QString &currency, const QLocale &locale)
{
    const QString &id = basis.id;
    const auto money = [&] { return format::money(Money::fromJson(*basis.value, currency), locale); };
    const auto count = [&] { return locale.toString(qRound64(*basis.value)); };
    const auto percent = [&] { return format::percent(basis.value, locale); };
    const auto decimal = [&] { return locale.toString(*basis.value, 'g', 3); };
    if (id == "reach"_L1)
        return PlanText::tr("%1 of your customers may be shown ads").arg(count());
    if (id == "conversion"_L1)
        return conversionText(basis, percent());
    if (id == "past_campaigns"_L1)
        return pastCampaignsText(basis, locale);
    if (id == "forecast_error"_L1)
        return PlanText::tr("about 8 of 10 such forecasts were right within a factor of %1").arg(decimal());
    if (id == "tickets_per_buyer"_L1)
        return PlanText::tr("%1 tickets for each buyer").arg(decimal());
    if (id == "ticket_price"_L1)
        return priceText(basis, money());
    if (id == "free_seats"_L1)
        return PlanText::tr("%1 free seats").arg(count());
    if (id == "cpm"_L1)
        return PlanText::tr("%1 for a thousand views").arg(money());
    if (id == "click_rate"_L1)
        return PlanText::tr("%1 of the views are clicked").arg(percent());
    if (id == "frequency"_L1)
        return PlanText::tr("each person sees the ad %1 times").arg(decimal());
    if (id == "similar_people"_L1)
        return PlanText::tr("the platform finds %1 similar people for each customer").arg(decimal());
    if (id == "similar_conversion"_L1)
        return PlanText::tr("similar people buy %1 as often as your customers").arg(percent());
    return {};
}

} // namespace

QString limitsText(const BudgetLimits &limits, const QLocale &locale)
{
    QStringList sentences;
    if (limits.lower)
        sentences << lowerSentence(limits, locale);
    if (limits.upper)
        sentences << upperSentence(limits, locale);
    return sentences.join(u' ');
}

QString basisText(const EstimateBasis &basis, const QString &currency, const QLocale &locale)
{
    if (!basis.value)
        return {};
    const QString text = plainBasisText(basis, currency, locale);
    return basis.source == "typed"_L1 && !text.isEmpty() ? PlanText::tr("%1 (your figure)").arg(text) : text;
}

bool isMeasured(const EstimateBasis &basis)
{
    return basis.source == "measured"_L1 || basis.source == "stated"_L1;
}

} // namespace groundswell
