#include "app/desktop/eventpage/spenddialog.h"

#include "app/look/inputs/field.h"
#include "app/look/inputs/inputs.h"
#include "app/look/inputs/usable.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/problemtext.h"
#include "models/items/format.h"
#include "models/time/calendar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

constexpr int DialogCharacters = 90;
constexpr int FigureCharacters = 20;

} // namespace

SpendDialog::SpendDialog(WaveClient &client, const Calendar &calendar, const Event &event,
                         const std::vector<Campaign> &campaigns, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_calendar(calendar)
    , m_eid(event.id)
    , m_campaigns(campaigns)
    , m_table(new QTableView)
    , m_problem(new TextLabel(TextRole::Body))
    , m_remove(new QPushButton(icon(u"trash"_s), tr("Remove")))
{
    nameWidget(this, u"spendDialog"_s, tr("Ad spend"));
    setWindowTitle(tr("Ad spend"));
    setModal(true);
    auto *title = new TextLabel(TextRole::Title, tr("What did the ads cost?"));
    title->setObjectName(u"spendTitle"_s);
    auto *lead = new TextLabel(TextRole::Body,
                               tr("Note what the ad platform charged you for “%1”. The return on ad spend is "
                                  "counted from these amounts and your ticket sales.")
                                   .arg(event.title));
    lead->setObjectName(u"spendLead"_s);
    lead->setTextFormat(Qt::PlainText);
    lead->setWordWrap(true);
    lead->setToken(Token::Muted);
    makeTable();
    m_problem->setObjectName(u"spendProblem"_s);
    m_problem->setToken(Token::Bad);
    m_problem->setWordWrap(true);
    m_problem->hide();
    nameWidget(m_remove, u"spendRemove"_s, tr("Remove the selected amount"));
    m_remove->setAutoDefault(false);
    connect(m_remove, &QPushButton::clicked, this, &SpendDialog::removeSelected);
    auto *close = new QPushButton(tr("Close"));
    nameWidget(close, u"spendClose"_s, tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(unitMargins(this, 3, 2));
    rows->setSpacing(units(this, 1.5));
    rows->addWidget(title);
    rows->addWidget(lead);
    rows->addWidget(makeAddition());
    rows->addWidget(m_problem);
    rows->addWidget(m_table, 1);
    rows->addLayout(buttons);
    setMinimumWidth(characters(this, DialogCharacters));
    updateButtons();
    m_amount->setFocus();
    read();
}

SpendDialog::~SpendDialog() = default;

// What is still on its way may have been done.
void SpendDialog::done(int result)
{
    if (m_writing)
        Q_EMIT changed();
    QDialog::done(result);
}

void SpendDialog::makeTable()
{
    using Rows = RowsModel<AdSpend>;
    m_entries =
        new Rows({{tr("Campaign"), [this](const AdSpend &entry) { return campaignName(entry.cluster); }},
                  {tr("Day"), [](const AdSpend &entry) { return format::date(entry.day); }},
                  {tr("Amount"), [](const AdSpend &entry) { return format::money(entry.amount); },
                   Rows::Kind::Figure, Qt::AlignTrailing | Qt::AlignVCenter}},
                 this);
    nameWidget(m_table, u"spendEntries"_s, tr("Amounts noted so far"));
    m_table->setModel(m_entries);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < m_entries->columnCount(); ++column)
        m_table->setColumnWidth(column, characters(this, FigureCharacters));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(units(this, 14));
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SpendDialog::updateButtons);
}

QWidget *SpendDialog::makeAddition()
{
    m_campaign = new QComboBox;
    m_campaign->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const Campaign &campaign : m_campaigns)
        m_campaign->addItem(campaignName(campaign.cluster));
    m_campaign->addItem(campaignName(std::nullopt));
    m_day = new DayEdit;
    followToday();
    connect(&m_calendar, &Calendar::changed, this, &SpendDialog::followToday);
    m_amount = new MoneyEdit;
    m_amount->setCurrency(m_client.currency());
    m_amountField = new Field(tr("Amount"), m_amount, u"spendAmount"_s);
    connect(m_amount, &MoneyEdit::edited, this, [this](const std::optional<Money> &money) {
        m_typed = money;
        m_amountField->setProblem(money && money->minor <= 0 ? tr("Enter an amount above zero.") : QString());
        updateButtons();
    });
    connect(m_amount, &MoneyEdit::unreadable, this, [this] {
        m_typed = std::nullopt;
        const int digits = Money::minorDigits(m_client.currency());
        m_amountField->setProblem(tr("Enter an amount, for example %1.")
                                      .arg(locale().toString(digits > 0 ? 120.5 : 120, 'f', digits)));
        updateButtons();
    });
    connect(m_day, &DayEdit::edited, this, [this] {
        m_dayChosen = true;
        updateButtons();
    });
    m_add = new QPushButton(icon(u"plus"_s, Token::OnAccent), tr("Add"));
    nameWidget(m_add, u"spendAdd"_s, tr("Add the amount"));
    m_add->setProperty(kPrimaryProperty, true);
    m_add->setDefault(true);
    connect(m_add, &QPushButton::clicked, this, &SpendDialog::add);

    auto *box = new QWidget;
    auto *rows = new QVBoxLayout(box);
    rows->setContentsMargins({});
    rows->setSpacing(units(this, 1));
    rows->addWidget(new Field(tr("Campaign"), m_campaign, u"spendCampaign"_s));
    auto *line = new QHBoxLayout;
    line->setSpacing(units(this, 1.5));
    line->addWidget(new Field(tr("Day"), m_day, u"spendDay"_s), 1, Qt::AlignTop);
    line->addWidget(m_amountField, 1, Qt::AlignTop);
    rows->addLayout(line);
    rows->addWidget(m_add, 0, Qt::AlignTrailing);
    return box;
}

