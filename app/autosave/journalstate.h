#pragma once

#include "app/autosave/draftjournal.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace groundswell {

/// What the records of a journal add up to: the row known of the server and the edits above it. The writer
/// keeps it up to date; it can be rebuilt from the file by replaying it.
class JournalState {
public:
    // The records, as they are written.
    /// \a edit: an editRecord() that stands on this row, in the same record; empty = none.
    [[nodiscard]] static QJsonObject baseRecord(const SetupRow &base, bool hasServerRow,
                                                const QJsonObject &edit = {});
    /// As apply() will take it; says how many changes it leaves unacknowledged.
    [[nodiscard]] QJsonObject editRecord(quint64 revision, const SetupProcess &draft,
                                         const QDateTime &editedAt) const;
    [[nodiscard]] static QJsonObject sentRecord(quint64 revision);
    [[nodiscard]] static QJsonObject acknowledgeRecord(quint64 revision, const SetupRow &server);
    [[nodiscard]] static QJsonObject discardRecord();
    /// Revisions are counted anew in each run of the program.
    [[nodiscard]] static QJsonObject runRecord();

    void apply(const QJsonObject &record);

    [[nodiscard]] bool hasEdits() const { return !m_edits.empty(); }
    /// Records that add up to the same state without what is no longer needed: of all edits, only the newest
    /// and those that were sent.
    [[nodiscard]] std::vector<QJsonObject> compacted() const;
    /// Nullopt if the journal holds no row at all, or none that can be read. An edit is complete without the
    /// row that it stands on.
    [[nodiscard]] std::optional<RecoveredDraft> recovered() const;

private:
    struct Edit {
        QJsonObject record;
        quint64 revision = 0;
        int run = 0;
        bool sent = false;
    };
    void addEdit(const QJsonObject &record);
    void acknowledge(quint64 revision);

    QJsonObject m_base;
    std::vector<Edit> m_edits;
    int m_run = 0;
    quint64 m_acknowledged = 0; ///< in this run
};

} // namespace groundswell
