#include "app/desktop/preferences/marketform.h"

#include "app/look/inputs/field.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "models/wave/money.h"

#include <QDoubleSpinBox>
#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

enum class Unit { Money, Percent, Plain };

/// \a most and \a digits are for numbers; amounts have those of their currency.
struct Assumption {
    const char *key;
    QString label;
    QString hint;
    Unit unit;
    double most = 0;
    int digits = 0;
};

/// The widest amount that a spin box holds to the last digit, and more than any of these will ever be.
constexpr double mostMoney = 1e9;

QList<Assumption> assumptions()
{
    return {
        {"cpm", MarketForm::tr("Price of a thousand impressions"), {}, Unit::Money},
        {"click_rate", MarketForm::tr("Clicks per impression"), {}, Unit::Percent, 100, 2},
        {"frequency", MarketForm::tr("How often one person sees an ad"), {}, Unit::Plain, 100, 1},
        {"similar_people", MarketForm::tr("People like your customers, for each of them"),
         MarketForm::tr("How many more the ad platform finds."), Unit::Plain, 10'000, 1},
        {"similar_conversion", MarketForm::tr("How much rarer those buy"),
         MarketForm::tr("Of the rate at which your own customers buy."), Unit::Percent, 100, 1},
        {"spend_share", MarketForm::tr("Most to spend of the free seats' worth"), {}, Unit::Percent, 100, 1},
        {"floor_impressions", MarketForm::tr("Least a day for reach"),
         MarketForm::tr("For each taste cluster."), Unit::Money},
        {"floor_clicks", MarketForm::tr("Least a day for clicks and sales"),
         MarketForm::tr("For each taste cluster."), Unit::Money},
    };
}

Unit unitOf(const QString &key)
{
    for (const Assumption &assumption : assumptions()) {
        if (key == QLatin1StringView(assumption.key))
            return assumption.unit;
    }
    return Unit::Plain;
}

/// What is shown for one unit of the service's.
double factorOf(const QString &key)
{
    return unitOf(key) == Unit::Percent ? 100 : 1;
}

} // namespace

MarketForm::MarketForm(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"marketForm"_s);
    setAccessibleName(tr("Market assumptions"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(unitMargins(this, 2, 2));
    grid->setHorizontalSpacing(units(this, 2));
    grid->setVerticalSpacing(units(this, 1.5));
    auto *lead = new TextLabel(
        TextRole::Body,
        tr("Budget limits and estimates rest on these. Correct them when you know your own figures."));
    lead->setObjectName(u"marketLead"_s);
    lead->setWordWrap(true);
    lead->setToken(Token::Muted);
    grid->addWidget(lead, 0, 0, 1, 2);
    int place = 2;
    for (const Assumption &assumption : assumptions()) {
        auto *box = new QDoubleSpinBox;
        if (assumption.unit != Unit::Money) { // amounts follow their currency, in setValues()
            box->setRange(0, assumption.most);
            box->setDecimals(assumption.digits);
        }
        if (assumption.unit == Unit::Percent)
            box->setSuffix(u" %"_s);
        const QString key = QString::fromLatin1(assumption.key);
        auto *field = new Field(assumption.label, box, u"market_"_s + key);
        field->setHint(assumption.hint);
        grid->addWidget(field, place / 2, place % 2);
        ++place;
        m_boxes.insert(key, box);
    }
    grid->setRowStretch(place / 2 + 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
}

void MarketForm::setValues(const QJsonObject &assumptions, const QString &currency)
{
    for (auto it = m_boxes.begin(); it != m_boxes.end(); ++it) {
        QDoubleSpinBox *box = it.value();
        if (unitOf(it.key()) == Unit::Money) {
            box->setDecimals(Money::minorDigits(currency));
            box->setRange(0, mostMoney);
            box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
            box->setSuffix(u' ' + currency);
        }
        box->setValue(assumptions.value(it.key()).toDouble() * factorOf(it.key()));
        m_before.insert(it.key(), box->value());
    }
}

QJsonObject MarketForm::changedValues() const
{
    QJsonObject result;
    for (auto it = m_boxes.begin(); it != m_boxes.end(); ++it) {
        if (qFuzzyCompare(1 + it.value()->value(), 1 + m_before.value(it.key())))
            continue;
        result.insert(it.key(), it.value()->value() / factorOf(it.key()));
    }
    return result;
}

} // namespace groundswell
