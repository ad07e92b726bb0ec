#include "app/service/ingest/csvreader.h"
#include "app/service/ingest/importer.h"
#include "app/service/sample/random.h"
#include "app/service/sample/samplegenerator.h"
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
    SampleOptions options;
    options.customers = 800;
    options.purchases = 4000;
    options.events = 90;
    options.today = QDate(2026, 5, 25);
    return options;
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
    Random random(42, 7);
    std::vector<std::uint32_t> numbers;
    for (int i = 0; i < 4; ++i)
        numbers.push_back(random.below(1'000'000));
    QCOMPARE(numbers, (std::vector<std::uint32_t>{133'874, 217'924, 617'477, 293'715}));
    QVERIFY(qAbs(Random::power1_5(0.25) - 0.125) < 1e-15);
    QVERIFY(qAbs(Random::pareto0_8(1.0 / 16) - 32.0) < 1e-12);
}

void TestSample::theSameSeedGivesTheSameBytes()
{
    QCOMPARE(hashOf(file(QStringLiteral("events.csv"))), QByteArray("7149868e1aa1507a"));
    QCOMPARE(hashOf(file(QStringLiteral("sales.csv"))), QByteArray("bd522a2799fa9440"));
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
