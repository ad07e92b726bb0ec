#include "app/autosave/reconcile.h"

#include "models/draft/servicechanges.h"

#include <algorithm>

namespace groundswell {

bool sameContent(const SetupProcess &a, const SetupProcess &b)
{
    // Compared in wire form: to the server, an unset list and an absent one are the same.
    return a.contentJson() == b.contentJson();
}

namespace {

const SetupProcess &nearest(const SetupProcess &base, const std::vector<SetupProcess> &sent,
                            const SetupProcess &server)
{
    const SetupProcess *best = nullptr;
    size_t fewest = 0;
    const auto consider = [&](const SetupProcess &row) {
        const size_t count = differences(row, server).size();
        if (!best || count < fewest) {
            fewest = count;
            best = &row;
        }
    };
    // Among equals, a row that the server is known to have held comes first, then the newest.
    consider(base);
    std::for_each(sent.rbegin(), sent.rend(), consider);
    return *best;
}

bool isUnsaid(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty());
}

} // namespace

// A write whose answer got lost is sent again by the network layer, and a service that knows it by its number
// answers with the row as it is by then, which may contain somebody else's edit. The values that the server
// holds in fields that this write didn't touch are taken over, or the next write would silently undo them.
WriteOutcome outcomeOf(const SetupProcess &before, const SetupProcess &sent, const SetupProcess &mine,
                       const SetupProcess &server)
{
    WriteOutcome outcome;
    outcome.isSame = sameContent(server, sent);
    if (outcome.isSame)
        return outcome;
    outcome.changes = serviceChanges(sent, server, before);
    const std::vector<FieldDifference> touched = differences(before, sent);
    const auto isTouched = [&](const FieldPath &path) {
        return std::any_of(touched.begin(), touched.end(),
                           [&](const FieldDifference &field) { return field.path == path; });
    };
    outcome.base = server;
    for (const FieldDifference &field : differences(sent, server)) {
        if (isTouched(field.path))
            continue;
        outcome.base = withField(outcome.base, field.path, field.before);
        // Nobody edited what the service fills in by itself.
        outcome.isEdit = outcome.isEdit || !isUnsaid(field.before);
    }
    outcome.merge = merge(outcome.base, mine, server);
    return outcome;
}

Reconciliation reconcile(const SetupProcess &mine, const SetupProcess &base,
                         const std::vector<SetupProcess> &sent, const SetupProcess &server)
{
    using Verdict = Reconciliation::Verdict;
    Reconciliation result;
    if (sameContent(server, mine)) {
        result.verdict = Verdict::Mine;
    } else if (sameContent(server, base)) {
        result.verdict = Verdict::Base;
    } else if (std::any_of(sent.begin(), sent.end(),
                           [&](const SetupProcess &row) { return sameContent(row, server); })) {
        result.verdict = Verdict::OwnEarlier;
    } else {
        result.base = nearest(base, sent, server);
        result.merge = merge(result.base, mine, server);
        result.verdict = result.merge.conflicts.empty() ? Verdict::Merged : Verdict::Conflict;
    }
    return result;
}

} // namespace groundswell
