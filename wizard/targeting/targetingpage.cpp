#include "wizard/targeting/targetingpage.h"

#include "app/look/inputs/usable.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/units.h"
#include "models/draft/setupdraft.h"
#include "wizard/clusters/clustersidebar.h"
#include "wizard/clusters/draftsharing.h"
#include "wizard/shell/issueboard.h"
#include "wizard/targeting/targetingform.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>

namespace groundswell {

TargetingPage::TargetingPage(const WizardParts &parts, QWidget *parent)
    : WizardPage(parts, tr("Where do these people live?"),
                 tr("The ad platform looks for people like those of the cluster within these limits."),
                 Width::Whole, parent)
    , m_clusters(new ClusterSidebar(parts, Section::Targeting))
    , m_form(new TargetingForm(parts.context))
    , m_forAll(new QPushButton(tr("Use this targeting for all clusters")))
{
    setObjectName(QStringLiteral("targetingPage"));
    nameWidget(m_forAll, QStringLiteral("targetingForAll"), m_forAll->text());
    m_forAll->setIcon(icon(QStringLiteral("copy")));
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("targetingScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inner = new QWidget;
    auto *fields = new QVBoxLayout(inner);
    fields->setContentsMargins(0, 0, units(this, 1.5), 0);
    fields->setSpacing(units(this, 2));
    fields->addWidget(m_form);
    fields->addWidget(m_forAll, 0, Qt::AlignLeft);
    fields->addStretch();
    scroll->setWidget(inner);
    inner->setMaximumWidth(characters(this, 76));
    auto *content = new QWidget;
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins({});
    row->setSpacing(units(this, 3));
    row->addWidget(m_clusters, 2);
    row->addWidget(scroll, 6);
    setClusterContent(content);
    connectForm();
}

void TargetingPage::connectForm()
{
    connect(m_clusters, &ClusterSidebar::currentChanged, this, &TargetingPage::refresh);
    connect(m_form, &TargetingForm::edited, this, [this](const Targeting &targeting, const QString &member) {
        const auto cluster = m_clusters->current();
        if (!cluster)
            return;
        Targeting own = targeting;
        own.cluster = *cluster;
        m_draft.setTargeting(own, member);
    });
    connect(m_form, &TargetingForm::left, this, [this](const QString &member) {
        if (const auto cluster = m_clusters->current())
            m_issues.touch({QStringLiteral("targeting"), cluster, 0, member});
    });
    connect(m_form, &TargetingForm::geoSearchRequested, this, &TargetingPage::geoSearchRequested);
    connect(m_forAll, &QPushButton::clicked, this, [this] {
        const auto cluster = m_clusters->current();
        if (!cluster)
            return;
        m_draft.edit(tr("Use a targeting for all clusters"), DraftField::Targeting,
                     [&](SetupProcess &row) { shareTargeting(row, *cluster); });
        announce(this,
                 tr("Used for %n cluster(s).", nullptr, static_cast<int>(m_draft.data().clusters.size())));
    });
    connect(&m_draft, &SetupDraft::changed, this, [this](DraftFields fields) {
        if (isVisible() && (fields & (DraftField::Targeting | DraftField::Clusters)))
            refresh();
    });
    connect(&m_issues, &IssueBoard::changed, this, &TargetingPage::refreshIssues);
}

void TargetingPage::refresh()
{
    const auto cluster = m_clusters->current();
    const Targeting *targeting = cluster ? m_draft.data().targetingOf(*cluster) : nullptr;
    setUsable(m_form, cluster.has_value(), tr("Choose a cluster first."));
    m_form->setReadOnly(m_draft.isReadOnly());
    m_form->showTargeting(targeting ? *targeting : Targeting());
    m_forAll->setVisible(m_draft.data().clusters.size() > 1);
    setUsable(m_forAll, targeting && !m_draft.isReadOnly(),
              m_draft.isReadOnly()
                  ? tr("The setup can only be read.")
                  : tr("There is no targeting here yet that the other clusters could take."));
    refreshIssues();
}

void TargetingPage::refreshIssues()
{
    const auto cluster = m_clusters->current();
    const bool missing = cluster && !m_draft.data().targetingOf(*cluster);
    for (const QString &member : m_form->members()) {
        IssueBoard::Hint hint;
        if (cluster)
            hint = m_issues.hintFor({QStringLiteral("targeting"), cluster, 0, member});
        if (missing && member == QLatin1StringView("geo"))
            hint = m_issues.hintFor({QStringLiteral("targeting"), cluster, 0, {}});
        m_form->showHint(member, hint);
    }
}

bool TargetingPage::focusField(const FieldPath &path)
{
    if (path.cluster)
        m_clusters->select(*path.cluster);
    return m_form->focusMember(path.member);
}

} // namespace groundswell
