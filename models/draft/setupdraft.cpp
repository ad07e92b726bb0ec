#include "models/draft/setupdraft.h"

#include "models/draft/draftcommand.h"
#include "models/draft/rowfields.h"
#include "models/draft/undotext.h"

#include <algorithm>

namespace groundswell {

namespace {

// More than an afternoon's work; a step holds what it changed.
constexpr int undoLimit = 500;

/// The one member in which two entries differ; empty where several do.
template <class T> QString changedMember(const T &before, const T &after, FieldPath entry)
{
    const Members old = entryMembers(entry, toJson(before));
    const Members now = entryMembers(entry, toJson(after));
    QString changed;
    for (auto it = now.begin(); it != now.end(); ++it) {
        if (old.value(it.key()) == it.value())
            continue;
        if (!changed.isEmpty())
            return {};
        changed = it.key();
    }
    return changed;
}

FieldPath entryPath(const char *section, const ClusterRef &cluster, int index = 0)
{
    return {QString::fromLatin1(section), cluster, index, {}};
}

FieldPath rowPath(const char *section)
{
    return {QString::fromLatin1(section), std::nullopt, 0, {}};
}

DraftFields changedFields(const SetupProcess &a, const SetupProcess &b)
{
    DraftFields fields;
    fields.setFlag(DraftField::Goal, a.goal != b.goal);
    fields.setFlag(DraftField::Budget, a.totalBudget != b.totalBudget || a.currency != b.currency);
    fields.setFlag(DraftField::Dates, a.startDate != b.startDate || a.endDate != b.endDate);
    fields.setFlag(DraftField::Clusters, a.clusters != b.clusters);
    fields.setFlag(DraftField::Creatives, a.creatives != b.creatives);
    fields.setFlag(DraftField::Targeting, a.targeting != b.targeting);
    fields.setFlag(DraftField::Integrations,
                   a.integrationDetails != b.integrationDetails || a.conversionId != b.conversionId
                       || a.leadFormId != b.leadFormId || a.customEventType != b.customEventType);
    fields.setFlag(DraftField::Dsa, a.dsaPayor != b.dsaPayor || a.dsaBeneficiary != b.dsaBeneficiary);
    return fields ? fields : DraftFields(DraftField::All);
}

template <class T> T *entryOf(std::vector<T> &entries, const ClusterRef &cluster)
{
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const T &entry) { return entry.cluster == cluster; });
    return found == entries.end() ? nullptr : &*found;
}

/// Where all chosen clusters run under the same accounts, one that joins them does too. True if it was done.
bool inheritAccounts(SetupProcess &row, const ClusterRef &cluster)
{
    if (row.clusters.empty() || row.integrationOf(cluster))
        return false;
    const IntegrationDetails *pattern = row.integrationOf(row.clusters.front().cluster);
    if (!pattern)
        return false;
    IntegrationDetails inherited = *pattern;
    inherited.extra = {}; // what this version doesn't know belongs to its own cluster
    for (const ChosenCluster &chosen : row.clusters) {
        const IntegrationDetails *own = row.integrationOf(chosen.cluster);
        if (!own)
            return false;
        IntegrationDetails comparable = *own;
        comparable.cluster = inherited.cluster;
        comparable.extra = {};
        if (comparable != inherited)
            return false;
    }
    inherited.cluster = cluster;
    row.integrationDetails.push_back(inherited);
    return true;
}

DraftFields choose(SetupProcess &row, const ClusterRef &cluster)
{
    DraftFields fields = DraftField::Clusters;
    fields.setFlag(DraftField::Integrations, inheritAccounts(row, cluster));
    row.clusters.push_back({cluster, std::nullopt, {}});
    return fields;
}

} // namespace

SetupDraft::SetupDraft(QObject *parent)
    : QObject(parent)
{
    m_undo.setUndoLimit(undoLimit);
}

SetupDraft::~SetupDraft() = default;

void SetupDraft::setReadOnly(bool readOnly)
{
    if (m_readOnly == readOnly)
        return;
    m_readOnly = readOnly;
    if (readOnly)
        m_undo.clear(); // what is published isn't taken back by Ctrl+Z
    Q_EMIT readOnlyChanged(readOnly);
}

void SetupDraft::setGoal(const OpenEnum<Goal> &goal)
{
    SetupProcess row = m_data;
    row.goal = goal;
    const FieldPath path = rowPath("goal");
    push(undoText(path), path, DraftField::Goal, row);
}

void SetupDraft::setTotalBudget(const std::optional<Money> &budget)
{
    SetupProcess row = m_data;
    row.totalBudget = budget;
    const FieldPath path = rowPath("totalBudget");
    push(undoText(path), path, DraftField::Budget, row);
}

void SetupDraft::setDates(const QDate &start, const QDate &end)
{
    SetupProcess row = m_data;
    row.startDate = start;
    row.endDate = end;
    const FieldPath path = rowPath("startDate");
    push(undoText(path), path, DraftField::Dates, row);
}

