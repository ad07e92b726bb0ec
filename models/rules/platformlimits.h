#pragma once

#include "models/wave/setupprocess.h"

#include <QSet>
#include <QStringList>

#include <map>
#include <optional>

namespace groundswell {

/// Least and largest allowed value; unset = no limit known.
struct Range {
    std::optional<double> minimum;
    std::optional<double> maximum;
};

/// A text has two limits: what is shown without being cut, counted in grapheme clusters as the reader sees
/// them, and what the platform refuses, counted in code points (the platform doesn't say in which unit it
/// counts).
struct TextLimit {
    std::optional<int> recommended;
    std::optional<int> maximum;
};

/// What a goal asks of the ad platform's settings.
struct GoalNeeds {
    bool pixel = false;
    bool pixelFallback = false; ///< runs without a pixel too, optimised for something else
    bool customEventType = false;
    QString usualEventType;
    bool link = false;
};

/// Limits of the ad platform, read from the reference data that ships with the program
/// (`platform-limits.json`, `calls-to-action.json`, `countries.json`), where each figure has its source and
/// how sure it is.
struct PlatformLimits {
    TextLimit headline, body, description, dsaPayor, dsaBeneficiary;

    Range age; ///< years; the maximum means "and older"
    Range cityRadiusKm, pointRadiusKm;
    std::map<QString, int> maximumPlaces; ///< by the wire word of GeoType
    std::optional<int> maximumLanguages;
    QStringList genders;
    QStringList specialAdCategories;

    std::map<QString, GoalNeeds> goals; ///< by the wire word of Goal

    QStringList fullFloorCurrencies;
    double floorForImpressions = 0; ///< major units a day and cluster
    double floorForActions = 0;
    double otherCurrenciesFactor = 1;

    QSet<QString>
        callsThePlatformLacks; ///< words of the contract that are no value of the platform's own enum
    QSet<QString>
        dsaCountries; ///< the EU and the territories where the platform asks for payor and beneficiary

    /// Of \a goal; nothing is needed by a goal that this version doesn't know.
    [[nodiscard]] GoalNeeds needsOf(const OpenEnum<Goal> &goal) const;
};

/// The embedded data, read once; it never changes while the program runs.
[[nodiscard]] const PlatformLimits &platformLimits();

} // namespace groundswell
