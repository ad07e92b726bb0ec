#include "app/desktop/eventpage/clusterqualitydialog.h"

#include "app/look/pieces/barlist.h"
#include "app/look/pieces/inlineprogress.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/problemtext.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groundswell {

namespace {

constexpr int DialogCharacters = 130;
constexpr int FigureCharacters = 24;
constexpr Qt::Alignment Leading = Qt::AlignLeading | Qt::AlignVCenter;
constexpr auto PollPause = 400ms; // the service is on this computer

QTableView *makeTable(const QString &name, const QString &accessibleName, QAbstractItemModel *model)
{
    auto *table = new QTableView;
    nameWidget(table, name, accessibleName);
    table->setModel(model);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents); // long questions wrap
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < model->columnCount(); ++column)
        table->setColumnWidth(column, characters(table, FigureCharacters));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    return table;
}

Token tokenOf(Tone tone)
{
    return tone == Tone::Good ? Token::Good : tone == Tone::Warn ? Token::Warn : Token::Muted;
}

} // namespace

ClusterQualityDialog::ClusterQualityDialog(WaveClient &client, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_headline(new TextLabel(TextRole::Body))
    , m_basis(new TextLabel(TextRole::Caption))
    , m_progress(new InlineProgress)
    , m_tabs(new QTabWidget)
    , m_again(new QPushButton(icon(u"refresh"_s), tr("Try again")))
{
    nameWidget(this, u"clusterQualityDialog"_s, tr("How good are these clusters?"));
    setWindowTitle(tr("How good are these clusters?"));
    setModal(true);
    auto *title = new TextLabel(TextRole::Title, tr("How good are these clusters?"));
    title->setObjectName(u"clusterQualityTitle"_s);
    m_headline->setObjectName(u"clusterQualityHeadline"_s);
    m_headline->setWordWrap(true);
    m_basis->setObjectName(u"clusterQualityBasis"_s);
    m_basis->setWordWrap(true);
    m_progress->setObjectName(u"clusterQualityProgress"_s);
    nameWidget(m_tabs, u"clusterQualityTabs"_s, tr("Figures"));
    m_tabs->addTab(makeRankings(), tr("Who buys"));
    m_tabs->addTab(makeChecks(), tr("All checks"));
    m_tabs->hide();
    nameWidget(m_again, u"clusterQualityAgain"_s, tr("Try again"));
    m_again->setAutoDefault(false);
    m_again->hide();
    auto *close = new QPushButton(tr("Close"));
    nameWidget(close, u"clusterQualityClose"_s, tr("Close"));
    close->setDefault(true);
    connect(m_again, &QPushButton::clicked, this, &ClusterQualityDialog::start);
    connect(m_progress, &InlineProgress::cancelRequested, this, &ClusterQualityDialog::cancel);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    m_timer.setSingleShot(true);
    m_timer.setInterval(PollPause);
    connect(&m_timer, &QTimer::timeout, this, &ClusterQualityDialog::read);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_again);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(unitMargins(this, 3, 2));
    rows->setSpacing(units(this, 1.5));
    rows->addWidget(title);
    rows->addWidget(m_headline);
    rows->addWidget(m_basis);
    rows->addWidget(m_progress);
    rows->addWidget(m_tabs, 1);
    rows->addStretch(0);
    rows->addLayout(buttons);
    setMinimumWidth(characters(this, DialogCharacters));
    m_request = m_client.clusterQuality(
        this, [this](const Expected<ClusterQualityState> &state) { take(state, true); });
}

ClusterQualityDialog::~ClusterQualityDialog() = default;

