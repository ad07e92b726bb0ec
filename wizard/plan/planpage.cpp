#include "wizard/plan/planpage.h"

#include "app/look/inputs/field.h"
#include "app/look/inputs/inputs.h"
#include "app/look/pieces/card.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/fieldtext.h"
#include "app/look/texts/plantext.h"
#include "models/draft/setupdraft.h"
#include "models/items/format.h"
#include "models/time/clock.h"
#include "models/wave/goaltraits.h"
#include "wizard/plan/expectedvaluepane.h"
#include "wizard/shell/issueboard.h"
#include "wizard/shell/partstatus.h"
#include "wizard/shell/wizardcontext.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

namespace groundswell {
namespace {

struct GoalLook {
    const char *icon;
    const char *objectName;
};
GoalLook lookOf(Goal goal)
{
    switch (goal) {
    case Goal::Utilization:
        return {"target", "goalTickets"};
    case Goal::Roas:
        return {"chart", "goalRevenue"};
    case Goal::Visibility:
        return {"eye", "goalReach"};
    case Goal::LinkClicks:
        return {"link", "goalClicks"};
    }
    return {};
}

constexpr int kSliderSteps = 200;

} // namespace

PlanPage::PlanPage(const WizardParts &parts, QWidget *parent)
    : WizardPage(parts, tr("What should the campaign achieve?"),
                 tr("Say what counts, what it may cost and when it runs. Everything can be changed until you "
                    "publish."),
                 Width::Column, parent)
    , m_goals(new QButtonGroup(this))
    , m_budget(new MoneyEdit)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_clamp(new QPushButton)
    , m_start(new DayEdit)
    , m_end(new DayEdit)
    , m_expected(new ExpectedValuePane(parts.draft, parts.context))
{
    setObjectName(QStringLiteral("planPage"));
    column()->addWidget(
        makeStatus(WizardContext::Part::Proposal, QStringLiteral("proposalStatus"),
                   tr("A suggestion for this campaign is being worked out. It fills in what you "
                      "have left empty."),
                   tr("There is no suggestion for this campaign.")));
    column()->addWidget(makeGoals());
    column()->addWidget(makeBudget());
    column()->addWidget(makeDates());
    column()->addStretch();
    setSidePane(m_expected);
    connectEdits();
}

QWidget *PlanPage::makeGoals()
{
    auto *box = new QWidget;
    nameWidget(box, QStringLiteral("goals"), fieldText(rowPath("goal")));
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins({});
    grid->setSpacing(units(this, 1));
    int count = 0;
    for (const Goal goal : allGoals()) {
        const GoalLook look = lookOf(goal);
        auto *card = new ChoiceCard(QString::fromLatin1(look.icon), goalName(goal), goalExplanation(goal));
        card->setObjectName(QString::fromLatin1(look.objectName));
        m_goals->addButton(card, static_cast<int>(goal));
        m_goalCards.push_back(card);
        grid->addWidget(card, count / 2, count % 2);
        ++count;
    }
    m_goalHint = new TextLabel(TextRole::Caption);
    m_goalHint->setObjectName(QStringLiteral("goalHint"));
    m_goalHint->hide();
    grid->addWidget(m_goalHint, grid->rowCount(), 0, 1, 2);
    return box;
}

QWidget *PlanPage::makeBudget()
{
    m_budgetField = new Field(fieldLabel(rowPath("totalBudget")), m_budget, QStringLiteral("budget"));
    m_budget->setMaximumWidth(characters(this, 24));
    nameWidget(m_slider, QStringLiteral("budgetSlider"), tr("Budget between the least and the most"));
    m_slider->setRange(0, kSliderSteps);
    leaveWheelToPage(m_slider);
    m_budgetField->addBelowControl(makeStatus(
        WizardContext::Part::BudgetLimits, QStringLiteral("limitsStatus"),
        tr("The least and the most are being worked out…"), tr("The least and the most aren’t known.")));
    m_budgetField->addBelowControl(m_slider);
    nameWidget(m_clamp, QStringLiteral("budgetClamp"), tr("Set the budget to the nearest limit"));
    m_clamp->hide();
    m_budgetField->addBesideLabel(m_clamp);
    return m_budgetField;
}

QWidget *PlanPage::makeDates()
{
    m_startField = new Field(fieldLabel(rowPath("startDate")), m_start, QStringLiteral("startDate"));
    m_endField = new Field(fieldLabel(rowPath("endDate")), m_end, QStringLiteral("endDate"));
    m_runtime = new TextLabel(TextRole::Caption);
    m_runtime->setObjectName(QStringLiteral("runtime"));
    for (DayEdit *edit : {m_start, m_end})
        edit->setMaximumWidth(characters(this, 24));
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(units(this, 2));
    grid->setVerticalSpacing(units(this, 0.5));
    grid->addWidget(m_startField, 0, 0, Qt::AlignTop);
    grid->addWidget(m_endField, 0, 1, Qt::AlignTop);
    grid->addWidget(m_runtime, 1, 0, 1, 2);
    grid->addWidget(makeStatus(WizardContext::Part::Event, QStringLiteral("eventStatus"),
                               tr("The event is being loaded…"), tr("The event couldn’t be loaded.")),
                    2, 0, 1, 2);
    return box;
}

void PlanPage::connectEdits()
{
    connect(m_goals, &QButtonGroup::idClicked, this, [this](int id) {
        m_issues.touch(rowPath("goal"));
        m_draft.setGoal(static_cast<Goal>(id));
    });
    connect(m_budget, &MoneyEdit::edited, this, [this](const std::optional<Money> &money) {
        m_draft.setTotalBudget(money);
        refreshIssues();
    });
    connect(m_budget, &MoneyEdit::unreadable, this, [this](const QString &text) {
        m_budgetField->setProblem(
            tr("“%1” is not an amount. Use digits, for instance %2.").arg(text, locale().toString(1500)));
    });
    connect(m_budget, &QLineEdit::editingFinished, this, [this] { m_issues.touch(rowPath("totalBudget")); });
    connect(m_slider, &QSlider::valueChanged, this, [this](int step) {
        const auto &limits = m_context.budgetLimits();
        if (!limits || !limits->lower || !limits->upper)
            return;
        // Whole units of the currency: nobody plans a budget in cents.
        const qint64 unit = Money::minorPerMajor(limits->lower->currency);
        const qint64 span = limits->upper->minor - limits->lower->minor;
        qint64 minor = limits->lower->minor + span * step / kSliderSteps;
        if (step != 0 && step != kSliderSteps)
            minor = minor / unit * unit;
        m_draft.setTotalBudget(Money{std::max(minor, limits->lower->minor), limits->lower->currency});
    });
    connect(m_clamp, &QPushButton::clicked, this, [this] {
        if (const auto limit = missedLimit())
            m_draft.setTotalBudget(limit);
    });
    connect(m_expected, &ExpectedValuePane::assumptionsRequested, this, &PlanPage::assumptionsRequested);
    connect(m_expected, &ExpectedValuePane::retryRequested, this, &PlanPage::partRequested);
    connect(m_start, &DayEdit::edited, this,
            [this](const QDate &day) { m_draft.setDates(day, m_draft.data().endDate); });
    connect(m_end, &DayEdit::edited, this,
            [this](const QDate &day) { m_draft.setDates(m_draft.data().startDate, day); });
    connect(m_start, &DayEdit::left, this, [this] { m_issues.touch(rowPath("startDate")); });
    connect(m_end, &DayEdit::left, this, [this] { m_issues.touch(rowPath("endDate")); });

    connect(&m_draft, &SetupDraft::changed, this, [this](DraftFields fields) {
        if (!isVisible())
            return;
        if (fields & DraftField::Goal)
            refreshGoal();
        if (fields & (DraftField::Budget | DraftField::Dates | DraftField::Clusters))
            refreshLimits();
        if (fields & DraftField::Budget)
            refreshBudget();
        if (fields & DraftField::Dates)
            refreshDates();
    });
    connect(&m_context, &WizardContext::budgetLimitsChanged, this, [this] {
        refreshLimits();
        refreshBudget();
    });
    connect(&m_context, &WizardContext::eventChanged, this, &PlanPage::refreshDates);
    connect(&m_issues, &IssueBoard::changed, this, &PlanPage::refreshIssues);
}

QString PlanPage::currency() const
{
    const SetupProcess &row = m_draft.data();
    if (row.totalBudget && !row.totalBudget->currency.isEmpty())
        return row.totalBudget->currency;
    return row.currency.isEmpty() ? m_context.currency() : row.currency;
}

void PlanPage::refresh()
{
    refreshGoal();
    refreshLimits();
    refreshBudget();
    refreshDates();
    const bool open = !m_draft.isReadOnly();
    for (QWidget *input : std::initializer_list<QWidget *>{m_budget, m_slider, m_start, m_end})
        input->setEnabled(open);
    for (ChoiceCard *card : m_goalCards)
        card->setEnabled(open);
}

void PlanPage::refreshGoal()
{
    const auto goal = m_draft.data().goal.known();
    m_goals->setExclusive(goal.has_value()); // exclusive groups can't show "none yet"
    for (ChoiceCard *card : m_goalCards)
        card->setChecked(goal && m_goals->id(card) == static_cast<int>(*goal));
    m_goals->setExclusive(true);
}

void PlanPage::refreshBudget()
{
    m_budget->setCurrency(currency());
    m_budget->showMoney(m_draft.data().totalBudget);
    const auto &limits = m_context.budgetLimits();
    const QSignalBlocker silent(m_slider);
    if (!limits || !limits->lower || !limits->upper || limits->upper->minor <= limits->lower->minor)
        return;
    const qint64 now = m_draft.data().totalBudget ? m_draft.data().totalBudget->minor : limits->lower->minor;
    const qint64 span = limits->upper->minor - limits->lower->minor;
    m_slider->setValue(static_cast<int>(
        std::clamp<qint64>((now - limits->lower->minor) * kSliderSteps / span, 0, kSliderSteps)));
}

std::optional<Money> PlanPage::missedLimit() const
{
    const auto &limits = m_context.budgetLimits();
    const auto &budget = m_draft.data().totalBudget;
    if (!limits || !budget)
        return {};
    const auto comparable = [&](const std::optional<Money> &limit) {
        return limit && limit->currency == budget->currency;
    };
    if (comparable(limits->lower) && budget->minor < limits->lower->minor)
        return limits->lower;
    if (comparable(limits->upper) && budget->minor > limits->upper->minor)
        return limits->upper;
    return {};
}

void PlanPage::refreshLimits()
{
    const auto &limits = m_context.budgetLimits();
    m_budgetField->setHint(limits ? limitsText(*limits, locale()) : QString());
    const auto missed = missedLimit();
    if (missed)
        m_clamp->setText(
            (m_draft.data().totalBudget->minor < missed->minor ? tr("Raise it to %1") : tr("Lower it to %1"))
                .arg(format::money(missed, locale())));
    m_clamp->setVisible(missed.has_value() && !m_draft.isReadOnly());
    m_slider->setVisible(limits && limits->lower && limits->upper
                         && limits->upper->minor > limits->lower->minor);
}

void PlanPage::refreshDates()
{
    const SetupProcess &row = m_draft.data();
    m_start->setProposal(m_context.today());
    m_end->setProposal(row.startDate.isValid() ? row.startDate.addDays(13) : m_context.today().addDays(13));
    m_start->showDay(row.startDate);
    m_end->showDay(row.endDate);
    QStringList sentences;
    if (row.startDate.isValid() && row.endDate >= row.startDate)
        sentences << tr("The campaign runs for %n day(s).", nullptr,
                        static_cast<int>(row.startDate.daysTo(row.endDate)) + 1);
    const QDate day = m_context.event() ? m_context.event()->dayIn(zoneNamed(m_context.timeZone())) : QDate();
    if (day.isValid())
        sentences << tr("The event is on %1.").arg(locale().toString(day, QLocale::LongFormat));
    m_runtime->setText(sentences.join(QLatin1Char(' ')));
    m_runtime->setVisible(!sentences.isEmpty());
}

void PlanPage::refreshIssues()
{
    if (m_budget->isReadable())
        showHint(m_budgetField, rowPath("totalBudget"));
    showHint(m_startField, rowPath("startDate"));
    showHint(m_endField, rowPath("endDate"));
    const IssueBoard::Hint goal = m_issues.hintFor(rowPath("goal"));
    m_goalHint->setText(goal.text);
    m_goalHint->setVisible(!goal.text.isEmpty());
    m_goalHint->setToken(goal.severity == Severity::Error         ? Token::Bad
                             : goal.severity == Severity::Warning ? Token::Warn
                                                                  : Token::Muted);
}

bool PlanPage::focusField(const FieldPath &path)
{
    QWidget *target = nullptr;
    if (path.section == QLatin1StringView("goal")) {
        QAbstractButton *checked = m_goals->checkedButton();
        target = checked ? checked : m_goalCards.front();
    } else if (path.section == QLatin1StringView("totalBudget")) {
        target = m_budget;
    } else if (path.section == QLatin1StringView("startDate")) {
        target = m_start;
    } else if (path.section == QLatin1StringView("endDate")) {
        target = m_end;
    }
    if (target)
        target->setFocus(Qt::OtherFocusReason);
    return target != nullptr;
}

} // namespace groundswell
