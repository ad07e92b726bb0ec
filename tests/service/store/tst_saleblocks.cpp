#include "app/service/store/eventstore.h"
#include "app/service/store/salesstore.h"
#include "app/service/store/sqlite/migrations/migrations.h"
#include "app/service/store/sqlite/sales/eventmerge.h"
#include "app/service/store/sqlite/sales/saleblock.h"
#include "app/service/store/sqlite/sales/saletable.h"
#include "app/service/store/store.h"

#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <tuple>

using namespace groundswell;
using namespace groundswell::service;

namespace {

constexpr std::int64_t start = 1'780'000'000; // 28 May 2026
constexpr int manyLines = 7000; // several blocks

bool same(const SaleLine &a, const SaleLine &b)
{
    const auto tie = [](const SaleLine &line) {
        return std::tie(line.at, line.amountMinor, line.baseMinor, line.customer, line.category,
                        line.quantity, line.invoice);
    };
    return tie(a) == tie(b);
}

std::vector<SaleLine> read(std::string_view bytes)
{
    SaleBlockReader block(bytes);
    std::vector<SaleLine> lines;
    for (SaleLine line; block.next(line);)
        lines.push_back(line);
    return lines;
}

/// Lines of one event, several at the same moment, by many customers; every fourth has no invoice number.
SaleBatch manySales(const std::vector<int> &numbers)
{
    SaleBatch batch;
    for (const int i : numbers) {
        SaleRow row;
        row.at = start + i / 3;
        row.customer = batch.customers.intern("c" + std::to_string(i % 501));
        row.event = batch.events.intern("e1");
        row.category = batch.categories.intern(i % 2 == 0 ? "VIP" : "regular");
        row.quantity = i % 9 == 0 ? -1 : 1 + i % 3;
        row.amountMinor = 100 * row.quantity;
        batch.setInvoice(row, i % 4 == 0 ? std::string() : "R-" + std::to_string(i));
        batch.rows.push_back(row);
    }
    return batch;
}

std::vector<int> numbersUpTo(int end, int step = 1)
{
    std::vector<int> numbers;
    for (int i = 0; i < end; i += step)
        numbers.push_back(i);
    return numbers;
}

ImportRows deliveryOf(SaleBatch sales)
{
    ImportRows batch;
    EventRow event;
    event.id = "e1";
    event.title = "Nacht der Oper";
    event.startsAt = start + 864'000;
    batch.events = {event};
    batch.sales = std::move(sales);
    return batch;
}

EventDelivery stored(std::vector<SaleLine> lines)
{
    EventDelivery delivery;
    std::int64_t number = 0;
    for (const PackedSales &block : packInBlocks(lines))
        delivery.stored.push_back({++number, block.bytes});
    return delivery;
}

std::vector<SaleLine> plainLines(int count)
{
    std::vector<SaleLine> lines;
    for (int i = 0; i < count; ++i) {
        SaleLine line;
        line.at = start + i;
        line.customer = static_cast<std::uint32_t>(1 + i % 100);
        line.quantity = 1;
        line.amountMinor = 1000;
        lines.push_back(line);
    }
    return lines;
}

} // namespace

class TestSaleBlocks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBlockGivesBackItsLines();
    void whatIsNoBlockIsRefused();
    void damageIsNoCrash();
    void onlyTheBlocksThatChangeAreWritten();
    void aLineBetweenTwoBlocksGoesIntoTheFirst();
    void aSeasonOfDeliveriesIsLikeOne();
    void ordersOfAHouseAccountAreToldApart();
    void salesAreReadByDayAndCategory();
    void damagedSalesAreAProblem();
    void rowsOfAnEarlierVersionBecomeBlocks();

private:
    std::unique_ptr<Store> newStore(const QString &name)
    {
        return std::move(*openStore(m_folder.filePath(name)));
    }
    QTemporaryDir m_folder;
};

