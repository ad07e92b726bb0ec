/// Proves that the thread sanitizer sees what it must in this build: a number that is handed from thread to
/// thread is no race, and with any argument one that two threads change at once is.

#include <QCoreApplication>
#include <QThread>

int main(int count, char **arguments)
{
    const QCoreApplication application(count, arguments);
    const bool races = count > 1;
    QThread thread;
    QObject worker;
    worker.moveToThread(&thread);
    thread.start();

    int handed = 1;
    int shared = 0;
    const auto queued = [&] {
        ++handed;
        if (races)
            ++shared;
    };
    QMetaObject::invokeMethod(&worker, queued, Qt::QueuedConnection);
    if (races)
        ++shared;
    QMetaObject::invokeMethod(
        &worker, [&] { ++handed; }, Qt::BlockingQueuedConnection);
    ++handed;

    thread.quit();
    thread.wait();
    return handed == 4 ? 0 : 1;
}
