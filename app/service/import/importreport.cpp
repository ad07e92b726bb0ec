#include "app/service/import/importreport.h"

#include <QJsonArray>

#include <numeric>

namespace groundswell::service {

namespace {

QJsonObject toJson(const RowCounts &counts)
{
    return {{u"added"_qs, static_cast<qint64>(counts.added)},
            {u"replaced"_qs, static_cast<qint64>(counts.replaced)},
            {u"unchanged"_qs, static_cast<qint64>(counts.unchanged)}};
}

} // namespace

QJsonObject FileFormat::toJson() const
{
    return {{u"encoding"_qs, encoding}, {u"delimiter"_qs, delimiter}};
}

QJsonObject RejectedRow::toJson() const
{
    return {{u"line"_qs, static_cast<qint64>(line)},
            {u"reason"_qs, reason},
            {u"column"_qs, column},
            {u"value"_qs, value}};
}

QJsonObject FileReport::toJson() const
{
    QJsonObject reasons;
    for (const auto &[reason, count] : rejectedByReason)
        reasons[QString::fromStdString(reason)] = static_cast<qint64>(count);
    QJsonArray firstOnes;
    for (const RejectedRow &row : examples)
        firstOnes << row.toJson();
    return {{u"kind"_qs, QString::fromLatin1(fileKindName(kind))},
            {u"file"_qs, path},
            {u"format"_qs, format.toJson()},
            {u"rows"_qs, static_cast<qint64>(rows)},
            {u"stored"_qs, static_cast<qint64>(stored())},
            {u"rejected"_qs, static_cast<qint64>(rejected)},
            {u"rejected_by_reason"_qs, reasons},
            {u"examples"_qs, firstOnes}};
}

std::int64_t ImportReport::rejected() const
{
    return std::accumulate(files.begin(), files.end(), std::int64_t{0},
                           [](std::int64_t sum, const FileReport &file) { return sum + file.rejected; });
}

QJsonObject ImportReport::toJson() const
{
    QJsonArray fileReports;
    for (const FileReport &file : files)
        fileReports << file.toJson();
    return {{u"files"_qs, fileReports},
            {u"events"_qs, service::toJson(events)},
            {u"customers"_qs, service::toJson(customers)},
            {u"sales"_qs, service::toJson(sales)},
            {u"derived_customers"_qs, static_cast<qint64>(derivedCustomers)},
            {u"anonymous_sales"_qs, static_cast<qint64>(anonymousSales)},
            {u"snapshot_id"_qs, snapshotId},
            {u"currency"_qs, currency},
            {u"time_zone"_qs, timeZone},
            {u"rejects_file"_qs, rejectsPath.isEmpty() ? QJsonValue() : QJsonValue(rejectsPath)},
            {u"notices"_qs, QJsonArray::fromStringList(notices)},
            {u"seconds"_qs, seconds}};
}

} // namespace groundswell::service
