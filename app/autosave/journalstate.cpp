#include "app/autosave/journalstate.h"

#include <algorithm>

namespace groundswell {

namespace {

const auto typeKey = QLatin1StringView("type");
const auto rowKey = QLatin1StringView("row");
const auto etagKey = QLatin1StringView("etag");
const auto existsKey = QLatin1StringView("exists");
const auto revisionKey = QLatin1StringView("revision");
const auto timeKey = QLatin1StringView("at");
const auto sentKey = QLatin1StringView("sent");
const auto changesKey = QLatin1StringView("changes");
const auto editKey = QLatin1StringView("edit"); ///< of a base record

QJsonObject recordOf(QLatin1StringView type)
{
    return {{typeKey, QString(type)}};
}

// As text, because a JSON number would round revisions beyond 2^53.
void setRevision(QJsonObject &record, quint64 revision)
{
    record.insert(revisionKey, QString::number(revision));
}

quint64 revisionOf(const QJsonObject &record)
{
    return record.value(revisionKey).toString().toULongLong();
}

void setServerRow(QJsonObject &record, const SetupRow &server, bool exists)
{
    record.insert(rowKey, server.row.toJson());
    record.insert(etagKey, QString::fromLatin1(server.etag));
    record.insert(existsKey, exists);
}

Expected<SetupProcess> rowOf(const QJsonObject &record)
{
    return SetupProcess::fromJson(record.value(rowKey).toObject());
}

} // namespace

QJsonObject JournalState::baseRecord(const SetupRow &base, bool hasServerRow, const QJsonObject &edit)
{
    QJsonObject record = recordOf(QLatin1StringView("base"));
    setServerRow(record, base, hasServerRow);
    if (!edit.isEmpty())
        record.insert(editKey, edit);
    return record;
}

QJsonObject JournalState::editRecord(quint64 revision, const SetupProcess &draft,
                                     const QDateTime &editedAt) const
{
    QJsonObject record = recordOf(QLatin1StringView("edit"));
    setRevision(record, revision);
    record.insert(changesKey, static_cast<qint64>(revision - m_acknowledged));
    record.insert(timeKey, editedAt.toUTC().toString(Qt::ISODateWithMs));
    record.insert(rowKey, draft.toJson());
    return record;
}

QJsonObject JournalState::sentRecord(quint64 revision)
{
    QJsonObject record = recordOf(QLatin1StringView("sent"));
    setRevision(record, revision);
    return record;
}

QJsonObject JournalState::acknowledgeRecord(quint64 revision, const SetupRow &server)
{
    QJsonObject record = recordOf(QLatin1StringView("acknowledged"));
    setRevision(record, revision);
    setServerRow(record, server, true);
    return record;
}

QJsonObject JournalState::discardRecord()
{
    return recordOf(QLatin1StringView("discard"));
}

QJsonObject JournalState::runRecord()
{
    return recordOf(QLatin1StringView("run"));
}

void JournalState::apply(const QJsonObject &record)
{
    const QString type = record.value(typeKey).toString();
    if (type == QLatin1StringView("base")) {
        m_base = record;
        m_base.remove(editKey);
        if (record.contains(editKey))
            addEdit(record.value(editKey).toObject());
    } else if (type == QLatin1StringView("edit")) {
        addEdit(record);
    } else if (type == QLatin1StringView("sent")) {
        for (Edit &edit : m_edits) {
            if (edit.run == m_run && edit.revision == revisionOf(record))
                edit.sent = true;
        }
    } else if (type == QLatin1StringView("acknowledged")) {
        m_base = record;
        acknowledge(revisionOf(record));
    } else if (type == QLatin1StringView("discard")) {
        m_edits.clear();
    } else if (type == QLatin1StringView("run")) {
        ++m_run;
        m_acknowledged = 0;
    }
}

void JournalState::addEdit(const QJsonObject &record)
{
    m_edits.push_back({record, revisionOf(record), m_run, record.value(sentKey).toBool()});
}

void JournalState::acknowledge(quint64 revision)
{
    m_acknowledged = std::max(m_acknowledged, revision);
    std::erase_if(m_edits, [&](const Edit &edit) { return edit.run < m_run || edit.revision <= revision; });
    for (Edit &edit : m_edits)
        edit.record.insert(changesKey, static_cast<qint64>(edit.revision - m_acknowledged));
}

std::vector<QJsonObject> JournalState::compacted() const
{
    std::vector<QJsonObject> records;
    if (!m_base.isEmpty())
        records.push_back(m_base);
    int run = 0;
    for (size_t i = 0; i < m_edits.size(); ++i) {
        const Edit &edit = m_edits[i];
        for (; run < edit.run; ++run)
            records.push_back(runRecord());
        if (i + 1 != m_edits.size() && !edit.sent)
            continue;
        QJsonObject record = edit.record;
        if (edit.sent)
            record.insert(sentKey, true);
        records.push_back(std::move(record));
    }
    for (; run < m_run; ++run)
        records.push_back(runRecord());
    return records;
}

std::optional<RecoveredDraft> JournalState::recovered() const
{
    RecoveredDraft result;
    if (const auto base = rowOf(m_base); base && !m_base.isEmpty()) {
        result.base = {*base, m_base.value(etagKey).toString().toLatin1()};
        result.hasServerRow = m_base.value(existsKey).toBool();
    } else {
        result.knowsBase = false;
    }
    for (const Edit &edit : m_edits) {
        auto row = rowOf(edit.record);
        if (!row)
            continue;
        if (edit.sent)
            result.sent.push_back(*row);
        result.draft = std::move(*row);
        result.editedAt = QDateTime::fromString(edit.record.value(timeKey).toString(), Qt::ISODateWithMs)
                              .toLocalTime(); // allowed: says when the user typed, by the user's own clock
    }
    if (!result.knowsBase) {
        if (!result.draft)
            return std::nullopt;
        result.base.row.eid = result.draft->eid;
    }
    if (!m_edits.empty())
        result.changes = std::max(1, m_edits.back().record.value(changesKey).toInt());
    return result;
}

} // namespace groundswell