void TestSaleBlocks::aBlockGivesBackItsLines()
{
    const bool held = rc::check("unpacked = packed", [] {
        constexpr std::int64_t amount = std::int64_t{1} << 60;
        std::vector<std::string> invoices(*rc::gen::inRange<size_t>(0, 30));
        std::vector<SaleLine> lines;
        for (std::string &invoice : invoices) {
            invoice = *rc::gen::arbitrary<std::string>();
            SaleLine line;
            line.at = *rc::gen::inRange<std::int64_t>(-amount, amount);
            line.amountMinor = *rc::gen::inRange<std::int64_t>(-amount, amount);
            line.baseMinor = *rc::gen::element(SaleLine::noBase, line.amountMinor,
                                               *rc::gen::inRange<std::int64_t>(-amount, amount));
            line.customer = *rc::gen::arbitrary<std::uint32_t>();
            line.category = *rc::gen::arbitrary<std::uint32_t>();
            line.quantity = *rc::gen::arbitrary<std::int32_t>();
            line.invoice = invoice;
            lines.push_back(line);
        }
        const std::string bytes = packSales(lines);
        RC_ASSERT(std::ranges::equal(read(bytes), lines, same));
    });
    QVERIFY(held);
}

void TestSaleBlocks::whatIsNoBlockIsRefused()
{
    const std::string bytes = packSales(plainLines(20));
    for (size_t length = 0; length < bytes.size(); ++length)
        QVERIFY_THROWS_EXCEPTION(SqlError, read(std::string_view(bytes).substr(0, length)));
    QVERIFY_THROWS_EXCEPTION(SqlError, read(std::string(200, '\xff')));
    QVERIFY_THROWS_EXCEPTION(SqlError, read("\x02" + bytes.substr(1))); // of a later version
}

void TestSaleBlocks::damageIsNoCrash()
{
    const std::string bytes = packSales(plainLines(20));
    int refused = 0;
    for (size_t i = 0; i < bytes.size(); ++i) {
        for (const char damage : {'\x01', '\x80', '\xff'}) {
            std::string damaged = bytes;
            damaged[i] = static_cast<char>(damaged[i] ^ damage);
            try {
                read(damaged);
            } catch (const SqlError &) {
                ++refused;
            }
        }
    }
    QVERIFY(refused > 10);
}

void TestSaleBlocks::onlyTheBlocksThatChangeAreWritten()
{
    const std::vector<SaleLine> lines = plainLines(manyLines);
    EventDelivery delivery = stored(lines);
    QVERIFY(delivery.stored.size() >= 4);
    delivery.lines = {lines[3000]};
    QVERIFY(mergeSales(delivery).blocks.empty()); // known
    delivery.lines[0].amountMinor = 900; // corrected
    const SalesChange corrected = mergeSales(delivery);
    QCOMPARE(corrected.counts, (RowCounts{0, 1, 0}));
    QCOMPARE(corrected.outdated, std::vector<std::int64_t>{2});
    QCOMPARE(corrected.blocks.size(), 1);
    QCOMPARE(corrected.lines.size(), manyLines);
    QCOMPARE(corrected.removed.size(), 1);
    QVERIFY(same(corrected.removed[0], lines[3000]));
    delivery.lines[0].at = start + 2 * manyLines; // later than all
    const SalesChange appended = mergeSales(delivery);
    QCOMPARE(appended.counts, (RowCounts{1, 0, 0}));
    QCOMPARE(appended.outdated, std::vector<std::int64_t>{delivery.stored.back().number});
    QCOMPARE(appended.lines.size(), manyLines + 1);
    QCOMPARE(appended.lines.back().at, start + 2 * manyLines);
}

void TestSaleBlocks::aLineBetweenTwoBlocksGoesIntoTheFirst()
{
    std::vector<SaleLine> lines = plainLines(manyLines);
    for (SaleLine &line : lines)
        line.at = start + 10 * (line.at - start); // room between them
    EventDelivery delivery = stored(lines);
    const std::vector<SaleLine> first = read(delivery.stored[0].bytes);
    SaleLine line = first.back();
    line.at += 5;
    delivery.lines = {line};
    const SalesChange between = mergeSales(delivery);
    QCOMPARE(between.outdated, std::vector<std::int64_t>{1});
    QVERIFY(std::ranges::is_sorted(between.lines, {}, &SaleLine::at));
    delivery.lines[0].at = start - 5; // before all
    const SalesChange before = mergeSales(delivery);
    QVERIFY(before.outdated.empty());
    QCOMPARE(before.blocks.size(), 1);
    QCOMPARE(before.lines.front().at, start - 5);
}

