#include "models/wave/isodate.h"

#include <QRegularExpression>

namespace groundswell {

QDate isoDate(QStringView text)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9]{4}-[0-9]{2}-[0-9]{2}\\z"));
    return form.match(text).hasMatch() ? QDate::fromString(text, Qt::ISODate) : QDate();
}

QDateTime isoDateTime(QStringView text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A[0-9]{4}-[0-9]{2}-[0-9]{2}"
                       "(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?"
                       "(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?\\z"));
    return form.match(text).hasMatch() ? QDateTime::fromString(text, Qt::ISODateWithMs) : QDateTime();
}

} // namespace groundswell
