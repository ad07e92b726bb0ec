#pragma once

#include "app/service/store/dataset.h"

#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace groundswell::service {
class Store;
}

namespace groundswell::bench {

/// What a measurement works on. Each prints "<subject> <who> <value>", divided by tabs, once for each pass:
/// seconds, for the subjects `split` and `parse` megabytes a second.
struct Setting {
    QString workspace; ///< an imported workspace file
    QString sample; ///< the folder of its CSV files
    QString out; ///< where lists are written to, and what the rivals need to do the same
    int passes = 5;
};

void measureParsing(const Setting &setting);
void measureTaste(const Setting &setting);
void measureEvaluation(const Setting &setting);
void measureExport(const Setting &setting);
void measureHashing(const Setting &setting);

/// Seconds that \a work takes.
[[nodiscard]] double secondsOf(const std::function<void()> &work);
void report(const char *subject, const char *who, double value);
inline constexpr const char *us = "Groundswell";

/// Ends the program with a reason where they can't be read.
[[nodiscard]] std::unique_ptr<service::Store> openedStore(const QString &workspace);
[[nodiscard]] service::Dataset loadedDataset(service::Store &store);

} // namespace groundswell::bench
