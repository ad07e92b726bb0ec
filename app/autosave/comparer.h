#pragma once

#include "app/net/rest/requesthandle.h"

#include <QMutex>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace groundswell {

/// Compares large rows on another thread, so that the window doesn't wait. Only values go there and back;
/// dropping the handle drops the result. The destructor waits for nothing: nobody who leaves the program
/// should wait for a comparison that isn't wanted any more.
class Comparer : public QObject {
    Q_OBJECT
public:
    /// Rows of fewer bytes are compared at once, on the calling thread.
    static constexpr qint64 largeRow = 256 * 1024;

    explicit Comparer(QObject *parent = nullptr);
    ~Comparer() override;

    /// \a job runs on the other thread, \a done on this one, later.
    template <class T> RequestHandle run(std::function<T()> job, std::function<void(const T &)> done)
    {
        auto *ticket = new QObject(this);
        const auto work = [line = m_line, job = std::move(job), done = std::move(done),
                           alive = QPointer<QObject>(ticket)] {
            line->report([result = job(), done, alive] {
                if (!alive)
                    return;
                delete alive.data();
                done(result);
            });
        };
        QThreadPool::globalInstance()->start(work, urgent);
        return RequestHandle([alive = QPointer<QObject>(ticket)] { delete alive.data(); });
    }

private:
    static constexpr int urgent = 1; ///< before other work that waits for a thread

    /// The way back to this object, which may be gone by then.
    class Line {
    public:
        explicit Line(QObject *receiver)
            : m_receiver(receiver)
        {
        }
        void report(const std::function<void()> &result);
        void cut();

    private:
        QMutex m_mutex; ///< the receiver must not go while it is being called
        QObject *m_receiver;
    };
    std::shared_ptr<Line> m_line;
};

} // namespace groundswell
