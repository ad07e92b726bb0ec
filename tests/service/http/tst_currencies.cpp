#include "models/items/format.h"
#include "models/plan/planmoney.h"
#include "models/wave/campaign.h"
#include "models/wave/cluster.h"
#include "models/wave/package.h"
#include "tests/service/http/servicefixture.h"
#include "tests/support/syntheticsales.h"

#include <QTest>

#include <cmath>

using namespace groundswell;
using namespace groundswell::service;

namespace {

/// An organiser whose tickets all cost the same: what anybody counts must be a multiple of it.
struct Market {
    const char *currency;
    qint64 ticketMinor;
    const char *ticketText; ///< as the files have it
    char delimiter; ///< of the files
    qint64 floorMinor; ///< a day and cluster, for clicks
    const char *english; ///< the ticket's price
    const char *german;
};

const Market kuwait{"KWD", 12'500, "12.500", ',', 875, "KWD\u00a012.500", "12,500\u00a0KWD"};
const Market tunisia{"TND", 42'750, "42,750", ';', 8500, "TND\u00a042.750", "42,750\u00a0TND"};
const Market japan{"JPY", 1280, "1,280", ';', 800, "¥1,280", "1.280\u00a0¥"};
const Market korea{"KRW", 32'000, "32.000", ';', 7500, "KRW\u00a032,000", "32.000\u00a0KRW"};
const Market euroland{"EUR", 3550, "35,50", ';', 500, "€35.50", "35,50\u00a0€"};

const QLocale english(QLocale::English, QLocale::UnitedKingdom);
const QLocale german(QLocale::German, QLocale::Germany);

QByteArray iso(std::int64_t seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate).toLatin1();
}

void write(const QString &file, const QByteArrayList &lines)
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(lines.join('\n') + '\n') < 0)
        qFatal("can't write");
}

/// Two deliveries of an invented organiser in \a market's currency and its way of writing.
void writeFiles(const QTemporaryDir &folder, const Market &market)
{
    test::SyntheticSalesSpec spec;
    spec.customers = 900;
    spec.events = 60;
    spec.purchases = 5000;
    spec.days = 2 * 365;
    const auto sales = test::makeSyntheticSales(spec);
    const auto row = [&](const QByteArrayList &cells) { return cells.join(market.delimiter); };
    QByteArrayList events{row(
        {"event_id", "title", "date", "venue", "city", "country", "genre", "capacity", "price", "currency"})};
    for (const EventFacts &event : sales.dataset.events)
        events.append(
            row({event.id.c_str(), QByteArray("Evening ") + event.id.c_str(), iso(event.startUtc),
                 event.venue.empty() ? "Hall" : event.venue.c_str(), "Köln", "DE", event.genre.c_str(), "800",
                 '"' + QByteArray(market.ticketText) + '"', market.currency}));
    QByteArrayList lines{row({"customer_id", "event_id", "purchase_datetime", "quantity", "unit_price"})};
    for (std::size_t i = 0; i < sales.dataset.customerIds.size(); ++i) {
        for (const Purchase &purchase : sales.dataset.purchasesOf(i))
            lines.append(
                row({sales.dataset.customerIds[i].c_str(), sales.dataset.events[purchase.event].id.c_str(),
                     iso(purchase.at), QByteArray::number(purchase.quantity),
                     '"' + QByteArray(market.ticketText) + '"'}));
    }
    write(folder.filePath(u"events.csv"_qs), events);
    write(folder.filePath(u"sales.csv"_qs), lines);
}

QString shown(const std::optional<Money> &money, const QLocale &locale)
{
    QLocale::setDefault(locale);
    const QString text = format::money(money);
    QLocale::setDefault(QLocale::c());
    return text;
}

} // namespace

Q_DECLARE_METATYPE(const Market *)

/// The whole path of currencies with no, two and three decimals: import, limits, dividing, publishing,
/// spending, evaluating, and the words for it in both languages.
class TestCurrencies : public QObject {
    Q_OBJECT

    const Market *m_market = nullptr;
    QString m_currency;

    [[nodiscard]] Money money(qint64 minor) const { return {minor, m_currency}; }
    [[nodiscard]] qint64 minor(const QJsonValue &value) const
    {
        const auto read = Money::fromJson(value, m_currency);
        return read ? read->minor : -1;
    }

