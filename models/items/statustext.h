#pragma once

#include "models/wave/attributionmodel.h"
#include "models/wave/event.h"
#include "models/wave/package.h"
#include "models/wave/setupprocess.h"

#include <QCoreApplication>

namespace groundswell {

/// The contract's status words in the user's language, in one place. A word that this version doesn't know is
/// shown as it came; an unset one is empty.
class StatusText {
    Q_DECLARE_TR_FUNCTIONS(groundswell::StatusText)
public:
    [[nodiscard]] static QString of(const OpenEnum<Goal> &goal);
    [[nodiscard]] static QString of(const OpenEnum<FrontendStatus> &status);
    [[nodiscard]] static QString of(const OpenEnum<CampaignRollup> &status);
    [[nodiscard]] static QString of(const OpenEnum<PackageStatus> &status);
    [[nodiscard]] static QString of(const OpenEnum<PackageAttributionModel> &model);
    [[nodiscard]] static QString of(const OpenEnum<AttributionModel> &model);
    /// What the event list says of an event: what somebody did to it (cancelled, archived), else its
    /// campaigns, else its draft.
    [[nodiscard]] static QString statusOf(const Event &event);
};

} // namespace groundswell
