#pragma once

#include "app/look/pieces/rowsmodel.h"
#include "app/net/rest/requesthandle.h"
#include "app/net/wave/waveclient.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QPushButton;
class QSpinBox;
class QStackedLayout;
class QTableView;

namespace groundswell {

class Calendar;
class DayEdit;
class EvaluationChart;
class StatusPill;
class TextLabel;

/// What came of a package: one sentence, a chart with its table, and the settings the counting rests on.
class AttributionPanel : public QWidget {
    Q_OBJECT
public:
    AttributionPanel(WaveClient &client, const Calendar &calendar, QWidget *parent = nullptr);
    ~AttributionPanel() override;

    void setPackage(const AudiencePackage &package);
    void clear();

Q_SIGNALS:
    void failed(const QString &text);

protected:
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeSettings();
    QWidget *makeResult();
    void makeTable();
    void readDetails();
    void readEvaluation();
    void reevaluate();
    void showDetails(const AttributionSettings &details);
    void showEvaluation(const PackageEvaluation &evaluation);
    void fillTable(const PackageEvaluation &evaluation);
    void setStale(bool stale);
    void noteEdited();

    WaveClient &m_client;
    const Calendar &m_calendar;
    AudiencePackage m_package;
    AttributionSettings m_details;
    bool m_edited =
        false; ///< the settings differ from what was evaluated: an arriving answer must not undo typing
    QStackedLayout *m_stack = nullptr;
    TextLabel *m_sentence = nullptr;
    TextLabel *m_caveat = nullptr;
    StatusPill *m_provisional = nullptr;
    TextLabel *m_asOf = nullptr;
    EvaluationChart *m_chart = nullptr;
    RowsModel<EvaluationRow> *m_rows = nullptr;
    QTableView *m_table = nullptr;
    QComboBox *m_model = nullptr;
    QSpinBox *m_window = nullptr;
    DayEdit *m_sent = nullptr;
    QDate m_sentDay;
    QPushButton *m_evaluate = nullptr;
    QTimer m_poll;
    RequestHandle m_detailsRequest, m_evaluationRequest, m_writeRequest;
};

} // namespace groundswell
