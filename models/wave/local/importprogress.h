#pragma once

#include "models/wave/calls/taskstate.h"
#include "models/wave/problem.h"

#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

namespace groundswell {

/// Why nothing was imported; ImportText words it.
struct ImportProblem {
    QString messageId;
    QStringList arguments;
    QString file; ///< empty where no single file is to blame
    friend bool operator==(const ImportProblem &, const ImportProblem &) = default;
    [[nodiscard]] static Expected<ImportProblem> fromJson(const QJsonObject &json, const QString &at = {});
    [[nodiscard]] QJsonObject toJson() const;
    /// The import's own reason that a refused request carries; nullopt where it carries none.
    [[nodiscard]] static std::optional<ImportProblem> in(const Problem &refusal);
};

struct RowCounts {
    qint64 added = 0;
    qint64 replaced = 0;
    qint64 unchanged = 0;
    friend bool operator==(const RowCounts &, const RowCounts &) = default;
    [[nodiscard]] static Expected<RowCounts> fromJson(const QJsonObject &json, const QString &at);
    [[nodiscard]] QJsonObject toJson() const;
};

/// What became of the rows of one file: rows = stored + rejected.
struct ImportedFile {
    QString kind; ///< see importKinds()
    qint64 rows = 0;
    qint64 stored = 0;
    qint64 rejected = 0;
    QMap<QString, qint64> rejectedByReason; ///< by message id
    QJsonObject extra;
    friend bool operator==(const ImportedFile &, const ImportedFile &) = default;
    [[nodiscard]] static Expected<ImportedFile> fromJson(const QJsonObject &json, const QString &at);
    [[nodiscard]] QJsonObject toJson() const;
};

/// What an import brought.
struct ImportReport {
    std::vector<ImportedFile> files;
    QMap<QString, RowCounts> counts; ///< by kind
    qint64 derivedCustomers = 0; ///< known from sales only
    qint64 anonymousSales = 0;
    QStringList notices; ///< `consent_unknown`: the files don't say who consented
    QJsonObject extra;
    friend bool operator==(const ImportReport &, const ImportReport &) = default;
    [[nodiscard]] static Expected<ImportReport> fromJson(const QJsonObject &json, const QString &at = {});
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] qint64 stored() const; ///< rows of all files
    [[nodiscard]] qint64 rejected() const;
};

/// GET /local/import/{id}
struct ImportProgress {
    QString id;
    OpenEnum<TaskState> state;
    QString phase; ///< a kind of file while it is read, then `storing`
    double share = 0; ///< 0–1
    qint64 rows = 0; ///< so far
    std::optional<ImportReport> report; ///< after a success
    std::optional<ImportProblem> problem; ///< after a failure
    friend bool operator==(const ImportProgress &, const ImportProgress &) = default;
    [[nodiscard]] static Expected<ImportProgress> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace groundswell
