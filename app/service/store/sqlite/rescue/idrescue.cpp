#include "app/service/store/sqlite/rescue/idrescue.h"

#include "app/service/store/searchtext.h"
#include "app/service/store/sqlite/connection/storeproblem.h"

namespace groundswell::service {

namespace {

const char *insertOf(const std::string &table)
{
    if (table == "event")
        return "INSERT OR IGNORE INTO event (no, id, title, starts_at) VALUES (?1, ?2, ?2, 0)";
    if (table == "customer")
        return "INSERT OR IGNORE INTO customer (no, id, consent_email, consent_ads, ad_opt_out)"
               " VALUES (?1, ?2, 0, 0, 1)";
    return "INSERT OR IGNORE INTO ticket_category (no, name) VALUES (?1, ?2)";
}

bool hasIndex(Database &database, const std::string &index)
{
    return database.prepare("SELECT 1 FROM sqlite_master WHERE name = ?").bindAll(index).step();
}

} // namespace

IdRescue rescueIds(Database &from, Database &to, const std::string &table)
{
    IdRescue result;
    const std::string index = "sqlite_autoindex_" + table + "_1";
    const std::string id = table == "ticket_category" ? "name" : "id";
    if (!hasIndex(from, index))
        return result;
    Statement insert = to.prepare(insertOf(table));
    for (const char *direction : {"", " DESC"}) { // from the other end up to the damaged place
        try {
            Statement select = from.prepare("SELECT no, " + id + " FROM " + table + " INDEXED BY " + index
                                            + " ORDER BY " + id + direction);
            while (select.step()) {
                insert.bindAll(select.integer(0), select.view(1)).run();
                if (to.changes() > 0)
                    result.added.push_back(select.integer(0));
            }
            result.isComplete = true;
            break;
        } catch (const SqlError &error) {
            if (!isDamage(error))
                throw;
        }
    }
    return result;
}

void dateEvents(Database &database, const std::vector<std::int64_t> &events)
{
    Statement update =
        database.prepare("UPDATE event SET starts_at = ?2, over_at = ?2, search = ?3 WHERE no = ?1");
    Statement select = database.prepare("SELECT id, (SELECT coalesce(max(last_at), 0) FROM sale_block WHERE "
                                        "sale_block.event = e.no) FROM event AS e"
                                        " WHERE no = ?");
    for (const std::int64_t event : events) {
        if (select.bindAll(event).step()) {
            // Folded as an import folds it: the other texts are empty, with a line for each.
            const QString search = foldedForSearch(select.text(0) + QString(6, u'\n'));
            update.bindAll(event, select.integer(1), search).run();
        }
        select.reset();
    }
}

} // namespace groundswell::service
