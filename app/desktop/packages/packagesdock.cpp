#include "app/desktop/packages/packagesdock.h"

#include "app/desktop/packages/attributionpanel.h"
#include "app/desktop/packages/createpackagedialog.h"
#include "app/desktop/packages/customerlistdownload.h"
#include "app/desktop/packages/packagedelegate.h"
#include "app/desktop/packages/packagedetail.h"
#include "app/desktop/packages/savelistdialog.h"
#include "app/desktop/shell/job.h"
#include "app/desktop/shell/settings.h"
#include "app/look/inputs/usable.h"
#include "app/look/pieces/emptystate.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/units.h"
#include "app/look/texts/problemtext.h"
#include "app/net/wave/waveclient.h"
#include "models/items/packagelistmodel.h"
#include "models/time/calendar.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groundswell {

namespace {

constexpr auto PollPause = 5s; // wave-api 2.8
constexpr int DockCharacters = 58;

} // namespace

PackagesDock::PackagesDock(const DesktopContext &context, QWidget *parent)
    : QDockWidget(tr("Packages & attribution"), parent)
    , m_context(context)
    , m_model(new PackageListModel(this))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(
          u"package"_s,
          tr("A package is a list of your own customers for an e-mail, grouped by why they would come."),
          tr("Build a package…")))
{
    nameWidget(this, u"packagesDock"_s, tr("Packages and attribution"));
    m_empty->setObjectName(u"packagesEmpty"_s);
    m_empty->button()->setObjectName(u"packagesFirstButton"_s);

    m_splitter = new QSplitter(Qt::Vertical);
    nameWidget(m_splitter, u"packagesSplitter"_s, tr("Packages and attribution"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeListPane());
    m_splitter->addWidget(makeDetailPane());
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_stack->setObjectName(u"packagesStack"_s);
    m_stack->setAccessibleName(windowTitle());
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    m_stack->setMinimumWidth(characters(this, DockCharacters - 14));
    setWidget(m_stack);

    m_poll.setSingleShot(true);
    m_poll.setInterval(PollPause);
    connect(&m_poll, &QTimer::timeout, this, &PackagesDock::refresh);
    connect(m_empty, &EmptyState::triggered, this, &PackagesDock::openCreate);
}

PackagesDock::~PackagesDock() = default;

QWidget *PackagesDock::makeListPane()
{
    m_list = new QListView;
    nameWidget(m_list, u"packageList"_s, tr("Packages"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PackageDelegate(m_context.calendar, m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    // Its rows say how many days are left.
    connect(&m_context.calendar, &Calendar::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PackagesDock::selectionChanged);

    auto *create = new QPushButton(icon(u"plus"_s), tr("Build a package…"));
    nameWidget(create, u"packageCreateButton"_s, tr("Build a package"));
    connect(create, &QPushButton::clicked, this, &PackagesDock::openCreate);
    m_merge = new QPushButton(tr("Merge selected"));
    nameWidget(m_merge, u"packageMergeButton"_s, tr("Merge the selected packages into one"));
    setUsable(m_merge, false, tr("Select two or more finished packages to merge them into one."));
    connect(m_merge, &QPushButton::clicked, this, &PackagesDock::merge);

    auto *pane = new QWidget;
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(units(this, 1));
    buttons->addWidget(create);
    buttons->addStretch(1);
    buttons->addWidget(m_merge);
    auto *rows = new QVBoxLayout(pane);
    rows->setContentsMargins(unitMargins(this, 1.5, 1));
    rows->setSpacing(units(this, 1));
    rows->addLayout(buttons);
    rows->addWidget(m_list, 1);
    return pane;
}

QWidget *PackagesDock::makeDetailPane()
{
    m_detail = new PackageDetail(m_context.calendar);
    m_attribution = new AttributionPanel(m_context.client, m_context.calendar);
    auto *tabs = new QTabWidget;
    nameWidget(tabs, u"packageTabs"_s, tr("The selected package"));
    tabs->setDocumentMode(true);
    tabs->addTab(m_detail, tr("Package"));
    tabs->addTab(m_attribution, tr("Attribution"));
    connect(m_detail, &PackageDetail::regenerateRequested, this, &PackagesDock::regenerate);
    m_detail->setStopOffered(m_context.isLocal);
    connect(m_detail, &PackageDetail::stopRequested, this, &PackagesDock::stopBuilding);
    connect(m_detail, &PackageDetail::csvRequested, this, &PackagesDock::saveCsv);
    connect(m_attribution, &AttributionPanel::failed, this, &PackagesDock::failed);
    return tabs;
}

void PackagesDock::showEvent(QShowEvent *event)
{
    QDockWidget::showEvent(event);
    refresh();
}

void PackagesDock::hideEvent(QHideEvent *event)
{
    QDockWidget::hideEvent(event);
    m_poll.stop();
    m_listRequest = {};
    m_detailRequest = {};
}

void PackagesDock::refresh()
{
    m_listRequest =
        m_context.client.packages(this, [this](const Expected<std::vector<AudiencePackage>> &packages) {
            if (packages)
                take(*packages);
            else if (m_model->rowCount() == 0)
                m_empty->setDetail(problemText(tr("The packages couldn't be loaded."), packages.error()));
            schedulePoll();
        });
}

void PackagesDock::take(const std::vector<AudiencePackage> &packages)
{
    m_empty->setDetail({});
    std::vector<AudiencePackage> newestFirst = packages;
    std::stable_sort(
        newestFirst.begin(), newestFirst.end(),
        [](const AudiencePackage &a, const AudiencePackage &b) { return a.createdAt > b.createdAt; });
    m_model->setPackages(std::move(newestFirst));
    m_stack->setCurrentWidget(packages.empty() ? static_cast<QWidget *>(m_empty) : m_splitter);
    QModelIndex wanted = m_model->index(m_model->rowOf(m_selectWhenThere), 0);
    if (wanted.isValid())
        m_selectWhenThere = {};
    else if (!m_list->selectionModel()->hasSelection())
        wanted = m_model->index(0, 0);
    if (wanted.isValid())
        m_list->setCurrentIndex(wanted);
    readSelected();
}

void PackagesDock::schedulePoll()
{
    bool building = false;
    for (int row = 0; row < m_model->rowCount(); ++row)
        building = building || !m_model->packageAt(row)->isTerminal();
    if (building && isVisible())
        m_poll.start();
}

std::vector<PackageId> PackagesDock::selectedIds() const
{
    std::vector<PackageId> ids;
    for (const QModelIndex &index : m_list->selectionModel()->selectedIndexes())
        ids.push_back(m_model->packageAt(index.row())->id);
    return ids;
}

void PackagesDock::selectionChanged()
{
    updateMerge();
    readSelected();
}

void PackagesDock::updateMerge()
{
    setUsable(m_merge, selectedIds().size() > 1 && !m_merging,
              m_merging ? untilAnswered()
                        : tr("Select two or more finished packages to merge them into one."));
}

void PackagesDock::readSelected()
{
    const std::vector<PackageId> ids = selectedIds();
    if (ids.size() != 1) {
        m_detailRequest = {};
        m_detail->clear(ids.empty() ? tr("Select a package to see its clusters.")
                                    : tr("%n package(s) selected.", nullptr, int(ids.size())));
        m_attribution->clear();
        return;
    }
    m_detail->setPackage(*m_model->packageAt(m_model->rowOf(ids.front())));
    m_detailRequest =
        m_context.client.package(ids.front(), this, [this](const Expected<AudiencePackage> &package) {
            if (!package)
                return;
            m_detail->setPackage(*package);
            m_attribution->setPackage(*package);
        });
}

void PackagesDock::openCreate()
{
    auto *dialog = new CreatePackageDialog(m_context.client, m_context.calendar, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CreatePackageDialog::created, this, [this](const PackageId &id) {
        m_selectWhenThere = id;
        m_list->clearSelection();
        refresh();
    });
    connect(dialog, &CreatePackageDialog::abandoned, this, [this](const QString &title) {
        Q_EMIT failed(
            tr("Whether “%1” is being built wasn't waited for. Look at the list before you build it "
               "again.")
                .arg(title));
        refresh();
    });
    dialog->open();
}

void PackagesDock::merge()
{
    const PackageMaking::Ends ends{
        .made =
            [this](const PackageId &merged) {
                m_selectWhenThere = merged;
                m_list->clearSelection();
                endMerging();
            },
        .notMade =
            [this](const Problem &problem) {
                Q_EMIT failed(problemText(tr("The packages couldn't be merged."), problem));
                endMerging();
            },
        .notKnown =
            [this](const Problem &problem) {
                Q_EMIT failed(
                    tr("Whether the packages were merged could not be found out: %1 Look at the list "
                       "before you merge them again.")
                        .arg(problemReason(problem)));
                endMerging();
            },
        .waiting =
            [this](const Problem &problem) {
                Q_EMIT failed(
                    tr("It isn't known yet whether the packages were merged. %1 The service is asked "
                       "until it says so.")
                        .arg(problemReason(problem)));
            }};
    m_merging = std::make_unique<PackageMaking>(m_context.client.rest(),
                                                mergeSteps(m_context.client, selectedIds()), ends);
    updateMerge();
    m_merging->start();
}

// Later: what has ended is still at work when it says so.
void PackagesDock::endMerging()
{
    refresh();
    const auto end = [this] {
        m_merging.reset();
        updateMerge();
    };
    QMetaObject::invokeMethod(this, end, Qt::QueuedConnection);
}

void PackagesDock::regenerate(const PackageId &id)
{
    m_writeRequest = m_context.client.regeneratePackage(id, this, [this](const Expected<void> &done) {
        if (!done && isUnanswered(done.error()))
            Q_EMIT failed(
                tr("It isn't known whether the package is being built anew: %1 Its state in the list "
                   "shows it.")
                    .arg(problemReason(done.error())));
        else if (!done)
            Q_EMIT failed(problemText(tr("The package couldn't be regenerated."), done.error()));
        refresh();
    });
}

void PackagesDock::stopBuilding(const PackageId &id)
{
    m_writeRequest = m_context.client.cancelPackageBuild(id, this, [this](const Expected<void> &done) {
        // One that was finished meanwhile shows itself so.
        if (!done && done.error().kind != Problem::Kind::Conflict)
            Q_EMIT failed(problemText(tr("The package is still being built."), done.error()));
        refresh();
    });
}

void PackagesDock::saveCsv(const AudiencePackage &package, const std::vector<ClusterName> &clusters)
{
    auto *dialog = new SaveListDialog(m_context.settings.lastFolder(), package.title, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SaveListDialog::chosen, this,
            [this, package, clusters](const QString &fileName, const ListFormat &format) {
                m_context.settings.setLastFolder(QFileInfo(fileName).absolutePath());
                download(package, clusters, fileName, format);
            });
    dialog->open();
}

void PackagesDock::download(const AudiencePackage &package, const std::vector<ClusterName> &clusters,
                            const QString &fileName, const ListFormat &format)
{
    auto *list = new CustomerListDownload(m_context.client, package.id, clusters, fileName, format, this);
    auto *job = new Job(
        tr("Saving “%1”").arg(package.title), [list] { list->deleteLater(); }, list);
    connect(list, &CustomerListDownload::progressed, job, [job](double share) { job->setShare(share); });
    connect(list, &CustomerListDownload::saved, this, [this, list, job](const QString &saved) {
        job->end();
        list->deleteLater();
        Q_EMIT succeeded(tr("The customer list is saved as %1.").arg(QDir::toNativeSeparators(saved)));
    });
    connect(list, &CustomerListDownload::failed, this, [this, list, job](const Problem &problem) {
        job->end();
        list->deleteLater();
        Q_EMIT failed(problemText(tr("The customer list couldn't be saved."), problem));
    });
    Q_EMIT jobStarted(job);
    list->start();
}

} // namespace groundswell
