#include "app/service/store/sqlite/stores/sqlitepackagestore.h"

#include "app/service/store/refusal.h"
#include "app/service/store/sqlite/stores/packagelist.h"
#include "app/service/store/sqlite/stores/rowjson.h"
#include "app/service/store/sqlite/stores/settingrows.h"

#include <QJsonArray>

namespace groundswell::service {

namespace {

constexpr std::string_view defaultsKey = "value.backhaul_defaults";
const QString idPrefix = QStringLiteral("pkg_");
constexpr const char *columns =
    "SELECT no, status, progress, merge_id, row, request, sources, details, evaluation, attempt"
    " FROM package";

Problem notFound()
{
    return refusal(404, QStringLiteral("error.package.not_found"));
}

/// 0 if it isn't one of our ids; no package has that number.
qint64 numberOf(const PackageId &id)
{
    return id.value().startsWith(idPrefix) ? id.value().mid(idPrefix.size()).toLongLong() : 0;
}

StoredPackage packageOf(const Statement &select)
{
    StoredPackage package;
    auto row = AudiencePackage::fromJson(jsonObject(select.view(4)));
    auto details = AttributionSettings::fromJson(jsonObject(select.view(7)));
    if (!row || !details)
        throw SqlError(0, "a stored package can't be read");
    package.row = std::move(*row);
    package.row.id = PackageId(idPrefix + QString::number(select.integer(0)));
    package.row.status = OpenEnum<PackageStatus>::fromWire(select.text(1));
    package.row.progress = select.real(2);
    package.row.mergeId = select.text(3);
    package.request = jsonObject(select.view(5));
    const QByteArray sources = select.text(6).toUtf8();
    for (const QJsonValue source : QJsonDocument::fromJson(sources).array())
        package.sources.emplace_back(source.toString());
    package.details = std::move(*details);
    package.lastEvaluation = jsonObject(select.view(8));
    package.attempt = select.integer(9);
    return package;
}

Expected<StoredPackage> read(Database &database, const PackageId &id)
{
    Statement select = database.prepare(std::string(columns) + " WHERE no = ?");
    select.bindAll(numberOf(id));
    if (!select.step())
        return tl::make_unexpected(notFound());
    return packageOf(select);
}

void writeRow(Database &database, const AudiencePackage &row)
{
    database.run("UPDATE package SET status = ?, progress = ?, row = ? WHERE no = ?", row.status.wire(),
                 row.progress.value_or(0), jsonText(row.toJson()), numberOf(row.id));
}

/// Deleted means overwritten in the file, not only unlinked: the lists are personal data.
void deleteContent(Database &database, qint64 package)
{
    database.execute("PRAGMA secure_delete=ON");
    database.run("DELETE FROM package_list WHERE package = ?", package);
    database.run("DELETE FROM package_cluster WHERE package = ?", package);
}

void insertContent(Database &database, qint64 package, const std::vector<PackageContent> &clusters,
                   const std::vector<PackedList> &lists)
{
    for (std::size_t position = 0; position < clusters.size(); ++position) {
        const PackageContent &cluster = clusters[position];
        database.run(
            "INSERT INTO package_cluster (package, position, tc, label, customers) VALUES (?, ?, ?, ?, ?)",
            package, position, cluster.tc.value(), cluster.label, cluster.members.size());
        insertList(database, package, static_cast<std::int64_t>(position), lists[position]);
    }
}

bool isBeingBuilt(const StoredPackage &package, qint64 attempt)
{
    return !package.row.isTerminal() && package.attempt == attempt;
}

} // namespace

Expected<StoredPackage> SqlitePackageStore::create(StoredPackage package)
{
    return m_connections.write([&](Database &database) -> Expected<StoredPackage> {
        QJsonArray sources;
        for (const PackageId &source : package.sources)
            sources.append(source.value());
        package.row.status = PackageStatus::Initializing;
        package.row.progress = 0.0;
        database.run("INSERT INTO package (status, row, request, sources, details) VALUES (?, '{}', ?, ?, ?)",
                     package.row.status.wire(), jsonText(package.request),
                     QString::fromUtf8(QJsonDocument(sources).toJson(QJsonDocument::Compact)),
                     jsonText(package.details.toJson()));
        package.row.id = PackageId(idPrefix + QString::number(database.lastInsertId()));
        writeRow(database, package.row);
        for (const PackageId &source : package.sources)
            database.run("UPDATE package SET merge_id = ? WHERE no = ?", package.row.id.value(),
                         numberOf(source));
        return package;
    });
}

Expected<std::vector<StoredPackage>> SqlitePackageStore::all()
{
    return m_connections.read([](Database &database) {
        Statement select = database.prepare(std::string(columns) + " ORDER BY no DESC");
        std::vector<StoredPackage> packages;
        while (select.step())
            packages.push_back(packageOf(select));
        return packages;
    });
}

Expected<StoredPackage> SqlitePackageStore::find(const PackageId &id)
{
    return m_connections.read([&](Database &database) { return read(database, id); });
}

Expected<void> SqlitePackageStore::setProgress(const PackageId &id, qint64 attempt, double part)
{
    return m_connections.write([&](Database &database) {
        database.run("UPDATE package SET status = 'INPROGRESS', progress = ? WHERE no = ? AND attempt = ?"
                     " AND status IN ('INITIALIZING', 'INPROGRESS')",
                     part, numberOf(id), attempt);
    });
}

Expected<bool> SqlitePackageStore::finish(const PackageId &id, qint64 attempt, const BuiltPackage &built,
                                          const QDateTime &expiresAt)
{
    // Before the transaction, so that nobody who waits for it waits for this.
    std::vector<PackedList> lists;
    for (const PackageContent &cluster : built.clusters)
        lists.push_back(packList(cluster.members));
    return m_connections.write([&](Database &database) -> Expected<bool> {
        auto package = read(database, id);
        if (!package)
            return tl::make_unexpected(package.error());
        if (!isBeingBuilt(*package, attempt))
            return false;
        AudiencePackage &row = package->row;
        row.status = PackageStatus::Done;
        row.progress = 1.0;
        row.tcRunId = built.tcRunId;
        row.customers = built.customers;
        row.expiresAt = expiresAt;
        row.failureReason.clear();
        row.clusters.clear();
        for (const PackageContent &cluster : built.clusters)
            row.clusters.push_back({cluster.tc, cluster.label, static_cast<qint64>(cluster.members.size())});
        for (auto member = built.report.begin(); member != built.report.end(); ++member)
            row.extra.insert(member.key(), member.value());
        deleteContent(database, numberOf(id));
        insertContent(database, numberOf(id), built.clusters, lists);
        writeRow(database, row);
        return true;
    });
}

Expected<bool> SqlitePackageStore::fail(const PackageId &id, qint64 attempt, const QString &reason)
{
    return m_connections.write([&](Database &database) -> Expected<bool> {
        auto package = read(database, id);
        if (!package)
            return tl::make_unexpected(package.error());
        if (!isBeingBuilt(*package, attempt))
            return false;
        package->row.status = PackageStatus::Failed;
        package->row.failureReason = reason;
        writeRow(database, package->row);
        return true;
    });
}

Expected<StoredPackage> SqlitePackageStore::restart(const PackageId &id)
{
    return m_connections.write([&](Database &database) -> Expected<StoredPackage> {
        auto package = read(database, id);
        if (!package)
            return package;
        AudiencePackage &row = package->row;
        if (!row.isTerminal())
            return tl::make_unexpected(refusal(409, QStringLiteral("error.package.busy")));
        deleteContent(database, numberOf(id));
        row.status = PackageStatus::Initializing;
        row.progress = 0.0;
        row.customers.reset();
        row.clusters.clear();
        row.expiresAt = {};
        row.failureReason.clear();
        writeRow(database, row);
        ++package->attempt;
        database.run("UPDATE package SET evaluation = '{}', attempt = ? WHERE no = ?", package->attempt,
                     numberOf(id));
        return package;
    });
}

Expected<void> SqlitePackageStore::expire(const PackageId &id, const QJsonObject &evaluation)
{
    return m_connections.write([&](Database &database) -> Expected<void> {
        auto package = read(database, id);
        if (!package)
            return tl::make_unexpected(package.error());
        if (!package->row.status.is(PackageStatus::Done))
            return {}; // somebody else was first, and kept the evaluation
        deleteContent(database, numberOf(id));
        package->row.status = PackageStatus::Expired;
        writeRow(database, package->row);
        database.run("UPDATE package SET evaluation = ? WHERE no = ?", jsonText(evaluation), numberOf(id));
        return {};
    });
}

Expected<void> SqlitePackageStore::setDetails(const PackageId &id, const AttributionSettings &details)
{
    return m_connections.write([&](Database &database) -> Expected<void> {
        database.run("UPDATE package SET details = ? WHERE no = ?", jsonText(details.toJson()), numberOf(id));
        if (database.changes() == 0)
            return tl::make_unexpected(notFound());
        return {};
    });
}

Expected<AttributionSettings> SqlitePackageStore::attributionDefaults()
{
    return m_connections.read([](Database &database) {
        return AttributionSettings::fromJson(jsonSettingRow(database, defaultsKey).value_or(QJsonObject()));
    });
}

Expected<void> SqlitePackageStore::setAttributionDefaults(const AttributionSettings &details)
{
    return m_connections.write(
        [&](Database &database) { setJsonSettingRow(database, defaultsKey, details.toJson()); });
}

Expected<std::vector<PackageContent>> SqlitePackageStore::content(const PackageId &id)
{
    return m_connections.read([&](Database &database) -> Expected<std::vector<PackageContent>> {
        const auto package = read(database, id);
        if (!package)
            return tl::make_unexpected(package.error());
        if (package->row.status.is(PackageStatus::Expired))
            return tl::make_unexpected(refusal(410, QStringLiteral("error.package.expired")));
        std::vector<PackageContent> clusters;
        Statement cluster = database.prepare(
            "SELECT position, tc, label, customers FROM package_cluster WHERE package = ? ORDER BY position");
        cluster.bindAll(numberOf(id));
        while (cluster.step()) {
            clusters.push_back({ClusterName(cluster.text(1)), cluster.text(2),
                                readList(database, numberOf(id), cluster.integer(0),
                                         static_cast<std::size_t>(cluster.integer(3)))});
        }
        return clusters;
    });
}

} // namespace groundswell::service
