#include "app/service/sample/samplemodel.h"
#include "app/service/sample/sampleworld.h"
#include "app/service/sample/xoshiro256.h"

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
constexpr int leastUpcoming = 9;
constexpr int eventsToAHit = 20; ///< upcoming ones
constexpr int smallHall = 350; ///< fewer seats than these
constexpr int largeHall = 400; ///< seats at least
constexpr double mostPopular =
    25; // times the least popular event; without a limit one event would sell everything

std::int64_t daysSinceEpoch(const QDate &date)
{
    return QDate(1970, 1, 1).daysTo(date);
}

/// Seven times of ten at a weekend, and seldom in August.
std::int64_t startDay(Xoshiro256 &random, std::int64_t first, int days)
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

std::int64_t startHour(Xoshiro256 &random, const SampleGenre &genre)
{
    static constexpr std::array<std::int64_t, 4> evening{19 * hour, 19 * hour + 1800, 20 * hour,
                                                         20 * hour + 1800};
    static constexpr std::array<std::int64_t, 3> byDay{11 * hour, 15 * hour, 17 * hour};
    return genre.byDay && random.chance(75) ? random.of(byDay) : random.of(evening);
}

template <size_t N>
std::string someOf(Xoshiro256 &random, const std::array<const char *, N> &names, int atMost)
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

void dress(Xoshiro256 &random, SampleEvent &event, const SampleGenre &genre)
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

/// Upcoming events are what the work is about: a tenth of all, although they are a twentieth of the time. A
/// small organiser has nine too, so that each kind of them is there.
int upcomingOf(const SampleOptions &options)
{
    return std::max(options.events / 10, std::min(leastUpcoming, options.events / 2));
}

/// What an event is there for. What samplegenerator.h promises of every day hangs on the upcoming ones, so
/// that each gets its dates, its hall and its demand by its part and not by luck alone.
enum class Part {
    Past,
    Hit, ///< sold out, in a small hall
    Plannable, ///< some weeks ahead, large, and with many seats free
    Fresh, ///< on sale since this week
    Slow, ///< a fifth of the seats stays free
    Popular ///< nearly sold out, or soon
};

Part partOf(int index, int upcoming)
{
    if (index >= upcoming)
        return Part::Past;
    if (index % eventsToAHit == 0)
        return Part::Hit;
    if (index == 1)
        return Part::Plannable;
    if (index == 2)
        return Part::Fresh;
    return index % 3 == 0 ? Part::Popular : Part::Slow;
}

/// Days from today on, the first of them and how many.
struct Season {
    std::int64_t first = 0;
    int days = 0;
};

Season seasonOf(Part part, int index)
{
    switch (part) {
    case Part::Past:
        return {-pastDays, pastDays - 1};
    case Part::Hit: // not all of them next week
        return {4 + index / eventsToAHit % 3 * 12, 12};
    case Part::Plannable:
        return {23, 33};
    case Part::Fresh:
        return {62, 26};
    case Part::Slow:
    case Part::Popular:
        break;
    }
    return {2, upcomingDays};
}

bool suits(Part part, int seats)
{
    return part == Part::Hit ? seats < smallHall : part != Part::Plannable || seats >= largeHall;
}

/// One event a hall and day, as long as there are enough of both.
class Calendar {
public:
    explicit Calendar(std::int64_t today)
        : m_today(today)
    {
    }

    /// Chooses venue, hall and seats (of the real hall) and returns the day.
    std::int64_t book(Xoshiro256 &random, SampleEvent &event, Part part, const Season &season)
    {
        const auto venues = sampleVenues();
        std::int64_t date = 0;
        for (int attempt = 0; attempt < 50; ++attempt) {
            do {
                event.venue = static_cast<int>(random.below(static_cast<std::uint32_t>(venues.size())));
                const SampleVenue &venue = venues[static_cast<size_t>(event.venue)];
                event.hall = venue.halls[1].capacity > 0 && random.chance(35) ? 1 : 0;
                event.capacity = venue.halls[static_cast<size_t>(event.hall)].capacity;
            } while (!suits(part, event.capacity));
            date = startDay(random, m_today + season.first, season.days);
            if (m_taken.emplace(event.venue, event.hall, date).second)
                break;
        }
        return date;
    }

private:
    std::int64_t m_today;
    std::set<std::tuple<int, int, std::int64_t>> m_taken;
};

/// Days between the first day of sale and the event.
std::int64_t presaleDays(Xoshiro256 &random, Part part, std::int64_t daysAhead)
{
    if (part == Part::Fresh)
        return daysAhead + random.between(1, 5);
    // Members may book four weeks before everybody else.
    return random.chance(30) ? 118 : 90;
}

/// Percent of the seats that find a buyer at most.
int demand(Xoshiro256 &random, Part part)
{
    switch (part) {
    case Part::Past:
    case Part::Hit:
        return 100;
    case Part::Plannable:
        return random.between(40, 60);
    case Part::Fresh:
    case Part::Slow:
        return random.between(50, 80);
    case Part::Popular:
        return random.between(84, 97);
    }
    return 100;
}

} // namespace

std::vector<SampleEvent> makeSampleEvents(const SampleOptions &options)
{
    Xoshiro256 random(options.seed, 1);
    const auto genres = sampleGenres();
    const std::int64_t today = daysSinceEpoch(options.today);
    const int factor = seatFactor(options);
    const int upcoming = upcomingOf(options);
    Calendar calendar(today);
    std::vector<SampleEvent> events(static_cast<size_t>(options.events));
    for (int i = 0; i < options.events; ++i) {
        SampleEvent &event = events[static_cast<size_t>(i)];
        const Part part = partOf(i, upcoming);
        event.genre =
            static_cast<int>(static_cast<double>(genres.size()) * Xoshiro256::power1_5(random.unit()));
        const SampleGenre &genre = genres[static_cast<size_t>(event.genre)];
        const std::int64_t date = calendar.book(random, event, part, seasonOf(part, i));
        // A larger hall is booked for those who draw more people.
        const double drawn = std::min(Xoshiro256::pareto0_8(random.unit()), mostPopular);
        event.popularity = (part == Part::Hit ? mostPopular : drawn) * event.capacity / 400.0;
        event.capacity *= factor;
        event.sellsOut = part == Part::Hit;
        event.mostSold = static_cast<int>(std::int64_t{event.capacity} * demand(random, part) / 100);
        event.startsAt = date * day + startHour(random, genre);
        event.onSaleAt = (date - presaleDays(random, part, date - today)) * day + 10 * hour;
        event.priceMinor = genre.priceMinor * random.between(80, 125) / 100 / 50 * 50;
        dress(random, event, genre);
    }
    std::stable_sort(events.begin(), events.end(),
                     [](const SampleEvent &a, const SampleEvent &b) { return a.startsAt < b.startsAt; });
    return events;
}

} // namespace groundswell::service
