#include "wizard/placeseditor.h"

#include "app/look/accessibility.h"
#include "app/look/card.h"
#include "app/look/chiplist.h"
#include "app/look/field.h"
#include "app/look/icons.h"
#include "app/look/typography.h"
#include "app/look/units.h"
#include "app/look/words.h"
#include "models/rules/platformlimits.h"
#include "wizard/inputs.h"
#include "wizard/wizardcontext.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStringListModel>

#include <algorithm>

namespace groundswell {
namespace {

constexpr int kSearchPause = 300; // ms
constexpr int kDefaultRadius = 40; // km: a city and the towns that go there in the evening
constexpr int kVenueRadius = 50; // km

bool hasRadius(const GeoPlace &place)
{
    return place.type.is(GeoType::City) || place.type.is(GeoType::Point);
}

QString resultText(const GeoPlace &place)
{
    const QString kind = geoTypeText(place.type);
    return place.country.isEmpty() ? PlacesEditor::tr("%1 – %2").arg(place.name, kind)
                                   : PlacesEditor::tr("%1 – %2, %3").arg(place.name, kind, place.country);
}

} // namespace

PlacesEditor::PlacesEditor(WizardContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_search(new QLineEdit)
    , m_completer(new QCompleter(this))
    , m_names(new QStringListModel(this))
    , m_venue(new QPushButton)
    , m_chips(new ChipList)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(units(this, 1));
    column->addWidget(makeSearch());
    nameWidget(m_chips, QStringLiteral("places"), tr("Chosen places"));
    column->addWidget(m_chips);
    m_details = makeDetails();
    column->addWidget(m_details);
    setFocusProxy(m_search);

    connect(m_chips, &ChipList::removed, this, [this](const QString &id) {
        m_places.erase(m_places.begin() + id.toInt());
        openPlace(-1);
        refreshChips();
        Q_EMIT edited(m_places);
    });
    connect(m_chips, &ChipList::activated, this,
            [this](const QString &id) { openPlace(m_open == id.toInt() ? -1 : id.toInt()); });
    connect(&m_context, &WizardContext::geoResultsArrived, this, &PlacesEditor::takeResults);
    connect(&m_context, &WizardContext::eventChanged, this, &PlacesEditor::refreshVenueButton);
    refreshVenueButton();
    openPlace(-1);
}

QWidget *PlacesEditor::makeSearch()
{
    nameWidget(m_search, QStringLiteral("placeSearch"), tr("Add a place"));
    m_search->setPlaceholderText(tr("City, region, country or postcode"));
    m_search->addAction(icon(QStringLiteral("search"), Token::Muted), QLineEdit::LeadingPosition);
    routeUndoToDraft(m_search);
    m_completer->setModel(m_names);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // the service has filtered already
    m_completer->popup()->setObjectName(QStringLiteral("placeResults"));
    m_completer->popup()->setAccessibleName(tr("Places found"));
    m_search->setCompleter(m_completer);
    m_searchDue.setSingleShot(true);
    m_searchDue.setInterval(kSearchPause);
    connect(m_search, &QLineEdit::textEdited, this, [this] { m_searchDue.start(); });
    connect(&m_searchDue, &QTimer::timeout, this, [this] {
        const QString query = m_search->text().trimmed();
        if (!query.isEmpty())
            Q_EMIT searchRequested(query);
    });
    // Queued: the completer writes its text into the field after this signal.
    connect(
        m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
        [this](const QModelIndex &index) {
            if (index.row() >= 0 && index.row() < static_cast<int>(m_results.size()))
                add(m_results[static_cast<size_t>(index.row())]);
            m_search->clear();
        },
        Qt::QueuedConnection);
    m_venue->setObjectName(QStringLiteral("addVenue"));
    m_venue->setIcon(icon(QStringLiteral("location"), Token::Accent));
    connect(m_venue, &QPushButton::clicked, this, &PlacesEditor::addVenue);

    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(units(this, 1));
    layout->addWidget(m_search, 1);
    layout->addWidget(m_venue);
    return row;
}

QWidget *PlacesEditor::makeDetails()
{
    auto *card = new Card;
    card->setObjectName(QStringLiteral("placeDetails"));
    m_detailsTitle = new TextLabel(TextRole::Strong);
    m_detailsTitle->setObjectName(QStringLiteral("placeName"));
    m_radius = new QSpinBox;
    m_radius->setRange(1, 1000);
    m_radius->setSuffix(tr(" km"));
    m_radius->setMaximumWidth(characters(this, 16));
    m_radiusField = new Field(tr("&Radius"), m_radius, QStringLiteral("placeRadius"));
    m_excludedBox = new QCheckBox(tr("Leave this place out"));
    nameWidget(m_excludedBox, QStringLiteral("placeExcluded"), m_excludedBox->text());
    card->content()->addWidget(m_detailsTitle);
    card->content()->addWidget(m_radiusField);
    card->content()->addWidget(m_excludedBox);
    connect(m_radius, &QSpinBox::valueChanged, this,
            [this](int km) { changeOpen([km](GeoPlace &place) { place.radiusKm = km; }); });
    connect(m_excludedBox, &QCheckBox::toggled, this, [this](bool excluded) {
        changeOpen([excluded](GeoPlace &place) { place.excluded = excluded; });
    });
    return card;
}

void PlacesEditor::showPlaces(const std::vector<GeoPlace> &places)
{
    if (places == m_places)
        return;
    if (places.size() != m_places.size())
        m_open = -1;
    m_places = places;
    refreshChips();
    openPlace(m_open);
}

void PlacesEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_chips->setReadOnly(readOnly);
    for (QWidget *input : std::initializer_list<QWidget *>{m_search, m_venue, m_radius, m_excludedBox})
        input->setEnabled(!readOnly);
}

