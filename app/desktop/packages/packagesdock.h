#pragma once

#include "app/desktop/shell/desktopcontext.h"
#include "app/desktop/shell/job.h"
#include "app/net/once/makings.h"
#include "models/wave/package.h"

#include <QDockWidget>
#include <QTimer>

class QListView;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace groundswell {

class AttributionPanel;
class EmptyState;
class PackageDetail;
class PackageListModel;
struct ListFormat;

/// "Packages & attribution": the packages with their live status, and of the selected one its clusters and
/// what came of it. Asks the service every five seconds while something is being built, and only while it is
/// seen.
class PackagesDock : public QDockWidget {
    Q_OBJECT
public:
    explicit PackagesDock(const DesktopContext &context, QWidget *parent = nullptr);
    ~PackagesDock() override;

    void refresh();

Q_SIGNALS:
    void failed(const QString &text);
    void succeeded(const QString &text);
    void jobStarted(groundswell::Job *job);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeListPane();
    QWidget *makeDetailPane();
    void take(const std::vector<AudiencePackage> &packages);
    void schedulePoll();
    void selectionChanged();
    void readSelected();
    void openCreate();
    void merge();
    void endMerging();
    void updateMerge();
    void regenerate(const PackageId &id);
    void stopBuilding(const PackageId &id);
    void saveCsv(const AudiencePackage &package, const std::vector<ClusterName> &clusters);
    void download(const AudiencePackage &package, const std::vector<ClusterName> &clusters,
                  const QString &fileName, const ListFormat &format);
    [[nodiscard]] std::vector<PackageId> selectedIds() const;

    DesktopContext m_context;
    PackageListModel *m_model = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QSplitter *m_splitter = nullptr;
    QListView *m_list = nullptr;
    QPushButton *m_merge = nullptr;
    PackageDetail *m_detail = nullptr;
    AttributionPanel *m_attribution = nullptr;
    QTimer m_poll;
    PackageId m_selectWhenThere;
    RequestHandle m_listRequest, m_detailRequest, m_writeRequest;
    std::unique_ptr<PackageMaking> m_merging; ///< until it is known whether it was done
};

} // namespace groundswell
