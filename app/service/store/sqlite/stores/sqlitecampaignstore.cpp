#include "app/service/store/sqlite/stores/sqlitecampaignstore.h"

#include "app/service/store/refusal.h"
#include "app/service/store/sqlite/stores/rowjson.h"
#include "app/service/store/sqlite/stores/sqlitesettingsstore.h"
#include "app/service/store/sqlite/stores/sqlitesetupstore.h"

namespace groundswell::service {

namespace {

const QString taskPrefix = QStringLiteral("task_");

/// Reads back a row that this store wrote itself; if that fails, the file is damaged.
Campaign campaignOf(std::string_view row, const QString &currency)
{
    auto campaign = Campaign::fromJson(jsonObject(row), currency);
    if (!campaign)
        throw SqlError(0, "a stored campaign can't be read: " + campaign.error().detail.toStdString());
    return std::move(*campaign);
}

std::vector<Campaign> read(Database &database, const std::optional<EventId> &event)
{
    const QString currency = readOrganiser(database).currency;
    Statement select = database.prepare("SELECT row FROM campaign WHERE closed = 0"
                                        " AND (?1 IS NULL OR event_id = ?1) ORDER BY event_id, position");
    select.bindAll(event ? std::optional(event->value()) : std::nullopt);
    std::vector<Campaign> campaigns;
    while (select.step())
        campaigns.push_back(campaignOf(select.view(0), currency));
    return campaigns;
}

void write(Database &database, const Campaign &campaign)
{
    database.run("UPDATE campaign SET row = ?, status = ? WHERE event_id = ? AND tc = ? AND tc_run_id = ?",
                 jsonText(campaign.toJson()), campaign.status.wire(), campaign.eid.value(),
                 campaign.cluster.tc.value(), campaign.cluster.tcRunId);
}

/// Creates a campaign; one that an earlier reset closed gives way.
Campaign insert(Database &database, NewCampaign &&fresh)
{
    Campaign &campaign = fresh.campaign;
    campaign.audienceId = QStringLiteral("aud_%1").arg(nextNumber(database, "audience"));
    database.run("INSERT INTO campaign_audience (audience_id, members) VALUES (?, ?)", campaign.audienceId,
                 fresh.members ? std::optional(packIds(*fresh.members)) : std::nullopt);
    database.run("INSERT OR REPLACE INTO campaign (event_id, tc, tc_run_id, position, status, row)"
                 " VALUES (?, ?, ?, ?, ?, ?)",
                 campaign.eid.value(), campaign.cluster.tc.value(), campaign.cluster.tcRunId,
                 nextNumber(database, "campaign"), campaign.status.wire(), jsonText(campaign.toJson()));
    return std::move(campaign);
}

bool isPaused(Database &database, const EventId &event)
{
    Statement select = database.prepare("SELECT client_campaign_status = 'PAUSED' FROM event WHERE id = ?");
    select.bindAll(event.value());
    return select.step() && select.integer(0) != 0;
}

TaskRecord taskOf(const Statement &row)
{
    return {taskPrefix + QString::number(row.integer(0)), row.text(1), timeOf(row.integer(2))};
}

} // namespace

Expected<std::vector<Campaign>> SqliteCampaignStore::publish(const EventId &event, qint64 version,
                                                             std::vector<NewCampaign> campaigns,
                                                             const QDateTime &)
{
    return m_connections.write([&](Database &database) -> Expected<std::vector<Campaign>> {
        const auto setup = readSetup(database, event);
        if (!setup)
            return tl::make_unexpected(refusal(404, QStringLiteral("error.setup.not_found")));
        if (setup->published)
            return tl::make_unexpected(refusal(409, QStringLiteral("error.setup.published")));
        if (setup->version != version)
            return tl::make_unexpected(refusal(409, QStringLiteral("error.setup.changed")));
        std::vector<Campaign> created;
        for (NewCampaign &campaign : campaigns)
            created.push_back(insert(database, std::move(campaign)));
        database.run("UPDATE setup_process SET published = 1 WHERE event_id = ?", event.value());
        database.run("UPDATE event SET client_campaign_status = 'RUNNING' WHERE id = ?", event.value());
        refreshEventState(database, event.value());
        return created;
    });
}

Expected<Campaign> SqliteCampaignStore::add(NewCampaign campaign, const QDateTime &)
{
    return m_connections.write([&](Database &database) -> Expected<Campaign> {
        const Campaign &wanted = campaign.campaign;
        const auto setup = readSetup(database, wanted.eid);
        if (!setup || !setup->published)
            return tl::make_unexpected(refusal(409, QStringLiteral("error.setup.not_published")));
        for (const Campaign &present : read(database, wanted.eid)) {
            if (present.cluster == wanted.cluster)
                return tl::make_unexpected(refusal(409, QStringLiteral("error.campaign.exists")));
        }
        const EventId event = wanted.eid;
        if (isPaused(database, event))
            campaign.campaign.status = CampaignStatus::Paused;
        Campaign created = insert(database, std::move(campaign));
        refreshEventState(database, event.value());
        return created;
    });
}

Expected<std::vector<Campaign>> SqliteCampaignStore::ofEvent(const EventId &event)
{
    return m_connections.read([&](Database &database) { return read(database, event); });
}

Expected<std::vector<Campaign>> SqliteCampaignStore::all()
{
    return m_connections.read([](Database &database) { return read(database, std::nullopt); });
}

Expected<Campaign> SqliteCampaignStore::change(const EventId &event, const ClusterRef &cluster,
                                               const Change &change)
{
    return m_connections.write([&](Database &database) -> Expected<Campaign> {
        for (Campaign &campaign : read(database, event)) {
            if (campaign.cluster != cluster)
                continue;
            if (auto changed = change(campaign); !changed)
                return tl::make_unexpected(changed.error());
            write(database, campaign);
            refreshEventState(database, event.value());
            return std::move(campaign);
        }
        return tl::make_unexpected(refusal(404, QStringLiteral("error.campaign.not_found")));
    });
}

Expected<std::vector<Campaign>> SqliteCampaignStore::changeAll(const EventId &event, const ChangeAll &change)
{
    return m_connections.write([&](Database &database) -> Expected<std::vector<Campaign>> {
        auto campaigns = read(database, event);
        if (campaigns.empty())
            return tl::make_unexpected(refusal(404, QStringLiteral("error.campaign.not_found")));
        if (auto changed = change(campaigns); !changed)
            return tl::make_unexpected(changed.error());
        for (const Campaign &campaign : campaigns)
            write(database, campaign);
        refreshEventState(database, event.value());
        return campaigns;
    });
}

Expected<TaskRecord> SqliteCampaignStore::setCampaignRunState(const EventId &event,
                                                              groundswell::CampaignRunState state,
                                                              const QDateTime &now)
{
    return m_connections.write([&](Database &database) -> Expected<TaskRecord> {
        const bool pause = state == groundswell::CampaignRunState::Paused;
        database.run("UPDATE event SET client_campaign_status = ? WHERE id = ?", pause ? "PAUSED" : "RUNNING",
                     event.value());
        if (database.changes() == 0)
            return tl::make_unexpected(refusal(404, QStringLiteral("error.event.not_found")));
        for (Campaign &campaign : read(database, event)) {
            if (campaign.status.is(CampaignStatus::Ignored) || campaign.status.is(CampaignStatus::Completed))
                continue;
            campaign.status = pause ? CampaignStatus::Paused : CampaignStatus::ReadyForHandover;
            write(database, campaign);
        }
        refreshEventState(database, event.value());
        database.run("INSERT INTO task (event_id, state, created_at) VALUES (?, 'SUCCESS', ?)", event.value(),
                     seconds(now));
        return TaskRecord{taskPrefix + QString::number(database.lastInsertId()), QStringLiteral("SUCCESS"),
                          now};
    });
}

Expected<void> SqliteCampaignStore::reset(const EventId &event, const QDateTime &)
{
    return m_connections.write([&](Database &database) -> Expected<void> {
        if (!readSetup(database, event))
            return tl::make_unexpected(refusal(404, QStringLiteral("error.setup.not_found")));
        database.run("UPDATE campaign SET closed = 1 WHERE event_id = ?", event.value());
        // A new version: a client that holds the published row's tag must read the draft again.
        database.run("UPDATE setup_process SET published = 0, version = ? WHERE event_id = ?",
                     nextNumber(database, "setup_version"), event.value());
        refreshEventState(database, event.value());
        return {};
    });
}

Expected<CampaignCounts> SqliteCampaignStore::counts()
{
    return m_connections.read([](Database &database) {
        Statement select =
            database.prepare("SELECT count(*), coalesce(sum(status = 'RUNNING'), 0),"
                             " coalesce(sum(status IN ('READY_FOR_HANDOVER', 'PAUSED')), 0),"
                             " coalesce(sum(status = 'COMPLETED'), 0),"
                             " coalesce(sum(status = 'IGNORED'), 0) FROM campaign WHERE closed = 0");
        select.step();
        const auto count = [&](int column) { return static_cast<int>(select.integer(column)); };
        return CampaignCounts{count(0), count(1), count(2), count(3), count(4)};
    });
}

Expected<std::optional<std::vector<std::string>>> SqliteCampaignStore::members(const QString &audienceId)
{
    return m_connections.read([&](Database &database) -> std::optional<std::vector<std::string>> {
        Statement select = database.prepare("SELECT members FROM campaign_audience WHERE audience_id = ?");
        select.bindAll(audienceId);
        if (!select.step() || select.isNull(0))
            return std::nullopt;
        return unpackIds(select.blob(0));
    });
}

Expected<std::optional<TaskRecord>> SqliteCampaignStore::task(const QString &id)
{
    return m_connections.read([&](Database &database) -> std::optional<TaskRecord> {
        bool ok = false;
        const qint64 number = id.mid(taskPrefix.size()).toLongLong(&ok);
        if (!ok || !id.startsWith(taskPrefix))
            return std::nullopt;
        Statement select = database.prepare("SELECT no, state, created_at FROM task WHERE no = ?");
        select.bindAll(number);
        return select.step() ? std::optional(taskOf(select)) : std::nullopt;
    });
}

Expected<std::optional<TaskRecord>> SqliteCampaignStore::lastTask(const EventId &event)
{
    return m_connections.read([&](Database &database) -> std::optional<TaskRecord> {
        Statement select = database.prepare("SELECT no, state, created_at FROM task WHERE event_id = ?"
                                            " ORDER BY no DESC LIMIT 1");
        select.bindAll(event.value());
        return select.step() ? std::optional(taskOf(select)) : std::nullopt;
    });
}

} // namespace groundswell::service
