#include "app/autosave/fate.h"

namespace groundswell {

bool mayHaveArrived(const Problem &problem)
{
    switch (problem.kind) {
    case Problem::Kind::Offline:
    case Problem::Kind::Proxy:
    case Problem::Kind::Tls:
    case Problem::Kind::Timeout:
    case Problem::Kind::ServerFault:
    case Problem::Kind::Protocol:
        return true;
    default:
        return false;
    }
}

} // namespace groundswell
