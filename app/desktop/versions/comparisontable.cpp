#include "app/desktop/versions/comparisontable.h"

#include "app/look/style/accessibility.h"
#include "app/look/style/units.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace groundswell {

ComparisonTable::ComparisonTable(const FieldWording &wording, QWidget *parent)
    : QTableView(parent)
    , m_model(new ComparisonModel(wording, this))
{
    nameWidget(this, u"comparisonTable"_s, tr("Differences field by field"));
    setModel(m_model);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setWordWrap(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumHeight(units(this, 12));
}

void ComparisonTable::show(const QString &before, const QString &after,
                           std::vector<FieldDifference> differences)
{
    m_model->setNames(before, after);
    m_model->setDifferences(std::move(differences));
    resizeRowsToContents();
}

void ComparisonTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    resizeRowsToContents(); // the columns are as wide as there is room
}

} // namespace groundswell
