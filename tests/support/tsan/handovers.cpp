/// What the thread sanitizer has to be told if Qt itself isn't compiled with it, as in every distribution.
/// Work that one thread hands to another passes through Qt's event queue and thread pool, whose locks the
/// sanitizer can't see: without these functions each hand-over looks like a race. They replace Qt's functions
/// of the same names, call them, and say "what happened before the hand-over happened before the work", which
/// is what Qt documents (Threads and QObjects; QThreadPool) and nothing more: two threads that meet elsewhere
/// are still reported. Linked into every test of the preset tsan, and into nothing else.

#include <QCoreApplication>
#include <QMutex>
#include <QObject>
#include <QThread>
#include <QThreadPool>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

#include <array>
#include <mutex>

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#error "Qt 6.5 changed QMetaObject::invokeMethodImpl and the slot objects: adapt the functions of this file"
#endif

namespace {

template <class Function> Function original(const char *symbol)
{
    void *const found = dlsym(RTLD_NEXT, symbol);
    if (!found)
        qFatal("This Qt has no %s: the hand-overs can't be told to the thread sanitizer", symbol);
    return reinterpret_cast<Function>(found); // allowed: what dlsym is for
}

/// Signals copy their arguments for a receiver on another thread while they are being emitted, so the
/// hand-over is somewhere inside: the emitting thread holds the sender's lock meanwhile, and the receiving
/// thread takes it first.
std::recursive_mutex &lockOf(const void *sender)
{
    static std::array<std::recursive_mutex, 1021> locks;
    return locks[(reinterpret_cast<quintptr>(sender) >> 4) % locks.size()];
}

/// Stands before a slot: what the other side did before it called is visible to the slot.
class Handover : public QtPrivate::QSlotObjectBase {
public:
    /// \a sender is null for a call without a signal.
    Handover(QtPrivate::QSlotObjectBase *slot, const QObject *sender)
        : QSlotObjectBase(&run)
        , m_slot(slot)
        , m_sender(sender)
    {
        __tsan_release(this);
    }
    ~Handover() { m_slot->destroyIfLastRef(); }

private:
    static void run(int which, QSlotObjectBase *base, QObject *receiver, void **arguments, bool *isEqual)
    {
        auto *const self = static_cast<Handover *>(base);
        switch (which) {
        case Destroy:
            __tsan_acquire(self);
            delete self;
            break;
        case Call:
            __tsan_acquire(self);
            if (self->m_sender)
                const std::scoped_lock<std::recursive_mutex> passed(lockOf(self->m_sender));
            self->m_slot->call(receiver, arguments);
            __tsan_release(self);
            break;
        case Compare:
            *isEqual = self->m_slot->compare(arguments);
            break;
        default:
            break;
        }
    }

    QtPrivate::QSlotObjectBase *const m_slot;
    const QObject *const m_sender;
};

} // namespace

bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type,
                                   void *ret)
{
    static const auto call = original<bool (*)(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType,
                                               void *)>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    auto *const handover = new Handover(slot, nullptr);
    handover->ref(); // outlives the call: a blocking one hands its result back
    const bool isDone = call(object, handover, type, ret);
    if (type == Qt::BlockingQueuedConnection)
        __tsan_acquire(handover);
    handover->destroyIfLastRef();
    return isDone;
}

QMetaObject::Connection QObject::connectImpl(const QObject *sender, void **signal, const QObject *receiver,
                                             void **slot, QtPrivate::QSlotObjectBase *slotObject,
                                             Qt::ConnectionType type, const int *types,
                                             const QMetaObject *senderMetaObject)
{
    using Connect = QMetaObject::Connection (*)(const QObject *, void **, const QObject *, void **,
                                                QtPrivate::QSlotObjectBase *, Qt::ConnectionType, const int *,
                                                const QMetaObject *);
    static const auto connect =
        original<Connect>("_ZN7QObject11connectImplEPKS_PPvS1_S3_"
                          "PN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPKiPK11QMetaObject");
    return connect(sender, signal, receiver, slot, new Handover(slotObject, sender), type, types,
                   senderMetaObject);
}

void QMetaObject::activate(QObject *sender, const QMetaObject *metaObject, int signal, void **arguments)
{
    static const auto activate = original<void (*)(QObject *, const QMetaObject *, int, void **)>(
        "_ZN11QMetaObject8activateEP7QObjectPKS_iPPv");
    // The main thread's signals reach other threads only through a call; its slots may well wait for one.
    if (!qApp || sender->thread() == qApp->thread())
        return activate(sender, metaObject, signal, arguments);
    const std::scoped_lock<std::recursive_mutex> emitting(lockOf(sender));
    activate(sender, metaObject, signal, arguments);
}

void QThreadPool::start(std::function<void()> work, int priority)
{
    static const auto start = original<void (*)(QThreadPool *, std::function<void()>, int)>(
        "_ZN11QThreadPool5startESt8functionIFvvEEi");
    const auto place = std::make_shared<char>();
    __tsan_release(place.get());
    start(
        this,
        [work = std::move(work), place] {
            __tsan_acquire(place.get());
            work();
        },
        priority);
}

void QThreadPool::start(QRunnable *work, int priority)
{
    static const auto start =
        original<void (*)(QThreadPool *, QRunnable *, int)>("_ZN11QThreadPool5startEP9QRunnablei");
    class Passed : public QRunnable {
    public:
        explicit Passed(QRunnable *work)
            : m_work(work)
        {
            __tsan_release(this);
        }
        void run() override
        {
            __tsan_acquire(this);
            const bool isOurs = m_work->autoDelete();
            m_work->run();
            if (isOurs)
                delete m_work;
        }

    private:
        QRunnable *const m_work;
    };
    start(this, new Passed(work), priority);
}

// Inline code locks a mutex that nobody waits for, and the sanitizer sees that; these are for a mutex that
// somebody waits for.
void QBasicMutex::lockInternal() QT_MUTEX_LOCK_NOEXCEPT
{
    static const auto lock = original<void (*)(QBasicMutex *)>("_ZN11QBasicMutex12lockInternalEv");
    lock(this);
    __tsan_acquire(this);
}

void QBasicMutex::unlockInternal() noexcept
{
    static const auto unlock = original<void (*)(QBasicMutex *)>("_ZN11QBasicMutex14unlockInternalEv");
    __tsan_release(this);
    unlock(this);
}
