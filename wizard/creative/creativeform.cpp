#include "wizard/creative/creativeform.h"

#include "app/look/inputs/field.h"
#include "app/look/inputs/inputs.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/units.h"
#include "app/look/texts/calltoactiontext.h"
#include "app/look/texts/fieldtext.h"
#include "app/look/texts/setuptext.h"
#include "models/rules/platformlimits.h"
#include "models/rules/textlength.h"
#include "wizard/creative/mediafield.h"
#include "wizard/shell/wizardcontext.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace groundswell {
namespace {

const QString kHeadline = QStringLiteral("headline");
const QString kBody = QStringLiteral("body");
const QString kDescription = QStringLiteral("description");
const QString kMedia = QStringLiteral("mediaUrl");
const QString kCta = QStringLiteral("cta");
const QString kLink = QStringLiteral("linkUrl");
const QString kLanguage = QStringLiteral("language");

/// Languages that organisers in Europe advertise in; any other code that a row carries is kept and shown.
const QStringList kLanguages{QStringLiteral("de"), QStringLiteral("en"), QStringLiteral("fr"),
                             QStringLiteral("it"), QStringLiteral("es"), QStringLiteral("nl"),
                             QStringLiteral("pl"), QStringLiteral("cs"), QStringLiteral("da"),
                             QStringLiteral("sv"), QStringLiteral("nb"), QStringLiteral("fi"),
                             QStringLiteral("pt"), QStringLiteral("hu"), QStringLiteral("tr"),
                             QStringLiteral("uk"), QStringLiteral("ar")};

} // namespace

CreativeForm::CreativeForm(WizardContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_headline(new QLineEdit)
    , m_body(new TextArea(5))
    , m_description(new QLineEdit)
    , m_link(new QLineEdit)
    , m_cta(new ChoiceBox(false))
    , m_language(new ChoiceBox(false))
    , m_media(new MediaField)
{
    setObjectName(QStringLiteral("creativeForm"));
    makeFields();
    connectTexts();
    connectChoices();
    connectMedia();
    refreshChoices();
}

QStringList CreativeForm::members() const
{
    return m_fields.keys();
}

Field *CreativeForm::addField(const QString &member, QWidget *control)
{
    const FieldPath path{QStringLiteral("creatives"), std::nullopt, 0, member};
    auto *field = new Field(fieldLabel(path), control, member);
    auto *share = new QToolButton;
    share->setIcon(icon(QStringLiteral("copy"), Token::Muted));
    share->setAutoRaise(true);
    nameWidget(share, member + QStringLiteral("ForAll"),
               tr("Use this for all clusters: %1").arg(fieldText(path)));
    share->setToolTip(tr("Use this for all clusters"));
    connect(share, &QToolButton::clicked, this, [this, member] { Q_EMIT useForAllRequested(member); });
    field->addBesideLabel(share);
    share->hide();
    m_sharing.append(share);
    m_fields.insert(member, field);
    return field;
}

void CreativeForm::makeFields()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(units(this, 1.5));
    m_link->setPlaceholderText(QStringLiteral("https://"));
    for (QLineEdit *edit : {m_headline, m_description, m_link})
        routeUndoToDraft(edit);
    column->addWidget(addField(kHeadline, m_headline));
    column->addWidget(addField(kBody, m_body));
    column->addWidget(addField(kDescription, m_description));
    column->addWidget(addField(kMedia, m_media));
    auto *pair = new QHBoxLayout;
    pair->setSpacing(units(this, 1.5));
    pair->addWidget(addField(kCta, m_cta), 1, Qt::AlignTop);
    pair->addWidget(addField(kLanguage, m_language), 1, Qt::AlignTop);
    for (ChoiceBox *box : {m_cta, m_language})
        box->setMinimumContentsLength(8); // two abreast in a narrow window
    column->addLayout(pair);
    column->addWidget(addField(kLink, m_link));
    column->addStretch();
}

template <class Change> void CreativeForm::apply(const QString &member, Change &&change)
{
    change(m_creative);
    refreshCounters();
    Q_EMIT edited(m_creative, member);
}

void CreativeForm::connectTexts()
{
    const auto text = [this](QLineEdit *edit, const QString &member, QString Creative::*value) {
        connect(edit, &QLineEdit::textEdited, this, [this, member, value](const QString &typed) {
            apply(member, [&](Creative &creative) { creative.*value = typed; });
        });
        connect(edit, &QLineEdit::editingFinished, this, [this, member] { Q_EMIT left(member); });
    };
    text(m_headline, kHeadline, &Creative::headline);
    text(m_description, kDescription, &Creative::description);
    text(m_link, kLink, &Creative::linkUrl);
    connect(m_body, &TextArea::edited, this, [this](const QString &typed) {
        apply(kBody, [&](Creative &creative) { creative.body = typed; });
    });
    connect(m_body, &TextArea::left, this, [this] { Q_EMIT left(kBody); });
}

