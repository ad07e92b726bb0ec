#pragma once

#include "models/time/clock.h"
#include "models/wave/attributionmodel.h"
#include "models/wave/cluster.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

namespace groundswell {

/// Who the workspace belongs to. The import sets currency and time zone once; the organiser may change the
/// rest, and the currency while there are no amounts.
struct Organiser {
    QString name;
    QString currency = QStringLiteral("EUR"); ///< ISO 4217, of every amount in the workspace
    QString timeZone = QStringLiteral("Europe/Berlin"); ///< IANA
    QString attributionModel = QStringLiteral("FD");
    /// What holds for customers whose consent the imported data doesn't tell: true = the organiser answers
    /// for it. A customer with an explicit "no" or an opt-out is never reached, whatever this says.
    bool consentWhenUnknown = true;
    QString defaultDsaPayor;
    QString defaultDsaBeneficiary;
    friend bool operator==(const Organiser &, const Organiser &) = default;

    /// UTC where the zone is unknown to this computer.
    [[nodiscard]] QTimeZone zone() const { return zoneNamed(timeZone); }
};

/// What the estimates assume of the ad market, because no organiser's data can know it. Shown beside every
/// figure that rests on it, and editable. The defaults are round figures to start from, not measurements.
struct MarketAssumptions {
    /// Of an amount: nobody typed one in for this currency, what is usual in it holds.
    static constexpr std::int64_t usual = -1;

    std::int64_t cpmMinor = 800; ///< price of 1,000 impressions
    double clickRate = 0.012; ///< clicks an impression
    double frequency = 3.0; ///< impressions after which 63 % of an audience have been reached
    double similarPeople = 20.0; ///< people of like taste an ad platform can find beside each own customer
    double similarConversion = 0.05; ///< their conversion, as a share of the own customers'
    double spendShare = 0.15; ///< most of the expected remaining revenue one would spend on ads
    std::int64_t floorImpressionsMinor = 100; ///< least budget a day and cluster, paid by impression
    std::int64_t floorClicksMinor = 500; ///< the same, paid by click or conversion
    friend bool operator==(const MarketAssumptions &, const MarketAssumptions &) = default;
};

/// All that the organiser sets for a local workspace (`/local/settings`). Two of its parts are bases: so one
/// kind of pointer reaches the members of both, and one table describes them.
struct LocalSettings : Organiser, MarketAssumptions {
    AdAssets adAssets = {};
    bool isMarketDefault = true; ///< nobody has typed in market assumptions yet; said by the service
    friend bool operator==(const LocalSettings &, const LocalSettings &) = default;

