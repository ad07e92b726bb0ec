#pragma once

#include "models/wave/setupprocess.h"

#include <rapidcheck.h>

namespace groundswell::testing {

/// The same cases in every run, unless RC_PARAMS asks for others. Call it from initMain().
void useFixedSeed();

/// From \a low up to but without \a high, whatever the size of the case: rapidcheck's own inRange() shrinks
/// its range with the size, and at small ones knows nothing but \a low.
template <class T> [[nodiscard]] rc::Gen<T> number(T low, T high)
{
    return rc::gen::resize(rc::kNominalSize, rc::gen::inRange<T>(low, high));
}

[[nodiscard]] rc::Gen<QString> text(); ///< short, often empty, with letters of several scripts
[[nodiscard]] rc::Gen<QJsonObject> unknownMembers(); ///< names that no version of the contract has
[[nodiscard]] rc::Gen<Creative> creative(const ClusterRef &cluster);
[[nodiscard]] rc::Gen<Targeting> targeting(const ClusterRef &cluster);
[[nodiscard]] rc::Gen<IntegrationDetails> integration(const ClusterRef &cluster);
/// A row of up to four clusters of one run, with unknown members at every level.
[[nodiscard]] rc::Gen<SetupProcess> setupProcess();

} // namespace groundswell::testing
