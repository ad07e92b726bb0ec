#include "wizard/targeting/targetingform.h"

#include "app/look/inputs/chiplist.h"
#include "app/look/inputs/field.h"
#include "app/look/inputs/inputs.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/setuptext.h"
#include "wizard/shell/wizardcontext.h"
#include "wizard/targeting/geopicker.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace groundswell {
namespace {

const QString kGeo = QStringLiteral("geo");
const QString kAgeMin = QStringLiteral("demographics.ageMin");
const QString kAgeMax = QStringLiteral("demographics.ageMax");
const QString kGenders = QStringLiteral("demographics.genders");
const QString kLanguages = QStringLiteral("demographics.languages");
const QString kInclude = QStringLiteral("customAudiences.include");
const QString kExclude = QStringLiteral("customAudiences.exclude");
const QString kSaved = QStringLiteral("savedAudienceId");

constexpr int kNoAge = 0; // shown as "any"
constexpr int kOldest = 65; // means "and older" (ad platform)

enum Gender { Everybody, Women, Men, Mixed };

class AgeBox : public QSpinBox {
public:
    AgeBox()
    {
        setRange(kNoAge, 120);
        setSpecialValueText(TargetingForm::tr("any"));
        routeUndoToDraft(lineEdit());
        leaveWheelToPage(this);
    }

protected:
    void stepBy(int steps) override
    {
        // From "any" the first step lands where ages usually begin.
        if (value() == kNoAge && steps > 0)
            setValue(18);
        else
            QSpinBox::stepBy(steps);
    }
};

} // namespace

TargetingForm::TargetingForm(WizardContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_geo(new GeoPicker(context))
    , m_ageMin(new AgeBox)
    , m_ageMax(new AgeBox)
    , m_genders(new QButtonGroup(this))
    , m_languageBox(new ChoiceBox(false))
    , m_languages(new ChipList)
    , m_includeBox(new ChoiceBox(true))
    , m_included(new ChipList)
    , m_excludeBox(new ChoiceBox(true))
    , m_excluded(new ChipList)
    , m_saved(new ChoiceBox(true))
{
    setObjectName(QStringLiteral("targetingForm"));
    makeFields();
    connectFields();
    refreshAudiences();
    showTargeting({});
}

const QStringList &TargetingForm::members()
{
    static const QStringList all{kGeo, kAgeMin, kAgeMax, kGenders, kLanguages, kInclude, kExclude, kSaved};
    return all;
}

QWidget *TargetingForm::makeAges()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->setSpacing(units(this, 1.5));
    m_fields.insert(kAgeMin, new Field(tr("Age from"), m_ageMin, QStringLiteral("ageMin")));
    m_fields.insert(kAgeMax, new Field(tr("to"), m_ageMax, QStringLiteral("ageMax")));
    m_ageMax->setSpecialValueText(tr("any"));
    row->addWidget(m_fields.value(kAgeMin), 1, Qt::AlignTop);
    row->addWidget(m_fields.value(kAgeMax), 1, Qt::AlignTop);
    return box;
}

QWidget *TargetingForm::makeGenders()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->setSpacing(units(this, 2));
    const auto add = [&](Gender gender, const QString &text, const char *objectName) {
        auto *radio = new QRadioButton(text);
        nameWidget(radio, QString::fromLatin1(objectName), text);
        m_genders->addButton(radio, gender);
        row->addWidget(radio);
    };
    add(Everybody, tr("Everybody"), "genderAll");
    add(Women, tr("Women"), "genderFemale");
    add(Men, tr("Men"), "genderMale");
    row->addStretch();
    box->setFocusProxy(m_genders->button(Everybody));
    m_fields.insert(kGenders, new Field(tr("Gender"), box, QStringLiteral("genders")));
    return m_fields.value(kGenders);
}

QWidget *TargetingForm::makePicker(ChoiceBox *box, ChipList *chips)
{
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins({});
    column->setSpacing(units(this, 0.75));
    column->addWidget(box);
    column->addWidget(chips);
    holder->setFocusProxy(box);
    return holder;
}

