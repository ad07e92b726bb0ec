#pragma once

#include "models/draft/draftstep.h"
#include "models/draft/draftversion.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace groundswell {

/// The steps of undo as an earlier run of the program left them.
struct KeptUndo {
    SetupProcess row; ///< where trail.index stands
    UndoTrail trail;
};

/// How the undo stack has changed since it was last written down.
struct UndoChange {
    int dropped = 0; ///< steps that left the stack at its old end
    int removed = 0; ///< and at its new end
    std::vector<DraftStep> added;
    int index = 0;
};

/// What the records of an archive add up to: the undo steps and the versions of one event's draft, both
/// bounded. Kept in step by the writer, and rebuilt from the file by replaying it.
class ArchiveState {
public:
    static constexpr size_t mostVersions = 200;
    static constexpr qint64 mostVersionBytes = 16LL * 1024 * 1024; ///< packed
    static constexpr qint64 mostUndoBytes = 8LL * 1024 * 1024; ///< as JSON

    // The records, as they are written.
    [[nodiscard]] static QJsonObject undoStartRecord(const KeptUndo &undo);
    [[nodiscard]] static QJsonObject undoChangeRecord(const UndoChange &change);
    [[nodiscard]] static QJsonObject undoEndRecord();
    [[nodiscard]] static QJsonObject versionRecord(const DraftVersion &version);

    void apply(const QJsonObject &record);
    /// Records that add up to the same state, within the bounds: the oldest records are dropped.
    [[nodiscard]] std::vector<QJsonObject> compacted();

    /// Nullopt where there is none, or none that can be read.
    [[nodiscard]] std::optional<KeptUndo> undo() const;
    [[nodiscard]] const std::vector<DraftVersion> &versions() const { return m_versions; }

private:
    void change(const QJsonObject &record);
    void dropOldestSteps(size_t count);
    void forgetUndo();
    void boundUndo();
    void boundVersions();
    [[nodiscard]] QJsonObject startRecord() const;

    std::optional<SetupProcess> m_start; ///< the row before the first step
    std::vector<QJsonObject> m_steps;
    int m_index = 0;
    int m_bounded = 0; ///< older steps that the program still has, but that the bounds have dropped here
    std::vector<DraftVersion> m_versions;
};

} // namespace groundswell
