#include "app/service/store/sqlite/connection/connections.h"

#include "app/service/store/sqlite/connection/storeproblem.h"

namespace groundswell::service {

namespace {
// More idle readers than request threads would only hold memory and file handles.
constexpr size_t maxIdleReaders = 8;

SqlError foundDamaged()
{
    return {damageCode, "the workspace was found to be damaged"};
}

} // namespace

Connections::Connections(QString path)
    : m_path(std::move(path))
    , m_writer(m_path, Database::Access::ReadWrite)
    , m_checkpoints(m_writer, m_path)
{
}

Problem Connections::problemOf(const SqlError &error)
{
    return storeFault(error);
}

Problem Connections::noteFault(const SqlError &error)
{
    if (isDamage(error))
        m_isDamaged = true;
    return storeFault(error);
}

Problem Connections::refusedAsDamaged()
{
    return storeFault(foundDamaged());
}

void Connections::throwAsDamaged()
{
    throw foundDamaged();
}

std::unique_ptr<Database> Connections::takeReader()
{
    {
        const std::scoped_lock lock(m_readers);
        if (!m_idleReaders.empty()) {
            std::unique_ptr<Database> reader = std::move(m_idleReaders.back());
            m_idleReaders.pop_back();
            return reader;
        }
    }
    return std::make_unique<Database>(m_path, Database::Access::ReadOnly);
}

void Connections::giveBack(std::unique_ptr<Database> reader)
{
    const std::scoped_lock lock(m_readers);
    if (m_idleReaders.size() < maxIdleReaders)
        m_idleReaders.push_back(std::move(reader));
}

} // namespace groundswell::service
