#pragma once

#include "models/wave/problem.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <optional>

namespace groundswell {

/// Kinds of files that can be imported, in the order in which they are read: events, sales, customers.
[[nodiscard]] const QStringList &importKinds();

/// Which column of a file holds which field, by kind of file.
class ImportMapping {
public:
    [[nodiscard]] static ImportMapping fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const { return m_json; }
    friend bool operator==(const ImportMapping &, const ImportMapping &) = default;

    /// Field → header in the file; an empty header where none holds it.
    [[nodiscard]] QMap<QString, QString> columns(const QString &kind) const;
    /// Replaces all that was said of the kind. Options and other kinds stay.
    void setColumns(const QString &kind, const QMap<QString, QString> &columns);

private:
    QJsonObject m_json; ///< with what this program doesn't show, such as options and remarks
};

/// Body of POST /local/import/preview and POST /local/import.
struct ImportRequest {
    QMap<QString, QString> files; ///< kind → path on this computer
    QString rejectsFile; ///< where rows that are left out are written; empty = nowhere
    std::optional<ImportMapping> mapping; ///< unset = as the service recognises the columns
    friend bool operator==(const ImportRequest &, const ImportRequest &) = default;
    [[nodiscard]] static Expected<ImportRequest> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
};

/// What the service found in one file.
struct FilePreview {
    QStringList headers;
    QList<QStringList> rows; ///< the first ones, as they stand in the file
    QMap<QString, QString> guess; ///< field → header
    QJsonObject extra;
    friend bool operator==(const FilePreview &, const FilePreview &) = default;
    [[nodiscard]] static Expected<FilePreview> fromJson(const QJsonObject &json, const QString &at);
    [[nodiscard]] QJsonObject toJson() const;
};
/// Answer of POST /local/import/preview: the files that were asked about.
struct ImportPreview {
    QMap<QString, FilePreview> files; ///< by kind
    friend bool operator==(const ImportPreview &, const ImportPreview &) = default;
    [[nodiscard]] static Expected<ImportPreview> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace groundswell