void PlacesEditor::add(const GeoPlace &found)
{
    const bool known = std::ranges::any_of(m_places, [&](const GeoPlace &place) {
        return place.type == found.type && place.key == found.key && place.name == found.name
            && place.country == found.country;
    });
    if (known) {
        announce(this, tr("%1 is chosen already.").arg(found.name));
        return;
    }
    GeoPlace place = found;
    if (hasRadius(place) && !place.radiusKm)
        place.radiusKm = kDefaultRadius;
    m_places.push_back(place);
    refreshChips();
    openPlace(hasRadius(place) ? static_cast<int>(m_places.size()) - 1 : -1);
    Q_EMIT edited(m_places);
}

void PlacesEditor::takeResults(const QString &query, const std::vector<GeoPlace> &places)
{
    if (query != m_search->text().trimmed())
        return; // an answer to what is no longer asked
    m_results = places;
    QStringList names;
    for (const GeoPlace &place : places)
        names << resultText(place);
    m_names->setStringList(names);
    if (m_search->hasFocus() && !names.isEmpty())
        m_completer->complete();
    announce(m_search,
             names.isEmpty() ? tr("No place is called so.")
                             : tr("%n place(s) found", nullptr, static_cast<int>(names.size())));
}

/// A point, not the city: a city's radius has a lower limit on the platform, a point's hardly any.
void PlacesEditor::addVenue()
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
    place.radiusKm = kVenueRadius;
    add(place);
}

void PlacesEditor::openPlace(int index)
{
    m_open = index >= 0 && index < static_cast<int>(m_places.size()) ? index : -1;
    m_details->setVisible(m_open >= 0);
    if (m_open < 0)
        return;
    const GeoPlace &place = m_places[static_cast<size_t>(m_open)];
    const QSignalBlocker silentRadius(m_radius);
    const QSignalBlocker silentBox(m_excludedBox);
    m_detailsTitle->setText(place.name);
    m_radiusField->setVisible(hasRadius(place));
    const PlatformLimits &limits = platformLimits();
    const auto &range = place.type.is(GeoType::City) ? limits.cityRadiusKm : limits.pointRadiusKm;
    m_radiusField->setHint(tr("The platform takes %1 to %2 km here.")
                               .arg(locale().toString(range.minimum.value_or(1)),
                                    locale().toString(range.maximum.value_or(80))));
    m_radius->setValue(qRound(place.radiusKm.value_or(kDefaultRadius)));
    m_excludedBox->setChecked(place.excluded);
}

void PlacesEditor::changeOpen(const std::function<void(GeoPlace &)> &change)
{
    if (m_open < 0)
        return;
    change(m_places[static_cast<size_t>(m_open)]);
    refreshChips();
    Q_EMIT edited(m_places);
}

void PlacesEditor::refreshChips()
{
    std::vector<ChipList::Chip> chips;
    for (size_t i = 0; i < m_places.size(); ++i) {
        const GeoPlace &place = m_places[i];
        chips.push_back(
            {QString::number(i), placeText(place, locale()), geoTypeText(place.type), place.excluded});
    }
    m_chips->setChips(chips);
    m_chips->setVisible(!chips.empty());
}

void PlacesEditor::refreshVenueButton()
{
    const auto &event = m_context.event();
    const bool known = event && event->latitude && event->longitude;
    m_venue->setVisible(known);
    if (known) {
        m_venue->setText(tr("Around the venue"));
        m_venue->setToolTip(tr("%1 km around %2").arg(locale().toString(kVenueRadius), event->venue));
        m_venue->setAccessibleName(m_venue->toolTip());
    }
}

} // namespace groundswell
