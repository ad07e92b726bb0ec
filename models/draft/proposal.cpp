#include "models/draft/proposal.h"

#include "models/draft/merge.h"

namespace groundswell {

void TouchedFields::note(const SetupProcess &before, const SetupProcess &after)
{
    for (const FieldDifference &difference : differences(before, after))
        m_sections.insert(difference.path.section);
}

SetupProcess withProposal(SetupProcess row, const SetupProcess &proposal, const TouchedFields &touched)
{
    const auto fill = [&](const char *section, QString &mine, const QString &proposed) {
        if (!touched.has(section) && mine.isEmpty())
            mine = proposed;
    };
    if (!touched.has("goal") && row.goal == OpenEnum<Goal>())
        row.goal = proposal.goal;
    if (!touched.has("totalBudget") && !row.totalBudget)
        row.totalBudget = proposal.totalBudget;
    if (!row.totalBudget || row.totalBudget->currency == proposal.currency)
        fill("currency", row.currency, proposal.currency);
    if (!touched.has("startDate") && !touched.has("endDate") && !row.startDate.isValid()
        && !row.endDate.isValid()) {
        row.startDate = proposal.startDate;
        row.endDate = proposal.endDate;
    }
    if (!touched.has("tcs") && row.clusters.empty())
        row.clusters = proposal.clusters;
    if (!touched.has("integrationDetails") && row.integrationDetails.empty()) {
        for (const IntegrationDetails &details : proposal.integrationDetails) {
            if (row.hasCluster(details.cluster))
                row.integrationDetails.push_back(details);
        }
    }
    const bool saysConversion = touched.has("conversionId") || touched.has("customEventType")
        || touched.has("leadFormId") || !row.conversionId.isEmpty() || !row.customEventType.isEmpty()
        || !row.leadFormId.isEmpty();
    if (!saysConversion) {
        row.conversionId = proposal.conversionId;
        row.customEventType = proposal.customEventType;
        row.leadFormId = proposal.leadFormId;
    }
    fill("dsaPayor", row.dsaPayor, proposal.dsaPayor);
    fill("dsaBeneficiary", row.dsaBeneficiary, proposal.dsaBeneficiary);
    return row;
}

bool isBlank(const SetupProcess &row)
{
    SetupProcess blank;
    blank.eid = row.eid;
    return row.contentJson() == blank.contentJson();
}

} // namespace groundswell
