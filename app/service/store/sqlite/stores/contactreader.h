#pragma once

#include "app/service/store/salesstore.h"
#include "app/service/store/sqlite/connection/database.h"

#include <string>
#include <vector>

namespace groundswell::service {

/// SalesStore::visitContacts() on two connections, both within a transaction that reads. The visitor is
/// called on this thread.
void readContacts(Database &database, Database &other, const std::vector<std::string> &ids,
                  const ContactVisitor &visit);

} // namespace groundswell::service
