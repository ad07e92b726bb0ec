#include "app/autosave/draftarchive.h"

#include "app/autosave/archivewriter.h"

#include <QThread>

#include <algorithm>

namespace groundswell {

namespace {

// As the journal: not restarted by further edits.
constexpr std::chrono::milliseconds undoAfter{100};
constexpr std::chrono::minutes versionAfter{1};

/// The change that turns the steps with the serials \a before into those with \a after.
UndoChange changeOf(const std::vector<quint64> &before, const std::vector<quint64> &after)
{
    UndoChange change;
    auto old = before.begin();
    if (!after.empty())
        old = std::find(before.begin(), before.end(), after.front());
    if (old == before.end())
        old = before.begin(); // nothing in common at the front: all steps may have changed
    change.dropped = static_cast<int>(old - before.begin());
    const auto [end, unused] = std::mismatch(old, before.end(), after.begin(), after.end());
    change.removed = static_cast<int>(before.end() - end);
    return change;
}

} // namespace

DraftArchive::DraftArchive(const SetupDraft &draft, Scheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_draft(draft)
    , m_scheduler(scheduler)
    , m_undoTimer(scheduler.makeTimer([this] { writeUndo(); }))
    , m_versionTimer(scheduler.makeTimer([this] { addVersion(DraftVersion::Author::Me, m_draft.data()); }))
{
}

DraftArchive::~DraftArchive()
{
    if (!m_thread)
        return;
    flush(); // quit() would overtake what was posted before
    m_thread->quit();
    m_thread->wait();
}

bool DraftArchive::open(const QString &path)
{
    auto writer = std::make_unique<ArchiveWriter>(path);
    if (!writer->open())
        return false;
    m_keptUndo = writer->state().undo();
    m_versions = writer->state().versions();

    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(QStringLiteral("archive"));
    m_writer = writer.release();
    m_writer->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_writer, &QObject::deleteLater);
    connect(m_writer, &ArchiveWriter::versionAdded, this, [this](const DraftVersion &version) {
        m_versions.push_back(version);
        if (m_versions.size() > ArchiveState::mostVersions)
            m_versions.erase(m_versions.begin());
        Q_EMIT versionAdded(version);
    });
    m_thread->start();
    return true;
}

void DraftArchive::post(std::function<void(ArchiveWriter &)> action)
{
    if (!m_writer)
        return;
    QMetaObject::invokeMethod(
        m_writer, [writer = m_writer, action = std::move(action)] { action(*writer); }, Qt::QueuedConnection);
}

void DraftArchive::startUndo()
{
    const bool isKept = m_written.has_value();
    m_undoTimer->stop();
    m_written = m_draft.undoSerials();
    post([undo = KeptUndo{m_draft.data(), m_draft.undoTrail()}](ArchiveWriter &writer) {
        writer.startUndo(undo);
    });
    if (isKept)
        return;
    connect(&m_draft, &SetupDraft::changed, this, [this] {
        if (!m_undoTimer->isActive())
            m_undoTimer->start(undoAfter);
    });
}

void DraftArchive::endUndo()
{
    m_undoTimer->stop();
    disconnect(&m_draft, nullptr, this, nullptr);
    m_written.reset();
    post([](ArchiveWriter &writer) { writer.endUndo(); });
}

void DraftArchive::writeUndo()
{
    m_undoTimer->stop();
    if (!m_written)
        return;
    const std::vector<quint64> serials = m_draft.undoSerials();
    UndoChange change = changeOf(*m_written, serials);
    const size_t kept = m_written->size() - static_cast<size_t>(change.dropped + change.removed);
    for (size_t i = kept; i < serials.size(); ++i)
        change.added.push_back(m_draft.undoStep(static_cast<int>(i)));
    change.index = m_draft.undoIndex();
    m_written = serials;
    post([change = std::move(change)](ArchiveWriter &writer) { writer.changeUndo(change); });
}

void DraftArchive::addVersion(DraftVersion::Author author, const SetupProcess &row)
{
    m_versionTimer->stop();
    post([author, row, at = m_scheduler.wallClock()](ArchiveWriter &writer) {
        writer.addVersion(author, at, row);
    });
}

void DraftArchive::noteEdit()
{
    if (!m_versionTimer->isActive())
        m_versionTimer->start(versionAfter);
}

void DraftArchive::keepEdit()
{
    if (m_versionTimer->isActive())
        addVersion(DraftVersion::Author::Me, m_draft.data());
}

void DraftArchive::flush()
{
    if (!m_writer)
        return;
    if (m_undoTimer->isActive())
        writeUndo();
    keepEdit();
    QMetaObject::invokeMethod(
        m_writer, [] {}, Qt::BlockingQueuedConnection);
}

} // namespace groundswell
