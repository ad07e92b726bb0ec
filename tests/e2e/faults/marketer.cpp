#include "marketer.h"

#include "app/net/rest/accessmanager.h"
#include "app/service/service.h"

#include <QDir>
#include <QFile>

namespace groundswell::test {

Marketer::Marketer(const Place &place)
    : m_place(place)
    , m_random(place.seed)
    , m_scheduler(place.timesFaster)
{
    configureAccessManager(m_manager);
    m_login.connectTo(Session::Kind::Embedded,
                      QUrl(QStringLiteral("http://127.0.0.1:%1/api/v3").arg(place.port)), place.token,
                      PartnerId(service::Service::partnerId()));
    m_client.setCurrency(QStringLiteral("EUR"));
    m_key.setSingleShot(true);
    connect(&m_key, &QTimer::timeout, this, &Marketer::pressKey);
    // The numbers of one life are never those of another.
    m_number = static_cast<int>(place.seed % 1'000) * 10'000;
}

Marketer::~Marketer()
{
    m_key.stop();
    m_session.reset();
}

void Marketer::sitDown()
{
    m_counters = counters();
    m_isSeated = false;
    m_session = std::make_unique<DraftSession>(
        m_store, m_scheduler, [this] { return m_random.generateDouble(); },
        DraftSession::Place{m_place.journals, QStringLiteral("service"), m_login.partner()});
    DraftSession *session = m_session.get();
    // Queued: the session is in the middle of its work when it says so, and the next step may end it.
    connect(
        session, &DraftSession::opened, this,
        [this, session] {
            if (session != m_session.get())
                return;
            m_isSeated = true;
            connect(&session->draft(), &SetupDraft::changed, this,
                    [this] { Q_EMIT typed(partOf(Person::Marketer, row())); });
            Q_EMIT seated(partOf(Person::Marketer, row()));
            stateChanged(session->saveState());
        },
        Qt::QueuedConnection);
    connect(session, &DraftSession::openFailed, &m_key, [this] {
        QTimer::singleShot(20, this, [this] { m_session->open(m_place.eid, firstRow(m_place.eid)); });
    });
    connect(session, &DraftSession::saveStateChanged, this, &Marketer::stateChanged);
    connect(session, &DraftSession::conflictChanged, this, &Marketer::conflicted);
    session->open(m_place.eid, firstRow(m_place.eid));
}

void Marketer::stateChanged(const SaveState &state)
{
    if (!isSeated())
        return;
    if (state.kind == SaveState::Kind::OnDisk || state.kind == SaveState::Kind::Saved)
        Q_EMIT promised();
}

void Marketer::typeBurst()
{
    m_typing = std::make_unique<Typing>(m_random);
    m_keysLeft = m_typing->isClick() ? 1 : m_random.bounded(1, 8);
    pressKey();
}

void Marketer::pressKey()
{
    if (!isSeated())
        return;
    if (m_keysLeft-- > 0) {
        m_typing->key(m_session->draft(), ++m_number);
        // Mostly quick; sometimes long enough for a save in between.
        m_key.start(m_random.bounded(m_random.bounded(4) == 0 ? 120 : 10));
        return;
    }
    if (m_random.bounded(6) == 0)
        stepBack();
    if (m_random.bounded(8) == 0)
        m_session->saver().saveNow();
    Q_EMIT burstEnded();
}

// Undoing a merge also undoes the colleague's edit, which is the user's right but not the point here.
void Marketer::stepBack()
{
    QUndoStack &steps = m_session->draft().undoStack();
    const QString merge = SetupDraft::tr("Merge changes from elsewhere");
    const QString recovery = SetupDraft::tr("Recover unsaved changes");
    if (!steps.canUndo() || steps.undoText() == merge || steps.undoText() == recovery)
        return;
    steps.undo();
    if (m_random.bounded(2) == 0)
        steps.redo();
}

void Marketer::die()
{
    m_key.stop();
    m_counters = counters();
    m_isSeated = false;
    // Ending a session politely writes what is in memory. The test is about the disk before that.
    const QDir folder(m_place.journals);
    const auto names = folder.entryList({QStringLiteral("*.journal")}, QDir::Files);
    QHash<QString, QByteArray> left;
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            left.insert(name, file.readAll());
    }
    m_session.reset();
    for (auto it = left.cbegin(); it != left.cend(); ++it) {
        QFile file(folder.filePath(it.key()));
        if (file.open(QIODevice::WriteOnly))
            file.write(it.value());
    }
}

void Marketer::networkReturned()
{
    if (isSeated())
        m_session->saver().networkReturned();
}

bool Marketer::isAtRest() const
{
    if (!isSeated() || m_session->saver().hasPendingEdits())
        return false;
    const auto kind = m_session->saveState().kind;
    return kind == SaveState::Kind::Saved || kind == SaveState::Kind::Clean;
}

QString Marketer::standing() const
{
    if (!isSeated())
        return QStringLiteral("not seated");
    const SaveState state = m_session->saveState();
    return QStringLiteral("state %1, %2 pending, problem %3 %4 %5")
        .arg(static_cast<int>(state.kind))
        .arg(state.pendingChanges)
        .arg(state.problem ? static_cast<int>(state.problem->kind) : -1)
        .arg(state.problem ? state.problem->messageKey : QString(),
             state.problem ? state.problem->detail : QString());
}

SaveCounters Marketer::counters() const
{
    SaveCounters sum = m_counters;
    if (!m_session)
        return sum;
    const SaveCounters &now = m_session->saver().counters();
    sum.sent += now.sent;
    sum.aborted += now.aborted;
    sum.verified += now.verified;
    return sum;
}

} // namespace groundswell::test
