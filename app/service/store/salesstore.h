#pragma once

#include "app/service/store/dataset.h"
#include "app/service/store/importrows.h"
#include "models/wave/problem.h"

#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace groundswell::service {

/// Lets a long call be watched and stopped. The function may be called from the working thread.
struct JobControl {
    std::stop_token stop;
    std::function<void(double)> progress; ///< 0–1; may be empty

    void report(double share) const
    {
        if (progress)
            progress(share);
    }
    /// For a part of the job, which takes it from one share to another. Valid as long as this one.
    [[nodiscard]] JobControl part(double from, double to) const
    {
        return {stop, [this, from, to](double share) { report(from + (to - from) * share); }};
    }
};

/// A customer as an audience list names them. UTF-8; valid during the call that hands it out.
struct CustomerContact {
    std::string_view id, email, phone, firstName, lastName, city, zip, country, language;
    std::optional<int> birthYear;
};
using ContactVisitor = std::function<void(const CustomerContact &)>;

/// Events, customers and sales as imported. Thread-safe.
class SalesStore {
public:
    virtual ~SalesStore() = default;

    /// Stores the delivery as a whole or not at all. Rows that are there already are replaced where they
    /// differ: events and customers by id; a sale by invoice number, event, time, category and direction
    /// (sale or return), and without an invoice number by customer instead. Several equal lines stay several.
    /// Nothing is ever removed. `error.import.cancelled` (Rejected) when stopped: then nothing has changed.
    /// Readers see the content as it was until all of it is there, also when the program dies in between;
    /// other writers wait some milliseconds at most, another apply() until this one is done.
    [[nodiscard]] virtual Expected<ImportOutcome> apply(ImportRows batch, const JobControl &control) = 0;
    /// Removes what a stopped or killed apply() has left in the file, which counts for nobody; no-op beside
    /// one that is at work. Takes a second or two after a large one: call it from a job's thread, behind a
    /// stopped import and at the start. What a stop leaves waits for the next time.
    [[nodiscard]] virtual Expected<void> tidyUp(const std::stop_token &stop) = 0;

    /// Names the stored content: the same events, customers, sales, zone and currency give the same id, in
    /// whatever order and number of deliveries they came. Cheap.
    [[nodiscard]] virtual Expected<QString> snapshotId() = 0;
    /// Everything that the analysis reads, in memory. `error.service.stopping` when stopped.
    [[nodiscard]] virtual Expected<Dataset> loadDataset(const std::stop_token &stop = {}) = 0;
    [[nodiscard]] virtual Expected<std::unordered_set<std::string>> eventIds() = 0;
    /// Hands them out in the order of \a ids, unknown ones left out; one at a time, so that a list of all
    /// customers needs no memory. Personal data: asked for by an export only.
    [[nodiscard]] virtual Expected<void> visitContacts(const std::vector<std::string> &ids,
                                                       const ContactVisitor &visit,
                                                       const std::stop_token &stop = {}) = 0;
};

} // namespace groundswell::service
