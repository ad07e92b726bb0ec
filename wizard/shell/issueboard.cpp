#include "wizard/shell/issueboard.h"

#include "models/rules/preflight.h"
#include "wizard/shell/wizardcontext.h"

#include <algorithm>

namespace groundswell {

namespace {

// The rules run over every ad of every cluster, and half the wizard listens to what they say. In a pause of
// typing nobody waits for them; between two keys the next one would.
constexpr int pauseOfTyping = 120; ///< ms

} // namespace

IssueBoard::IssueBoard(SetupDraft &draft, WizardContext &context, QObject *parent)
    : QObject(parent)
    , m_draft(draft)
    , m_context(context)
{
    m_due.setSingleShot(true);
    m_due.setInterval(pauseOfTyping);
    connect(&m_due, &QTimer::timeout, this, &IssueBoard::update);
    const auto schedule = [this] { m_due.start(); };
    connect(&draft, &SetupDraft::changed, this, schedule);
    connect(&context, &WizardContext::rulesInputChanged, this, schedule);
    connect(&context, &WizardContext::clustersChanged, this, schedule);
    update();
}

void IssueBoard::update()
{
    m_due.stop();
    m_issues = preflight(m_draft.data(), m_context.preflightContext());
    m_byPath.clear();
    for (size_t i = 0; i < m_issues.size(); ++i)
        m_byPath[m_issues[i].path.toString()].push_back(i);
    countByCluster();
    Q_EMIT changed();
}

void IssueBoard::countByCluster()
{
    m_byCluster.clear();
    for (const Issue &issue : m_issues) {
        if (!issue.path.cluster)
            continue;
        SectionProgress &own = m_byCluster[{static_cast<int>(sectionOf(issue.path)), *issue.path.cluster}];
        own.errors += issue.severity == Severity::Error ? 1 : 0;
        own.warnings += issue.severity == Severity::Warning ? 1 : 0;
        own.complete = own.errors == 0;
    }
}

IssueBoard::Hint IssueBoard::hintFor(const FieldPath &path) const
{
    const QString key = path.toString();
    if (!m_allRevealed && !m_touched.contains(key))
        return {};
    const Issue *gravest = nullptr;
    for (const size_t at : m_byPath.value(key)) {
        if (!gravest || m_issues[at].severity > gravest->severity)
            gravest = &m_issues[at];
    }
    if (!gravest)
        return {};
    return {issueText(*gravest, labels(), QLocale()), gravest->severity};
}

int IssueBoard::errorCount() const
{
    return static_cast<int>(std::count_if(m_issues.begin(), m_issues.end(), [](const Issue &issue) {
        return issue.severity == Severity::Error;
    }));
}

SectionProgress IssueBoard::progress(Section section, const ClusterRef &cluster) const
{
    return m_byCluster.value({static_cast<int>(section), cluster});
}

void IssueBoard::touch(const FieldPath &path)
{
    const QString key = path.toString();
    if (m_touched.contains(key))
        return;
    m_touched.insert(key);
    Q_EMIT changed();
}

void IssueBoard::revealAll()
{
    if (m_allRevealed)
        return;
    m_allRevealed = true;
    Q_EMIT changed();
}

ClusterLabel IssueBoard::labels() const
{
    return [this](const ClusterRef &cluster) { return m_context.clusterLabel(cluster); };
}

} // namespace groundswell
