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
    /// The same for a part of the job, which takes it from one share to another. Valid as long as this one.
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

    /// Stores the delivery as a whole or not at all. Existing rows are replaced if they differ: events and
    /// customers by id; a sale by invoice number, event, time, category and direction (sale or return), and
    /// without an invoice number by customer instead. Several equal lines stay several. Nothing is ever
    /// removed. `error.import.cancelled` (Rejected) when stopped: then nothing has changed. Readers see the
    /// content as it was until all of it is there, even if the program dies in between; other writers wait
    /// some milliseconds at most, another apply() until this one is done.
    [[nodiscard]] virtual Expected<ImportOutcome> apply(ImportRows batch, const JobControl &control) = 0;
    /// Removes what a stopped or killed apply() has left in the file, which nobody sees; does nothing while
    /// another one is at work. Takes a second or two after a large one: call it from a job's thread, after a
    /// stopped import and at the start. If it is stopped, the rest waits for the next time.
    [[nodiscard]] virtual Expected<void> tidyUp(const std::stop_token &stop) = 0;

    /// Names the stored content: the same events, customers, sales, zone and currency give the same id,
    /// whatever the order and number of deliveries in which they came. Cheap.
    [[nodiscard]] virtual Expected<QString> snapshotId() = 0;
    /// Loads everything that the analysis reads. `error.service.stopping` when stopped.
    [[nodiscard]] virtual Expected<Dataset> loadDataset(const std::stop_token &stop = {}) = 0;
    [[nodiscard]] virtual Expected<std::unordered_set<std::string>> eventIds() = 0;
    /// Hands them out in the order of \a ids, without unknown ones; one at a time, so that a list of all
    /// customers needs no memory. Personal data: only an export asks for it.
    [[nodiscard]] virtual Expected<void> visitContacts(const std::vector<std::string> &ids,
                                                       const ContactVisitor &visit,
                                                       const std::stop_token &stop = {}) = 0;
};

} // namespace groundswell::service
