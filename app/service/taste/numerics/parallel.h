#pragma once

#include <cstddef>
#include <functional>

namespace groundswell::service {

/// Does the work for 0 … count − 1, each once, here and on helping threads, and waits for all. What comes of
/// it must not depend on who does which: a sum is kept by item and added up in order afterwards. The work
/// must not throw.
void forEachInParallel(std::size_t count, const std::function<void(std::size_t)> &work);

} // namespace groundswell::service
