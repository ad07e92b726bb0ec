#include "app/service/store/sqlite/stores/eventfilter.h"

#include "app/service/store/searchtext.h"
#include "models/time/clock.h"

namespace groundswell::service {

namespace {

class Builder {
public:
    void add(const std::string &condition)
    {
        m_result.where += m_result.where.empty() ? " WHERE " : " AND ";
        m_result.where += condition;
    }
    template <class T> void add(const std::string &condition, const T &parameter)
    {
        add(condition);
        m_result.parameters.emplace_back(parameter);
    }
    void addOneOf(const std::string &column, const QStringList &values)
    {
        if (values.isEmpty())
            return;
        std::string marks;
        for (const QString &value : values) {
            marks += marks.empty() ? "?" : ", ?";
            m_result.parameters.emplace_back(value);
        }
        add(column + " IN (" + marks + ")");
    }
    [[nodiscard]] EventConditions take() { return std::move(m_result); }

private:
    EventConditions m_result;
};

std::int64_t startOfDay(const QDate &day, const QTimeZone &zone)
{
    return day.startOfDay(zone).toSecsSinceEpoch();
}

} // namespace

int EventConditions::bindTo(Statement &statement) const
{
    int index = 0;
    for (const auto &parameter : parameters)
        std::visit([&](const auto &value) { statement.bind(++index, value); }, parameter);
    return index + 1;
}

EventConditions conditionsOf(const EventFilter &filter, const QString &timeZone)
{
    const EventQuery &query = filter.query;
    const QTimeZone zone = zoneNamed(timeZone);
    Builder builder;
    for (const QString &word : searchWords(query.search))
        builder.add("instr(search, ?) > 0", word);
    if (query.since.isValid())
        builder.add("starts_at >= ?", startOfDay(query.since, zone));
    if (query.until.isValid())
        builder.add("starts_at < ?", startOfDay(query.until.addDays(1), zone));
    builder.addOneOf("city", query.cities);
    builder.addOneOf("venue", filter.venues);
    builder.addOneOf("frontend_status", query.frontendStatuses);
    if (!query.includeArchived && query.frontendStatuses.isEmpty())
        builder.add("frontend_status <> 'HIDDEN'");
    if (!filter.status.isEmpty())
        builder.add("status = ?", filter.status);
    else if (!query.includeArchived)
        builder.add("status <> 'archived'");
    if (filter.flagged)
        builder.add(*filter.flagged ? "frontend_status = 'FLAGGED'" : "frontend_status <> 'FLAGGED'");
    // Without campaigns, an event is open until it begins.
    const std::int64_t now = filter.now.toSecsSinceEpoch();
    if (query.campaignStatus == u"OPEN")
        builder.add("campaign_status = '' AND over_at >= ?", now);
    else if (query.campaignStatus == u"CLOSED")
        builder.add("(campaign_status = 'CLOSED' OR campaign_status = '' AND over_at < ?)", now);
    else if (!query.campaignStatus.isEmpty())
        builder.add("campaign_status = ?", query.campaignStatus);
    if (query.onlyWithCampaigns)
        builder.add("campaign_status <> ''");
    return builder.take();
}

} // namespace groundswell::service
