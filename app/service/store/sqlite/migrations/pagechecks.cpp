#include "app/service/store/sqlite/migrations/steps.h"

namespace groundswell::service::steps {

// No table changes. From now on pages carry checksums (checkedpages.h); opening writes the file anew once for
// that, and a program that doesn't know them must not write to it any more.
const char *const pageChecks = "";

} // namespace groundswell::service::steps
