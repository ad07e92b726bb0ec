#include "models/wave/setupfields.h"

#include <algorithm>
#include <array>

namespace groundswell {

namespace {

/// The tables. A struct, because its translations go by a class.
struct Tables {
    Q_DECLARE_TR_FUNCTIONS(groundswell::SetupFields)
public:
    static constexpr auto row = std::to_array<RowField>({
        {{"goal", "goal", FieldKind::Goal, QT_TR_NOOP("Goal"), QT_TR_NOOP("Change the goal")}, Section::Plan},
        {{"totalBudget", "total_budget", FieldKind::Amount, QT_TR_NOOP("Total &budget"),
          QT_TR_NOOP("Change the budget")},
         Section::Plan},
        {{"currency", "currency", FieldKind::Text, QT_TR_NOOP("Currency"), QT_TR_NOOP("Change the currency")},
         Section::Plan},
        {{"startDate", "start_date", FieldKind::Day, QT_TR_NOOP("&First day"),
          QT_TR_NOOP("Change the dates")},
         Section::Plan},
        {{"endDate", "end_date", FieldKind::Day, QT_TR_NOOP("&Last day"), QT_TR_NOOP("Change the dates")},
         Section::Plan},
        {{"tcs", "tcs", FieldKind::Entries, QT_TR_NOOP("Taste clusters"),
          QT_TR_NOOP("Choose a taste cluster")},
         Section::Clusters},
        {{"creatives", "creatives", FieldKind::Entries, QT_TR_NOOP("Ad"), QT_TR_NOOP("Change a creative")},
         Section::Creative},
        {{"targeting", "targeting", FieldKind::Entries, QT_TR_NOOP("Targeting"),
          QT_TR_NOOP("Change the targeting")},
         Section::Targeting},
        {{"integrationDetails", "integration_details", FieldKind::Entries, QT_TR_NOOP("Ad platform"),
          QT_TR_NOOP("Change the ad platform settings")},
         Section::Integrations},
        {{"conversionId", "conversion_id", FieldKind::Id, QT_TR_NOOP("Conversion"),
          QT_TR_NOOP("Change the conversion")},
         Section::Integrations},
        {{"leadFormId", "lead_form_id", FieldKind::Id, QT_TR_NOOP("&Form"),
          QT_TR_NOOP("Change the conversion")},
         Section::Integrations},
        {{"customEventType", "custom_event_type", FieldKind::Text, QT_TR_NOOP("&What counts as success"),
          QT_TR_NOOP("Change the conversion"),
          QT_TR_NOOP("The pixel’s event that the ad platform should bring about.")},
         Section::Integrations},
        {{"dsaPayor", "dsa_payor", FieldKind::Text, QT_TR_NOOP("Who &pays"),
          QT_TR_NOOP("Change payer and beneficiary"),
          QT_TR_NOOP("The company that is billed, with its legal form.")},
         Section::Dsa},
        {{"dsaBeneficiary", "dsa_beneficiary", FieldKind::Text, QT_TR_NOOP("For &whom"),
          QT_TR_NOOP("Change payer and beneficiary"),
          QT_TR_NOOP("The organiser whose event is advertised, not the agency.")},
         Section::Dsa},
    });

    static constexpr auto chosenCluster = std::to_array<EntryField<ChosenCluster>>({
        {{"budgetShare", "budget_share", FieldKind::Share, QT_TR_NOOP("Budget share"),
          QT_TR_NOOP("Change a cluster's share of the budget")},
         &ChosenCluster::budgetShare},
    });

    static constexpr auto creative = std::to_array<EntryField<Creative>>({
        {{"headline", "headline", FieldKind::Text, QT_TR_NOOP("&Headline"),
          QT_TR_NOOP("Change the headline")},
         &Creative::headline},
        {{"body", "body", FieldKind::Text, QT_TR_NOOP("&Text"), QT_TR_NOOP("Change the text")},
         &Creative::body},
        {{"description", "description", FieldKind::Text, QT_TR_NOOP("&Description"),
          QT_TR_NOOP("Change the description")},
         &Creative::description},
        {{"mediaUrl", "media_url", FieldKind::Media, QT_TR_NOOP("&Picture or video"),
          QT_TR_NOOP("Change the picture or video")},
         &Creative::mediaUrl},
        {{"mediaType", "media_type", FieldKind::Text, QT_TR_NOOP("Kind of media"),
          QT_TR_NOOP("Change the picture or video")},
         &Creative::mediaType},
        {{"cta", "cta", FieldKind::CallToAction, QT_TR_NOOP("B&utton"), QT_TR_NOOP("Change the button")},
         &Creative::cta},
        {{"linkUrl", "link_url", FieldKind::Text, QT_TR_NOOP("Ticket &link"), QT_TR_NOOP("Change the link")},
         &Creative::linkUrl},
        {{"language", "language", FieldKind::Language, QT_TR_NOOP("L&anguage"),
          QT_TR_NOOP("Change the language")},
         &Creative::language},
    });

    static constexpr FieldDescription places{"geo", "geo", FieldKind::Places, QT_TR_NOOP("Places"),
                                             QT_TR_NOOP("Change the places")};

    static constexpr auto genders =
        std::to_array<FieldChoice>({{"female", QT_TR_NOOP("Women")}, {"male", QT_TR_NOOP("Men")}});

