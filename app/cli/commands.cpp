#include "app/cli/commands.h"

#include <vector>

namespace groundswell::cli {

std::span<const Command> commands()
{
    static const std::vector<Command> all{};
    return all;
}

} // namespace groundswell::cli
