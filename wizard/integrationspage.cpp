#include "wizard/integrationspage.h"

#include "app/look/accessibility.h"
#include "app/look/emptystate.h"
#include "app/look/field.h"
#include "app/look/typography.h"
#include "app/look/units.h"
#include "models/draft/setupdraft.h"
#include "wizard/clusterpicker.h"
#include "wizard/inputs.h"
#include "wizard/integrationform.h"
#include "wizard/issueboard.h"
#include "wizard/wizardcontext.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace groundswell {
namespace {

IntegrationDetails detailsFor(const SetupProcess &row, const ClusterRef &cluster)
{
    if (const IntegrationDetails *present = row.integrationOf(cluster))
        return *present;
    IntegrationDetails fresh;
    fresh.cluster = cluster;
    return fresh;
}

bool sameAccounts(const IntegrationDetails &a, const IntegrationDetails &b)
{
    return a.adAccountId == b.adAccountId && a.pageId == b.pageId && a.instagramActorId == b.instagramActorId
        && a.pixelId == b.pixelId && a.leadFormId == b.leadFormId;
}

} // namespace

IntegrationsPage::IntegrationsPage(const WizardParts &parts, QWidget *parent)
    : WizardPage(parts, tr("Which accounts should the ads run under?"),
                 tr("The ad account pays, the page speaks, and the pixel counts what was sold."),
                 Width::Column, parent)
    , m_shared(new QCheckBox(tr("The same accounts for all clusters")))
    , m_picker(new ClusterPicker(parts, Section::Integrations))
    , m_form(new IntegrationForm(parts.context))
    , m_eventType(new ChoiceBox(true))
    , m_connection(new TextLabel(TextRole::Body))
    , m_empty(new EmptyState(QStringLiteral("clusters"), tr("Choose at least one taste cluster first.")))
{
    setObjectName(QStringLiteral("integrationsPage"));
    nameWidget(m_shared, QStringLiteral("sharedAccounts"), m_shared->text());
    m_connection->setObjectName(QStringLiteral("connection"));
    m_eventTypeField =
        new Field(tr("What counts as &success"), m_eventType, QStringLiteral("customEventType"));
    m_eventTypeField->setHint(tr("The event of your pixel that the platform should aim for."));
    makeBody();
    column()->addWidget(m_empty);
    connectEdits();
}

void IntegrationsPage::makeBody()
{
    m_body = new QWidget;
    auto *bodyColumn = new QVBoxLayout(m_body);
    bodyColumn->setContentsMargins({});
    bodyColumn->setSpacing(units(this, 2));
    bodyColumn->addWidget(m_connection);
    bodyColumn->addWidget(m_shared);
    auto *row = new QHBoxLayout;
    row->setSpacing(units(this, 3));
    row->addWidget(m_picker);
    row->addWidget(m_form, 1);
    bodyColumn->addLayout(row);
    bodyColumn->addWidget(m_eventTypeField);
    column()->addWidget(m_body);
}

void IntegrationsPage::connectEdits()
{
    connect(m_shared, &QCheckBox::toggled, this, [this](bool shared) {
        m_wantsOwn = !shared;
        if (shared)
            share(detailsFor(m_draft.data(), shownCluster()));
        refresh();
    });
    connect(m_picker, &ClusterPicker::picked, this, [this] { refresh(); });
    connect(m_form, &IntegrationForm::edited, this, &IntegrationsPage::takeEdit);
    connect(m_eventType, &ChoiceBox::edited, this, [this](const QString &type) {
        m_draft.setConversion(m_draft.data().conversionId, type, m_draft.data().leadFormId);
    });
    connect(m_eventType, &ChoiceBox::left, this, [this] { m_issues.touch(rowPath("customEventType")); });
    connect(&m_draft, &SetupDraft::changed, this, [this](DraftFields fields) {
        if (isVisible() && (fields & (DraftField::Integrations | DraftField::Clusters)))
            refresh();
    });
    connect(&m_context, &WizardContext::eventTypesChanged, this, &IntegrationsPage::refreshEventTypes);
    connect(&m_context, &WizardContext::assetsChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&m_issues, &IssueBoard::changed, this, &IntegrationsPage::refreshIssues);
}

