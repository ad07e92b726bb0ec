#pragma once

#include "models/wave/problem.h"

#include <QDate>
#include <QString>

#include <cstdint>

namespace groundswell::service {

/// How large the sample organiser is. The sizes are kept exactly, except that sales end where all seats are
/// sold.
struct SampleOptions {
    int customers = 12'000;
    int purchases = 60'000; ///< lines in sales.csv, anonymous ones and returns included
    int events = 420;
    std::uint64_t seed = 1;
    QDate today; ///< must be set: five years of events lie before it, three months after
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
/// with 0.15; event popularity and customer activity follow power laws. Problem: Rejected with
/// `error.sample.cannot_write`, `detail` = path and the system's reason.
[[nodiscard]] Expected<SampleSummary> writeSample(const QString &folder, const SampleOptions &options);

} // namespace groundswell::service
