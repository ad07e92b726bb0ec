#include "app/service/store/eventstore.h"
#include "app/service/store/salesstore.h"
#include "app/service/store/searchtext.h"
#include "app/service/store/settingsstore.h"
#include "app/service/store/store.h"
#include "tests/service/store/setsettings.h"

#include <QTemporaryDir>
#include <QTest>

#include <stdexcept>

#include <numeric>

using namespace groundswell;
using namespace groundswell::service;

namespace {

constexpr std::int64_t day = 86'400;
constexpr std::int64_t start = 1'780'000'000; // 28 May 2026

EventRow eventRow(const std::string &id, const std::string &title, std::int64_t startsAt)
{
    EventRow row;
    row.id = id;
    row.title = title;
    row.startsAt = startsAt;
    return row;
}

/// One line of a sale in words.
struct Line {
    std::string customer; ///< empty = anonymous
    std::string event;
    std::int64_t at = start;
    int quantity = 1;
    std::int64_t amount = 1000;
    std::string invoice = {};
    std::string category = {};
};

void add(SaleBatch &batch, const Line &line)
{
    SaleRow row;
    row.at = line.at;
    row.amountMinor = line.amount;
    row.quantity = line.quantity;
    row.customer = line.customer.empty() ? SaleRow::anonymous : batch.customers.intern(line.customer);
    row.event = batch.events.intern(line.event);
    row.category = batch.categories.intern(line.category);
    batch.setInvoice(row, line.invoice);
    batch.rows.push_back(row);
}

ImportRows delivery(const std::vector<Line> &lines)
{
    ImportRows batch;
    batch.events = {eventRow("e1", "Nacht der Oper", start + 10 * day),
                    eventRow("e2", "Jazz im Hof", start + 20 * day),
                    eventRow("e3", "Früher", start - 30 * day)};
    for (const Line &line : lines)
        add(batch.sales, line);
    return batch;
}

} // namespace

class TestSalesStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theSameDeliveryChangesNothing();
    void aCorrectedLineReplaces();
    void equalLinesStaySeveral();
    void aReturnIsNoCorrection();
    void anInvoiceFindsItsCustomerLater();
    void snapshotIdIgnoresOrderAndPackaging();
    void snapshotIdForgetsWhatWasReplaced();
    void snapshotIdOfCustomersIgnoresPackaging();
    void eventFiguresIgnorePackaging();
    void contactsAreReadAhead();
    void poolKeepsThousandsOfTexts();
    void arenaKeepsTextsWhereTheyAre();
    void poolLooksUpManyAtOnce();
    void snapshotIdNoticesEveryChange();
    void eventFiguresCountAnonymousSalesAndReturns();
    void importKeepsTheUsersDecisions();
    void columnsThatAreMissingKeepTheirValue();
    void loadsTheDataset();
    void consentIsReadAsTheOrganiserSays();
    void aCancelledImportChangesNothing();
    void listsEventsFlaggedThenUpcomingThenPast();
    void findsEventsInEveryScript_data();
    void findsEventsInEveryScript();
    void filtersByDayInTheOrganisersZone();
    void hiddenEventsAreListedOnRequest();
    void seriesAreSetAndRead();
    void unknownEventIsNotFound();

private:
    ImportOutcome apply(ImportRows batch) { return m_store->sales().apply(std::move(batch), {}).value(); }
    std::unique_ptr<Store> newStore(const QString &name)
    {
        return std::move(*openStore(m_dir->filePath(name)));
    }
    QStringList idsOf(const EventFilter &filter);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
};

void TestSalesStore::init()
{
    m_store.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_store = newStore(QStringLiteral("a.gsw"));
}

QStringList TestSalesStore::idsOf(const EventFilter &filter)
{
    QStringList ids;
    const Page<StoredEvent> page = m_store->events().page(filter).value();
    for (const StoredEvent &item : page.items)
        ids << item.event.id.value();
    return ids;
}

