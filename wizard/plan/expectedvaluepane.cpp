#include "wizard/plan/expectedvaluepane.h"

#include "app/look/pieces/barlist.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/plantext.h"
#include "app/look/texts/setuptext.h"
#include "models/draft/setupdraft.h"
#include "models/items/format.h"
#include "models/wave/goaltraits.h"
#include "wizard/shell/partstatus.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace groundswell {
namespace {

constexpr size_t kMostBars = 8; // more would be a table, and the clusters page is one

} // namespace

ExpectedValuePane::ExpectedValuePane(SetupDraft &draft, WizardContext &context, QWidget *parent)
    : Card(parent)
    , m_draft(draft)
    , m_context(context)
    , m_figure(new TextLabel(TextRole::Figure))
    , m_range(new TextLabel(TextRole::Body))
    , m_bars(new BarList)
    , m_measuredCaption(new TextLabel(TextRole::Strong, tr("From your own data")))
    , m_measured(new TextLabel(TextRole::Caption))
    , m_assumedCaption(new TextLabel(TextRole::Strong, tr("Assumed")))
    , m_assumptions(new TextLabel(TextRole::Caption))
    , m_change(new QPushButton(tr("Change the assumptions…")))
{
    setObjectName(QStringLiteral("expectedValue"));
    setAccessibleName(tr("What to expect"));
    auto *caption = new TextLabel(TextRole::Strong, tr("What to expect"));
    m_figure->setObjectName(QStringLiteral("expectedFigure"));
    m_range->setObjectName(QStringLiteral("expectedRange"));
    m_bars->setObjectName(QStringLiteral("expectedBars"));
    m_bars->setAccessibleName(tr("Expected by cluster"));
    m_assumptions->setObjectName(QStringLiteral("expectedAssumptions"));
    content()->addWidget(caption);
    content()->addWidget(m_figure);
    content()->addWidget(m_range);
    auto *status =
        new PartStatus(context, WizardContext::Part::ExpectedValue, QStringLiteral("expectedStatus"),
                       tr("What to expect is being worked out…"), tr("There is no current estimate."));
    connect(status, &PartStatus::retryRequested, this, &ExpectedValuePane::retryRequested);
    content()->addWidget(status);
    content()->addSpacing(units(this, 1));
    content()->addWidget(m_bars);
    m_measured->setObjectName(QStringLiteral("expectedMeasured"));
    m_measuredCaption->setObjectName(QStringLiteral("expectedMeasuredCaption"));
    m_assumedCaption->setObjectName(QStringLiteral("expectedAssumedCaption"));
    nameWidget(m_change, QStringLiteral("changeAssumptions"), m_change->text());
    content()->addSpacing(units(this, 0.5));
    content()->addWidget(m_measuredCaption);
    content()->addWidget(m_measured);
    content()->addWidget(m_assumedCaption);
    content()->addWidget(m_assumptions);
    content()->addWidget(m_change, 0, Qt::AlignLeading);
    for (TextLabel *label : {m_measured, m_assumptions})
        label->setWordWrap(true);
    connect(m_change, &QPushButton::clicked, this, &ExpectedValuePane::assumptionsRequested);
    connect(&context, &WizardContext::expectedValueChanged, this, &ExpectedValuePane::refresh);
    connect(&context, &WizardContext::clustersChanged, this, &ExpectedValuePane::refresh);
    connect(&context, &WizardContext::statusChanged, this, [this](WizardContext::Part part) {
        if (part == WizardContext::Part::ExpectedValue)
            refresh();
    });
    refresh();
}

QString ExpectedValuePane::amount(double value, const QString &unit) const
{
    if (OpenEnum<GoalResult>::fromWire(unit).is(GoalResult::Revenue)) {
        const QString currency =
            m_draft.data().totalBudget ? m_draft.data().totalBudget->currency : m_context.currency();
        return format::money(Money::fromJson(value, currency), locale());
    }
    return locale().toString(qRound64(value));
}

