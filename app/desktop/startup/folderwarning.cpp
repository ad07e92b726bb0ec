#include "app/desktop/startup/folderwarning.h"

#include "app/desktop/shell/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace groundswell {

QString folderWarning(const QString &workspace, Settings &settings, const FolderProbe &probe)
{
    const QString folder = QFileInfo(workspace).absolutePath();
    const FolderKind kind = folderKind(folder, probe);
    if (kind.place == FolderKind::Place::Local || settings.wasWarnedOf(folder))
        return {};
    settings.setWarnedOf(folder);
    const QString text = kind.place == FolderKind::Place::Network
        ? QCoreApplication::translate(
            "groundswell::FolderWarning",
            "The workspace is on a network drive (%1). Open it on one computer at a time; a folder of this "
            "computer is safer.")
        : QCoreApplication::translate("groundswell::FolderWarning",
                                      "The workspace is in a folder that %1 synchronises. It may be copied "
                                      "while it is being written; a "
                                      "folder that isn’t synchronised is safer.");
    return text.arg(kind.name);
}

} // namespace groundswell