QWidget *ClusterQualityDialog::makeRankings()
{
    auto *page = new QWidget;
    auto *rows = new QVBoxLayout(page);
    rows->setSpacing(units(this, 1.5));
    auto *caption =
        new TextLabel(TextRole::Caption,
                      tr("Buyers in the best tenth of the customers, as a multiple of chance, by how "
                         "the customers are ranked"));
    caption->setObjectName(u"clusterQualityCaption"_s);
    caption->setWordWrap(true);
    m_bars = new BarList;
    nameWidget(m_bars, u"clusterQualityBars"_s, caption->text());
    using Ranking = ClusterQualityText::Ranking;
    using Rows = RowsModel<Ranking>;
    m_rankings = new Rows(
        {{tr("Ranked by"), [](const Ranking &row) { return row.name; }, Rows::Kind::Text, Leading},
         {tr("Multiple of chance"), [](const Ranking &row) { return row.lift; }, Rows::Kind::Digits, Leading},
         {tr("Buyer above another (AUC)"), [](const Ranking &row) { return row.auc; }, Rows::Kind::Digits,
          Leading}},
        this);
    QTableView *table = makeTable(u"clusterQualityRankings"_s, tr("Rankings compared"), m_rankings);
    table->setMinimumHeight(units(this, 19)); // all rows at a glance
    rows->addWidget(caption);
    rows->addWidget(m_bars);
    rows->addWidget(table, 1);
    return page;
}

QWidget *ClusterQualityDialog::makeChecks()
{
    using Check = ClusterQualityText::Check;
    using Rows = RowsModel<Check>;
    m_checks =
        new Rows({{tr("Question"), [](const Check &row) { return row.question; }, Rows::Kind::Text, Leading},
                  {tr("Measured"), [](const Check &row) { return row.value; }, Rows::Kind::Digits, Leading},
                  {tr("Target"), [](const Check &row) { return row.target; }, Rows::Kind::Digits, Leading},
                  {tr("Verdict"), [](const Check &row) { return row.verdict; }, Rows::Kind::Digits, Leading,
                   [](const Check &row) { return icon(toneIcon(row.tone), tokenOf(row.tone)); }}},
                 this);
    return makeTable(u"clusterQualityChecks"_s, tr("All checks"), m_checks);
}

void ClusterQualityDialog::read()
{
    m_request = m_client.clusterQuality(
        this, [this](const Expected<ClusterQualityState> &state) { take(state, false); });
}

void ClusterQualityDialog::start()
{
    m_again->hide();
    m_headline->setText(
        tr("Your past events are being replayed. You may close this window; the work goes on."));
    m_progress->start(ClusterQualityText::phase({}));
    m_request = m_client.startClusterQuality(
        this, [this](const Expected<ClusterQualityState> &state) { take(state, false); });
}

void ClusterQualityDialog::cancel()
{
    m_timer.stop();
    m_request = {};
    m_progress->finish();
    m_cancelRequest = m_client.cancelClusterQuality(
        this, [this](const Expected<void> &) { showStopped(tr("The replay was stopped.")); });
}

void ClusterQualityDialog::take(const Expected<ClusterQualityState> &state, bool mayStart)
{
    if (!state) {
        if (state.error().isTransient() && !mayStart)
            m_timer.start();
        else
            showStopped(problemText(tr("The figures couldn't be loaded."), state.error()));
        return;
    }
    if (state->stage.is(ClusterQualityStage::Success)) {
        showReport(state->report.value_or(ClusterQualityReport()));
    } else if (state->stage.is(ClusterQualityStage::Started)) {
        if (mayStart)
            start(); // begun before this dialog was open: the service goes on with it
        m_progress->setText(ClusterQualityText::phase(state->phase));
        m_progress->setProgress(qint64(state->share * 1000), 1000);
        m_timer.start();
    } else if (mayStart) {
        start();
    } else {
        showStopped(state->stage.is(ClusterQualityStage::Failure) ? tr("The replay couldn't be finished.")
                                                                  : tr("The replay was stopped."));
    }
}

void ClusterQualityDialog::showStopped(const QString &why)
{
    m_progress->finish();
    m_headline->setText(why);
    m_again->show();
}

void ClusterQualityDialog::showReport(const ClusterQualityReport &report)
{
    m_progress->finish();
    m_again->hide();
    m_headline->setText(ClusterQualityText::headline(report));
    m_basis->setText(ClusterQualityText::basis(report));
    m_rankings->setRows(ClusterQualityText::rankings(report));
    std::vector<BarList::Bar> bars;
    for (const auto &ranking : m_rankings->rows())
        bars.push_back(ranking.bar);
    m_bars->setBars(bars);
    m_checks->setRows(ClusterQualityText::checks(report));
    m_tabs->setTabVisible(0, !bars.empty());
    m_tabs->show();
    resize(sizeHint().expandedTo(minimumSize()));
}

} // namespace groundswell
