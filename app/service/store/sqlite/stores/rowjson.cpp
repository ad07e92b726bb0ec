#include "app/service/store/sqlite/stores/rowjson.h"

namespace groundswell::service {

QByteArray packIds(const std::vector<std::string> &ids)
{
    QByteArray lines;
    for (const std::string &id : ids) {
        lines.append(id.data(), static_cast<qsizetype>(id.size()));
        lines.append('\n');
    }
    return qCompress(lines, 1);
}

std::vector<std::string> unpackIds(const QByteArray &packed)
{
    const QByteArray lines = qUncompress(packed);
    std::vector<std::string> ids;
    for (qsizetype begin = 0; begin < lines.size();) {
        const qsizetype end = lines.indexOf('\n', begin);
        if (end < 0)
            break;
        ids.emplace_back(lines.constData() + begin, static_cast<std::size_t>(end - begin));
        begin = end + 1;
    }
    return ids;
}

qint64 nextNumber(Database &database, const char *counter)
{
    database.run("INSERT INTO counter (name, value) VALUES (?, 1)"
                 " ON CONFLICT (name) DO UPDATE SET value = value + 1",
                 counter);
    Statement select = database.prepare("SELECT value FROM counter WHERE name = ?");
    select.bindAll(counter).step();
    return select.integer(0);
}

void refreshEventState(Database &database, const QString &eventId)
{
    // Running as long as one campaign is neither over nor ignored, as PAUSED and READY_FOR_HANDOVER aren't.
    database.run("UPDATE event SET"
                 " setup_state = coalesce((SELECT CASE published WHEN 1 THEN 'published' ELSE 'draft' END"
                 "   FROM setup_process WHERE event_id = ?1), 'none'),"
                 " campaign_status = coalesce((SELECT CASE"
                 "     WHEN sum(status NOT IN ('COMPLETED', 'IGNORED')) > 0 THEN 'RUNNING'"
                 "     WHEN sum(status = 'COMPLETED') > 0 THEN 'CLOSED'"
                 "     WHEN count(*) > 0 THEN 'IGNORED' END"
                 "   FROM campaign WHERE event_id = ?1 AND closed = 0), '')"
                 " WHERE id = ?1",
                 eventId);
}

} // namespace groundswell::service
