#include "app/cli/workspaceaccess.h"

#include "app/cli/commandline.h"
#include "app/files/folderkind.h"

#include <QFileInfo>

#include <array>

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
    warnOfFolder(file);
    return std::move(*store);
}

QString describe(const Problem &problem)
{
    struct Worded {
        const char *key;
        const char *sentence;
    };
    constexpr std::array sentences{
        Worded{
            "error.store.damaged",
            "The file is damaged: parts of it are not as they were written, and nothing was changed in it. "
            "Restore a copy of it, or save what can still be read with \"groundswell-cli rescue\"."},
        Worded{"error.store.newer",
               "This workspace was written by a newer version of Groundswell; update the program."},
        Worded{"error.store.not_a_workspace", "This file is not a Groundswell workspace."},
        Worded{
            "error.store.empty",
            "There is nothing in the file. If there should be, restore a copy of it; otherwise remove it."},
        Worded{"error.store.locked", "Another program is using the file; close it and try again."},
        Worded{"error.store.read_only",
               "The file or its folder cannot be written to; check the permissions of both."},
        Worded{"error.store.full", "There is not enough room on the disk; nothing was changed."},
        Worded{"error.store.network_folder",
               "The file is on a network drive (%1) that doesn't keep two programs from writing at once; "
               "move it "
               "to a folder of this computer."},
        Worded{"error.store.cannot_open",
               "The file cannot be opened for reading and writing; check its permissions."},
        Worded{"error.service.port_taken",
               "The port %1 is taken by another program; choose another one, or 0 for any."},
    };
    for (const Worded &each : sentences) {
        if (problem.messageKey == QLatin1StringView(each.key))
            return QString::fromLatin1(each.sentence).replace(QStringLiteral("%1"), problem.detail);
    }
    const QString known = problem.detail.isEmpty()
        ? problem.messageKey
        : problem.messageKey + QStringLiteral(", ") + problem.detail;
    return QStringLiteral("Something went wrong (%1).").arg(known);
}

void warnOfFolder(const QString &workspace)
{
    const FolderKind kind = folderKind(QFileInfo(workspace).absolutePath());
    if (kind.place == FolderKind::Place::Network)
        printError(
            QStringLiteral("Warning: %1 is on a network drive (%2). Use it from one computer at a time.")
                .arg(workspace, kind.name));
    else if (kind.place == FolderKind::Place::Synchronised)
        printError(
            QStringLiteral("Warning: %1 is in a folder that %2 synchronises. It may be copied while it is "
                           "being written; another folder is safer.")
                .arg(workspace, kind.name));
}

} // namespace groundswell::cli
