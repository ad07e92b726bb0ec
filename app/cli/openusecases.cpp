#include "app/cli/openusecases.h"

#include "app/cli/commandline.h"
#include "app/cli/workspaceaccess.h"

namespace groundswell::cli {

std::unique_ptr<service::UseCases> openUseCases(const QString &file, const TimeSource &clock)
{
    if (!openWorkspace(file)) // says why not
        return nullptr;
    auto workspace = service::Workspace::open(file, clock);
    if (!workspace) {
        printError(QStringLiteral("%1: %2").arg(file, describe(workspace.error())));
        return nullptr;
    }
    return std::make_unique<service::UseCases>(std::move(*workspace));
}

} // namespace groundswell::cli
