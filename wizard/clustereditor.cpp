#include "wizard/clustereditor.h"

#include "app/look/inputs/usable.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "wizard/creative/creativeform.h"
#include "wizard/creative/previewpane.h"
#include "wizard/integrations/integrationform.h"
#include "wizard/shell/wizardcontext.h"
#include "wizard/targeting/targetingform.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>

namespace groundswell {

ClusterEditor::ClusterEditor(WizardContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_actions(*this)
    , m_issues(new IssueBoard(m_draft, context, this))
    , m_title(new TextLabel(TextRole::Title))
    , m_problem(new TextLabel(TextRole::Body))
    , m_tabs(new QTabBar)
    , m_variants(new QTabBar)
    , m_stack(new QStackedWidget)
    , m_creative(new CreativeForm(context))
    , m_preview(new PreviewPane(context))
    , m_targeting(new TargetingForm(context))
    , m_integration(new IntegrationForm(context))
    , m_save(new QPushButton(tr("Save changes")))
    , m_close(new QPushButton(tr("Close")))
{
    nameWidget(this, QStringLiteral("clusterEditor"), tr("Edit a published cluster"));
    nameWidget(m_tabs, QStringLiteral("editorTabs"), tr("Part"));
    nameWidget(m_variants, QStringLiteral("editorVariants"), tr("Variants of the ad"));
    nameWidget(m_save, QStringLiteral("editorSave"), m_save->text());
    nameWidget(m_close, QStringLiteral("editorClose"), m_close->text());
    m_title->setObjectName(QStringLiteral("editorTitle"));
    m_problem->setObjectName(QStringLiteral("editorProblem"));
    m_problem->setToken(Token::Bad);
    m_problem->hide();
    m_save->setProperty(kPrimaryProperty, true);
    m_issues->revealAll(); // what is published must be complete: say at once what isn't
    makeLayout();
    connectForms();
}

ClusterEditor::~ClusterEditor()
{
    // The board watches the draft, which as a member dies before the children do.
    delete m_issues;
}

QWidget *ClusterEditor::scrolled(QWidget *form, const QString &objectName)
{
    auto *scroll = new QScrollArea;
    scroll->setObjectName(objectName);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, units(this, 1.5), 0);
    column->addWidget(form);
    column->addStretch();
    inner->setMaximumWidth(characters(this, 70));
    scroll->setWidget(inner);
    return scroll;
}

void ClusterEditor::makeLayout()
{
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Ad"));
    m_tabs->addTab(tr("Targeting"));
    m_tabs->addTab(tr("Integrations"));
    m_variants->setExpanding(false);
    auto *ad = new QWidget;
    auto *adRow = new QHBoxLayout(ad);
    adRow->setContentsMargins({});
    adRow->setSpacing(units(this, 3));
    auto *adColumn = new QVBoxLayout;
    adColumn->addWidget(m_variants);
    adColumn->addWidget(scrolled(m_creative, QStringLiteral("editorCreativeScroll")), 1);
    adRow->addLayout(adColumn, 4);
    adRow->addWidget(m_preview, 3);
    m_preview->setMaximumWidth(characters(this, 46));
    m_stack->addWidget(ad);
    m_stack->addWidget(scrolled(m_targeting, QStringLiteral("editorTargetingScroll")));
    m_stack->addWidget(scrolled(m_integration, QStringLiteral("editorIntegrationScroll")));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(units(this, 1));
    buttons->addWidget(m_problem, 1);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unitMargins(this, 3, 3));
    column->setSpacing(units(this, 2));
    column->addWidget(m_title);
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    column->addLayout(buttons);

    auto *undo = m_draft.undoStack().createUndoAction(this, tr("Undo"));
    auto *redo = m_draft.undoStack().createRedoAction(this, tr("Redo"));
    m_actions.add(ActionId::Undo, undo);
    m_actions.add(ActionId::Redo, redo);
    const auto setKeys = [this] { m_actions.setKeys(m_context.shortcuts()); };
    setKeys();
    connect(&m_context, &WizardContext::shortcutsChanged, this, setKeys);
}

void ClusterEditor::connectForms()
{
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_variants, &QTabBar::currentChanged, this, [this](int index) {
        m_index = std::max(0, index);
        showAll();
    });
    connect(m_creative, &CreativeForm::edited, this, [this](const Creative &creative, const QString &member) {
        m_draft.setCreative(m_cluster, m_index, creative, member);
    });
    connect(m_creative, &CreativeForm::mediaChosen, this,
            [this](const QString &path) { Q_EMIT mediaChosen(m_cluster, m_index, path); });
    connect(m_creative, &CreativeForm::mediaCancelled, this,
            [this] { Q_EMIT mediaCancelled(m_cluster, m_index); });
    connect(m_targeting, &TargetingForm::edited, this,
            [this](const Targeting &targeting, const QString &member) {
                Targeting own = targeting;
                own.cluster = m_cluster;
                m_draft.setTargeting(own, member);
            });
    connect(m_targeting, &TargetingForm::geoSearchRequested, this, &ClusterEditor::geoSearchRequested);
    connect(m_integration, &IntegrationForm::edited, this,
            [this](const IntegrationDetails &details, const QString &member) {
                IntegrationDetails own = details;
                own.cluster = m_cluster;
                m_draft.setIntegration(own, member);
            });
    connect(&m_draft, &SetupDraft::changed, this, &ClusterEditor::showAll);
    connect(m_issues, &IssueBoard::changed, this, &ClusterEditor::refreshHints);
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT saveRequested(result()); });
    connect(m_close, &QPushButton::clicked, this, &ClusterEditor::closeRequested);
}

