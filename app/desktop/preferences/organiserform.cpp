#include "app/desktop/preferences/organiserform.h"

#include "app/look/inputs/field.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "models/wave/currency.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSet>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

QStringList currencies()
{
    QSet<QString> codes;
    for (const QLocale &locale :
         QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
        if (const QString code = locale.currencySymbol(QLocale::CurrencyIsoCode); code.size() == 3)
            codes.insert(code);
    }
    for (const Currency &currency : knownCurrencies())
        codes.insert(QString::fromLatin1(currency.code));
    QStringList sorted(codes.begin(), codes.end());
    sorted.sort();
    return sorted;
}

QStringList zones()
{
    QStringList names;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        // Only places: "Etc/GMT+3" and the like say nothing to people.
        if (id.contains('/') && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
            names.append(QString::fromLatin1(id));
    }
    return names;
}

void choose(QComboBox *box, const QString &text)
{
    if (box->findText(text) < 0 && !text.isEmpty())
        box->addItem(text);
    box->setCurrentText(text);
}

} // namespace

OrganiserForm::OrganiserForm(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit)
    , m_currency(new QComboBox)
    , m_zone(new QComboBox)
    , m_model(new QComboBox)
    , m_payor(new QLineEdit)
    , m_beneficiary(new QLineEdit)
    , m_consent(new QCheckBox(tr("Customers without a consent in the data may get e-mails")))
{
    setObjectName(u"organiserForm"_s);
    setAccessibleName(tr("Organiser"));
    m_currency->addItems(currencies());
    m_zone->addItems(zones());
    m_model->addItem(tr("Your own sales (live)"), u"FD"_s);
    m_model->addItem(tr("The ad platform"), u"META"_s);
    m_model->addItem(tr("Somewhere else"), u"EXTERNAL"_s);
    nameWidget(m_consent, u"organiserConsent"_s, m_consent->text());

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(unitMargins(this, 2, 2));
    grid->setHorizontalSpacing(units(this, 2));
    grid->setVerticalSpacing(units(this, 1.5));
    grid->addWidget(new Field(tr("Name"), m_name, u"organiserName"_s), 0, 0, 1, 2);
    grid->addWidget(new Field(tr("Currency"), m_currency, u"organiserCurrency"_s), 1, 0);
    grid->addWidget(new Field(tr("Time zone"), m_zone, u"organiserZone"_s), 1, 1);
    grid->addWidget(new Field(tr("Results are counted by"), m_model, u"organiserModel"_s), 2, 0);
    auto *payor = new Field(tr("Who pays for the ads"), m_payor, u"organiserPayor"_s);
    payor->setHint(
        tr("The legal name that the public sees beside ads in the EU; new campaigns begin with it."));
    grid->addWidget(payor, 3, 0, 1, 2);
    grid->addWidget(new Field(tr("Who benefits from the ads"), m_beneficiary, u"organiserBeneficiary"_s), 4,
                    0, 1, 2);
    grid->addWidget(m_consent, 5, 0, 1, 2);
    auto *note =
        new TextLabel(TextRole::Caption,
                      tr("You answer for this. A customer with a “no” or an opt-out is never written to."));
    note->setObjectName(u"organiserConsentNote"_s);
    note->setWordWrap(true);
    grid->addWidget(note, 6, 0, 1, 2);
    grid->setRowStretch(7, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
}

void OrganiserForm::setValues(const QJsonObject &organiser)
{
    m_values = organiser;
    m_name->setText(organiser.value("name"_L1).toString());
    choose(m_currency, organiser.value("currency"_L1).toString());
    choose(m_zone, organiser.value("time_zone"_L1).toString());
    m_model->setCurrentIndex(m_model->findData(organiser.value("attribution_model"_L1).toString()));
    m_payor->setText(organiser.value("default_dsa_payor"_L1).toString());
    m_beneficiary->setText(organiser.value("default_dsa_beneficiary"_L1).toString());
    m_consent->setChecked(organiser.value("consent_when_unknown"_L1).toBool());
}

QJsonObject OrganiserForm::values() const
{
    QJsonObject result = m_values;
    result.insert("name"_L1, m_name->text().trimmed());
    result.insert("currency"_L1, m_currency->currentText());
    result.insert("time_zone"_L1, m_zone->currentText());
    if (m_model->currentIndex() >= 0)
        result.insert("attribution_model"_L1, m_model->currentData().toString());
    result.insert("default_dsa_payor"_L1, m_payor->text().trimmed());
    result.insert("default_dsa_beneficiary"_L1, m_beneficiary->text().trimmed());
    result.insert("consent_when_unknown"_L1, m_consent->isChecked());
    return result;
}

} // namespace groundswell
