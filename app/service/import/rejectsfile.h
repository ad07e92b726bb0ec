#pragma once

#include "app/files/privatefile.h"
#include "app/service/import/importreport.h"
#include "app/service/import/row.h"

#include <optional>
#include <string>
#include <string_view>

namespace groundswell::service {

/// The rows that were left out, as CSV: file,line,reason,column,value,record. `record` is the row as it stood
/// in its file, so that it can be put right and delivered again; a cell that a spreadsheet would run as a
/// formula has an apostrophe in front. Appears under its name only when complete. Throws ImportFailure.
class RejectsFile {
public:
    explicit RejectsFile(const QString &path); ///< empty path: writes nothing

    [[nodiscard]] bool isWanted() const { return m_file.has_value(); }
    void add(std::string_view lines); ///< of appendRejected()
    void commit();

private:
    QString m_path;
    std::optional<PrivateSaveFile> m_file;
};

/// Appends a row's line for the file of rejected rows.
void appendRejected(std::string &lines, const QString &file, const CsvRecord &record, const RowFault &fault);

} // namespace groundswell::service