void TestSaleBlocks::aSeasonOfDeliveriesIsLikeOne()
{
    const std::unique_ptr<Store> whole = newStore(QStringLiteral("whole"));
    const std::vector<int> all = numbersUpTo(manyLines);
    const QString id = whole->sales().apply(deliveryOf(manySales(all)), {}).value().snapshotId;
    const std::unique_ptr<Store> parts = newStore(QStringLiteral("parts"));
    std::mt19937 random(1); // the same everywhere
    std::int64_t added = 0;
    std::vector<int> shuffled = all;
    for (size_t i = shuffled.size() - 1; i > 0; --i)
        std::swap(shuffled[i], shuffled[random() % (i + 1)]);
    for (size_t begin = 0; begin < shuffled.size(); begin += 500) {
        // Each delivery repeats a part of the one before.
        const size_t from = begin < 200 ? 0 : begin - 200;
        const size_t to = std::min(begin + 500, shuffled.size());
        const std::vector<int> part(shuffled.begin() + static_cast<std::ptrdiff_t>(from),
                                    shuffled.begin() + static_cast<std::ptrdiff_t>(to));
        const ImportOutcome outcome = parts->sales().apply(deliveryOf(manySales(part)), {}).value();
        QCOMPARE(outcome.sales.unchanged, static_cast<std::int64_t>(begin - from));
        added += outcome.sales.added;
    }
    QCOMPARE(added, manyLines);
    QCOMPARE(parts->sales().snapshotId().value(), id);
    const Dataset a = whole->sales().loadDataset().value();
    const Dataset b = parts->sales().loadDataset().value();
    QCOMPARE(a.offsets, b.offsets);
    QCOMPARE(a.purchases.size(), size_t{manyLines});
    for (size_t i = 0; i < a.purchases.size(); ++i) {
        QCOMPARE(a.purchases[i].at, b.purchases[i].at);
        QCOMPARE(a.purchases[i].order, b.purchases[i].order);
        QCOMPARE(a.purchases[i].amountMinor, b.purchases[i].amountMinor);
    }
}

void TestSaleBlocks::ordersOfAHouseAccountAreToldApart()
{
    const std::unique_ptr<Store> store = newStore(QStringLiteral("account"));
    SaleBatch sales;
    for (int i = 0; i < manyLines; ++i) {
        SaleRow row;
        row.at = start + i % 1000; // an order's lines don't follow each other
        row.customer = sales.customers.intern("box office");
        row.event = sales.events.intern("e1");
        row.category = sales.categories.intern("");
        row.quantity = 1;
        row.amountMinor = i / 2; // tells to which order a line belongs
        sales.setInvoice(row, i % 10 == 9 ? std::string() : "R-" + std::to_string(i / 2));
        sales.rows.push_back(row);
    }
    QVERIFY(store->sales().apply(deliveryOf(std::move(sales)), {}));
    const Dataset dataset = store->sales().loadDataset().value();
    std::map<std::int64_t, std::set<std::uint32_t>> orders;
    std::set<std::uint32_t> all;
    for (const Purchase &purchase : dataset.purchases) {
        orders[purchase.amountMinor].insert(purchase.order);
        all.insert(purchase.order);
    }
    // Every fifth pair has a line without an invoice number, which is an order of its own.
    for (const auto &[pair, of] : orders)
        QCOMPARE(of.size(), pair % 5 == 4 ? 2U : 1U);
    QCOMPARE(all.size(), size_t{manyLines / 2 + manyLines / 10});
    QCOMPARE(*all.rbegin() + 1, all.size()); // dense
}

