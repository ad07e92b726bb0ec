#include "app/cli/commands.h"

#include "app/cli/command_clusters.h"
#include "app/cli/command_evaluate.h"
#include "app/cli/command_evaluatetaste.h"
#include "app/cli/command_import.h"
#include "app/cli/command_package.h"
#include "app/cli/command_rescue.h"
#include "app/cli/command_sample.h"
#include "app/cli/command_serve.h"

#include <vector>

namespace groundswell::cli {

std::span<const Command> commands()
{
    static const std::vector<Command> all{
        {"clusters", "taste clusters of an event, and who is likely to buy it", runClusters},
        {"evaluate", "count what the customers of a package bought", runEvaluate},
        {"evaluate-taste", "say how good the taste clusters are, by replaying past events", runEvaluateTaste},
        {"import", "import events, customers and sales from CSV files", runImport},
        {"package", "build an audience package and write its customer lists", runPackage},
        {"rescue", "make a new workspace of what can be read of a damaged one", runRescue},
        {"sample", "write the CSV files of an invented organiser", runSample},
        {"serve", "serve the Wave API for a workspace on this computer", runServe},
    };
    return all;
}

} // namespace groundswell::cli
