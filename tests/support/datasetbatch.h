#pragma once

#include "app/service/store/dataset.h"
#include "app/service/store/importrows.h"

namespace groundswell::test {

/// A dataset as the delivery that it could have come from, to fill a workspace.
[[nodiscard]] service::ImportRows batchOf(const service::Dataset &dataset);

} // namespace groundswell::test
