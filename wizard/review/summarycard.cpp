#include "wizard/review/summarycard.h"

#include "app/look/style/accessibility.h"
#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace groundswell {
namespace {

constexpr size_t kMostRows = 6;

} // namespace

SummaryCard::SummaryCard(const QString &objectName, const QString &title, QWidget *parent)
    : Card(parent)
    , m_grid(new QGridLayout)
{
    setObjectName(objectName);
    setAccessibleName(title);
    auto *heading = new TextLabel(TextRole::Section, title);
    auto *change = new QPushButton(tr("Change"));
    change->setProperty(kQuietProperty, true);
    nameWidget(change, objectName + QStringLiteral("Change"), tr("Change %1").arg(title));
    connect(change, &QPushButton::clicked, this, &SummaryCard::changeRequested);
    auto *top = new QHBoxLayout;
    top->addWidget(heading, 1);
    top->addWidget(change);
    m_grid->setHorizontalSpacing(units(this, 2));
    m_grid->setVerticalSpacing(units(this, 0.75));
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 3);
    content()->setSpacing(units(this, 0.75));
    content()->addLayout(top);
    content()->addLayout(m_grid);
}

void SummaryCard::setRows(std::vector<Row> rows)
{
    if (rows.size() > kMostRows + 1) {
        const auto rest = static_cast<int>(rows.size() - kMostRows);
        rows.resize(kMostRows);
        rows.push_back({tr("and %n more", nullptr, rest), {}});
    }
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (size_t i = 0; i < m_rows.size(); ++i) {
        auto *name = new TextLabel(TextRole::Body, m_rows[i].name);
        name->setToken(Token::Muted);
        auto *value = new TextLabel(TextRole::Body, m_rows[i].value);
        const int row = static_cast<int>(i);
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        m_grid->addWidget(value, row, 1, Qt::AlignTop);
    }
}

} // namespace groundswell
