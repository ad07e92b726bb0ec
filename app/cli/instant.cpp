#include "app/cli/instant.h"

#include "models/time/clock.h"
#include <QDateTime>

namespace groundswell::cli {

std::optional<std::int64_t> instantFromText(const QString &text, const QString &timeZone)
{
    const QTimeZone zone = zoneNamed(timeZone);
    const QString clean = text.trimmed();
    if (const QDate day = QDate::fromString(clean, Qt::ISODate); clean.size() == 10 && day.isValid())
        return day.startOfDay(zone).toSecsSinceEpoch();
    const QDateTime time = QDateTime::fromString(QString(clean).replace(u' ', u'T'), Qt::ISODateWithMs);
    if (clean.size() < 16 || !time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        return QDateTime(time.date(), time.time(), zone).toSecsSinceEpoch();
    return time.toSecsSinceEpoch();
}

} // namespace groundswell::cli