void TestSalesStore::theSameDeliveryChangesNothing()
{
    const std::vector<Line> lines{{"anna", "e1"},
                                  {"anna", "e2", start + 5},
                                  {"", "e1", start, 2, 2000},
                                  {"ben", "e1", start, 1, 900, "R-1", "VIP"}};
    const ImportOutcome first = apply(delivery(lines));
    QCOMPARE(first.sales, (RowCounts{4, 0, 0}));
    QCOMPARE(first.events, (RowCounts{3, 0, 0}));
    QCOMPARE(first.derivedCustomers, 2);
    const ImportOutcome again = apply(delivery(lines));
    QCOMPARE(again.sales, (RowCounts{0, 0, 4}));
    QCOMPARE(again.events, (RowCounts{0, 0, 3}));
    QCOMPARE(again.derivedCustomers, 0);
    QCOMPARE(again.snapshotId, first.snapshotId);
}

void TestSalesStore::aCorrectedLineReplaces()
{
    apply(delivery({{"anna", "e1", start, 1, 1000}, {"ben", "e1", start, 1, 1000, "R-1"}}));
    const ImportOutcome corrected =
        apply(delivery({{"anna", "e1", start, 2, 2000}, {"ben", "e1", start, 1, 700, "R-1"}}));
    QCOMPARE(corrected.sales, (RowCounts{0, 2, 0}));
    const StoredEvent event = m_store->events().event(EventId(QStringLiteral("e1"))).value();
    QCOMPARE(event.revenue.minor, 2700);
    QCOMPARE(event.event.ticketsSold, 3);
}

void TestSalesStore::equalLinesStaySeveral()
{
    const Line ticket{"anna", "e1", start, 1, 500, "R-7"};
    QCOMPARE(apply(delivery({ticket, ticket, ticket})).sales, (RowCounts{3, 0, 0}));
    QCOMPARE(apply(delivery({ticket, ticket, ticket})).sales, (RowCounts{0, 0, 3}));
    QCOMPARE(apply(delivery({ticket, ticket, ticket, ticket})).sales, (RowCounts{1, 0, 3}));
    QCOMPARE(m_store->sales().loadDataset().value().purchases.size(), 4U);
}

void TestSalesStore::aReturnIsNoCorrection()
{
    apply(delivery({{"anna", "e1", start, 2, 2000, "R-1"}}));
    const ImportOutcome returned = apply(delivery({{"anna", "e1", start, -1, -1000, "R-1"}}));
    QCOMPARE(returned.sales, (RowCounts{1, 0, 0}));
    const StoredEvent event = m_store->events().event(EventId(QStringLiteral("e1"))).value();
    QCOMPARE(event.event.ticketsSold, 1);
    QCOMPARE(event.revenue.minor, 1000);
    QCOMPARE(event.orders, 1);
}

void TestSalesStore::anInvoiceFindsItsCustomerLater()
{
    apply(delivery({{"", "e1", start, 1, 1000, "R-1"}}));
    QCOMPARE(apply(delivery({{"anna", "e1", start, 1, 1000, "R-1"}})).sales, (RowCounts{0, 1, 0}));
    const Dataset dataset = m_store->sales().loadDataset().value();
    QCOMPARE(dataset.purchasesOf(0).size(), 1U);
    QCOMPARE(dataset.ticketsSold, (std::vector<std::int64_t>{1, 0, 0}));
}

void TestSalesStore::snapshotIdIgnoresOrderAndPackaging()
{
    const std::vector<Line> lines{{"zoe", "e1"},
                                  {"anna", "e2", start + 1},
                                  {"ben", "e1", start + 2, 1, 1, "R-1"},
                                  {"", "e3", start - 40 * day}};
    const QString id = apply(delivery(lines)).snapshotId;
    m_store = newStore(QStringLiteral("b.gsw"));
    apply(delivery({lines[3], lines[1]}));
    QVERIFY(apply(delivery({lines[2]})).snapshotId != id);
    QCOMPARE(apply(delivery({lines[2], lines[0]})).snapshotId, id);
    QCOMPARE(m_store->sales().snapshotId().value(), id);
}

