#pragma once

#include "app/look/pieces/card.h"

#include <vector>

class QGridLayout;
class QPushButton;

namespace groundswell {

/// What was said in one step, as name and value, with a way back to change it.
class SummaryCard : public Card {
    Q_OBJECT
public:
    SummaryCard(const QString &objectName, const QString &title, QWidget *parent = nullptr);

    struct Row {
        QString name;
        QString value;
        friend bool operator==(const Row &, const Row &) = default;
    };
    /// More rows than fit a summary are counted in a last line ("and 12 more").
    void setRows(std::vector<Row> rows);

Q_SIGNALS:
    void changeRequested();

private:
    QGridLayout *m_grid;
    std::vector<Row> m_rows;
};

} // namespace groundswell
