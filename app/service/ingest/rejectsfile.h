#pragma once

#include "app/service/ingest/importreport.h"
#include "app/service/ingest/row.h"

#include <QSaveFile>

#include <optional>
#include <string>

namespace groundswell::service {

/// The rows that were left out, as CSV: file,line,reason,column,value,record. `record` is the row as it stood
/// in its file, so that it can be put right and delivered again. Appears under its name only when complete.
/// Throws ImportFailure.
class RejectsFile {
public:
    explicit RejectsFile(const QString &path); ///< empty path: writes nothing

    void add(const QString &file, const CsvRecord &record, const RowFault &fault);
    void commit();

private:
    void flush();

    QString m_path;
    std::optional<QSaveFile> m_file;
    std::string m_pending;
};

} // namespace groundswell::service
