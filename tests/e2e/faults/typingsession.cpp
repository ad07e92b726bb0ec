#include "typingsession.h"

#include <QJsonDocument>

#include <algorithm>

namespace groundswell::test {

namespace {

constexpr int burstsBetweenQuietHours = 5;
constexpr int lookEvery = 25; ///< ms
constexpr int patience = 1'200; ///< looks: half a minute, twenty minutes of the saver's time

QByteArray target(const EventId &eid)
{
    return "/api/v3/setup_processes/" + eid.value().toUtf8();
}

} // namespace

void Promises::typed(const QByteArray &part)
{
    if (m_parts.empty() || m_parts.back() != part)
        m_parts.push_back(part);
}

bool Promises::isKeptBy(const QByteArray &part) const
{
    return m_parts.empty()
        || std::find(m_parts.begin() + static_cast<std::ptrdiff_t>(m_safe), m_parts.end(), part)
        != m_parts.end();
}

void Promises::goOnWith(const QByteArray &part)
{
    m_parts = {part};
    m_safe = 0;
}

Colleague::Colleague(service::ServiceFixture &service, Person person, EventId eid, QRandomGenerator &random)
    : m_service(service)
    , m_person(person)
    , m_eid(std::move(eid))
    , m_random(random)
    , m_part(partOf(person, firstRow(m_eid)))
{
}

bool Colleague::edit(int number)
{
    auto client = m_service.rawClient();
    const auto reply = client.get(target(m_eid));
    auto row = SetupProcess::fromJson(reply.json(), QStringLiteral("EUR"));
    if (reply.status != 200 || !row)
        return false;
    editAs(m_person, *row, m_random, number);
    if (const QByteArray etag = reply.header("ETag"); !etag.isEmpty())
        client.headers = {{"If-Match", etag}};
    if (client.put(target(m_eid), row->toJson()).status != 200)
        return false;
    m_part = partOf(m_person, *row);
    return true;
}

bool Colleague::isContentWith(const SetupProcess &row) const
{
    return partOf(m_person, row) == m_part;
}

TypingSession::TypingSession(service::ServiceFixture &service, bool plain, const EventId &eid, quint32 seed)
    : m_service(service)
    , m_plain(plain)
    , m_eid(eid)
    , m_seed(seed)
    , m_random(seed)
    , m_proxy(static_cast<quint16>(service.service().port()), seed + 1)
    , m_colleagues{Colleague(service, Person::Anna, eid, m_random),
                   Colleague(service, Person::Ben, eid, m_random)}
{
    m_clock.start();
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        const auto then = std::exchange(m_then, nullptr);
        then();
    });
    connect(&m_proxy, &FaultyProxy::happened, this, &TypingSession::note);
}

void TypingSession::begin()
{
    auto client = m_service.rawClient();
    const QJsonObject row = firstRow(m_eid).toJson();
    client.request("DELETE", target(m_eid));
    if (client.post(target(m_eid), row).status != 201) {
        end(QStringLiteral("the session can't begin"));
        return;
    }
    m_marketer = std::make_unique<Marketer>(Marketer::Place{.port = m_proxy.port(),
                                                            .token = m_service.service().token(),
                                                            .journals = m_journals.path(),
                                                            .eid = m_eid,
                                                            .seed = m_seed});
    connect(m_marketer.get(), &Marketer::seated, this, &TypingSession::seated);
    connect(m_marketer.get(), &Marketer::typed, this, [this](const QByteArray &part) {
        m_promises.typed(part);
        note(QStringLiteral("typed ") + QString::fromUtf8(part));
    });
    connect(m_marketer.get(), &Marketer::promised, this, [this] {
        m_promises.promised();
        note(QStringLiteral("promised"));
    });
    connect(m_marketer.get(), &Marketer::burstEnded, this, &TypingSession::afterBurst);
    connect(
        m_marketer.get(), &Marketer::conflicted, this,
        [this] { end(QStringLiteral("a conflict between edits of different fields")); },
        Qt::QueuedConnection);
    m_marketer->sitDown();
}

void TypingSession::seated(const QByteArray &part)
{
    note(QStringLiteral("seated with ") + QString::fromUtf8(part));
    if (!m_promises.isKeptBy(part)) {
        end(QStringLiteral("after a sudden death something older than promised was found"));
        return;
    }
    m_promises.goOnWith(part);
    m_proxy.setFaults(true);
    next();
}

void TypingSession::next()
{
    if (m_ended)
        return;
    if (m_random.bounded(3) == 0)
        colleaguesEdit();
    ++m_bursts;
    m_marketer->typeBurst();
}

void TypingSession::afterBurst()
{
    if (m_ended)
        return;
    if (m_random.bounded(3) == 0)
        m_marketer->networkReturned();
    if (m_random.bounded(3) == 0)
        colleaguesEdit();
    const bool quiet = m_bursts % burstsBetweenQuietHours == 0;
    const bool dies = !quiet && m_random.bounded(3) == 0;
    // The network needs time too: at most eight seconds of the saver's time.
    m_then = [this, quiet, dies] {
        if (quiet)
            calmDown();
        else if (dies)
            sitDownAgain();
        else
            next();
    };
    m_pause.start(m_random.bounded(200));
}

