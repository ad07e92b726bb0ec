#include "app/desktop/shell/job.h"

#include <utility>

namespace groundswell {

Job::Job(const QString &title, std::function<void()> cancel, QObject *parent)
    : QObject(parent)
    , m_title(title)
    , m_cancel(std::move(cancel))
{
}

void Job::setTitle(const QString &title)
{
    m_title = title;
    Q_EMIT changed();
}

void Job::setShare(std::optional<double> share)
{
    m_share = share;
    Q_EMIT changed();
}

void Job::cancel()
{
    if (const auto action = std::exchange(m_cancel, nullptr))
        action();
    end();
}

void Job::end()
{
    if (std::exchange(m_ended, true))
        return;
    Q_EMIT ended();
}

} // namespace groundswell
