#pragma once

#include "models/wave/problem.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace groundswell::service {

/// What became of one kind of content.
struct RescuedPart {
    enum class Kind { Settings, Setups, Campaigns, Events, Customers, Sales, Runs, Packages, Media };
    Kind kind = Kind::Settings;
    qint64 rescued = 0; ///< rows, whole; of sales, lines; of media, files
    /// Apart from those: events and customers of which only the id was left, and lines of sales that have
    /// lost their customer or category. Their figures are right.
    qint64 inPart = 0;
    qint64 lost = 0; ///< of which we know; if isComplete is false, there may have been more
    bool isComplete = true; ///< every place that could hold any was read
};

/// Stands in for the organiser's own settings, which are lost.
struct AssumedSettings {
    QString currency; ///< ISO 4217; the organiser may choose another one once
    bool isCurrencyFound = false; ///< the setups and campaigns agree on it; else it is the default
    QString timeZone; ///< IANA; the default
    bool consentWhenUnknown = false;
};

struct RescueReport {
    std::vector<RescuedPart> parts; ///< one of each kind, in their order
    /// False for a file of an earlier version: its pages carry no checksums, so that a number which was
    /// changed can't be told from one which wasn't.
    bool isVouchedFor = true;
    std::optional<AssumedSettings> assumed; ///< where the organiser's settings are lost
    /// Customers, counted as in part, whose row dates from before an import whose correction of it is lost,
    /// or may be: they count as opted out.
    qint64 withdrawn = 0;
    /// What an import replaced or hadn't finished can't be told with certainty: sales may be there twice, or
    /// those of half an import.
    bool mayCountTwice = false;

    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] const RescuedPart &part(RescuedPart::Kind kind) const
    {
        return parts[static_cast<size_t>(kind)];
    }
    [[nodiscard]] QJsonObject toJson() const;
};

/// Reads what can be read of a damaged workspace and makes a new one of it at \a to, where nothing may be
/// yet, with the media beside it. It takes only rows whose pages are as they were written, lines of sales
/// only with their event, and nothing from an import that wasn't finished; whatever is derived from the sales
/// is derived anew. If the list of tables itself is damaged, it is known from the version, and a table is
/// taken if it can be told from the others with certainty. An event or a customer of whom only the id is left
/// keeps the sales (sqlite/rescue/idrescue.h says what else); if nothing is left of a customer, the sales
/// become anonymous. \a from isn't written to. Edits that never reached the workspace are in the program's
/// journals, which know a workspace by its place: they apply again when the new file takes the old one's
/// place.
///
/// Needs as much room beside \a to as the two files take. Problems: as openStore() if nothing can be read;
/// `error.rescue.exists` (something is at \a to), `error.rescue.no_folder` (\a to lies in a folder that
/// doesn't exist; `detail` = the folder), `error.rescue.missing` (nothing is at \a from).
[[nodiscard]] Expected<RescueReport> rescueWorkspace(const QString &from, const QString &to);

} // namespace groundswell::service
