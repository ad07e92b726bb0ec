#include "app/cli/command_package.h"

#include "app/audience/listformats.h"
#include "app/cli/commandline.h"
#include "app/cli/commands.h"
#include "app/cli/openusecases.h"
#include "app/cli/workspaceaccess.h"
#include "app/files/privatefile.h"
#include "app/service/store/eventstore.h"
#include "app/service/store/store.h"

#include <QDir>
#include <QJsonArray>

namespace groundswell::cli {

namespace {

using service::StoredPackage;
using service::UseCases;

constexpr const char *description =
    "Builds an audience package for one or several events and writes a customer list a cluster. "
    "Customers without consent, and those who opted out, are never written. The package stays in the "
    "workspace, for 28 days with its lists.";

QString sentence(const Problem &problem, const QString &events)
{
    if (problem.messageKey != QLatin1StringView("error.package.invalid") || problem.fields.empty())
        return describe(problem);
    const FieldProblem &field = problem.fields.front();
    if (field.code == QLatin1StringView("event.not_found"))
        return QStringLiteral("The workspace doesn't have every one of the events %1; check their ids.")
            .arg(events);
    return QStringLiteral("The package is refused: %1 (%2).").arg(field.field, field.code);
}

QStringList formatIds()
{
    QStringList ids;
    for (const ListFormat &format : listFormats())
        ids.append(QString::fromLatin1(format.id));
    return ids;
}

/// The name of a package that wasn't given one. An unknown event stays as it was typed; the build refuses it.
QString titleFrom(UseCases &useCases, const QStringList &ids)
{
    constexpr qsizetype most = 3;
    QStringList titles;
    for (const QString &id : ids.mid(0, most)) {
        const auto event = useCases.workspace->store().events().event(EventId(id));
        titles.append(event && !event->event.title.isEmpty() ? event->event.title : id);
    }
    if (ids.size() > most)
        titles.append(QStringLiteral("and %1 more").arg(ids.size() - most));
    return titles.isEmpty() ? QStringLiteral("Package") : titles.join(QStringLiteral(", "));
}

/// Personal data: for the owner's eyes only.
bool writeList(const QString &path, const std::string &list)
{
    PrivateSaveFile file(path);
    if (file.begin()
        && file.write(list.data(), static_cast<qint64>(list.size())) == static_cast<qint64>(list.size())
        && file.commit())
        return true;
    printError(QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
    return false;
}

/// The paths that were written, or nothing where one could not be.
std::optional<QStringList> writeLists(UseCases &useCases, const StoredPackage &package, const QString &folder,
                                      const ListFormat &format)
{
    if (!makePrivateFolder(folder)) {
        printError(QStringLiteral("The folder %1 cannot be made.").arg(folder));
        return std::nullopt;
    }
    QStringList paths;
    for (const PackageCluster &cluster : package.row.clusters) {
        // People open the lists in a spreadsheet, and names come from public order forms.
        const auto list =
            useCases.packages.customerList(package.row.id, cluster.tc, format, ListReader::People);
        if (!list) {
            printError(describe(list.error()));
            return std::nullopt;
        }
        const QString path = QDir(folder).filePath(package.row.id.value() + u'_' + cluster.tc.value() + u'.'
                                                   + QLatin1StringView(format.ending));
        if (!writeList(path, *list))
            return std::nullopt;
        paths.append(path);
    }
    return paths;
}

void print(const StoredPackage &package, const QStringList &paths, bool asJson)
{
    if (asJson) {
        QJsonObject json = package.row.toJson();
        json.insert(QStringLiteral("files"), QJsonArray::fromStringList(paths));
        return printJson(json);
    }
    printLine(QStringLiteral("%1 %2: %3 customers")
                  .arg(package.row.id.value(), package.row.title)
                  .arg(package.row.customers.value_or(0)));
    for (std::size_t i = 0; i < package.row.clusters.size(); ++i) {
        const PackageCluster &cluster = package.row.clusters[i];
        printLine(QStringLiteral("  %1  %2  %3  %4")
                      .arg(cluster.customers.value_or(0), 8)
                      .arg(cluster.tc.value(), cluster.label, paths.value(static_cast<qsizetype>(i))));
    }
}

void addOptions(CommandLine &line)
{
    line.addRequired(QStringLiteral("workspace"), QStringLiteral("FILE"),
                     QStringLiteral("The workspace file."));
    line.addRequired(QStringLiteral("events"), QStringLiteral("A,B"),
                     QStringLiteral("Ids of the events, divided by commas."));
    line.addOption(QStringLiteral("title"), QStringLiteral("TEXT"),
                   QStringLiteral("The package's name; without it, the titles of its events."));
    line.addOption(QStringLiteral("mode"), QStringLiteral("MODE"),
                   QStringLiteral("selective: customers fit every event; inclusive: at least half of them."),
                   QStringLiteral("selective"));
    line.addOption(QStringLiteral("out"), QStringLiteral("DIR"),
                   QStringLiteral("Where to write the lists; without it, none are written."));
    line.addOption(QStringLiteral("format"), QStringLiteral("FORMAT"),
                   QStringLiteral("What the lists are written as: %1.").arg(formatIds().join(u", "_qs)),
                   QString::fromLatin1(usualListFormat().id));
}

/// Nothing, and the reason on standard error, where it is refused or fails.
std::optional<StoredPackage> build(UseCases &useCases, const CommandLine &line)
{
    const QString events = line.value(QStringLiteral("events"));
    const QStringList ids = events.split(u',', Qt::SkipEmptyParts);
    const QString title =
        line.isSet(QStringLiteral("title")) ? line.value(QStringLiteral("title")) : titleFrom(useCases, ids);
    const auto built =
        useCases.packages.createNow({{QStringLiteral("package_title"), title},
                                     {QStringLiteral("event_ids"), QJsonArray::fromStringList(ids)},
                                     {QStringLiteral("targeting_mode"), line.value(QStringLiteral("mode"))}});
    if (!built) {
        printError(sentence(built.error(), events));
        return std::nullopt;
    }
    if (!built->row.status.is(PackageStatus::Done)) {
        printError(QStringLiteral("The package could not be built (%1).").arg(built->row.failureReason));
        return std::nullopt;
    }
    return *built;
}

} // namespace

int runPackage(const QStringList &arguments, const TimeSource &clock)
{
    CommandLine line(QString::fromLatin1(description));
    addOptions(line);
    if (const auto exitCode = line.parse(arguments))
        return *exitCode;
    const QString mode = line.value(QStringLiteral("mode"));
    if (mode != u"selective" && mode != u"inclusive") {
        printError(QStringLiteral("--mode: \"%1\" is neither \"selective\" nor \"inclusive\".").arg(mode));
        return WrongUsage;
    }
    const QString formatId = line.value(QStringLiteral("format"));
    const ListFormat *format = listFormat(formatId);
    if (!format) {
        printError(
            QStringLiteral("--format: \"%1\" is none of: %2.").arg(formatId, formatIds().join(u", "_qs)));
        return WrongUsage;
    }
    const auto useCases = openUseCases(line.value(QStringLiteral("workspace")), clock);
    if (!useCases)
        return Refused;
    const auto built = build(*useCases, line);
    if (!built)
        return Refused;
    QStringList paths;
    if (line.isSet(QStringLiteral("out"))) {
        const auto written = writeLists(*useCases, *built, line.value(QStringLiteral("out")), *format);
        if (!written)
            return Refused;
        paths = *written;
    }
    print(*built, paths, line.wantsJson());
    return Done;
}

} // namespace groundswell::cli
