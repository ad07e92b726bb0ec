#pragma once

#include "models/wave/setupprocess.h"

namespace groundswell {

/// Answer of POST /media.
struct UploadedMedia {
    OpenEnum<MediaType> type;
    QString url; ///< goes into a creative
    QString fileName;
    friend bool operator==(const UploadedMedia &, const UploadedMedia &) = default;
    /// An answer without an address is a problem.
    [[nodiscard]] static Expected<UploadedMedia> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace groundswell
