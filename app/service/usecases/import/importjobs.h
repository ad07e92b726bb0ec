#pragma once

#include "app/service/import/importer.h"
#include "app/service/usecases/taste/tasteruns.h"

#include <deque>

namespace groundswell::service {

/// Imports on request, in the background, one at a time: an extension of the embedded service
/// (`/local/import`). Requests are
///
///     {"events": path, "sales": path, "customers": path, "rejects": path, "mapping": as ImportMapping}
///
/// with paths of this computer; any of them may be absent, but not all files. Thread-safe.
class ImportJobs {
public:
    ImportJobs(Workspace &workspace, TasteRuns &runs)
        : m_workspace(workspace)
        , m_runs(runs)
    {
    }

    /// {"events": {"format","headers","rows","guess","missing"}, "sales": …, "customers": …}, the members
    /// that were asked for. 400 `error.import.refused` with the `problem` of import/importproblem.h.
    [[nodiscard]] Expected<QJsonObject> preview(const QJsonObject &request) const;
    /// The import's id. 400 for a request that can't be one, 409 `error.import.running` beside another one.
    [[nodiscard]] Expected<QString> start(const QJsonObject &request);
    /// {"id","state": PENDING | STARTED | SUCCESS | FAILURE,"phase","progress": 0–1,"rows",
    ///  "report": as ImportReport, "problem": {"message_id","arguments","file"}}; the last two null until
    /// then. NotFound `error.import.not_found`.
    [[nodiscard]] Expected<QJsonObject> progress(const QString &id) const;
    /// Nothing of it stays; no-op where it is over.
    [[nodiscard]] Expected<void> cancel(const QString &id);

private:
    struct Entry {
        QString id;
        QString state = QStringLiteral("PENDING");
        ImportProgress progress;
        std::optional<QJsonObject> report;
        std::optional<QJsonObject> problem;
        std::stop_source stop;
    };
    void run(const std::shared_ptr<Entry> &entry, const ImportRequest &request, const std::stop_token &stop);
    [[nodiscard]] std::shared_ptr<Entry> find(const QString &id) const;

    Workspace &m_workspace;
    TasteRuns &m_runs;
    mutable std::mutex m_mutex; ///< guards the entries, which the importing thread fills and requests read
    std::deque<std::shared_ptr<Entry>> m_entries; ///< the latest few
    int m_started = 0;
};

} // namespace groundswell::service
