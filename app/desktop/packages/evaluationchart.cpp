#include "app/desktop/packages/evaluationchart.h"

#include "app/look/style/accessibility.h"
#include "app/look/style/tokens.h"
#include "app/look/style/units.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QHorizontalBarSeries>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

constexpr double StaleOpacity = 0.45;
constexpr double BarShare = 0.34; // of a row; its name stands above

/// Writes each row's name above its bar. The axis's own labels would be cut to "…" in a narrow dock.
void placeNames(const QChart *chart, const QList<QGraphicsSimpleTextItem *> &names)
{
    const QRectF plot = chart->plotArea();
    const double row = plot.height() / double(std::max<qsizetype>(1, names.size()));
    for (qsizetype i = 0; i < names.size(); ++i) {
        const double barTop = plot.top() + row * (double(i) + 0.5 - BarShare / 2);
        names.at(i)->setPos(plot.left(), barTop - names.at(i)->boundingRect().height());
    }
}

} // namespace

EvaluationChart::EvaluationChart(QWidget *parent)
    : QWidget(parent)
    , m_view(new QChartView(this))
{
    nameWidget(this, u"evaluationChart"_s,
               tr("Chart of purchases by taste cluster; the table below holds the same figures"));
    nameWidget(m_view, u"evaluationChartView"_s, accessibleName());
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_view);
}

EvaluationChart::~EvaluationChart() = default;

void EvaluationChart::setRows(const std::vector<EvaluationRow> &rows)
{
    m_rows = rows;
    m_stale = false;
    redraw();
}

void EvaluationChart::setStale(bool stale)
{
    m_stale = stale;
    if (m_view->chart())
        m_view->chart()->setOpacity(stale ? StaleOpacity : 1.0);
}

void EvaluationChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        redraw();
}

void EvaluationChart::redraw()
{
    auto *chart = new QChart;
    chart->setBackgroundVisible(false);
    chart->setMargins({});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->legend()->hide();
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setOpacity(m_stale ? StaleOpacity : 1.0);

    const QPalette colours = palette();
    auto *series = new QHorizontalBarSeries;
    auto *bars = new QBarSet(tr("Purchases"));
    bars->setColor(seriesColour(colours, 0));
    bars->setBorderColor(Qt::transparent);
    bars->setLabelColor(colour(colours, Token::Text));
    QStringList labels;
    qint64 highest = 1;
    // The first row of a horizontal bar chart lies at the bottom.
    for (auto row = m_rows.rbegin(); row != m_rows.rend(); ++row) {
        const qint64 purchases = row->purchases.value_or(0);
        highest = std::max(highest, purchases);
        bars->append(double(purchases));
        labels.append(row->label.isEmpty() ? row->tc.value() : row->label);
    }
    series->append(bars);
    series->setBarWidth(BarShare);
    series->setLabelsVisible(true);
    series->setLabelsPosition(QAbstractBarSeries::LabelsOutsideEnd);
    chart->addSeries(series);

    auto *names = new QBarCategoryAxis;
    names->append(labels);
    names->setVisible(false);
    chart->addAxis(names, Qt::AlignLeft);
    series->attachAxis(names);
    auto *counts = new QValueAxis;
    counts->setRange(0, double(highest) * 1.15); // room for the figure at the bar's end
    counts->setVisible(false);
    chart->addAxis(counts, Qt::AlignBottom);
    series->attachAxis(counts);

    QList<QGraphicsSimpleTextItem *> texts;
    for (qsizetype i = labels.size(); i-- > 0;) {
        auto *text = new QGraphicsSimpleTextItem(labels.at(i), chart);
        text->setFont(font());
        text->setBrush(colour(colours, Token::Text));
        texts.append(text);
    }
    connect(chart, &QChart::plotAreaChanged, chart, [chart, texts] { placeNames(chart, texts); });

    const std::unique_ptr<QChart> old(m_view->chart());
    m_view->setChart(chart);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->setMinimumHeight(units(this, 1 + 5 * int(m_rows.size())));
}

} // namespace groundswell
