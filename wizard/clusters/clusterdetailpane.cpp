#include "wizard/clusters/clusterdetailpane.h"

#include "app/look/inputs/field.h"
#include "app/look/inputs/inputs.h"
#include "app/look/pieces/barlist.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/setuptext.h"
#include "models/draft/setupdraft.h"
#include "models/items/format.h"
#include "models/rules/dailyfloor.h"
#include "wizard/clusters/clustermodels.h"
#include "wizard/shell/wizardcontext.h"

#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace groundswell {
namespace {

/// The spin box whose text field is open to us.
class ShareBox : public QDoubleSpinBox {
public:
    ShareBox()
    {
        routeUndoToDraft(lineEdit());
        leaveWheelToPage(this);
    }
};

} // namespace

ClusterDetailPane::ClusterDetailPane(SetupDraft &draft, WizardContext &context, QWidget *parent)
    : Card(parent)
    , m_draft(draft)
    , m_context(context)
    , m_label(new TextLabel(TextRole::Section))
    , m_figures(new TextLabel(TextRole::Body))
    , m_becauseCaption(new TextLabel(TextRole::Strong, tr("They belong together because they bought")))
    , m_because(new BarList)
    , m_share(new ShareBox)
    , m_even(new QPushButton(tr("Split evenly")))
    , m_raise(new QPushButton)
{
    setObjectName(QStringLiteral("clusterDetail"));
    setAccessibleName(tr("Details of the cluster"));
    m_label->setObjectName(QStringLiteral("clusterDetailLabel"));
    m_figures->setObjectName(QStringLiteral("clusterDetailFigures"));
    nameWidget(m_because, QStringLiteral("clusterDetailBecause"), tr("Explaining events"));
    nameWidget(m_even, QStringLiteral("evenShares"), tr("Split the budget evenly"));
    nameWidget(m_raise, QStringLiteral("raiseShare"), tr("Give every cluster its least amount"));
    for (QPushButton *button : {m_even, m_raise})
        button->setProperty(kQuietProperty, true);
    m_raise->hide();
    m_share->setRange(0, 100);
    m_share->setDecimals(1);
    m_share->setSingleStep(5);
    m_share->setSuffix(QStringLiteral(" %"));
    m_share->setKeyboardTracking(false);
    m_share->setMaximumWidth(characters(this, 16));
    m_shareField = new Field(tr("&Share of the budget"), m_share, QStringLiteral("budgetShare"));
    m_shareField->addBesideLabel(m_raise);
    m_shareField->addBesideLabel(m_even);

    content()->addWidget(m_label);
    content()->addWidget(m_figures);
    content()->addSpacing(units(this, 1));
    content()->addWidget(m_becauseCaption);
    content()->addWidget(m_because);
    content()->addSpacing(units(this, 1));
    content()->addWidget(m_shareField);
    content()->addStretch();

    connect(m_share, &QDoubleSpinBox::valueChanged, this, [this](double percent) {
        if (m_cluster)
            m_draft.setBudgetShare(*m_cluster, std::round(percent * 10.0) / 1000.0);
    });
    connect(m_even, &QPushButton::clicked, this, [this] {
        m_draft.edit(tr("Split the budget evenly"), DraftField::Clusters, [](SetupProcess &row) {
            for (ChosenCluster &chosen : row.clusters)
                chosen.budgetShare.reset();
        });
    });
    connect(m_raise, &QPushButton::clicked, this, &ClusterDetailPane::raiseShare);
    connect(&draft, &SetupDraft::changed, this, [this](DraftFields fields) {
        if (fields & (DraftField::Clusters | DraftField::Budget | DraftField::Dates | DraftField::Goal))
            refreshShare();
    });
    connect(&context, &WizardContext::budgetLimitsChanged, this, &ClusterDetailPane::refreshShare);
    connect(&context, &WizardContext::clustersChanged, this, &ClusterDetailPane::refresh);
    refresh();
}

void ClusterDetailPane::setCluster(const std::optional<ClusterRef> &cluster)
{
    if (m_cluster == cluster)
        return;
    m_cluster = cluster;
    refresh();
}

void ClusterDetailPane::focusShare()
{
    m_share->setFocus(Qt::OtherFocusReason);
}

void ClusterDetailPane::refresh()
{
    if (!m_cluster) {
        m_label->setText(tr("Select a cluster to see who they are."));
        m_figures->hide();
        m_becauseCaption->hide();
        m_because->hide();
        m_shareField->hide();
        return;
    }
    m_label->setText(m_context.clusterLabel(*m_cluster));
    m_label->setToolTip(tr("Computed in run %1").arg(m_cluster->tcRunId));
    refreshFigures();
    const TasteCluster *known = m_context.cluster(*m_cluster);
    std::vector<BarList::Bar> bars;
    for (size_t i = 0; known && i < known->because.size() && i < 5; ++i) {
        const ExplainingEvent &event = known->because[i];
        bars.push_back({event.title,
                        event.weight,
                        event.weight ? format::percent(event.weight, locale()) : QString(),
                        {},
                        {}});
    }
    m_because->setBars(bars);
    m_because->setVisible(!bars.empty());
    m_becauseCaption->setVisible(!bars.empty());
    refreshShare();
}

