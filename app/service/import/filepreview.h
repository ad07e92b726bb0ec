#pragma once

#include "app/service/import/importproblem.h"
#include "app/service/import/importreport.h"
#include "app/service/import/mapping.h"

#include <QJsonObject>

#include <vector>

namespace groundswell::service {

/// What the mapping step shows of a file.
struct FilePreview {
    FileFormat format;
    bool hasHeader = true; ///< false where the first line looks like data: then nothing can be imported
    QStringList headers;
    std::vector<QStringList> rows; ///< the first ones, as they stand in the file
    QMap<QString, FieldSource> guess; ///< field → header
    QStringList missing; ///< required fields that the guess found no column for

    [[nodiscard]] QJsonObject toJson() const;
};
[[nodiscard]] ImportExpected<FilePreview> previewFile(const QString &path, FileKind kind, int maxRows = 20);

} // namespace groundswell::service
