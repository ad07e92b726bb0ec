#include "wizard/targetingform.h"

#include "app/look/field.h"
#include "app/look/typography.h"
#include "app/look/units.h"
#include "app/look/words.h"
#include "models/rules/platformlimits.h"
#include "wizard/audiencepicker.h"
#include "wizard/placeseditor.h"
#include "wizard/wizardcontext.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <array>

namespace groundswell {
namespace {

// The platform's own bounds and default (product limits in models/rules/platformlimits.h say the same).
constexpr int kYoungest = 13;
constexpr int kOldest = 65; // means "65 and older"
constexpr int kDefaultYoungest = 18;

/// Offered in the box; the platform knows more, and any other code in the draft is kept.
constexpr std::array kLanguages{"de", "en", "fr", "it", "es", "nl", "pl", "cs", "tr", "ru", "uk", "ar"};

std::vector<ChoiceBox::Entry> audienceEntries(const std::vector<AdAsset> &audiences, const QLocale &locale)
{
    std::vector<ChoiceBox::Entry> entries;
    for (const AdAsset &audience : audiences) {
        const QString name = audience.name.isEmpty() ? audience.id : audience.name;
        entries.push_back(
            {audience.id,
             audience.size ? TargetingForm::tr("%1 (%2 people)").arg(name, countText(audience.size, locale))
                           : name,
             audience.id});
    }
    return entries;
}

} // namespace

TargetingForm::TargetingForm(WizardContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("targetingForm"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(units(this, 1.5));
    makePlaces();
    makePeople();
    makeAudiences();
    column->addStretch();
    connect(&m_context, &WizardContext::assetsChanged, this, &TargetingForm::refreshAudiences);
    refreshAudiences();
    showTargeting({});
}

Field *TargetingForm::addField(const QString &label, QWidget *control, const QString &objectName,
                               const QString &member)
{
    auto *field = new Field(label, control, objectName);
    m_fields.emplace(member, field);
    return field;
}

void TargetingForm::makePlaces()
{
    m_places = new PlacesEditor(m_context);
    Field *field =
        addField(tr("&Places"), m_places, QStringLiteral("targetingPlaces"), QStringLiteral("geo"));
    field->setHint(tr("People who live there or are there. Select a place to change its radius."));
    layout()->addWidget(field);
    connect(m_places, &PlacesEditor::edited, this, [this](const std::vector<GeoPlace> &places) {
        m_targeting.geo = places;
        Q_EMIT edited(m_targeting, QStringLiteral("geo"));
    });
    connect(m_places, &PlacesEditor::searchRequested, this, &TargetingForm::geoSearchRequested);
}

void TargetingForm::makePeople()
{
    const auto makeAge = [this](const QString &label, const QString &name, const QString &member) {
        auto *box = new QSpinBox;
        box->setRange(kYoungest, kOldest);
        box->setMaximumWidth(characters(this, 16));
        return std::pair(box, addField(label, box, name, member));
    };
    const auto [ageMin, ageMinField] =
        makeAge(tr("&Youngest"), QStringLiteral("ageMin"), QStringLiteral("demographics.ageMin"));
    const auto [ageMax, ageMaxField] =
        makeAge(tr("&Oldest"), QStringLiteral("ageMax"), QStringLiteral("demographics.ageMax"));
    m_ageMin = ageMin;
    m_ageMax = ageMax;
    ageMaxField->setHint(tr("%1 means %1 and older.").arg(locale().toString(kOldest)));
    m_gender = new QComboBox;
    m_gender->addItem(tr("Everybody"), QStringList());
    m_gender->addItem(genderText(QStringLiteral("female")), QStringList{QStringLiteral("female")});
    m_gender->addItem(genderText(QStringLiteral("male")), QStringList{QStringLiteral("male")});
    Field *genderField =
        addField(tr("&Gender"), m_gender, QStringLiteral("gender"), QStringLiteral("demographics.genders"));

    auto *row = new QHBoxLayout;
    row->setSpacing(units(this, 2));
    for (Field *field : {ageMinField, ageMaxField, genderField})
        row->addWidget(field, 0, Qt::AlignTop);
    row->addStretch();
    static_cast<QVBoxLayout *>(layout())->addLayout(row);

    m_languages = new AudiencePicker(QStringLiteral("languages"), tr("Add a language"));
    std::vector<ChoiceBox::Entry> languages;
    for (const char *code : kLanguages)
        languages.push_back({QString::fromLatin1(code), languageText(QString::fromLatin1(code)), {}});
    std::ranges::sort(languages,
                      [](const auto &a, const auto &b) { return a.text.localeAwareCompare(b.text) < 0; });
    m_languages->setEntries(languages);
    Field *languagesField = addField(tr("&Languages"), m_languages, QStringLiteral("targetingLanguages"),
                                     QStringLiteral("demographics.languages"));
    languagesField->setHint(tr("Empty means every language."));
    layout()->addWidget(languagesField);

    connect(m_ageMin, &QSpinBox::valueChanged, this, [this](int years) {
        m_targeting.demographics.ageMin = years;
        Q_EMIT edited(m_targeting, QStringLiteral("demographics.ageMin"));
    });
    connect(m_ageMax, &QSpinBox::valueChanged, this, [this](int years) {
        m_targeting.demographics.ageMax = years;
        Q_EMIT edited(m_targeting, QStringLiteral("demographics.ageMax"));
    });
    connect(m_gender, &QComboBox::activated, this, [this](int row2) {
        m_targeting.demographics.genders = m_gender->itemData(row2).toStringList();
        Q_EMIT edited(m_targeting, QStringLiteral("demographics.genders"));
    });
    connect(m_languages, &AudiencePicker::edited, this, [this](const QStringList &codes) {
        m_targeting.demographics.languages = codes;
        Q_EMIT edited(m_targeting, QStringLiteral("demographics.languages"));
    });
}

void TargetingForm::makeAudiences()
{
    m_included = new AudiencePicker(QStringLiteral("includedAudiences"), tr("Add an audience"));
    m_excluded = new AudiencePicker(QStringLiteral("excludedAudiences"), tr("Leave out an audience"));
    m_saved = new ChoiceBox(true);
    layout()->addWidget(addField(tr("&Only these audiences"), m_included, QStringLiteral("targetingIncluded"),
                                 QStringLiteral("customAudiences.include")));
    layout()->addWidget(addField(tr("&Not these audiences"), m_excluded, QStringLiteral("targetingExcluded"),
                                 QStringLiteral("customAudiences.exclude")));
    Field *saved = addField(tr("&Saved audience"), m_saved, QStringLiteral("savedAudience"),
                            QStringLiteral("savedAudienceId"));
    saved->setHint(tr("A saved audience of the ad platform brings its own places."));
    layout()->addWidget(saved);

    connect(m_included, &AudiencePicker::edited, this, [this](const QStringList &ids) {
        m_targeting.includedAudiences = ids;
        Q_EMIT edited(m_targeting, QStringLiteral("customAudiences.include"));
    });
    connect(m_excluded, &AudiencePicker::edited, this, [this](const QStringList &ids) {
        m_targeting.excludedAudiences = ids;
        Q_EMIT edited(m_targeting, QStringLiteral("customAudiences.exclude"));
    });
    connect(m_saved, &ChoiceBox::edited, this, [this](const QString &id) {
        m_targeting.savedAudienceId = id;
        Q_EMIT edited(m_targeting, QStringLiteral("savedAudienceId"));
    });
}

void TargetingForm::refreshAudiences()
{
    const AdAssets assets = m_context.assets().value_or(AdAssets{});
    const std::vector<ChoiceBox::Entry> custom = audienceEntries(assets.customAudiences, locale());
    m_included->setEntries(custom);
    m_excluded->setEntries(custom);
    m_saved->setEntries(audienceEntries(assets.savedAudiences, locale()), tr("None"));
    m_saved->showId(m_targeting.savedAudienceId);
    // Without audiences to choose from the fields would only be in the way, unless the draft holds some.
    const auto show = [this, &custom](const char *member, bool held) {
        m_fields.at(QString::fromLatin1(member))->setVisible(held || !custom.empty());
    };
    show("customAudiences.include", !m_targeting.includedAudiences.isEmpty());
    show("customAudiences.exclude", !m_targeting.excludedAudiences.isEmpty());
}

void TargetingForm::showTargeting(const Targeting &targeting)
{
    m_targeting = targeting;
    const QSignalBlocker silentMin(m_ageMin);
    const QSignalBlocker silentMax(m_ageMax);
    m_places->showPlaces(targeting.geo);
    const Demographics &people = targeting.demographics;
    m_ageMin->setValue(people.ageMin.value_or(kDefaultYoungest));
    m_ageMax->setValue(people.ageMax.value_or(kOldest));
    const int known = people.genders.size() > 1 ? 0 : m_gender->findData(people.genders);
    if (known < 0) {
        // A word this version doesn't know stays as it is until the user chooses another.
        m_gender->addItem(people.genders.join(QStringLiteral(", ")), people.genders);
        m_gender->setCurrentIndex(m_gender->count() - 1);
    } else {
        m_gender->setCurrentIndex(known);
    }
    m_languages->showIds(people.languages);
    m_included->showIds(targeting.includedAudiences);
    m_excluded->showIds(targeting.excludedAudiences);
    refreshAudiences();
}

void TargetingForm::setReadOnly(bool readOnly)
{
    m_places->setReadOnly(readOnly);
    for (AudiencePicker *picker : {m_languages, m_included, m_excluded})
        picker->setReadOnly(readOnly);
    for (QWidget *input : std::initializer_list<QWidget *>{m_ageMin, m_ageMax, m_gender, m_saved})
        input->setEnabled(!readOnly);
}

void TargetingForm::showHints(const std::function<Hint(const QString &)> &hintFor)
{
    for (const auto &[member, field] : m_fields) {
        const Hint hint = hintFor(member);
        field->setProblem(hint.severity == Severity::Info ? QString() : hint.text,
                          hint.severity == Severity::Error ? Field::Gravity::Error : Field::Gravity::Warning);
    }
}

bool TargetingForm::focusMember(const QString &member)
{
    const auto field = m_fields.find(member.isEmpty() ? QStringLiteral("geo") : member);
    if (field == m_fields.end())
        return false;
    field->second->control()->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace groundswell
