// An import is seen as a whole or not at all, whatever becomes of it, and keeps nobody waiting.
#include "app/service/store/eventstore.h"
#include "app/service/store/packagestore.h"
#include "app/service/store/salesstore.h"
#include "app/service/store/settingsstore.h"
#include "app/service/store/sqlite/connection/connections.h"
#include "app/service/store/sqlite/staging/importturn.h"
#include "app/service/store/sqlite/staging/stage.h"
#include "app/service/store/stopped.h"
#include "app/service/store/store.h"
#include "tests/service/store/setsettings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace groundswell;
using namespace groundswell::service;

namespace {

constexpr std::int64_t start = 1'780'000'000; // 28 May 2026
constexpr int customers = 9000; // more than one part of every kind
constexpr int lines = 300'000;

/// Texts must outlive the batch.
std::vector<std::string> &ids()
{
    static std::vector<std::string> all = [] {
        std::vector<std::string> made;
        for (int i = 0; i < 2 * customers; ++i)
            made.push_back("c" + std::to_string(100'000 + i));
        return made;
    }();
    return all;
}

/// A delivery of customers from \a first on, with \a city, and of sales of some of these and of others.
ImportRows delivery(int first, std::string_view city, int amount)
{
    ImportRows batch;
    for (int i = 0; i < 40; ++i) {
        EventRow event;
        event.id = "e" + std::to_string(i);
        event.title = std::string("Abend in ") + std::string(city);
        event.startsAt = start + i * 86'400;
        batch.events.push_back(event);
    }
    batch.customerFields.insert(CustomerField::City);
    for (int i = first; i < first + customers; ++i) {
        CustomerRow row;
        row.id = ids()[static_cast<size_t>(i)];
        row.city = city;
        batch.customers.push_back(row);
    }
    for (int i = 0; i < lines; ++i) {
        SaleRow row;
        row.at = start - i;
        row.amountMinor = amount;
        row.quantity = 1;
        row.customer = batch.sales.customers.intern(
            i % 10 == 0 ? "guest" + std::to_string(i % 700) : ids()[static_cast<size_t>(first + i % 8000)]);
        row.event = batch.sales.events.intern("e" + std::to_string(i % 40));
        row.category = batch.sales.categories.intern(std::string(city));
        batch.sales.setInvoice(row, "R" + std::to_string(i / 2));
        batch.sales.rows.push_back(row);
    }
    return batch;
}

/// Everything that a reader can see of the imported tables.
struct Content {
    QString snapshot;
    Dataset data;
    std::vector<std::string> cities; ///< of all who are known to any delivery, by the reading of single ones
    std::vector<std::string> listed; ///< by the reading of many
    QStringList events;
    friend bool operator==(const Content &a, const Content &b)
    {
        const auto same = [](const Purchase &x, const Purchase &y) {
            return x.event == y.event && x.order == y.order && x.at == y.at && x.quantity == y.quantity
                && x.amountMinor == y.amountMinor;
        };
        return a.snapshot == b.snapshot && a.data.customerIds == b.data.customerIds
            && a.data.ticketsSold == b.data.ticketsSold && a.data.revenueMinor == b.data.revenueMinor
            && std::ranges::equal(a.data.purchases, b.data.purchases, same) && a.cities == b.cities
            && a.listed == b.listed && a.events == b.events;
    }
};

Content contentOf(Store &store)
{
    Content content;
    content.snapshot = store.sales().snapshotId().value();
    content.data = store.sales().loadDataset().value();
    const auto keepIn = [](std::vector<std::string> &list) {
        return [&list](const CustomerContact &contact) {
            list.push_back(std::string(contact.id) + ' ' + std::string(contact.city));
        };
    };
    const std::vector<std::string> some{ids().back(), ids()[customers], ids()[5], "guest70"};
    (void)store.sales().visitContacts(some, keepIn(content.cities));
    std::vector<std::string> everybody = ids();
    std::ranges::sort(everybody);
    (void)store.sales().visitContacts(everybody, keepIn(content.listed));
    EventFilter all;
    all.now = QDateTime::fromSecsSinceEpoch(start);
    const auto page = store.events().page(all).value();
    for (const StoredEvent &event : page.items)
        content.events.append(event.event.title + QString::number(event.orders));
    return content;
}

std::int64_t countOf(const QString &file, const char *what)
{
    Database database(file, Database::Access::ReadOnly);
    Statement select = database.prepare(std::string("SELECT count(*) FROM ") + what);
    select.step();
    return select.integer(0);
}

/// Copies a file once it is read the same twice: the thread that copies the log over may be at it, and a
/// program that dies leaves no half of a page behind.
bool copyAtRest(const QString &from, const QString &to)
{
    const auto contentOfFile = [&] {
        QFile file(from);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QByteArray content = contentOfFile();
    for (QByteArray before; before != content; content = contentOfFile())
        before = content;
    QFile copy(to);
    return copy.open(QIODevice::WriteOnly) && copy.write(content) == content.size();
}

bool isSound(const QString &file)
{
    Database database(file, Database::Access::ReadOnly);
    Statement check = database.prepare("PRAGMA integrity_check");
    return check.step() && check.text(0) == u"ok";
}

bool isTidy(const QString &file)
{
    return countOf(file, "import_stage") == 0 && countOf(file, "changed_customer") == 0
        && countOf(file, "outdated_block") == 0;
}

} // namespace

class TestStaging : public QObject {
    Q_OBJECT

    std::unique_ptr<Store> newStore(const QString &name)
    {
        return std::move(*openStore(m_folder.filePath(name)));
    }
    /// Stores a first delivery in it where wanted, and returns what the second one is to be.
    ImportRows prepare(Store &store, bool first)
    {
        if (first)
            return delivery(0, "Ulm", 1000);
        (void)store.sales().apply(delivery(0, "Ulm", 1000), {});
        return delivery(customers / 2, "Bonn", 1200); // half of them are new, the others have moved
    }
    static void firstAndSecond()
    {
        QTest::addColumn<bool>("first");
        QTest::newRow("first delivery") << true;
        QTest::newRow("later one") << false;
    }

private Q_SLOTS:
    void othersWriteMeanwhile_data() { firstAndSecond(); }
    void othersWriteMeanwhile();
    void readersSeeTheOldUntilAllIsThere_data() { firstAndSecond(); }
    void readersSeeTheOldUntilAllIsThere();
    void aSuddenDeathLeavesNothing_data() { firstAndSecond(); }
    void aSuddenDeathLeavesNothing();
    void aStoppedImportLeavesNothing();
    void whatWasStoppedIsOverwritten();
    void aFailureLeavesNothing();
    void tidyingUpIsSeenByNobody();
    void oneImportAtATime();
    void anImportWaitsForItsTurn();
    void settingsThatAreChangedMeanwhileStay();
    void anotherCurrencyTakesTheMarketsUsualAmounts();

private:
    QTemporaryDir m_folder;
};

/// Somebody writes at every moment of the import, and it waits for them: with one transaction over all of it
/// neither would ever come to an end.
void TestStaging::othersWriteMeanwhile()
{
    QFETCH(bool, first);
    const auto store = newStore(first ? QStringLiteral("write1") : QStringLiteral("write2"));
    ImportRows batch = prepare(*store, first);
    int written = 0;
    int stuck = 0;
    const auto writeMeanwhile = [&] {
        if (stuck > 0)
            return; // once is enough
        auto writing = std::make_shared<std::promise<bool>>();
        auto done = writing->get_future();
        std::thread([&store, writing] {
            writing->set_value(store->packages().setAttributionDefaults({}).has_value());
        }).detach();
        if (done.wait_for(std::chrono::seconds(20)) == std::future_status::ready)
            written += done.get() ? 1 : 0;
        else
            ++stuck;
    };
    SaleBatch sales = std::move(batch.sales);
    batch.sales = {};
    batch.salesToCome = [&] {
        writeMeanwhile();
        return std::move(sales);
    };
    const auto applied = store->sales().apply(std::move(batch), {{}, [&](double share) {
                                                                     if (share < 1) // the last is short
                                                                         writeMeanwhile();
                                                                 }});
    QVERIFY(applied);
    QCOMPARE(stuck, 0);
    QVERIFY2(written > 4, qPrintable(QString::number(written)));
}

void TestStaging::readersSeeTheOldUntilAllIsThere()
{
    QFETCH(bool, first);
    const auto store = newStore(first ? QStringLiteral("read1") : QStringLiteral("read2"));
    ImportRows batch = prepare(*store, first);
    const Content before = contentOf(*store);
    int looks = 0;
    const auto applied = store->sales().apply(std::move(batch), {{}, [&](double) {
                                                                     ++looks;
                                                                     QVERIFY(contentOf(*store) == before);
                                                                 }});
    QVERIFY(applied);
    QVERIFY(looks > 4);
    const Content after = contentOf(*store);
    QVERIFY(!(after == before));
    QCOMPARE(after.snapshot, applied->snapshotId);
    QVERIFY(isTidy(store->workspaceFile()));
    QVERIFY(isSound(store->workspaceFile()));
    // The same as in one go, in the other order of deliveries where that doesn't matter.
    QCOMPARE(after.data.customerIds.size(), size_t(first ? customers + 70 : customers * 3 / 2 + 70));
}

/// As the files lie on the disk at each moment, the next start finds what was there before.
void TestStaging::aSuddenDeathLeavesNothing()
{
    QFETCH(bool, first);
    const auto store = newStore(first ? QStringLiteral("kill1") : QStringLiteral("kill2"));
    ImportRows batch = prepare(*store, first);
    const Content before = contentOf(*store);
    QStringList copies;
    const auto applied = store->sales().apply(
        std::move(batch), {{}, [&](double share) {
                               if (share >= 1)
                                   return;
                               const QString copy =
                                   store->workspaceFile() + QStringLiteral(".copy%1").arg(copies.size());
                               copies.append(copy);
                               // The file first: what is copied over into it meanwhile is still in the log.
                               QVERIFY(copyAtRest(store->workspaceFile(), copy));
                               QVERIFY(copyAtRest(store->workspaceFile() + QStringLiteral("-wal"),
                                                  copy + QStringLiteral("-wal")));
                           }});
    QVERIFY(applied);
    QVERIFY(copies.size() > 4);
    const Content after = contentOf(*store);
    bool anyStaged = false;
    for (const QString &copy : copies) {
        const auto again = std::move(*openStore(copy));
        anyStaged = anyStaged || countOf(copy, "import_stage") > 0;
        QVERIFY(contentOf(*again) == before);
        QVERIFY(again->sales().tidyUp({}));
        QVERIFY(isTidy(copy));
        QVERIFY(isSound(copy));
        QVERIFY(contentOf(*again) == before);
        QCOMPARE(countOf(copy, "customer"), std::int64_t(before.data.customerIds.size()));
        QCOMPARE(countOf(copy, "ticket_category"), first ? 0 : 1);
    }
    QVERIFY(anyStaged);
    // And what was begun can be done from there.
    const auto last = std::move(*openStore(copies.back()));
    ImportRows repeated = first ? delivery(0, "Ulm", 1000) : delivery(customers / 2, "Bonn", 1200);
    QCOMPARE(last->sales().apply(std::move(repeated), {}).value().snapshotId, after.snapshot);
    QVERIFY(contentOf(*last) == after);
}

void TestStaging::aStoppedImportLeavesNothing()
{
    const auto store = newStore(QStringLiteral("stop"));
    for (const int after : {0, 1, 3, 5, 1000}) { // parts; the last number stops nothing but the end
        const Content before = contentOf(*store);
        std::stop_source source;
        int parts = 0;
        const JobControl control{source.get_token(), [&](double share) {
                                     if (parts++ == after || share >= 1)
                                         source.request_stop();
                                 }};
        const auto stopped = store->sales().apply(delivery(0, "Ulm", 1000), control);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().messageKey, QStringLiteral("error.import.cancelled"));
        QVERIFY(contentOf(*store) == before);
        QVERIFY(store->sales().tidyUp({}));
        QVERIFY(isTidy(store->workspaceFile()));
        for (const char *table : {"customer", "sale_block", "event", "ticket_category"})
            QCOMPARE(countOf(store->workspaceFile(), table), 0);
    }
    // One that nobody has tidied up behind is no obstacle to the next.
    std::stop_source source;
    QVERIFY(!store->sales().apply(delivery(0, "Ulm", 1000),
                                  {source.get_token(), [&](double) { source.request_stop(); }}));
    QVERIFY(store->sales().apply(delivery(0, "Ulm", 1000), {}));
    QVERIFY(isTidy(store->workspaceFile()));
}

/// People's data that counts for nobody isn't only unlinked in the file.
void TestStaging::whatWasStoppedIsOverwritten()
{
    auto store = newStore(QStringLiteral("overwrite"));
    const QString path = store->workspaceFile();
    std::stop_source source;
    QVERIFY(!store->sales().apply(delivery(0, "Wolfenbuettel", 1000), {source.get_token(), [&](double share) {
                                                                           if (share >= 1)
                                                                               source.request_stop();
                                                                       }}));
    QVERIFY(store->sales().tidyUp({}));
    store.reset(); // with the log
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("Wolfenbuettel"));
}

void TestStaging::aFailureLeavesNothing()
{
    struct Bad { };
    const auto store = newStore(QStringLiteral("fail"));
    ImportRows batch = delivery(0, "Ulm", 1000);
    batch.salesToCome = []() -> SaleBatch { throw Bad(); };
    QVERIFY_THROWS_EXCEPTION(Bad, (void)store->sales().apply(std::move(batch), {}));
    QVERIFY(isTidy(store->workspaceFile()));
    QCOMPARE(countOf(store->workspaceFile(), "customer"), 0);
}

/// Corrections that wait to be written into their rows, and blocks that are to go.
void TestStaging::tidyingUpIsSeenByNobody()
{
    const auto store = newStore(QStringLiteral("tidy"));
    QVERIFY(store->sales().apply(delivery(0, "Ulm", 1000), {}));
    {
        Database database(store->workspaceFile(), Database::Access::ReadWrite);
        database.execute(
            "INSERT INTO changed_customer SELECT no, id, email, phone, first_name, last_name,"
            " 'Bonn', zip, country, language, birth_year, 1, consent_ads, ad_opt_out FROM customer"
            " WHERE no % 3 > 0");
        database.execute("INSERT INTO outdated_block SELECT no FROM sale_block WHERE no % 2 = 0");
    }
    const Content before = contentOf(*store);
    QVERIFY(std::ranges::any_of(before.listed, [](const std::string &of) { return of.ends_with("Bonn"); }));
    Database database(store->workspaceFile(), Database::Access::ReadWrite);
    int steps = 0;
    for (bool more = true; more; ++steps) {
        {
            Transaction transaction(database, Transaction::Mode::Write);
            more = tidyUpStep(database);
            transaction.commit();
        }
        QVERIFY(contentOf(*store) == before);
    }
    QVERIFY2(steps > 3, qPrintable(QString::number(steps)));
    QVERIFY(isTidy(store->workspaceFile()));
    QVERIFY(isSound(store->workspaceFile()));
}

/// The command line beside the desktop: the second one waits, and finds what the first has brought.
void TestStaging::oneImportAtATime()
{
    const auto store = newStore(QStringLiteral("two"));
    const auto other = newStore(QStringLiteral("two"));
    std::future<Expected<ImportOutcome>> second;
    const auto applied = store->sales().apply(
        delivery(0, "Ulm", 1000), {{}, [&](double) {
                                       if (!second.valid())
                                           second = std::async(std::launch::async, [&] {
                                               return other->sales().apply(delivery(0, "Ulm", 1000), {});
                                           });
                                       QVERIFY(other->sales().tidyUp({})); // leaves alone what is at work
                                   }});
    QVERIFY(applied);
    const auto again = second.get();
    QVERIFY(again);
    QCOMPARE(again->customers, (RowCounts{0, 0, customers}));
    QCOMPARE(again->sales, (RowCounts{0, 0, lines}));
    QCOMPARE(again->snapshotId, applied->snapshotId);
    QVERIFY(!QFile::exists(store->workspaceFile() + QStringLiteral(".import")));
}

/// Who waits hears a stop; who doesn't wait has no turn. Without waiting both would go ahead.
void TestStaging::anImportWaitsForItsTurn()
{
    const QString file = m_folder.filePath(QStringLiteral("turn"));
    std::stop_source stop;
    stop.request_stop();
    {
        const ImportTurn first(file);
        QVERIFY(first.isHeld());
        QVERIFY(!ImportTurn(file).isHeld());
        QVERIFY_THROWS_EXCEPTION(Stopped, ImportTurn(file, stop.get_token()));
    }
    QVERIFY(ImportTurn(file, stop.get_token()).isHeld());
}

/// The delivery sets what it says itself; and no currency can be chosen while amounts are on their way.
void TestStaging::settingsThatAreChangedMeanwhileStay()
{
    const auto store = newStore(QStringLiteral("settings"));
    ImportRows batch = delivery(0, "Ulm", 1000);
    batch.settle = [](Organiser &organiser) { organiser.timeZone = QStringLiteral("Europe/Zurich"); };
    SaleBatch sales = std::move(batch.sales);
    batch.sales = {};
    int status = 0;
    batch.salesToCome = [&] {
        Organiser typed = *store->settings().organiser();
        typed.name = QStringLiteral("Zürich Konzerte");
        typed.consentWhenUnknown = false;
        [&] { QVERIFY(setOrganiser(store->settings(), typed)); }();
        typed.currency = QStringLiteral("JPY");
        const auto refused = setOrganiser(store->settings(), typed);
        status = refused ? 200 : refused.error().httpStatus;
        return std::move(sales);
    };
    QVERIFY(store->sales().apply(std::move(batch), {}));
    QCOMPARE(status, 409);
    const Organiser after = *store->settings().organiser();
    QCOMPARE(after.name, QStringLiteral("Zürich Konzerte"));
    QVERIFY(!after.consentWhenUnknown);
    QCOMPARE(after.currency, QStringLiteral("EUR"));
    QCOMPARE(after.timeZone, QStringLiteral("Europe/Zurich"));
}

void TestStaging::anotherCurrencyTakesTheMarketsUsualAmounts()
{
    const auto store = newStore(QStringLiteral("market"));
    MarketAssumptions typed;
    typed.cpmMinor = 2'800;
    typed.frequency = 5;
    QVERIFY(setMarket(store->settings(), typed));
    ImportRows batch = delivery(0, "Ulm", 1000);
    batch.settle = [](Organiser &organiser) { organiser.currency = QStringLiteral("KWD"); };
    QVERIFY(store->sales().apply(std::move(batch), {}));
    const auto after = store->settings().all();
    QVERIFY(after && after->market);
    QCOMPARE(after->market->cpmMinor, std::int64_t{MarketAssumptions::usual});
    QCOMPARE(after->market->floorClicksMinor, std::int64_t{MarketAssumptions::usual});
    QCOMPARE(after->market->frequency, 5.0);
}

QTEST_GUILESS_MAIN(TestStaging)
#include "tst_staging.moc"
