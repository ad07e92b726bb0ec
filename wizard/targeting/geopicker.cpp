#include "wizard/targeting/geopicker.h"

#include "app/look/inputs/chiplist.h"
#include "app/look/inputs/inputs.h"
#include "app/look/pieces/card.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/problemtext.h"
#include "app/look/texts/setuptext.h"
#include "models/rules/platformlimits.h"
#include "models/wave/calls/places.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStringListModel>

#include <algorithm>

namespace groundswell {
namespace {

constexpr int kPauseMs = 250;
constexpr int kShortestQuery = 2;
constexpr double kUsualRadiusKm = 25; // shown at once and changed with one click
constexpr int kRowsShown = 6;

class RadiusBox : public QDoubleSpinBox {
public:
    RadiusBox()
    {
        routeUndoToDraft(lineEdit());
        leaveWheelToPage(this);
    }
};

/// As high as what it found, up to a few rows.
class ResultList : public QListView {
public:
    ResultList()
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setEditTriggers(QAbstractItemView::NoEditTriggers);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const int rows = std::clamp(model()->rowCount(), 1, kRowsShown);
        return {QListView::sizeHint().width(),
                std::max(sizeHintForRow(0), fontMetrics().height()) * rows + 2 * frameWidth()};
    }
};

/// Cities and points have a radius, areas with borders have none.
bool takesRadius(const GeoPlace &place)
{
    return place.type.is(GeoType::City) || place.type.is(GeoType::Point);
}

} // namespace

GeoPicker::GeoPicker(WizardContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_search(new QLineEdit)
    , m_results(new ResultList)
    , m_rows(new QStringListModel(this))
    , m_status(new TextLabel(TextRole::Caption))
    , m_chips(new ChipList)
    , m_venue(new QPushButton(tr("Add the surroundings of the venue")))
    , m_settings(new Card)
    , m_settingsName(new TextLabel(TextRole::Strong))
    , m_radius(new RadiusBox)
    , m_excluded(new QCheckBox(tr("Leave this place out")))
{
    nameWidget(m_search, QStringLiteral("geoSearch"), tr("Search for a place"));
    m_search->setPlaceholderText(tr("City, region, country or postcode"));
    m_search->addAction(icon(QStringLiteral("search"), Token::Muted), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    nameWidget(m_results, QStringLiteral("geoResults"), tr("Places found"));
    m_results->setModel(m_rows);
    m_results->installEventFilter(this);
    m_results->hide();
    m_status->setObjectName(QStringLiteral("geoStatus"));
    m_status->hide();
    nameWidget(m_chips, QStringLiteral("geoChips"), tr("Places"));
    nameWidget(m_venue, QStringLiteral("geoVenue"), m_venue->text());
    m_venue->setProperty(kQuietProperty, true);
    m_venue->setIcon(icon(QStringLiteral("location"), Token::Accent));
    makeSettings();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(units(this, 1));
    column->addWidget(m_search);
    column->addWidget(m_results);
    column->addWidget(m_status);
    column->addWidget(m_chips);
    column->addWidget(m_settings);
    column->addWidget(m_venue, 0, Qt::AlignLeft);
    setFocusProxy(m_search);

    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { Q_EMIT searchRequested(m_search->text().trimmed()); });
    connect(m_search, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.trimmed().size() >= kShortestQuery) {
            m_pause.start();
        } else {
            m_pause.stop();
            m_results->hide();
            m_status->hide();
        }
    });
    connect(m_results, &QListView::activated, this, &GeoPicker::addFound);
    connect(m_results, &QListView::clicked, this, &GeoPicker::addFound);
    connect(m_venue, &QPushButton::clicked, this, &GeoPicker::addVenue);
    connect(m_chips, &ChipList::activated, this, &GeoPicker::openSettings);
    connect(m_chips, &ChipList::removed, this, [this](const QString &id) {
        std::erase_if(m_places, [&](const GeoPlace &place) { return idOf(place) == id; });
        refreshChips();
        Q_EMIT edited(m_places);
    });
    connect(&context, &WizardContext::geoResultsArrived, this, &GeoPicker::showResults);
    connect(&context, &WizardContext::statusChanged, this, &GeoPicker::showStatus);
    connect(&context, &WizardContext::eventChanged, this, &GeoPicker::refreshVenueButton);
    refreshVenueButton();
}

