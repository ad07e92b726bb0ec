#include "recordingstore.h"

#include <algorithm>

namespace groundswell::test {

RequestHandle RecordingStore::read(const EventId &, QObject *context, RowCallback callback)
{
    return add(Verb::Read, {}, context, std::move(callback));
}

RequestHandle RecordingStore::create(const SetupWrite &write, QObject *context, RowCallback callback)
{
    return add(Verb::Create, write, context, std::move(callback));
}

RequestHandle RecordingStore::replace(const SetupWrite &write, QObject *context, RowCallback callback)
{
    return add(Verb::Replace, write, context, std::move(callback));
}

RequestHandle RecordingStore::add(Verb verb, const SetupWrite &write, QObject *context, RowCallback callback)
{
    auto call = std::make_shared<Call>(Call{verb, write, context, std::move(callback)});
    m_calls.push_back(call);
    return RequestHandle([call] { call->aborted = !call->answered; });
}

int RecordingStore::count(Verb verb) const
{
    return static_cast<int>(std::count_if(m_calls.begin(), m_calls.end(),
                                          [verb](const auto &call) { return call->verb == verb; }));
}

int RecordingStore::openCalls() const
{
    return static_cast<int>(
        std::count_if(m_calls.begin(), m_calls.end(), [](const auto &call) { return call->isOpen(); }));
}

void RecordingStore::answer(const SetupProcess &row, const QByteArray &etag)
{
    finish(SetupRow{row, etag});
}

void RecordingStore::answerWith(const SetupRow &row)
{
    finish(row);
}

void RecordingStore::fail(Problem::Kind kind, const QString &messageKey, int httpStatus)
{
    Problem problem;
    problem.kind = kind;
    problem.messageKey = messageKey;
    problem.httpStatus = httpStatus;
    failWith(problem);
}

void RecordingStore::failWith(const Problem &problem)
{
    finish(tl::unexpected(problem));
}

void RecordingStore::finish(const Expected<SetupRow> &result)
{
    const auto call = m_calls.back();
    if (!call->isOpen() || !call->context)
        return;
    call->answered = true;
    call->callback(result);
}

} // namespace groundswell::test
