#include "app/cli/commands.h"

#include "app/cli/command_clusters.h"
#include "app/cli/command_import.h"

#include <vector>

namespace groundswell::cli {

std::span<const Command> commands()
{
    static const std::vector<Command> all{
        {"clusters", "taste clusters of an event, and who is likely to buy it", runClusters},
        {"import", "import events, customers and sales from CSV files", runImport},
    };
    return all;
}

} // namespace groundswell::cli
