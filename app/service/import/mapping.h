#pragma once

#include "app/service/import/importproblem.h"
#include "app/service/import/valueparser.h"
#include "models/import/importfields.h"

#include <QJsonObject>
#include <QMap>

#include <map>
#include <optional>
#include <vector>

namespace groundswell::service {

/// Where a field's value comes from.
struct FieldSource {
    QString column; ///< header in the file; empty = none
    std::optional<QString> constant; ///< the same for every row
    friend bool operator==(const FieldSource &, const FieldSource &) = default;
};

/// What the organiser says of her files. A field that isn't named is looked for by its own name and by what
/// it is called elsewhere; one whose source is empty stays out.
struct ImportMapping {
    std::map<FileKind, QMap<QString, FieldSource>> fields;
    QString timeZone; ///< IANA, of times without a zone; empty = the workspace's
    QString currency; ///< ISO 4217; empty = what the files say, else the workspace's
    std::optional<DateOrder> dateOrder; ///< of dates with slashes; nullopt = told from the values
    std::optional<bool> consentWhenUnknown; ///< see Organiser
    friend bool operator==(const ImportMapping &, const ImportMapping &) = default;

    /// `{"events":{"title":"name","city":{"value":"Köln"},"hall":null}, "sales":{…}, "customers":{…},
    ///   "options":{"time_zone","currency","date_order":"day_first"|"month_first","consent_when_unknown"}}`;
    /// members that start with "_" are remarks.
    [[nodiscard]] static ImportExpected<ImportMapping> fromJson(const QByteArray &json,
                                                                const QString &file = {});
    [[nodiscard]] QJsonObject toJson() const;
};

/// Which column of a file fills which field.
struct ColumnPlan {
    struct Entry {
        int column = -1; ///< -1 = constant
        std::string constant;
    };
    std::map<std::string, Entry, std::less<>> entries; ///< by field

    [[nodiscard]] bool has(std::string_view field) const { return entries.find(field) != entries.end(); }
};

/// The guess for the mapping step: field → header, for the headers that are recognised.
[[nodiscard]] QMap<QString, FieldSource> guessMapping(FileKind kind, const QStringList &headers);

/// Mapping and guesses together; throws ImportFailure where a required field stays without a source or the
/// mapping names a column that isn't there.
[[nodiscard]] ColumnPlan planColumns(FileKind kind, const QStringList &headers, const ImportMapping &mapping,
                                     const QString &file);

} // namespace groundswell::service
