#include "app/cli/importtext.h"

#include "app/cli/workspaceaccess.h"

#include <QHash>
#include <QRegularExpression>

namespace groundswell::cli {

using namespace service;

namespace {

/// %file is the path, %1 … the arguments in the order of importproblem.h.
const QHash<QString, QString> &problemTexts()
{
    static const QHash<QString, QString> texts{
        {u"import.cannot_open"_qs,
         u"\"%file\" can't be opened: %1. Check the path and that you may read it."_qs},
        {u"import.directory"_qs, u"\"%file\" is a folder. Name the CSV file in it."_qs},
        {u"import.empty"_qs, u"\"%file\" is empty. Export it again, with a header line."_qs},
        {u"import.not_text"_qs,
         u"\"%file\" isn't a CSV file (it looks like: %1). Save it as CSV and import that."_qs},
        {u"import.corrupt_gz"_qs,
         u"\"%file\" is damaged or incomplete as a gzip file. Copy or pack it again."_qs},
        {u"import.read_failed"_qs, u"\"%file\" could not be read to its end: %1."_qs},
        {u"import.no_rows"_qs, u"\"%file\" has a header and no rows below it. Export it again."_qs},
        {u"import.missing_column"_qs,
         u"\"%file\" has no column for %1, which is needed. Its columns are: %2. Rename one, or name it in a --map file."_qs},
        {u"import.mapped_column"_qs,
         u"\"%file\" has no column \"%2\", which the mapping names for %1. Its columns are: %3. Correct the mapping."_qs},
        {u"import.duplicate_column"_qs,
         u"\"%file\" has two columns \"%1\". Rename one of them, so that it's clear which one is meant."_qs},
        {u"import.mapping"_qs, u"The mapping \"%file\" is wrong at %1: expected %2."_qs},
        {u"import.mapping_field"_qs, u"The mapping \"%file\" names a field \"%2\" that %1 don't have."_qs},
        {u"import.too_large"_qs,
         u"\"%file\" is too large for one import. Split it and import the parts one after the other."_qs},
        {u"import.time_zone"_qs, u"There is no time zone \"%1\". Use a name such as Europe/Berlin."_qs},
        {u"import.currency"_qs, u"\"%1\" is no currency. Use a code of three letters such as EUR."_qs},
        {u"import.currency_conflict"_qs,
         u"These files are in %1, the workspace is in %2. Amounts of two currencies can't be added up: use a workspace of its own for each."_qs},
        {u"import.rejects_file"_qs, u"The rejects file \"%file\" can't be written: %1."_qs},
        {u"import.rejects_is_input"_qs,
         u"The rejects file \"%file\" is one of the files to import. Choose another name for it."_qs},
        {u"import.cancelled"_qs, u"The import was cancelled. Nothing was changed."_qs},
        {u"error.store.full"_qs, u"The disk is full. Nothing was changed: %1."_qs},
    };
    return texts;
}

/// In one pass: what stands in an argument is never taken for a placeholder.
QString filledIn(const QString &text, const QStringList &arguments, const QString &file)
{
    static const QRegularExpression placeholder(QStringLiteral("%(file|[1-9])"));
    QString result;
    qsizetype end = 0;
    for (const QRegularExpressionMatch &match : placeholder.globalMatch(text)) {
        result += QStringView(text).mid(end, match.capturedStart() - end);
        const QString name = match.captured(1);
        result += name == QLatin1StringView("file") ? file : arguments.value(name.toInt() - 1);
        end = match.capturedEnd();
    }
    return result + QStringView(text).mid(end);
}

QString counts(const QString &name, const RowCounts &of)
{
    return QStringLiteral("  %1: %2 new, %3 replaced, %4 unchanged\n")
        .arg(name)
        .arg(of.added)
        .arg(of.replaced)
        .arg(of.unchanged);
}

QString place(const QString &column, const QString &value)
{
    if (column.isEmpty())
        return {};
    return value.isEmpty() ? QStringLiteral("%1 ").arg(column)
                           : QStringLiteral("%1 \"%2\" ").arg(column, value);
}

QString fileText(const FileReport &file)
{
    QString text = QStringLiteral("%1 (%2, %3): %4 rows = %5 stored + %6 rejected\n")
                       .arg(file.path, QString::fromLatin1(fileKindName(file.kind)), file.format.encoding)
                       .arg(file.rows)
                       .arg(file.stored())
                       .arg(file.rejected);
    for (const auto &[reason, count] : file.rejectedByReason) {
        const QString id = QString::fromStdString(reason);
        text += QStringLiteral("  %1 rejected: the row %2\n").arg(count).arg(reasonWording(id));
    }
    for (const RejectedRow &row : file.examples)
        text += QStringLiteral("  line %1: %2%3\n")
                    .arg(row.line)
                    .arg(place(row.column, row.value), reasonWording(row.reason));
    return text;
}

} // namespace

QString reasonWording(const QString &reason)
{
    static const QHash<QString, QString> texts{
        {u"value.missing"_qs, u"has no value where one is needed"_qs},
        {u"value.number"_qs, u"has a value that is no whole number"_qs},
        {u"value.money"_qs, u"has a value that is no amount of money"_qs},
        {u"value.boolean"_qs, u"has a value that is neither yes nor no"_qs},
        {u"value.date"_qs, u"has a value that is no date"_qs},
        {u"value.time"_qs, u"has a value that is no time of day"_qs},
        {u"value.date_impossible"_qs, u"names a day that no calendar has"_qs},
        {u"value.range"_qs, u"has a value far outside of what is possible"_qs},
        {u"value.too_long"_qs, u"has a value that is far too long"_qs},
        {u"event.unknown"_qs, u"names an event that isn't known"_qs},
        {u"customer.anonymous"_qs, u"stands for nobody in particular"_qs},
        {u"currency.other"_qs, u"is in another currency than the workspace"_qs},
        {u"row.column_count"_qs, u"has more or fewer columns than the header"_qs},
        {u"row.quote"_qs, u"has a quotation mark that isn't closed or doubled"_qs},
    };
    return texts.value(reason, reason);
}

QString wording(const ImportProblem &problem)
{
    if (problem.messageId == QLatin1StringView("import.all_rejected")) {
        return QStringLiteral("None of the %1 rows of \"%2\" could be used. In line %3: %4%5. Nothing was "
                              "changed; check "
                              "the columns, or name them in a --map file.")
            .arg(problem.arguments.value(0), problem.file, problem.arguments.value(2),
                 place(problem.arguments.value(3), problem.arguments.value(4)),
                 reasonWording(problem.arguments.value(1)));
    }
    const QString text = problemTexts().value(problem.messageId);
    if (text.isEmpty() && problem.messageId.startsWith(QLatin1StringView("error.store."))
        && problem.messageId != QLatin1StringView("error.store.failed")) {
        Problem fault;
        fault.messageKey = problem.messageId;
        return describe(fault);
    }
    if (text.isEmpty())
        return QStringLiteral("The workspace could not be changed (%1: %2).")
            .arg(problem.messageId, problem.arguments.join(QStringLiteral(", ")));
    return filledIn(text, problem.arguments, problem.file);
}

QString wording(const ImportReport &report)
{
    QString text;
    for (const FileReport &file : report.files)
        text += fileText(file);
    text += QStringLiteral("In the workspace (%1, %2):\n").arg(report.currency, report.timeZone);
    text += counts(QStringLiteral("events"), report.events)
        + counts(QStringLiteral("customers"), report.customers)
        + counts(QStringLiteral("sales"), report.sales);
    if (report.derivedCustomers > 0)
        text += QStringLiteral("  %1 customers are known from sales only\n").arg(report.derivedCustomers);
    if (report.anonymousSales > 0)
        text += QStringLiteral("  %1 sales are anonymous and count for their event only\n")
                    .arg(report.anonymousSales);
    if (report.notices.contains(QStringLiteral("consent_unknown")))
        text += QStringLiteral(
            "  The files don't say who agreed to be contacted. Until a customers file with consent_email "
            "and consent_ads does, the workspace's own setting holds.\n");
    if (!report.rejectsPath.isEmpty() && report.rejected() > 0)
        text += QStringLiteral("  Rejected rows: %1\n").arg(report.rejectsPath);
    return text + QStringLiteral("Done in %1 s.").arg(report.seconds, 0, 'f', 1);
}

} // namespace groundswell::cli
