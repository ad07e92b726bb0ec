#pragma once

#include "models/wave/problem.h"

#include <QDate>
#include <QString>

#include <cstdint>

namespace groundswell::service {

/// How large the sample organiser is, and around which day. The sizes are kept exactly, except that sales end
/// where all seats are sold.
struct SampleOptions {
    explicit SampleOptions(const QDate &day)
        : today(day)
    {
    }
    QDate today; ///< five years of events lie before it, three months after; sales end with the day before
    int customers = 12'000;
    int purchases = 60'000; ///< lines in sales.csv, anonymous ones and returns included
    int events = 420;
    std::uint64_t seed = 1;
};

struct SampleSummary {
    int customers = 0;
    int purchases = 0;
    int events = 0;
    int upcoming = 0;
};

/// Writes events.csv, sales.csv and customers.csv of an invented organiser into \a folder (made where there
/// is none) under the headers that an import needs no mapping for. The same options give the same bytes on
/// every platform. Tastes: a customer buys from the main one with 0.60, from a second with 0.25, from any
/// with 0.15; event popularity and customer activity follow power laws.
///
/// Whatever the day and the seed, from 18 events and 1,000 purchases on: a tenth of the events (nine at
/// least) are upcoming; of these six or more, and six of ten, have a fifth of their seats free, one of them
/// in three to eight weeks and in a hall of 400 seats or more; one of them went on sale within the last week;
/// one in twenty, and one at least, is sold out. Smaller samples have as many upcoming events as half of
/// their events. Problem: Rejected with `error.sample.cannot_write`, `detail` = path and the system's reason.
[[nodiscard]] Expected<SampleSummary> writeSample(const QString &folder, const SampleOptions &options);

} // namespace groundswell::service
