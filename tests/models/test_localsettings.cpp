#include "models/wave/local/localsettings.h"

#include <QSet>
#include <QtTest>

using namespace groundswell;

/// The table of the organiser's settings, and what reads it.
class TestLocalSettings : public QObject {
    Q_OBJECT

    static LocalSettings otherIn(const Setting &setting, const LocalSettings &before)
    {
        LocalSettings after = before;
        if (setting.text)
            after.*setting.text += u"2"_qs;
        if (setting.flag)
            after.*setting.flag = !(after.*setting.flag);
        if (setting.number)
            after.*setting.number += 0.0625;
        if (setting.amount)
            after.*setting.amount += 1;
        return after;
    }

private Q_SLOTS:
    void eachSettingIsOneMemberOfItsKind()
    {
        for (const SettingsPart &part : {organiserPart, marketPart}) {
            QSet<QString> names;
            for (const Setting &setting : part.settings) {
                names.insert(QString::fromLatin1(setting.name));
                QCOMPARE(int(setting.text != nullptr) + int(setting.flag != nullptr)
                             + int(setting.number != nullptr) + int(setting.amount != nullptr),
                         1);
                const bool isNumber =
                    setting.kind == SettingKind::Number || setting.kind == SettingKind::Share;
                QCOMPARE(setting.number != nullptr, isNumber);
                QCOMPARE(setting.flag != nullptr, setting.kind == SettingKind::YesNo);
                QCOMPARE(setting.amount != nullptr, setting.kind == SettingKind::Amount);
                QCOMPARE(!setting.words.empty(), setting.kind == SettingKind::Choice);
                QCOMPARE(!isNumber || setting.most > setting.least, true);
                QVERIFY(!faultOf(setting, LocalSettings())); // the default is one that may be
            }
            QCOMPARE(size_t(names.size()), part.settings.size());
        }
    }

    /// A member that the table doesn't name would be lost on the way.
    void allMembersAreInTheTable()
    {
        LocalSettings settings;
        for (const SettingsPart &part : {organiserPart, marketPart}) {
            for (const Setting &setting : part.settings)
                settings = otherIn(setting, settings);
        }
        const auto &[name, currency, zone, model, consent, payor, beneficiary] =
            static_cast<const Organiser &>(settings);
        for (const QString &text : {name, currency, zone, model, payor, beneficiary})
            QVERIFY(text.endsWith(u'2'));
        QVERIFY(!consent);
        const auto &[cpm, clicks, frequency, people, conversion, spend, impressions, floor] =
            static_cast<const MarketAssumptions &>(settings);
        const MarketAssumptions usual;
        QVERIFY(cpm != usual.cpmMinor && clicks != usual.clickRate && frequency != usual.frequency);
        QVERIFY(people != usual.similarPeople && conversion != usual.similarConversion);
        QVERIFY(spend != usual.spendShare && impressions != usual.floorImpressionsMinor);
        QVERIFY(floor != usual.floorClicksMinor);
    }

    void whatIsWrittenIsReadAgain_data()
    {
        QTest::addColumn<QString>("currency");
        for (const char *currency : {"EUR", "JPY", "KWD"})
            QTest::newRow(currency) << QString::fromLatin1(currency);
    }
    void whatIsWrittenIsReadAgain()
    {
        QFETCH(const QString, currency);
        LocalSettings settings;
        settings.currency = currency;
        settings.adAssets.pages = {{u"page_1"_qs, u"Acme"_qs, {}, {}, {}, {}, {}, {}}};
        settings.isMarketDefault = false;
        for (const SettingsPart &part : {organiserPart, marketPart}) {
            for (const Setting &setting : part.settings) {
                if (setting.kind != SettingKind::Currency)
                    settings = otherIn(setting, settings);
            }
        }
        const auto again = LocalSettings::fromJson(settings.toJson());
        QVERIFY(again);
        QVERIFY(*again == settings);
        QVERIFY(*LocalSettings::fromJson({}) == LocalSettings());
        QCOMPARE(LocalSettings::fromJson({{u"organiser"_qs, QJsonObject{{u"name"_qs, true}}}}).error().detail,
                 u"/organiser/name: expected string"_qs);
        QCOMPARE(LocalSettings::fromJson({{u"ad_assets"_qs, QJsonObject{{u"pages"_qs, 1}}}}).error().detail,
                 u"/ad_assets/pages: expected array"_qs);
    }

    void onlyWhatChangedIsSent()
    {
        const LocalSettings before;
        QCOMPARE(changesJson(before, before), QJsonObject());
        for (const SettingsPart &part : {organiserPart, marketPart}) {
            for (const Setting &setting : part.settings) {
                const LocalSettings after = otherIn(setting, before);
                QJsonObject changes = changesJson(before, after);
                if (setting.amount) { // goes with its currency
                    QCOMPARE(changes.take(u"organiser"_qs).toObject(),
                             (QJsonObject{{u"currency"_qs, before.currency}}));
                }
                QCOMPARE(changes.keys(), QStringList{QLatin1StringView(part.name)});
                const QJsonObject members = changes[QLatin1StringView(part.name)].toObject();
                QCOMPARE(members.keys(), QStringList{QLatin1StringView(setting.name)});
                LocalSettings applied = before;
                QVERIFY(!readPart(part, members, {}, applied));
                QVERIFY(applied == after);
            }
        }
        LocalSettings after = before;
        after.adAssets.pages.resize(1);
        QCOMPARE(changesJson(before, after).keys(), QStringList{u"ad_assets"_qs});
    }

    /// An amount is typed in the currency that is shown beside it, whatever is chosen for later.
    void anAmountIsInTheCurrencyThatWasShown()
    {
        const LocalSettings before;
        LocalSettings after = before;
        after.currency = u"JPY"_qs;
        after.cpmMinor = 950;
        const QJsonObject changes = changesJson(before, after);
        QCOMPARE(changes[u"market_assumptions"][u"cpm"].toDouble(), 9.5);
        QCOMPARE(changes[u"organiser"][u"currency"].toString(), u"JPY"_qs);
    }

    void aTextMayHaveALimit()
    {
        constexpr Setting setting{
            .name = "name", .kind = SettingKind::Text, .text = &Organiser::name, .most = 3};
        LocalSettings settings;
        settings.name = u"abc"_qs;
        QVERIFY(!faultOf(setting, settings));
        settings.name = u"abcd"_qs;
        QCOMPARE(QByteArray(faultOf(setting, settings)), QByteArray("too_long"));
    }
};

QTEST_GUILESS_MAIN(TestLocalSettings)
#include "test_localsettings.moc"
