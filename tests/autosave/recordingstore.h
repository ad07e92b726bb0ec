#pragma once

#include "app/autosave/draftstore.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <vector>

namespace groundswell::test {

/// A store that keeps every call and leaves the answering to the test.
class RecordingStore final : public DraftStore {
public:
    enum class Verb { Read, Create, Replace };
    struct Call {
        Verb verb = Verb::Read;
        SetupWrite write; ///< of Create and Replace
        QPointer<QObject> context;
        RowCallback callback;
        bool aborted = false;
        bool answered = false;

        [[nodiscard]] bool isOpen() const { return !aborted && !answered; }
    };

    RequestHandle read(const EventId &eid, QObject *context, RowCallback callback) override;
    RequestHandle create(const SetupWrite &write, QObject *context, RowCallback callback) override;
    RequestHandle replace(const SetupWrite &write, QObject *context, RowCallback callback) override;

    [[nodiscard]] int count() const { return static_cast<int>(m_calls.size()); }
    [[nodiscard]] int count(Verb verb) const;
    [[nodiscard]] const Call &call(int index) const { return *m_calls.at(static_cast<size_t>(index)); }
    [[nodiscard]] const Call &last() const { return *m_calls.back(); }
    [[nodiscard]] int openCalls() const;

    /// Answers the newest call.
    void answer(const SetupProcess &row, const QByteArray &etag = {});
    void answerWith(const SetupRow &row);
    void fail(Problem::Kind kind, const QString &messageKey = {}, int httpStatus = 0);
    void failWith(const Problem &problem);

private:
    RequestHandle add(Verb verb, const SetupWrite &write, QObject *context, RowCallback callback);
    void finish(const Expected<SetupRow> &result);
    std::vector<std::shared_ptr<Call>> m_calls;
};

} // namespace groundswell::test
