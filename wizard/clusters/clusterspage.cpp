#include "wizard/clusters/clusterspage.h"

#include "app/look/inputs/inputs.h"
#include "app/look/pieces/emptystate.h"
#include "app/look/pieces/messagebar.h"
#include "app/look/pieces/skeletonrows.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/problemtext.h"
#include "app/look/texts/setuptext.h"
#include "models/draft/setupdraft.h"
#include "wizard/clusters/clusterdelegates.h"
#include "wizard/clusters/clusterdetailpane.h"
#include "wizard/clusters/clustermodels.h"
#include "wizard/clusters/newerclustersdialog.h"
#include "wizard/shell/issueboard.h"
#include "wizard/shell/partstatus.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>

#include <algorithm>

namespace groundswell {
namespace {

enum Stack { Rows, Loading, Empty };
const QString kNewerKey = QStringLiteral("newerRun");

/// Finds a cluster by its label and by the events that explain it.
class ClusterFilter : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        const QString wanted = filterRegularExpression().pattern();
        if (wanted.isEmpty())
            return true;
        const QString because =
            index.data(ClusterChoiceModel::BecauseRole).toStringList().join(QLatin1Char(' '));
        return index.data().toString().contains(wanted, Qt::CaseInsensitive)
            || because.contains(wanted, Qt::CaseInsensitive);
    }
};

} // namespace

ClustersPage::ClustersPage(const WizardParts &parts, QWidget *parent)
    : WizardPage(parts, tr("Who should hear about it?"),
                 tr("People who bought alike form a taste cluster. Each chosen cluster gets its own ad."),
                 Width::Whole, parent)
    , m_model(new ClusterChoiceModel(parts.draft, parts.context, this))
    , m_filtered(new ClusterFilter(this))
    , m_list(new QListView)
    , m_search(new QLineEdit)
    , m_suggested(new QPushButton(tr("Choose the suggested ones")))
    , m_summary(new TextLabel(TextRole::Body))
    , m_hint(new TextLabel(TextRole::Caption))
    , m_notice(new TextLabel(TextRole::Caption))
    , m_newer(new MessageBar)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(QStringLiteral("clusters"),
                             tr("There are no taste clusters for this event yet."), tr("Try again")))
    , m_detail(new ClusterDetailPane(parts.draft, parts.context))
{
    setObjectName(QStringLiteral("clustersPage"));
    m_filtered->setSourceModel(m_model);
    m_newer->setObjectName(QStringLiteral("newerClusters"));
    column()->addWidget(m_newer);
    column()->addWidget(makeTools());
    column()->addWidget(m_notice);
    auto *row = new QHBoxLayout;
    row->setSpacing(units(this, 3));
    row->addWidget(makeList(), 3);
    row->addWidget(m_detail, 2);
    column()->addLayout(row, 1);

    connect(m_suggested, &QPushButton::clicked, this, &ClustersPage::chooseSuggested);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filtered->setFilterRegularExpression(QRegularExpression(QRegularExpression::escape(text)));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ClustersPage::showCurrent);
    connect(&m_draft, &SetupDraft::changed, this, [this](DraftFields fields) {
        if (fields & DraftField::Clusters)
            refreshSummary();
    });
    connect(&m_context, &WizardContext::clustersChanged, this, &ClustersPage::refresh);
    connect(&m_context, &WizardContext::statusChanged, this, &ClustersPage::refreshState);
    connect(&m_context, &WizardContext::newerRunChanged, this, &ClustersPage::refreshNewer);
    connect(m_newer, &MessageBar::actionTriggered, this, &ClustersPage::openNewerClusters);
    connect(m_empty, &EmptyState::triggered, this,
            [this] { Q_EMIT partRequested(WizardContext::Part::Clusters); });
    connect(&m_issues, &IssueBoard::changed, this, &ClustersPage::refreshIssues);
    refresh();
}

