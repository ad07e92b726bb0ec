#include "app/service/store/sqlite/rescue/withdrawnconsents.h"

#include "app/service/store/sqlite/connection/storeproblem.h"

#include <set>

namespace groundswell::service {

namespace {

constexpr const char *index = "sqlite_autoindex_changed_customer_1";

/// Reads from both ends up to the damaged place. False if not everything was read.
bool readNumbers(Database &from, std::set<std::int64_t> &numbers)
{
    for (const char *direction : {"", " DESC"}) {
        try {
            if (!from.prepare("SELECT 1 FROM sqlite_master WHERE name = ?").bindAll(index).step())
                return false;
            Statement select = from.prepare(std::string("SELECT no FROM changed_customer INDEXED BY ") + index
                                            + " ORDER BY id" + direction);
            while (select.step())
                numbers.insert(select.integer(0));
            return true;
        } catch (const SqlError &error) {
            if (!isDamage(error))
                throw;
        }
    }
    return false;
}

std::vector<std::int64_t> numbersOf(Database &database, const std::string &sql)
{
    std::vector<std::int64_t> numbers;
    Statement select = database.prepare(sql);
    while (select.step())
        numbers.push_back(select.integer(0));
    return numbers;
}

} // namespace

WithdrawnConsents withdrawConsents(Database &from, Database &to)
{
    WithdrawnConsents result;
    std::set<std::int64_t> concerned;
    result.isComplete = readNumbers(from, concerned);
    if (to.prepare("SELECT 1 FROM import_stage").step())
        return result;
    Statement update =
        to.prepare("UPDATE customer SET consent_email = 0, consent_ads = 0, ad_opt_out = 1 WHERE no = ?");
    for (const std::int64_t number :
         numbersOf(to, "SELECT no FROM customer WHERE no NOT IN (SELECT no FROM changed_customer)")) {
        if (result.isComplete && !concerned.contains(number))
            continue;
        update.bindAll(number).run();
        result.customers.push_back(number);
    }
    return result;
}

} // namespace groundswell::service
