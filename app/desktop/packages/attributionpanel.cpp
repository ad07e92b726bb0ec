#include "app/desktop/packages/attributionpanel.h"

#include "app/desktop/packages/attributiontext.h"
#include "app/desktop/packages/evaluationchart.h"
#include "app/look/inputs/field.h"
#include "app/look/inputs/inputs.h"
#include "app/look/inputs/usable.h"
#include "app/look/pieces/flowlayout.h"
#include "app/look/pieces/statuspill.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/phrases.h"
#include "app/look/texts/problemtext.h"
#include "models/items/format.h"
#include "models/items/statustext.h"
#include "models/time/calendar.h"

#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedLayout>
#include <QStyledItemDelegate>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groundswell {

namespace {

constexpr auto PollPause = 5s;
constexpr int LongestWindow = 365;

bool isUnderWay(const PackageEvaluation &evaluation)
{
    return evaluation.status == "INPROGRESS"_L1;
}

/// Figures are never cut: the view's own hint leaves no room for a long amount's padding.
class WholeFigures : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const QFontMetrics metrics(cell.font);
        return {metrics.horizontalAdvance(cell.text) + units(option.widget, 2), metrics.height()};
    }
};

} // namespace

AttributionPanel::AttributionPanel(WaveClient &client, const Calendar &calendar, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_calendar(calendar)
{
    nameWidget(this, u"attributionPanel"_s, tr("Attribution"));
    auto *nothing = new TextLabel(TextRole::Body, tr("Attribution is counted for finished packages."));
    nothing->setObjectName(u"attributionNone"_s);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setToken(Token::Muted);
    nothing->setWordWrap(true);

    auto *page = new QWidget;
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(unitMargins(this, 1.5, 1.5));
    rows->setSpacing(units(this, 1.5));
    rows->addWidget(makeResult());
    rows->addWidget(makeSettings());
    rows->addStretch(1);
    auto *area = new QScrollArea;
    nameWidget(area, u"attributionScroll"_s, tr("Attribution"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(page);

    m_stack = new QStackedLayout(this);
    m_stack->addWidget(nothing);
    m_stack->addWidget(area);
    m_poll.setSingleShot(true);
    m_poll.setInterval(PollPause);
    connect(&m_poll, &QTimer::timeout, this, &AttributionPanel::readEvaluation);
}

AttributionPanel::~AttributionPanel() = default;

QWidget *AttributionPanel::makeResult()
{
    m_sentence = new TextLabel(TextRole::Section);
    m_sentence->setObjectName(u"attributionSentence"_s);
    m_sentence->setWordWrap(true);
    m_provisional = new StatusPill(Tone::Warn, tr("Provisional"));
    m_provisional->setObjectName(u"attributionProvisional"_s);
    m_caveat = new TextLabel(TextRole::Caption);
    m_caveat->setObjectName(u"attributionCaveat"_s);
    m_caveat->setWordWrap(true);
    m_asOf = new TextLabel(TextRole::Caption);
    m_asOf->setObjectName(u"attributionAsOf"_s);
    m_chart = new EvaluationChart;

    makeTable();
    auto *box = new QWidget;
    auto *rows = new QVBoxLayout(box);
    rows->setContentsMargins({});
    rows->setSpacing(units(this, 1));
    rows->addWidget(m_provisional, 0, Qt::AlignLeading);
    rows->addWidget(m_sentence);
    rows->addWidget(m_caveat);
    rows->addWidget(m_chart);
    rows->addWidget(m_table);
    rows->addWidget(m_asOf);
    return box;
}

void AttributionPanel::makeTable()
{
    using Rows = RowsModel<EvaluationRow>;
    m_rows =
        new Rows({{tr("Taste cluster"),
                   [](const EvaluationRow &row) { return row.label.isEmpty() ? row.tc.value() : row.label; }},
                  {tr("Buyers"), [](const EvaluationRow &row) { return format::number(row.customers); },
                   Rows::Kind::Figure},
                  {tr("Purchases"), [](const EvaluationRow &row) { return format::number(row.purchases); },
                   Rows::Kind::Figure},
                  {tr("Tickets"), [](const EvaluationRow &row) { return format::number(row.items); },
                   Rows::Kind::Figure},
                  {tr("Revenue"), [](const EvaluationRow &row) { return phrases::roundMoney(row.revenue); },
                   Rows::Kind::Figure}},
                 this);
    m_table = new QTableView;
    nameWidget(m_table, u"attributionTable"_s, tr("Results by taste cluster"));
    m_table->setModel(m_rows);
    m_table->setItemDelegate(new WholeFigures(m_table));
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

QWidget *AttributionPanel::makeSettings()
{
    m_model = new QComboBox;
    for (const auto &[model, word] : WireNames<PackageAttributionModel>::names)
        m_model->addItem(StatusText::of(model), int(model));
    m_window = new QSpinBox;
    m_window->setRange(1, LongestWindow);
    m_window->setSuffix(tr(" days"));
    m_sent = new DayEdit;
    m_sent->setProposal(m_calendar.today());
    connect(&m_calendar, &Calendar::changed, this, [this] { m_sent->setProposal(m_calendar.today()); });
    m_evaluate = new QPushButton(tr("Evaluate again"));
    nameWidget(m_evaluate, u"attributionEvaluate"_s, tr("Evaluate again with these settings"));
    m_evaluate->setProperty(kPrimaryProperty, true);
    setUsable(m_evaluate, false, tr("Change one of the settings to evaluate again."));

    connect(m_model, &QComboBox::currentIndexChanged, this, &AttributionPanel::noteEdited);
    connect(m_window, &QSpinBox::valueChanged, this, &AttributionPanel::noteEdited);
    connect(m_sent, &DayEdit::edited, this, [this](const QDate &day) {
        m_sentDay = day;
        noteEdited();
    });
    connect(m_evaluate, &QPushButton::clicked, this, &AttributionPanel::reevaluate);

    auto *box = new QWidget;
    auto *rows = new QVBoxLayout(box);
    rows->setContentsMargins({});
    rows->setSpacing(units(this, 1));
    auto *heading = new TextLabel(TextRole::Strong, tr("What counts"));
    heading->setObjectName(u"attributionSettingsHeading"_s);
    rows->addWidget(heading);
    auto *fields = new FlowLayout;
    fields->setSpacing(units(this, 1.5));
    fields->addWidget(new Field(tr("Purchases"), m_model, u"packageModel"_s));
    fields->addWidget(new Field(tr("Window from the sending day"), m_window, u"packageWindow"_s));
    fields->addWidget(new Field(tr("E-mail sent on"), m_sent, u"packageSent"_s));
    rows->addLayout(fields);
    rows->addWidget(m_evaluate, 0, Qt::AlignLeading);
    return box;
}

void AttributionPanel::clear()
{
    m_package = {};
    m_poll.stop();
    m_detailsRequest = {};
    m_evaluationRequest = {};
    m_stack->setCurrentIndex(0);
}

void AttributionPanel::setPackage(const AudiencePackage &package)
{
    const bool usable = package.status.is(PackageStatus::Done) || package.status.is(PackageStatus::Expired);
    if (!usable) {
        clear();
        return;
    }
    const bool isNew = package.id != m_package.id;
    m_package = package;
    m_stack->setCurrentIndex(1);
    if (isNew) {
        m_edited = false;
        setStale(true);
        if (isVisible())
            readDetails();
    }
}

void AttributionPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_package.id.isEmpty())
        readDetails();
}

void AttributionPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_poll.stop();
}

void AttributionPanel::readDetails()
{
    m_detailsRequest = m_client.attributionSettings(
        m_package.id, this, [this](const Expected<AttributionSettings> &details) {
            if (!details) {
                Q_EMIT failed(
                    problemText(tr("The attribution settings couldn't be loaded."), details.error()));
                return;
            }
            m_details = *details;
            if (!m_edited)
                showDetails(*details);
            readEvaluation();
        });
}

void AttributionPanel::showDetails(const AttributionSettings &details)
{
    const std::optional<PackageAttributionModel> model = details.model.known();
    m_model->setCurrentIndex(model ? m_model->findData(int(*model)) : -1);
    m_window->setValue(details.windowDays);
    m_sentDay = details.emailSentDate;
    m_sent->showDay(m_sentDay);
    m_edited = false;
    setUsable(m_evaluate, false, tr("Change one of the settings to evaluate again."));
}

void AttributionPanel::noteEdited()
{
    m_edited = true;
    setUsable(m_evaluate, m_model->currentIndex() >= 0, tr("Choose which purchases count."));
}

void AttributionPanel::readEvaluation()
{
    m_evaluationRequest =
        m_client.packageEvaluation(m_package.id, this, [this](const Expected<PackageEvaluation> &evaluation) {
            if (!evaluation) {
                Q_EMIT failed(problemText(tr("The attribution couldn't be loaded."), evaluation.error()));
                return;
            }
            if (isUnderWay(*evaluation)) {
                setStale(true);
                if (isVisible())
                    m_poll.start();
                return;
            }
            showEvaluation(*evaluation);
        });
}

void AttributionPanel::showEvaluation(const PackageEvaluation &evaluation)
{
    setStale(false);
    m_sentence->setText(attributionSentence(evaluation, m_details, m_package.customers));
    m_caveat->setText(attributionCaveat(evaluation, m_details));
    m_provisional->setVisible(evaluation.provisional);
    m_asOf->setText(evaluation.asOf.isValid() ? tr("As of %1").arg(format::dateTime(evaluation.asOf))
                                              : QString());
    m_chart->setRows(evaluation.clusters);
    const bool sent = m_details.emailSentDate.isValid();
    m_chart->setVisible(sent && !evaluation.clusters.empty());
    m_table->setVisible(sent);
    fillTable(evaluation);
}

void AttributionPanel::fillTable(const PackageEvaluation &evaluation)
{
    std::vector<EvaluationRow> rows = evaluation.clusters;
    if (evaluation.unique) {
        rows.push_back(*evaluation.unique);
        rows.back().label = tr("Counted once");
    }
    m_rows->setRows(std::move(rows));
    const int height = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth()
        + m_table->verticalHeader()->length();
    m_table->setMinimumHeight(height);
    m_table->setMaximumHeight(height);
}

void AttributionPanel::reevaluate()
{
    AttributionSettings details = m_details;
    details.model = PackageAttributionModel(m_model->currentData().toInt());
    details.windowDays = m_window->value();
    details.emailSentDate = m_sentDay;
    setUsable(m_evaluate, false, untilAnswered());
    setStale(true);
    m_writeRequest = m_client.setAttributionSettings(
        m_package.id, details, this, [this, details](const Expected<void> &done) {
            if (!done) {
                setStale(false);
                setUsable(m_evaluate, true, {});
                Q_EMIT failed(problemText(tr("The package couldn't be evaluated again."), done.error()));
                return;
            }
            m_details = details;
            m_edited = false;
            setUsable(m_evaluate, false, tr("Change one of the settings to evaluate again."));
            readEvaluation();
        });
}

void AttributionPanel::setStale(bool stale)
{
    m_chart->setStale(stale);
    m_sentence->setToken(stale ? Token::Muted : Token::Text);
    if (stale && m_sentence->text().isEmpty())
        m_sentence->setText(tr("Counting…"));
}

} // namespace groundswell
