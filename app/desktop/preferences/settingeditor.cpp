#include "app/desktop/preferences/settingeditor.h"

#include "models/wave/currency.h"
#include "models/wave/money.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSet>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

/// The widest amount that a spin box holds to the last digit, and more than any of these will ever be.
constexpr double MostMoney = 1e9;

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

QStringList wordsOf(const Setting &setting)
{
    QStringList words;
    for (const char *word : setting.words)
        words.append(QString::fromLatin1(word));
    return words;
}

QComboBox *boxOf(const QStringList &words, const QStringList &texts)
{
    auto *box = new QComboBox;
    for (qsizetype i = 0; i < words.size(); ++i)
        box->addItem(texts.value(i), words.at(i));
    return box;
}

/// What is shown for one unit of the setting's.
double factorOf(const Setting &setting)
{
    return setting.kind == SettingKind::Share ? 100 : 1;
}

QDoubleSpinBox *numberBox(const Setting &setting, int digits)
{
    auto *box = new QDoubleSpinBox;
    box->setRange(setting.least * factorOf(setting), setting.most * factorOf(setting));
    box->setDecimals(digits);
    if (setting.kind == SettingKind::Share)
        box->setSuffix(u" %"_s);
    return box;
}

} // namespace

SettingEditor::SettingEditor(const Setting &setting, const SettingLabel &label)
    : m_setting(&setting)
{
    switch (setting.kind) {
    case SettingKind::Text:
        m_line = new QLineEdit;
        if (setting.most > 0)
            m_line->setMaxLength(int(setting.most));
        break;
    case SettingKind::Currency:
        m_choice = boxOf(currencies(), currencies());
        break;
    case SettingKind::TimeZone:
        m_choice = boxOf(zones(), zones());
        break;
    case SettingKind::Choice:
        m_choice = boxOf(wordsOf(setting), label.choices);
        break;
    case SettingKind::YesNo:
        m_check = new QCheckBox(label.label);
        break;
    case SettingKind::Amount:
        m_number = new QDoubleSpinBox; // digits and range follow the currency, in show()
        break;
    case SettingKind::Number:
    case SettingKind::Share:
        m_number = numberBox(setting, label.digits);
        break;
    }
}

QWidget *SettingEditor::widget() const
{
    if (m_line)
        return m_line;
    if (m_choice)
        return m_choice;
    if (m_check)
        return m_check;
    return m_number;
}

void SettingEditor::show(const LocalSettings &settings)
{
    if (m_line) {
        m_line->setText(settings.*m_setting->text);
    } else if (m_choice) {
        const QString &word = settings.*m_setting->text;
        // A currency or zone that this computer doesn't list is one nevertheless.
        if (m_choice->findData(word) < 0 && !word.isEmpty() && m_setting->kind != SettingKind::Choice)
            m_choice->addItem(word, word);
        m_choice->setCurrentIndex(m_choice->findData(word));
    } else if (m_check) {
        m_check->setChecked(settings.*m_setting->flag);
    } else {
        showNumber(settings);
    }
}

void SettingEditor::showNumber(const LocalSettings &settings)
{
    if (m_setting->amount) {
        m_currency = settings.currency;
        m_number->setDecimals(Money::minorDigits(m_currency));
        m_number->setRange(0, MostMoney);
        m_number->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
        m_number->setSuffix(u' ' + m_currency);
        m_number->setValue(Money{settings.*m_setting->amount, m_currency}.toDouble());
    } else {
        m_number->setValue(settings.*m_setting->number * factorOf(*m_setting));
    }
    m_shown = m_number->value();
}

void SettingEditor::read(LocalSettings &settings) const
{
    if (m_line)
        settings.*m_setting->text = m_line->text().trimmed();
    else if (m_choice && m_choice->currentIndex() >= 0)
        settings.*m_setting->text = m_choice->currentData().toString();
    else if (m_check)
        settings.*m_setting->flag = m_check->isChecked();
    else if (m_number)
        readNumber(settings);
}

void SettingEditor::readNumber(LocalSettings &settings) const
{
    const double value = m_number->value();
    if (qFuzzyCompare(1 + value, 1 + m_shown))
        return;
    if (m_setting->number)
        settings.*m_setting->number = value / factorOf(*m_setting);
    else if (const auto amount = Money::fromJson(value, m_currency))
        settings.*m_setting->amount = amount->minor;
}

} // namespace groundswell
