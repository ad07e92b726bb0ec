#include "app/cli/command_evaluate.h"

#include "app/cli/commandline.h"
#include "app/cli/commands.h"
#include "app/cli/openusecases.h"
#include "app/cli/workspaceaccess.h"

#include <QJsonArray>
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

QString cell(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() ? QStringLiteral("—")
                                                 : QLocale::c().toString(value.toDouble(), 'g', 12);
}

void printRow(const QJsonValue &row, const QString &name)
{
    printLine(QStringLiteral("%1 %2 %3 %4 %5  %6")
                  .arg(cell(row[u"members"]), 9)
                  .arg(cell(row[u"customers"]), 9)
                  .arg(cell(row[u"items"]), 9)
                  .arg(cell(row[u"purchase"]), 9)
                  .arg(cell(row[u"revenue"]), 12)
                  .arg(name));
}

void print(const QJsonObject &evaluation, const AttributionSettings &details)
{
    const QString sent =
        details.emailSentDate.isValid() ? details.emailSentDate.toString(Qt::ISODate) : QStringLiteral("—");
    printLine(
        QStringLiteral("%1, %2 days from %3").arg(details.model.wire()).arg(details.windowDays).arg(sent));
    if (!details.emailSentDate.isValid())
        printLine(QStringLiteral("No sending date is set yet (--sent), so nothing can be counted."));
    else if (evaluation[u"provisional"].toBool())
        printLine(QStringLiteral("Provisional: day %1 of %2.")
                      .arg(evaluation[u"days_elapsed"].toInt())
                      .arg(details.windowDays));
    printLine(QStringLiteral("  members    buyers   tickets    orders      revenue  cluster"));
    for (const QJsonValue row : evaluation[u"clusters"].toArray())
        printRow(row, row[u"label"].toString());
    printRow(evaluation[u"unique"], QStringLiteral("(everybody once)"));
}

} // namespace

int runEvaluate(const QStringList &arguments, const TimeSource &clock)
{
    CommandLine line(QString::fromLatin1(description));
    line.addRequired(QStringLiteral("workspace"), QStringLiteral("FILE"),
                     QStringLiteral("The workspace file."));
    line.addRequired(QStringLiteral("package"), QStringLiteral("ID"),
                     QStringLiteral("The package, for instance pkg_1."));
    line.addOption(QStringLiteral("model"), QStringLiteral("MODEL"),
                   QStringLiteral("ALL_PURCHASES, EVENTS_FROM_PACKAGE or EVENT_SERIES."));
    line.addOption(QStringLiteral("window"), QStringLiteral("DAYS"),
                   QStringLiteral("Length of the window in days."));
    line.addOption(QStringLiteral("sent"), QStringLiteral("DATE"),
                   QStringLiteral("When the e-mail was sent, YYYY-MM-DD."));
    if (const auto exitCode = line.parse(arguments))
        return *exitCode;

    QJsonObject wanted;
    if (line.isSet(QStringLiteral("model"))) {
        const QString model = line.value(QStringLiteral("model"));
        if (!OpenEnum<PackageAttributionModel>::fromWire(model).known()) {
            printError(
                QStringLiteral("--model: \"%1\" is none of ALL_PURCHASES, EVENTS_FROM_PACKAGE, EVENT_SERIES.")
                    .arg(model));
            return WrongUsage;
        }
        wanted.insert(QStringLiteral("backhaul_evaluation_model"), model);
    }
    if (line.isSet(QStringLiteral("window"))) {
        const auto days = line.number(QStringLiteral("window"), 1);
        if (!days)
            return WrongUsage;
        wanted.insert(QStringLiteral("backhaul_evaluation_attribution_window"), *days);
    }
    if (line.isSet(QStringLiteral("sent"))) {
        const QString sent = line.value(QStringLiteral("sent"));
        if (!QDate::fromString(sent, Qt::ISODate).isValid()) {
            printError(QStringLiteral("--sent: \"%1\" is no day of the calendar; write it as 2026-06-12.")
                           .arg(sent));
            return WrongUsage;
        }
        wanted.insert(QStringLiteral("email_sent_date"), sent);
    }

    const auto useCases = openUseCases(line.value(QStringLiteral("workspace")), clock);
    if (!useCases)
        return Refused;
    const QString name = line.value(QStringLiteral("package"));
    const PackageId id(name);
    auto package = useCases->packages.find(id);
    if (package && !wanted.isEmpty()) {
        QJsonObject details = package->details.toJson();
        for (auto member = wanted.begin(); member != wanted.end(); ++member)
            details.insert(member.key(), member.value());
        if (const auto stored = useCases->packages.setDetails(id, details))
            package->details = *stored;
        else
            package = tl::make_unexpected(stored.error());
    }
    const auto evaluation = package ? useCases->packages.evaluation(id)
                                    : Expected<QJsonObject>(tl::make_unexpected(package.error()));
    if (!evaluation) {
        printError(describePackage(evaluation.error(), name));
        return Refused;
    }
    if (line.wantsJson())
        printJson(*evaluation);
    else
        print(*evaluation, package->details);
    return Done;
}

} // namespace groundswell::cli
