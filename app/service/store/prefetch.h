#pragma once

namespace groundswell::service {

/// Asks for memory that will be read soon, in loops that jump about: the way there is longer than their work.
/// A hint only.
inline void prefetch([[maybe_unused]] const void *address)
{
#if defined(__GNUC__)
    __builtin_prefetch(address);
#endif
}

} // namespace groundswell::service
