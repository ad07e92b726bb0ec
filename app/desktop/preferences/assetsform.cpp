#include "app/desktop/preferences/assetsform.h"

#include "app/look/inputs/usable.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {
enum Column { IdColumn, NameColumn, ParentColumn };
}

AssetsForm::AssetsForm(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    setObjectName(u"assetsForm"_s);
    setAccessibleName(tr("Ad accounts"));
    m_rows->setContentsMargins(unitMargins(this, 2, 2));
    m_rows->setSpacing(units(this, 0.75));
    auto *lead = new TextLabel(
        TextRole::Body,
        tr("Where the campaigns will run. Copy the numbers from your ad platform; nothing is sent there."));
    lead->setObjectName(u"assetsLead"_s);
    lead->setWordWrap(true);
    lead->setToken(Token::Muted);
    m_rows->addWidget(lead);
    m_accounts = makeTable(u"adAccounts"_s, tr("Ad accounts"), u"act_123"_s, {});
    m_pages = makeTable(u"adPages"_s, tr("Pages"), u"page_456"_s, {});
    m_pixels = makeTable(u"adPixels"_s, tr("Pixels"), u"pix_789"_s, tr("Ad account"));
}

QTableWidget *AssetsForm::makeTable(const QString &name, const QString &title, const QString &idExample,
                                    const QString &parentTitle)
{
    QStringList headers{tr("Number, for instance %1").arg(idExample), tr("Name")};
    if (!parentTitle.isEmpty())
        headers.append(parentTitle);
    auto *table = new QTableWidget(0, int(headers.size()));
    nameWidget(table, name, title);
    table->setHorizontalHeaderLabels(headers);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->setTabKeyNavigation(false);
    table->setMinimumHeight(units(this, 8));

    auto *add = new QPushButton(icon(u"plus"_s), tr("Add"));
    nameWidget(add, name + u"Add"_s, tr("%1: add a row").arg(title));
    connect(add, &QPushButton::clicked, table, [table] {
        const int row = table->rowCount();
        table->insertRow(row);
        table->setCurrentCell(row, IdColumn);
        table->setItem(row, IdColumn, new QTableWidgetItem);
        table->editItem(table->item(row, IdColumn));
    });
    auto *remove = new QPushButton(tr("Remove"));
    nameWidget(remove, name + u"Remove"_s, tr("%1: remove the selected row").arg(title));
    const QString why = tr("Select a row in the table.");
    setUsable(remove, false, why);
    connect(remove, &QPushButton::clicked, table, [table] { table->removeRow(table->currentRow()); });
    connect(table, &QTableWidget::currentCellChanged, remove,
            [remove, why](int row) { setUsable(remove, row >= 0, why); });

    auto *caption = new TextLabel(TextRole::Strong, title);
    caption->setObjectName(name + u"Title"_s);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(units(this, 1));
    heading->addWidget(caption);
    heading->addStretch(1);
    heading->addWidget(add);
    heading->addWidget(remove);
    m_rows->addLayout(heading);
    m_rows->addWidget(table, 1);
    return table;
}

void AssetsForm::fill(QTableWidget *table, const std::vector<AdAsset> &assets)
{
    table->setRowCount(int(assets.size()));
    for (int row = 0; row < table->rowCount(); ++row) {
        const AdAsset &asset = assets.at(size_t(row));
        table->setItem(row, IdColumn, new QTableWidgetItem(asset.id));
        table->setItem(row, NameColumn, new QTableWidgetItem(asset.name));
        if (table->columnCount() > ParentColumn)
            table->setItem(row, ParentColumn, new QTableWidgetItem(asset.parentId));
    }
}

std::vector<AdAsset> AssetsForm::read(const QTableWidget *table, const std::vector<AdAsset> &before)
{
    const auto text = [table](int row, int column) {
        const QTableWidgetItem *item = column < table->columnCount() ? table->item(row, column) : nullptr;
        return item ? item->text().trimmed() : QString();
    };
    std::vector<AdAsset> result;
    for (int row = 0; row < table->rowCount(); ++row) {
        const QString id = text(row, IdColumn);
        if (id.isEmpty())
            continue;
        // What the table doesn't show of an account stays with it.
        const auto known = std::find_if(before.begin(), before.end(),
                                        [&id](const AdAsset &asset) { return asset.id == id; });
        AdAsset asset = known == before.end() ? AdAsset() : *known;
        asset.id = id;
        asset.name = text(row, NameColumn);
        if (table->columnCount() > ParentColumn)
            asset.parentId = text(row, ParentColumn);
        result.push_back(asset);
    }
    return result;
}

void AssetsForm::setValues(const AdAssets &assets)
{
    m_values = assets;
    fill(m_accounts, assets.adAccounts);
    fill(m_pages, assets.pages);
    fill(m_pixels, assets.pixels);
}

AdAssets AssetsForm::values() const
{
    AdAssets result = m_values;
    result.adAccounts = read(m_accounts, m_values.adAccounts);
    result.pages = read(m_pages, m_values.pages);
    result.pixels = read(m_pixels, m_values.pixels);
    return result;
}

} // namespace groundswell
