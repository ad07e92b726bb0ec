#pragma once

#include <array>
#include <span>

namespace groundswell::service {

/// The organiser that the sample tells of. Halls, artists and people are invented; cities and composers are
/// real.
struct SampleHall {
    const char *name;
    int capacity;
};
struct SampleVenue {
    const char *name;
    const char *city;
    const char *country; ///< ISO 3166-1 alpha-2
    int region; ///< customers mostly stay in theirs
    double latitude, longitude; ///< degrees
    std::array<SampleHall, 2> halls; ///< the second may be empty
};
struct SampleProgramme {
    const char *name = "";
    const char *composer = ""; ///< empty = of several or of nobody in particular
};
struct SampleGenre {
    const char *name = "";
    int priceMinor = 0; ///< of a regular ticket
    std::array<const char *, 2> series{};
    std::array<const char *, 8> artists{};
    std::array<SampleProgramme, 10> programmes{};
    bool byDay = false; ///< matinees and afternoons rather than evenings
};
struct SampleTown {
    const char *name;
    const char *zip;
    const char *country;
    int region;
};

[[nodiscard]] std::span<const SampleVenue> sampleVenues();
/// Neighbours in the list are neighbours in taste; the list is a ring.
[[nodiscard]] std::span<const SampleGenre> sampleGenres();
[[nodiscard]] std::span<const SampleTown> sampleTowns();
[[nodiscard]] std::span<const char *const> sampleFirstNames();
[[nodiscard]] std::span<const char *const> sampleLastNames();

} // namespace groundswell::service
