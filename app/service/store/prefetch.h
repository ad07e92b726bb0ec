#pragma once

namespace groundswell::service {

/// Asks for memory that will be read soon, in loops that jump about: fetching takes longer than their work.
/// Only a hint.
inline void prefetch([[maybe_unused]] const void *address)
{
#if defined(__GNUC__)
    __builtin_prefetch(address);
#endif
}

} // namespace groundswell::service
