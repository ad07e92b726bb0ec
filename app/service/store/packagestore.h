#pragma once

#include "models/wave/package.h"

#include <QJsonObject>

#include <functional>
#include <string>
#include <vector>

namespace groundswell::service {

struct PackageMember {
    std::string customerId;
    double affinity = 0; ///< 0–1
};

/// A built cluster of a package.
struct PackageContent {
    ClusterName tc;
    QString label;
    std::vector<PackageMember> members; ///< sorted by customer id
};

/// A package as it is stored: the contract's row, and what the row doesn't show.
struct StoredPackage {
    AudiencePackage row;
    QJsonObject request; ///< body of its creation, to build it again; empty for a merged one
    std::vector<PackageId> sources; ///< of a merged one
    AttributionSettings details;
    QJsonObject lastEvaluation; ///< kept when the lists expire, else empty
    qint64 attempt = 0; ///< the number of the attempt to build it; counted up by restart()
};

/// The result of a build.
struct BuiltPackage {
    std::vector<PackageContent> clusters;
    TcRunId tcRunId = 0;
    qint64 customers = 0; ///< distinct
    QJsonObject report; ///< who was left out and why; becomes members of the row
};

/// Thread-safe; every write is one transaction.
class PackageStore {
public:
    virtual ~PackageStore() = default;

    /// In state INITIALIZING. The same transaction marks the sources of a merge with the new id.
    [[nodiscard]] virtual Expected<StoredPackage> create(StoredPackage package) = 0;
    [[nodiscard]] virtual Expected<std::vector<StoredPackage>> all() = 0; ///< newest first
    /// NotFound `error.package.not_found`.
    [[nodiscard]] virtual Expected<StoredPackage> find(const PackageId &id) = 0;

    // What a build reports. It counts while the package is being built, and only from this very attempt: a
    // report of a build that was given up, or overtaken by another one, comes too late and changes nothing.

    /// INPROGRESS, with its progress.
    [[nodiscard]] virtual Expected<void> setProgress(const PackageId &id, qint64 attempt, double part) = 0;
    /// DONE, with the lists. Returns whether it counted, as fail() does.
    [[nodiscard]] virtual Expected<bool> finish(const PackageId &id, qint64 attempt,
                                                const BuiltPackage &built, const QDateTime &expiresAt) = 0;
    [[nodiscard]] virtual Expected<bool> fail(const PackageId &id, qint64 attempt, const QString &reason) = 0;
    /// Back to INITIALIZING, from EXPIRED, FAILED and DONE; 409 `error.package.busy` otherwise. The old lists
    /// are deleted.
    [[nodiscard]] virtual Expected<StoredPackage> restart(const PackageId &id) = 0;
    /// Deletes the lists of a DONE package and keeps \a evaluation as its last one; does nothing in any other
    /// state.
    [[nodiscard]] virtual Expected<void> expire(const PackageId &id, const QJsonObject &evaluation) = 0;
    [[nodiscard]] virtual Expected<void> setDetails(const PackageId &id,
                                                    const AttributionSettings &details) = 0;

    /// What a new package begins with.
    [[nodiscard]] virtual Expected<AttributionSettings> attributionDefaults() = 0;
    [[nodiscard]] virtual Expected<void> setAttributionDefaults(const AttributionSettings &details) = 0;

    /// The lists; empty before DONE. Gone `error.package.expired` after their deletion.
    [[nodiscard]] virtual Expected<std::vector<PackageContent>> content(const PackageId &id) = 0;
};

} // namespace groundswell::service
