#include "app/service/store/sqlite/migrations/migrations.h"

#include "app/service/store/sqlite/migrations/steps.h"

#include <array>
#include <string>

namespace groundswell::service {

namespace {

Problem refusal(const QString &key, const QString &detail)
{
    Problem problem;
    problem.kind = Problem::Kind::Rejected;
    problem.messageKey = key;
    problem.detail = detail;
    return problem;
}

} // namespace

bool isEmptyDatabase(Database &database)
{
    Statement count = database.prepare("SELECT count(*) FROM sqlite_master");
    return count.step() && count.integer(0) == 0;
}

std::span<const Migration> migrations()
{
    static const std::array all{
        Migration{1, steps::catalogue},
        Migration{2, steps::service},
        Migration{3, steps::clusterQuality},
        Migration{4, steps::saleBlocks, steps::convertSalesToBlocks},
        Migration{5, steps::eventDay},
        Migration{6, steps::staging, steps::takeFingerprints},
        Migration{7, steps::packageLists, steps::convertPackageLists},
        Migration{8, steps::pageChecks},
    };
    return all;
}

Expected<void> checkIsWorkspace(Database &database, std::span<const Migration> steps)
{
    if (database.pragma("application_id") != applicationId && !isEmptyDatabase(database))
        return tl::make_unexpected(refusal(QStringLiteral("error.store.not_a_workspace"), {}));
    const std::int64_t version = database.pragma("user_version");
    const std::int64_t newest = steps.empty() ? 0 : steps.back().number;
    if (version > newest) {
        return tl::make_unexpected(
            refusal(QStringLiteral("error.store.newer"), QStringLiteral("%1, %2").arg(version).arg(newest)));
    }
    return {};
}

Expected<void> migrate(Database &database, std::span<const Migration> steps)
{
    Transaction transaction(database, Transaction::Mode::Write);
    if (auto checked = checkIsWorkspace(database, steps); !checked)
        return checked;
    const std::int64_t version = database.pragma("user_version");
    for (const Migration &step : steps) {
        if (step.number <= version)
            continue;
        database.execute(step.sql);
        if (step.convert)
            step.convert(database);
    }
    if (!steps.empty() && version != steps.back().number) {
        database.execute(("PRAGMA application_id=" + std::to_string(applicationId)).c_str());
        database.execute(("PRAGMA user_version=" + std::to_string(steps.back().number)).c_str());
    }
    transaction.commit();
    return {};
}

} // namespace groundswell::service
