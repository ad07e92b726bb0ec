#include "wizard/creative/creativepage.h"

#include "app/look/inputs/usable.h"
#include "app/look/pieces/flowlayout.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/style.h"
#include "app/look/style/units.h"
#include "models/draft/setupdraft.h"
#include "wizard/clusters/clustermodels.h"
#include "wizard/clusters/clustersidebar.h"
#include "wizard/clusters/draftsharing.h"
#include "wizard/creative/creativeform.h"
#include "wizard/creative/creativematrix.h"
#include "wizard/creative/previewpane.h"
#include "wizard/shell/issueboard.h"
#include "wizard/shell/wizardcontext.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>

namespace groundswell {

CreativePage::CreativePage(const WizardParts &parts, QWidget *parent)
    : WizardPage(parts, tr("What should each cluster see?"),
                 tr("Write to each cluster in its own words. The preview shows where the platform cuts."),
                 Width::Whole, parent)
    , m_tabs(new QTabBar)
    , m_stack(new QStackedWidget)
    , m_clusters(new ClusterSidebar(parts, Section::Creative))
    , m_variants(new QTabBar)
    , m_addVariant(new QPushButton(tr("Add variant")))
    , m_removeVariant(new QPushButton(tr("Remove variant")))
    , m_allForAll(new QPushButton(tr("Use this ad for all clusters")))
    , m_form(new CreativeForm(parts.context))
    , m_preview(new PreviewPane(parts.context))
    , m_matrix(new CreativeMatrix(parts))
{
    setObjectName(QStringLiteral("creativePage"));
    nameWidget(m_tabs, QStringLiteral("creativeTabs"), tr("View"));
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("One by one"));
    m_tabs->addTab(tr("All as a table"));
    m_stack->addWidget(makeOneByOne());
    m_stack->addWidget(m_matrix);
    auto *content = new QWidget;
    auto *contentColumn = new QVBoxLayout(content);
    contentColumn->setContentsMargins({});
    contentColumn->setSpacing(units(this, 2));
    contentColumn->addWidget(m_tabs);
    contentColumn->addWidget(m_stack, 1);
    setClusterContent(content);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connectForm();
}

QWidget *CreativePage::makeVariantBar()
{
    nameWidget(m_variants, QStringLiteral("variantTabs"), tr("Variants of the ad"));
    nameWidget(m_addVariant, QStringLiteral("addVariant"), tr("Add a variant of the ad"));
    nameWidget(m_removeVariant, QStringLiteral("removeVariant"), tr("Remove this variant"));
    m_variants->setExpanding(false);
    m_variants->setDrawBase(false);
    m_addVariant->setProperty(kQuietProperty, true);
    m_removeVariant->setProperty(kQuietProperty, true);
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    row->setSpacing(units(this, 0.5));
    row->addWidget(m_variants);
    row->addStretch();
    row->addWidget(m_removeVariant);
    return bar;
}

