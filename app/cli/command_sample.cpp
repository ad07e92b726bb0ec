#include "app/cli/command_sample.h"

#include "app/cli/commandline.h"
#include "app/cli/commands.h"
#include "app/service/sample/samplegenerator.h"

#include <QDir>

namespace groundswell::cli {

namespace {

/// Sizes beyond these are slips of the pen, and would fill the disk before anybody notices.
constexpr qint64 mostCustomers = 20'000'000;
constexpr qint64 mostPurchases = 100'000'000;
constexpr qint64 mostEvents = 99'999;

bool readSize(const CommandLine &line, const char *name, qint64 most, int &size)
{
    const QString option = QString::fromLatin1(name);
    if (!line.isSet(option))
        return true;
    const auto value = line.number(option, 1);
    if (!value)
        return false;
    if (*value > most) {
        printError(QStringLiteral("--%1 can be %2 at most.").arg(option).arg(most));
        return false;
    }
    size = static_cast<int>(*value);
    return true;
}

bool readOptions(const CommandLine &line, service::SampleOptions &options)
{
    if (!readSize(line, "customers", mostCustomers, options.customers)
        || !readSize(line, "purchases", mostPurchases, options.purchases)
        || !readSize(line, "events", mostEvents, options.events))
        return false;
    if (line.isSet(QStringLiteral("seed"))) {
        const auto seed = line.number(QStringLiteral("seed"), 0);
        if (!seed)
            return false;
        options.seed = static_cast<std::uint64_t>(*seed);
    }
    if (line.isSet(QStringLiteral("today"))) {
        options.today = QDate::fromString(line.value(QStringLiteral("today")), Qt::ISODate);
        if (!options.today.isValid() || options.today.year() < 1980 || options.today.year() > 2190) {
            printError(QStringLiteral("--today must be a date such as 2026-05-25, not \"%1\".")
                           .arg(line.value(QStringLiteral("today"))));
            return false;
        }
    }
    return true;
}

} // namespace

int runSample(const QStringList &arguments, const TimeSource &clock)
{
    CommandLine line(
        QStringLiteral("Writes events.csv, sales.csv and customers.csv of an invented organiser, ready to be "
                       "imported: five years of past events and three months of upcoming ones."));
    line.addRequired(QStringLiteral("out"), QStringLiteral("DIR"),
                     QStringLiteral("The folder; made where there is none."));
    line.addOption(QStringLiteral("customers"), QStringLiteral("N"), QStringLiteral("Customers (12000)."));
    line.addOption(QStringLiteral("purchases"), QStringLiteral("N"),
                   QStringLiteral("Lines of sales (60000)."));
    line.addOption(QStringLiteral("events"), QStringLiteral("N"), QStringLiteral("Events (420)."));
    line.addOption(QStringLiteral("seed"), QStringLiteral("S"),
                   QStringLiteral("Another seed gives another organiser (1)."));
    line.addOption(QStringLiteral("today"), QStringLiteral("DATE"),
                   QStringLiteral("The day it is laid around (today)."));
    if (const auto code = line.parse(arguments))
        return *code;
    service::SampleOptions options(
        Clock(clock, QTimeZone::systemTimeZone()).today()); // allowed: there is no organiser yet
    if (!readOptions(line, options))
        return WrongUsage;

    const QString folder = line.value(QStringLiteral("out"));
    const auto summary = service::writeSample(folder, options);
    if (!summary) {
        printError(
            QStringLiteral("The sample can't be written (%1). Name a folder that can be made and written to.")
                .arg(summary.error().detail));
        return Refused;
    }
    if (line.wantsJson()) {
        printJson({{u"out"_qs, folder},
                   {u"customers"_qs, summary->customers},
                   {u"purchases"_qs, summary->purchases},
                   {u"events"_qs, summary->events},
                   {u"upcoming"_qs, summary->upcoming}});
    } else {
        printLine(QStringLiteral("Wrote %1 events (%2 upcoming), %3 sales and %4 customers to %5.")
                      .arg(summary->events)
                      .arg(summary->upcoming)
                      .arg(summary->purchases)
                      .arg(summary->customers)
                      .arg(QDir::toNativeSeparators(folder)));
    }
    return Done;
}

} // namespace groundswell::cli
