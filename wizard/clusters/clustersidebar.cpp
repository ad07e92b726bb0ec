#include "wizard/clusters/clustersidebar.h"

#include "app/look/style/accessibility.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "wizard/clusters/clusterdelegates.h"
#include "wizard/clusters/clustermodels.h"

#include <QListView>
#include <QVBoxLayout>

namespace groundswell {

ClusterSidebar::ClusterSidebar(const WizardParts &parts, Section section, QWidget *parent)
    : QWidget(parent)
    , m_model(new ChosenClusterModel(parts.draft, parts.context, parts.issues, section, this))
    , m_list(new QListView)
{
    setObjectName(QStringLiteral("clusterSidebar"));
    nameWidget(m_list, QStringLiteral("chosenClusters"), tr("Chosen clusters"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ChosenClusterDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(units(this, 1));
    column->addWidget(new TextLabel(TextRole::Strong, tr("Taste clusters")));
    column->addWidget(m_list, 1);
    setMinimumWidth(characters(this, 20));
    setMaximumWidth(characters(this, 32));

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ClusterSidebar::currentChanged);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ClusterSidebar::keepOneSelected);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ClusterSidebar::keepOneSelected);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &ClusterSidebar::keepOneSelected);
    keepOneSelected();
}

void ClusterSidebar::keepOneSelected()
{
    if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
    else
        Q_EMIT currentChanged();
}

std::optional<ClusterRef> ClusterSidebar::current() const
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return {};
    return index.data(ChosenClusterModel::RefRole).value<ClusterRef>();
}

void ClusterSidebar::select(const ClusterRef &cluster)
{
    const QModelIndex index = m_model->indexOf(cluster);
    if (index.isValid())
        m_list->setCurrentIndex(index);
}

} // namespace groundswell
