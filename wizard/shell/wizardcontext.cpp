#include "wizard/shell/wizardcontext.h"

#include "models/wave/calls/suggestions.h"

#include <algorithm>

namespace groundswell {

WizardContext::WizardContext(QObject *parent)
    : QObject(parent)
{
}

void WizardContext::setEvent(const std::optional<Event> &event)
{
    m_event = event;
    Q_EMIT eventChanged();
    Q_EMIT rulesInputChanged();
}

void WizardContext::setToday(const QDate &today, const QString &timeZone)
{
    m_today = today;
    m_timeZone = timeZone;
    Q_EMIT eventChanged();
    Q_EMIT rulesInputChanged();
}

void WizardContext::setCurrency(const QString &currency)
{
    m_currency = currency;
    Q_EMIT budgetLimitsChanged();
    Q_EMIT rulesInputChanged();
}

void WizardContext::setClusters(const std::optional<ClusterRun> &clusters)
{
    m_clusters = clusters;
    m_clusterRows.clear();
    if (m_clusters) {
        for (size_t i = 0; i < m_clusters->clusters.size(); ++i)
            m_clusterRows.insert(m_clusters->clusters[i].cluster, i);
        m_suggestions = suggestionsAt(*m_clusters, std::move(m_suggestions)); // may have come first
    }
    Q_EMIT clustersChanged();
}

void WizardContext::setNewerRun(const std::optional<ClusterRun> &run)
{
    m_newerRun = run;
    m_overlaps.clear();
    Q_EMIT newerRunChanged();
}

void WizardContext::setOverlaps(const std::vector<ClusterOverlap> &overlaps)
{
    m_overlaps = overlaps;
    Q_EMIT newerRunChanged();
}

void WizardContext::setAssumptionsEditable(bool editable)
{
    m_assumptionsEditable = editable;
    Q_EMIT expectedValueChanged();
}

void WizardContext::setSuggestions(const std::vector<SuggestedCluster> &suggestions)
{
    m_suggestions = m_clusters ? suggestionsAt(*m_clusters, suggestions) : suggestions;
    Q_EMIT clustersChanged();
}

void WizardContext::setExpectedValue(const std::optional<ExpectedValue> &value)
{
    m_expectedValue = value;
    Q_EMIT expectedValueChanged();
}

void WizardContext::setBudgetLimits(const std::optional<BudgetLimits> &limits)
{
    m_budgetLimits = limits;
    Q_EMIT budgetLimitsChanged();
    Q_EMIT rulesInputChanged();
}

void WizardContext::setCallsToAction(const std::optional<std::vector<Choice>> &choices)
{
    m_callsToAction = choices;
    Q_EMIT callsToActionChanged();
    Q_EMIT rulesInputChanged();
}

void WizardContext::setEventTypes(const std::optional<std::vector<Choice>> &choices)
{
    m_eventTypes = choices;
    Q_EMIT eventTypesChanged();
}

void WizardContext::setAssets(const std::optional<AdAssets> &assets)
{
    m_assets = assets;
    Q_EMIT assetsChanged();
    Q_EMIT rulesInputChanged();
}

void WizardContext::setConnection(const std::optional<ConnectionStatus> &connection)
{
    m_connection = connection;
    Q_EMIT assetsChanged();
    Q_EMIT rulesInputChanged();
}

void WizardContext::setShortcuts(const Shortcuts &shortcuts)
{
    m_shortcuts = shortcuts;
    Q_EMIT shortcutsChanged();
}

void WizardContext::setGeoResults(const QString &query, const std::vector<GeoPlace> &places)
{
    Q_EMIT geoResultsArrived(query, places);
}

void WizardContext::setMediaPicture(const QString &mediaUrl, const QPixmap &picture)
{
    m_pictures.insert(mediaUrl, picture);
    Q_EMIT mediaChanged();
}

std::optional<WizardContext::Upload> WizardContext::upload(const ClusterRef &cluster, int index) const
{
    const auto found = m_uploads.constFind({cluster, index});
    if (found == m_uploads.cend())
        return {};
    return *found;
}

void WizardContext::setUpload(const ClusterRef &cluster, int index, const std::optional<Upload> &upload)
{
    if (upload)
        m_uploads.insert({cluster, index}, *upload);
    else
        m_uploads.remove({cluster, index});
    Q_EMIT mediaChanged();
}

bool WizardContext::isUploading() const
{
    return std::ranges::any_of(m_uploads, [](const Upload &upload) { return !upload.problem; });
}

void WizardContext::setLoading(Part part, bool loading)
{
    if (m_loading.value(part) == loading)
        return;
    m_loading.insert(part, loading);
    Q_EMIT statusChanged(part);
}

std::optional<Problem> WizardContext::problem(Part part) const
{
    const auto found = m_problems.constFind(part);
    if (found == m_problems.cend())
        return {};
    return *found;
}

void WizardContext::setProblem(Part part, const std::optional<Problem> &problem)
{
    if (problem)
        m_problems.insert(part, *problem);
    else if (m_problems.remove(part) == 0)
        return;
    Q_EMIT statusChanged(part);
}

bool WizardContext::isHandover() const
{
    return m_connection && m_connection->handover == QLatin1StringView("local");
}

PreflightContext WizardContext::preflightContext() const
{
    PreflightContext context;
    context.event = m_event;
    context.today = m_today;
    context.timeZone = m_timeZone;
    context.currency = m_currency;
    context.budgetLimits = m_budgetLimits;
    context.allowedCtas = m_callsToAction;
    context.assets = m_assets;
    context.connection = m_connection;
    return context;
}

const TasteCluster *WizardContext::cluster(const ClusterRef &ref) const
{
    const auto row = m_clusterRows.constFind(ref);
    return row == m_clusterRows.cend() ? nullptr : &m_clusters->clusters[*row];
}

QString WizardContext::clusterLabel(const ClusterRef &ref) const
{
    const TasteCluster *known = cluster(ref);
    if (known && !known->label.isEmpty())
        return known->label;
    QString name = ref.tc.value();
    name.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

} // namespace groundswell
