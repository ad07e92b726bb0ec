#include "app/desktop/preferences/marketform.h"
#include "app/desktop/preferences/organiserform.h"
#include "app/look/style/theme.h"
#include "app/look/texts/phrases.h"
#include "tests/support/sweep.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QtTest>

using namespace groundswell;
using namespace Qt::StringLiterals;

/// The organiser's settings in Preferences: each has an editor; figures of every currency are shown and given
/// back as they are.
class TestSettingsForms : public QObject {
    Q_OBJECT

    static LocalSettings market(const QString &currency, std::int64_t cpm, std::int64_t impressions,
                                std::int64_t clicks)
    {
        LocalSettings settings;
        settings.currency = currency;
        settings.cpmMinor = cpm;
        settings.floorImpressionsMinor = impressions;
        settings.floorClicksMinor = clicks;
        return settings;
    }
    static QDoubleSpinBox *box(const MarketForm &form, const char *key)
    {
        return form.findChild<QDoubleSpinBox *>(u"market_"_s + QLatin1StringView(key));
    }
    /// What would be sent, of the market.
    static QJsonObject changes(const MarketForm &form, const LocalSettings &shown)
    {
        LocalSettings edited = shown;
        form.read(edited);
        return changesJson(shown, edited).value(u"market_assumptions").toObject();
    }
    /// Edits as a person could; false where the editor isn't one of its kind.
    static bool edit(QWidget *editor, SettingKind kind)
    {
        switch (kind) {
        case SettingKind::Text:
            if (auto *line = qobject_cast<QLineEdit *>(editor)) {
                line->setText(u"Kulturverein Süd"_s);
                return true;
            }
            return false;
        case SettingKind::Currency:
        case SettingKind::TimeZone:
        case SettingKind::Choice:
            if (auto *choice = qobject_cast<QComboBox *>(editor)) {
                choice->setCurrentIndex(choice->currentIndex() > 0 ? 0 : 1);
                return choice->count() > 1 && !choice->currentText().isEmpty();
            }
            return false;
        case SettingKind::YesNo:
            if (auto *check = qobject_cast<QCheckBox *>(editor)) {
                check->toggle();
                return true;
            }
            return false;
        case SettingKind::Amount:
        case SettingKind::Number:
        case SettingKind::Share:
            if (auto *number = qobject_cast<QDoubleSpinBox *>(editor)) {
                number->stepUp();
                return true;
            }
            return false;
        }
        return false;
    }
    static void eachIsEdited(SettingsForm &form, const SettingsPart &part, const QString &prefix)
    {
        LocalSettings shown;
        shown.name = u"Acme"_s;
        form.resize(900, 700);
        form.show();
        QCOMPARE(sweep::clippedTexts(&form).join(u'\n'), QString());
        QCOMPARE(sweep::accessibilityFindings(&form).join(u'\n'), QString());
        for (const Setting &setting : part.settings) {
            form.setValues(shown);
            LocalSettings edited = shown;
            form.read(edited);
            QVERIFY(edited == shown); // looking changes nothing
            auto *editor = form.findChild<QWidget *>(prefix + u'_' + QLatin1StringView(setting.name));
            QVERIFY2(editor, setting.name);
            QVERIFY2(editor->isVisible() && !editor->accessibleName().isEmpty(), setting.name);
            QVERIFY2(edit(editor, setting.kind), setting.name);
            form.read(edited);
            QVERIFY2(plainValue(setting, edited) != plainValue(setting, shown), setting.name);
            QVERIFY2(!faultOf(setting, edited), setting.name);
            setPlainValue(setting, edited, plainValue(setting, shown));
            QVERIFY2(edited == shown, setting.name); // it alone
        }
    }

    std::unique_ptr<Theme> m_theme; ///< and with it the program's own style

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }

    void eachSettingHasItsEditor()
    {
        OrganiserForm organiser;
        eachIsEdited(organiser, organiserPart, u"organiser"_s);
        MarketForm market;
        eachIsEdited(market, marketPart, u"market"_s);
    }

    /// Of a figure with more digits than the box shows, nothing is lost by looking at it.
    void whatIsntTouchedStaysToTheLastDigit()
    {
        LocalSettings shown;
        shown.clickRate = 0.0123456789;
        shown.attributionModel = u"NEW_WORD"_s; // of a later version
        MarketForm market;
        OrganiserForm organiser;
        market.setValues(shown);
        organiser.setValues(shown);
        LocalSettings edited = shown;
        market.read(edited);
        organiser.read(edited);
        QVERIFY(edited == shown);
    }

    void amountsAreShownWhole_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<int>("cpm");
        QTest::addColumn<QString>("text");
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        const QLocale german(QLocale::German, QLocale::Germany);
        const auto row = [](const QLocale &locale, const char *currency, int cpm, const char *text) {
            QTest::addRow("%s %s", qPrintable(locale.bcp47Name()), currency)
                << locale << QString::fromLatin1(currency) << cpm << QString::fromLatin1(text);
        };
        row(english, "JPY", 1280, "1280 JPY");
        row(german, "HUF", 312'000, "3120,00 HUF");
        row(english, "KRW", 12'000, "12000 KRW");
        row(english, "VND", 224'000, "224000 VND");
        row(english, "KWD", 2805, "2.805 KWD");
        row(german, "KWD", 2805, "2,805 KWD");
        row(german, "EUR", 800, "8,00 EUR");
    }
    void amountsAreShownWhole()
    {
        QFETCH(const QLocale, locale);
        QFETCH(const QString, currency);
        QFETCH(const int, cpm);
        MarketForm form;
        form.setLocale(locale);
        const LocalSettings shown = market(currency, cpm, cpm / 8, cpm);
        form.setValues(shown);
        QTEST(box(form, "cpm")->text().remove(locale.groupSeparator()), "text");
        QCOMPARE(changes(form, shown), QJsonObject()); // looking changes nothing
    }

    void aChangedAmountIsGivenBackToTheLastDigit()
    {
        MarketForm form;
        const LocalSettings dinars = market(u"KWD"_s, 2800, 175, 875);
        form.setValues(dinars);
        box(form, "floor_clicks")->setValue(1.125);
        QCOMPARE(changes(form, dinars), (QJsonObject{{u"floor_clicks"_s, 1.125}}));
        const LocalSettings won = market(u"KRW"_s, 12'000, 1500, 7500);
        form.setValues(won);
        box(form, "cpm")->setValue(13'500);
        QCOMPARE(changes(form, won), (QJsonObject{{u"cpm"_s, 13'500}}));
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

QTEST_MAIN(TestSettingsForms)
#include "tst_settingsforms.moc"
