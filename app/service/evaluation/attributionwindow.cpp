#include "app/service/evaluation/purchasecounts.h"

#include <QTimeZone>

#include <algorithm>

namespace groundswell::service {

namespace {

/// First instant of a calendar day. Not always 00:00: some zones put their clocks forward at midnight.
std::optional<std::int64_t> startOfDay(QDate day, const QTimeZone &zone)
{
    const QDateTime start = day.startOfDay(zone);
    if (!start.isValid())
        return std::nullopt;
    return start.toSecsSinceEpoch();
}

std::optional<QTimeZone> zoneNamed(std::string_view name)
{
    if (name.empty())
        return std::nullopt;
    const QTimeZone zone(QByteArray(name.data(), static_cast<qsizetype>(name.size())));
    if (!zone.isValid())
        return std::nullopt;
    return zone;
}

} // namespace

std::optional<AttributionWindow> attributionWindow(QDate sentDate, int days, std::string_view timeZone)
{
    const auto zone = zoneNamed(timeZone);
    if (!zone || !sentDate.isValid() || days < 1)
        return std::nullopt;
    const auto from = startOfDay(sentDate, *zone);
    const auto to = startOfDay(sentDate.addDays(days), *zone);
    if (!from || !to)
        return std::nullopt;
    return AttributionWindow{*from, *to};
}

int daysElapsed(QDate sentDate, int days, std::string_view timeZone, std::int64_t nowUtc)
{
    const auto zone = zoneNamed(timeZone);
    if (!zone || !sentDate.isValid() || days < 1)
        return 0;
    const QDate today = QDateTime::fromSecsSinceEpoch(nowUtc, *zone).date();
    return static_cast<int>(std::clamp<qint64>(sentDate.daysTo(today) + 1, 0, days));
}

bool windowIsOver(const AttributionWindow &window, std::int64_t nowUtc)
{
    return nowUtc >= window.to;
}

} // namespace groundswell::service
