#pragma once

#include "app/service/store/salesstore.h"

namespace groundswell::service {

/// Thrown inside the import when its job was stopped; the transaction rolls back on the way out.
struct ImportCancelled { };

/// Call now and then in long loops.
inline void throwIfStopped(const JobControl &control)
{
    if (control.stop.stop_requested())
        throw ImportCancelled();
}

} // namespace groundswell::service
