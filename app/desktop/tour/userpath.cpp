#include "app/desktop/tour/userpath.h"

#include "app/desktop/tour/stages.h"

namespace groundswell::tour {

Script userPath(MainWindow &window, const UserPathOptions &options)
{
    const auto notes = std::make_shared<Notes>();
    Script script;
    if (options.local && options.empty)
        script << newWorkspace(options);
    if (options.local)
        script << preferences();
    script << findEvent(options, notes) << openEvent(notes) << wizard(options, window, notes) << campaigns()
           << packages(options);
    return script;
}

} // namespace groundswell::tour
