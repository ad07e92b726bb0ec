#include "app/service/store/sqlite/stores/sqlitesetupstore.h"

#include "app/service/store/refusal.h"
#include "app/service/store/sqlite/stores/rowjson.h"

namespace groundswell::service {

namespace {

// A late request of an aborted connection arrives within minutes; after a month nobody needs this any more.
constexpr qint64 revisionLifetime = 30LL * 24 * 3600;

std::optional<qint64> newestRevision(Database &database, const EventId &event, const QString &client)
{
    Statement select =
        database.prepare("SELECT revision FROM setup_revision WHERE event_id = ? AND client_id = ?");
    select.bindAll(event.value(), client);
    return select.step() ? std::optional<qint64>(select.integer(0)) : std::nullopt;
}

void rememberRevision(Database &database, const EventId &event, const WriteCondition &writer,
                      const QDateTime &now)
{
    if (!writer.revision)
        return;
    database.run(
        "INSERT INTO setup_revision (event_id, client_id, revision, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (event_id, client_id) DO UPDATE SET revision = excluded.revision, at = excluded.at",
        event.value(), writer.clientId, *writer.revision, seconds(now));
    database.run("DELETE FROM setup_revision WHERE at < ?", seconds(now) - revisionLifetime);
}

StoredSetup write(Database &database, const EventId &event, const QJsonObject &row,
                  const WriteCondition &writer, const QDateTime &now)
{
    const StoredSetup setup{row, nextNumber(database, "setup_version"), false};
    database.run("INSERT INTO setup_process (event_id, row, version) VALUES (?, ?, ?)"
                 " ON CONFLICT (event_id) DO UPDATE SET row = excluded.row, version = excluded.version",
                 event.value(), jsonText(row), setup.version);
    rememberRevision(database, event, writer, now);
    refreshEventState(database, event.value());
    return setup;
}

} // namespace

std::optional<StoredSetup> readSetup(Database &database, const EventId &event)
{
    Statement select =
        database.prepare("SELECT row, version, published FROM setup_process WHERE event_id = ?");
    select.bindAll(event.value());
    if (!select.step())
        return std::nullopt;
    return StoredSetup{jsonObject(select.view(0)), select.integer(1), select.integer(2) != 0};
}

Expected<std::optional<StoredSetup>> SqliteSetupStore::find(const EventId &event)
{
    return m_connections.read([&](Database &database) { return readSetup(database, event); });
}

Expected<std::vector<EventId>> SqliteSetupStore::drafts()
{
    return m_connections.read([](Database &database) {
        Statement select =
            database.prepare("SELECT event_id FROM setup_process WHERE published = 0 ORDER BY event_id");
        std::vector<EventId> events;
        while (select.step())
            events.emplace_back(select.text(0));
        return events;
    });
}

Expected<StoredSetup> SqliteSetupStore::create(const EventId &event, const QJsonObject &row,
                                               const WriteCondition &writer, const QDateTime &now)
{
    return m_connections.write([&](Database &database) -> Expected<StoredSetup> {
        if (readSetup(database, event))
            return tl::make_unexpected(refusal(409, QStringLiteral("error.setup.exists")));
        return write(database, event, row, writer, now);
    });
}

Expected<StoredSetup> SqliteSetupStore::replace(const EventId &event, const QJsonObject &row,
                                                const WriteCondition &writer, const QDateTime &now)
{
    return m_connections.write([&](Database &database) -> Expected<StoredSetup> {
        const auto current = readSetup(database, event);
        if (!current)
            return tl::make_unexpected(refusal(404, QStringLiteral("error.setup.not_found")));
        if (writer.revision) {
            const auto newest = newestRevision(database, event, writer.clientId);
            if (newest && *writer.revision == *newest)
                return *current;
            if (newest && *writer.revision < *newest)
                return tl::make_unexpected(refusal(409, QStringLiteral("error.setup.stale")));
        }
        if (current->published)
            return tl::make_unexpected(refusal(409, QStringLiteral("error.setup.frozen")));
        if (writer.version && *writer.version != current->version) {
            Problem changed = refusal(412, QStringLiteral("error.setup.changed"));
            changed.body = {{QStringLiteral("current"), current->row},
                            {QStringLiteral("version"), current->version}};
            return tl::make_unexpected(changed);
        }
        return write(database, event, row, writer, now);
    });
}

Expected<void> SqliteSetupStore::remove(const EventId &event)
{
    return m_connections.write([&](Database &database) -> Expected<void> {
        const auto current = readSetup(database, event);
        if (!current)
            return tl::make_unexpected(refusal(404, QStringLiteral("error.setup.not_found")));
        if (current->published)
            return tl::make_unexpected(refusal(409, QStringLiteral("error.setup.frozen")));
        database.run("DELETE FROM setup_process WHERE event_id = ?", event.value());
        refreshEventState(database, event.value());
        return {};
    });
}

} // namespace groundswell::service
