#pragma once

#include "app/desktop/versions/comparisonmodel.h"

#include <QTableView>

namespace groundswell {

/// Two versions side by side, a row for each field that differs; long texts are wrapped, not cut.
class ComparisonTable : public QTableView {
    Q_OBJECT
public:
    explicit ComparisonTable(const FieldWording &wording, QWidget *parent = nullptr);

    void show(const QString &before, const QString &after, std::vector<FieldDifference> differences);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    ComparisonModel *m_model;
};

} // namespace groundswell
