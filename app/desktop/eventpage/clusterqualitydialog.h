#pragma once

#include "app/desktop/eventpage/clusterqualitytext.h"
#include "app/look/pieces/rowsmodel.h"
#include "app/net/rest/requesthandle.h"
#include "app/net/wave/waveclient.h"

#include <QDialog>
#include <QTimer>

class QPushButton;
class QTabWidget;

namespace groundswell {

class BarList;
class InlineProgress;
class TextLabel;
struct ClusterQualityReport;

/// How good the taste clusters are, judged by the organiser's own past: read where it is known already, else
/// computed in the background while the dialog shows how far it is. Closing it doesn't stop the work.
class ClusterQualityDialog : public QDialog {
    Q_OBJECT
public:
    /// \a client must outlive the dialog.
    explicit ClusterQualityDialog(WaveClient &client, QWidget *parent = nullptr);
    ~ClusterQualityDialog() override;

private:
    QWidget *makeRankings();
    QWidget *makeChecks();
    void read();
    void start();
    void cancel();
    void take(const Expected<ClusterQualityState> &state, bool mayStart);
    void showReport(const ClusterQualityReport &report);
    void showStopped(const QString &why);

    WaveClient &m_client;
    TextLabel *m_headline = nullptr;
    TextLabel *m_basis = nullptr;
    InlineProgress *m_progress = nullptr;
    QTabWidget *m_tabs = nullptr;
    BarList *m_bars = nullptr;
    RowsModel<ClusterQualityText::Ranking> *m_rankings = nullptr;
    RowsModel<ClusterQualityText::Check> *m_checks = nullptr;
    QPushButton *m_again = nullptr;
    QTimer m_timer;
    RequestHandle m_request, m_cancelRequest;
};

} // namespace groundswell
