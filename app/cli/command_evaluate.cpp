#include "app/cli/command_evaluate.h"

#include "app/cli/commandline.h"
#include "app/cli/commands.h"
#include "app/cli/openusecases.h"
#include "app/cli/workspaceaccess.h"

#include <QLocale>

namespace groundswell::cli {

namespace {

constexpr const char *description =
    "Counts what the customers of a package bought since its e-mail was sent: by model, in a window of whole "
    "days, the sending day included. What is set here stays set for the package. A customer who is in two "
    "clusters counts in both rows and once in the last one.";

QString describePackage(const Problem &problem, const QString &id)
{
    if (problem.messageKey == QLatin1StringView("error.package.not_found"))
        return QStringLiteral("There is no package %1 in this workspace.").arg(id);
    if (problem.messageKey == QLatin1StringView("error.package.expired"))
        return QStringLiteral("The customer lists of %1 have expired and are deleted; build it again first.")
            .arg(id);
    if (problem.messageKey == QLatin1StringView("error.package.not_done"))
        return QStringLiteral("The package %1 isn't built yet.").arg(id);
    if (!problem.fields.empty())
        return QStringLiteral("%1: %2.").arg(problem.fields.front().field, problem.fields.front().code);
    return describe(problem);
}

QString cell(const std::optional<double> &value)
{
    return value ? QLocale::c().toString(*value, 'g', 12) : QStringLiteral("—");
}

void printRow(const EvaluationRow &row, const QString &name)
{
    printLine(QStringLiteral("%1 %2 %3 %4 %5  %6")
                  .arg(cell(row.members), 9)
                  .arg(cell(row.customers), 9)
                  .arg(cell(row.items), 9)
                  .arg(cell(row.purchases), 9)
                  .arg(cell(row.revenue ? std::optional(row.revenue->toDouble()) : std::nullopt), 12)
                  .arg(name));
}

void print(const PackageEvaluation &evaluation, const AttributionSettings &details)
{
    const QString sent =
        details.emailSentDate.isValid() ? details.emailSentDate.toString(Qt::ISODate) : QStringLiteral("—");
    printLine(
        QStringLiteral("%1, %2 days from %3").arg(details.model.wire()).arg(details.windowDays).arg(sent));
    if (!details.emailSentDate.isValid())
        printLine(QStringLiteral("No sending date is set yet (--sent), so nothing can be counted."));
    else if (evaluation.provisional)
        printLine(QStringLiteral("Provisional: day %1 of %2.")
                      .arg(evaluation.daysElapsed.value_or(0))
                      .arg(details.windowDays));
    printLine(QStringLiteral("  members    buyers   tickets    orders      revenue  cluster"));
    for (const EvaluationRow &row : evaluation.clusters)
        printRow(row, row.label);
    printRow(evaluation.unique.value_or(EvaluationRow()), QStringLiteral("(everybody once)"));
}

QStringList models()
{
    QStringList words;
    for (const auto &[model, word] : WireNames<PackageAttributionModel>::names)
        words.append(QString::fromLatin1(word));
    return words;
}

/// "A, B or C."
QString listed(QStringList words)
{
    const QString last = words.takeLast();
    return QStringLiteral("%1 or %2.").arg(words.join(QStringLiteral(", ")), last);
}

/// The settings with what was typed; null after saying what is wrong with it.
std::optional<AttributionSettings> changed(AttributionSettings details, const CommandLine &line)
{
    if (line.isSet(QStringLiteral("model"))) {
        const QString model = line.value(QStringLiteral("model"));
        details.model = OpenEnum<PackageAttributionModel>::fromWire(model);
        if (!details.model.known()) {
            printError(QStringLiteral("--model: \"%1\" is none of %2.")
                           .arg(model, models().join(QStringLiteral(", "))));
            return std::nullopt;
        }
    }
    if (line.isSet(QStringLiteral("window"))) {
        const auto days = line.number(QStringLiteral("window"), 1);
        if (!days)
            return std::nullopt;
        details.windowDays = static_cast<int>(std::min<qint64>(*days, std::numeric_limits<int>::max()));
    }
    if (line.isSet(QStringLiteral("sent"))) {
        const QString sent = line.value(QStringLiteral("sent"));
        details.emailSentDate = QDate::fromString(sent, Qt::ISODate);
        if (!details.emailSentDate.isValid()) {
            printError(QStringLiteral("--sent: \"%1\" is no day of the calendar; write it as 2026-06-12.")
                           .arg(sent));
            return std::nullopt;
        }
    }
    return details;
}

} // namespace

int runEvaluate(const QStringList &arguments, const TimeSource &clock)
{
    CommandLine line(QString::fromLatin1(description));
    line.addRequired(QStringLiteral("workspace"), QStringLiteral("FILE"),
                     QStringLiteral("The workspace file."));
    line.addRequired(QStringLiteral("package"), QStringLiteral("ID"),
                     QStringLiteral("The package, for instance pkg_1."));
    line.addOption(QStringLiteral("model"), QStringLiteral("MODEL"), listed(models()));
    line.addOption(QStringLiteral("window"), QStringLiteral("DAYS"),
                   QStringLiteral("Length of the window in days."));
    line.addOption(QStringLiteral("sent"), QStringLiteral("DATE"),
                   QStringLiteral("When the e-mail was sent, YYYY-MM-DD."));
    if (const auto exitCode = line.parse(arguments))
        return *exitCode;

    // A wrong word is wrong usage, whatever the workspace is like.
    if (!changed({}, line))
        return WrongUsage;

    const auto useCases = openUseCases(line.value(QStringLiteral("workspace")), clock);
    if (!useCases)
        return Refused;
    const QString name = line.value(QStringLiteral("package"));
    const PackageId id(name);
    auto package = useCases->packages.find(id);
    const bool typed = line.isSet(QStringLiteral("model")) || line.isSet(QStringLiteral("window"))
        || line.isSet(QStringLiteral("sent"));
    if (package && typed) {
        const auto details = changed(package->details, line);
        if (const auto stored = useCases->packages.setDetails(id, details->toJson()))
            package->details = *stored;
        else
            package = tl::make_unexpected(stored.error());
    }
    const auto evaluation = package ? useCases->packages.evaluation(id)
                                    : Expected<PackageEvaluation>(tl::make_unexpected(package.error()));
    if (!evaluation) {
        printError(describePackage(evaluation.error(), name));
        return Refused;
    }
    if (line.wantsJson())
        printJson(evaluation->toJson());
    else
        print(*evaluation, package->details);
    return Done;
}

} // namespace groundswell::cli
