#pragma once

#include "models/wave/cluster.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace groundswell {

class TextLabel;

/// Who an event's taste clusters are, how likely they buy and how many they are; bars that compare.
class ClustersPanel : public QWidget {
    Q_OBJECT
public:
    explicit ClustersPanel(QWidget *parent = nullptr);

    void setRun(const ClusterRun &run);
    void setStale(bool stale);
    /// Instead of clusters: why there are none.
    void showReason(const QString &reason);
    /// Whether the service can say how good the clusters are.
    void setQualityKnown(bool known);

Q_SIGNALS:
    void qualityRequested();

private:
    QWidget *makeRow(const TasteCluster &cluster, int number);
    void clearRows();

    QVBoxLayout *m_rows = nullptr;
    TextLabel *m_notice = nullptr;
    QPushButton *m_quality = nullptr;
    double m_best = 0; ///< highest buying probability of the run, the full length of a bar
};

} // namespace groundswell
