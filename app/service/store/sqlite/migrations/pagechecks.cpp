#include "app/service/store/sqlite/migrations/steps.h"

namespace groundswell::service::steps {

// No table changes. Pages carry checksums from now on (checkedpages.h), for which opening writes the file
// anew once; a program without them must not write to it any more.
const char *const pageChecks = "";

} // namespace groundswell::service::steps
