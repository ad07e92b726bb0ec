#pragma once

#include "models/wave/setupprocess.h"

#include <optional>
#include <utility>
#include <vector>

namespace groundswell {

/// What turns one version of a setup row into the next, and back: as small as the edit, and exact also in
/// the order of lists and in members that this version doesn't know. `updatedAt`, which the service writes,
/// is no part of it. Value type; the memory of undo, in the program and on disk.
class RowPatch {
public:
    RowPatch() = default;
    [[nodiscard]] static RowPatch between(const SetupProcess &before, const SetupProcess &after);

    [[nodiscard]] bool isEmpty() const;
    /// The version after, from the one before. Nullopt where the patch doesn't fit the row: its lists are
    /// shorter than what is to be replaced in them.
    [[nodiscard]] std::optional<SetupProcess> applied(SetupProcess before) const;
    /// The version before, from the one after.
    [[nodiscard]] std::optional<SetupProcess> reverted(SetupProcess after) const;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Expected<RowPatch> fromJson(const QJsonObject &json);

    friend bool operator==(const RowPatch &, const RowPatch &) = default;

private:
    /// A stretch of a list that is replaced by another; everything around it is the same.
    template <class T> struct Splice {
        size_t at = 0;
        std::vector<T> removed;
        std::vector<T> inserted;
        friend bool operator==(const Splice &, const Splice &) = default;
    };
    enum class Direction { Forwards, Backwards };

    template <class T> static Splice<T> spliceOf(const std::vector<T> &before, const std::vector<T> &after);
    template <class T> static bool splice(std::vector<T> &list, const Splice<T> &change, Direction direction);
    template <class T> static QJsonObject spliceJson(const Splice<T> &change);
    [[nodiscard]] std::optional<SetupProcess> patched(SetupProcess row, Direction direction) const;

    std::optional<std::pair<SetupProcess, SetupProcess>>
        m_own; ///< the row without its lists, before and after
    Splice<ChosenCluster> m_clusters;
    Splice<Creative> m_creatives;
    Splice<Targeting> m_targeting;
    Splice<IntegrationDetails> m_integrations;
};

} // namespace groundswell
