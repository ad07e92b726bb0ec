#pragma once

#include "app/net/requesthandle.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>

namespace groundswell {

/// Compares large rows on a thread of its own, so that the window doesn't wait. Only values go there and
/// back; dropping the handle drops the result. Destroying it waits for what is being compared.
class Comparer : public QObject {
    Q_OBJECT
public:
    /// Rows of fewer bytes are compared at once where they are.
    static constexpr qint64 largeRow = 256 * 1024;

    explicit Comparer(QObject *parent = nullptr);
    ~Comparer() override;

    /// \a job runs on the other thread, \a done on this one, later.
    template <class T> RequestHandle run(std::function<T()> job, std::function<void(const T &)> done)
    {
        auto *ticket = new QObject(this);
        m_pool.start([this, job = std::move(job), done = std::move(done), alive = QPointer<QObject>(ticket)] {
            const auto report = [result = job(), done, alive] {
                if (!alive)
                    return;
                delete alive.data();
                done(result);
            };
            QMetaObject::invokeMethod(this, report, Qt::QueuedConnection);
        });
        return RequestHandle([alive = QPointer<QObject>(ticket)] { delete alive.data(); });
    }

private:
    QThreadPool m_pool;
};

} // namespace groundswell
