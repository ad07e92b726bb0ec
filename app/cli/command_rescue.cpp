#include "app/cli/command_rescue.h"

#include "app/cli/commandline.h"
#include "app/cli/commands.h"
#include "app/cli/workspaceaccess.h"
#include "app/service/store/rescue.h"

#include <array>

namespace groundswell::cli {

namespace {

using service::RescuedPart;
using service::RescueReport;

constexpr const char *description =
    "Makes a new workspace of what can still be read of a damaged one, which is not written to. Edits that "
    "never "
    "reached the workspace are in the program's own folder; they apply again when the new file is put in the "
    "old one's place, under its name.";

constexpr std::array words{"settings",   "drafts of campaigns", "campaigns and their results",
                           "events",     "customers",           "lines of sales",
                           "taste runs", "audience packages",   "pictures and videos"};

QString sentence(const Problem &problem)
{
    if (problem.messageKey == QLatin1StringView("error.rescue.exists"))
        return QStringLiteral("%1 is there already; choose a name at which there is nothing yet.")
            .arg(problem.detail);
    if (problem.messageKey == QLatin1StringView("error.rescue.no_folder"))
        return QStringLiteral("There is no folder %1; make it first, or choose another one.")
            .arg(problem.detail);
    if (problem.messageKey == QLatin1StringView("error.rescue.missing"))
        return QStringLiteral("There is no file %1.").arg(problem.detail);
    if (problem.messageKey == QLatin1StringView("error.store.damaged"))
        return QStringLiteral(
            "The file is damaged at its very beginning, and no table in it can be told from another.");
    return describe(problem);
}

QString inPartOf(const RescuedPart &part)
{
    if (part.kind == RescuedPart::Kind::Customers && part.inPart > 0)
        return QStringLiteral("; %1 more in part").arg(part.inPart);
    if (part.inPart == 0)
        return {};
    return (part.kind == RescuedPart::Kind::Sales
                ? QStringLiteral("; %1 more without their customer or category")
                : QStringLiteral("; of %1 more nothing but the id"))
        .arg(part.inPart);
}

QString lineOf(const RescuedPart &part)
{
    QString text = QStringLiteral("  %1  %2")
                       .arg(part.rescued, 9)
                       .arg(QLatin1StringView(words[static_cast<size_t>(part.kind)]))
        + inPartOf(part);
    if (part.lost > 0)
        text += part.isComplete ? QStringLiteral(" (%1 lost)").arg(part.lost)
                                : QStringLiteral(" (at least %1 lost)").arg(part.lost);
    else if (!part.isComplete)
        text += QStringLiteral(" (some are lost)");
    return text;
}

QString sentence(const service::AssumedSettings &assumed)
{
    return QStringLiteral(
               "The organiser's settings are lost. Customers of whom the data doesn't tell count as "
               "not having agreed. The currency is taken to be %1, %2; if the amounts are in "
               "another one, set that before anything else: PUT /local/settings to groundswell-cli "
               "serve takes it, which can be done once. The time zone is taken to be %3.")
        .arg(assumed.currency,
             assumed.isCurrencyFound ? QStringLiteral("as the rescued campaigns say")
                                     : QStringLiteral("because nothing tells which one it was"),
             assumed.timeZone);
}

/// What counts now that the workspace doesn't know for sure.
void printDoubts(const RescueReport &report)
{
    if (report.assumed)
        printLine(sentence(*report.assumed));
    if (report.withdrawn > 0)
        printLine(QStringLiteral("%1 customers count as opted out, because an import may have corrected what "
                                 "they agreed to, and the correction is lost.")
                      .arg(report.withdrawn));
    if (report.mayCountTwice)
        printLine(QStringLiteral("Sales that an import replaced may be counted twice, and those of an import "
                                 "that didn't finish may be among them: compare the figures with your own."));
}

void print(const RescueReport &report, const QString &target)
{
    printLine(report.isComplete()
                  ? QStringLiteral("Everything was read and is in %1:").arg(target)
                  : QStringLiteral("What could be read is in %1; the rest is lost:").arg(target));
    for (const RescuedPart &part : report.parts)
        printLine(lineOf(part));
    const auto isInPart = [&](RescuedPart::Kind kind) { return report.part(kind).inPart > 0; };
    if (isInPart(RescuedPart::Kind::Events))
        printLine(
            QStringLiteral("An event with nothing but its id has the time of its last sale for a date."));
    if (isInPart(RescuedPart::Kind::Customers))
        printLine(QStringLiteral("A customer with nothing but the id counts as opted out, because what they "
                                 "agreed to is lost."));
    if (isInPart(RescuedPart::Kind::Events) || isInPart(RescuedPart::Kind::Customers))
        printLine(QStringLiteral("Importing your files again fills them in."));
    printDoubts(report);
    if (!report.isVouchedFor)
        printLine(
            QStringLiteral("The file is of a version that kept no checksums: numbers in it may have been "
                           "changed without a trace."));
}

} // namespace

int runRescue(const QStringList &arguments, const TimeSource & /*clock*/)
{
    CommandLine line(QString::fromLatin1(description));
    line.addRequired(QStringLiteral("workspace"), QStringLiteral("FILE"),
                     QStringLiteral("The damaged workspace."));
    line.addRequired(QStringLiteral("out"), QStringLiteral("FILE"),
                     QStringLiteral("The workspace to make; nothing may be there yet."));
    if (const auto exitCode = line.parse(arguments))
        return *exitCode;
    const QString target = line.value(QStringLiteral("out"));
    const auto report = service::rescueWorkspace(line.value(QStringLiteral("workspace")), target);
    if (!report) {
        printError(sentence(report.error()));
        return Refused;
    }
    if (line.wantsJson())
        printJson(report->toJson());
    else
        print(*report, target);
    return Done;
}

} // namespace groundswell::cli
