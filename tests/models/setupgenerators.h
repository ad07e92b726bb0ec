#pragma once

#include "models/wave/setupprocess.h"

#include <rapidcheck.h>

namespace groundswell::testing {

/// The same cases in every run, unless RC_PARAMS asks for others. Call it from initMain().
void useFixedSeed();

[[nodiscard]] rc::Gen<QString> text(); ///< short, often empty, with letters of several scripts
[[nodiscard]] rc::Gen<QJsonObject> unknownMembers(); ///< names that no version of the contract has
[[nodiscard]] rc::Gen<Creative> creative(const ClusterRef &cluster);
[[nodiscard]] rc::Gen<Targeting> targeting(const ClusterRef &cluster);
[[nodiscard]] rc::Gen<IntegrationDetails> integration(const ClusterRef &cluster);
/// A row of up to four clusters of one run, with unknown members at every level.
[[nodiscard]] rc::Gen<SetupProcess> setupProcess();

} // namespace groundswell::testing
