#pragma once

#include "models/draft/fieldpath.h"
#include "models/wave/setupprocess.h"

#include <QByteArray>
#include <QDateTime>

#include <vector>

namespace groundswell {

/// One version in the history of an event's setup. Holds the whole row, packed, so that any two can be
/// compared and any one restored. Value type.
struct DraftVersion {
    enum class Author {
        Me, ///< typed, chosen or restored on this computer
        Recovered, ///< typed here by an earlier run of the program that ended without saving it
        Merged, ///< somebody else's changes and mine together
        Server, ///< found on the server: as opened, as somebody else or the service itself changed it
    };

    quint64 id = 0; ///< counts up within an event's history
    QDateTime at; ///< UTC
    Author author = Author::Me;
    std::vector<FieldPath> changed; ///< since the version before; at most mostFieldsNamed
    int changedCount = 0; ///< of all; 0 = the first version
    QByteArray packedRow;

    static constexpr size_t mostFieldsNamed = 40;

    [[nodiscard]] static QByteArray pack(const SetupProcess &row);
    [[nodiscard]] Expected<SetupProcess> row() const;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Expected<DraftVersion> fromJson(const QJsonObject &json);
};

} // namespace groundswell
