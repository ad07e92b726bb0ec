#pragma once

#include "models/wave/problem.h"

#include <QJsonObject>

#include <vector>

namespace groundswell {

struct Venue {
    QString id;
    QString name;
    friend bool operator==(const Venue &, const Venue &) = default;
    [[nodiscard]] static Expected<Venue> fromJson(const QJsonObject &json, const QString &at);
    [[nodiscard]] QJsonObject toJson() const;
};

/// A row of GET /events/venues.
struct CityVenues {
    QString city;
    std::vector<Venue> venues;
    friend bool operator==(const CityVenues &, const CityVenues &) = default;
    [[nodiscard]] static Expected<CityVenues> fromJson(const QJsonObject &json, const QString &at);
    [[nodiscard]] QJsonObject toJson() const;
};
[[nodiscard]] Expected<std::vector<CityVenues>> venuesFromJson(const QJsonValue &json);

} // namespace groundswell
