#include "support/contract.h"
#include "support/jsonschema.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace groundswell;

// The contract holds together, and the checks that others rely on do find what is wrong.
class TestContract : public QObject {
    Q_OBJECT

    const Contract m_contract = Contract::load();

    static QJsonObject object(const char *key, const QJsonValue &value)
    {
        return {{QString::fromLatin1(key), value}};
    }

private Q_SLOTS:
    void everyOperationHasANameOfItsOwn()
    {
        QSet<QString> ids;
        for (const Contract::Operation &operation : m_contract.operations()) {
            QVERIFY2(!operation.id.isEmpty(), qPrintable(operation.method % u' ' % operation.path));
            QVERIFY2(!ids.contains(operation.id), qPrintable(operation.id));
            ids.insert(operation.id);
        }
        QVERIFY(ids.size() > 60);
    }

    void everyExampleFitsItsSchema()
    {
        int checked = 0;
        for (const Contract::Example &example : m_contract.examples()) {
            const auto &[operation, name, status, value] = example;
            const QStringList violations = status == 0
                ? m_contract.checkRequest(operation.method, operation.path, value)
                : m_contract.checkResponse(operation.method, operation.path, status, value);
            QVERIFY2(violations.isEmpty(),
                     qPrintable(operation.method % u' ' % operation.path % u' ' % QString::number(status)
                                % u' ' % name % u'\n' % violations.join(u'\n')));
            ++checked;
        }
        QVERIFY(checked > 90);
    }

    void everyJsonAnswerHasAnExample()
    {
        QSet<QString> shown;
        for (const Contract::Example &example : m_contract.examples())
            shown.insert(example.operation.id % QString::number(example.status));
        for (const Contract::Operation &operation : m_contract.operations()) {
            for (const int status : m_contract.statuses(operation.method, operation.path)) {
                if (status >= 300 || status == 204
                    || m_contract.contentType(operation.method, operation.path, status)
                        != u"application/json")
                    continue;
                // What the sentence search answers is open; there is nothing to show.
                if (operation.id == u"customersFromDescription")
                    continue;
                QVERIFY2(shown.contains(operation.id % QString::number(status)),
                         qPrintable(operation.id % u' ' % QString::number(status)));
            }
        }
    }

    void everyReferenceLeadsSomewhere()
    {
        // Schemas that no example reaches are reached here: checking null against each resolves its
        // references.
        for (const auto &name :
             {"SetupProcess", "Campaign", "Package", "AdAssets", "Event", "BackhaulEvaluation"}) {
            const QStringList violations =
                m_contract.checkSchema(QString::fromLatin1(name), QJsonValue::Null);
            QCOMPARE(violations.size(), 1);
            QVERIFY2(violations.first().contains(QStringLiteral("expected object")),
                     qPrintable(violations.first()));
        }
        QCOMPARE(m_contract.checkSchema(QStringLiteral("NoSuchSchema"), QJsonValue::Null).size(), 1);
    }