void SetupDraft::setClusterChosen(const ClusterRef &cluster, bool chosen)
{
    if (m_data.hasCluster(cluster) == chosen)
        return;
    SetupProcess row = m_data;
    DraftFields fields = DraftField::Clusters;
    if (chosen) {
        fields |= choose(row, cluster);
    } else {
        std::erase_if(row.clusters, [&](const ChosenCluster &entry) { return entry.cluster == cluster; });
    }
    push(chosen ? tr("Choose a taste cluster") : tr("Leave out a taste cluster"),
         entryPath(rowSections[0], cluster), fields, row);
}

void SetupDraft::chooseClusters(const std::vector<ClusterRef> &clusters)
{
    SetupProcess row = m_data;
    DraftFields fields = DraftField::Clusters;
    for (const ClusterRef &cluster : clusters) {
        if (!row.hasCluster(cluster))
            fields |= choose(row, cluster);
    }
    push(tr("Choose the suggested clusters"), std::nullopt, fields, row);
}

void SetupDraft::setBudgetShare(const ClusterRef &cluster, std::optional<double> share)
{
    SetupProcess row = m_data;
    ChosenCluster *entry = entryOf(row.clusters, cluster);
    if (!entry)
        return;
    entry->budgetShare = share;
    FieldPath path = entryPath(rowSections[0], cluster);
    path.member = QStringLiteral("budgetShare");
    push(undoText(path), path, DraftField::Clusters, row);
}

void SetupDraft::setCreative(const ClusterRef &cluster, int index, const Creative &creative,
                             const QString &member)
{
    const std::vector<size_t> positions = m_data.creativesOf(cluster);
    const auto own = static_cast<size_t>(index);
    if (index < 0 || own > positions.size())
        return;
    SetupProcess row = m_data;
    Creative edited = creative;
    edited.cluster = cluster;
    FieldPath path = entryPath(rowSections[1], cluster, index);
    path.member = member;
    if (own == positions.size()) {
        row.creatives.push_back(std::move(edited));
    } else {
        Creative &present = row.creatives[positions[own]];
        if (member.isEmpty())
            path.member = changedMember(present, edited, path);
        present = std::move(edited);
    }
    push(undoText(path), path, DraftField::Creatives, row);
}

void SetupDraft::removeCreative(const ClusterRef &cluster, int index)
{
    const std::vector<size_t> positions = m_data.creativesOf(cluster);
    const auto own = static_cast<size_t>(index);
    if (index < 0 || own >= positions.size())
        return;
    SetupProcess row = m_data;
    row.creatives.erase(row.creatives.begin() + static_cast<std::ptrdiff_t>(positions[own]));
    push(tr("Remove a creative"), std::nullopt, DraftField::Creatives, row);
}

void SetupDraft::setTargeting(const Targeting &targeting, const QString &member)
{
    SetupProcess row = m_data;
    FieldPath path = entryPath(rowSections[2], targeting.cluster);
    path.member = member;
    if (Targeting *present = entryOf(row.targeting, targeting.cluster)) {
        if (member.isEmpty())
            path.member = changedMember(*present, targeting, path);
        *present = targeting;
    } else {
        row.targeting.push_back(targeting);
    }
    push(undoText(path), path, DraftField::Targeting, row);
}

void SetupDraft::setIntegration(const IntegrationDetails &details, const QString &member)
{
    SetupProcess row = m_data;
    FieldPath path = entryPath(rowSections[3], details.cluster);
    path.member = member;
    if (IntegrationDetails *present = entryOf(row.integrationDetails, details.cluster)) {
        if (member.isEmpty())
            path.member = changedMember(*present, details, path);
        *present = details;
    } else {
        row.integrationDetails.push_back(details);
    }
    push(undoText(path), path, DraftField::Integrations, row);
}

void SetupDraft::edit(const QString &text, DraftFields fields,
                      const std::function<void(SetupProcess &)> &change)
{
    SetupProcess row = m_data;
    change(row);
    push(text, std::nullopt, fields, row);
}

void SetupDraft::setConversion(const QString &conversionId, const QString &customEventType,
                               const QString &leadFormId)
{
    SetupProcess row = m_data;
    row.conversionId = conversionId;
    row.customEventType = customEventType;
    row.leadFormId = leadFormId;
    const FieldPath path = rowPath("conversionId");
    push(undoText(path), path, DraftField::Integrations, row);
}

void SetupDraft::setDsa(const QString &payor, const QString &beneficiary)
{
    SetupProcess row = m_data;
    row.dsaPayor = payor;
    row.dsaBeneficiary = beneficiary;
    const FieldPath path = rowPath("dsaPayor");
    push(undoText(path), path, DraftField::Dsa, row);
}