    [[nodiscard]] static Expected<LocalSettings> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
};

/// What a setting is. It decides what the service accepts and what edits it in Preferences.
enum class SettingKind {
    Text,
    Currency, ///< ISO 4217
    TimeZone, ///< IANA, known to this computer
    Choice, ///< one of Setting::words
    YesNo,
    Amount, ///< above zero; in the organiser's currency
    Number,
    Share, ///< 0–1, shown in per cent
};

/// One setting. To add one: a member above (with its default), a line in a table below, its label in the form
/// of its part (app/desktop/preferences), and its property in the contract.
struct Setting {
    const char *name; ///< on the wire, and in the workspace file
    SettingKind kind;
    // The member: one of these is set.
    QString LocalSettings::*text = nullptr;
    bool LocalSettings::*flag = nullptr;
    double LocalSettings::*number = nullptr;
    std::int64_t LocalSettings::*amount = nullptr; ///< minor units
    double least = 0; ///< of a number
    double most = 0; ///< of a number; of a text its length in UTF-16 units, 0 = any
    std::span<const char *const> words = {}; ///< of a choice
};

inline constexpr auto attributionModelWords = [] {
    std::array<const char *, WireNames<AttributionModel>::names.size()> words{};
    std::ranges::transform(WireNames<AttributionModel>::names, words.begin(),
                           [](const auto &name) { return name.second; });
    return words;
}();

inline constexpr std::array organiserSettings{
    Setting{.name = "name", .kind = SettingKind::Text, .text = &Organiser::name},
    Setting{.name = "currency", .kind = SettingKind::Currency, .text = &Organiser::currency},
    Setting{.name = "time_zone", .kind = SettingKind::TimeZone, .text = &Organiser::timeZone},
    Setting{.name = "attribution_model",
            .kind = SettingKind::Choice,
            .text = &Organiser::attributionModel,
            .words = attributionModelWords},
    Setting{.name = "default_dsa_payor", .kind = SettingKind::Text, .text = &Organiser::defaultDsaPayor},
    Setting{.name = "default_dsa_beneficiary",
            .kind = SettingKind::Text,
            .text = &Organiser::defaultDsaBeneficiary},
    Setting{
        .name = "consent_when_unknown", .kind = SettingKind::YesNo, .flag = &Organiser::consentWhenUnknown},
};

inline constexpr std::array marketSettings{
    Setting{.name = "cpm", .kind = SettingKind::Amount, .amount = &MarketAssumptions::cpmMinor},
    Setting{.name = "floor_impressions",
            .kind = SettingKind::Amount,
            .amount = &MarketAssumptions::floorImpressionsMinor},
    Setting{
        .name = "floor_clicks", .kind = SettingKind::Amount, .amount = &MarketAssumptions::floorClicksMinor},
    Setting{
        .name = "click_rate", .kind = SettingKind::Share, .number = &MarketAssumptions::clickRate, .most = 1},
    Setting{.name = "frequency",
            .kind = SettingKind::Number,
            .number = &MarketAssumptions::frequency,
            .least = 0.1,
            .most = 100},
    Setting{.name = "similar_people",
            .kind = SettingKind::Number,
            .number = &MarketAssumptions::similarPeople,
            .most = 10'000},
    Setting{.name = "similar_conversion",
            .kind = SettingKind::Share,
            .number = &MarketAssumptions::similarConversion,
            .most = 1},
    Setting{.name = "spend_share",
            .kind = SettingKind::Share,
            .number = &MarketAssumptions::spendShare,
            .most = 1},
};

/// A member of the wire's object, and the settings in it.
struct SettingsPart {
    const char *name;
    std::span<const Setting> settings;
};
inline constexpr SettingsPart organiserPart{"organiser", organiserSettings};
inline constexpr SettingsPart marketPart{"market_assumptions", marketSettings};
inline constexpr const char *adAssetsName =
    "ad_assets"; ///< the part that is lists, and has a codec of its own

/// The value as text, boolean or number; an amount in minor units.
[[nodiscard]] QJsonValue plainValue(const Setting &setting, const LocalSettings &settings);
/// A value of another type changes nothing.
void setPlainValue(const Setting &setting, LocalSettings &settings, const QJsonValue &value);

/// A part as it is on the wire: amounts are decimal, in the organiser's currency.
[[nodiscard]] QJsonObject partJson(const SettingsPart &part, const LocalSettings &settings);
/// Takes over what \a json has of the part; the rest stays. Read the organiser first: amounts are in its
/// currency. The codec's first complaint where there is one, with \a at before its pointer.
[[nodiscard]] std::optional<Problem> readPart(const SettingsPart &part, const QJsonObject &json,
                                              const QString &at, LocalSettings &settings);
/// Nobody has typed in an amount: what is usual in the currency holds.
void forgetAmounts(LocalSettings &settings);

/// Why the service refuses a value (`unknown_value`, `out_of_range`, `too_long`); null where it doesn't.
[[nodiscard]] const char *faultOf(const Setting &setting, const LocalSettings &settings);

/// What to send so that \a before becomes \a after: only what differs, so that what somebody else changed
/// meanwhile stays, and what nobody has typed in stays the service's to choose. Amounts of both are in the
/// currency of \a before.
[[nodiscard]] QJsonObject changesJson(const LocalSettings &before, const LocalSettings &after);

} // namespace groundswell
