#include "app/net/rest/retryafter.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace groundswell {

namespace {

constexpr qint64 longestPause = 3600; // seconds; a server that asks for more is asked again before

QDateTime momentOf(int year, const QString &month, int day, const QString &time)
{
    static const QStringList months{QStringLiteral("Jan"), QStringLiteral("Feb"), QStringLiteral("Mar"),
                                    QStringLiteral("Apr"), QStringLiteral("May"), QStringLiteral("Jun"),
                                    QStringLiteral("Jul"), QStringLiteral("Aug"), QStringLiteral("Sep"),
                                    QStringLiteral("Oct"), QStringLiteral("Nov"), QStringLiteral("Dec")};
    const QDate date(year, static_cast<int>(months.indexOf(month)) + 1, day);
    const QTime clock = QTime::fromString(time, QStringLiteral("HH:mm:ss"));
    if (!clock.isValid()) // otherwise QDateTime would take midnight
        return {};
    return QDateTime(date, clock, QTimeZone::utc());
}

// "Two-digit years that appear more than fifty years in the future are in the past" (RFC 9110, 5.6.7).
int fullYear(int twoDigits, const QDateTime &now)
{
    const int thisYear = now.toUTC().date().year();
    const int year = thisYear - thisYear % 100 + twoDigits;
    return year > thisYear + 50 ? year - 100 : year;
}

} // namespace

// Written by hand: Qt::RFC2822Date doesn't know "GMT", and a format with names of months depends on a locale.
std::optional<QDateTime> httpDate(const QByteArray &text, const QDateTime &now)
{
    static const QRegularExpression fixDate(
        QStringLiteral("^[A-Z][a-z]{2}, (\\d{2}) ([A-Z][a-z]{2}) (\\d{4}) (\\d{2}:\\d{2}:\\d{2}) GMT$"));
    static const QRegularExpression rfc850(
        QStringLiteral("^[A-Z][a-z]+, (\\d{2})-([A-Z][a-z]{2})-(\\d{2}) (\\d{2}:\\d{2}:\\d{2}) GMT$"));
    static const QRegularExpression asctime(
        QStringLiteral("^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \\d]\\d) (\\d{2}:\\d{2}:\\d{2}) (\\d{4})$"));
    const QString written = QString::fromLatin1(text.trimmed());
    QDateTime moment;
    if (const auto match = fixDate.match(written); match.hasMatch()) {
        moment = momentOf(match.captured(3).toInt(), match.captured(2), match.captured(1).toInt(),
                          match.captured(4));
    } else if (const auto older = rfc850.match(written); older.hasMatch()) {
        moment = momentOf(fullYear(older.captured(3).toInt(), now), older.captured(2),
                          older.captured(1).toInt(), older.captured(4));
    } else if (const auto oldest = asctime.match(written); oldest.hasMatch()) {
        moment = momentOf(oldest.captured(4).toInt(), oldest.captured(1),
                          oldest.captured(2).trimmed().toInt(), oldest.captured(3));
    }
    return moment.isValid() ? std::optional(moment) : std::nullopt;
}

std::optional<std::chrono::seconds> retryAfterOf(const QByteArray &header, const QDateTime &now)
{
    const QByteArray text = header.trimmed();
    static const QRegularExpression number(QStringLiteral("^-?\\d+$"));
    qint64 seconds = 0;
    if (number.match(QString::fromLatin1(text)).hasMatch()) {
        bool fits = false;
        seconds = text.toLongLong(&fits);
        if (!fits) // more seconds than anybody can count
            seconds = text.startsWith('-') ? 0 : longestPause;
    } else if (const auto date = httpDate(text, now)) {
        seconds = now.secsTo(*date);
    } else {
        return std::nullopt;
    }
    return std::chrono::seconds(std::clamp<qint64>(seconds, 0, longestPause));
}

} // namespace groundswell
