#include "app/look/texts/importtext.h"

#include "app/look/texts/problemtext.h"
#include "app/look/texts/workspacetext.h"
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
    if (kind == "events"_L1)
        return {u"event_id"_s, u"title"_s, u"date"_s};
    if (kind == "sales"_L1)
        return {u"customer_id"_s, u"event_id"_s, u"purchase_datetime"_s};
    return {u"customer_id"_s};
}

QStringList ImportText::fields(const QString &kind)
{
    const QString rest = kind == "events"_L1 ? u"time venue hall capacity city country genre series artists "
                                               u"composers price currency on_sale_at latitude "
                                               "longitude"_s
        : kind == "sales"_L1
        ? u"invoice_number ticket_category quantity sales_price base_price currency"_s
        : u"email phone first_name last_name city zip country language birth_year consent_email consent_ads ad_opt_out"_s;
    return requiredFields(kind) + rest.split(u' ');
}

QString ImportText::field(const QString &name)
{
    const QHash<QString, QString> texts{
        {u"event_id"_s, Words::tr("Event number")},
        {u"title"_s, Words::tr("Title")},
        {u"date"_s, Words::tr("Date")},
        {u"time"_s, Words::tr("Time")},
        {u"venue"_s, Words::tr("Venue")},
        {u"hall"_s, Words::tr("Hall")},
        {u"capacity"_s, Words::tr("Seats")},
        {u"city"_s, Words::tr("City")},
        {u"country"_s, Words::tr("Country")},
        {u"genre"_s, Words::tr("Genre")},
        {u"series"_s, Words::tr("Series")},
        {u"artists"_s, Words::tr("Artists")},
        {u"composers"_s, Words::tr("Composers")},
        {u"price"_s, Words::tr("Ticket price")},
        {u"currency"_s, Words::tr("Currency")},
        {u"on_sale_at"_s, Words::tr("On sale since")},
        {u"latitude"_s, Words::tr("Latitude")},
        {u"longitude"_s, Words::tr("Longitude")},
        {u"customer_id"_s, Words::tr("Customer number")},
        {u"purchase_datetime"_s, Words::tr("Time of purchase")},
        {u"invoice_number"_s, Words::tr("Invoice number")},
        {u"ticket_category"_s, Words::tr("Ticket category")},
        {u"quantity"_s, Words::tr("Quantity")},
        {u"sales_price"_s, Words::tr("Price of the line")},
        {u"base_price"_s, Words::tr("Price before discount")},
        {u"email"_s, Words::tr("E-mail")},
        {u"phone"_s, Words::tr("Phone")},
        {u"first_name"_s, Words::tr("First name")},
        {u"last_name"_s, Words::tr("Last name")},
        {u"zip"_s, Words::tr("Postcode")},
        {u"language"_s, Words::tr("Language")},
        {u"birth_year"_s, Words::tr("Year of birth")},
        {u"consent_email"_s, Words::tr("Agreed to e-mail")},
        {u"consent_ads"_s, Words::tr("Agreed to ads")},
        {u"ad_opt_out"_s, Words::tr("Opted out")},
    };
    return texts.value(name, name);
}

} // namespace groundswell
