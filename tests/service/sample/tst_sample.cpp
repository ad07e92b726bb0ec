#include "app/service/import/csvreader.h"
#include "app/service/import/importer.h"
#include "app/service/sample/samplegenerator.h"
#include "app/service/sample/samplemodel.h"
#include "app/service/sample/xoshiro256.h"
#include "app/service/store/eventstore.h"
#include "app/service/store/salesstore.h"
#include "app/service/store/store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace groundswell;
using namespace groundswell::service;

namespace {

SampleOptions small()
{
    SampleOptions options(QDate(2026, 5, 25));
    options.customers = 800;
    options.purchases = 4000;
    options.events = 90;
    return options;
}

/// What samplegenerator.h promises of any day.
struct Promises {
    int upcoming = 0;
    int withFreeSeats = 0; ///< a fifth of them
    int plannable = 0; ///< of those, in three to eight weeks, in a large hall
    int soldOut = 0;
    int onSaleSinceThisWeek = 0;
};

Promises promisesOf(const std::vector<SampleEvent> &events, const QDate &day)
{
    constexpr std::int64_t aDay = 86'400;
    const std::int64_t today = QDate(1970, 1, 1).daysTo(day) * aDay;
    Promises found;
    for (const SampleEvent &event : events) {
        if (event.startsAt < today)
            continue;
        const std::int64_t daysAhead = (event.startsAt - today) / aDay;
        const bool hasFreeSeats = (event.capacity - event.sold) * 5 >= event.capacity;
        found.upcoming += 1;
        found.withFreeSeats += hasFreeSeats ? 1 : 0;
        found.plannable +=
            hasFreeSeats && daysAhead >= 21 && daysAhead <= 60 && event.capacity >= 400 ? 1 : 0;
        found.soldOut += event.sold >= event.capacity ? 1 : 0;
        found.onSaleSinceThisWeek +=
            event.onSaleAt > today - 7 * aDay && event.onSaleAt <= today && hasFreeSeats ? 1 : 0;
    }
    return found;
}

QByteArray hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return {};
    return hash.result().toHex().left(16);
}

} // namespace

class TestSample : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theGeneratorOfNumbersIsTheKnownOne();
    void theSameSeedGivesTheSameBytes();
    void anotherSeedGivesAnotherOrganiser();
    void sizesAreKept();
    void keepsItsPromisesOnEveryDay_data();
    void keepsItsPromisesOnEveryDay();
    void importsWithoutMappingAndWithoutRejects();
    void noEventSellsMoreThanItsSeats();
    void nothingIsSoldAfterToday();
    void looksLikeALiveOrganiser();
    void refusesAFolderThatIsAFile();

private:
    QString file(const QString &name) const { return m_dir.filePath(QStringLiteral("s/") + name); }
    QTemporaryDir m_dir;
    SampleSummary m_summary;
    std::unique_ptr<Store> m_store;
};

void TestSample::initTestCase()
{
    m_summary = writeSample(m_dir.filePath(QStringLiteral("s")), small()).value();
    m_store = std::move(*openStore(m_dir.filePath(QStringLiteral("w.gsw"))));
}

void TestSample::theGeneratorOfNumbersIsTheKnownOne()
{
    // A change here changes every sample and every benchmark.
    Xoshiro256 random(42, 7);
    std::vector<std::uint32_t> numbers;
    for (int i = 0; i < 4; ++i)
        numbers.push_back(random.below(1'000'000));
    QCOMPARE(numbers, (std::vector<std::uint32_t>{133'874, 217'924, 617'477, 293'715}));
    QVERIFY(qAbs(Xoshiro256::power1_5(0.25) - 0.125) < 1e-15);
    QVERIFY(qAbs(Xoshiro256::pareto0_8(1.0 / 16) - 32.0) < 1e-12);
}

void TestSample::theSameSeedGivesTheSameBytes()
{
    QCOMPARE(hashOf(file(QStringLiteral("events.csv"))), QByteArray("56d1cb0a159196c5"));
    QCOMPARE(hashOf(file(QStringLiteral("sales.csv"))), QByteArray("af7f5d0f43120899"));
    QCOMPARE(hashOf(file(QStringLiteral("customers.csv"))), QByteArray("477ab862ae0f7fb1"));
}

void TestSample::anotherSeedGivesAnotherOrganiser()
{
    SampleOptions other = small();
    other.seed = 2;
    QVERIFY(writeSample(m_dir.filePath(QStringLiteral("o")), other));
    for (const char *name : {"events.csv", "sales.csv", "customers.csv"})
        QVERIFY(hashOf(file(QString::fromLatin1(name)))
                != hashOf(m_dir.filePath(QStringLiteral("o/") + QLatin1StringView(name))));
}

void TestSample::sizesAreKept()
{
    QCOMPARE(m_summary.events, 90);
    QCOMPARE(m_summary.customers, 800);
    QCOMPARE(m_summary.purchases, 4000);
    QVERIFY(m_summary.upcoming >= 9);
}

