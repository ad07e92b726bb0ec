#include "wizard/targetingpage.h"

#include "app/look/emptystate.h"
#include "app/look/typography.h"
#include "app/look/units.h"
#include "models/draft/setupdraft.h"
#include "wizard/clusterpicker.h"
#include "wizard/issueboard.h"
#include "wizard/targetingform.h"
#include "wizard/wizardcontext.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace groundswell {
namespace {

constexpr int kColumnCharacters = 70;

Targeting targetingFor(const SetupProcess &row, const ClusterRef &cluster)
{
    if (const Targeting *present = row.targetingOf(cluster))
        return *present;
    Targeting fresh;
    fresh.cluster = cluster;
    return fresh;
}

} // namespace

TargetingPage::TargetingPage(const WizardParts &parts, QWidget *parent)
    : WizardPage(parts, tr("Who should see the ads?"),
                 tr("Places and people for each taste cluster. The taste itself is already in the audience."),
                 Width::Whole, parent)
    , m_picker(new ClusterPicker(parts, Section::Targeting))
    , m_form(new TargetingForm(parts.context))
    , m_clusterTitle(new TextLabel(TextRole::Section))
    , m_useForAll(new QPushButton(tr("Use for all clusters")))
    , m_empty(new EmptyState(QStringLiteral("clusters"), tr("Choose at least one taste cluster first.")))
{
    setObjectName(QStringLiteral("targetingPage"));
    auto *row = new QHBoxLayout;
    row->setSpacing(units(this, 3));
    row->addWidget(m_picker);
    m_detail = makeDetail();
    row->addWidget(m_detail, 1);
    column()->addLayout(row, 1);
    column()->addWidget(m_empty, 1);

    connect(m_picker, &ClusterPicker::picked, this, [this] { refresh(); });
    connect(m_form, &TargetingForm::edited, this, [this](const Targeting &targeting, const QString &member) {
        Targeting own = targeting;
        own.cluster = m_picker->current();
        m_issues.touch({QStringLiteral("targeting"), own.cluster, 0, member});
        m_draft.setTargeting(own, member);
    });
    connect(m_form, &TargetingForm::geoSearchRequested, this, &TargetingPage::geoSearchRequested);
    connect(m_useForAll, &QPushButton::clicked, this, &TargetingPage::useForAll);
    connect(&m_draft, &SetupDraft::changed, this, [this](DraftFields fields) {
        if (isVisible() && (fields & (DraftField::Targeting | DraftField::Clusters)))
            refresh();
    });
    connect(&m_issues, &IssueBoard::changed, this, &TargetingPage::refreshIssues);
}

QWidget *TargetingPage::makeDetail()
{
    m_clusterTitle->setObjectName(QStringLiteral("targetingCluster"));
    m_useForAll->setObjectName(QStringLiteral("targetingUseForAll"));
    m_useForAll->setAccessibleName(m_useForAll->text());
    auto *inner = new QWidget;
    inner->setMaximumWidth(characters(this, kColumnCharacters));
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins({0, 0, units(this, 1), 0});
    column->setSpacing(units(this, 2));
    auto *head = new QHBoxLayout;
    head->addWidget(m_clusterTitle, 1);
    head->addWidget(m_useForAll, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(m_form);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("targetingScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inner);
    scroll->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    return scroll;
}

void TargetingPage::refresh()
{
    const bool any = !m_draft.data().clusters.empty();
    m_picker->setVisible(any);
    m_detail->setVisible(any);
    m_empty->setVisible(!any);
    if (!any)
        return;
    const ClusterRef cluster = m_picker->current();
    m_clusterTitle->setText(m_context.clusterLabel(cluster));
    m_useForAll->setVisible(m_draft.data().clusters.size() > 1);
    m_useForAll->setEnabled(!m_draft.isReadOnly() && m_draft.data().targetingOf(cluster));
    m_form->showTargeting(targetingFor(m_draft.data(), cluster));
    m_form->setReadOnly(m_draft.isReadOnly());
    refreshIssues();
}

void TargetingPage::refreshIssues()
{
    m_form->showHints([this](const QString &member) {
        const FieldPath path{QStringLiteral("targeting"), m_picker->current(), 0, member};
        IssueBoard::Hint hint = m_issues.hintFor(path);
        // A cluster without any targeting is said where one begins to fill it in.
        if (hint.text.isEmpty() && member == QLatin1StringView("geo"))
            hint = m_issues.hintFor({QStringLiteral("targeting"), m_picker->current(), 0, {}});
        return TargetingForm::Hint{hint.text, hint.severity};
    });
}

void TargetingPage::useForAll()
{
    const Targeting pattern = targetingFor(m_draft.data(), m_picker->current());
    m_draft.edit(
        tr("Use one targeting for all clusters"), DraftField::Targeting, [&pattern](SetupProcess &row) {
            for (const ChosenCluster &chosen : row.clusters) {
                const auto present = std::ranges::find(row.targeting, chosen.cluster, &Targeting::cluster);
                Targeting &target = present == row.targeting.end() ? row.targeting.emplace_back() : *present;
                const QJsonObject extra =
                    target.extra; // what this version doesn't know stays each cluster's own
                target = pattern;
                target.cluster = chosen.cluster;
                target.extra = extra;
            }
        });
}

bool TargetingPage::focusField(const FieldPath &path)
{
    if (path.section != QLatin1StringView("targeting") || !path.cluster)
        return false;
    m_picker->setCurrent(*path.cluster);
    return m_form->focusMember(path.member);
}

} // namespace groundswell