void GeoPicker::makeSettings()
{
    m_settings->setObjectName(QStringLiteral("geoSettings"));
    m_settings->hide();
    nameWidget(m_radius, QStringLiteral("geoRadius"), tr("Radius in kilometres"));
    m_radius->setDecimals(0);
    m_radius->setPrefix(tr("within "));
    m_radius->setSuffix(tr(" km"));
    m_radius->setRange(1, 100000);
    m_radius->setSingleStep(5);
    nameWidget(m_excluded, QStringLiteral("geoExcluded"), tr("Leave this place out"));
    auto *row = new QHBoxLayout;
    row->setSpacing(units(this, 1.5));
    row->addWidget(m_settingsName, 1);
    row->addWidget(m_radius);
    row->addWidget(m_excluded);
    m_settings->content()->setContentsMargins(unitMargins(this, 1.5, 1));
    m_settings->content()->addLayout(row);
    connect(m_radius, &QDoubleSpinBox::valueChanged, this, &GeoPicker::changeCurrent);
    connect(m_excluded, &QCheckBox::toggled, this, &GeoPicker::changeCurrent);
}

QWidget *GeoPicker::searchField() const
{
    return m_search;
}

QString GeoPicker::idOf(const GeoPlace &place)
{
    const QString what = place.key.isEmpty() ? place.name : place.key;
    return place.type.wire() + QLatin1Char('_') + what
        + (place.excluded ? QStringLiteral("_out") : QString());
}

std::vector<GeoPlace>::iterator GeoPicker::find(const QString &id)
{
    return std::find_if(m_places.begin(), m_places.end(),
                        [&](const GeoPlace &place) { return idOf(place) == id; });
}

void GeoPicker::showPlaces(const std::vector<GeoPlace> &places)
{
    if (m_places == places)
        return;
    m_places = places;
    refreshChips();
}

void GeoPicker::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_search->setEnabled(!readOnly);
    m_chips->setReadOnly(readOnly);
    m_settings->setEnabled(!readOnly);
    refreshVenueButton();
}

void GeoPicker::refreshChips()
{
    std::vector<ChipList::Chip> chips;
    for (const GeoPlace &place : m_places) {
        const QString kind = geoTypeText(place.type);
        chips.push_back({idOf(place), placeText(place, locale()),
                         place.country.isEmpty() ? kind : QStringLiteral("%1, %2").arg(kind, place.country),
                         place.excluded});
    }
    m_chips->setChips(chips);
    m_chips->setVisible(!chips.empty());
    if (!m_current.isEmpty() && find(m_current) == m_places.end()) {
        m_current.clear();
        m_settings->hide();
    }
    refreshVenueButton();
}

void GeoPicker::refreshVenueButton()
{
    const auto &event = m_context.event();
    const bool known = event && event->latitude && event->longitude;
    const bool there = std::any_of(m_places.begin(), m_places.end(), [&](const GeoPlace &place) {
        return known && place.type.is(GeoType::Point) && place.latitude == event->latitude
            && place.longitude == event->longitude;
    });
    m_venue->setVisible(known && !there && !m_readOnly);
}

void GeoPicker::showResults(const QString &query, const std::vector<GeoPlace> &places)
{
    if (query != m_search->text().trimmed() || query.size() < kShortestQuery)
        return; // an answer to what is no longer asked
    m_found = places;
    QStringList said;
    for (const GeoPlace &place : places) {
        const QString region = regionOf(place);
        QStringList where{geoTypeText(place.type), region, place.country};
        where.removeAll(QString());
        said.append(QStringLiteral("%1 · %2").arg(place.name, where.join(QStringLiteral(", "))));
    }
    m_rows->setStringList(said);
    const int rows = std::min(kRowsShown, static_cast<int>(places.size()));
    if (rows > 0) {
        m_results->setCurrentIndex(m_rows->index(0));
        m_results->updateGeometry();
    }
    m_results->setVisible(rows > 0);
    m_status->setText(rows > 0 ? QString()
                               : tr("No place is called “%1”. Check the spelling, or try the name in the "
                                    "country’s own language.")
                                     .arg(query));
    m_status->setToken(Token::Muted);
    m_status->setVisible(rows == 0);
    announce(m_search, tr("%n place(s) found", nullptr, static_cast<int>(places.size())));
}

