#include "app/desktop/packages/evaluationchart.h"

#include "app/look/accessibility.h"
#include "app/look/tokens.h"
#include "app/look/units.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QHorizontalBarSeries>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

constexpr double StaleOpacity = 0.45;
constexpr int LabelCharacters = 24;

QString shortened(const QString &label)
{
    return label.size() <= LabelCharacters ? label : label.left(LabelCharacters - 1).trimmed() + u'…';
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
        labels.append(shortened(row->label.isEmpty() ? row->tc.value() : row->label));
    }
    series->append(bars);
    series->setBarWidth(0.6);
    series->setLabelsVisible(true);
    series->setLabelsPosition(QAbstractBarSeries::LabelsOutsideEnd);
    chart->addSeries(series);

    auto *names = new QBarCategoryAxis;
    names->append(labels);
    names->setGridLineVisible(false);
    names->setLineVisible(false);
    names->setLabelsFont(font());
    names->setLabelsColor(colour(colours, Token::Text));
    chart->addAxis(names, Qt::AlignLeft);
    series->attachAxis(names);
    auto *counts = new QValueAxis;
    counts->setRange(0, double(highest) * 1.15); // room for the figure at the bar's end
    counts->setVisible(false);
    chart->addAxis(counts, Qt::AlignBottom);
    series->attachAxis(counts);

    const std::unique_ptr<QChart> old(m_view->chart());
    m_view->setChart(chart);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->setMinimumHeight(units(this, 2 + 4 * int(m_rows.size())));
}

} // namespace groundswell
