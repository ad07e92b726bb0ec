#include "tests/service/http/servicefixture.h"

#include <QFile>
#include <QTest>

using namespace groundswell;
using namespace groundswell::service;

/// The organiser's currency is every amount's: as long as there is none it may be another, and no longer.
class TestCurrencyLock : public QObject {
    Q_OBJECT

    std::unique_ptr<ServiceFixture> m_fixture;
    QTemporaryDir m_folder;

    RawReply choose(const char *currency)
    {
        return m_fixture->client().put(
            "/local/settings",
            {{u"organiser"_qs,
              QJsonObject{{u"currency"_qs, QString::fromLatin1(currency)}, {u"name"_qs, u"Neu"_qs}}}});
    }
    QJsonObject settings() { return m_fixture->client().get("/local/settings").json(); }

    void import(const char *kind, const QByteArray &lines)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(kind) + u".csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(lines);
        file.close();
        auto client = m_fixture->client();
        const QByteArray id = client.post("/local/import", {{QString::fromLatin1(kind), file.fileName()}})
                                  .json()[u"id"]
                                  .toString()
                                  .toUtf8();
        QTRY_COMPARE(client.get("/local/import/" + id).json()[u"state"].toString(), u"SUCCESS"_qs);
    }

private Q_SLOTS:
    /// An event that nobody has bought a ticket for, at no price.
    void init()
    {
        m_fixture = std::make_unique<ServiceFixture>(ServiceFixture::Options{.empty = true});
        import("events", "event_id,title,date\nx,Y,2024-09-20\n");
    }
    void cleanup() { m_fixture.reset(); }

    void withoutAmountsItMayBeAnother()
    {
        QCOMPARE(
            m_fixture->client()
                .put("/local/settings",
                     {{u"market_assumptions"_qs, QJsonObject{{u"cpm"_qs, 12.5}, {u"click_rate"_qs, 0.5}}}})
                .status,
            200);
        // A draft without a budget has no amount.
        QCOMPARE(m_fixture->client().post("/setup_processes/x", {{u"goal"_qs, u"ROAS"_qs}}).status, 201);
        QCOMPARE(choose("JPY").status, 200);
        QCOMPARE(settings()[u"organiser"][u"currency"].toString(), u"JPY"_qs);
        // 12.50 a thousand views are no 1,250 yen: what is usual in yen holds, and the rates stay.
        const double yen = settings()[u"market_assumptions"][u"cpm"].toDouble();
        QVERIFY2(yen > 500 && yen != 1250, qPrintable(QString::number(yen)));
        QCOMPARE(settings()[u"market_assumptions"][u"click_rate"].toDouble(), 0.5);
        QCOMPARE(m_fixture->client()
                     .put("/local/settings",
                          {{u"organiser"_qs, QJsonObject{{u"currency"_qs, u"EUR"_qs}}},
                           {u"market_assumptions"_qs, QJsonObject{{u"cpm"_qs, 9.25}}}})
                     .status,
                 200);
        QCOMPARE(settings()[u"market_assumptions"][u"cpm"].toDouble(), 9.25);
    }

    void oneAmountHoldsIt_data()
    {
        QTest::addColumn<QByteArray>("path"); // empty = by import
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &path, const QByteArray &body) {
            QTest::newRow(name) << path << body;
        };
        row("a price", "", "event_id,title,date,price\nx,Y,2024-09-20,35.00\n");
        row("a sale", "",
            "invoice_number,event_id,customer_id,purchase_datetime,quantity,sales_price\n1,x,c,2024-06-01 "
            "10:00,1,20\n");
        row("ad spend", "/local/ad_spend", R"({"eid":"x","day":"2024-09-01","amount":5})");
        row("a typed in result", "/campaign_results/?eid=x&purchase=1&revenue=10", "");
        row("typed in sales", "/ingest/transaction_summary",
            R"({"eid":"x","from":"2024-06-01","to":"2024-06-02","tickets":[{"type":"a","sold":1,"revenue":1}]})");
        row("a draft with a budget", "/setup_processes/x", R"({"total_budget":100,"currency":"EUR"})");
        row("a package by price", "/package_builder/packages",
            R"({"package_title":"A","event_ids":["x"],"exclude_price_below":5})");
    }
    void oneAmountHoldsIt()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        if (path.isEmpty())
            import(body.startsWith("event_id") ? "events" : "sales", body);
        else
            QVERIFY(m_fixture->client().call("POST", path, body).status < 300);
        const QJsonObject before = settings();
        const RawReply refused = choose("JPY");
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.message(), u"error.settings.currency_in_use"_qs);
        QCOMPARE(refused.json()[u"validation_errors"][0][u"field"].toString(), u"/organiser/currency"_qs);
        QCOMPARE(settings(), before); // the name neither
        QCOMPARE(choose("EUR").status, 200); // all else may change
        QCOMPARE(settings()[u"organiser"][u"name"].toString(), u"Neu"_qs);
    }

    void campaignsHoldIt()
    {
        m_fixture = std::make_unique<ServiceFixture>();
        QCOMPARE(choose("JPY").status, 409);
        QCOMPARE(choose("CHF").status, 409); // another scale or not: the amounts are euros
    }
};

QTEST_GUILESS_MAIN(TestCurrencyLock)
#include "tst_currencylock.moc"
