#pragma once

#include "app/service/store/salesstore.h"
#include "app/service/store/sqlite/database.h"

#include <string>
#include <vector>

namespace groundswell::service {

/// SalesStore::visitContacts() on one connection. The visitor is called in this thread.
void readContacts(Database &database, const std::vector<std::string> &ids, const ContactVisitor &visit);

} // namespace groundswell::service
