#include "app/desktop/preferences/assetsform.h"

#include "app/desktop/preferences/assetsmodel.h"
#include "app/look/inputs/usable.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace groundswell {

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

AssetsModel *AssetsForm::makeTable(const QString &name, const QString &title, const QString &idExample,
                                   const QString &parentTitle)
{
    auto *model = new AssetsModel(idExample, parentTitle, this);
    auto *table = new QTableView;
    nameWidget(table, name, title);
    table->setModel(model);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->setTabKeyNavigation(false);
    table->setMinimumHeight(units(this, 8));

    auto *add = new QPushButton(icon(u"plus"_s), tr("Add"));
    nameWidget(add, name + u"Add"_s, tr("%1: add a row").arg(title));
    connect(add, &QPushButton::clicked, table, [table, model] {
        model->insertRow(model->rowCount());
        const QModelIndex first = model->index(model->rowCount() - 1, AssetsModel::IdColumn);
        table->setCurrentIndex(first);
        table->edit(first);
    });
    auto *remove = new QPushButton(tr("Remove"));
    nameWidget(remove, name + u"Remove"_s, tr("%1: remove the selected row").arg(title));
    const QString why = tr("Select a row in the table.");
    const auto offerRemoval = [table, remove, why] {
        setUsable(remove, table->currentIndex().isValid(), why);
    };
    offerRemoval();
    connect(remove, &QPushButton::clicked, table,
            [table, model] { model->removeRow(table->currentIndex().row()); });
    connect(table->selectionModel(), &QItemSelectionModel::currentChanged, remove, offerRemoval);
    connect(model, &QAbstractItemModel::modelReset, remove, offerRemoval);

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
    return model;
}

void AssetsForm::setValues(const AdAssets &assets)
{
    m_values = assets;
    m_accounts->setAssets(assets.adAccounts);
    m_pages->setAssets(assets.pages);
    m_pixels->setAssets(assets.pixels);
}

AdAssets AssetsForm::values() const
{
    AdAssets result = m_values;
    result.adAccounts = m_accounts->assets();
    result.pages = m_pages->assets();
    result.pixels = m_pixels->assets();
    return result;
}

} // namespace groundswell