QWidget *ClustersPage::makeTools()
{
    nameWidget(m_search, QStringLiteral("clusterSearch"), tr("Search the clusters"));
    m_search->setPlaceholderText(tr("Search clusters and events"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search"), Token::Muted), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(characters(this, 34));
    nameWidget(m_suggested, QStringLiteral("chooseSuggested"), tr("Choose the suggested clusters"));
    m_suggested->setIcon(icon(QStringLiteral("sparkle"), Token::Accent));
    m_summary->setObjectName(QStringLiteral("clusterSummary"));
    m_summary->setToken(Token::Muted);
    m_hint->setObjectName(QStringLiteral("clusterHint"));
    m_hint->setToken(Token::Bad);
    m_notice->setObjectName(QStringLiteral("clusterNotice"));
    auto *box = new QWidget;
    auto *outer = new QVBoxLayout(box);
    outer->setContentsMargins({});
    outer->setSpacing(units(this, 0.75));
    auto *tools = new QHBoxLayout;
    tools->setSpacing(units(this, 1.5));
    tools->addWidget(m_search, 1);
    tools->addWidget(m_suggested);
    tools->addStretch(1);
    tools->addWidget(m_summary, 2);
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    outer->addLayout(tools);
    outer->addWidget(m_hint);
    outer->addWidget(makeStatus(WizardContext::Part::Suggestions, QStringLiteral("suggestionsStatus"),
                                tr("Which clusters to suggest is being worked out…"),
                                tr("There are no suggestions.")));
    return box;
}

QWidget *ClustersPage::makeList()
{
    nameWidget(m_list, QStringLiteral("clusterList"), tr("Taste clusters"));
    m_list->setModel(m_filtered);
    m_list->setItemDelegate(new ClusterChoiceDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_stack->insertWidget(Rows, m_list);
    m_stack->insertWidget(Loading, new SkeletonRows);
    m_stack->insertWidget(Empty, m_empty);
    return m_stack;
}

void ClustersPage::chooseSuggested()
{
    std::vector<ClusterRef> clusters;
    for (const SuggestedCluster &entry : m_context.suggestions())
        clusters.push_back(entry.cluster);
    m_draft.chooseClusters(clusters);
}

void ClustersPage::openNewerClusters()
{
    if (!m_context.newerRun() || m_draft.isReadOnly() || m_moving)
        return;
    m_moving = new NewerClustersDialog(m_draft, m_context, window());
    m_moving->setAttribute(Qt::WA_DeleteOnClose);
    m_moving->open();
}

void ClustersPage::refreshNewer()
{
    if (!m_context.newerRun()) {
        m_newer->clear(kNewerKey);
        return;
    }
    m_newer->post({kNewerKey,
                   Tone::Accent,
                   tr("There are newer clusters. This setup stays on those it was planned with."),
                   m_draft.isReadOnly() ? QString() : tr("Compare and move…"),
                   false,
                   {}});
}

void ClustersPage::refresh()
{
    refreshNewer();
    refreshState();
    refreshSummary();
    if (!m_list->currentIndex().isValid() && m_filtered->rowCount() > 0)
        m_list->setCurrentIndex(m_filtered->index(0, 0));
    showCurrent();
}

void ClustersPage::refreshState()
{
    const bool any = m_model->rowCount() > 0;
    const bool loading = !any && m_context.isLoading(WizardContext::Part::Clusters);
    m_stack->setCurrentIndex(any ? Rows : loading ? Loading : Empty);
    const auto problem = m_context.problem(WizardContext::Part::Clusters);
    m_empty->setDetail(
        problem ? problemText(tr("The clusters couldn’t be loaded."), *problem)
                : tr("They are computed from past sales. Import more sales or check that the event has "
                     "artists, works or a genre."));
    m_empty->button()->setVisible(problem.has_value());
    m_detail->setVisible(any);
    m_search->setVisible(m_model->rowCount() > 8);
    m_suggested->setVisible(!m_context.suggestions().empty());
    m_suggested->setEnabled(!m_draft.isReadOnly());
    const QString notice = m_context.clusters() ? m_context.clusters()->notice : QString();
    QString words;
    if (notice == QLatin1StringView("no_clear_taste_groups"))
        words = tr("Your audience does not fall into clear taste groups, so these clusters differ little.");
    else if (notice == QLatin1StringView("few_sales"))
        words = tr("There are few sales to learn from, so these clusters are uncertain.");
    m_notice->setText(words);
    m_notice->setVisible(!words.isEmpty());
    m_notice->setToken(Token::Warn);
}

void ClustersPage::refreshSummary()
{
    qint64 people = 0;
    for (const ChosenCluster &chosen : m_draft.data().clusters) {
        const TasteCluster *known = m_context.cluster(chosen.cluster);
        people += known ? known->reachEstimate.value_or(0) : 0;
    }
    const auto count = static_cast<int>(m_draft.data().clusters.size());
    const QString chosen =
        tr("%1 of %2 chosen").arg(locale().toString(count), locale().toString(m_model->rowCount()));
    m_summary->setText(people > 0 ? tr("%1 · %2 people").arg(chosen, locale().toString(people)) : chosen);
}

void ClustersPage::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid())
        m_detail->setCluster(current.data(ClusterChoiceModel::RefRole).value<ClusterRef>());
    else
        m_detail->setCluster(std::nullopt);
}

void ClustersPage::refreshIssues()
{
    QStringList texts;
    for (const Issue &issue : m_issues.issues()) {
        if (sectionOf(issue.path) == Section::Clusters && issue.severity == Severity::Error
            && (m_issues.isRevealed() || issue.messageId != QLatin1StringView("clusters.none")))
            texts << issueText(issue, m_issues.labels(), locale());
    }
    texts.removeDuplicates();
    m_hint->setText(texts.join(QLatin1Char('\n')));
    m_hint->setVisible(!texts.isEmpty());
}

bool ClustersPage::focusField(const FieldPath &path)
{
    if (path.cluster) {
        const QModelIndex source = m_model->indexOf(*path.cluster);
        m_search->clear();
        m_list->setCurrentIndex(m_filtered->mapFromSource(source));
        if (path.member == QLatin1StringView("budgetShare")) {
            m_detail->focusShare();
            return true;
        }
    }
    m_list->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace groundswell
