#pragma once

#include "app/autosave/draftstore.h"

#include <QHash>

namespace groundswell::tour {

/// Counts what passes on its way to the store, for the tour's report: seen from outside the saver.
class MeteredStore final : public DraftStore {
public:
    /// \a store must outlive it.
    explicit MeteredStore(DraftStore &store)
        : m_store(store)
    {
    }

    [[nodiscard]] int writes() const { return m_writes; }
    /// The most answers to writes of one event that were awaited at the same time.
    [[nodiscard]] int mostAwaited() const { return m_mostAwaited; }

    RequestHandle read(const EventId &eid, QObject *context, RowCallback callback) override;
    RequestHandle create(const SetupWrite &write, QObject *context, RowCallback callback) override;
    RequestHandle replace(const SetupWrite &write, QObject *context, RowCallback callback) override;

private:
    using Method = RequestHandle (DraftStore::*)(const SetupWrite &, QObject *, RowCallback);
    RequestHandle counted(Method method, const SetupWrite &write, QObject *context, RowCallback callback);

    DraftStore &m_store;
    int m_writes = 0;
    int m_mostAwaited = 0;
    QHash<QString, int> m_awaited; ///< by event
};

} // namespace groundswell::tour
