#include "app/cli/workspaceaccess.h"

#include "app/cli/commandline.h"

#include <QFileInfo>

namespace groundswell::cli {

std::unique_ptr<service::Store> openWorkspace(const QString &file)
{
    const QFileInfo info(file);
    if (!info.isFile()) {
        printError(info.exists()
                       ? QStringLiteral("%1 is not a workspace file.").arg(file)
                       : QStringLiteral("There is no workspace %1. \"groundswell-cli import\" makes one "
                                        "from a ticketing export.")
                             .arg(file));
        return nullptr;
    }
    auto store = service::openStore(file);
    if (!store) {
        printError(QStringLiteral("%1: %2").arg(file, describe(store.error())));
        return nullptr;
    }
    return std::move(*store);
}

QString describe(const Problem &problem)
{
    if (problem.messageKey == QLatin1StringView("error.store.not_a_workspace"))
        return QStringLiteral("This file is not a Groundswell workspace.");
    if (problem.messageKey == QLatin1StringView("error.store.newer"))
        return QStringLiteral(
            "This workspace was written by a newer version of Groundswell; update the program.");
    if (problem.messageKey == QLatin1StringView("error.store.cannot_open"))
        return QStringLiteral("The file cannot be opened for reading and writing; check its permissions.");
    if (problem.messageKey == QLatin1StringView("error.store.full"))
        return QStringLiteral("The disk is full.");
    if (problem.messageKey == QLatin1StringView("error.service.port_taken"))
        return QStringLiteral("The port %1 is taken by another program; choose another one, or 0 for any.")
            .arg(problem.detail);
    const QString known = problem.detail.isEmpty()
        ? problem.messageKey
        : problem.messageKey + QStringLiteral(", ") + problem.detail;
    return QStringLiteral("Something went wrong (%1).").arg(known);
}

} // namespace groundswell::cli
