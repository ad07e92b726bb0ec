#include "app/autosave/reconcile.h"

#include <algorithm>

namespace groundswell {

bool sameContent(const SetupProcess &a, const SetupProcess &b)
{
    // By the wire form: an unset list and an absent one are the same to the server.
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
    // Of equals: what the server is known to have held, then the newest.
    consider(base);
    std::for_each(sent.rbegin(), sent.rend(), consider);
    return *best;
}

} // namespace

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