    void aRequestFindsItsOperation_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("id");
        const auto row = [](const char *method, const char *path, const char *id) {
            QTest::newRow(path) << QString::fromLatin1(method) << QString::fromLatin1(path)
                                << QString::fromLatin1(id);
        };
        row("GET", "/events/", "events");
        row("GET", "/api/v3/events/evt_1", "event");
        row("GET", "/events/statistics", "statistics");
        row("GET", "/events/evt_1/clusters", "clusters");
        row("POST", "/api/media", "uploadMedia");
        row("POST", "/package_builder/packages", "createPackage");
        row("GET", "/package_builder/packages/", "packages");
        row("GET", "/package_builder/packages/pkg_1/a%20b/customer_list", "customerList");
        row("GET", "/package_builder/packages/pkg_1/backhaul_evaluation", "backhaulEvaluation");
        row("GET", "/events", "");
        row("DELETE", "/events/", "");
        row("GET", "/nowhere", "");
    }
    void aRequestFindsItsOperation()
    {
        QFETCH(QString, method);
        QFETCH(QString, path);
        QFETCH(QString, id);
        const auto operation = m_contract.match(method, path);
        QCOMPARE(operation ? operation->id : QString(), id);
    }

    void aWrongAnswerIsFound_data()
    {
        QTest::addColumn<QJsonValue>("answer");
        QTest::addColumn<QString>("pointer");
        const QJsonObject good{{QStringLiteral("id"), QStringLiteral("evt_1")}};
        const auto with = [&good](const char *key, const QJsonValue &value) {
            QJsonObject bad = good;
            bad.insert(QString::fromLatin1(key), value);
            return QJsonValue(bad);
        };
        QTest::newRow("a list") << QJsonValue(QJsonArray()) << QStringLiteral("#:");
        QTest::newRow("nothing") << QJsonValue(QJsonValue::Undefined) << QStringLiteral("#:");
        QTest::newRow("no id") << QJsonValue(QJsonObject()) << QStringLiteral("#/id:");
        QTest::newRow("a number as text")
            << with("capacity", QStringLiteral("1200")) << QStringLiteral("#/capacity:");
        QTest::newRow("a fraction of a seat") << with("capacity", 1.5) << QStringLiteral("#/capacity:");
        QTest::newRow("no instant") << with("start_date_time", QStringLiteral("31.02.2026"))
                                    << QStringLiteral("#/start_date_time:");
        QTest::newRow("an unknown word")
            << with("setup_state", QStringLiteral("maybe")) << QStringLiteral("#/setup_state:");
        QTest::newRow("an unknown member") << with("tickets_left", 3) << QStringLiteral("#/tickets_left:");
        QTest::newRow("deep inside") << with("artists", QJsonArray{QStringLiteral("A"), 7})
                                     << QStringLiteral("#/artists/1:");
    }
    void aWrongAnswerIsFound()
    {
        QFETCH(QJsonValue, answer);
        QFETCH(QString, pointer);
        const QStringList violations =
            m_contract.checkResponse(QStringLiteral("GET"), QStringLiteral("/events/{eid}"), 200, answer);
        QCOMPARE(violations.size(), 1);
        QVERIFY2(violations.first().startsWith(pointer), qPrintable(violations.first()));
    }

    void anotherServiceMayKnowMore()
    {
        const QJsonObject event{{QStringLiteral("id"), QStringLiteral("evt_1")},
                                {QStringLiteral("tickets_left"), 3},
                                {QStringLiteral("campaign_status"), QStringLiteral("SLEEPING")}};
        const auto check = [&](Contract::Unknown unknown) {
            return m_contract.checkResponse(QStringLiteral("GET"), QStringLiteral("/events/{eid}"), 200,
                                            event, unknown);
        };
        QCOMPARE(check(Contract::Unknown::Refuse).size(), 2);
        QCOMPARE(check(Contract::Unknown::Accept), QStringList());
    }

    void bodiesWhereThereAreNone()
    {
        const QString put = QStringLiteral("PUT");
        const QString path = QStringLiteral("/events/{eid}/client_campaign_status");
        QCOMPARE(m_contract.checkResponse(put, path, 204, QJsonValue::Undefined), QStringList());
        QCOMPARE(m_contract.checkResponse(put, path, 204, QJsonObject()).size(), 1);
        QCOMPARE(m_contract.checkRequest(put, path, QJsonValue::Undefined), QStringList());
        QCOMPARE(m_contract.checkRequest(put, path, object("a", 1)).size(), 1);
    }

    void queriesAreHeldToTheirNamesAndTypes()
    {
        const auto check = [this](const std::vector<std::pair<QString, QString>> &query) {
            return m_contract.checkQuery(QStringLiteral("GET"), QStringLiteral("/events/"), query);
        };
        const QString city = QStringLiteral("city");
        const QString page = QStringLiteral("page");
        QCOMPARE(check({{city, QStringLiteral("Berlin")},
                        {city, QStringLiteral("München")},
                        {page, QStringLiteral("2")}}),
                 QStringList());
        QCOMPARE(check({{page, QStringLiteral("two")}}).size(), 1);
        QCOMPARE(check({{page, QStringLiteral("1")}, {page, QStringLiteral("2")}}).size(), 1);
        QCOMPARE(check({{QStringLiteral("since"), QStringLiteral("yesterday")}}).size(), 1);
        QCOMPARE(check({{QStringLiteral("colour"), QStringLiteral("red")}}).size(), 1);
        QCOMPARE(
            m_contract.checkQuery(QStringLiteral("PUT"), QStringLiteral("/partners/attribution_model"), {})
                .size(),
            1);
    }

    void listsAreNamedByMediaType()
    {
        const QString path = QStringLiteral("/package_builder/packages/{package_id}/{tc}/customer_list");
        QCOMPARE(m_contract.contentType(QStringLiteral("GET"), path, 200), QStringLiteral("text/csv"));
    }
};

QTEST_GUILESS_MAIN(TestContract)
#include "test_contract.moc"
