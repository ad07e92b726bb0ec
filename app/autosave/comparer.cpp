#include "app/autosave/comparer.h"

namespace groundswell {

Comparer::Comparer(QObject *parent)
    : QObject(parent)
    , m_line(std::make_shared<Line>(this))
{
}

Comparer::~Comparer()
{
    m_line->cut();
}

void Comparer::Line::report(const std::function<void()> &result)
{
    const QMutexLocker lock(&m_mutex);
    if (m_receiver)
        QMetaObject::invokeMethod(m_receiver, result, Qt::QueuedConnection);
}

void Comparer::Line::cut()
{
    const QMutexLocker lock(&m_mutex);
    m_receiver = nullptr;
}

} // namespace groundswell