void GeoPicker::showStatus(WizardContext::Part part)
{
    if (part != WizardContext::Part::GeoSearch)
        return;
    if (const auto problem = m_context.problem(part)) {
        m_results->hide();
        m_status->setText(problemText(tr("The search didn’t work."), *problem));
        m_status->setToken(Token::Bad);
        m_status->show();
    } else if (m_context.isLoading(part) && !m_results->isVisibleTo(this)) {
        m_status->setText(tr("Searching…"));
        m_status->setToken(Token::Muted);
        m_status->show();
    }
}

void GeoPicker::add(const GeoPlace &place)
{
    GeoPlace added = place;
    if (takesRadius(added) && !added.radiusKm)
        added.radiusKm = kUsualRadiusKm;
    m_search->clear();
    m_results->hide();
    m_status->hide();
    if (find(idOf(added)) == m_places.end()) {
        m_places.push_back(added);
        refreshChips();
        Q_EMIT edited(m_places);
    }
    openSettings(idOf(added));
    m_search->setFocus(Qt::OtherFocusReason);
}

void GeoPicker::addFound(const QModelIndex &result)
{
    add(m_found.at(static_cast<size_t>(result.row())));
}

void GeoPicker::addVenue()
{
    const auto &event = m_context.event();
    if (!event || !event->latitude || !event->longitude)
        return;
    GeoPlace place;
    place.type = GeoType::Point;
    place.name = event->venue.isEmpty() ? event->city : event->venue;
    place.country = event->country;
    place.latitude = event->latitude;
    place.longitude = event->longitude;
    add(place);
}

void GeoPicker::openSettings(const QString &id)
{
    const auto place = find(id);
    if (place == m_places.end())
        return;
    m_current = id;
    m_settingsName->setText(place->name);
    const QSignalBlocker silentRadius(m_radius);
    const QSignalBlocker silentBox(m_excluded);
    m_radius->setVisible(takesRadius(*place));
    // The limits are said by the rules at the field; the box itself only keeps to what can be a radius at
    // all.
    m_radius->setValue(place->radiusKm.value_or(kUsualRadiusKm));
    m_excluded->setChecked(place->excluded);
    m_settings->show();
}

void GeoPicker::changeCurrent()
{
    const auto place = find(m_current);
    if (place == m_places.end())
        return;
    if (takesRadius(*place))
        place->radiusKm = m_radius->value();
    place->excluded = m_excluded->isChecked();
    m_current = idOf(*place);
    refreshChips();
    Q_EMIT edited(m_places);
    Q_EMIT left();
}

/// While places are offered, Escape takes them back; in the program it would otherwise lead off the page.
bool GeoPicker::takesEscape(QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape || !m_results->isVisible())
        return false;
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        m_pause.stop();
        m_search->setFocus(Qt::OtherFocusReason); // before its list is gone, lest the focus goes elsewhere
        m_results->hide();
    }
    return true;
}

bool GeoPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::FocusOut)
        Q_EMIT left();
    if (takesEscape(event))
        return true;
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        // Enter takes the first place; it never turns the page while one searches.
        if (m_results->isVisible() && m_results->currentIndex().isValid())
            addFound(m_results->currentIndex());
        else if (m_pause.isActive())
            m_pause.start(0);
        return true;
    }
    if (m_results->isVisible() && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        const int step = key == Qt::Key_Down ? 1 : -1;
        const int row = m_results->currentIndex().row() + step;
        m_results->setCurrentIndex(m_rows->index(std::clamp(row, 0, m_rows->rowCount() - 1)));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace groundswell