void SpendDialog::followToday()
{
    m_day->setMaximumDate(m_calendar.today()); // what isn't spent yet is a budget
    if (!m_dayChosen)
        m_day->showDay(m_calendar.today());
}

QString SpendDialog::campaignName(const std::optional<ClusterRef> &cluster) const
{
    if (!cluster)
        return tr("The event as a whole");
    const auto found = std::ranges::find(m_campaigns, *cluster, &Campaign::cluster);
    return found == m_campaigns.end() || found->label.isEmpty() ? cluster->tc.value() : found->label;
}

void SpendDialog::read()
{
    m_readRequest = m_client.adSpend(m_eid, this, [this](const Expected<std::vector<AdSpend>> &entries) {
        if (!entries) {
            setProblem(problemText(tr("The ad spend couldn't be loaded."), entries.error()));
            return;
        }
        m_entries->setRows({entries->rbegin(), entries->rend()}); // they come by day: the latest first
        m_table->clearSelection();
        updateButtons();
    });
}

void SpendDialog::add()
{
    AdSpend spend;
    spend.eid = m_eid;
    if (const auto index = size_t(m_campaign->currentIndex()); index < m_campaigns.size())
        spend.cluster = m_campaigns.at(index).cluster;
    spend.day = m_day->day();
    spend.amount = *m_typed;
    m_writing = true;
    updateButtons();
    const SpendMaking::Ends ends{
        .made =
            [this](const AdSpend &) {
                m_typed = std::nullopt;
                m_amount->showMoney(std::nullopt);
                m_amount->setFocus();
                finishWrite({}, nullptr);
            },
        .notMade =
            [this](const Problem &problem) { finishWrite(tr("The amount couldn't be added."), &problem); },
        .notKnown =
            [this](const Problem &problem) {
                // Nothing more is written from here: it might be there already.
                setProblem(tr("Whether the amount was added could not be found out: %1 Close this window and "
                              "open it again to see.")
                               .arg(problemReason(problem)));
            },
        .waiting =
            [this](const Problem &problem) {
                setProblem(
                    tr("It isn't known yet whether the amount was added. %1 The service is asked until "
                       "it says so.")
                        .arg(problemReason(problem)));
            }};
    m_adding = std::make_unique<SpendMaking>(m_client.rest(), spendSteps(m_client, spend), ends);
    m_adding->start();
}

void SpendDialog::removeSelected()
{
    const auto row = size_t(m_table->currentIndex().row());
    if (row >= m_entries->rows().size())
        return;
    m_writing = true;
    updateButtons();
    m_writeRequest =
        m_client.removeAdSpend(m_entries->rows().at(row).id, this, [this](const Expected<void> &removed) {
            finishWrite(tr("The amount couldn't be removed."), removed ? nullptr : &removed.error());
        });
}

void SpendDialog::finishWrite(const QString &whatFailed, const Problem *problem)
{
    m_writing = false;
    setProblem(problem ? problemText(whatFailed, *problem) : QString());
    updateButtons();
    if (problem)
        return;
    read();
    Q_EMIT changed();
}

void SpendDialog::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    if (!text.isEmpty())
        announce(m_problem, text, Politeness::Assertive);
}

void SpendDialog::updateButtons()
{
    const bool hasDay = m_day->day().isValid();
    setUsable(m_add, !m_writing && hasDay && m_typed && m_typed->minor > 0,
              m_writing ? untilAnswered() : tr("Choose a day and enter an amount above zero."));
    setUsable(m_remove, !m_writing && m_table->selectionModel()->hasSelection(),
              m_writing ? untilAnswered() : tr("Select an amount in the table."));
}

} // namespace groundswell
