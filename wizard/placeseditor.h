#pragma once

#include "models/wave/setupprocess.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <vector>

class QCheckBox;
class QCompleter;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStringListModel;

namespace groundswell {

class ChipList;
class WizardContext;

/// Places as chips, with a search to add one and, for the chip that was opened, its radius and whether it is
/// left out.
class PlacesEditor : public QWidget {
    Q_OBJECT
public:
    explicit PlacesEditor(WizardContext &context, QWidget *parent = nullptr);

    void showPlaces(const std::vector<GeoPlace> &places);
    [[nodiscard]] const std::vector<GeoPlace> &places() const { return m_places; }
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void edited(const std::vector<groundswell::GeoPlace> &places);
    void searchRequested(const QString &query);

private:
    [[nodiscard]] QWidget *makeSearch();
    [[nodiscard]] QWidget *makeDetails();
    void add(const GeoPlace &place);
    void takeResults(const QString &query, const std::vector<GeoPlace> &places);
    void addVenue();
    void openPlace(int index);
    void changeOpen(const std::function<void(GeoPlace &)> &change);
    void refreshChips();
    void refreshVenueButton();

    WizardContext &m_context;
    std::vector<GeoPlace> m_places;
    std::vector<GeoPlace> m_results;
    int m_open = -1; ///< place whose details are in view
    bool m_readOnly = false;
    QTimer m_searchDue; ///< a request a pause in typing, not a key
    QLineEdit *m_search;
    QCompleter *m_completer;
    QStringListModel *m_names;
    QPushButton *m_venue;
    ChipList *m_chips;
    QWidget *m_details = nullptr;
    class TextLabel *m_detailsTitle = nullptr;
    QSpinBox *m_radius = nullptr;
    class Field *m_radiusField = nullptr;
    QCheckBox *m_excludedBox = nullptr;
};

} // namespace groundswell
