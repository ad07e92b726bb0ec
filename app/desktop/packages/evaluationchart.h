#pragma once

#include "models/wave/package.h"

#include <QWidget>

class QChartView;

namespace groundswell {

/// Purchases of each cluster of a package as bars: the picture beside the table that holds the same figures.
/// The only file that knows Qt Charts, so that its successor has one place to go.
class EvaluationChart : public QWidget {
    Q_OBJECT
public:
    explicit EvaluationChart(QWidget *parent = nullptr);
    ~EvaluationChart() override;

    void setRows(const std::vector<EvaluationRow> &rows);
    /// Old figures stay, muted, until the new ones are there.
    void setStale(bool stale);

protected:
    void changeEvent(QEvent *event) override;

private:
    void redraw();

    std::vector<EvaluationRow> m_rows;
    QChartView *m_view = nullptr;
    bool m_stale = false;
};

} // namespace groundswell