void TargetingForm::makeFields()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(units(this, 2));
    m_fields.insert(kGeo, new Field(tr("Places"), m_geo, QStringLiteral("geo")));
    column->addWidget(m_fields.value(kGeo));
    auto *people = new QHBoxLayout;
    people->setSpacing(units(this, 3));
    people->addWidget(makeAges(), 2, Qt::AlignTop);
    people->addWidget(makeGenders(), 3, Qt::AlignTop);
    column->addLayout(people);

    nameWidget(m_languageBox, QStringLiteral("languageAdd"), tr("Add a language"));
    nameWidget(m_languages, QStringLiteral("languageChips"), tr("Languages"));
    nameWidget(m_includeBox, QStringLiteral("includeAdd"), tr("Add an audience"));
    nameWidget(m_included, QStringLiteral("includeChips"), tr("Audiences"));
    nameWidget(m_excludeBox, QStringLiteral("excludeAdd"), tr("Leave out an audience"));
    nameWidget(m_excluded, QStringLiteral("excludeChips"), tr("Excluded audiences"));
    const auto field = [&](const QString &member, const QString &label, QWidget *control,
                           const char *objectName) {
        m_fields.insert(member, new Field(label, control, QString::fromLatin1(objectName)));
        column->addWidget(m_fields.value(member));
    };
    field(kLanguages, tr("Languages people use"), makePicker(m_languageBox, m_languages),
          "audienceLanguages");
    field(kInclude, tr("Only these audiences"), makePicker(m_includeBox, m_included), "includedAudiences");
    field(kExclude, tr("Not these audiences"), makePicker(m_excludeBox, m_excluded), "excludedAudiences");
    field(kSaved, tr("Saved audience"), m_saved, "savedAudience");
    m_fields.value(kSaved)->setHint(
        tr("A saved audience of the ad platform brings its own places and ages."));
    column->addStretch();

    m_languageBox->setMaximumWidth(characters(this, 30));
    for (ChoiceBox *box : {m_includeBox, m_excludeBox, m_saved})
        box->setMaximumWidth(characters(this, 48));

    std::vector<ChoiceBox::Entry> languages;
    for (const char *code :
         {"de", "en", "fr", "it", "es", "nl", "pl", "cs", "tr", "uk", "ar", "da", "sv", "pt", "hu"})
        languages.push_back({QString::fromLatin1(code), languageText(QString::fromLatin1(code)), {}});
    m_languageBox->setEntries(languages, tr("Add a language…"));
}

void TargetingForm::tell(const QString &member)
{
    Q_EMIT edited(m_targeting, member);
    Q_EMIT left(member);
}

void TargetingForm::connectPicker(ChoiceBox *box, ChipList *chips, const QString &member, QStringList &list)
{
    connect(box, &ChoiceBox::edited, this, [this, box, member, &list](const QString &id) {
        box->showId({});
        if (id.isEmpty() || list.contains(id))
            return;
        list.append(id);
        refreshChips();
        tell(member);
    });
    connect(chips, &ChipList::removed, this, [this, member, &list](const QString &id) {
        list.removeAll(id);
        refreshChips();
        tell(member);
    });
}

void TargetingForm::connectFields()
{
    connect(m_geo, &GeoPicker::edited, this, [this](const std::vector<GeoPlace> &places) {
        m_targeting.geo = places;
        Q_EMIT edited(m_targeting, kGeo);
    });
    connect(m_geo, &GeoPicker::left, this, [this] { Q_EMIT left(kGeo); });
    connect(m_geo, &GeoPicker::searchRequested, this, &TargetingForm::geoSearchRequested);
    const auto age = [this](QSpinBox *box, const QString &member, std::optional<int> Demographics::*value) {
        connect(box, &QSpinBox::valueChanged, this, [this, member, value](int years) {
            m_targeting.demographics.*value = years == kNoAge ? std::nullopt : std::optional(years);
            Q_EMIT edited(m_targeting, member);
        });
        connect(box, &QSpinBox::editingFinished, this, [this, member] { Q_EMIT left(member); });
    };
    age(m_ageMin, kAgeMin, &Demographics::ageMin);
    age(m_ageMax, kAgeMax, &Demographics::ageMax);
    connect(m_genders, &QButtonGroup::idClicked, this, [this](int id) {
        QStringList &genders = m_targeting.demographics.genders;
        genders.clear();
        if (id == Women)
            genders << QStringLiteral("female");
        else if (id == Men)
            genders << QStringLiteral("male");
        tell(kGenders);
    });
    connectPicker(m_languageBox, m_languages, kLanguages, m_targeting.demographics.languages);
    connectPicker(m_includeBox, m_included, kInclude, m_targeting.includedAudiences);
    connectPicker(m_excludeBox, m_excluded, kExclude, m_targeting.excludedAudiences);
    connect(m_saved, &ChoiceBox::edited, this, [this](const QString &id) {
        m_targeting.savedAudienceId = id;
        tell(kSaved);
    });
    connect(&m_context, &WizardContext::assetsChanged, this, [this] {
        refreshAudiences();
        refreshChips();
    });
}