    void import(ServiceFixture &fixture, ContractClient &client)
    {
        const QTemporaryDir folder;
        writeFiles(folder, *m_market);
        const auto begun = client.post("/local/import",
                                       {{u"events"_qs, folder.filePath(u"events.csv"_qs)},
                                        {u"sales"_qs, folder.filePath(u"sales.csv"_qs)}});
        QCOMPARE(begun.status, 202);
        QJsonObject state;
        QTRY_VERIFY_WITH_TIMEOUT(
            (state = client.get("/local/import/" + begun.json()[u"id"].toString().toUtf8()).json(),
             state[u"state"].toString() == u"SUCCESS" || state[u"state"].toString() == u"FAILURE"),
            30'000);
        QCOMPARE(state[u"state"].toString(), u"SUCCESS"_qs);
        QCOMPARE(state[u"report"][u"currency"].toString(), m_currency);
        QCOMPARE(state[u"report"][u"sales"][u"rejected"].toInt(), 0);
        const QByteArray clusters = "/events/" + fixture.upcoming().first().toUtf8() + "/clusters";
        QTRY_COMPARE_WITH_TIMEOUT(client.get(clusters).status, 200, 30'000);
    }

    void listsTell(ContractClient &client, const QByteArray &event)
    {
        const qint64 sold = client.get("/events/" + event).json()[u"tickets_sold"].toInteger();
        QVERIFY(sold > 0);
        const QJsonObject figures = client.get("/events/" + event + "/statistics").json();
        QCOMPARE(minor(figures[u"revenue"]), sold * m_market->ticketMinor);
        const Money ticket = money(m_market->ticketMinor);
        QCOMPARE(format::money(ticket, english), QString::fromUtf8(m_market->english));
        QCOMPARE(format::money(ticket, german), QString::fromUtf8(m_market->german));
    }

    void limitsHold(ContractClient &client, const QByteArray &event)
    {
        const QJsonObject limits =
            client.get("/events/" + event + "/budget_min_max?runtime_in_days=10&goal=LINK_CLICKS&clusters=3")
                .json();
        QCOMPARE(minor(limits[u"explanation"][u"floor_per_day"]), m_market->floorMinor);
        QCOMPARE(minor(limits[u"lower_limit"]), m_market->floorMinor * 30);
        QCOMPARE(minor(limits[u"explanation"][u"ticket_price"]), m_market->ticketMinor);
        QVERIFY(minor(limits[u"upper_limit"]) >= minor(limits[u"lower_limit"]));
        const QJsonObject market = client.get("/local/settings").json()[u"market_assumptions"].toObject();
        QCOMPARE(minor(market[u"floor_clicks"]), m_market->floorMinor);
    }

    /// Revenue in whole units of the currency, and the headline with its decimals.
    void estimatesAreTold(ContractClient &client, const QByteArray &event)
    {
        const auto estimate = [&](const char *goal, qint64 budgetMinor) {
            return client
                .get("/events/" + event + "/campaigns_expected_value?goal=" + goal + "&budget="
                     + QByteArray::number(money(budgetMinor).toDouble(), 'f', QLocale::FloatingPointShortest))
                .json();
        };
        const int digits = Money::minorDigits(m_currency);
        for (const qint64 budget : {m_market->floorMinor * 30, m_market->floorMinor / 50 + 1}) {
            const double tickets = estimate("UTILIZATION", budget)[u"expected"].toDouble();
            const QJsonObject revenue = estimate("ROAS", budget);
            const double expected = revenue[u"expected"].toDouble();
            const double worth = tickets * money(m_market->ticketMinor).toDouble();
            QVERIFY2(worth > 0 && qAbs(expected / worth - 1) < 1e-6,
                     qPrintable(QString::number(expected / worth)));
            const Money rounded = money(std::llround(expected * double(Money::minorPerMajor(m_currency))));
            QCOMPARE(
                revenue[u"expected_value"].toString(),
                u"≈ %1 %2"_qs.arg(QLocale::c().toString(rounded.toDouble(), 'f', expected < 100 ? digits : 0),
                                  m_currency));
        }
    }

    /// A row in which one cluster has a share and the others divide the rest of an odd budget.
    QJsonObject row(ServiceFixture &fixture, const QString &event)
    {
        QJsonObject row = fixture.completeRow(event);
        const QJsonArray chosen = row[u"tcs"].toArray();
        const double first = std::round(1000.0 / double(chosen.size()) + 13) / 1000;
        QJsonArray tcs;
        for (int i = 0; i < chosen.size(); ++i) {
            QJsonObject one = chosen[i].toObject();
            const bool set = i == 0 && chosen.size() > 1;
            one.insert(u"budget_share"_qs, set ? QJsonValue(first) : QJsonValue());
            tcs.append(one);
        }
        row.insert(u"tcs"_qs, tcs);
        row.insert(u"total_budget"_qs, money(minor(row[u"total_budget"]) + 7).toJson());
        for (const char *name : {"dsa_payor", "dsa_beneficiary"})
            row.insert(QLatin1StringView(name), u"Acme Concerts"_qs);
        return row;
    }

    QJsonArray publish(ContractClient &client, const QByteArray &event, const QJsonObject &row)
    {
        const QByteArray path = "/setup_processes/" + event;
        if (client.post(path, row).status != 201)
            return {};
        const auto published = client.post(path + "/boost");
        if (published.status != 200)
            qWarning("not published: %s", published.body.constData());
        return published.json()[u"campaigns"].toArray();
    }

    void campaignsHaveTheirMoney(ContractClient &client, const QByteArray &event, const QJsonObject &row,
                                 const QJsonArray &campaigns)
    {
        const auto setup = SetupProcess::fromJson(row);
        QVERIFY(setup.has_value());
        const PlanMoney plan = planMoney(*setup);
        QCOMPARE(size_t(campaigns.size()), plan.parts.size());
        for (const QJsonValue campaign : campaigns) {
            const ClusterRef cluster{ClusterName(campaign[u"tc"].toString()),
                                     campaign[u"tc_run_id"].toInteger()};
            QVERIFY(plan.of(cluster));
            QCOMPARE(minor(campaign[u"budget"]), plan.of(cluster)->amount->minor);
        }
        // A new total, to the last minor unit.
        const Money total = money(setup->totalBudget->minor * 2 + 1);
        const auto changed =
            client.post("/campaigns/new_runtime_budget?eid=" + event + "&total_budget="
                        + QByteArray::number(total.toDouble(), 'f', QLocale::FloatingPointShortest));
        QCOMPARE(changed.status, 200);
        qint64 sum = 0;
        for (const QJsonValue campaign : changed.json()[u"campaigns"].toArray())
            sum += minor(campaign[u"budget"]);
        QCOMPARE(sum, total.minor);
    }

    void resultsAreTold(ContractClient &client, const QByteArray &event)
    {
        const auto spend = client.post("/local/ad_spend",
                                       {{u"eid"_qs, QString::fromUtf8(event)},
                                        {u"day"_qs, u"2024-08-20"_qs},
                                        {u"amount"_qs, money(m_market->ticketMinor).toJson()}});
        QCOMPARE(spend.status, 201);
        QCOMPARE(minor(spend.json()[u"amount"]), m_market->ticketMinor);
        const auto campaigns =
            campaignsFromJson(client.get("/events/" + event + "/campaigns").json(), m_currency);
        QVERIFY(campaigns.has_value());
        Campaign priced = campaigns->front();
        priced.budget = money(m_market->ticketMinor);
        QCOMPARE(shown(priced.budget, english), QString::fromUtf8(m_market->english));
        QCOMPARE(shown(priced.budget, german), QString::fromUtf8(m_market->german));
    }

    void evaluationsAreTold(ServiceFixture &fixture, ContractClient &client, const QString &event)
    {
        const QByteArray packages = "/package_builder/packages";
        const auto created = client.post(packages,
                                         {{u"package_title"_qs, u"Friends"_qs},
                                          {u"event_ids"_qs, QJsonArray{event}},
                                          {u"num_packages"_qs, 3},
                                          {u"n_top_events"_qs, 3},
                                          {u"targeting_mode"_qs, u"inclusive"_qs}});
        QCOMPARE(created.status, 201);
        const QByteArray id = created.json()[u"id"].toString().toUtf8();
        QTRY_COMPARE_WITH_TIMEOUT(client.get(packages + '/' + id).json()[u"status"].toString(), u"DONE"_qs,
                                  30'000);
        client.put(packages + '/' + id + "/backhaul_evaluation_details",
                   {{u"backhaul_evaluation_model"_qs, u"ALL_PURCHASES"_qs},
                    {u"backhaul_evaluation_attribution_window"_qs, 14},
                    {u"email_sent_date"_qs, fixture.today().toString(Qt::ISODate)}});
        fixture.advanceDays(25);
        const auto evaluation = PackageEvaluation::fromJson(
            client.get(packages + '/' + id + "/backhaul_evaluation").json(), m_currency);
        QVERIFY(evaluation && evaluation->unique && evaluation->unique->items.value_or(0) > 0);
        QCOMPARE(evaluation->unique->revenue->minor, *evaluation->unique->items * m_market->ticketMinor);
        PackageEvaluation priced = *evaluation;
        priced.clusters.front().revenue = money(m_market->ticketMinor);
        const std::optional<Money> &revenue = priced.clusters.front().revenue;
        QCOMPARE(shown(revenue, english), QString::fromUtf8(m_market->english));
        QCOMPARE(shown(revenue, german), QString::fromUtf8(m_market->german));
    }

private Q_SLOTS:
    void wholePath_data()
    {
        QTest::addColumn<const Market *>("market");
        for (const Market *market : {&kuwait, &tunisia, &japan, &korea, &euroland})
            QTest::newRow(market->currency) << market;
    }
    void wholePath()
    {
        QFETCH(const Market *, market);
        m_market = market;
        m_currency = QString::fromLatin1(market->currency);
        ServiceFixture fixture({.empty = true});
        auto client = fixture.client();
        import(fixture, client);
        const QString event = fixture.upcoming().first();
        const QByteArray id = event.toUtf8();
        listsTell(client, id);
        limitsHold(client, id);
        estimatesAreTold(client, id);
        const QJsonObject planned = row(fixture, event);
        const QJsonArray campaigns = publish(client, id, planned);
        QVERIFY(!campaigns.isEmpty());
        campaignsHaveTheirMoney(client, id, planned, campaigns);
        resultsAreTold(client, id);
        evaluationsAreTold(fixture, client, event);
    }
};

QTEST_GUILESS_MAIN(TestCurrencies)
#include "tst_currencies.moc"