/// In the interface's language where the figure came along; else the service's own words, in its own.
QString ExpectedValuePane::figureText() const
{
    const auto &value = m_context.expectedValue();
    if (!value || (!value->expected && value->text.isEmpty()))
        return QStringLiteral("—");
    if (!value->expected)
        return value->text;
    const auto result = OpenEnum<GoalResult>::fromWire(value->unit).known();
    if (!result)
        return value->text;
    const QString figure = amount(*value->expected, value->unit);
    switch (*result) {
    case GoalResult::Tickets:
        return tr("≈ %1 tickets").arg(figure);
    case GoalResult::Revenue:
        return tr("≈ %1").arg(figure);
    case GoalResult::Impressions:
        return tr("≈ %1 views").arg(figure);
    case GoalResult::Clicks:
        return tr("≈ %1 clicks").arg(figure);
    }
    return {};
}

QString ExpectedValuePane::rangeText() const
{
    const auto &value = m_context.expectedValue();
    const auto result = OpenEnum<GoalResult>::fromWire(value ? value->unit : QString()).known();
    if (value && !value->expected && result == GoalResult::Revenue)
        return tr("No ticket price is known, so the revenue can’t be estimated.");
    if (!value || !value->low || !value->high)
        return {};
    const QString low = amount(*value->low, value->unit);
    const QString high = amount(*value->high, value->unit);
    if (!result)
        return tr("Probably between %1 and %2.").arg(low, high);
    switch (*result) {
    case GoalResult::Tickets:
        return tr("Probably between %1 and %2 tickets.").arg(low, high);
    case GoalResult::Impressions:
        return tr("Probably shown between %1 and %2 times.").arg(low, high);
    case GoalResult::Clicks:
        return tr("Probably between %1 and %2 clicks.").arg(low, high);
    case GoalResult::Revenue:
        return tr("Probably between %1 and %2.").arg(low, high);
    }
    return {};
}

void ExpectedValuePane::refresh()
{
    const auto &value = m_context.expectedValue();
    const bool loading = m_context.isLoading(WizardContext::Part::ExpectedValue);
    const auto problem = m_context.problem(WizardContext::Part::ExpectedValue);
    m_figure->setToken(loading || problem ? Token::Muted : Token::Text);
    m_figure->setText(figureText());
    QString below = rangeText();
    if (value && value->cappedByCapacity)
        below += QLatin1Char(' ') + tr("That would sell every free seat; a larger budget brings no more.");
    if (!value && !loading && !problem)
        below = tr("Choose a goal, a budget and taste clusters to see what they may bring.");
    m_range->setText(below);
    m_range->setVisible(!below.isEmpty());

    std::vector<BarList::Bar> bars;
    if (value) {
        for (const ExpectedClusterValue &part : value->clusters) {
            const auto chosen =
                std::find_if(m_draft.data().clusters.begin(), m_draft.data().clusters.end(),
                             [&](const ChosenCluster &entry) { return entry.cluster.tc == part.tc; });
            const ClusterRef ref =
                chosen == m_draft.data().clusters.end() ? ClusterRef{part.tc, 0} : chosen->cluster;
            bars.push_back({m_context.clusterLabel(ref), part.expected,
                            part.expected ? amount(*part.expected, value->unit) : QString(), part.low,
                            part.high});
        }
    }
    std::stable_sort(bars.begin(), bars.end(), [](const auto &a, const auto &b) {
        return a.value.value_or(-1) > b.value.value_or(-1);
    });
    if (bars.size() > kMostBars)
        bars.resize(kMostBars);
    m_bars->setBars(bars);
    m_bars->setVisible(!bars.empty());
    refreshBasis();
}

void ExpectedValuePane::refreshBasis()
{
    const auto &value = m_context.expectedValue();
    QStringList measured;
    QStringList assumed;
    const QString currency =
        m_draft.data().totalBudget ? m_draft.data().totalBudget->currency : m_context.currency();
    for (const EstimateBasis &basis : value ? value->basis : std::vector<EstimateBasis>()) {
        const QString text = basisText(basis, currency, locale());
        if (!text.isEmpty())
            (isMeasured(basis) ? measured : assumed) << QStringLiteral("• ") + text;
    }
    m_measured->setText(measured.join(QLatin1Char('\n')));
    m_measured->setVisible(!measured.isEmpty());
    m_measuredCaption->setVisible(!measured.isEmpty());
    m_assumptions->setText(assumed.join(QLatin1Char('\n')));
    m_assumptions->setVisible(!assumed.isEmpty());
    m_assumedCaption->setVisible(!assumed.isEmpty());
    m_change->setVisible(m_context.areAssumptionsEditable() && !assumed.isEmpty());
}

} // namespace groundswell
