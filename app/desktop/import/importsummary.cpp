#include "app/desktop/import/importsummary.h"

#include "app/look/texts/importtext.h"
#include "models/items/format.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(groundswell::ImportSummary)
};

QString number(const QJsonValue &value)
{
    return format::number(std::optional(value.toInteger()));
}

QString changes(const QJsonObject &counts)
{
    return Words::tr("%1 new, %2 replaced, %3 unchanged")
        .arg(number(counts.value("added"_L1)), number(counts.value("replaced"_L1)),
             number(counts.value("unchanged"_L1)));
}

QString fileLines(const QJsonObject &file)
{
    QStringList lines{Words::tr("%1: %2 rows = %3 stored + %4 left out")
                          .arg(ImportText::kind(file.value("kind"_L1).toString()),
                               number(file.value("rows"_L1)), number(file.value("stored"_L1)),
                               number(file.value("rejected"_L1)))};
    const QJsonObject reasons = file.value("rejected_by_reason"_L1).toObject();
    for (auto reason = reasons.begin(); reason != reasons.end(); ++reason)
        lines.append(
            Words::tr("    %1 rows: %2").arg(number(reason.value()), ImportText::reason(reason.key())));
    return lines.join(u'\n');
}

} // namespace

qint64 importRejected(const QJsonObject &report)
{
    qint64 sum = 0;
    for (const QJsonValue &file : report.value("files"_L1).toArray())
        sum += file.toObject().value("rejected"_L1).toInteger();
    return sum;
}

QString importHeadline(const QJsonObject &report)
{
    qint64 stored = 0;
    for (const QJsonValue &file : report.value("files"_L1).toArray())
        stored += file.toObject().value("stored"_L1).toInteger();
    const qint64 rejected = importRejected(report);
    if (rejected == 0)
        return Words::tr("All %1 rows are stored.").arg(number(stored));
    return Words::tr("%1 rows are stored, %2 were left out.").arg(number(stored), number(rejected));
}

QString importDetails(const QJsonObject &report)
{
    QStringList lines;
    for (const QJsonValue &file : report.value("files"_L1).toArray())
        lines.append(fileLines(file.toObject()));
    lines.append(QString());
    for (const QString &kind : {u"events"_s, u"sales"_s, u"customers"_s})
        lines.append(Words::tr("%1: %2").arg(ImportText::kind(kind), changes(report.value(kind).toObject())));
    if (const QJsonValue derived = report.value("derived_customers"_L1); derived.toInteger() > 0)
        lines.append(Words::tr("%1 customers are known from sales only.").arg(number(derived)));
    if (const QJsonValue anonymous = report.value("anonymous_sales"_L1); anonymous.toInteger() > 0)
        lines.append(
            Words::tr("%1 sales are anonymous and count for their event only.").arg(number(anonymous)));
    if (report.value("notices"_L1).toArray().contains(u"consent_unknown"_s)) {
        lines.append(Words::tr(
            "The files don't say who agreed to be contacted; until a customer file does, your answer in "
            "Preferences holds."));
    }
    return lines.join(u'\n');
}

} // namespace groundswell
