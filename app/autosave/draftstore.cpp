#include "app/autosave/draftstore.h"

namespace groundswell {

DraftStore::~DraftStore() = default;

} // namespace groundswell
