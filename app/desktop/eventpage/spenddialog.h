#pragma once

#include "app/look/pieces/rowsmodel.h"
#include "app/net/once/makings.h"

#include <QDialog>

#include <memory>

class QComboBox;
class QPushButton;
class QTableView;

namespace groundswell {

class Calendar;
class DayEdit;
class Field;
class MoneyEdit;
class TextLabel;

/// Ad spend of one event, typed in by hand: what is noted so far, and a row to add to it. Every change is
/// saved at once; there is nothing to confirm at the end.
class SpendDialog : public QDialog {
    Q_OBJECT
public:
    /// \a client and \a calendar must outlive the dialog.
    SpendDialog(WaveClient &client, const Calendar &calendar, const Event &event,
                const std::vector<Campaign> &campaigns, QWidget *parent = nullptr);
    ~SpendDialog() override;

    void done(int result) override;

Q_SIGNALS:
    void changed(); ///< the service's figures are others now

private:
    void makeTable();
    QWidget *makeAddition();
    void read();
    void add();
    void removeSelected();
    void followToday();
    void finishWrite(const QString &whatFailed, const Problem *problem);
    void setProblem(const QString &text);
    void updateButtons();
    [[nodiscard]] QString campaignName(const std::optional<ClusterRef> &cluster) const;

    WaveClient &m_client;
    const Calendar &m_calendar;
    bool m_dayChosen = false; ///< by the user; else the day is today
    EventId m_eid;
    std::vector<Campaign> m_campaigns;
    RowsModel<AdSpend> *m_entries = nullptr;
    std::optional<Money> m_typed;
    bool m_writing = false;
    QTableView *m_table = nullptr;
    QComboBox *m_campaign = nullptr;
    DayEdit *m_day = nullptr;
    MoneyEdit *m_amount = nullptr;
    Field *m_amountField = nullptr;
    TextLabel *m_problem = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    RequestHandle m_readRequest, m_writeRequest;
    std::unique_ptr<SpendMaking> m_adding;
};

} // namespace groundswell
