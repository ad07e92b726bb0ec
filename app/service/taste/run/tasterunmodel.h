#pragma once

#include "app/service/taste/features/features.h"
#include "app/service/taste/features/metadata.h"
#include "app/service/taste/groups/labels.h"
#include "app/service/taste/replay/replay.h"
#include "app/service/taste/run/tasterun.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace groundswell::service {

/// What a run has learnt. For code that works with runs; everybody else uses TasteRun.
struct TasteRunModel {
    std::string key;
    std::string snapshotId;
    TasteRunParameters parameters;
    TasteRunQuality quality;
    std::string notice;
    std::vector<TasteGroup> groups;
    std::vector<std::string> slotIds; ///< event id per slot
    std::vector<int> groupOfSlot;
    int vectorRank = 0; ///< of the vectors that were grouped
    std::vector<GroupLabel> labels; ///< per group
    CutModel cut; ///< by the dense indexes of the dataset the run was computed on
    Metadata metadata; ///< likewise
    Blend blend;
    std::vector<std::uint32_t> recent; ///< recentBuyers() of the blend's window, by the dataset's indexes
};

/// A run as seen through a dataset: the run itself if it was computed on that dataset, otherwise the same
/// model with the other dataset's indexes and purchases.
class TasteRunView {
public:
    TasteRunView(const Dataset &dataset, const TasteRun &run);

    [[nodiscard]] const CutModel &cut() const { return m_cut ? *m_cut : m_state.cut; }
    [[nodiscard]] const Metadata &metadata() const { return m_metadata ? *m_metadata : m_state.metadata; }
    [[nodiscard]] std::span<const std::uint32_t> recent() const { return m_cut ? m_recent : m_state.recent; }
    [[nodiscard]] const TasteRunModel &state() const { return m_state; }

private:
    const TasteRunModel &m_state;
    std::unique_ptr<const CutModel> m_cut;
    std::unique_ptr<const Metadata> m_metadata;
    std::vector<std::uint32_t> m_recent;
};

struct TastePartition;
/// The error of computeTasteRun() after a stop request.
[[nodiscard]] Problem tasteCancelled();
/// How good a grouping is; the replay's part of the figures stays open.
[[nodiscard]] TasteRunQuality groupingQuality(const CutModel &cut, const TastePartition &taste);
/// TasteRun::notice() for a grouping's figures.
[[nodiscard]] std::string noticeFor(const TasteRunQuality &quality);

} // namespace groundswell::service