    static constexpr auto demographics = std::to_array<EntryField<Demographics>>({
        {{"demographics.ageMin", "age_min", FieldKind::Years, QT_TR_NOOP("Age from"),
          QT_TR_NOOP("Change the ages")},
         &Demographics::ageMin},
        {{"demographics.ageMax", "age_max", FieldKind::Years, QT_TR_NOOP("Age to"),
          QT_TR_NOOP("Change the ages")},
         &Demographics::ageMax},
        {{"demographics.genders", "genders", FieldKind::Words, QT_TR_NOOP("Gender"),
          QT_TR_NOOP("Change the gender"), nullptr, genders},
         &Demographics::genders},
        {{"demographics.languages", "languages", FieldKind::Languages, QT_TR_NOOP("Languages people use"),
          QT_TR_NOOP("Change the languages")},
         &Demographics::languages},
    });

    static constexpr auto customAudiences = std::to_array<EntryField<Targeting>>({
        {{"customAudiences.include", "include", FieldKind::Ids, QT_TR_NOOP("Only these audiences"),
          QT_TR_NOOP("Change the audiences")},
         &Targeting::includedAudiences},
        {{"customAudiences.exclude", "exclude", FieldKind::Ids, QT_TR_NOOP("Not these audiences"),
          QT_TR_NOOP("Change the excluded audiences")},
         &Targeting::excludedAudiences},
    });

    static constexpr auto targeting = std::to_array<EntryField<Targeting>>({
        {{"savedAudienceId", "saved_audience_id", FieldKind::Id, QT_TR_NOOP("Saved audience"),
          QT_TR_NOOP("Change the saved audience"),
          QT_TR_NOOP("A saved audience of the ad platform brings its own places and ages.")},
         &Targeting::savedAudienceId},
    });

    static constexpr auto integration = std::to_array<EntryField<IntegrationDetails>>({
        {{"adAccountId", "ad_account_id", FieldKind::Id, QT_TR_NOOP("Ad &account"),
          QT_TR_NOOP("Change the ad account"), QT_TR_NOOP("It is billed for the campaign.")},
         &IntegrationDetails::adAccountId},
        {{"pageId", "page_id", FieldKind::Id, QT_TR_NOOP("&Page"), QT_TR_NOOP("Change the page"),
          QT_TR_NOOP("The ads appear in its name.")},
         &IntegrationDetails::pageId},
        {{"instagramActorId", "instagram_actor_id", FieldKind::Id, QT_TR_NOOP("&Instagram account"),
          QT_TR_NOOP("Change the Instagram account"),
          QT_TR_NOOP("Its id, if the ads should also appear there in its own name.")},
         &IntegrationDetails::instagramActorId},
        {{"pixelId", "pixel_id", FieldKind::Id, QT_TR_NOOP("P&ixel"), QT_TR_NOOP("Change the pixel"),
          QT_TR_NOOP("It reports sales on your ticket page back to the ad platform.")},
         &IntegrationDetails::pixelId},
        {{"leadFormId", "lead_form_id", FieldKind::Id, QT_TR_NOOP("&Form"), QT_TR_NOOP("Change the form"),
          QT_TR_NOOP("Only for ads that collect addresses.")},
         &IntegrationDetails::leadFormId},
    });
};

template <class Fields> const FieldDescription *findIn(const Fields &fields, QStringView id)
{
    const auto found = std::ranges::find_if(
        fields, [&](const FieldDescription &field) { return id == QLatin1StringView(field.id); });
    return found == fields.end() ? nullptr : &*found;
}

const FieldDescription *findInTargeting(QStringView member)
{
    if (member == QLatin1StringView(Tables::places.id))
        return &Tables::places;
    if (const FieldDescription *field = findIn(Tables::demographics, member))
        return field;
    if (const FieldDescription *field = findIn(Tables::customAudiences, member))
        return field;
    return findIn(Tables::targeting, member);
}

} // namespace

std::span<const RowField> SetupFields::ofRow()
{
    return Tables::row;
}

std::span<const EntryField<ChosenCluster>> SetupFields::ofChosenCluster()
{
    return Tables::chosenCluster;
}

std::span<const EntryField<Creative>> SetupFields::ofCreative()
{
    return Tables::creative;
}

const FieldDescription &SetupFields::places()
{
    return Tables::places;
}

std::span<const EntryField<Demographics>> SetupFields::ofDemographics()
{
    return Tables::demographics;
}

std::span<const EntryField<Targeting>> SetupFields::ofCustomAudiences()
{
    return Tables::customAudiences;
}

std::span<const EntryField<Targeting>> SetupFields::ofTargeting()
{
    return Tables::targeting;
}

std::span<const EntryField<IntegrationDetails>> SetupFields::ofIntegration()
{
    return Tables::integration;
}

const FieldDescription *SetupFields::find(QStringView section, QStringView member)
{
    if (member.isEmpty())
        return findIn(Tables::row, section);
    if (section == u"tcs")
        return findIn(Tables::chosenCluster, member);
    if (section == u"creatives")
        return findIn(Tables::creative, member);
    if (section == u"targeting")
        return findInTargeting(member);
    if (section == u"integrationDetails")
        return findIn(Tables::integration, member);
    return nullptr;
}

} // namespace groundswell
