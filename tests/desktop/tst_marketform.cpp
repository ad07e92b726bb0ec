#include "app/desktop/preferences/marketform.h"
#include "app/look/texts/phrases.h"

#include <QDoubleSpinBox>
#include <QtTest>

using namespace groundswell;
using namespace Qt::StringLiterals;

/// Preferences › Market: figures of every currency are shown and given back as they are.
class TestMarketForm : public QObject {
    Q_OBJECT

    static QJsonObject market(double cpm, double impressions, double clicks)
    {
        return {{u"cpm"_s, cpm},
                {u"click_rate"_s, 0.012},
                {u"frequency"_s, 3},
                {u"similar_people"_s, 20},
                {u"similar_conversion"_s, 0.05},
                {u"spend_share"_s, 0.15},
                {u"floor_impressions"_s, impressions},
                {u"floor_clicks"_s, clicks}};
    }
    static QDoubleSpinBox *box(const MarketForm &form, const char *key)
    {
        return form.findChild<QDoubleSpinBox *>(u"market_"_s + QLatin1StringView(key));
    }

private Q_SLOTS:
    void amountsAreShownWhole_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<double>("cpm");
        QTest::addColumn<QString>("text");
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        const QLocale german(QLocale::German, QLocale::Germany);
        const auto row = [](const QLocale &locale, const char *currency, double cpm, const char *text) {
            QTest::addRow("%s %s", qPrintable(locale.bcp47Name()), currency)
                << locale << QString::fromLatin1(currency) << cpm << QString::fromLatin1(text);
        };
        row(english, "JPY", 1280, "1280 JPY");
        row(german, "HUF", 3120, "3120,00 HUF");
        row(english, "KRW", 12'000, "12000 KRW");
        row(english, "VND", 224'000, "224000 VND");
        row(english, "KWD", 2.805, "2.805 KWD");
        row(german, "KWD", 2.805, "2,805 KWD");
        row(german, "EUR", 8, "8,00 EUR");
    }
    void amountsAreShownWhole()
    {
        QFETCH(const QLocale, locale);
        QFETCH(const QString, currency);
        QFETCH(const double, cpm);
        MarketForm form;
        form.setLocale(locale);
        form.setValues(market(cpm, cpm / 8, cpm), currency);
        QTEST(box(form, "cpm")->text().remove(locale.groupSeparator()), "text");
        QCOMPARE(form.changedValues(), QJsonObject()); // looking changes nothing
    }

    void aChangedAmountIsGivenBackToTheLastDigit()
    {
        MarketForm form;
        form.setValues(market(2.8, 0.175, 0.875), u"KWD"_s);
        box(form, "floor_clicks")->setValue(1.125);
        QCOMPARE(form.changedValues(), (QJsonObject{{u"floor_clicks"_s, 1.125}}));
        form.setValues(market(12'000, 1500, 7500), u"KRW"_s);
        box(form, "cpm")->setValue(13'500);
        QCOMPARE(form.changedValues(), (QJsonObject{{u"cpm"_s, 13'500}}));
    }

    void largeAmountsLoseTheirDecimalsInEveryCurrency()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(phrases::roundMoney(Money{12'345'678, u"KWD"_s}), u"12.346\u00a0KWD"_s);
        QCOMPARE(phrases::roundMoney(Money{12'345, u"KWD"_s}), u"12,345\u00a0KWD"_s);
        QCOMPARE(phrases::roundMoney(Money{12'345, u"JPY"_s}), u"12.345\u00a0¥"_s);
        QLocale::setDefault(QLocale::c());
    }
};

QTEST_MAIN(TestMarketForm)
#include "tst_marketform.moc"
