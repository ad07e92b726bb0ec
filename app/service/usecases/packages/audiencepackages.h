#pragma once

#include "app/audience/listformats.h"
#include "app/service/packages/computedpackage.h"
#include "app/service/store/packagestore.h"
#include "app/service/usecases/taste/tasteruns.h"

#include <QString>

#include <functional>
#include <map>
#include <mutex>
#include <stop_token>

namespace groundswell::service {

/// Audience packages over their whole life: INITIALIZING → INPROGRESS → DONE or FAILED, and EXPIRED after 28
/// days, when the lists are deleted. What a stop or a crash left unfinished is built by the next start.
/// Thread-safe.
class AudiencePackages {
public:
    static constexpr int lifetimeDays = 28;

    AudiencePackages(Workspace &workspace, TasteRuns &runs)
        : m_workspace(workspace)
        , m_runs(runs)
    {
    }

    /// Queues what is unfinished. Once, at the start.
    void resume();
    /// Deletes the lists of packages whose time is over. Called now and then; a single package is also
    /// checked whenever it is asked for. Where that fails the package is EXPIRED for everybody who asks, with
    /// the reason `error.package.expiry_failed`, and it is tried again the next time.
    void expireOld();

    /// Body of POST /package_builder/packages. 400 `error.package.invalid` with the fields.
    [[nodiscard]] Expected<StoredPackage> create(const QJsonObject &body);
    /// The same, built in this thread: DONE or FAILED when it returns.
    [[nodiscard]] Expected<StoredPackage> createNow(const QJsonObject &body);
    /// 400 for fewer than two, NotFound, 409 `error.package.not_done` for one without lists.
    [[nodiscard]] Expected<StoredPackage> merge(const std::vector<PackageId> &ids);
    [[nodiscard]] Expected<StoredPackage> regenerate(const PackageId &id);
    /// Gives up building one: it is FAILED with `error.package.cancelled` then, and can be regenerated. 409
    /// `error.package.not_building` where there is nothing to give up.
    [[nodiscard]] Expected<void> cancel(const PackageId &id);
    [[nodiscard]] Expected<std::vector<StoredPackage>> all();
    [[nodiscard]] Expected<StoredPackage> find(const PackageId &id);

    [[nodiscard]] Expected<AttributionSettings> setDetails(const PackageId &id, const QJsonObject &body);
    [[nodiscard]] Expected<AttributionSettings> defaults();
    [[nodiscard]] Expected<AttributionSettings> setDefaults(const QJsonObject &body);
    /// Counted on the data as it is now; after the lists have expired as it was then.
    [[nodiscard]] Expected<PackageEvaluation> evaluation(const PackageId &id);

    /// The customers of one cluster who may be written to today, as a file (wave-api 9.8). 410
    /// `error.package.expired`, 409 `error.package.not_done`, NotFound `error.cluster.not_found`.
    [[nodiscard]] Expected<std::string> customerList(const PackageId &id, const ClusterName &tc,
                                                     const ListFormat &format = usualListFormat(),
                                                     ListReader reader = ListReader::Programs);

private:
    [[nodiscard]] Expected<StoredPackage> request(const QJsonObject &body);
    void enqueue(const PackageId &id);
    void build(const PackageId &id, const std::stop_token &stop);
    void buildOnce(const PackageId &id, const std::stop_token &cancel);
    [[nodiscard]] Expected<BuiltPackage> contentOf(const StoredPackage &package, const std::stop_token &stop);
    [[nodiscard]] Expected<BuiltPackage> buildFresh(const StoredPackage &package,
                                                    const std::stop_token &stop);
    [[nodiscard]] Expected<BuiltPackage> buildMerged(const StoredPackage &package,
                                                     const std::stop_token &stop);
    [[nodiscard]] Expected<std::vector<PackageContent>> finishedContent(const PackageId &id);
    [[nodiscard]] Expected<PackageEvaluation> evaluate(const StoredPackage &package);
    [[nodiscard]] Expected<PackageSpec> specOf(const QJsonObject &request);
    [[nodiscard]] Expected<StoredPackage> expireIfOver(StoredPackage package);

    Workspace &m_workspace;
    TasteRuns &m_runs;
    /// A package that a thread is at.
    struct Building {
        std::stop_source cancel;
        bool again = false; ///< another job came for it meanwhile: this thread does that too
    };
    std::mutex m_mutex; ///< guards what is being built, between those who build and those who give up
    std::map<QString, Building> m_building; ///< by the package's id
};

} // namespace groundswell::service
