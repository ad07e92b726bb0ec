#include "wizard/integrations/integrationspage.h"

#include "app/look/inputs/field.h"
#include "app/look/inputs/inputs.h"
#include "app/look/inputs/usable.h"
#include "app/look/pieces/card.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/fieldtext.h"
#include "models/draft/setupdraft.h"
#include "models/draft/undotext.h"
#include "wizard/clusters/clustersidebar.h"
#include "wizard/clusters/draftsharing.h"
#include "wizard/integrations/integrationform.h"
#include "wizard/shell/issueboard.h"
#include "wizard/shell/wizardcontext.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QScrollArea>

#include <algorithm>

namespace groundswell {
namespace {

/// "PURCHASE" → "Purchase": the ad platform's words for events are no sentences of ours to translate.
QString eventTypeText(const Choice &choice)
{
    if (!choice.label.isEmpty())
        return choice.label;
    QString text = choice.value.toLower().replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

IntegrationsPage::IntegrationsPage(const WizardParts &parts, QWidget *parent)
    : WizardPage(parts, tr("On whose account does it run?"),
                 tr("The ad account pays, the page signs, the pixel counts what was sold."), Width::Whole,
                 parent)
    , m_shared(new QRadioButton(tr("The same for all clusters")))
    , m_single(new QRadioButton(tr("For each cluster on its own")))
    , m_clusters(new ClusterSidebar(parts, Section::Integrations))
    , m_form(new IntegrationForm(parts.context))
    , m_eventType(new ChoiceBox(true))
    , m_notice(new TextLabel(TextRole::Body))
{
    setObjectName(QStringLiteral("integrationsPage"));
    m_notice->setObjectName(QStringLiteral("integrationNotice"));
    auto *content = new QWidget;
    auto *contentColumn = new QVBoxLayout(content);
    contentColumn->setContentsMargins({});
    contentColumn->setSpacing(units(this, 2));
    contentColumn->addWidget(m_notice);
    contentColumn->addWidget(makeModes());
    contentColumn->addWidget(makeForms(), 1);
    setClusterContent(content);
    connectForm();
}

QWidget *IntegrationsPage::makeModes()
{
    nameWidget(m_shared, QStringLiteral("integrationShared"), m_shared->text());
    nameWidget(m_single, QStringLiteral("integrationSingle"), m_single->text());
    auto *group = new QButtonGroup(this);
    group->addButton(m_shared);
    group->addButton(m_single);
    m_shared->setChecked(true);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->setSpacing(units(this, 3));
    row->addWidget(m_shared);
    row->addWidget(m_single);
    row->addStretch();
    return box;
}

QWidget *IntegrationsPage::makeForms()
{
    m_eventTypeField =
        new Field(fieldLabel(rowPath("customEventType")), m_eventType, QStringLiteral("customEventType"));
    m_eventTypeField->setHint(fieldHelp(rowPath("customEventType")));
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("integrationScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inner = new QWidget;
    auto *fields = new QVBoxLayout(inner);
    fields->setContentsMargins(0, 0, units(this, 1.5), 0);
    fields->setSpacing(units(this, 1.5));
    fields->addWidget(m_form);
    fields->addWidget(m_eventTypeField);
    fields->addStretch();
    inner->setMaximumWidth(characters(this, 56));
    scroll->setWidget(inner);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->setSpacing(units(this, 3));
    row->addWidget(m_clusters, 2);
    row->addWidget(scroll, 6);
    row->addWidget(makeHelp(), 4, Qt::AlignTop);
    return box;
}

QWidget *IntegrationsPage::makeHelp()
{
    auto *card = new Card;
    card->setObjectName(QStringLiteral("integrationHelp"));
    card->setAccessibleName(tr("Good to know"));
    card->setMaximumWidth(characters(this, 46));
    card->content()->addWidget(new TextLabel(TextRole::Strong, tr("Good to know")));
    for (const QString &sentence :
         {tr("Without a pixel the ad platform cannot see which ads sell, and can only look for clicks."),
          tr("Account and page belong together: the page must be allowed to advertise with the account."),
          tr("If you sell through somebody else’s ticket shop, ask them for the pixel.")}) {
        auto *line = new TextLabel(TextRole::Body, sentence);
        line->setToken(Token::Muted);
        card->content()->addWidget(line);
    }
    return card;
}

void IntegrationsPage::connectForm()
{
    connect(m_clusters, &ClusterSidebar::currentChanged, this, &IntegrationsPage::refresh);
    connect(m_shared, &QRadioButton::clicked, this, [this] { setShared(true); });
    connect(m_single, &QRadioButton::clicked, this, [this] { setShared(false); });
    connect(m_form, &IntegrationForm::edited, this, &IntegrationsPage::write);
    connect(m_form, &IntegrationForm::left, this, [this](const QString &member) {
        if (const auto cluster = shownCluster())
            m_issues.touch({QStringLiteral("integrationDetails"), cluster, 0, member});
    });
    connect(m_eventType, &ChoiceBox::edited, this, [this](const QString &value) {
        m_draft.setConversion(m_draft.data().conversionId, value, m_draft.data().leadFormId);
        m_issues.touch(rowPath("customEventType"));
    });
    connect(&m_draft, &SetupDraft::changed, this, [this](DraftFields fields) {
        if (isVisible() && (fields & (DraftField::Integrations | DraftField::Clusters)))
            refresh();
    });
    connect(&m_context, &WizardContext::eventTypesChanged, this, &IntegrationsPage::refreshEventTypes);
    connect(&m_context, &WizardContext::assetsChanged, this, &IntegrationsPage::refresh);
    connect(&m_issues, &IssueBoard::changed, this, &IntegrationsPage::refreshIssues);
}

bool IntegrationsPage::allAlike() const
{
    const SetupProcess &row = m_draft.data();
    std::optional<IntegrationDetails> first;
    for (const ChosenCluster &chosen : row.clusters) {
        const IntegrationDetails *own = row.integrationOf(chosen.cluster);
        IntegrationDetails comparable = own ? *own : IntegrationDetails();
        comparable.cluster = {};
        comparable.extra = {};
        if (first && *first != comparable)
            return false;
        first = comparable;
    }
    return true;
}

std::optional<ClusterRef> IntegrationsPage::shownCluster() const
{
    const auto &clusters = m_draft.data().clusters;
    if (m_shared->isChecked())
        return clusters.empty() ? std::nullopt : std::optional(clusters.front().cluster);
    return m_clusters->current();
}

void IntegrationsPage::setShared(bool shared)
{
    m_modeChosen = true;
    const auto cluster = m_clusters->current();
    if (shared && cluster && !allAlike()) {
        m_draft.edit(tr("Use the same account for all clusters"), DraftField::Integrations,
                     [&](SetupProcess &row) { shareIntegration(row, *cluster); });
    }
    refresh();
}

void IntegrationsPage::write(const IntegrationDetails &details, const QString &member)
{
    const auto cluster = shownCluster();
    if (!cluster)
        return;
    IntegrationDetails own = details;
    own.cluster = *cluster;
    if (!m_shared->isChecked()) {
        m_draft.setIntegration(own, member);
        return;
    }
    const FieldPath path{QStringLiteral("integrationDetails"), std::nullopt, 0, member};
    m_draft.edit(undoText(path), DraftField::Integrations, [&](SetupProcess &row) {
        const auto present =
            std::find_if(row.integrationDetails.begin(), row.integrationDetails.end(),
                         [&](const IntegrationDetails &entry) { return entry.cluster == *cluster; });
        if (present == row.integrationDetails.end())
            row.integrationDetails.push_back(own);
        else
            *present = own;
        shareIntegration(row, *cluster);
    });
}

void IntegrationsPage::refreshEventTypes()
{
    std::vector<ChoiceBox::Entry> entries;
    if (const auto &types = m_context.eventTypes()) {
        for (const Choice &choice : *types)
            entries.push_back({choice.value, eventTypeText(choice), choice.value});
    }
    m_eventType->setEntries(entries, tr("Not set"));
    m_eventType->showId(m_draft.data().customEventType);
}

void IntegrationsPage::refresh()
{
    if (!m_modeChosen) {
        // An exclusive group unchecks a button only by checking another.
        (allAlike() ? m_shared : m_single)->setChecked(true);
    }
    const bool several = m_draft.data().clusters.size() > 1;
    m_shared->setVisible(several);
    m_single->setVisible(several);
    m_clusters->setVisible(several && m_single->isChecked());
    const auto cluster = shownCluster();
    const IntegrationDetails *details = cluster ? m_draft.data().integrationOf(*cluster) : nullptr;
    setUsable(m_form, cluster.has_value(), tr("Choose a cluster first."));
    m_form->setReadOnly(m_draft.isReadOnly());
    m_eventType->setEnabled(!m_draft.isReadOnly());
    m_form->showDetails(details ? *details : IntegrationDetails());
    refreshEventTypes();
    QString notice;
    if (m_context.isHandover())
        notice = tr("This workspace has no ad platform behind it. What you enter here is handed over with "
                    "the campaign.");
    else if (m_context.connection() && !m_context.connection()->connected)
        notice = tr("The ad platform is not connected yet. Connect it in the preferences; what you enter "
                    "here is kept.");
    m_notice->setText(notice);
    m_notice->setToken(m_context.isHandover() ? Token::Muted : Token::Warn);
    m_notice->setVisible(!notice.isEmpty());
    refreshIssues();
}

void IntegrationsPage::refreshIssues()
{
    const auto cluster = shownCluster();
    for (const QString &member : m_form->members())
        m_form->showHint(member,
                         cluster
                             ? m_issues.hintFor({QStringLiteral("integrationDetails"), cluster, 0, member})
                             : IssueBoard::Hint());
    showHint(m_eventTypeField, rowPath("customEventType"));
}

bool IntegrationsPage::focusField(const FieldPath &path)
{
    if (path.section == QLatin1StringView("customEventType")
        || path.section == QLatin1StringView("conversionId")) {
        m_eventType->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (path.cluster && !m_shared->isChecked())
        m_clusters->select(*path.cluster);
    return m_form->focusMember(path.member);
}

} // namespace groundswell
