#include "app/service/store/sqlite/connection/database.h"
#include "models/wave/local/localsettings.h"
#include "tests/service/http/servicefixture.h"

#include <QTest>

using namespace groundswell;
using namespace groundswell::service;

/// The organiser's settings, each of them through the service, by the table that describes them. Every answer
/// is held to the contract, which therefore names them all.
class TestLocalSettings : public QObject {
    Q_OBJECT

    std::unique_ptr<ServiceFixture> m_fixture;

    static QJsonObject body(const SettingsPart &part, const QJsonObject &members)
    {
        return {{QLatin1StringView(part.name), members}};
    }
    static QJsonObject body(const SettingsPart &part, const Setting &setting, const QJsonValue &value)
    {
        return body(part, {{QLatin1StringView(setting.name), value}});
    }
    QJsonValue stored(const SettingsPart &part, const Setting &setting)
    {
        return m_fixture->client()
            .get("/local/settings")
            .json()[QLatin1StringView(part.name)][QLatin1StringView(setting.name)];
    }

    /// What is accepted, and isn't the default.
    static QJsonValue another(const Setting &setting)
    {
        switch (setting.kind) {
        case SettingKind::Text:
            return u"Kulturverein Süd"_qs;
        case SettingKind::Currency:
            return u"CHF"_qs;
        case SettingKind::TimeZone:
            return u"Asia/Tokyo"_qs;
        case SettingKind::Choice:
            return QString::fromLatin1(setting.words.back());
        case SettingKind::YesNo:
            return false;
        case SettingKind::Amount:
            return 7.25;
        case SettingKind::Number:
        case SettingKind::Share:
            return setting.most / 2;
        }
        return {};
    }

    struct Refused {
        QJsonValue value;
        const char *code;
    };
    static std::vector<Refused> refused(const Setting &setting)
    {
        switch (setting.kind) {
        case SettingKind::Text:
            if (setting.most > 0)
                return {{7, "wrong_type"}, {QString(qsizetype(setting.most) + 1, u'x'), "too_long"}};
            return {{7, "wrong_type"}, {QJsonArray(), "wrong_type"}};
        case SettingKind::Currency:
            return {{7, "wrong_type"}, {u"euro"_qs, "unknown_value"}, {u""_qs, "unknown_value"}};
        case SettingKind::TimeZone:
            return {{7, "wrong_type"}, {u"Mars/Olympus"_qs, "unknown_value"}, {u""_qs, "unknown_value"}};
        case SettingKind::Choice:
            return {{true, "wrong_type"}, {u"none of them"_qs, "unknown_value"}};
        case SettingKind::YesNo:
            return {{u"yes"_qs, "wrong_type"}, {1, "wrong_type"}};
        case SettingKind::Amount:
            return {
                {u"x"_qs, "wrong_type"}, {0, "out_of_range"}, {-1, "out_of_range"}, {1.001, "too_precise"}};
        case SettingKind::Number:
        case SettingKind::Share:
            return {{u"x"_qs, "wrong_type"},
                    {setting.least - 0.01, "out_of_range"},
                    {setting.most + 0.01, "out_of_range"}};
        }
        return {};
    }

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ServiceFixture>(ServiceFixture::Options{.empty = true}); }
    void cleanup() { m_fixture.reset(); }

    void eachIsKept()
    {
        for (const SettingsPart &part : {organiserPart, marketPart}) {
            for (const Setting &setting : part.settings) {
                m_fixture = std::make_unique<ServiceFixture>(ServiceFixture::Options{.empty = true});
                const QJsonValue value = another(setting);
                QVERIFY2(stored(part, setting) != value, setting.name);
                const RawReply reply = m_fixture->client().put("/local/settings", body(part, setting, value));
                QVERIFY2(reply.status == 200, reply.body.constData());
                m_fixture->restart();
                QVERIFY2(stored(part, setting) == value, setting.name);
            }
        }
    }

    void whatCantBeIsRefusedByItsPlace()
    {
        const QJsonObject before = m_fixture->client().get("/local/settings").json();
        for (const SettingsPart &part : {organiserPart, marketPart}) {
            for (const Setting &setting : part.settings) {
                const QString place = QStringLiteral("/%1/%2").arg(QLatin1StringView(part.name),
                                                                   QLatin1StringView(setting.name));
                for (const auto &[value, code] : refused(setting)) {
                    const RawReply reply =
                        m_fixture->client().put("/local/settings", body(part, setting, value));
                    QVERIFY2(reply.status == 400, reply.body.constData());
                    const QJsonValue fault = reply.json()[u"validation_errors"][0];
                    QCOMPARE(fault[u"code"].toString(), QString::fromLatin1(code));
                    QCOMPARE(fault[u"field"].toString(), place);
                }
                // Null is no value: what is stored stays.
                QCOMPARE(
                    m_fixture->client().put("/local/settings", body(part, setting, QJsonValue::Null)).status,
                    200);
            }
        }
        const QJsonObject after = m_fixture->client().get("/local/settings").json();
        QCOMPARE(after[u"organiser"], before[u"organiser"]);
    }

    /// A failure halfway leaves nothing of it: here the file takes the organiser but not the second part.
    void allPartsOrNone_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("the market") << QByteArray("market_assumptions");
        QTest::newRow("the accounts") << QByteArray("ad_assets");
    }
    void allPartsOrNone()
    {
        QFETCH(const QByteArray, key);
        const QJsonObject before = m_fixture->client().get("/local/settings").json();
        {
            Database database(m_fixture->workspaceFile(), Database::Access::ReadWrite);
            const QByteArray trigger = "CREATE TRIGGER full BEFORE INSERT ON setting WHEN NEW.key = '" + key
                + "' BEGIN SELECT RAISE(ABORT, 'full'); END";
            database.execute(trigger.constData());
        }
        const QJsonObject all{
            {u"organiser"_qs, QJsonObject{{u"name"_qs, u"Neu"_qs}}},
            {u"market_assumptions"_qs, QJsonObject{{u"cpm"_qs, 12.5}}},
            {u"ad_assets"_qs, QJsonObject{{u"pages"_qs, QJsonArray{QJsonObject{{u"id"_qs, u"p"_qs}}}}}}};
        QCOMPARE(m_fixture->client().put("/local/settings", all).status, 500);
        QCOMPARE(m_fixture->client().get("/local/settings").json(), before);
        {
            Database database(m_fixture->workspaceFile(), Database::Access::ReadWrite);
            database.execute("DROP TRIGGER full");
        }
        QCOMPARE(m_fixture->client().put("/local/settings", all).status, 200);
        QCOMPARE(m_fixture->client().get("/local/settings").json()[u"organiser"][u"name"].toString(),
                 u"Neu"_qs);
    }
};

QTEST_GUILESS_MAIN(TestLocalSettings)
#include "tst_localsettings.moc"
