#pragma once

#include "models/wave/setupprocess.h"
#include "wizard/shell/wizardcontext.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QCheckBox;
class QDoubleSpinBox;
class QLineEdit;
class QListView;
class QModelIndex;
class QPushButton;
class QStringListModel;

namespace groundswell {

class Card;
class ChipList;
class TextLabel;

/// Places an ad is shown in: found by name, shown as chips, each with its radius and whether it is left out.
class GeoPicker : public QWidget {
    Q_OBJECT
public:
    explicit GeoPicker(WizardContext &context, QWidget *parent = nullptr);

    void showPlaces(const std::vector<GeoPlace> &places);
    void setReadOnly(bool readOnly);
    [[nodiscard]] QWidget *searchField() const;

Q_SIGNALS:
    void edited(const std::vector<groundswell::GeoPlace> &places);
    void left();
    void searchRequested(const QString &query);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeSettings();
    void showResults(const QString &query, const std::vector<GeoPlace> &places);
    void showStatus(WizardContext::Part part);
    void add(const GeoPlace &place);
    void addFound(const QModelIndex &result);
    void addVenue();
    void openSettings(const QString &id);
    void changeCurrent();
    bool takesEscape(QEvent *event);
    void refreshChips();
    void refreshVenueButton();
    [[nodiscard]] static QString idOf(const GeoPlace &place);
    [[nodiscard]] std::vector<GeoPlace>::iterator find(const QString &id);

    WizardContext &m_context;
    std::vector<GeoPlace> m_places;
    std::vector<GeoPlace> m_found;
    QString m_current; ///< id of the place whose settings are open
    bool m_readOnly = false;
    QLineEdit *m_search;
    QTimer m_pause; ///< asks when typing pauses
    QListView *m_results;
    QStringListModel *m_rows; ///< of the results, what is said of each
    TextLabel *m_status;
    ChipList *m_chips;
    QPushButton *m_venue;
    Card *m_settings;
    TextLabel *m_settingsName;
    QDoubleSpinBox *m_radius;
    QCheckBox *m_excluded;
};

} // namespace groundswell
