#pragma once

#include "app/service/store/salesstore.h"
#include "app/service/store/sqlite/connection/connections.h"

namespace groundswell::service {

class SqliteSalesStore final : public SalesStore {
public:
    explicit SqliteSalesStore(Connections &connections)
        : m_connections(connections)
    {
    }

    Expected<ImportOutcome> apply(ImportRows batch, const JobControl &control) override;
    Expected<void> tidyUp(const std::stop_token &stop) override;
    Expected<QString> snapshotId() override;
    Expected<Dataset> loadDataset(const std::stop_token &stop) override;
    Expected<std::unordered_set<std::string>> eventIds() override;
    Expected<void> visitContacts(const std::vector<std::string> &ids, const ContactVisitor &visit,
                                 const std::stop_token &stop) override;

private:
    Connections &m_connections;
};

} // namespace groundswell::service
