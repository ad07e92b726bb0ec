#include "app/autosave/draftjournal.h"

#include "app/autosave/journalwriter.h"

#include <QCryptographicHash>
#include <QLockFile>
#include <QRegularExpression>
#include <QThread>

namespace groundswell {

namespace {

// Further edits don't restart it, so that even during endless typing the file lags by no more than this and
// one write.
constexpr std::chrono::milliseconds writeAfter{50};

} // namespace

DraftJournal::DraftJournal(Scheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_scheduler(scheduler)
    , m_timer(scheduler.makeTimer([this] { writePending(); }))
{
}

DraftJournal::~DraftJournal()
{
    if (!m_thread)
        return;
    flush(); // quit() would overtake what was posted before
    m_thread->quit();
    m_thread->wait();
}

QString DraftJournal::fileName(const QString &server, const PartnerId &partner, const EventId &eid)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    // The lengths keep ("a", "bc") and ("ab", "c") apart.
    for (const QString &part : {server, partner.value(), eid.value()}) {
        const QByteArray bytes = part.toUtf8();
        hash.addData(QByteArray::number(bytes.size()));
        hash.addData(":");
        hash.addData(bytes);
    }
    QString readable = eid.value().left(40);
    readable.replace(QRegularExpression(QStringLiteral("[^A-Za-z0-9_-]")), QStringLiteral("_"));
    return readable + QLatin1Char('-') + QString::fromLatin1(hash.result().toHex().first(16))
        + QStringLiteral(".journal");
}

DraftJournal::Opening DraftJournal::open(const QString &path)
{
    m_lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    // A lock never becomes stale by age; a lock whose owner has died is still taken over.
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock()) {
        if (m_lock->error() == QLockFile::LockFailedError)
            return Opening::InUse;
        m_errorText = m_lock->fileName();
        return Opening::Unusable;
    }
    auto writer = std::make_unique<JournalWriter>(path);
    if (!writer->open()) {
        m_errorText = writer->errorText();
        m_lock->unlock();
        return Opening::Unusable;
    }
    m_recovered = writer->recovered();

    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(QStringLiteral("journal"));
    m_writer = writer.release();
    m_writer->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_writer, &QObject::deleteLater);
    connect(m_writer, &JournalWriter::written, this, [this](quint64 revision) {
        m_writtenRevision = std::max(m_writtenRevision, revision);
        Q_EMIT written(revision);
    });
    connect(m_writer, &JournalWriter::failed, this, [this](const QString &errorText) {
        m_errorText = errorText;
        Q_EMIT failed(errorText);
    });
    m_thread->start();
    return Opening::Opened;
}

void DraftJournal::post(std::function<void(JournalWriter &)> action)
{
    if (!m_writer)
        return;
    QMetaObject::invokeMethod(
        m_writer, [writer = m_writer, action = std::move(action)] { action(*writer); }, Qt::QueuedConnection);
}

void DraftJournal::begin(const SetupRow &base, bool hasServerRow)
{
    m_timer->stop();
    if (!m_pending) {
        post([=](JournalWriter &writer) { writer.append(JournalState::baseRecord(base, hasServerRow)); });
        return;
    }
    // A merged draft and the row it stands on are one record. One without the other would make somebody
    // else's edits look like ours, or as if we had undone them, after a crash in between.
    post([=, edit = std::move(*m_pending)](JournalWriter &writer) {
        writer.editOn(base, hasServerRow, edit.revision, edit.draft, edit.editedAt);
    });
    m_pending.reset();
}

void DraftJournal::append(quint64 revision, const SetupProcess &draft)
{
    m_pending = Pending{revision, draft, m_scheduler.wallClock()};
    if (!m_timer->isActive())
        m_timer->start(writeAfter);
}

void DraftJournal::writePending()
{
    m_timer->stop();
    if (!m_pending)
        return;
    // The other thread makes the row into JSON: a keystroke waits neither for that nor for the disk.
    post([edit = std::move(*m_pending)](JournalWriter &writer) {
        writer.edit(edit.revision, edit.draft, edit.editedAt);
    });
    m_pending.reset();
}

void DraftJournal::markSent(quint64 revision)
{
    writePending(); // the edit first, so that it is there to be marked
    post([=](JournalWriter &writer) { writer.append(JournalState::sentRecord(revision)); });
}

void DraftJournal::ensureOnDisk(quint64 revision)
{
    if (m_writtenRevision < revision && flush())
        m_writtenRevision = revision;
}

void DraftJournal::acknowledge(quint64 revision, const SetupRow &server)
{
    if (m_pending && m_pending->revision <= revision) {
        m_pending.reset();
        m_timer->stop();
    }
    post([=](JournalWriter &writer) { writer.append(JournalState::acknowledgeRecord(revision, server)); });
}

void DraftJournal::discard()
{
    m_pending.reset();
    m_timer->stop();
    post([](JournalWriter &writer) { writer.append(JournalState::discardRecord()); });
}

void DraftJournal::remove()
{
    m_pending.reset();
    m_timer->stop();
    post([](JournalWriter &writer) { writer.remove(); });
}

bool DraftJournal::flush()
{
    if (!m_writer)
        return false;
    writePending();
    bool sound = false;
    QMetaObject::invokeMethod(
        m_writer, [&] { sound = m_writer->isSound(); }, Qt::BlockingQueuedConnection);
    return sound;
}

} // namespace groundswell