void TestSalesStore::snapshotIdForgetsWhatWasReplaced()
{
    const std::vector<Line> now{{"anna", "e1", start, 2, 2000, "R-1"},
                                {"ben", "e2", start, 1, 500},
                                {"zoe", "e2", start + 9, 1, 500}};
    const QString id = apply(delivery(now)).snapshotId;
    m_store = newStore(QStringLiteral("b.gsw"));
    apply(delivery({{"anna", "e1", start, 1, 1000, "R-1"}, {"ben", "e2", start, 3, 500}}));
    apply(delivery({{"zoe", "e1", start, 2, 2000, "R-1"}})); // another customer's
    QVERIFY(apply(delivery({now[1], now[2]})).snapshotId != id);
    QCOMPARE(apply(delivery({now[0]})).snapshotId, id); // replaces a line of zoe, whom it doesn't name
}

void TestSalesStore::snapshotIdOfCustomersIgnoresPackaging()
{
    // Known, empty and not known must read alike whether a row was just delivered or lay in the store.
    CustomerRow anna;
    anna.id = "anna";
    anna.email = "anna@post.example";
    anna.city = "Köln";
    anna.birthYear = 1980;
    anna.consentEmail = true;
    anna.consentAds = false;
    CustomerRow ben;
    ben.id = "ben";
    ben.phone = "+49 30 23125 001"; // its column isn't delivered
    CustomerRow zoe = anna;
    zoe.id = "zoe";
    zoe.consentEmail.reset();
    const auto deliver = [&](std::vector<CustomerRow> rows) {
        ImportRows batch = delivery({});
        batch.customers = std::move(rows);
        for (const CustomerField field : {CustomerField::Email, CustomerField::City, CustomerField::BirthYear,
                                          CustomerField::ConsentEmail, CustomerField::ConsentAds})
            batch.customerFields.insert(field);
        return apply(std::move(batch)).snapshotId;
    };
    const QString id = deliver({zoe, anna, ben});
    m_store = newStore(QStringLiteral("b.gsw"));
    QVERIFY(deliver({anna}) != id);
    QCOMPARE(deliver({ben, zoe}), id);
    m_store = newStore(QStringLiteral("c.gsw"));
    QCOMPARE(deliver({ben, zoe, anna, ben}), id);
}

void TestSalesStore::eventFiguresIgnorePackaging()
{
    std::vector<Line> lines;
    for (int i = 0; i < 3000; ++i) {
        const std::string event = "e" + std::to_string(1 + i % 3);
        const std::string invoice = i % 5 == 0 ? std::string() : "R-" + std::to_string(i / 4);
        lines.push_back(
            {"c" + std::to_string(i % 97), event, start + i % 1000, i % 11 == 0 ? -1 : 2, 10 + i, invoice});
    }
    const auto figures = [this] {
        std::vector<QList<qint64>> result;
        for (const char *id : {"e1", "e2", "e3"}) {
            const StoredEvent event = m_store->events().event(EventId(QString::fromLatin1(id))).value();
            result.push_back({qint64(event.event.ticketsSold.value()), event.revenue.minor, event.orders});
        }
        return result;
    };
    apply(delivery(lines));
    const auto whole = figures();
    QVERIFY(whole[0][2] > 100);
    m_store = newStore(QStringLiteral("b.gsw"));
    apply(delivery({lines.begin(), lines.begin() + 1234}));
    apply(delivery({lines.begin() + 1234, lines.end()}));
    QCOMPARE(figures(), whole);
}

