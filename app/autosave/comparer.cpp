#include "app/autosave/comparer.h"

namespace groundswell {

Comparer::Comparer(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

Comparer::~Comparer()
{
    m_pool.clear();
    m_pool.waitForDone(); // it reports to this object
}

} // namespace groundswell
