#pragma once

#include "models/wave/setupprocess.h"

#include <QSet>
#include <QString>

namespace groundswell {

/// What somebody has touched in a new draft while the service still worked on its proposal, also where it was
/// taken back since: none of it is anybody else's to fill in.
class TouchedFields {
public:
    /// The draft was \a before and is \a after.
    void note(const SetupProcess &before, const SetupProcess &after);
    /// By FieldPath::section: a list (`tcs`) counts as one field.
    [[nodiscard]] bool has(const char *section) const
    {
        return m_sections.contains(QLatin1StringView(section));
    }

private:
    QSet<QString> m_sections;
};

/// \a row with the service's proposal (wave-api 9.4) in every field that is empty and that nobody has
/// touched. What belongs together comes together or not at all: the two dates, the clusters, what counts as a
/// conversion. Accounts are proposed for chosen clusters only, and a currency that isn't the budget's isn't
/// taken.
[[nodiscard]] SetupProcess withProposal(SetupProcess row, const SetupProcess &proposal,
                                        const TouchedFields &touched);

/// Nothing is said in it yet.
[[nodiscard]] bool isBlank(const SetupProcess &row);

} // namespace groundswell