void TestSalesStore::contactsAreReadAhead()
{
    constexpr int count = 9000; // several pieces for each reader
    ImportRows batch = delivery({});
    std::vector<std::string> ids;
    for (int i = 0; i < count; ++i) {
        CustomerRow &row = batch.customers.emplace_back();
        ids.push_back("K" + std::to_string(10'000 + i));
        row.id = batch.customerTexts.keep(ids.back());
        row.email = batch.customerTexts.keep(ids.back() + "@x.example");
        // One is longer than what is read at once.
        row.city = batch.customerTexts.keep(std::string(i == 1500 ? 300'000 : 200, 'x'));
    }
    for (const CustomerField field : {CustomerField::Email, CustomerField::City})
        batch.customerFields.insert(field);
    apply(std::move(batch));

    size_t next = 0;
    const auto visited = m_store->sales().visitContacts(ids, [&](const CustomerContact &of) {
        QCOMPARE(of.id, std::string_view(ids[next++]));
        QCOMPARE(of.email, std::string(of.id) + "@x.example");
        QCOMPARE(of.city.size(), next == 1501 ? 300'000U : 200U);
    });
    QVERIFY(visited.has_value());
    QCOMPARE(next, ids.size());
    // Two thirds of them, among some who are unknown: in one walk as well.
    std::vector<std::string> some;
    for (size_t i = 0; i < ids.size(); ++i)
        some.push_back(i % 3 == 0 ? ids[i] + "-unknown" : ids[i]);
    next = 0;
    QVERIFY(m_store->sales().visitContacts(some, [&](const CustomerContact &of) {
        next += next % 3 == 0 ? 1U : 0U;
        QCOMPARE(of.id, std::string_view(ids[next++]));
    }));
    QCOMPARE(next, ids.size());
    // Who has had enough isn't kept waiting by the reader, nor the reader by him.
    int seen = 0;
    const auto gaveUp = [&] {
        (void)m_store->sales().visitContacts(ids, [&](const CustomerContact &) {
            if (++seen == 10)
                throw std::runtime_error("enough");
        });
    };
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, gaveUp());
    QCOMPARE(seen, 10);
    QCOMPARE(m_store->sales().loadDataset().value().customers.size(), ids.size());
}

void TestSalesStore::arenaKeepsTextsWhereTheyAre()
{
    TextArena arena;
    std::vector<std::string_view> kept;
    const auto textOf = [](size_t i) { return std::string(i % 50, static_cast<char>('a' + i % 26)); };
    for (size_t i = 0; i < 100'000; ++i)
        kept.push_back(arena.keep(textOf(i)));
    const std::string longer(3'000'000, 'z'); // longer than a block
    const std::string_view keptLong = arena.keep(longer);
    const TextArena moved = std::move(arena);
    for (size_t i = 0; i < kept.size(); ++i)
        QCOMPARE(kept[i], textOf(i));
    QCOMPARE(keptLong, longer);
}

void TestSalesStore::poolKeepsThousandsOfTexts()
{
    TextPool pool;
    QVERIFY(!pool.find("K1"));
    for (std::uint32_t i = 0; i < 5000; ++i)
        QCOMPARE(pool.intern("K" + std::to_string(i)), i);
    QCOMPARE(pool.intern(""), 5000U);
    QCOMPARE(pool.intern("K4711"), 4711U);
    QCOMPARE(pool.size(), 5001U);
    QCOMPARE(pool.at(0), std::string_view("K0"));
    QCOMPARE(pool.at(4711), std::string_view("K4711"));
    QCOMPARE(pool.at(5000), std::string_view());
    QCOMPARE(pool.find("").value(), 5000U);
    QVERIFY(!pool.find("K5000"));
}

void TestSalesStore::poolLooksUpManyAtOnce()
{
    TextPool pool, one;
    std::array<std::optional<std::uint32_t>, TextPool::atOnce> found;
    pool.findAll(std::array<std::string_view, 2>{"K1", ""}, found);
    QVERIFY(!found[0] && !found[1]);
    // Some twice in a block, some in blocks before, and the pool grows meanwhile.
    std::array<std::uint32_t, TextPool::atOnce> numbers{};
    for (size_t block = 0; block < 100; ++block) {
        std::array<std::string, TextPool::atOnce> texts;
        std::array<std::string_view, TextPool::atOnce> views;
        for (size_t i = 0; i < texts.size(); ++i)
            views[i] = texts[i] = "K" + std::to_string((block * 40 + i * 7) % 3000 / 2);
        pool.internAll(views, numbers);
        for (size_t i = 0; i < texts.size(); ++i)
            QCOMPARE(numbers[i], one.intern(texts[i]));
        pool.findAll(views, found);
        for (size_t i = 0; i < texts.size(); ++i)
            QCOMPARE(found[i].value(), numbers[i]);
    }
    QCOMPARE(pool.size(), one.size());
    QCOMPARE(pool.at(17), one.at(17));
}

void TestSalesStore::snapshotIdNoticesEveryChange()
{
    const QString id = apply(delivery({{"anna", "e1"}})).snapshotId;
    ImportRows renamed = delivery({});
    renamed.events[0].title = "Nacht der Operette";
    const QString other = apply(std::move(renamed)).snapshotId;
    QVERIFY(other != id);
    ImportRows consent = delivery({});
    consent.customers = {CustomerRow()};
    consent.customers[0].id = "anna";
    consent.customers[0].consentEmail = false;
    consent.customerFields.insert(CustomerField::ConsentEmail);
    QVERIFY(apply(std::move(consent)).snapshotId != other);
    // Back to what it was: the name of the content is the old one again.
    ImportRows restored = delivery({});
    restored.customers = {CustomerRow()};
    restored.customers[0].id = "anna";
    restored.customerFields.insert(CustomerField::ConsentEmail);
    QCOMPARE(apply(std::move(restored)).snapshotId, id);
}

void TestSalesStore::eventFiguresCountAnonymousSalesAndReturns()
{
    apply(delivery({{"anna", "e1", start, 3, 3000, "R-1"},
                    {"anna", "e1", start, 1, 500, "R-1", "reduced"},
                    {"", "e1", start - day, 2, 2000},
                    {"ben", "e1", start + 5, 1, 1000, "R-2"},
                    {"ben", "e1", start + 9, -1, -1000, "R-2"}}));
    const StoredEvent event = m_store->events().event(EventId(QStringLiteral("e1"))).value();
    QCOMPARE(event.event.ticketsSold, 6);
    QCOMPARE(event.revenue, (Money{5500, QStringLiteral("EUR")}));
    QCOMPARE(event.orders, 3);
    QCOMPARE(event.firstSaleAt.toSecsSinceEpoch(), start - day);
    const auto categories = m_store->events().ticketCategories(EventId(QStringLiteral("e1"))).value();
    QCOMPARE(categories.size(), 2U);
    QCOMPARE(categories[1].name, QStringLiteral("reduced"));
    QCOMPARE(categories[1].tickets, 1);
    QCOMPARE(m_store->events().totals(QDateTime::fromSecsSinceEpoch(start)).value().revenue.minor, 5500);
}

void TestSalesStore::importKeepsTheUsersDecisions()
{
    apply(delivery({}));
    const EventId id(QStringLiteral("e1"));
    EventChange change;
    change.frontendStatus = QStringLiteral("FLAGGED");
    QVERIFY(m_store->events().change(id, change));
    ImportRows moved = delivery({});
    moved.events[0].title = "Nacht der Oper, verlegt";
    apply(std::move(moved));
    const StoredEvent event = m_store->events().event(id).value();
    QCOMPARE(event.event.title, QStringLiteral("Nacht der Oper, verlegt"));
    QVERIFY(event.event.frontendStatus.is(FrontendStatus::Flagged));
}

void TestSalesStore::columnsThatAreMissingKeepTheirValue()
{
    ImportRows full = delivery({});
    full.events[0].city = "Köln";
    full.eventFields.insert(EventField::City);
    apply(std::move(full));
    apply(delivery({}));
    QCOMPARE(m_store->events().event(EventId(QStringLiteral("e1"))).value().event.city,
             QStringLiteral("Köln"));
}

void TestSalesStore::loadsTheDataset()
{
    ImportRows batch = delivery({{"zoe", "e2", start + 7, 1, 10, "R-9"},
                                 {"zoe", "e1", start + 7, 2, 20, "R-9"},
                                 {"zoe", "e3", start - 9, 1, 30},
                                 {"anna", "e1", start, 1, 40},
                                 {"", "e1", start, 5, 50}});
    batch.events[0].artists = "Anna Netz\nBen Bogen";
    batch.eventFields.insert(EventField::Artists);
    const QString id = apply(std::move(batch)).snapshotId;
    const Dataset dataset = m_store->sales().loadDataset().value();
    QCOMPARE(dataset.snapshotId, id.toStdString());
    QCOMPARE(dataset.customerIds, (std::vector<std::string>{"anna", "zoe"}));
    QCOMPARE(dataset.events[0].artists, (std::vector<std::string>{"Anna Netz", "Ben Bogen"}));
    QCOMPARE(dataset.events[0].weekdayLocal,
             QDateTime::fromSecsSinceEpoch(start + 10 * day).date().dayOfWeek());
    QCOMPARE(dataset.ticketsSold, (std::vector<std::int64_t>{8, 1, 1}));
    QCOMPARE(dataset.eventIndex("e3"), std::optional<std::uint32_t>(2));
    QCOMPARE(dataset.eventIndex("e4"), std::nullopt);
    QCOMPARE(dataset.customerIndex("zoe"), std::optional<std::uint32_t>(1));
    const auto zoe = dataset.purchasesOf(1);
    QCOMPARE(zoe.size(), 3U);
    QCOMPARE(zoe[0].event, 2U); // by time, then by event
    QCOMPARE(zoe[1].event, 0U);
    QCOMPARE(zoe[1].quantity, 2);
    QCOMPARE(zoe[1].order, zoe[2].order);
    QVERIFY(zoe[0].order != zoe[1].order);
}

void TestSalesStore::consentIsReadAsTheOrganiserSays()
{
    ImportRows batch = delivery({{"unknown", "e1"}});
    batch.customers.resize(2);
    batch.customers[0].id = "no";
    batch.customers[0].consentEmail = false;
    batch.customers[0].consentAds = true;
    batch.customers[1].id = "out";
    batch.customers[1].consentEmail = true;
    batch.customers[1].consentAds = true;
    batch.customers[1].adOptOut = true;
    for (const auto field : {CustomerField::ConsentEmail, CustomerField::ConsentAds, CustomerField::AdOptOut})
        batch.customerFields.insert(field);
    apply(std::move(batch));
    const auto facts = m_store->sales().loadDataset().value().customers;
    QVERIFY(!facts[0].consentEmail && facts[0].consentAds && !facts[0].optedOut);
    QVERIFY(!facts[1].consentEmail && !facts[1].consentAds && facts[1].optedOut);
    QVERIFY(facts[2].consentEmail && facts[2].consentAds);
    Organiser strict = m_store->settings().organiser().value();
    strict.consentWhenUnknown = false;
    QVERIFY(setOrganiser(m_store->settings(), strict));
    QVERIFY(!m_store->sales().loadDataset().value().customers[2].consentEmail);
}

void TestSalesStore::aCancelledImportChangesNothing()
{
    const QString before = m_store->sales().snapshotId().value();
    std::stop_source source;
    source.request_stop();
    const auto result = m_store->sales().apply(delivery({{"anna", "e1"}}), {source.get_token(), {}});
    QVERIFY(!result);
    QCOMPARE(result.error().messageKey, QStringLiteral("error.import.cancelled"));
    QCOMPARE(m_store->sales().snapshotId().value(), before);
    QVERIFY(m_store->sales().eventIds().value().empty());
}

void TestSalesStore::listsEventsFlaggedThenUpcomingThenPast()
{
    ImportRows batch;
    for (int i = 0; i < 6; ++i)
        batch.events.push_back(eventRow("e" + std::to_string(i), "Abend", start + (i - 3) * day));
    apply(std::move(batch));
    EventChange flag;
    flag.frontendStatus = QStringLiteral("FLAGGED");
    QVERIFY(m_store->events().change(EventId(QStringLiteral("e1")), flag));
    EventFilter filter;
    filter.now = QDateTime::fromSecsSinceEpoch(start);
    QCOMPARE(idsOf(filter),
             (QStringList{QStringLiteral("e1"), QStringLiteral("e3"), QStringLiteral("e4"),
                          QStringLiteral("e5"), QStringLiteral("e2"), QStringLiteral("e0")}));
    filter.query.limit = 4;
    filter.query.page = 2;
    QCOMPARE(idsOf(filter), (QStringList{QStringLiteral("e2"), QStringLiteral("e0")}));
    const auto page = m_store->events().page(filter).value();
    QCOMPARE(page.total, 6);
    QCOMPARE(page.pages, 2);
    filter.query.limit = 1'000'000'000;
    filter.query.page = -4;
    QCOMPARE(idsOf(filter).size(), 6);
}

void TestSalesStore::findsEventsInEveryScript_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("found");
    QTest::newRow("umlaut") << QStringLiteral("MÜNCHEN") << true;
    QTest::newRow("without umlaut") << QStringLiteral("munchen") << true;
    QTest::newRow("cyrillic") << QStringLiteral("СИМФОНИЧЕСКИЙ") << true;
    QTest::newRow("venue") << QStringLiteral("isarphil") << true;
    QTest::newRow("artist") << QStringLiteral("straße") << true;
    QTest::newRow("two words of two fields") << QStringLiteral("рояль münchen") << true;
    QTest::newRow("one word is missing") << QStringLiteral("рояль berlin") << false;
    QTest::newRow("a wildcard is text") << QStringLiteral("%") << false;
    QTest::newRow("a quote is text") << QStringLiteral("' OR 1=1 --") << false;
}

void TestSalesStore::findsEventsInEveryScript()
{
    QFETCH(QString, query);
    QFETCH(bool, found);
    ImportRows batch;
    batch.events = {eventRow("e1", "Симфонический рояль", start)};
    batch.events[0].city = "München";
    batch.events[0].venue = "Isarphilharmonie";
    batch.events[0].artists = "Duo Strasse";
    for (const auto field : {EventField::City, EventField::Venue, EventField::Artists})
        batch.eventFields.insert(field);
    apply(std::move(batch));
    EventFilter filter;
    filter.query.search = query;
    QCOMPARE(idsOf(filter).size(), found ? 1 : 0);
}

void TestSalesStore::filtersByDayInTheOrganisersZone()
{
    ImportRows batch;
    batch.settle = [](Organiser &organiser) { organiser.timeZone = QStringLiteral("Asia/Tokyo"); };
    // 23:30 UTC on 1 June is already 2 June in Tokyo.
    batch.events = {eventRow("e1", "Nachtkonzert",
                             QDateTime(QDate(2026, 6, 1), QTime(23, 30), Qt::UTC).toSecsSinceEpoch())};
    apply(std::move(batch));
    EventFilter filter;
    filter.query.since = filter.query.until = QDate(2026, 6, 2);
    QCOMPARE(idsOf(filter).size(), 1);
    filter.query.since = filter.query.until = QDate(2026, 6, 1);
    QCOMPARE(idsOf(filter).size(), 0);
}

void TestSalesStore::hiddenEventsAreListedOnRequest()
{
    apply(delivery({}));
    EventChange hide;
    hide.frontendStatus = QStringLiteral("HIDDEN");
    QVERIFY(m_store->events().change(EventId(QStringLiteral("e2")), hide));
    EventFilter filter;
    QCOMPARE(idsOf(filter).size(), 2);
    filter.query.includeArchived = true;
    QCOMPARE(idsOf(filter).size(), 3);
    filter.query.includeArchived = false;
    filter.query.frontendStatuses = QStringList{QStringLiteral("HIDDEN")};
    QCOMPARE(idsOf(filter), QStringList{QStringLiteral("e2")});
}

void TestSalesStore::seriesAreSetAndRead()
{
    apply(delivery({}));
    const EventId e1(QStringLiteral("e1"));
    const EventId e2(QStringLiteral("e2"));
    const QString before = m_store->sales().snapshotId().value();
    QVERIFY(m_store->events().setSeries(e1, {e2}));
    QVERIFY(m_store->sales().snapshotId().value() != before);
    const auto siblings = m_store->events().series(e1, 10).value();
    QCOMPARE(siblings.size(), 1U);
    QCOMPARE(siblings[0].event.id, e2);
    QVERIFY(!m_store->events().setSeries(e1, {EventId(QStringLiteral("nowhere"))}));
    QCOMPARE(m_store->events().series(e1, 10).value().size(), 1U); // nothing half-done
    QVERIFY(m_store->events().setSeries(e1, {}));
    QVERIFY(m_store->events().series(e1, 10).value().empty());
}

void TestSalesStore::unknownEventIsNotFound()
{
    const EventId nowhere(QStringLiteral("nowhere"));
    QCOMPARE(m_store->events().event(nowhere).error().messageKey, QStringLiteral("error.event.not_found"));
    QCOMPARE(m_store->events().change(nowhere, {}).error().httpStatus, 404);
    QCOMPARE(m_store->events().series(nowhere, 3).error().kind, Problem::Kind::NotFound);
    QCOMPARE(m_store->events().ticketCategories(nowhere).error().kind, Problem::Kind::NotFound);
}

QTEST_GUILESS_MAIN(TestSalesStore)
#include "tst_salesstore.moc"
