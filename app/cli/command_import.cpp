#include "app/cli/command_import.h"

#include "app/cli/commandline.h"
#include "app/cli/commands.h"
#include "app/cli/importtext.h"
#include "app/cli/workspaceaccess.h"
#include "app/service/import/importer.h"
#include "app/service/store/store.h"
#include "models/import/importfields.h"

#include <QFile>

namespace groundswell::cli {

using namespace service;

namespace {

int refuse(const ImportProblem &problem, bool asJson)
{
    if (asJson)
        printJson({{u"error"_qs, problem.toJson()}});
    printError(wording(problem));
    return Refused;
}

ImportExpected<ImportMapping> readMapping(const QString &path)
{
    if (path.isEmpty())
        return ImportMapping();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::make_unexpected(
            ImportProblem{QStringLiteral("import.cannot_open"), {file.errorString()}, path});
    return ImportMapping::fromJson(file.readAll(), path);
}

/// The fields that a mapping may name, kind by kind.
QString mappingHelp()
{
    QString text = QStringLiteral(
        "JSON that says which column is which field, with time zone and currency. The fields:");
    for (const FileKind kind : allFileKinds()) {
        QStringList names;
        for (const ImportField &field : importFields(kind))
            names.append(QString::fromLatin1(field.name)
                         + (field.isRequired ? u" (required)"_qs : QString()));
        text += QStringLiteral(" %1: %2.").arg(QString::fromLatin1(fileKindName(kind)), names.join(u", "_qs));
    }
    return text;
}

} // namespace

int runImport(const QStringList &arguments, const TimeSource &)
{
    CommandLine line(QStringLiteral("Imports events, customers and sales from CSV files into a workspace: "
                                    "all that is fit, in one step, or nothing."));
    line.addRequired(QStringLiteral("workspace"), QStringLiteral("FILE"),
                     QStringLiteral("The workspace; made where there is none."));
    line.addRequired(QStringLiteral("events"), QStringLiteral("FILE"),
                     QStringLiteral("Events, CSV or .csv.gz."));
    line.addRequired(QStringLiteral("sales"), QStringLiteral("FILE"),
                     QStringLiteral("Sales, CSV or .csv.gz."));
    line.addOption(QStringLiteral("customers"), QStringLiteral("FILE"),
                   QStringLiteral("Customers; without it they come from the sales."));
    line.addOption(QStringLiteral("map"), QStringLiteral("FILE"), mappingHelp());
    line.addOption(QStringLiteral("rejects"), QStringLiteral("FILE"),
                   QStringLiteral("Where rows that can't be used are written to, with line and reason."));
    if (const auto code = line.parse(arguments))
        return *code;

    const auto mapping = readMapping(line.value(QStringLiteral("map")));
    if (!mapping)
        return refuse(mapping.error(), line.wantsJson());
    ImportRequest request;
    request.mapping = *mapping;
    request.rejectsPath = line.value(QStringLiteral("rejects"));
    request.files = {{FileKind::Events, line.value(QStringLiteral("events"))},
                     {FileKind::Sales, line.value(QStringLiteral("sales"))}};
    if (line.isSet(QStringLiteral("customers")))
        request.files.push_back({FileKind::Customers, line.value(QStringLiteral("customers"))});

    const QString workspace = line.value(QStringLiteral("workspace"));
    const bool isNew = !QFile::exists(workspace);
    auto store = openStore(workspace);
    if (!store) {
        printError(QStringLiteral("%1: %2").arg(workspace, describe(store.error())));
        return Refused;
    }
    warnOfFolder(workspace);
    const auto report = importFiles(**store, request);
    if (!report) {
        store->reset(); // closes it, which also takes away the log beside it
        if (isNew)
            QFile::remove(workspace);
        return refuse(report.error(), line.wantsJson());
    }
    if (line.wantsJson())
        printJson(report->toJson());
    else
        printLine(wording(*report));
    return Done;
}

} // namespace groundswell::cli