QString TargetingForm::audienceText(const QString &id) const
{
    const auto &assets = m_context.assets();
    if (!assets)
        return id;
    const auto found = std::find_if(assets->customAudiences.begin(), assets->customAudiences.end(),
                                    [&](const AdAsset &asset) { return asset.id == id; });
    return found == assets->customAudiences.end() || found->name.isEmpty() ? id : found->name;
}

void TargetingForm::refreshAudiences()
{
    const auto entries = [this](const std::vector<AdAsset> &assets) {
        std::vector<ChoiceBox::Entry> result;
        for (const AdAsset &asset : assets) {
            const QString name = asset.name.isEmpty() ? asset.id : asset.name;
            result.push_back(
                {asset.id, asset.size ? tr("%1 (%2 people)").arg(name, locale().toString(*asset.size)) : name,
                 asset.id});
        }
        return result;
    };
    const AdAssets assets = m_context.assets().value_or(AdAssets());
    m_includeBox->setEntries(entries(assets.customAudiences), tr("Add an audience…"));
    m_excludeBox->setEntries(entries(assets.customAudiences), tr("Add an audience to leave out…"));
    m_saved->setEntries(entries(assets.savedAudiences), tr("None"));
    m_saved->showId(m_targeting.savedAudienceId);
}

void TargetingForm::refreshChips()
{
    const auto show = [](ChipList *list, const QStringList &ids, bool excluded, auto &&text) {
        std::vector<ChipList::Chip> chips;
        for (const QString &id : ids)
            chips.push_back({id, text(id), id, excluded});
        list->setChips(chips);
        list->setVisible(!chips.empty());
    };
    show(m_languages, m_targeting.demographics.languages, false,
         [](const QString &code) { return languageText(code); });
    const auto audience = [this](const QString &id) { return audienceText(id); };
    show(m_included, m_targeting.includedAudiences, false, audience);
    show(m_excluded, m_targeting.excludedAudiences, true, audience);
}

void TargetingForm::showTargeting(const Targeting &targeting)
{
    m_targeting = targeting;
    m_geo->showPlaces(targeting.geo);
    const auto show = [](QSpinBox *box, std::optional<int> age) {
        const QSignalBlocker silent(box);
        if (box->value() != age.value_or(kNoAge))
            box->setValue(age.value_or(kNoAge));
    };
    show(m_ageMin, targeting.demographics.ageMin);
    show(m_ageMax, targeting.demographics.ageMax);
    const QStringList &genders = targeting.demographics.genders;
    const Gender gender = genders.isEmpty() || genders.size() > 1 ? Everybody
        : genders.constFirst() == QLatin1StringView("female")     ? Women
        : genders.constFirst() == QLatin1StringView("male")       ? Men
                                                                  : Mixed;
    m_genders->setExclusive(false); // a word that we don't know checks none of the three
    for (QAbstractButton *button : m_genders->buttons())
        button->setChecked(m_genders->id(button) == gender);
    m_genders->setExclusive(true);
    m_fields.value(kAgeMax)->setHint(targeting.demographics.ageMax == kOldest ? tr("and older") : QString());
    m_saved->showId(targeting.savedAudienceId);
    refreshChips();
}

void TargetingForm::setReadOnly(bool readOnly)
{
    m_geo->setReadOnly(readOnly);
    for (QWidget *input : std::initializer_list<QWidget *>{m_ageMin, m_ageMax, m_languageBox, m_includeBox,
                                                           m_excludeBox, m_saved})
        input->setEnabled(!readOnly);
    for (QAbstractButton *button : m_genders->buttons())
        button->setEnabled(!readOnly);
    for (ChipList *chips : {m_languages, m_included, m_excluded})
        chips->setReadOnly(readOnly);
}

void TargetingForm::showHint(const QString &member, const IssueBoard::Hint &hint)
{
    Field *field = m_fields.value(member);
    if (!field)
        return;
    field->setProblem(hint.severity != Severity::Info ? hint.text : QString(),
                      hint.severity == Severity::Error ? Field::Gravity::Error : Field::Gravity::Warning);
}

bool TargetingForm::focusMember(const QString &member)
{
    Field *field = m_fields.value(member.isEmpty() ? kGeo : member);
    if (!field)
        return false;
    if (field->control() == m_geo)
        m_geo->searchField()->setFocus(Qt::OtherFocusReason);
    else
        field->control()->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace groundswell