void TypingSession::colleaguesEdit()
{
    // A server without ETags accepts every write. An edit between our reading and our writing, or before a
    // late write of ours lands, is lost there without a trace, whatever the client does. Everything else is
    // kept.
    if (m_plain && (!m_proxy.isQuiet() || (m_marketer->isSeated() && !m_marketer->isAtRest())))
        return;
    Colleague &colleague = m_colleagues[static_cast<size_t>(m_random.bounded(2))];
    if (colleague.edit(++m_edits))
        note(
            QStringLiteral("colleague %1 edited, %2").arg(static_cast<int>(colleague.person())).arg(m_edits));
}

void TypingSession::sitDownAgain()
{
    ++m_deaths;
    note(QStringLiteral("dies"));
    m_marketer->die();
    const bool visited = m_random.bounded(2) == 0;
    if (m_random.bounded(2) == 0)
        m_proxy.setFaults(false);
    m_then = [this, visited] {
        if (visited)
            colleaguesEdit();
        m_marketer->sitDown();
    };
    m_pause.start(m_random.bounded(visited ? 200 : 60));
}

void TypingSession::calmDown()
{
    note(QStringLiteral("the faults stop"));
    m_proxy.setFaults(false);
    m_looks = 0;
    lookAround();
}

void TypingSession::lookAround()
{
    if (m_ended)
        return;
    if (m_proxy.held() == 0) {
        if (m_looks == 0)
            m_marketer->networkReturned();
        const QString wrong = m_marketer->isAtRest() ? violation(serverRow()) : m_marketer->standing();
        if (wrong.isEmpty()) {
            note(QStringLiteral("all is well"));
            publishGate();
            return;
        }
        // A late look of the saver's may still follow.
        if (++m_looks > patience) {
            end(wrong);
            return;
        }
    }
    m_then = [this] { lookAround(); };
    m_pause.start(lookEvery);
}

// Before publishing, the draft is what the server holds, and what the user saw.
void TypingSession::publishGate()
{
    m_marketer->saver().prepareToPublish(this, [this](const Expected<SetupProcess> &row) {
        if (!row && row.error().kind == Problem::Kind::Conflict) {
            note(QStringLiteral("the gate wants another look"));
            m_then = [this] { calmDown(); };
        } else if (!row && row.error().isTransient()) {
            note(QStringLiteral("the gate was not answered in time"));
            m_then = [this] { calmDown(); };
        } else if (!row) {
            m_then = [this, key = row.error().messageKey] {
                end(QStringLiteral("the gate before publishing is closed: ") + key);
            };
        } else if (!sameContent(*row, m_marketer->row()) || !sameContent(*row, serverRow())) {
            note(QString::fromUtf8(QJsonDocument(row->toJson()).toJson(QJsonDocument::Compact)));
            note(QString::fromUtf8(QJsonDocument(m_marketer->row().toJson()).toJson(QJsonDocument::Compact)));
            note(QString::fromUtf8(QJsonDocument(serverRow().toJson()).toJson(QJsonDocument::Compact)));
            m_then = [this] { end(QStringLiteral("what would be published isn't the draft")); };
        } else if (m_bursts == bursts) {
            m_then = [this] { end({}); };
        } else {
            m_then = [this] {
                m_proxy.setFaults(true);
                next();
            };
        }
        m_pause.start(0);
    });
}

QString TypingSession::violation(const SetupProcess &server) const
{
    const QByteArray held = partOf(Person::Marketer, server);
    const QByteArray draft = partOf(Person::Marketer, m_marketer->row());
    if (held != draft)
        return QStringLiteral("the server holds %1, the draft %2")
            .arg(QString::fromUtf8(held), QString::fromUtf8(draft));
    for (const Colleague &colleague : m_colleagues) {
        if (!colleague.isContentWith(server)) {
            return QStringLiteral("an edit of colleague %1 is lost: %2")
                .arg(static_cast<int>(colleague.person()))
                .arg(QString::fromUtf8(partOf(colleague.person(), server)));
        }
    }
    return {};
}

SetupProcess TypingSession::serverRow() const
{
    return SetupProcess::fromJson(m_service.rawClient().get(target(m_eid)).json(), QStringLiteral("EUR"))
        .value_or(SetupProcess());
}

void TypingSession::note(const QString &what)
{
    m_diary.append(QStringLiteral("%1 ms: %2").arg(m_clock.elapsed(), 6).arg(what));
}

void TypingSession::end(const QString &violation)
{
    if (std::exchange(m_ended, true))
        return;
    m_pause.stop();
    Q_EMIT finished(violation);
}

} // namespace groundswell::test
