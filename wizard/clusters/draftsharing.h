#pragma once

#include "models/wave/setupprocess.h"

namespace groundswell {

// "Use for all clusters": what one chosen cluster has, given to every other, as plain changes of a row. Each
// is meant for SetupDraft::edit(), so that it is one step of undo.

/// \a member of the ad at \a index of \a from for all ads of all chosen clusters; an empty member copies the
/// whole ad. A cluster without an ad gets one.
void shareCreative(SetupProcess &row, const ClusterRef &from, int index, const QString &member);
void shareTargeting(SetupProcess &row, const ClusterRef &from);
void shareIntegration(SetupProcess &row, const ClusterRef &from);

/// The language ads are usually written in where the event is (BCP 47); empty where the country isn't known.
[[nodiscard]] QString languageOfCountry(const QString &country);

} // namespace groundswell
