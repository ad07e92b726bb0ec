#pragma once

#include "app/service/store/packagestore.h"
#include "app/service/store/sqlite/connection/connections.h"

namespace groundswell::service {

class SqlitePackageStore final : public PackageStore {
public:
    explicit SqlitePackageStore(Connections &connections)
        : m_connections(connections)
    {
    }

    Expected<StoredPackage> create(StoredPackage package) override;
    Expected<std::vector<StoredPackage>> all() override;
    Expected<StoredPackage> find(const PackageId &id) override;
    Expected<void> setProgress(const PackageId &id, qint64 attempt, double part) override;
    Expected<bool> finish(const PackageId &id, qint64 attempt, const BuiltPackage &built,
                          const QDateTime &expiresAt) override;
    Expected<bool> fail(const PackageId &id, qint64 attempt, const QString &reason) override;
    Expected<StoredPackage> restart(const PackageId &id) override;
    Expected<void> expire(const PackageId &id, const QJsonObject &evaluation) override;
    Expected<void> setDetails(const PackageId &id, const AttributionSettings &details) override;
    Expected<AttributionSettings> attributionDefaults() override;
    Expected<void> setAttributionDefaults(const AttributionSettings &details) override;
    Expected<std::vector<PackageContent>> content(const PackageId &id) override;

private:
    Connections &m_connections;
};

} // namespace groundswell::service
