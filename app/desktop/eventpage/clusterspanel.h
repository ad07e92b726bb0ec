#pragma once

#include "models/wave/cluster.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace groundswell {

class MessageBar;
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
    /// Says that the event's draft was planned with earlier clusters than these, and offers to move it.
    void setNewerThanDraft(bool newer);
    /// Whether the service can say how good the clusters are.
    void setQualityKnown(bool known);

Q_SIGNALS:
    void moveRequested();
    void qualityRequested();

private:
    QWidget *makeRow(const TasteCluster &cluster, int number);
    void clearRows();

    MessageBar *m_newer = nullptr;
    QVBoxLayout *m_rows = nullptr;
    TextLabel *m_notice = nullptr;
    QPushButton *m_quality = nullptr;
    double m_best = 0; ///< highest buying probability of the run, the full length of a bar
};

} // namespace groundswell
