#include "app/service/sample/random.h"
#include "app/service/sample/samplemodel.h"
#include "app/service/sample/sampleworld.h"

#include <QDateTime>

#include <algorithm>
#include <set>
#include <tuple>

namespace groundswell::service {

namespace {

constexpr std::int64_t day = 86'400;
constexpr std::int64_t hour = 3600;
constexpr int pastDays = 5 * 365;
constexpr int upcomingDays = 90;
constexpr double mostPopular =
    25; // times the least popular event; without a limit one event would sell everything

std::int64_t daysSinceEpoch(const QDate &date)
{
    return QDate(1970, 1, 1).daysTo(date);
}

/// Seven times of ten at a weekend, and seldom in August.
std::int64_t startDay(Random &random, std::int64_t first, int days)
{
    std::int64_t chosen = first;
    for (int attempt = 0; attempt < 6; ++attempt) {
        chosen = first + random.below(static_cast<std::uint32_t>(days));
        const auto weekday = (chosen + 3) % 7; // 0 = Monday
        const QDate date = QDate(1970, 1, 1).addDays(chosen);
        const bool weekend = weekday >= 4;
        if ((weekend || random.chance(40)) && (date.month() != 8 || random.chance(25)))
            break;
    }
    return chosen;
}

std::int64_t startHour(Random &random, const SampleGenre &genre)
{
    static constexpr std::array<std::int64_t, 4> evening{19 * hour, 19 * hour + 1800, 20 * hour,
                                                         20 * hour + 1800};
    static constexpr std::array<std::int64_t, 3> byDay{11 * hour, 15 * hour, 17 * hour};
    return genre.byDay && random.chance(75) ? random.of(byDay) : random.of(evening);
}

template <size_t N> std::string someOf(Random &random, const std::array<const char *, N> &names, int atMost)
{
    std::string text;
    const int count = random.between(1, atMost);
    for (int i = 0; i < count; ++i) {
        const std::string name = random.of(names);
        if (name.empty() || text.find(name) != std::string::npos)
            continue;
        if (!text.empty())
            text += "; ";
        text += name;
    }
    return text;
}

std::string firstOf(const std::string &list)
{
    return list.substr(0, list.find(';'));
}

void dress(Random &random, SampleEvent &event, const SampleGenre &genre)
{
    event.artists = someOf(random, genre.artists, 3);
    const SampleProgramme &programme = random.of(genre.programmes);
    const std::string name = programme.name;
    event.composers = programme.composer;
    const bool longName = name.size() > 50;
    if (!longName && !event.composers.empty() && random.chance(35))
        event.title = event.composers + ": " + name;
    else if (!longName && random.chance(55))
        event.title = firstOf(event.artists) + ": " + name;
    else
        event.title = name;
    event.series = random.chance(45) ? random.of(genre.series) : "";
}

/// Where many buyers meet few events (benchmarks), the halls grow with them.
int seatFactor(const SampleOptions &options)
{
    const std::int64_t tickets = std::int64_t{options.purchases} * 2;
    return static_cast<int>(
        std::max<std::int64_t>(1, tickets / (std::max(1, options.events) * std::int64_t{400})));
}

} // namespace

std::vector<SampleEvent> makeSampleEvents(const SampleOptions &options)
{
    Random random(options.seed, 1);
    const auto genres = sampleGenres();
    const auto venues = sampleVenues();
    const std::int64_t today = daysSinceEpoch(options.today);
    const int factor = seatFactor(options);
    // Upcoming events are what the work is about: a tenth of all, although they are a twentieth of the time.
    const int upcoming = options.events / 10;
    std::set<std::tuple<int, int, std::int64_t>> taken;
    std::vector<SampleEvent> events(static_cast<size_t>(options.events));
    for (size_t i = 0; i < events.size(); ++i) {
        SampleEvent &event = events[i];
        event.genre = static_cast<int>(static_cast<double>(genres.size()) * Random::power1_5(random.unit()));
        const SampleGenre &genre = genres[static_cast<size_t>(event.genre)];
        const bool isUpcoming = static_cast<int>(i) < upcoming;
        std::int64_t date = 0;
        for (int attempt = 0; attempt < 50; ++attempt) {
            event.venue = static_cast<int>(random.below(static_cast<std::uint32_t>(venues.size())));
            const SampleVenue &venue = venues[static_cast<size_t>(event.venue)];
            event.hall = venue.halls[1].capacity > 0 && random.chance(35) ? 1 : 0;
            event.capacity = venue.halls[static_cast<size_t>(event.hall)].capacity * factor;
            date = isUpcoming ? startDay(random, today + 2, upcomingDays)
                              : startDay(random, today - pastDays, pastDays - 1);
            if (taken.emplace(event.venue, event.hall, date).second)
                break; // one event a hall and day
        }
        event.startsAt = date * day + startHour(random, genre);
        // Members may book four weeks before everybody else.
        const int presaleDays = random.chance(30) ? 118 : 90;
        event.onSaleAt = (date - presaleDays) * day + 10 * hour;
        event.priceMinor = genre.priceMinor * random.between(80, 125) / 100 / 50 * 50;
        // A larger hall is booked for those who draw more people.
        event.popularity =
            std::min(Random::pareto0_8(random.unit()), mostPopular) * event.capacity / (400.0 * factor);
        dress(random, event, genre);
    }
    std::stable_sort(events.begin(), events.end(),
                     [](const SampleEvent &a, const SampleEvent &b) { return a.startsAt < b.startsAt; });
    return events;
}

} // namespace groundswell::service
