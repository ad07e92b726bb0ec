#include "app/desktop/preferences/preferencesdialog.h"

#include "app/desktop/preferences/assetsform.h"
#include "app/desktop/preferences/marketform.h"
#include "app/desktop/preferences/organiserform.h"
#include "app/desktop/shell/settings.h"
#include "app/look/inputs/field.h"
#include "app/look/inputs/usable.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/style.h"
#include "app/look/style/theme.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/problemtext.h"
#include "app/net/wave/waveclient.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

constexpr int DialogCharacters = 80;

} // namespace

PreferencesDialog::PreferencesDialog(const DesktopContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_problem(new TextLabel(TextRole::Body))
    , m_save(new QPushButton(tr("Save")))
{
    nameWidget(this, u"preferencesDialog"_s, tr("Preferences"));
    setWindowTitle(tr("Preferences"));
    setModal(true);
    setMinimumWidth(characters(this, DialogCharacters));

    m_tabs = new QTabWidget;
    nameWidget(m_tabs, u"preferencesTabs"_s, tr("Preferences"));
    if (m_context.isLocal) {
        m_organiser = new OrganiserForm;
        m_assets = new AssetsForm;
        m_market = new MarketForm;
        m_tabs->addTab(m_organiser, tr("Organiser"));
        m_tabs->addTab(m_assets, tr("Ad accounts"));
        m_tabs->addTab(m_market, tr("Market"));
        // Until the settings are here there is nothing to edit that they wouldn't overwrite.
        setFormsEnabled(false);
    }
    m_tabs->addTab(makeGeneral(), tr("Program"));

    m_problem->setObjectName(u"preferencesProblem"_s);
    m_problem->setToken(Token::Bad);
    m_problem->setWordWrap(true);
    m_problem->hide();
    nameWidget(m_save, u"preferencesSave"_s, tr("Save"));
    m_save->setProperty(kPrimaryProperty, true);
    m_save->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    nameWidget(cancel, u"preferencesCancel"_s, tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(units(this, 1));
    buttons->addWidget(m_problem, 1);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(unitMargins(this, 2, 2));
    rows->setSpacing(units(this, 1.5));
    rows->addWidget(m_tabs, 1);
    rows->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &PreferencesDialog::save);
    if (m_organiser)
        load();
}

void PreferencesDialog::showMarket()
{
    if (m_market)
        m_tabs->setCurrentWidget(m_market);
}

QWidget *PreferencesDialog::makeGeneral()
{
    m_colours = new QComboBox;
    m_colours->addItem(tr("As the system"), int(Theme::Choice::System));
    m_colours->addItem(tr("Light"), int(Theme::Choice::Light));
    m_colours->addItem(tr("Dark"), int(Theme::Choice::Dark));
    m_colours->setCurrentIndex(m_colours->findData(int(m_context.settings.colours())));
    m_language = new QComboBox;
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"Deutsch"_s, u"de"_s);
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_context.settings.language())));
    auto *languageField = new Field(tr("Language"), m_language, u"preferencesLanguage"_s);
    languageField->setHint(tr("From the next start."));

    auto *page = new QWidget;
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(unitMargins(this, 2, 2));
    rows->setSpacing(units(this, 1.5));
    rows->addWidget(new Field(tr("Colours"), m_colours, u"preferencesColours"_s), 0, Qt::AlignLeading);
    rows->addWidget(languageField, 0, Qt::AlignLeading);
    rows->addStretch(1);
    return page;
}

void PreferencesDialog::load()
{
    m_request = m_context.client.localSettings(this, [this](const Expected<LocalSettings> &settings) {
        if (settings) {
            showSettings(*settings);
            return;
        }
        m_problem->setText(
            problemText(tr("The settings of the workspace couldn't be loaded."), settings.error()));
        m_problem->show();
    });
}

void PreferencesDialog::showSettings(const LocalSettings &settings)
{
    m_loaded = settings;
    setFormsEnabled(true);
    m_organiser->setValues(settings);
    m_market->setValues(settings);
    m_assets->setValues(settings.adAssets);
}

void PreferencesDialog::setFormsEnabled(bool enabled)
{
    for (QWidget *form : std::initializer_list<QWidget *>{m_organiser, m_assets, m_market})
        setUsable(form, enabled, tr("These settings can be changed once they are loaded."));
}

void PreferencesDialog::saveGeneral()
{
    const auto colours = Theme::Choice(m_colours->currentData().toInt());
    if (colours != m_context.settings.colours()) {
        m_context.settings.setColours(colours);
        m_context.theme.setChoice(colours);
    }
    m_context.settings.setLanguage(m_language->currentData().toString());
}

void PreferencesDialog::save()
{
    if (!m_loaded) {
        saveGeneral();
        accept();
        return;
    }
    LocalSettings edited = *m_loaded;
    m_organiser->read(edited);
    m_market->read(edited);
    edited.adAssets = m_assets->values();
    setUsable(m_save, false, untilAnswered());
    m_request = m_context.client.setLocalSettings(
        *m_loaded, edited, this, [this](const Expected<LocalSettings> &stored) {
            setUsable(m_save, true, {});
            if (!stored) {
                m_problem->setText(problemText(tr("The settings couldn't be saved."), stored.error()));
                m_problem->show();
                return;
            }
            saveGeneral();
            Q_EMIT saved();
            accept();
        });
}

} // namespace groundswell
