#include "faultyserver.h"

namespace groundswell::test {

namespace {

Problem problemOf(Problem::Kind kind, int status, const QString &key = {})
{
    Problem problem;
    problem.kind = kind;
    problem.httpStatus = status;
    problem.messageKey = key;
    return problem;
}

} // namespace

FaultyServer::FaultyServer(Mode mode, Scheduler &scheduler, quint32 seed, SetupProcess row)
    : m_mode(mode)
    , m_scheduler(scheduler)
    , m_random(seed)
    , m_row(std::move(row))
{
}

void FaultyServer::after(Milliseconds delay, std::function<void()> action)
{
    m_timers.push_back(m_scheduler.makeTimer(std::move(action)));
    m_timers.back()->start(delay);
}

FaultyServer::Milliseconds FaultyServer::between(int from, int to)
{
    return Milliseconds(m_random.bounded(from, to));
}

void FaultyServer::answer(const std::shared_ptr<Exchange> &exchange, const Expected<SetupRow> &result)
{
    if (!exchange->callback || !exchange->context)
        return;
    const RowCallback callback = std::exchange(exchange->callback, nullptr);
    callback(result);
}

SetupRow FaultyServer::current() const
{
    return {m_row, m_mode == Mode::Extended ? '"' + QByteArray::number(m_version) + '"' : QByteArray()};
}

void FaultyServer::writeAsSomebodyElse(const std::function<void(SetupProcess &)> &change)
{
    change(m_row);
    ++m_version;
}

Expected<SetupRow> FaultyServer::apply(const SetupWrite &write)
{
    if (m_mode == Mode::Extended) {
        quint64 &known = m_revisions[write.clientId];
        if (write.draftRevision < known)
            return tl::unexpected(
                problemOf(Problem::Kind::Conflict, 409, QStringLiteral("error.setup.stale")));
        if (write.draftRevision == known)
            return current();
        if (!write.ifMatch.isEmpty() && write.ifMatch != current().etag)
            return tl::unexpected(
                problemOf(Problem::Kind::Conflict, 412, QStringLiteral("error.setup.changed")));
        known = write.draftRevision;
    }
    m_row = write.row;
    ++m_version;
    return current();
}

Problem FaultyServer::failure()
{
    switch (m_random.bounded(5)) {
    case 0:
        return problemOf(Problem::Kind::ServerFault, 503);
    case 1:
        return problemOf(Problem::Kind::ServerFault, 500);
    case 2:
        return problemOf(Problem::Kind::Protocol, 200); // a page, or half an answer
    default:
        return problemOf(Problem::Kind::Offline, 0);
    }
}

RequestHandle FaultyServer::read(const EventId &, QObject *context, RowCallback callback)
{
    const auto exchange = std::make_shared<Exchange>(Exchange{context, std::move(callback)});
    const int fate = m_faults ? m_random.bounded(10) : 9;
    if (fate == 0) {
        // Never answered.
    } else if (fate <= 2) {
        after(between(10, 3'000), [this, exchange] { answer(exchange, tl::unexpected(failure())); });
    } else {
        after(between(5, m_faults ? 4'000 : 50), [this, exchange] {
            const SetupRow seen = current();
            after(between(5, m_faults ? 4'000 : 50), [exchange, seen] { answer(exchange, seen); });
        });
    }
    return RequestHandle([exchange] { exchange->callback = nullptr; });
}

RequestHandle FaultyServer::create(const SetupWrite &write, QObject *context, RowCallback callback)
{
    return replace(write, context, std::move(callback));
}

RequestHandle FaultyServer::replace(const SetupWrite &write, QObject *context, RowCallback callback)
{
    const auto exchange = std::make_shared<Exchange>(Exchange{context, std::move(callback)});
    const auto applyAfter = [this, write](Milliseconds delay, std::function<void(Expected<SetupRow>)> then) {
        ++m_underway;
        after(delay, [this, write, then = std::move(then)] {
            --m_underway;
            then(apply(write));
        });
    };
    const auto tell = [this, exchange](const Expected<SetupRow> &result) {
        after(between(5, m_faults ? 4'000 : 50), [exchange, result] { answer(exchange, result); });
    };
    const auto lose = [](const Expected<SetupRow> &) {};
    const auto fail = [this, exchange] { answer(exchange, tl::unexpected(failure())); };
    const int fate = m_faults ? m_random.bounded(12) : 11;
    switch (fate) {
    case 0: // lost on the way
        after(between(5, 2'000), fail);
        break;
    case 1: // lost, and nobody says so
        break;
    case 2: // applied, the answer is lost
        applyAfter(between(5, 2'000), lose);
        break;
    case 3: // applied, and answered with an error
        applyAfter(between(5, 1'000), [this, fail](const auto &) { after(between(5, 1'000), fail); });
        break;
    case 4: // given up on the way, and applied long after
        after(between(5, 1'000), fail);
        applyAfter(between(1'000, 20'000), lose);
        break;
    case 5: // applied late, without any answer
        applyAfter(between(3'000, 20'000), lose);
        break;
    case 6:
        after(between(5, 1'000),
              [exchange] { answer(exchange, tl::unexpected(problemOf(Problem::Kind::RateLimited, 429))); });
        break;
    default:
        applyAfter(between(5, m_faults ? 4'000 : 50), tell);
        break;
    }
    return RequestHandle([exchange] { exchange->callback = nullptr; });
}

} // namespace groundswell::test
