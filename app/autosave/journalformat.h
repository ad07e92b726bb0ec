#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <vector>

namespace groundswell {

/// The journal on disk: records one after another, each
///
///     4 bytes magic "GSJ1" | 4 bytes length of the payload, big endian | 8 bytes digest | payload
///
/// where the digest is the first bytes of the payload's SHA-256, and the payload compact JSON. A record is
/// whole or it isn't there: a torn or damaged one is passed over, and reading goes on at the next whole one
/// (every edit holds the full row, so none depends on the one before).
struct JournalContents {
    std::vector<QJsonObject> records;
    qint64 usedBytes = 0; ///< up to the end of the last whole record
    bool damaged = false; ///< something was passed over
};

[[nodiscard]] QByteArray journalRecord(const QJsonObject &payload);
[[nodiscard]] JournalContents readJournal(const QByteArray &file);

} // namespace groundswell