void ClusterEditor::edit(const Campaign &campaign, const std::optional<SetupProcess> &setup)
{
    m_eid = campaign.eid;
    m_cluster = campaign.cluster;
    m_index = 0;
    SetupProcess row;
    row.eid = campaign.eid;
    if (setup) {
        row.goal = setup->goal;
        row.currency = setup->currency;
        row.customEventType = setup->customEventType;
        row.conversionId = setup->conversionId;
    }
    row.clusters.push_back({campaign.cluster, std::nullopt, {}});
    row.creatives = campaign.creatives;
    for (Creative &creative : row.creatives)
        creative.cluster = campaign.cluster;
    Targeting targeting = campaign.targeting;
    targeting.cluster = campaign.cluster;
    row.targeting.push_back(targeting);
    IntegrationDetails details = campaign.integrationDetails;
    details.cluster = campaign.cluster;
    row.integrationDetails.push_back(details);
    m_title->setText(campaign.label.isEmpty() ? m_context.clusterLabel(campaign.cluster) : campaign.label);
    setProblem({});
    m_original = row;
    m_draft.replace(row, Origin::Loaded);
    m_issues->update();
}

CampaignEdit ClusterEditor::result() const
{
    const SetupProcess &row = m_draft.data();
    CampaignEdit edit;
    edit.eid = m_eid;
    edit.cluster = m_cluster;
    for (const size_t at : row.creativesOf(m_cluster))
        edit.creatives.push_back(row.creatives[at]);
    if (const Targeting *targeting = row.targetingOf(m_cluster))
        edit.targeting = *targeting;
    if (const IntegrationDetails *details = row.integrationOf(m_cluster))
        edit.integrationDetails = *details;
    return edit;
}

const Creative *ClusterEditor::current() const
{
    const std::vector<size_t> own = m_draft.data().creativesOf(m_cluster);
    const auto at = static_cast<size_t>(m_index);
    return at < own.size() ? &m_draft.data().creatives[own[at]] : nullptr;
}

void ClusterEditor::setMedia(int index, const QString &mediaUrl, MediaType type)
{
    const std::vector<size_t> own = m_draft.data().creativesOf(m_cluster);
    if (index < 0 || static_cast<size_t>(index) > own.size())
        return;
    Creative creative = static_cast<size_t>(index) < own.size()
        ? m_draft.data().creatives[own[static_cast<size_t>(index)]]
        : Creative();
    creative.mediaUrl = mediaUrl;
    creative.mediaType = type;
    m_draft.setCreative(m_cluster, index, creative, QStringLiteral("mediaUrl"));
}

void ClusterEditor::showAll()
{
    const SetupProcess &row = m_draft.data();
    const int variants = std::max(1, static_cast<int>(row.creativesOf(m_cluster).size()));
    {
        const QSignalBlocker silent(m_variants);
        m_index = std::clamp(m_index, 0, variants - 1);
        while (m_variants->count() > variants)
            m_variants->removeTab(m_variants->count() - 1);
        while (m_variants->count() < variants)
            m_variants->addTab(tr("Variant %1").arg(m_variants->count() + 1));
        m_variants->setCurrentIndex(m_index);
        m_variants->setVisible(variants > 1);
    }
    Creative shown = current() ? *current() : Creative();
    shown.cluster = m_cluster;
    m_creative->showCreative(shown, m_index);
    if (const Targeting *targeting = row.targetingOf(m_cluster))
        m_targeting->showTargeting(*targeting);
    const IntegrationDetails *details = row.integrationOf(m_cluster);
    if (details)
        m_integration->showDetails(*details);
    m_preview->showCreative(shown, details ? details->pageId : QString());
    refreshButtons();
}

void ClusterEditor::refreshHints()
{
    for (const QString &member : m_creative->members())
        m_creative->showHint(member,
                             m_issues->hintFor({QStringLiteral("creatives"), m_cluster, m_index, member}));
    for (const QString &member : m_targeting->members())
        m_targeting->showHint(member, m_issues->hintFor({QStringLiteral("targeting"), m_cluster, 0, member}));
    for (const QString &member : m_integration->members())
        m_integration->showHint(
            member, m_issues->hintFor({QStringLiteral("integrationDetails"), m_cluster, 0, member}));
    refreshButtons();
}

void ClusterEditor::refreshButtons()
{
    int errors = 0;
    for (const Section section : {Section::Creative, Section::Targeting, Section::Integrations})
        errors += m_issues->progress(section, m_cluster).errors;
    setUsable(m_save, !m_saving && errors == 0 && hasChanges(),
              m_saving         ? untilAnswered()
                  : errors > 0 ? tr("%n thing(s) to fix first.", nullptr, errors)
                               : tr("There are no changes to save."));
    m_save->setText(m_saving ? tr("Saving…") : tr("Save changes"));
}

void ClusterEditor::setSaving(bool saving)
{
    m_saving = saving;
    refreshButtons();
}

void ClusterEditor::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    if (!text.isEmpty())
        announce(this, text, Politeness::Assertive);
}

} // namespace groundswell
