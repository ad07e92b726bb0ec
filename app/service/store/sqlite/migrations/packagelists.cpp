#include "app/service/store/sqlite/migrations/steps.h"

#include "app/service/store/sqlite/stores/packagelist.h"

#include <vector>

namespace groundswell::service::steps {

const char *const packageLists = R"sql(
CREATE TABLE package_list ( -- the people of a cluster, some thousand a row
    package INTEGER NOT NULL,
    cluster INTEGER NOT NULL, -- position
    piece INTEGER NOT NULL,
    members BLOB NOT NULL, -- packagelist.h
    PRIMARY KEY (package, cluster, piece)
);
-- Counted up by each regeneration: what an earlier build brings late is not taken.
ALTER TABLE package ADD COLUMN attempt INTEGER NOT NULL DEFAULT 0;
)sql";

void convertPackageLists(Database &database)
{
    database.execute("PRAGMA secure_delete=ON"); // personal data doesn't stay behind
    Statement cluster = database.prepare("SELECT package, position FROM package_cluster");
    Statement member = database.prepare("SELECT customer_id, affinity FROM package_member"
                                        " WHERE package = ? AND cluster = ? ORDER BY customer_id");
    while (cluster.step()) {
        std::vector<PackageMember> members;
        member.bindAll(cluster.integer(0), cluster.integer(1));
        while (member.step())
            members.push_back({std::string(member.view(0)), member.real(1)});
        member.reset();
        insertList(database, cluster.integer(0), cluster.integer(1), packList(members));
    }
    cluster.reset();
    database.execute("DROP TABLE package_member");
}

} // namespace groundswell::service::steps
