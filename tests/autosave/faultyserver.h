#pragma once

#include "app/autosave/draftstore.h"
#include "app/net/rest/scheduler.h"

#include <QHash>
#include <QPointer>
#include <QRandomGenerator>

#include <memory>
#include <vector>

namespace groundswell::test {

/// A server and the bad network before it, on a clock in the test's hand: requests are delayed, lost before
/// or after they are applied, applied late and out of order, answered with errors and with pages that are no
/// answers. Aborting a request takes its answer away, never the request itself.
class FaultyServer final : public DraftStore {
public:
    enum class Mode {
        Extended, ///< ETag, If-Match, X-Draft-Revision
        Plain, ///< none of these
    };

    FaultyServer(Mode mode, Scheduler &scheduler, quint32 seed, SetupProcess row);

    void setFaults(bool on) { m_faults = on; }
    [[nodiscard]] const SetupProcess &row() const { return m_row; }
    /// Requests on their way that will still be applied.
    [[nodiscard]] int underway() const { return m_underway; }
    /// Somebody else's write, at once.
    void writeAsSomebodyElse(const std::function<void(SetupProcess &)> &change);

    RequestHandle read(const EventId &eid, QObject *context, RowCallback callback) override;
    RequestHandle create(const SetupWrite &write, QObject *context, RowCallback callback) override;
    RequestHandle replace(const SetupWrite &write, QObject *context, RowCallback callback) override;

private:
    struct Exchange {
        QPointer<QObject> context;
        RowCallback callback;
    };
    using Milliseconds = std::chrono::milliseconds;

    void after(Milliseconds delay, std::function<void()> action);
    [[nodiscard]] Milliseconds between(int from, int to);
    [[nodiscard]] Expected<SetupRow> apply(const SetupWrite &write);
    [[nodiscard]] SetupRow current() const;
    [[nodiscard]] Problem failure();
    static void answer(const std::shared_ptr<Exchange> &exchange, const Expected<SetupRow> &result);

    Mode m_mode;
    Scheduler &m_scheduler;
    QRandomGenerator m_random;
    SetupProcess m_row;
    int m_version = 1;
    QHash<QString, quint64> m_revisions;
    bool m_faults = true;
    int m_underway = 0;
    std::vector<std::unique_ptr<Timer>> m_timers;
};

} // namespace groundswell::test
