#include "app/cli/commands.h"

#include "app/cli/command_clusters.h"

#include <vector>

namespace groundswell::cli {

std::span<const Command> commands()
{
    static const std::vector<Command> all{
        {"clusters", "taste clusters of an event, and who is likely to buy it", runClusters},
    };
    return all;
}

} // namespace groundswell::cli
