// What a rescue says it saved is what is there: counts, sales of events and customers that are lost, and what
// nobody agreed to.
#include "app/service/store/rescue.h"
#include "app/service/store/sqlite/connection/checkedpages.h"
#include "app/service/store/sqlite/connection/database.h"
#include "app/service/store/sqlite/rescue/treepage.h"
#include "app/service/store/store.h"
#include "tests/service/store/damage/rescuecheck.h"
#include "tests/service/store/damage/workspacefile.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

using namespace groundswell;
using namespace groundswell::service;
using namespace groundswell::test;

namespace {

constexpr qsizetype pageSize = 16'384;
using Kind = RescuedPart::Kind;

} // namespace

class TestRescuedParts : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_whole;
    Rows m_originals;
    std::map<std::string, std::vector<qsizetype>> m_pages; ///< of each table and index, from 0

    [[nodiscard]] QString at(const char *name) const { return m_folder.filePath(QLatin1StringView(name)); }
    Expected<RescueReport> rescue(const QByteArray &damaged)
    {
        QFile::remove(at("rescued.groundswell"));
        writeBytes(at("damaged.groundswell"), damaged);
        return rescueWorkspace(at("damaged.groundswell"), at("rescued.groundswell"));
    }
    [[nodiscard]] QByteArray without(const std::vector<std::string> &names) const
    {
        QByteArray damaged = m_whole;
        for (const std::string &name : names) {
            for (const qsizetype page : m_pages.at(name))
                damaged.replace(page * pageSize + 300, 512, QByteArray(512, 'x'));
        }
        return damaged;
    }
    [[nodiscard]] std::int64_t number(const char *sql) const
    {
        Database database(at("rescued.groundswell"), Database::Access::ReadOnly);
        Statement select = database.prepare(sql);
        return select.step() ? select.integer(0) : -1;
    }
    [[nodiscard]] QByteArray damagedSomewhere(QRandomGenerator &random) const;
    void findPages();