void SetupDraft::replace(const SetupProcess &row, Origin origin)
{
    if (origin == Origin::Loaded) {
        m_undo.clear();
        m_data = row;
        m_revision = 0;
        Q_EMIT changed(DraftField::All, m_revision);
    } else if (row != m_data && m_readOnly) {
        // What is published changes by the server's word only, and isn't taken back here.
        apply(row, changedFields(m_data, row));
    } else if (row != m_data) {
        const QString text = origin == Origin::Merged ? tr("Merge changes from elsewhere")
            : origin == Origin::Recovered             ? tr("Recover unsaved changes")
                                                      : tr("Restore an earlier version");
        push(text, std::nullopt, changedFields(m_data, row), row);
    }
    Q_EMIT replaced(origin);
}

// Puts steps on the stack that lead to the row as it stands.
void SetupDraft::takeSteps(const UndoTrail &trail)
{
    m_undo.clear();
    m_resuming = true;
    for (const DraftStep &step : trail.steps) {
        DraftStep numbered = step;
        numbered.serial = ++m_lastSerial;
        m_undo.push(new DraftCommand(*this, std::move(numbered)));
    }
    m_undo.setIndex(trail.index);
    m_resuming = false;
}

void SetupDraft::resume(const SetupProcess &row, const UndoTrail &trail, Origin origin)
{
    m_data = row;
    takeSteps(trail);
    m_revision = origin == Origin::Loaded ? 0 : 1;
    Q_EMIT changed(DraftField::All, m_revision);
    Q_EMIT replaced(origin);
}

// The rows before the first step, between the steps and after the last; nullopt where a step doesn't fit.
std::optional<std::vector<SetupProcess>> SetupDraft::rowsAlong(const UndoTrail &trail) const
{
    const auto here = static_cast<size_t>(trail.index);
    std::vector<SetupProcess> rows(trail.steps.size() + 1);
    rows[here] = m_data;
    for (size_t i = here; i > 0; --i) {
        auto row = trail.steps[i - 1].patch.reverted(rows[i]);
        if (!row)
            return std::nullopt;
        rows[i - 1] = std::move(*row);
    }
    for (size_t i = here; i < trail.steps.size(); ++i) {
        auto row = trail.steps[i].patch.applied(rows[i]);
        if (!row)
            return std::nullopt;
        rows[i + 1] = std::move(*row);
    }
    return rows;
}

void SetupDraft::underlay(quint64 mark, Underlay kind, const std::function<void(SetupProcess &)> &change)
{
    if (m_readOnly)
        return;
    UndoTrail trail = undoTrail();
    auto rows = rowsAlong(trail);
    SetupProcess data = m_data;
    bool areStepsOld = true;
    if (!rows) { // steps of an earlier run that never fitted: what stands here is what counts
        change(data);
        trail = {};
    } else {
        const std::vector<SetupProcess> before = *rows;
        const auto since = std::find_if(trail.steps.begin(), trail.steps.end(),
                                        [mark](const DraftStep &step) { return step.serial > mark; });
        const auto first = static_cast<size_t>(since - trail.steps.begin());
        std::for_each(rows->begin() + static_cast<std::ptrdiff_t>(first), rows->end(), change);
        for (size_t i = first > 0 ? first - 1 : 0; i < trail.steps.size(); ++i) {
            trail.steps[i].patch = RowPatch::between((*rows)[i], (*rows)[i + 1]);
            trail.steps[i].fields |= changedFields((*rows)[i], (*rows)[i + 1]);
        }
        data = (*rows)[static_cast<size_t>(trail.index)];
        areStepsOld = *rows != before;
    }
    if (areStepsOld)
        takeSteps(trail);
    if (data == m_data)
        return;
    const DraftFields fields = changedFields(m_data, data);
    if (kind == Underlay::Edit)
        ++m_revision;
    m_data = std::move(data);
    Q_EMIT changed(fields, m_revision);
}

UndoTrail SetupDraft::undoTrail() const
{
    UndoTrail trail;
    trail.index = m_undo.index();
    for (int i = 0; i < m_undo.count(); ++i)
        trail.steps.push_back(undoStep(i));
    return trail;
}

std::vector<quint64> SetupDraft::undoSerials() const
{
    std::vector<quint64> serials;
    for (int i = 0; i < m_undo.count(); ++i)
        serials.push_back(static_cast<const DraftCommand *>(m_undo.command(i))->step().serial);
    return serials;
}

DraftStep SetupDraft::undoStep(int index) const
{
    return static_cast<const DraftCommand *>(m_undo.command(index))->step();
}

void SetupDraft::push(const QString &text, const std::optional<FieldPath> &field, DraftFields fields,
                      const SetupProcess &row)
{
    if (m_readOnly)
        return;
    RowPatch patch = RowPatch::between(m_data, row);
    if (patch.isEmpty())
        return;
    m_undo.push(new DraftCommand(*this, {text, field, fields, std::move(patch), ++m_lastSerial}));
}

void SetupDraft::apply(SetupProcess data, DraftFields fields)
{
    m_data = std::move(data);
    ++m_revision;
    Q_EMIT changed(fields, m_revision);
}

} // namespace groundswell
