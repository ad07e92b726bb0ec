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
    BackhaulDetails details;
    QJsonObject lastEvaluation; ///< kept when the lists expire, else empty
};

/// What a build brings.
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

    /// In state INITIALIZING. The sources of a merge are marked with the new id in the same transaction.
    [[nodiscard]] virtual Expected<StoredPackage> create(StoredPackage package) = 0;
    [[nodiscard]] virtual Expected<std::vector<StoredPackage>> all() = 0; ///< newest first
    /// NotFound `error.package.not_found`.
    [[nodiscard]] virtual Expected<StoredPackage> find(const PackageId &id) = 0;

    /// INITIALIZING or INPROGRESS, with how far it is; no-op where the package is already done.
    [[nodiscard]] virtual Expected<void> setProgress(const PackageId &id, PackageStatus status,
                                                     double part) = 0;
    [[nodiscard]] virtual Expected<void> finish(const PackageId &id, const BuiltPackage &built,
                                                const QDateTime &now, const QDateTime &expiresAt) = 0;
    [[nodiscard]] virtual Expected<void> fail(const PackageId &id, const QString &reason) = 0;
    /// Back to INITIALIZING, from EXPIRED, FAILED and DONE; 409 `error.package.busy` otherwise. The old
    /// lists are deleted.
    [[nodiscard]] virtual Expected<StoredPackage> restart(const PackageId &id) = 0;
    /// Deletes the lists of a DONE package and keeps \a evaluation as the last word on them; no-op in any
    /// other state.
    [[nodiscard]] virtual Expected<void> expire(const PackageId &id, const QJsonObject &evaluation) = 0;
    [[nodiscard]] virtual Expected<void> setDetails(const PackageId &id, const BackhaulDetails &details) = 0;

    /// The lists; empty before DONE. Gone `error.package.expired` after their deletion.
    [[nodiscard]] virtual Expected<std::vector<PackageContent>> content(const PackageId &id) = 0;
};

} // namespace groundswell::service