void TestSaleBlocks::salesAreReadByDayAndCategory()
{
    const std::unique_ptr<Store> store = newStore(QStringLiteral("days"));
    SaleBatch sales = manySales(numbersUpTo(manyLines));
    std::int64_t tickets = 0, vip = 0;
    for (size_t i = 0; i < sales.rows.size(); ++i) {
        sales.rows[i].at = start + static_cast<std::int64_t>(i) * 60; // nearly five days
        tickets += sales.rows[i].quantity;
        vip += i % 2 == 0 ? sales.rows[i].quantity : 0;
    }
    QVERIFY(store->sales().apply(deliveryOf(std::move(sales)), {}));
    const auto days = store->events().dailySales(EventId(QStringLiteral("e1"))).value();
    QCOMPARE(days.size(), 6); // it begins at noon
    std::int64_t sum = 0;
    for (size_t i = 0; i < days.size(); ++i) {
        QVERIFY(i == 0 || days[i - 1].day.addDays(1) == days[i].day);
        sum += days[i].tickets;
    }
    QCOMPARE(sum, tickets);
    const auto categories = store->events().ticketCategories(EventId(QStringLiteral("e1"))).value();
    QCOMPARE(categories.size(), 2);
    QCOMPARE(categories[0].name, QStringLiteral("VIP"));
    QCOMPARE(categories[0].tickets, vip);
    QCOMPARE(categories[1].tickets, tickets - vip);
}

void TestSaleBlocks::damagedSalesAreAProblem()
{
    const QString path = m_folder.filePath(QStringLiteral("damaged"));
    const std::unique_ptr<Store> store = newStore(QStringLiteral("damaged"));
    QVERIFY(store->sales().apply(deliveryOf(manySales(numbersUpTo(100))), {}));
    {
        Database database(path, Database::Access::ReadWrite);
        database.run("UPDATE sale_block SET data = substr(data, 1, 50)");
    }
    QCOMPARE(store->sales().loadDataset().error().messageKey, QStringLiteral("error.store.damaged"));
    QCOMPARE(store->events().dailySales(EventId(QStringLiteral("e1"))).error().messageKey,
             QStringLiteral("error.store.damaged"));
    const QString before = store->sales().snapshotId().value();
    QCOMPARE(store->sales().apply(deliveryOf(manySales(numbersUpTo(200))), {}).error().messageKey,
             QStringLiteral("error.store.damaged"));
    QCOMPARE(store->sales().snapshotId().value(), before);
}

void TestSaleBlocks::rowsOfAnEarlierVersionBecomeBlocks()
{
    const std::unique_ptr<Store> fresh = newStore(QStringLiteral("fresh"));
    const SaleBatch sales = manySales(numbersUpTo(manyLines));
    const QString id = fresh->sales().apply(deliveryOf(sales), {}).value().snapshotId;
    {
        Database database(m_folder.filePath(QStringLiteral("old")), Database::Access::ReadWrite);
        QVERIFY(migrate(database, migrations().first(3)));
        database.run("INSERT INTO event (no, id, title, starts_at) VALUES (1, 'e1', 'Nacht der Oper', ?)",
                     start + 864'000);
        for (std::uint32_t i = 0; i < sales.customers.size(); ++i)
            database.run("INSERT INTO customer (no, id) VALUES (?, ?)", 1000 - i, sales.customers.at(i));
        for (std::uint32_t i = 0; i < sales.categories.size(); ++i)
            database.run("INSERT INTO ticket_category (no, name) VALUES (?, ?)", i + 1,
                         sales.categories.at(i));
        Statement insert = database.prepare("INSERT INTO sale VALUES (?, ?, 1, ?, ?, ?, NULL, ?, ?)");
        database.execute("BEGIN");
        for (size_t i = 0; i < sales.rows.size(); ++i) {
            const SaleRow &row = sales.rows[i];
            insert.bindAll(1000 - row.customer, row.at, i, row.quantity, row.amountMinor, row.category + 1);
            if (row.invoiceLength > 0)
                insert.bind(7, sales.invoiceOf(row));
            else
                insert.bind(7, nullptr);
            insert.run();
        }
        database.execute("COMMIT");
    }
    const std::unique_ptr<Store> old = newStore(QStringLiteral("old"));
    QCOMPARE(old->sales().snapshotId().value(), id);
    QCOMPARE(old->sales().loadDataset().value().purchases.size(), size_t{manyLines});
    const ImportOutcome again = old->sales().apply(deliveryOf(sales), {}).value();
    QCOMPARE(again.sales, (RowCounts{0, 0, manyLines}));
}

QTEST_GUILESS_MAIN(TestSaleBlocks)
#include "tst_saleblocks.moc"