QWidget *CreativePage::makeOneByOne()
{
    nameWidget(m_allForAll, QStringLiteral("adForAll"), tr("Use this ad for all clusters"));
    m_allForAll->setIcon(icon(QStringLiteral("copy")));
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("creativeScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inner = new QWidget;
    auto *fields = new QVBoxLayout(inner);
    fields->setContentsMargins(0, 0, units(this, 1.5), 0);
    fields->setSpacing(units(this, 1.5));
    fields->addWidget(makeVariantBar());
    fields->addWidget(m_form);
    auto *actions = new FlowLayout; // long words need two lines in a narrow window
    actions->setSpacing(units(this, 1));
    actions->addWidget(m_allForAll);
    actions->addWidget(m_addVariant);
    fields->addLayout(actions);
    fields->addStretch();
    scroll->setWidget(inner);
    inner->setMaximumWidth(characters(this, 70));

    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->setSpacing(units(this, 2));
    row->addWidget(m_clusters, 2);
    row->addWidget(scroll, 4);
    row->addWidget(m_preview, 3);
    m_preview->setMaximumWidth(characters(this, 52));
    return box;
}

void CreativePage::connectForm()
{
    connect(m_clusters, &ClusterSidebar::currentChanged, this, [this] {
        m_index = 0;
        showCurrent();
    });
    connect(m_variants, &QTabBar::currentChanged, this, [this](int index) {
        m_index = std::max(0, index);
        showCurrent();
    });
    connect(m_addVariant, &QPushButton::clicked, this, &CreativePage::addVariant);
    connect(m_removeVariant, &QPushButton::clicked, this, &CreativePage::removeVariant);
    connect(m_allForAll, &QPushButton::clicked, this, [this] { useForAll({}); });
    connect(m_form, &CreativeForm::useForAllRequested, this, &CreativePage::useForAll);
    connect(m_form, &CreativeForm::edited, this, [this](const Creative &creative, const QString &member) {
        if (const auto cluster = m_clusters->current())
            m_draft.setCreative(*cluster, m_index, creative, member);
    });
    connect(m_form, &CreativeForm::left, this, [this](const QString &member) {
        if (const auto cluster = m_clusters->current())
            m_issues.touch({QStringLiteral("creatives"), cluster, m_index, member});
    });
    connect(m_form, &CreativeForm::mediaChosen, this, [this](const QString &path) {
        if (const auto cluster = m_clusters->current())
            Q_EMIT mediaChosen(*cluster, m_index, path);
    });
    connect(m_form, &CreativeForm::mediaCancelled, this, [this] {
        if (const auto cluster = m_clusters->current())
            Q_EMIT mediaCancelled(*cluster, m_index);
    });
    connect(&m_draft, &SetupDraft::changed, this, [this](DraftFields fields) {
        if (isVisible()
            && (fields & (DraftField::Creatives | DraftField::Clusters | DraftField::Integrations)))
            showCurrent();
    });
    connect(&m_issues, &IssueBoard::changed, this, &CreativePage::refreshIssues);
}

int CreativePage::variantCount() const
{
    const auto cluster = m_clusters->current();
    return cluster ? static_cast<int>(m_draft.data().creativesOf(*cluster).size()) : 0;
}

Creative CreativePage::currentCreative() const
{
    Creative creative;
    const auto cluster = m_clusters->current();
    if (!cluster)
        return creative;
    const std::vector<size_t> positions = m_draft.data().creativesOf(*cluster);
    if (static_cast<size_t>(m_index) < positions.size())
        return m_draft.data().creatives[positions[static_cast<size_t>(m_index)]];
    creative.cluster = *cluster;
    creative.language = m_context.event() ? languageOfCountry(m_context.event()->country) : QString();
    return creative;
}

void CreativePage::refresh()
{
    const bool open = !m_draft.isReadOnly();
    m_form->setReadOnly(!open);
    m_addVariant->setEnabled(open);
    m_removeVariant->setEnabled(open);
    m_allForAll->setEnabled(open);
    showCurrent();
}

void CreativePage::showCurrent()
{
    refreshVariants();
    const auto cluster = m_clusters->current();
    setUsable(m_form, cluster.has_value(), tr("Choose a cluster first."));
    const Creative creative = currentCreative();
    m_form->showCreative(creative, m_index);
    const IntegrationDetails *details = cluster ? m_draft.data().integrationOf(*cluster) : nullptr;
    m_preview->showCreative(creative, details ? details->pageId : QString());
    const bool several = m_draft.data().clusters.size() > 1;
    m_form->setSharingOffered(several && !m_draft.isReadOnly());
    m_allForAll->setVisible(several);
    refreshIssues();
}

void CreativePage::refreshVariants()
{
    const QSignalBlocker silent(m_variants);
    const int wanted = std::max(1, variantCount());
    m_index = std::clamp(m_index, 0, wanted - 1);
    while (m_variants->count() > wanted)
        m_variants->removeTab(m_variants->count() - 1);
    while (m_variants->count() < wanted)
        m_variants->addTab(tr("Variant %1").arg(m_variants->count() + 1));
    m_variants->setCurrentIndex(m_index);
    m_variants->parentWidget()->setVisible(wanted > 1);
    m_addVariant->setVisible(variantCount() > 0);
}

void CreativePage::addVariant()
{
    const auto cluster = m_clusters->current();
    if (!cluster)
        return;
    Creative copy = currentCreative(); // a variant is mostly the same with another headline
    copy.extra = {};
    const int next = variantCount();
    m_index = next;
    m_draft.setCreative(*cluster, next, copy);
    m_form->focusMember(QStringLiteral("headline"));
}

void CreativePage::removeVariant()
{
    const auto cluster = m_clusters->current();
    if (cluster && variantCount() > 1)
        m_draft.removeCreative(*cluster, m_index);
}

void CreativePage::useForAll(const QString &member)
{
    const auto cluster = m_clusters->current();
    if (!cluster)
        return;
    m_draft.edit(member.isEmpty() ? tr("Use an ad for all clusters") : tr("Use a text for all clusters"),
                 DraftField::Creatives,
                 [&](SetupProcess &row) { shareCreative(row, *cluster, m_index, member); });
    announce(this, tr("Used for %n cluster(s).", nullptr, static_cast<int>(m_draft.data().clusters.size())));
}

void CreativePage::refreshIssues()
{
    const auto cluster = m_clusters->current();
    for (const QString &member : m_form->members())
        m_form->showHint(member,
                         cluster ? m_issues.hintFor({QStringLiteral("creatives"), cluster, m_index, member})
                                 : IssueBoard::Hint());
}

bool CreativePage::focusField(const FieldPath &path)
{
    if (m_tabs->currentIndex() == 1 && m_matrix->focusCell(path))
        return true;
    m_tabs->setCurrentIndex(0);
    if (path.cluster)
        m_clusters->select(*path.cluster);
    m_index = path.index;
    showCurrent();
    return m_form->focusMember(path.member);
}

} // namespace groundswell
