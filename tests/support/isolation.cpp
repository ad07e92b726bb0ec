#include <QStandardPaths>

namespace {

// No test may read or write the settings, caches or workspaces of the person who runs it.
const bool isolated = [] {
    QStandardPaths::setTestModeEnabled(true);
    return true;
}();

} // namespace
