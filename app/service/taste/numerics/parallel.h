#pragma once

#include <cstddef>
#include <functional>

namespace groundswell::service {

/// Does the work for 0 … count − 1, each once, on this thread and on helping threads, and waits for all. The
/// result must not depend on which thread does what: a sum is kept for each item and added up in order
/// afterwards. The work must not throw.
void forEachInParallel(std::size_t count, const std::function<void(std::size_t)> &work);

} // namespace groundswell::service