void TestSample::keepsItsPromisesOnEveryDay_data()
{
    QTest::addColumn<int>("customers");
    QTest::addColumn<int>("purchases");
    QTest::addColumn<int>("events");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("seeds");
    const QDate first(2027, 12, 1); // a leap day, and both changes of the clock, lie in what follows
    QTest::newRow("small") << 300 << 1500 << 40 << first << 400 << 5;
    QTest::newRow("the least") << 200 << 1000 << 18 << first << 400 << 2;
    QTest::newRow("the organiser of the tests") << 3000 << 20'000 << 120 << QDate(2026, 12, 28) << 7 << 1;
    QTest::newRow("the size without options") << 12'000 << 60'000 << 420 << QDate(2026, 11, 26) << 7 << 1;
    QTest::newRow("large halls") << 2000 << 200'000 << 60 << QDate(2028, 2, 29) << 1 << 1;
}

void TestSample::keepsItsPromisesOnEveryDay()
{
    QFETCH(int, customers);
    QFETCH(int, purchases);
    QFETCH(int, events);
    QFETCH(QDate, first);
    QFETCH(int, days);
    QFETCH(int, seeds);
    for (int i = 0; i < days * seeds; ++i) {
        SampleOptions options(first.addDays(i % days));
        options.customers = customers;
        options.purchases = purchases;
        options.events = events;
        options.seed = static_cast<std::uint64_t>(1 + i / days);
        std::vector<SampleEvent> made = makeSampleEvents(options);
        const auto sales = makeSampleSales(options, made, makeSampleCustomers(options));
        const Promises found = promisesOf(made, options.today);
        const QByteArray at =
            QStringLiteral("%1, seed %2").arg(options.today.toString(Qt::ISODate)).arg(options.seed).toUtf8();
        QVERIFY2(static_cast<int>(sales.size()) == purchases, at.constData());
        QVERIFY2(found.upcoming == std::max(events / 10, 9), at.constData());
        QVERIFY2(found.withFreeSeats >= 6, at.constData());
        QVERIFY2(found.plannable >= 1, at.constData());
        QVERIFY2(found.soldOut >= 1, at.constData());
        QVERIFY2(found.soldOut <= std::max(1, found.upcoming / 10), at.constData());
        QVERIFY2(found.onSaleSinceThisWeek >= 1, at.constData());
    }
}

void TestSample::importsWithoutMappingAndWithoutRejects()
{
    ImportRequest request;
    request.files = {{FileKind::Events, file(QStringLiteral("events.csv"))},
                     {FileKind::Sales, file(QStringLiteral("sales.csv"))},
                     {FileKind::Customers, file(QStringLiteral("customers.csv"))}};
    const auto report = importFiles(*m_store, request);
    QVERIFY(report.has_value());
    QCOMPARE(report->rejected(), 0);
    QCOMPARE(report->events.added, 90);
    QCOMPARE(report->sales.added, 4000);
    QCOMPARE(report->customers.added, 800);
    QCOMPARE(report->derivedCustomers, 0);
    QVERIFY(report->notices.isEmpty());
    QVERIFY(report->anonymousSales > 40 && report->anonymousSales < 800);
}

void TestSample::noEventSellsMoreThanItsSeats()
{
    EventFilter filter;
    filter.query.limit = 1000;
    const auto page = m_store->events().page(filter).value();
    QCOMPARE(page.total, 90);
    for (const StoredEvent &event : page.items) {
        QVERIFY(event.event.ticketsSold <= event.event.capacity);
        QVERIFY(event.event.ticketsSold >= 0);
    }
}

void TestSample::nothingIsSoldAfterToday()
{
    const Dataset dataset = m_store->sales().loadDataset().value();
    const std::int64_t today = QDateTime(QDate(2026, 5, 25), QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
    bool returns = false;
    for (const Purchase &purchase : dataset.purchases) {
        QVERIFY(purchase.at < today);
        QVERIFY(purchase.at < dataset.events[purchase.event].startUtc);
        returns = returns || purchase.quantity < 0;
    }
    QVERIFY(returns);
}

void TestSample::looksLikeALiveOrganiser()
{
    EventFilter filter;
    filter.query.limit = 1000;
    const auto page = m_store->events().page(filter).value();
    std::set<QString> cities;
    std::set<QString> genres;
    std::set<std::tuple<QString, QString, QDate>> places;
    qsizetype longest = 0;
    int sellingUpcoming = 0;
    for (const StoredEvent &item : page.items) {
        const Event &event = item.event;
        cities.insert(event.city);
        genres.insert(event.genre);
        places.emplace(event.venue, event.hall, event.start.date());
        longest = std::max(longest, event.title.size());
        sellingUpcoming +=
            event.start.date() > QDate(2026, 5, 25) && event.ticketsSold.value_or(0) > 0 ? 1 : 0;
        QVERIFY(event.latitude.has_value() && item.price.has_value());
    }
    QVERIFY(cities.size() > 8);
    QVERIFY(genres.size() > 7);
    QVERIFY(longest >= 80);
    QCOMPARE(places.size(), page.items.size()); // one event a hall and day
    QVERIFY(sellingUpcoming >= 5);
}

void TestSample::refusesAFolderThatIsAFile()
{
    const auto result = writeSample(file(QStringLiteral("events.csv")), small());
    QVERIFY(!result);
    QCOMPARE(result.error().messageKey, QStringLiteral("error.sample.cannot_write"));
}

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