void ClusterDetailPane::refreshFigures()
{
    const TasteCluster *known = m_context.cluster(*m_cluster);
    QStringList sentences;
    if (!known) {
        sentences << tr("This cluster comes from an earlier computation (run %1) and is no longer offered.")
                         .arg(m_cluster->tcRunId);
    } else {
        if (known->probability)
            sentences << tr("About %1 of them would buy a ticket.")
                             .arg(format::percent(known->probability, locale()));
        else if (known->metricPred)
            sentences
                << tr("Their taste matches by %1.").arg(format::percent(*known->metricPred / 5.0, locale()));
        if (known->reachEstimate && known->sizeShare)
            sentences << tr("%1 people, %2 of those you can reach.")
                             .arg(format::number(known->reachEstimate, locale()),
                                  format::percent(known->sizeShare, locale()));
        else if (known->reachEstimate)
            sentences << tr("%1 people.").arg(format::number(known->reachEstimate, locale()));
    }
    const auto &suggested = m_context.suggestions();
    const auto entry = std::find_if(suggested.begin(), suggested.end(), [this](const SuggestedCluster &one) {
        return one.cluster == *m_cluster;
    });
    if (entry != suggested.end() && entry->expectedTickets)
        sentences << tr("Expected with this plan: about %n ticket(s).", nullptr,
                        qRound(*entry->expectedTickets));
    m_figures->setText(sentences.join(QLatin1Char('\n')));
    m_figures->setVisible(!sentences.isEmpty());
}

void ClusterDetailPane::refreshShare()
{
    if (!m_cluster)
        return;
    const auto floor = dailyFloor(m_draft.data(), m_context.budgetLimits());
    const PlanMoney money = planMoney(m_draft.data(), floor ? std::optional(floor->perDay) : std::nullopt);
    const PlanMoney::Part *part = money.of(*m_cluster);
    m_shareField->setVisible(part != nullptr);
    if (!part)
        return;
    const QSignalBlocker silent(m_share);
    m_share->setEnabled(!m_draft.isReadOnly());
    if (std::abs(m_share->value() - part->asked * 100.0) > 0.049)
        m_share->setValue(part->asked * 100.0);
    const auto &chosen = m_draft.data().clusters;
    const bool fixed = std::ranges::any_of(
        chosen, [this](const ChosenCluster &one) { return one.cluster == *m_cluster && one.budgetShare; });
    QString hint = fixed ? QString() : tr("Split evenly.");
    if (part->amount) {
        const QString amount = format::money(part->amount, locale());
        const QString budget = format::money(money.total, locale());
        hint =
            fixed ? tr("%1 of %2.").arg(amount, budget) : tr("Split evenly: %1 of %2.").arg(amount, budget);
    }
    m_shareField->setHint(hint);
    refreshFloor(money, *part);
    m_even->setVisible(money.anyShareSet && !m_draft.isReadOnly());
}

void ClusterDetailPane::refreshFloor(const PlanMoney &money, const PlanMoney::Part &part)
{
    const bool fixable = part.belowFloor && money.coversEveryFloor();
    QString problem;
    if (fixable)
        problem = money.floor
            ? tr("%1 is too little: at least %2 is needed.")
                  .arg(format::money(part.amount, locale()), format::money(money.floor, locale()))
            : tr("It gets nothing of the budget.");
    const auto floor = dailyFloor(m_draft.data(), m_context.budgetLimits());
    const bool refused = (floor && floor->isCertain) || (part.amount && part.amount->minor <= 0);
    m_shareField->setProblem(problem, refused ? Field::Gravity::Error : Field::Gravity::Warning);
    const auto raised =
        fixable ? withEveryFloor(m_draft.data().clusters, money.total, money.floor) : std::nullopt;
    m_raise->setVisible(raised && !m_draft.isReadOnly());
    if (!raised)
        return;
    const auto own = std::ranges::find(*raised, *m_cluster, &ChosenCluster::cluster);
    m_raise->setText(tr("Raise it to %1").arg(format::percent(own->budgetShare, locale())));
}

void ClusterDetailPane::raiseShare()
{
    const auto floor = dailyFloor(m_draft.data(), m_context.budgetLimits());
    const PlanMoney money = planMoney(m_draft.data(), floor ? std::optional(floor->perDay) : std::nullopt);
    const auto raised = withEveryFloor(m_draft.data().clusters, money.total, money.floor);
    if (!raised)
        return;
    m_draft.edit(tr("Give every cluster its least amount"), DraftField::Clusters,
                 [&](SetupProcess &row) { row.clusters = *raised; });
}

} // namespace groundswell
