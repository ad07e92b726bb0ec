#include "app/look/texts/importtext.h"

#include "app/look/texts/problemtext.h"
#include "app/look/texts/workspacetext.h"
#include "models/import/importfields.h"
#include "models/wave/local/importprogress.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(groundswell::ImportText)
};

/// %file is the file, %1 … the arguments in the order of the service's list.
QHash<QString, QString> problemTexts()
{
    return {
        {u"import.cannot_open"_s,
         Words::tr("“%file” can't be opened: %1. Check that it is there and that you may read it.")},
        {u"import.directory"_s, Words::tr("“%file” is a folder. Choose the CSV file in it.")},
        {u"import.empty"_s, Words::tr("“%file” is empty. Export it again, with a header line.")},
        {u"import.not_text"_s, Words::tr("“%file” isn't a CSV file. Save it as CSV and choose that one.")},
        {u"import.corrupt_gz"_s, Words::tr("“%file” is damaged or incomplete. Copy or pack it again.")},
        {u"import.read_failed"_s, Words::tr("“%file” couldn't be read to its end: %1.")},
        {u"import.no_rows"_s, Words::tr("“%file” has a header and no rows below it. Export it again.")},
        {u"import.missing_column"_s,
         Words::tr("“%file” has no column for “%1”, which is needed. Its columns are: %2. Say which of them "
                   "it is.")},
        {u"import.mapped_column"_s,
         Words::tr("“%file” has no column “%2”, which the mapping names for “%1”. Choose another one.")},
        {u"import.duplicate_column"_s,
         Words::tr(
             "“%file” has two columns “%1”. Rename one of them, so that it's clear which one is meant.")},
        {u"import.mapping"_s, Words::tr("The mapping is wrong at %1: expected %2.")},
        {u"import.mapping_field"_s, Words::tr("The mapping names a field “%2” that %1 don't have.")},
        {u"import.too_large"_s,
         Words::tr(
             "“%file” is too large for one import. Split it and import the parts one after the other.")},
        {u"import.time_zone"_s, Words::tr("There is no time zone “%1”. Choose one in Preferences.")},
        {u"import.currency"_s,
         Words::tr("“%1” is no currency. A code of three letters such as EUR is needed.")},
        {u"import.currency_conflict"_s,
         Words::tr("These files are in %1, the workspace is in %2. Amounts of two currencies can't be added "
                   "up: use a "
                   "workspace of its own for each.")},
        {u"import.rejects_file"_s, Words::tr("The file for rows left out, “%file”, can't be written: %1.")},
        {u"import.rejects_is_input"_s,
         Words::tr("The file for rows left out, “%file”, is one of the files to import. Choose another name "
                   "for it.")},
        {u"import.cancelled"_s, Words::tr("The import was cancelled. Nothing was changed.")},
        {u"error.store.full"_s, Words::tr("The disk is full. Nothing was changed.")},
    };
}

QString allRejected(const QStringList &arguments, const QString &file)
{
    return Words::tr("None of the %1 rows of “%2” could be used. Line %3 (%4 “%5”): %6. Nothing was changed; "
                     "check which "
                     "column is which.")
        .arg(arguments.value(0), file, arguments.value(2), arguments.value(3), arguments.value(4),
             ImportText::reason(arguments.value(1)));
}

std::span<const ImportField> fieldsOf(const QString &kind)
{
    const std::optional<FileKind> known = fileKindNamed(kind);
    return known ? importFields(*known) : std::span<const ImportField>();
}

const ImportField *fieldNamed(const QString &kind, const QString &name)
{
    const std::optional<FileKind> known = fileKindNamed(kind);
    return known ? importField(*known, name) : nullptr;
}

/// A text that the table of fields marks for translation with the context of this file.
QString translated(const char *text)
{
    return QCoreApplication::translate("groundswell::ImportText", text);
}

} // namespace

QString ImportText::problem(const ImportProblem &problem)
{
    const QString &id = problem.messageId;
    const QString file = QDir::toNativeSeparators(problem.file);
    const QStringList &arguments = problem.arguments;
    if (id == "import.all_rejected"_L1)
        return allRejected(arguments, file);
    QString text = problemTexts().value(id);
    Problem fault;
    fault.messageKey = id;
    if (const auto ofWorkspace = WorkspaceText::of(fault); ofWorkspace && text.isEmpty())
        return ofWorkspace->reason + u' ' + ofWorkspace->advice;
    if (text.isEmpty())
        return Words::tr("The import failed (%1). Nothing was changed.").arg(id);
    for (qsizetype i = arguments.size(); i > 0; --i)
        text.replace(u'%' + QString::number(i), arguments.at(i - 1));
    return text.replace("%file"_L1, file);
}

QString ImportText::problem(const QString &whatHappened, const Problem &problem)
{
    const auto reason = ImportProblem::in(problem);
    return reason ? ImportText::problem(*reason) : problemText(whatHappened, problem);
}

QString ImportText::reason(const QString &id)
{
    const QHash<QString, QString> texts{
        {u"value.missing"_s, Words::tr("a value is missing where one is needed")},
        {u"value.number"_s, Words::tr("a value is no whole number")},
        {u"value.money"_s, Words::tr("a value is no amount of money")},
        {u"value.boolean"_s, Words::tr("a value is neither yes nor no")},
        {u"value.date"_s, Words::tr("a value is no date")},
        {u"value.time"_s, Words::tr("a value is no time of day")},
        {u"value.date_impossible"_s, Words::tr("the day is in no calendar")},
        {u"value.range"_s, Words::tr("a value is far outside of what is possible")},
        {u"value.too_long"_s, Words::tr("a value is far too long")},
        {u"event.unknown"_s, Words::tr("the event isn't known")},
        {u"customer.anonymous"_s, Words::tr("it stands for nobody in particular")},
        {u"currency.other"_s, Words::tr("it is in another currency than the workspace")},
        {u"row.column_count"_s, Words::tr("it has more or fewer columns than the header")},
        {u"row.quote"_s, Words::tr("a quotation mark isn't closed or doubled")},
    };
    return texts.value(id, id);
}

QString ImportText::kind(const QString &kind)
{
    if (kind == "events"_L1)
        return Words::tr("Events");
    return kind == "sales"_L1 ? Words::tr("Sales") : Words::tr("Customers");
}

QStringList ImportText::requiredFields(const QString &kind)
{
    QStringList names;
    for (const ImportField &field : fieldsOf(kind)) {
        if (field.isRequired)
            names.append(QLatin1StringView(field.name));
    }
    return names;
}

QStringList ImportText::fields(const QString &kind)
{
    QStringList names = requiredFields(kind);
    for (const ImportField &field : fieldsOf(kind)) {
        if (!field.isRequired)
            names.append(QLatin1StringView(field.name));
    }
    return names;
}

QString ImportText::field(const QString &kind, const QString &name)
{
    const ImportField *field = fieldNamed(kind, name);
    return field ? translated(field->label) : name;
}

QString ImportText::help(const QString &kind, const QString &name)
{
    const ImportField *field = fieldNamed(kind, name);
    if (!field)
        return name;
    return Words::tr("%1 For instance: %2").arg(translated(field->help), QString::fromUtf8(field->example));
}

} // namespace groundswell
