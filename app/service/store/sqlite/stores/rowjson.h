#pragma once

#include "app/service/store/jsontext.h"
#include "app/service/store/sqlite/connection/database.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <string>
#include <vector>

namespace groundswell::service {

// Forms in which columns hold values.

[[nodiscard]] inline QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(keepingMarks(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}
[[nodiscard]] inline QJsonObject jsonObject(std::string_view text)
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())))
        .object();
}
[[nodiscard]] inline qint64 seconds(const QDateTime &time)
{
    return time.isValid() ? time.toSecsSinceEpoch() : 0;
}
[[nodiscard]] inline QDateTime timeOf(qint64 seconds)
{
    return seconds == 0 ? QDateTime() : QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

/// Customer ids as one packed blob. Ids never hold a line break: they are read from lines of a file.
[[nodiscard]] QByteArray packIds(const std::vector<std::string> &ids);
[[nodiscard]] std::vector<std::string> unpackIds(const QByteArray &packed);

/// The next number of a sequence that never gives out a number twice, even after its row was deleted.
[[nodiscard]] qint64 nextNumber(Database &database, const char *counter);

/// Sets an event's `setup_state` and `campaign_status` from its stored setup and campaigns. To be called in
/// the transaction that changed them.
void refreshEventState(Database &database, const QString &eventId);

} // namespace groundswell::service