private Q_SLOTS:
    void initTestCase()
    {
        {
            const auto store = openStore(at("whole.groundswell"));
            QVERIFY(store);
            fillWorkspace(**store, at("whole.groundswell"));
        }
        m_whole = bytesOf(at("whole.groundswell"));
        m_originals = originalRowsOf(at("whole.groundswell"));
        findPages();
        QVERIFY(m_pages.at("customer").size() > 2); // more than one page of rows
    }

    void salesStayWithEventsThatAreLost()
    {
        const auto report = rescue(without({"event"}));
        QVERIFY(report);
        QCOMPARE(rescueFindings(m_originals, at("rescued.groundswell"), *report), QStringList());
        QCOMPARE(report->part(Kind::Events).rescued, 0);
        QCOMPARE(report->part(Kind::Events).inPart, 3);
        QVERIFY(report->part(Kind::Events).isComplete && !report->isComplete());
        QCOMPARE(report->part(Kind::Sales).rescued, 9'000);
        QCOMPARE(revenueOf(originalRowsOf(at("rescued.groundswell"))), revenueOf(m_originals));
        QCOMPARE(number("SELECT sum(revenue_minor) FROM event"), revenueOf(m_originals));
        // Its last sale is what is known of when it was, and it is over.
        QCOMPARE(number("SELECT count(*) FROM event WHERE starts_at = over_at AND starts_at ="
                        " (SELECT max(last_at) FROM sale_block WHERE event = event.no)"),
                 3);
        QVERIFY(openStore(at("rescued.groundswell")));
    }

    void salesStayWithCustomersThatAreLost()
    {
        const auto report = rescue(without({"customer"}));
        QVERIFY(report);
        QCOMPARE(rescueFindings(m_originals, at("rescued.groundswell"), *report), QStringList());
        QCOMPARE(report->part(Kind::Customers).inPart, 700);
        QCOMPARE(report->part(Kind::Customers).lost, 0);
        QCOMPARE(report->part(Kind::Sales).rescued, 9'000);
        QCOMPARE(report->part(Kind::Sales).inPart, 0);
        // What they said isn't known, whatever the workspace takes those for of whom nothing is known.
        QCOMPARE(number("SELECT count(*) FROM customer WHERE consent_ads = 0 AND consent_email = 0"
                        " AND ad_opt_out = 1 AND email = ''"),
                 700);
    }

    void whereTheIdIsLostTooTheSaleIsAnonymous()
    {
        const auto report = rescue(without({"customer", "sqlite_autoindex_customer_1"}));
        QVERIFY(report);
        QCOMPARE(rescueFindings(m_originals, at("rescued.groundswell"), *report), QStringList());
        QCOMPARE(report->part(Kind::Customers).rescued + report->part(Kind::Customers).inPart, 0);
        QVERIFY(!report->part(Kind::Customers).isComplete);
        QCOMPARE(report->part(Kind::Sales).inPart, 9'000);
        QCOMPARE(report->part(Kind::Sales).lost, 0);
        QCOMPARE(revenueOf(originalRowsOf(at("rescued.groundswell"))), revenueOf(m_originals));
    }

    void whereTheEventsIdIsLostTooItsSalesAreCounted()
    {
        const auto report = rescue(without({"event", "sqlite_autoindex_event_1"}));
        QVERIFY(report);
        QCOMPARE(rescueFindings(m_originals, at("rescued.groundswell"), *report), QStringList());
        QCOMPARE(report->part(Kind::Sales).rescued, 0);
        QCOMPARE(report->part(Kind::Sales).lost, 9'000);
    }

    void categoriesAreKnownFromTheirIndex()
    {
        auto report = rescue(without({"ticket_category"}));
        QVERIFY(report);
        QCOMPARE(report->part(Kind::Sales).rescued, 9'000);
        QCOMPARE(originalRowsOf(at("rescued.groundswell")), m_originals);
        report = rescue(without({"ticket_category", "sqlite_autoindex_ticket_category_1"}));
        QVERIFY(report);
        QCOMPARE(rescueFindings(m_originals, at("rescued.groundswell"), *report), QStringList());
        QCOMPARE(report->part(Kind::Sales).inPart, 9'000);
        QCOMPARE(revenueOf(originalRowsOf(at("rescued.groundswell"))), revenueOf(m_originals));
    }

    // Whatever is damaged, the list of tables too.
    void whatItSaysIsThere()
    {
        QRandomGenerator random(20'261'129);
        const int wanted = std::max(60, qEnvironmentVariableIntValue("GROUNDSWELL_DAMAGES"));
        qint64 whole = 0, inPart = 0, lost = 0;
        for (int i = 0; i < wanted; ++i) {
            const auto report = rescue(damagedSomewhere(random));
            QVERIFY2(report, qPrintable(QString::number(i)));
            const QStringList findings = rescueFindings(m_originals, at("rescued.groundswell"), *report);
            QVERIFY2(findings.isEmpty(), qPrintable(QStringLiteral("%1: ").arg(i) + findings.join(u'\n')));
            for (const RescuedPart &part : report->parts) {
                whole += part.rescued;
                inPart += part.inPart;
                lost += part.lost;
            }
        }
        qInfo("%lld whole, %lld in part, %lld known to be lost", whole, inPart, lost);
    }
};

void TestRescuedParts::findPages()
{
    Database database(at("whole.groundswell"), Database::Access::ReadOnly);
    Statement select = database.prepare("SELECT name, rootpage FROM sqlite_master");
    while (select.step()) {
        std::vector<qsizetype> &pages = m_pages[std::string(select.view(0))];
        pages.push_back(select.integer(1) - 1);
        for (size_t i = 0; i < pages.size(); ++i) {
            const QByteArray bytes = m_whole.mid(pages[i] * pageSize, pageSize - checksumBytes);
            const auto page = TreePage::read({reinterpret_cast<const unsigned char *>(bytes.constData()),
                                              static_cast<size_t>(bytes.size())});
            QVERIFY(page);
            for (const std::uint32_t child : page->children())
                pages.push_back(static_cast<qsizetype>(child) - 1);
        }
    }
}

QByteArray TestRescuedParts::damagedSomewhere(QRandomGenerator &random) const
{
    QByteArray damaged = m_whole;
    const auto pages = static_cast<quint32>(m_whole.size() / pageSize);
    const int places = 1 + static_cast<int>(random.bounded(4U));
    for (int i = 0; i < places; ++i) {
        const qsizetype page = random.bounded(3U) == 0 ? 0 : static_cast<qsizetype>(random.bounded(pages));
        const qsizetype begin = page * pageSize;
        switch (random.bounded(4U)) {
        case 0: {
            const qsizetype place = begin + static_cast<qsizetype>(random.bounded(16'384U));
            damaged[place] = static_cast<char>(damaged.at(place) ^ (1 << random.bounded(8)));
            break;
        }
        case 1:
            damaged.replace(begin, pageSize, QByteArray(pageSize, '\0'));
            break;
        case 2:
            damaged.replace(begin + 512 * static_cast<qsizetype>(random.bounded(32U)), 512,
                            QByteArray(512, 'x'));
            break;
        default:
            damaged.replace(begin, pageSize,
                            m_whole.mid(static_cast<qsizetype>(random.bounded(pages)) * pageSize, pageSize));
        }
    }
    return damaged;
}

QTEST_GUILESS_MAIN(TestRescuedParts)
#include "tst_rescuedparts.moc"
