#include "app/desktop/packages/packagedetail.h"

#include "app/look/inputs/usable.h"
#include "app/look/pieces/flowlayout.h"
#include "app/look/pieces/statuspill.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/packagetext.h"
#include "models/items/format.h"
#include "models/time/calendar.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace groundswell {

PackageDetail::PackageDetail(const Calendar &calendar, QWidget *parent)
    : QWidget(parent)
    , m_calendar(calendar)
    , m_reason(new TextLabel(TextRole::Body))
    , m_title(new TextLabel(TextRole::Section))
    , m_status(new StatusPill)
    , m_facts(new TextLabel(TextRole::Body))
    , m_events(new TextLabel(TextRole::Caption))
    , m_failure(new TextLabel(TextRole::Body))
    , m_clusters(new QTableView)
    , m_saveAll(new QPushButton(icon(u"download"_s), tr("Save all as CSV…")))
    , m_saveOne(new QPushButton(tr("Save selected cluster…")))
    , m_regenerate(new QPushButton(icon(u"refresh"_s), tr("Regenerate audience")))
    , m_stop(new QPushButton(tr("Stop building")))
{
    nameWidget(this, u"packageDetail"_s, tr("Package"));
    m_reason->setObjectName(u"packageNone"_s);
    m_reason->setAlignment(Qt::AlignCenter);
    m_reason->setToken(Token::Muted);
    m_reason->setWordWrap(true);
    m_title->setObjectName(u"packageTitle"_s);
    m_title->setWordWrap(true);
    m_status->setObjectName(u"packageStatus"_s);
    m_facts->setObjectName(u"packageFacts"_s);
    m_facts->setWordWrap(true);
    m_events->setObjectName(u"packageEvents"_s);
    m_events->setWordWrap(true);
    m_failure->setObjectName(u"packageFailure"_s);
    m_failure->setToken(Token::Bad);
    m_failure->setWordWrap(true);

    makeClusters();
    nameWidget(m_saveAll, u"packageSaveAll"_s, tr("Save all customer lists as one CSV file"));
    nameWidget(m_saveOne, u"packageSaveCluster"_s, tr("Save the customer list of the selected clusters"));
    nameWidget(m_regenerate, u"packageRegenerate"_s, tr("Regenerate the audience"));
    connect(m_saveAll, &QPushButton::clicked, this, [this] {
        std::vector<ClusterName> all;
        for (const PackageCluster &cluster : m_package.clusters)
            all.push_back(cluster.tc);
        Q_EMIT csvRequested(m_package, all);
    });
    connect(m_saveOne, &QPushButton::clicked, this,
            [this] { Q_EMIT csvRequested(m_package, selectedClusters()); });
    nameWidget(m_stop, u"packageStop"_s, tr("Stop building the package"));
    connect(m_stop, &QPushButton::clicked, this, [this] { Q_EMIT stopRequested(m_package.id); });
    connect(m_regenerate, &QPushButton::clicked, this, [this] { Q_EMIT regenerateRequested(m_package.id); });

    auto *page = new QWidget;
    auto *buttons = new FlowLayout;
    buttons->setSpacing(units(this, 1));
    buttons->addWidget(m_saveAll);
    buttons->addWidget(m_saveOne);
    buttons->addWidget(m_regenerate);
    buttons->addWidget(m_stop);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(unitMargins(this, 1.5, 1.5));
    rows->setSpacing(units(this, 0.75));
    rows->addWidget(m_title);
    rows->addWidget(m_status, 0, Qt::AlignLeading);
    rows->addWidget(m_facts);
    rows->addWidget(m_failure);
    rows->addWidget(m_events);
    rows->addWidget(m_clusters, 1);
    rows->addLayout(buttons);

    connect(&m_calendar, &Calendar::changed, this, &PackageDetail::showFacts);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_reason);
    m_stack->addWidget(page);
}

void PackageDetail::makeClusters()
{
    using Rows = RowsModel<PackageCluster>;
    m_rows = new Rows(
        {{tr("Taste cluster"),
          [](const PackageCluster &cluster) {
              return cluster.label.isEmpty() ? cluster.tc.value() : cluster.label;
          }},
         {tr("Customers"), [](const PackageCluster &cluster) { return format::number(cluster.customers); },
          Rows::Kind::Figure}},
        this);
    nameWidget(m_clusters, u"packageClusters"_s, tr("Taste clusters of the package"));
    m_clusters->setModel(m_rows);
    m_clusters->verticalHeader()->hide();
    m_clusters->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_clusters->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_clusters->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_clusters->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_clusters->setShowGrid(false);
    m_clusters->setWordWrap(false);
    m_clusters->setTabKeyNavigation(false);
    m_clusters->setMinimumHeight(units(this, 10));
    connect(m_clusters->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PackageDetail::updateButtons);
}

void PackageDetail::setStopOffered(bool offered)
{
    m_stopOffered = offered;
    updateButtons();
}

void PackageDetail::clear(const QString &reason)
{
    m_package = {};
    m_reason->setText(reason);
    m_stack->setCurrentIndex(0);
}

void PackageDetail::setPackage(const AudiencePackage &package)
{
    m_package = package;
    m_stack->setCurrentIndex(1);
    m_title->setText(package.title);
    const PackageLook look = lookOf(package.status);
    m_status->setState(look.tone, look.word, look.icon);
    showFacts();
    m_facts->setToolTip(tr("A customer in two clusters counts once here."));
    m_failure->setVisible(package.status.is(PackageStatus::Failed)
                          || (package.status.is(PackageStatus::Expired) && !package.failureReason.isEmpty()));
    m_failure->setText(failureText(package.failureReason));
    QStringList titles;
    for (const PackageEvent &event : package.events)
        titles.append(event.title);
    m_events->setText(
        tr("%1. For %2.").arg(modeText(package.targetingMode), QLocale().createSeparatedList(titles)));
    m_events->setVisible(!titles.isEmpty());
    m_rows->setRows(package.clusters);
    updateButtons();
}

void PackageDetail::showFacts()
{
    const QString age = ageText(m_package, m_calendar.clock());
    m_facts->setText(
        m_package.customers ? tr("%1 customers · %2").arg(format::number(m_package.customers), age) : age);
}

std::vector<ClusterName> PackageDetail::selectedClusters() const
{
    std::vector<ClusterName> result;
    for (const QModelIndex &index : m_clusters->selectionModel()->selectedRows()) {
        if (size_t(index.row()) < m_package.clusters.size())
            result.push_back(m_package.clusters.at(size_t(index.row())).tc);
    }
    return result;
}

void PackageDetail::updateButtons()
{
    const bool done = m_package.status.is(PackageStatus::Done);
    const bool building = !m_package.isTerminal();
    const bool hasLists = done && !m_package.clusters.empty();
    const QString none = building ? tr("There are customer lists once the package is done.")
                                  : tr("This package has no customer lists to save.");
    setUsable(m_saveAll, hasLists, none);
    setUsable(m_saveOne, hasLists && !selectedClusters().empty(),
              hasLists ? tr("Select a cluster in the table.") : none);
    setUsable(m_regenerate, !building, tr("The package is being built."));
    m_regenerate->setVisible(!done && !(building && m_stopOffered));
    m_stop->setVisible(building && m_stopOffered);
}

} // namespace groundswell