bool IntegrationsPage::isShared() const
{
    if (m_wantsOwn)
        return false;
    const SetupProcess &row = m_draft.data();
    return std::ranges::all_of(row.clusters, [&](const ChosenCluster &chosen) {
        return sameAccounts(detailsFor(row, chosen.cluster), detailsFor(row, row.clusters.front().cluster));
    });
}

ClusterRef IntegrationsPage::shownCluster() const
{
    const SetupProcess &row = m_draft.data();
    if (row.clusters.empty())
        return {};
    return isShared() ? row.clusters.front().cluster : m_picker->current();
}

void IntegrationsPage::takeEdit(const IntegrationDetails &details, const QString &member)
{
    const ClusterRef cluster = shownCluster();
    m_issues.touch({QStringLiteral("integrationDetails"), cluster, 0, member});
    if (isShared()) {
        share(details);
        return;
    }
    IntegrationDetails own = details;
    own.cluster = cluster;
    m_draft.setIntegration(own, member);
}

void IntegrationsPage::share(const IntegrationDetails &pattern)
{
    m_draft.edit(tr("Use the same accounts for all clusters"), DraftField::Integrations,
                 [&pattern](SetupProcess &row) {
                     for (const ChosenCluster &chosen : row.clusters) {
                         const auto present = std::ranges::find(row.integrationDetails, chosen.cluster,
                                                                &IntegrationDetails::cluster);
                         IntegrationDetails &target = present == row.integrationDetails.end()
                             ? row.integrationDetails.emplace_back()
                             : *present;
                         const QJsonObject extra =
                             target.extra; // what this version doesn't know stays each cluster's own
                         target = pattern;
                         target.cluster = chosen.cluster;
                         target.extra = extra;
                     }
                 });
}

void IntegrationsPage::refresh()
{
    const SetupProcess &row = m_draft.data();
    m_body->setVisible(!row.clusters.empty());
    m_empty->setVisible(row.clusters.empty());
    if (row.clusters.empty())
        return;
    const bool shared = isShared();
    {
        const QSignalBlocker silent(m_shared);
        m_shared->setChecked(shared);
    }
    m_shared->setVisible(row.clusters.size() > 1);
    m_shared->setEnabled(!m_draft.isReadOnly());
    m_picker->setVisible(!shared);
    m_form->showDetails(detailsFor(row, shownCluster()));
    m_form->setReadOnly(m_draft.isReadOnly());
    m_eventType->setEnabled(!m_draft.isReadOnly());
    refreshEventTypes();
    const auto &connection = m_context.connection();
    m_connection->setVisible(m_context.isHandover() || (connection && !connection->connected));
    m_connection->setText(
        m_context.isHandover()
            ? tr("This workspace has no ad platform behind it. Type the ids you know, or keep them in "
                 "the preferences; they are handed over with the campaigns.")
            : tr("The ad platform isn't connected. Connect it in the web application, or type the ids "
                 "you know."));
    refreshIssues();
}

void IntegrationsPage::refreshEventTypes()
{
    std::vector<ChoiceBox::Entry> entries;
    for (const Choice &choice : m_context.eventTypes().value_or(std::vector<Choice>{}))
        entries.push_back({choice.value, choice.label.isEmpty() ? choice.value : choice.label, choice.value});
    m_eventType->setEntries(entries, tr("Not chosen"));
    m_eventType->showId(m_draft.data().customEventType);
}

void IntegrationsPage::refreshIssues()
{
    m_form->showHints([this](const QString &member) {
        const IssueBoard::Hint hint =
            m_issues.hintFor({QStringLiteral("integrationDetails"), shownCluster(), 0, member});
        return IntegrationForm::Hint{hint.text, hint.severity};
    });
    showHint(m_eventTypeField, rowPath("customEventType"));
}

bool IntegrationsPage::focusField(const FieldPath &path)
{
    if (path.section == QLatin1StringView("customEventType")
        || path.section == QLatin1StringView("conversionId")) {
        m_eventType->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (path.section != QLatin1StringView("integrationDetails"))
        return false;
    if (path.cluster)
        m_picker->setCurrent(*path.cluster);
    return m_form->focusMember(path.member);
}

} // namespace groundswell
