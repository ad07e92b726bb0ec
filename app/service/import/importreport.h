#pragma once

#include "app/service/store/importrows.h"
#include "models/import/importfields.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <map>
#include <string>
#include <vector>

namespace groundswell::service {

/// How a file turned out to be written.
struct FileFormat {
    QString encoding; ///< "UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1252"
    QString delimiter;
    [[nodiscard]] QJsonObject toJson() const;
};

/// A row that was left out.
struct RejectedRow {
    std::int64_t line = 0; ///< physical line in which the row begins, from 1
    QString reason; ///< message id, see RowFault
    QString column; ///< the field's own name; empty = the row as a whole
    QString value; ///< as it stands in the file
    [[nodiscard]] QJsonObject toJson() const;
};

/// rows = counts.added + counts.replaced + counts.unchanged + rejected.
struct FileReport {
    FileKind kind = FileKind::Events;
    QString path;
    FileFormat format;
    std::int64_t rows = 0;
    std::int64_t rejected = 0;
    std::map<std::string, std::int64_t> rejectedByReason;
    std::vector<RejectedRow> examples; ///< the first few
    [[nodiscard]] std::int64_t stored() const { return rows - rejected; }
    [[nodiscard]] QJsonObject toJson() const;
};

struct ImportReport {
    std::vector<FileReport> files;
    RowCounts events, customers, sales;
    std::int64_t derivedCustomers = 0; ///< known from sales only, new with this delivery
    std::int64_t anonymousSales = 0; ///< rows without a customer: they count for their event only
    QString snapshotId;
    QString currency;
    QString timeZone;
    QString rejectsPath; ///< empty where none was asked for
    /// Message ids of what the organiser should know: `consent_unknown` (the delivery doesn't say who
    /// consented).
    QStringList notices;
    double seconds = 0;

    [[nodiscard]] std::int64_t rejected() const;
    /// {"files":[{"kind","file","rows","stored","rejected","rejected_by_reason","examples","format"}],
    ///  "events":{"added","replaced","unchanged"}, "customers", "sales", "derived_customers",
    ///  "anonymous_sales", "snapshot_id","currency","time_zone","rejects_file","notices","seconds"}
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace groundswell::service
