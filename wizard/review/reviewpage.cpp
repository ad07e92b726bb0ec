#include "wizard/review/reviewpage.h"

#include "app/look/style/accessibility.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/fieldtext.h"
#include "app/look/texts/setuptext.h"
#include "models/draft/setupdraft.h"
#include "models/items/format.h"
#include "models/items/statustext.h"
#include "models/plan/planmoney.h"
#include "wizard/plan/expectedvaluepane.h"
#include "wizard/review/issuelist.h"
#include "wizard/review/summarycard.h"
#include "wizard/shell/issueboard.h"
#include "wizard/shell/wizardcontext.h"

#include <QListView>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace groundswell {
namespace {

constexpr int kIssuesShown = 5; // more are reached by scrolling

/// As high as its rows, up to a few.
class IssueListView : public QListView {
public:
    [[nodiscard]] QSize sizeHint() const override
    {
        const int rows = model() ? std::clamp(model()->rowCount(), 1, kIssuesShown) : 1;
        const int height = std::max(sizeHintForRow(0), 1) * rows + 2 * frameWidth();
        return {characters(this, 40), height};
    }
};

} // namespace

ReviewPage::ReviewPage(const WizardParts &parts, QWidget *parent)
    : WizardPage(parts, tr("Review"), {}, Width::Column, parent)
    , m_model(new ReviewIssueModel(parts.issues, this))
    , m_list(new IssueListView)
    , m_plan(addCard(QStringLiteral("summaryPlan"), tr("Goal & budget"), rowPath("goal")))
    , m_clusters(addCard(QStringLiteral("summaryClusters"), tr("Taste clusters"), rowPath("tcs")))
    , m_creatives(addCard(QStringLiteral("summaryCreatives"), tr("Creative"), rowPath("creatives")))
    , m_targeting(addCard(QStringLiteral("summaryTargeting"), tr("Targeting"), rowPath("targeting")))
    , m_integrations(
          addCard(QStringLiteral("summaryIntegrations"), tr("Integrations"), rowPath("integrationDetails")))
    , m_dsa(addCard(QStringLiteral("summaryDsa"), tr("Ad transparency"), rowPath("dsaPayor")))
{
    setObjectName(QStringLiteral("reviewPage"));
    nameWidget(m_list, QStringLiteral("issueList"), tr("Things to fix"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new IssueDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setCursor(Qt::PointingHandCursor);
    column()->addWidget(m_list);
    for (SummaryCard *card : {m_plan, m_clusters, m_creatives, m_targeting, m_integrations, m_dsa})
        column()->addWidget(card);
    column()->addStretch();

    auto *side = new QWidget;
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins({});
    sideColumn->setSpacing(units(this, 2));
    auto *expected = new ExpectedValuePane(parts.draft, parts.context);
    connect(expected, &ExpectedValuePane::retryRequested, this, &ReviewPage::partRequested);
    sideColumn->addWidget(expected);
    sideColumn->addWidget(makePublishNote());
    setSidePane(side);

    const auto open = [this](const QModelIndex &index) {
        const FieldPath path = m_model->issueAt(index.row())->path; // the jump may change the list
        Q_EMIT fieldRequested(path);
    };
    connect(m_list, &QListView::clicked, this, open);
    connect(m_list, &QListView::activated, this, open);
    connect(&m_issues, &IssueBoard::changed, this, &ReviewPage::refreshIssues);
    connect(&m_draft, &SetupDraft::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&m_context, &WizardContext::clustersChanged, this, &ReviewPage::refresh);
    connect(&m_context, &WizardContext::assetsChanged, this, &ReviewPage::refresh);
}

SummaryCard *ReviewPage::addCard(const QString &objectName, const QString &title, const FieldPath &field)
{
    auto *card = new SummaryCard(objectName, title);
    connect(card, &SummaryCard::changeRequested, this, [this, field] { Q_EMIT fieldRequested(field); });
    return card;
}

QWidget *ReviewPage::makePublishNote()
{
    auto *card = new Card;
    card->setObjectName(QStringLiteral("publishNote"));
    card->setAccessibleName(tr("What publishing does"));
    m_note = new TextLabel(TextRole::Body);
    m_note->setObjectName(QStringLiteral("publishNoteText"));
    card->content()->addWidget(new TextLabel(TextRole::Strong, tr("What publishing does")));
    card->content()->addWidget(m_note);
    return card;
}

void ReviewPage::refresh()
{
    refreshPlan();
    refreshClusters();
    refreshCreatives();
    refreshTargeting();
    refreshIntegrations();
    refreshDsa();
    m_note->setText(m_context.isHandover() ? tr("The campaigns are prepared in this workspace and marked as "
                                                "ready for hand-over. Nothing is sent to an "
                                                "ad platform and nothing is spent.")
                                           : tr("The campaigns are created at the ad platform and start on "
                                                "the first day. From then on they are edited "
                                                "one by one; they can be paused at any time."));
    refreshIssues();
}

void ReviewPage::refreshIssues()
{
    const int errors = m_issues.errorCount();
    const int warnings = m_model->rowCount() - errors;
    m_list->setVisible(m_model->rowCount() > 0);
    m_list->updateGeometry();
    const auto campaigns = static_cast<int>(m_draft.data().clusters.size());
    if (m_draft.isReadOnly() && m_context.isInUse()) {
        setHeading(tr("Open in another window"));
        setLead(tr("Publish it there, or close it there first."));
    } else if (m_draft.isReadOnly()) {
        setHeading(tr("Published"));
        setLead(tr("The campaigns exist. Edit them one by one on the event’s page."));
    } else if (errors > 0) {
        setHeading(tr("%n thing(s) to fix", nullptr, errors));
        setLead(tr("Open a line to get to its field. Everything you entered is kept."));
    } else {
        setHeading(m_context.isHandover() ? tr("Ready for hand-over") : tr("Ready to publish"));
        const QString budget = format::money(m_draft.data().totalBudget, locale());
        const QString what = tr("%n campaign(s) for %1 in all.", nullptr, campaigns).arg(budget);
        setLead(warnings > 0
                    ? what + QLatin1Char(' ') + tr("%n thing(s) are worth a look.", nullptr, warnings)
                    : what);
    }
}

void ReviewPage::refreshPlan()
{
    const SetupProcess &row = m_draft.data();
    m_plan->setRows({{fieldText(rowPath("goal")), format::text(StatusText::of(row.goal))},
                     {fieldText(rowPath("totalBudget")), format::money(row.totalBudget, locale())},
                     {tr("Runs"),
                      row.startDate.isValid() || row.endDate.isValid() ? tr("%1 – %2").arg(
                          format::date(row.startDate, locale()), format::date(row.endDate, locale()))
                                                                       : format::unknown()}});
}

std::vector<SummaryCard::Row> ReviewPage::orNone(std::vector<SummaryCard::Row> rows)
{
    if (rows.empty())
        rows.push_back({tr("No cluster chosen yet"), {}});
    return rows;
}

void ReviewPage::refreshClusters()
{
    std::vector<SummaryCard::Row> rows;
    for (const PlanMoney::Part &part : planMoney(m_draft.data()).parts) {
        QString value = format::percent(part.asked, locale());
        if (part.amount)
            value = tr("%1 of the budget: %2").arg(value, format::money(part.amount, locale()));
        rows.push_back({m_context.clusterLabel(part.cluster), value});
    }
    m_clusters->setRows(orNone(std::move(rows)));
}

void ReviewPage::refreshCreatives()
{
    std::vector<SummaryCard::Row> rows;
    const SetupProcess &row = m_draft.data();
    for (const ChosenCluster &chosen : row.clusters) {
        const std::vector<size_t> own = row.creativesOf(chosen.cluster);
        QString value = QStringLiteral("—");
        if (!own.empty()) {
            const QString &headline = row.creatives[own.front()].headline;
            value = headline.isEmpty() ? QStringLiteral("—") : headline;
            if (own.size() > 1)
                value = tr("%1 and %n more variant(s)", nullptr, static_cast<int>(own.size()) - 1).arg(value);
        }
        rows.push_back({m_context.clusterLabel(chosen.cluster), value});
    }
    m_creatives->setRows(orNone(std::move(rows)));
}

void ReviewPage::refreshTargeting()
{
    std::vector<SummaryCard::Row> rows;
    for (const ChosenCluster &chosen : m_draft.data().clusters) {
        const Targeting *targeting = m_draft.data().targetingOf(chosen.cluster);
        QStringList places;
        for (size_t i = 0; targeting && i < targeting->geo.size() && i < 3; ++i) {
            const GeoPlace &place = targeting->geo[i];
            places << (place.excluded ? tr("not %1").arg(placeText(place, locale()))
                                      : placeText(place, locale()));
        }
        if (targeting && targeting->geo.size() > 3)
            places << tr("and %n more", nullptr, static_cast<int>(targeting->geo.size()) - 3);
        if (targeting && !targeting->includedAudiences.isEmpty())
            places << tr("%n audience(s)", nullptr, static_cast<int>(targeting->includedAudiences.size()));
        rows.push_back({m_context.clusterLabel(chosen.cluster),
                        places.isEmpty() ? QStringLiteral("—") : places.join(QStringLiteral(", "))});
    }
    m_targeting->setRows(orNone(std::move(rows)));
}

QString ReviewPage::assetName(const std::vector<AdAsset> &assets, const QString &id) const
{
    if (id.isEmpty())
        return QStringLiteral("—");
    const auto found =
        std::find_if(assets.begin(), assets.end(), [&](const AdAsset &asset) { return asset.id == id; });
    return found == assets.end() || found->name.isEmpty() ? id : found->name;
}

void ReviewPage::refreshIntegrations()
{
    const SetupProcess &row = m_draft.data();
    const AdAssets assets = m_context.assets().value_or(AdAssets());
    const auto common = [&](QString IntegrationDetails::*member, const std::vector<AdAsset> &known) {
        std::optional<QString> value;
        for (const ChosenCluster &chosen : row.clusters) {
            const IntegrationDetails *own = row.integrationOf(chosen.cluster);
            const QString mine = own ? own->*member : QString();
            if (value && *value != mine)
                return tr("differs by cluster");
            value = mine;
        }
        return assetName(known, value.value_or(QString()));
    };
    const auto name = [](const char *member) {
        return fieldText({QStringLiteral("integrationDetails"), std::nullopt, 0, QLatin1StringView(member)});
    };
    m_integrations->setRows(
        {{name("adAccountId"), common(&IntegrationDetails::adAccountId, assets.adAccounts)},
         {name("pageId"), common(&IntegrationDetails::pageId, assets.pages)},
         {name("pixelId"), common(&IntegrationDetails::pixelId, assets.pixels)}});
}

void ReviewPage::refreshDsa()
{
    const auto named = [](const QString &name) { return name.isEmpty() ? QStringLiteral("—") : name; };
    m_dsa->setRows({{fieldText(rowPath("dsaPayor")), named(m_draft.data().dsaPayor)},
                    {fieldText(rowPath("dsaBeneficiary")), named(m_draft.data().dsaBeneficiary)}});
}

bool ReviewPage::focusField(const FieldPath &)
{
    m_list->setFocus(Qt::OtherFocusReason);
    return false;
}

} // namespace groundswell
