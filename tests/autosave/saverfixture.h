#pragma once

#include "app/autosave/draftsaver.h"
#include "recordingstore.h"
#include "support/manualscheduler.h"

namespace groundswell::test {

inline SetupProcess loaded()
{
    SetupProcess row;
    row.eid = EventId(QStringLiteral("e"));
    row.dsaPayor = QStringLiteral("base");
    row.dsaBeneficiary = QStringLiteral("base");
    return row;
}

inline SetupProcess with(const char *payor, const char *beneficiary = "base")
{
    SetupProcess row = loaded();
    row.dsaPayor = QLatin1StringView(payor);
    row.dsaBeneficiary = QLatin1StringView(beneficiary);
    return row;
}

/// A saver on a store, a clock and a draft in the test's hand.
struct Fixture {
    SetupDraft draft;
    RecordingStore store;
    ManualScheduler scheduler;
    DraftSaver saver{draft, store, scheduler, [] { return 0.0; }};
    int version = 1;

    /// A server with the extensions (it offers ETags) unless \a plain.
    explicit Fixture(bool plain = false)
    {
        draft.replace(loaded(), Origin::Loaded);
        saver.start({loaded(), plain ? QByteArray() : etag()});
    }
    [[nodiscard]] QByteArray etag() const { return '"' + QByteArray::number(version) + '"'; }
    void type(const char *payor)
    {
        draft.edit(QStringLiteral("type"), DraftField::Dsa,
                   [&](SetupProcess &row) { row.dsaPayor = QLatin1StringView(payor); });
    }
    void typeAndWait(const char *payor)
    {
        type(payor);
        scheduler.advance(std::chrono::seconds(1));
    }
    /// Answers the write under way as a server that applied it.
    void accept()
    {
        ++version;
        store.answer(store.last().write.row, etag());
    }
    [[nodiscard]] SaveState::Kind kind() const { return saver.state().kind; }
};

} // namespace groundswell::test