void CreativeForm::connectChoices()
{
    connect(m_cta, &ChoiceBox::edited, this,
            [this](const QString &id) { apply(kCta, [&](Creative &creative) { creative.cta = id; }); });
    connect(m_cta, &ChoiceBox::left, this, [this] { Q_EMIT left(kCta); });
    connect(m_language, &ChoiceBox::edited, this, [this](const QString &id) {
        apply(kLanguage, [&](Creative &creative) { creative.language = id; });
    });
    connect(&m_context, &WizardContext::callsToActionChanged, this, &CreativeForm::refreshChoices);
}

void CreativeForm::connectMedia()
{
    connect(m_media, &MediaField::picked, this, [this](const QString &path) {
        m_fields.value(kMedia)->setProblem({});
        Q_EMIT mediaChosen(path);
    });
    connect(m_media, &MediaField::refused, this, [this](const QString &path) {
        m_fields.value(kMedia)->setProblem(tr("“%1” is neither a picture nor a video that the ad platform "
                                              "takes. Choose a JPG, PNG, MP4, MOV or GIF file.")
                                               .arg(QFileInfo(path).fileName()));
    });
    connect(m_media, &MediaField::removed, this, [this] {
        apply(kMedia, [](Creative &creative) {
            creative.mediaUrl.clear();
            creative.mediaType = {};
        });
        refreshMedia();
    });
    connect(m_media, &MediaField::cancelRequested, this, &CreativeForm::mediaCancelled);
    connect(&m_context, &WizardContext::mediaChanged, this, &CreativeForm::refreshMedia);
}

void CreativeForm::refreshChoices()
{
    std::vector<ChoiceBox::Entry> buttons;
    const QString interface = locale().bcp47Name();
    if (const auto &offered = m_context.callsToAction()) {
        for (const Choice &choice : *offered)
            buttons.push_back(
                {choice.value,
                 choice.label.isEmpty() ? callToActionText(choice.value, interface) : choice.label,
                 choice.value});
    }
    m_cta->setEntries(buttons, tr("Choose…"));
    std::vector<ChoiceBox::Entry> languages;
    for (const QString &code : kLanguages)
        languages.push_back({code, languageText(code), code});
    m_language->setEntries(languages, tr("Not set"));
    m_cta->showId(m_creative.cta);
    m_language->showId(m_creative.language);
}

void CreativeForm::refreshCounters()
{
    const PlatformLimits &limits = platformLimits();
    const auto count = [this](const QString &member, const QString &text, const TextLimit &limit) {
        m_fields.value(member)->setCounter(graphemeCount(text), limit.recommended.value_or(0));
    };
    count(kHeadline, m_creative.headline, limits.headline);
    count(kBody, m_creative.body, limits.body);
    count(kDescription, m_creative.description, limits.description);
}

void CreativeForm::refreshMedia()
{
    m_media->showMedia(m_creative.mediaUrl, m_creative.mediaType.is(MediaType::Video),
                       m_context.mediaPicture(m_creative.mediaUrl));
    m_media->showUpload(m_context.upload(m_creative.cluster, m_index));
}

void CreativeForm::showCreative(const Creative &creative, int index)
{
    m_creative = creative;
    m_index = index;
    showText(m_headline, creative.headline);
    showText(m_body, creative.body);
    showText(m_description, creative.description);
    showText(m_link, creative.linkUrl);
    m_cta->showId(creative.cta);
    m_language->showId(creative.language);
    refreshCounters();
    refreshMedia();
}

void CreativeForm::setReadOnly(bool readOnly)
{
    for (QLineEdit *edit : {m_headline, m_description, m_link})
        edit->setReadOnly(readOnly);
    m_body->setReadOnly(readOnly);
    m_cta->setEnabled(!readOnly);
    m_language->setEnabled(!readOnly);
    m_media->setReadOnly(readOnly);
}

void CreativeForm::setSharingOffered(bool offered)
{
    for (QToolButton *button : std::as_const(m_sharing))
        button->setVisible(offered);
}

void CreativeForm::showHint(const QString &member, const IssueBoard::Hint &hint)
{
    Field *field = m_fields.value(member);
    if (!field)
        return;
    const bool shown = hint.severity != Severity::Info;
    field->setProblem(shown ? hint.text : QString(),
                      hint.severity == Severity::Error ? Field::Gravity::Error : Field::Gravity::Warning);
}

bool CreativeForm::focusMember(const QString &member)
{
    Field *field = m_fields.value(member.isEmpty() ? kHeadline : member);
    if (!field)
        return false;
    field->control()->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace groundswell
