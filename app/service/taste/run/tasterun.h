#pragma once

#include "app/service/store/dataset.h"
#include "app/service/taste/tasterunparameters.h"
#include "models/wave/problem.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace groundswell::service {

/// Counted up whenever the same input may give other figures; part of every run key.
inline constexpr int tasteEngineVersion = 4;

/// A group of events bought by the same people; the taste behind the clusters of every event of a run.
struct TasteGroup {
    std::string tc; ///< readable, URL-safe, unique within the run, for instance `jazz_alte_oper`
    std::string label; ///< in the data's own language, unique within the run
    std::vector<std::string> eventIds; ///< sorted
};

struct TasteRunModel; ///< internals of a run (tasterunmodel.h)

/// An immutable taste run. Small parts are readable here, the rest serves clustersFor() and scoresFor().
/// Shared between threads as shared_ptr<const TasteRun>. A run isn't serialised: only its parameters and key
/// (recomputing is deterministic) and each event's clusters as they were shown must survive a restart.
class TasteRun {
public:
    explicit TasteRun(std::unique_ptr<const TasteRunModel> state);
    ~TasteRun();
    TasteRun(const TasteRun &) = delete;
    TasteRun &operator=(const TasteRun &) = delete;

    /// Hex digest of snapshot id, parameters and engine version.
    [[nodiscard]] const std::string &key() const;
    [[nodiscard]] const TasteRunParameters &parameters() const;
    [[nodiscard]] const TasteRunQuality &quality() const;
    [[nodiscard]] std::span<const TasteGroup> groups() const;
    /// `few_sales`, `no_clear_taste_groups`, or empty.
    [[nodiscard]] const std::string &notice() const;
    [[nodiscard]] const TasteRunModel &state() const { return *m_state; }

private:
    std::unique_ptr<const TasteRunModel> m_state;
};

/// The key that computeTasteRun() would give, without computing: to find a stored run.
[[nodiscard]] std::string runKey(const Dataset &dataset, const TasteRunParameters &parameters);

/// Computes a run on two threads of its own (a second or two for 50,000 customers; the result doesn't depend
/// on the threads). Any dataset will do, even an empty one. The only error is Problem::Kind::Rejected with
/// messageKey `error.taste.cancelled` after a stop request.
[[nodiscard]] Expected<std::shared_ptr<const TasteRun>>
computeTasteRun(const Dataset &dataset, const TasteRunParameters &parameters = {},
                const ProgressFn &progress = {}, std::stop_token stop = {});

} // namespace groundswell::service
