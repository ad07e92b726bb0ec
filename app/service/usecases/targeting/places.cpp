#include "app/service/usecases/targeting/places.h"

#include "app/service/store/searchtext.h"
#include "resources/reference.h"

#include <QJsonArray>

#include <algorithm>
#include <map>

namespace groundswell::service {

namespace {

constexpr std::size_t mostPlaces = 25;

struct Match {
    GeoPlace place;
    bool atStart = false;
};

/// A city once, where its venues lie on average.
std::vector<GeoPlace> citiesOf(const Dataset &data)
{
    struct Sum {
        double latitude = 0, longitude = 0;
        int venues = 0;
    };
    std::map<std::pair<std::string, std::string>, Sum> sums;
    for (const EventFacts &event : data.events) {
        if (event.city.empty())
            continue;
        Sum &sum = sums[{event.city, event.country}];
        if (event.latitude && event.longitude) {
            sum.latitude += *event.latitude;
            sum.longitude += *event.longitude;
            ++sum.venues;
        }
    }
    std::vector<GeoPlace> cities;
    for (const auto &[name, sum] : sums) {
        GeoPlace city;
        city.type = GeoType::City;
        city.name = QString::fromStdString(name.first);
        city.country = QString::fromStdString(name.second);
        city.key = QStringLiteral("city:%1:%2").arg(city.country, city.name);
        if (sum.venues > 0) {
            city.latitude = sum.latitude / sum.venues;
            city.longitude = sum.longitude / sum.venues;
        }
        cities.push_back(std::move(city));
    }
    return cities;
}

} // namespace

std::vector<GeoPlace> findPlaces(const Dataset &data, const QString &text, const QString &type)
{
    const QString wanted = foldedForSearch(text.trimmed());
    std::vector<Match> matches;
    const auto consider = [&](const GeoPlace &place, const QStringList &names) {
        for (const QString &name : names) {
            const QString folded = foldedForSearch(name);
            if (!folded.contains(wanted))
                continue;
            matches.push_back({place, folded.startsWith(wanted)});
            return;
        }
    };
    if (type.isEmpty() || type == u"city") {
        for (const GeoPlace &city : citiesOf(data))
            consider(city, {city.name});
    }
    if (type.isEmpty() || type == u"country") {
        const QJsonArray countries = referenceData(u"countries").object()[u"countries"].toArray();
        for (const QJsonValue country : countries) {
            GeoPlace place;
            place.type = GeoType::Country;
            place.country = country[u"code"].toString();
            place.name = country[u"en"].toString();
            place.key = place.country;
            consider(place, {place.name, country[u"de"].toString(), place.country});
        }
    }
    std::ranges::stable_sort(matches, [](const Match &a, const Match &b) { return a.atStart && !b.atStart; });
    std::vector<GeoPlace> places;
    for (Match &match : matches) {
        if (places.size() == mostPlaces)
            break;
        places.push_back(std::move(match.place));
    }
    return places;
}

} // namespace groundswell::service
