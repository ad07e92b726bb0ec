#include "app/desktop/import/importsummary.h"

#include "app/look/texts/importtext.h"
#include "models/items/format.h"
#include "models/wave/local/importprogress.h"
#include "models/wave/local/importrequest.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(groundswell::ImportSummary)
};

QString number(qint64 value)
{
    return format::number(std::optional(value));
}

QString changes(const RowCounts &counts)
{
    return Words::tr("%1 new, %2 replaced, %3 unchanged")
        .arg(number(counts.added), number(counts.replaced), number(counts.unchanged));
}

QString fileLines(const ImportedFile &file)
{
    QStringList lines{
        Words::tr("%1: %2 rows = %3 stored + %4 left out")
            .arg(ImportText::kind(file.kind), number(file.rows), number(file.stored), number(file.rejected))};
    for (auto reason = file.rejectedByReason.begin(); reason != file.rejectedByReason.end(); ++reason)
        lines.append(
            Words::tr("    %1 rows: %2").arg(number(reason.value()), ImportText::reason(reason.key())));
    return lines.join(u'\n');
}

} // namespace

QString importHeadline(const ImportReport &report)
{
    if (report.rejected() == 0)
        return Words::tr("All %1 rows are stored.").arg(number(report.stored()));
    return Words::tr("%1 rows are stored, %2 were left out.")
        .arg(number(report.stored()), number(report.rejected()));
}

QString importDetails(const ImportReport &report)
{
    QStringList lines;
    for (const ImportedFile &file : report.files)
        lines.append(fileLines(file));
    lines.append(QString());
    for (const QString &kind : importKinds())
        lines.append(Words::tr("%1: %2").arg(ImportText::kind(kind), changes(report.counts.value(kind))));
    if (report.derivedCustomers > 0)
        lines.append(
            Words::tr("%1 customers are known from sales only.").arg(number(report.derivedCustomers)));
    if (report.anonymousSales > 0)
        lines.append(Words::tr("%1 sales are anonymous and count for their event only.")
                         .arg(number(report.anonymousSales)));
    if (report.notices.contains(u"consent_unknown"_s)) {
        lines.append(Words::tr(
            "The files don't say who agreed to be contacted; until a customer file does, your answer in "
            "Preferences holds."));
    }
    return lines.join(u'\n');
}

} // namespace groundswell
