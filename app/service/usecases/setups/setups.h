#pragma once

#include "app/service/store/setupstore.h"
#include "app/service/usecases/planning/planner.h"
#include "models/rules/issue.h"
#include "models/wave/campaign.h"

namespace groundswell::service {

/// Drafts from their start to their publication. A draft may be as incomplete and as contradictory as it
/// likes (an end before the start is what a campaign looks like while it is being moved); only what has the
/// wrong type or form is refused at once (rowform.h), and sense is asked for by publish() alone. Thread-safe.
class Setups {
public:
    Setups(Workspace &workspace, TasteRuns &runs, Planner &planner)
        : m_workspace(workspace)
        , m_runs(runs)
        , m_planner(planner)
    {
    }

    [[nodiscard]] Expected<StoredSetup> find(const EventId &event); ///< NotFound `error.setup.not_found`
    /// \a body: the row as it came; problems as SetupStore, and 400 `error.setup.invalid` with the fields.
    [[nodiscard]] Expected<StoredSetup> create(const EventId &event, const QJsonObject &body,
                                               const WriteCondition &writer);
    [[nodiscard]] Expected<StoredSetup> replace(const EventId &event, const QJsonObject &body,
                                                const WriteCondition &writer);
    [[nodiscard]] Expected<void> remove(const EventId &event);
    /// Checks the draft by the pre-flight rules and makes its campaigns, ready for hand-over. 400
    /// `error.campaign.setup_invalid` with every error; 409 `error.setup.published` the second time.
    [[nodiscard]] Expected<std::vector<Campaign>> publish(const EventId &event);

    /// What pre-flight says of a setup, by all that the service knows.
    [[nodiscard]] Expected<Issues> issues(const SetupProcess &setup);
    /// The errors among it, as fields of a refusal.
    [[nodiscard]] Expected<std::vector<FieldProblem>> check(const SetupProcess &setup);

private:
    [[nodiscard]] Expected<QJsonObject> canonical(const EventId &event, const QJsonObject &body);
    void pinRuns(const EventId &event, const QJsonObject &row);

    Workspace &m_workspace;
    TasteRuns &m_runs;
    Planner &m_planner;
};

/// Gives a campaign what the setup says of its cluster: texts, targeting, accounts. What the setup doesn't
/// name stays.
void takeContent(Campaign &campaign, const SetupProcess &setup);

} // namespace groundswell::service
