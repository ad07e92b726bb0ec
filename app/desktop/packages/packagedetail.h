#pragma once

#include "app/look/pieces/rowsmodel.h"
#include "models/wave/package.h"

#include <QWidget>

class QPushButton;
class QStackedLayout;
class QTableView;

namespace groundswell {

class Calendar;
class StatusPill;
class TextLabel;

/// One package: status, size, age, its events and clusters, and its customer lists as CSV.
class PackageDetail : public QWidget {
    Q_OBJECT
public:
    explicit PackageDetail(const Calendar &calendar, QWidget *parent = nullptr);

    void setPackage(const AudiencePackage &package);
    /// The service can give up building; false at first.
    void setStopOffered(bool offered);
    /// Nothing to show, and why.
    void clear(const QString &reason);

Q_SIGNALS:
    void regenerateRequested(const groundswell::PackageId &id);
    void stopRequested(const groundswell::PackageId &id);
    void csvRequested(const groundswell::AudiencePackage &package,
                      const std::vector<groundswell::ClusterName> &clusters);

private:
    void showFacts();
    void makeClusters();
    void updateButtons();
    [[nodiscard]] std::vector<ClusterName> selectedClusters() const;

    const Calendar &m_calendar;
    AudiencePackage m_package;
    QStackedLayout *m_stack = nullptr;
    TextLabel *m_reason = nullptr;
    TextLabel *m_title = nullptr;
    StatusPill *m_status = nullptr;
    TextLabel *m_facts = nullptr;
    TextLabel *m_events = nullptr;
    TextLabel *m_failure = nullptr;
    RowsModel<PackageCluster> *m_rows = nullptr;
    QTableView *m_clusters = nullptr;
    QPushButton *m_saveAll = nullptr;
    QPushButton *m_saveOne = nullptr;
    QPushButton *m_regenerate = nullptr;
    QPushButton *m_stop = nullptr;
    bool m_stopOffered = false;
};

} // namespace groundswell
