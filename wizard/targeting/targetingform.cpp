#include "wizard/targeting/targetingform.h"

#include "app/look/inputs/chiplist.h"
#include "app/look/inputs/field.h"
#include "app/look/inputs/inputs.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/fieldtext.h"
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
    , m_saved(new ChoiceBox(true))
{
    setObjectName(QStringLiteral("targetingForm"));
    makeFields();
    connectFields();
    refreshAudiences();
    showTargeting({});
}

QStringList TargetingForm::members() const
{
    return m_fields.keys();
}

Field *TargetingForm::makeField(const QString &member, QWidget *control, const char *objectName)
{
    const FieldPath path{QStringLiteral("targeting"), std::nullopt, 0, member};
    auto *field = new Field(fieldLabel(path), control, QString::fromLatin1(objectName));
    field->setHint(fieldHelp(path));
    m_fields.insert(member, field);
    return field;
}

QWidget *TargetingForm::makeAges()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->setSpacing(units(this, 1.5));
    row->addWidget(makeField(kAgeMin, m_ageMin, "ageMin"), 1, Qt::AlignTop);
    row->addWidget(makeField(kAgeMax, m_ageMax, "ageMax"), 1, Qt::AlignTop);
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
    add(Women, genderText(QStringLiteral("female")), "genderFemale");
    add(Men, genderText(QStringLiteral("male")), "genderMale");
    row->addStretch();
    box->setFocusProxy(m_genders->button(Everybody));
    return makeField(kGenders, box, "genders");
}

ChoiceBox *TargetingForm::addPicker(const QString &member, const char *objectName, const QString &adding,
                                    const Picker &picker)
{
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins({});
    column->setSpacing(units(this, 0.75));
    column->addWidget(picker.box);
    column->addWidget(picker.chips);
    holder->setFocusProxy(picker.box);
    layout()->addWidget(makeField(member, holder, objectName));
    nameWidget(picker.box, QLatin1StringView(objectName) + QStringLiteral("Add"), adding);
    nameWidget(picker.chips, QLatin1StringView(objectName) + QStringLiteral("Chips"),
               fieldText({QStringLiteral("targeting"), std::nullopt, 0, member}));
    connectPicker(picker, member);
    m_pickers.push_back(picker);
    return picker.box;
}

void TargetingForm::makeFields()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(units(this, 2));
    column->addWidget(makeField(kGeo, m_geo, "geo"));
    auto *people = new QHBoxLayout;
    people->setSpacing(units(this, 3));
    people->addWidget(makeAges(), 2, Qt::AlignTop);
    people->addWidget(makeGenders(), 3, Qt::AlignTop);
    column->addLayout(people);
    makePickers();
    column->addWidget(makeField(kSaved, m_saved, "savedAudience"));
    column->addStretch();
    m_saved->setMaximumWidth(characters(this, 48));
}

void TargetingForm::makePickers()
{
    const auto audience = [this](const QString &id) { return audienceText(id); };
    auto *languageBox =
        addPicker(kLanguages, "audienceLanguages", tr("Add a language"),
                  {new ChoiceBox(false), new ChipList,
                   [](Targeting &targeting) { return &targeting.demographics.languages; }, languageText});
    m_includeBox = addPicker(kInclude, "includedAudiences", tr("Add an audience"),
                             {new ChoiceBox(true), new ChipList,
                              [](Targeting &targeting) { return &targeting.includedAudiences; }, audience});
    m_excludeBox =
        addPicker(kExclude, "excludedAudiences", tr("Leave out an audience"),
                  {new ChoiceBox(true), new ChipList,
                   [](Targeting &targeting) { return &targeting.excludedAudiences; }, audience, true});
    for (ChoiceBox *box : {m_includeBox, m_excludeBox})
        box->setMaximumWidth(characters(this, 48));

    languageBox->setMaximumWidth(characters(this, 30));
    std::vector<ChoiceBox::Entry> languages;
    for (const char *code :
         {"de", "en", "fr", "it", "es", "nl", "pl", "cs", "tr", "uk", "ar", "da", "sv", "pt", "hu"})
        languages.push_back({QString::fromLatin1(code), languageText(QString::fromLatin1(code)), {}});
    languageBox->setEntries(languages, tr("Add a language…"));
}

void TargetingForm::tell(const QString &member)
{
    Q_EMIT edited(m_targeting, member);
    Q_EMIT left(member);
}

void TargetingForm::connectPicker(const Picker &picker, const QString &member)
{
    connect(picker.box, &ChoiceBox::edited, this, [this, picker, member](const QString &id) {
        picker.box->showId({});
        QStringList &list = *picker.list(m_targeting);
        if (id.isEmpty() || list.contains(id))
            return;
        list.append(id);
        refreshChips();
        tell(member);
    });
    connect(picker.chips, &ChipList::removed, this, [this, picker, member](const QString &id) {
        picker.list(m_targeting)->removeAll(id);
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
    for (const Picker &picker : m_pickers) {
        std::vector<ChipList::Chip> chips;
        for (const QString &id : *picker.list(m_targeting))
            chips.push_back({id, picker.text(id), id, picker.excluded});
        picker.chips->setChips(chips);
        picker.chips->setVisible(!chips.empty());
    }
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
    for (QWidget *input : std::initializer_list<QWidget *>{m_ageMin, m_ageMax, m_saved})
        input->setEnabled(!readOnly);
    for (QAbstractButton *button : m_genders->buttons())
        button->setEnabled(!readOnly);
    for (const Picker &picker : m_pickers) {
        picker.box->setEnabled(!readOnly);
        picker.chips->setReadOnly(readOnly);
    }
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
