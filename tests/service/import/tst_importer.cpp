#include "app/service/import/importer.h"
#include "app/service/store/eventstore.h"
#include "app/service/store/salesstore.h"
#include "app/service/store/settingsstore.h"
#include "app/service/store/store.h"

#include "csvfiles.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStringEncoder>
#include <QTest>

using namespace groundswell;
using namespace groundswell::service;

namespace {

const QByteArray events = "event_id,title,date,time,city,capacity,price,currency\n"
                          "e1,Nacht der Oper,2026-06-12,19:30,Köln,400,45.00,EUR\n"
                          "e2,Jazz im Hof,2026-06-20,20:00,Bonn,120,\"18,50\",EUR\n";
const QByteArray sales = "invoice_number,customer_id,event_id,purchase_datetime,ticket_category,quantity,"
                         "sales_price,base_price,currency\n"
                         "R1,anna,e1,2026-05-01T10:00:00Z,regular,2,90.00,90.00,EUR\n"
                         "R2,ANON,e1,2026-05-02T10:00:00Z,regular,1,45.00,45.00,EUR\n"
                         "R3,ben,e2,2026-05-03T10:00:00Z,VIP,1,30.00,18.50,EUR\n"
                         "R1,anna,e1,2026-05-04T10:00:00Z,regular,-1,45.00,-45.00,EUR\n";

} // namespace

class TestImporter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void importsADelivery();
    void theSameFilesAgainChangeNothing();
    void correctedRowsReplace();
    void countsInAreStoredAndRejected();
    void aBrokenRowInTheMiddleIsNamed();
    void theRejectsFileIsDefusedForSpreadsheets();
    void namesTheReasonOfEveryBadRow_data();
    void namesTheReasonOfEveryBadRow();
    void guessesHeaders_data();
    void guessesHeaders();
    void mappingNamesColumnsAndConstants();
    void refusesWrongMappings_data();
    void refusesWrongMappings();
    void aWholeFileProblemChangesNothing_data();
    void aWholeFileProblemChangesNothing();
    void importsUtf16WithSemicolons();
    void timesTakeTheOrganisersZone();
    void aDateWithoutATimeIsADay();
    void unitPricesAreMultiplied();
    void otherCurrenciesAreKeptOut();
    void consentsAreReadAndMissed();
    void customersAreReadBesideSales();
    void badSalesUndoTheCustomers();
    void aStopBesideTheSalesUndoesTheCustomers();
    void cancellingChangesNothing();
    void progressGrowsToTheEnd();
    void theRejectsFileIsNoInput();
    void previewShowsWhatIsThere();
    void importsTheFestival();

private:
    ImportRequest request(const QByteArray &eventsText = events, const QByteArray &salesText = sales,
                          const QByteArray &customersText = {});
    ImportReport import(const ImportRequest &what);
    std::unique_ptr<CsvFiles> m_files;
    std::unique_ptr<Store> m_store;
};

void TestImporter::init()
{
    m_store.reset();
    m_files = std::make_unique<CsvFiles>();
    m_store = std::move(*openStore(m_files->path(QStringLiteral("w.gsw"))));
}

ImportRequest TestImporter::request(const QByteArray &eventsText, const QByteArray &salesText,
                                    const QByteArray &customersText)
{
    ImportRequest result;
    result.files = {{FileKind::Sales, m_files->write(QStringLiteral("sales.csv"), salesText)},
                    {FileKind::Events, m_files->write(QStringLiteral("events.csv"), eventsText)}};
    if (!customersText.isEmpty())
        result.files.push_back(
            {FileKind::Customers, m_files->write(QStringLiteral("customers.csv"), customersText)});
    result.rejectsPath = m_files->path(QStringLiteral("rejects.csv"));
    return result;
}

ImportReport TestImporter::import(const ImportRequest &what)
{
    auto report = importFiles(*m_store, what);
    if (!report)
        qFatal("%s", qPrintable(report.error().messageId + report.error().arguments.join(u' ')));
    return *report;
}

void TestImporter::importsADelivery()
{
    const ImportReport report = import(request());
    QCOMPARE(report.events.added, 2);
    QCOMPARE(report.sales.added, 4);
    QCOMPARE(report.derivedCustomers, 2);
    QCOMPARE(report.anonymousSales, 1);
    QCOMPARE(report.currency, QStringLiteral("EUR"));
    QCOMPARE(report.rejected(), 0);
    const StoredEvent event = m_store->events().event(EventId(QStringLiteral("e1"))).value();
    QCOMPARE(event.event.start, QDateTime(QDate(2026, 6, 12), QTime(17, 30), Qt::UTC));
    QCOMPARE(event.event.ticketsSold, 2); // a return of one, written with a positive price
    QCOMPARE(event.revenue.minor, 9000);
    QCOMPARE(event.price.value(), (Money{4500, QStringLiteral("EUR")}));
    QCOMPARE(m_store->events().event(EventId(QStringLiteral("e2"))).value().price->minor, 1850);
    QCOMPARE(m_files->read(QStringLiteral("rejects.csv")),
             QByteArray("file,line,reason,column,value,record\n"));
}

void TestImporter::theSameFilesAgainChangeNothing()
{
    const ImportReport first = import(request());
    const ImportReport again = import(request());
    QCOMPARE(again.sales, (RowCounts{0, 0, 4}));
    QCOMPARE(again.events, (RowCounts{0, 0, 2}));
    QCOMPARE(again.snapshotId, first.snapshotId);
}

void TestImporter::correctedRowsReplace()
{
    import(request());
    QByteArray correctedSales = sales;
    correctedSales.replace("R3,ben,e2,2026-05-03T10:00:00Z,VIP,1,30.00",
                           "R3,ben,e2,2026-05-03T10:00:00Z,VIP,1,25.00");
    QByteArray correctedEvents = events;
    correctedEvents.replace("Jazz im Hof", "Jazz im Saal");
    const ImportReport report = import(request(correctedEvents, correctedSales));
    QCOMPARE(report.sales, (RowCounts{0, 1, 3}));
    QCOMPARE(report.events, (RowCounts{0, 1, 1}));
    const StoredEvent event = m_store->events().event(EventId(QStringLiteral("e2"))).value();
    QCOMPARE(event.revenue.minor, 2500);
    QCOMPARE(event.event.title, QStringLiteral("Jazz im Saal"));
}

void TestImporter::countsInAreStoredAndRejected()
{
    const QByteArray dirty = sales
        + "R5,cleo,e9,2026-05-03T10:00:00Z,,1,10,,EUR\n"
          "R6,cleo,e1,31.02.2026,,1,10,,EUR\n"
          "R7,cleo,e1,2026-05-03,,many,10,,EUR\n"
          "R8,cleo,e1,2026-05-03\n"
          "R9,cleo,e1,2026-05-03,\"x\"y,1,10,,EUR\n";
    const ImportReport report = import(request(events, dirty));
    const FileReport &file = report.files.back();
    QCOMPARE(file.kind, FileKind::Sales);
    QCOMPARE(file.rows, 9);
    QCOMPARE(file.rejected, 5);
    QCOMPARE(report.sales.added + report.sales.replaced + report.sales.unchanged, file.stored());
    const std::map<std::string, std::int64_t> reasons{{"event.unknown", 1},
                                                      {"value.date_impossible", 1},
                                                      {"value.number", 1},
                                                      {"row.column_count", 1},
                                                      {"row.quote", 1}};
    QCOMPARE(file.rejectedByReason, reasons);
    const QList<QByteArray> lines = m_files->read(QStringLiteral("rejects.csv")).split('\n');
    QCOMPARE(lines.size(), 7);
    QVERIFY(lines[2].endsWith(
        ",7,value.date_impossible,purchase_datetime,31.02.2026,\"R6,cleo,e1,31.02.2026,,1,10,,EUR\""));
    QVERIFY(lines[5].contains(",10,row.quote,,,"));
}

void TestImporter::theRejectsFileIsDefusedForSpreadsheets()
{
    for (const QByteArray &formula : {QByteArray("=cmd|' /C calc'!A0"), QByteArray("@SUM(A1)"),
                                      QByteArray("-2+cmd"), QByteArray("+HYPERLINK(A1)")}) {
        const QByteArray row =
            formula + ",anna," + formula + ",2026-05-01T10:00:00Z,regular,1,45.00,45.00,EUR\n";
        const ImportReport report = import(request(events, sales + row));
        QCOMPARE(report.files.back().rejected, 1);
        const QByteArray line = m_files->read(QStringLiteral("rejects.csv")).split('\n').at(1);
        const QByteArray defused = ",event_id,'" + formula + ",\"'" + formula + ",anna,";
        QVERIFY2(line.contains(defused), line.constData());
    }
}

void TestImporter::aBrokenRowInTheMiddleIsNamed()
{
    QByteArray many = sales.left(sales.indexOf('\n') + 1);
    for (int i = 2; i <= 5000; ++i) {
        const QByteArray number = QByteArray::number(i);
        many += i == 4711 ? QByteArray("R4711,\"anna,e1,2026-05-03T10:00:00Z,,1,10,,EUR\n")
                          : "R" + number + ",c" + number + ",e1,2026-05-03T10:00:00Z,,1,10,,EUR\n";
    }
    const ImportReport report = import(request(events, many));
    QCOMPARE(report.files.back().rows, 4999);
    QCOMPARE(report.files.back().rejected, 1);
    QCOMPARE(report.files.back().examples.front().line, 4711);
    QCOMPARE(report.files.back().examples.front().reason, QStringLiteral("row.quote"));
    QCOMPARE(report.sales.added, 4998);
}

void TestImporter::namesTheReasonOfEveryBadRow_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("column");
    const auto row = [](const char *text, const char *reason, const char *column) {
        QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(reason) << QString::fromLatin1(column);
    };
    row(",No id,2026-06-12,,,,,", "value.missing", "event_id");
    row("e3,,2026-06-12,,,,,", "value.missing", "title");
    row("e3,T,,,,,,", "value.missing", "date");
    row("e3,T,31.02.2026,,,,,", "value.date_impossible", "date");
    row("e3,T,tomorrow,,,,,", "value.date", "date");
    row("e3,T,2026-06-12,late,,,,", "value.time", "time");
    row("e3,T,2026-06-12,,,-5,,", "value.range", "capacity");
    row("e3,T,2026-06-12,,,big,,", "value.number", "capacity");
    row("e3,T,2026-06-12,,,,cheap,", "value.money", "price");
    row("e3,T,2026-06-12,,,,10,USD", "currency.other", "currency");
    QTest::newRow("a title of a page") << "e3," + QByteArray(1001, 'x') + ",2026-06-12,,,,,"
                                       << QStringLiteral("value.too_long") << QStringLiteral("title");
    QTest::newRow("a city of a book") << "e3,T,2026-06-12,," + QByteArray(20'001, 'x') + ",,,"
                                      << QStringLiteral("value.too_long") << QStringLiteral("city");
}

void TestImporter::namesTheReasonOfEveryBadRow()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, reason);
    QFETCH(QString, column);
    const ImportReport report = import(request(events + row + "\n"));
    const FileReport &file = report.files.front();
    QCOMPARE(file.rejected, 1);
    QCOMPARE(file.examples.front().reason, reason);
    QCOMPARE(file.examples.front().column, column);
    QCOMPARE(file.examples.front().line, 4);
    QCOMPARE(report.events.added, 2);
}

void TestImporter::guessesHeaders_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("salesHeader");
    QTest::newRow("canonical") << QByteArray("event_id,title,date")
                               << QByteArray("customer_id,event_id,purchase_datetime");
    QTest::newRow("any writing") << QByteArray("Event ID,TITLE,Date")
                                 << QByteArray("Customer-ID,Event-ID,Purchase DateTime");
    QTest::newRow("English") << QByteArray("id,name,start_at") << QByteArray("client_id,event,purchased_at");
    QTest::newRow("German") << QByteArray("Veranstaltungsnummer;Titel;Datum")
                            << QByteArray("Kundennummer;Veranstaltungsnummer;Kaufdatum");
    QTest::newRow("Russian") << QByteArray("id мероприятия,Название,Дата начала")
                             << QByteArray("id клиента,id мероприятия,Дата покупки");
}

void TestImporter::guessesHeaders()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, salesHeader);
    const char delimiter = header.contains(';') ? ';' : ',';
    QByteArray eventRow("e1,Abend,2026-06-12");
    QByteArray saleRow("anna,e1,2026-05-01");
    const ImportReport report = import(request(header + '\n' + eventRow.replace(',', delimiter) + '\n',
                                               salesHeader + '\n' + saleRow.replace(',', delimiter) + '\n'));
    QCOMPARE(report.events.added, 1);
    QCOMPARE(report.sales.added, 1);
}

void TestImporter::mappingNamesColumnsAndConstants()
{
    const QByteArray json =
        R"({"_remark":"x","events":{"event_id":"nr","title":"what","date":"when","city":{"value":"Wien"},"genre":null},
        "sales":{"customer_id":"who"},"options":{"time_zone":"Europe/Vienna","currency":"chf","date_order":"month_first","consent_when_unknown":false}})";
    const auto mapping = ImportMapping::fromJson(json);
    QVERIFY(mapping.has_value());
    QCOMPARE(ImportMapping::fromJson(QJsonDocument(mapping->toJson()).toJson()).value(), *mapping);
    ImportRequest mapped =
        request("nr,what,when,genre\n7,Abend,06/12/2026,Jazz\n", "who,event_id,date\nanna,7,05/01/2026\n");
    mapped.mapping = *mapping;
    const ImportReport report = import(mapped);
    QCOMPARE(report.currency, QStringLiteral("CHF"));
    const StoredEvent event = m_store->events().event(EventId(QStringLiteral("7"))).value();
    QCOMPARE(event.event.city, QStringLiteral("Wien"));
    QCOMPARE(event.event.genre, QString()); // left out on request
    QCOMPARE(event.event.start, QDateTime(QDate(2026, 6, 11), QTime(22, 0), Qt::UTC));
    QCOMPARE(m_store->settings().organiser().value().timeZone, QStringLiteral("Europe/Vienna"));
    QVERIFY(!m_store->settings().organiser().value().consentWhenUnknown);
}

void TestImporter::refusesWrongMappings_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("problem");
    QTest::newRow("no JSON") << QByteArray("events: title") << QStringLiteral("import.mapping");
    QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("import.mapping");
    QTest::newRow("unknown section") << QByteArray(R"({"event":{}})") << QStringLiteral("import.mapping");
    QTest::newRow("unknown field") << QByteArray(R"({"events":{"titel":"a"}})")
                                   << QStringLiteral("import.mapping_field");
    QTest::newRow("number for a column")
        << QByteArray(R"({"events":{"title":3}})") << QStringLiteral("import.mapping");
    QTest::newRow("date order") << QByteArray(R"({"options":{"date_order":"ymd"}})")
                                << QStringLiteral("import.mapping");
    QTest::newRow("time zone's type")
        << QByteArray(R"({"options":{"time_zone":1}})") << QStringLiteral("import.mapping");
}

void TestImporter::refusesWrongMappings()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, problem);
    const auto mapping = ImportMapping::fromJson(json, QStringLiteral("m.json"));
    QVERIFY(!mapping);
    QCOMPARE(mapping.error().messageId, problem);
    QCOMPARE(mapping.error().file, QStringLiteral("m.json"));
}

void TestImporter::aWholeFileProblemChangesNothing_data()
{
    QTest::addColumn<QByteArray>("eventsText");
    QTest::addColumn<QByteArray>("salesText");
    QTest::addColumn<QByteArray>("mapping");
    QTest::addColumn<QString>("problem");
    QTest::newRow("empty") << QByteArray() << sales << QByteArray() << QStringLiteral("import.empty");
    QTest::newRow("no rows") << events << sales.left(sales.indexOf('\n') + 1) << QByteArray()
                             << QStringLiteral("import.no_rows");
    QTest::newRow("missing column") << QByteArray("event_id,title\ne1,A\n") << sales << QByteArray()
                                    << QStringLiteral("import.missing_column");
    QTest::newRow("the same column twice")
        << QByteArray("event_id,title,title,date\ne1,A,B,2026-01-01\n") << sales << QByteArray()
        << QStringLiteral("import.duplicate_column");
    QTest::newRow("mapped column") << events << sales << QByteArray(R"({"events":{"title":"name"}})")
                                   << QStringLiteral("import.mapped_column");
    QTest::newRow("not text") << QByteArray("PK\x03\x04 xl/workbook") << sales << QByteArray()
                              << QStringLiteral("import.not_text");
    QTest::newRow("all rows bad") << events
                                  << QByteArray(
                                         "customer_id,event_id,purchase_datetime\na,e1,never\nb,e1,never\n")
                                  << QByteArray() << QStringLiteral("import.all_rejected");
    QTest::newRow("time zone") << events << sales << QByteArray(R"({"options":{"time_zone":"Mars/Olympus"}})")
                               << QStringLiteral("import.time_zone");
    QTest::newRow("currency") << events << sales << QByteArray(R"({"options":{"currency":"euros"}})")
                              << QStringLiteral("import.currency");
}

void TestImporter::aWholeFileProblemChangesNothing()
{
    QFETCH(QByteArray, eventsText);
    QFETCH(QByteArray, salesText);
    QFETCH(QByteArray, mapping);
    QFETCH(QString, problem);
    const QString before = m_store->sales().snapshotId().value();
    ImportRequest bad = request(eventsText, salesText);
    if (!mapping.isEmpty())
        bad.mapping = ImportMapping::fromJson(mapping).value();
    const auto report = importFiles(*m_store, bad);
    QVERIFY(!report);
    QCOMPARE(report.error().messageId, problem);
    QCOMPARE(m_store->sales().snapshotId().value(), before);
    QVERIFY(m_store->sales().eventIds().value().empty());
    QCOMPARE(m_store->settings().organiser().value(), Organiser());
}

void TestImporter::importsUtf16WithSemicolons()
{
    QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    const QByteArray utf16 =
        encoder.encode(QStringLiteral("event_id;title;date\r\ne1;Frühlingsfest;12.06.2026\r\n"));
    const ImportReport report = import(request(utf16));
    QCOMPARE(report.files.front().format.encoding, QStringLiteral("UTF-16LE"));
    QCOMPARE(report.files.front().format.delimiter, QStringLiteral(";"));
    QCOMPARE(m_store->events().event(EventId(QStringLiteral("e1"))).value().event.title,
             QStringLiteral("Frühlingsfest"));
}

void TestImporter::timesTakeTheOrganisersZone()
{
    ImportRequest tokyo = request("event_id,title,date\ne1,A,2026-06-12T19:00\n",
                                  "customer_id,event_id,purchase_datetime\na,e1,2026-01-01\n");
    tokyo.mapping.timeZone = QStringLiteral("Asia/Tokyo");
    import(tokyo);
    const EventId id(QStringLiteral("e1"));
    QCOMPARE(m_store->events().event(id).value().event.start,
             QDateTime(QDate(2026, 6, 12), QTime(10, 0), Qt::UTC));
    QCOMPARE(m_store->settings().organiser().value().timeZone, QStringLiteral("Asia/Tokyo"));
}

void TestImporter::aDateWithoutATimeIsADay()
{
    const QByteArray sale = "customer_id,event_id,purchase_datetime\na,day,2026-01-01\n";
    // 25 October has 25 hours in Berlin: a day isn't so many seconds.
    import(request("event_id,title,date,time\nday,A,2026-10-25,\nmidnight,B,2026-10-25,00:00\n"
                   "moment,C,2026-10-25T00:00,\nalphabet,D,2026-10-25,00:00\n",
                   sale));
    const auto stored = [this](const char *id) {
        return m_store->events().event(EventId(QString::fromLatin1(id))).value();
    };
    const QDateTime begin(QDate(2026, 10, 24), QTime(22, 0), Qt::UTC);
    QCOMPARE(stored("day").event.day, QDate(2026, 10, 25));
    QCOMPARE(stored("day").event.start, begin);
    QCOMPARE(stored("day").overAt, begin.addSecs(25 * 3600));
    for (const char *timed : {"midnight", "moment", "alphabet"}) {
        QVERIFY(stored(timed).event.hasTimeOfDay());
        QCOMPARE(stored(timed).event.start, begin);
        QCOMPARE(stored(timed).overAt, begin);
    }

    // In the evening of that day it lies ahead; the others are past.
    EventFilter open;
    open.now = begin.addSecs(20 * 3600);
    open.query.campaignStatus = QStringLiteral("OPEN");
    const auto ahead = m_store->events().page(open).value();
    QCOMPARE(ahead.total, 1);
    QCOMPARE(ahead.items.front().event.id.value(), QStringLiteral("day"));
    QCOMPARE(m_store->events().totals(open.now).value().upcoming, 1);
    EventFilter all;
    all.now = open.now;
    QCOMPARE(m_store->events().page(all).value().items.front().event.id.value(), QStringLiteral("day"));
    EventFilter closed = open;
    closed.query.campaignStatus = QStringLiteral("CLOSED");
    QCOMPARE(m_store->events().page(closed).value().total, 3);

    // A time that comes later replaces the day, and the other way round.
    import(request("event_id,title,date,time\nday,A,2026-10-25,19:30\nmoment,C,2026-10-25,\n", sale));
    QVERIFY(stored("day").event.hasTimeOfDay());
    QVERIFY(!stored("moment").event.hasTimeOfDay());
    const Dataset dataset = m_store->sales().loadDataset().value();
    const EventFacts &moment = dataset.events[*dataset.eventIndex("moment")];
    QCOMPARE(moment.overUtc() - moment.startUtc, std::int64_t{25 * 3600});
    QCOMPARE(dataset.events[*dataset.eventIndex("day")].endOfDayUtc, std::nullopt);
}

void TestImporter::unitPricesAreMultiplied()
{
    import(request(events,
                   "customer_id,event_id,purchase_datetime,quantity,unit_price\na,e1,2026-05-01,3,12.50\na,"
                   "e1,2026-05-02,-1,12.50\n"));
    QCOMPARE(m_store->events().event(EventId(QStringLiteral("e1"))).value().revenue.minor, 2500);
}

void TestImporter::otherCurrenciesAreKeptOut()
{
    import(request());
    ImportRequest francs = request();
    francs.mapping.currency = QStringLiteral("CHF");
    const auto report = importFiles(*m_store, francs);
    QVERIFY(!report);
    QCOMPARE(report.error().messageId, QStringLiteral("import.currency_conflict"));
    QCOMPARE(report.error().arguments, (QStringList{QStringLiteral("CHF"), QStringLiteral("EUR")}));
}

void TestImporter::consentsAreReadAndMissed()
{
    const ImportReport without = import(request());
    QVERIFY(without.notices.contains(QStringLiteral("consent_unknown")));
    const ImportReport with = import(
        request(events, sales,
                "customer_id,email,consent_email,consent_ads,ad_opt_out\n"
                "anna,a@x.example,yes,,no\nben,b@x.example,yes,yes,yes\nANON,,yes,,\nzoe,,vielleicht,,\n"));
    QVERIFY(!with.notices.contains(QStringLiteral("consent_unknown")));
    QCOMPARE(with.files[1].rejectedByReason,
             (std::map<std::string, std::int64_t>{{"customer.anonymous", 1}, {"value.boolean", 1}}));
    const auto customers = m_store->sales().loadDataset().value().customers;
    QVERIFY(customers[0].consentEmail && !customers[0].consentAds); // an empty cell is no consent
    QVERIFY(customers[1].optedOut && !customers[1].consentEmail);
    // Two of them are sought one by one, a sorted list of all is met in one walk.
    using Contacts = std::vector<std::pair<std::string, std::string>>;
    const auto contacts = [&](const std::vector<std::string> &ids) {
        Contacts found;
        const auto visited = m_store->sales().visitContacts(
            ids, [&](const CustomerContact &of) { found.emplace_back(of.id, of.email); });
        return visited ? found : Contacts{{"failed", ""}};
    };
    const Contacts both = contacts({"ben", "nobody", "anna"});
    QCOMPARE(both.size(), 2U);
    QCOMPARE(both[0], std::pair(std::string("ben"), std::string("b@x.example")));
    QCOMPARE(contacts({"aaron", "anna", "ben", "ben", "nobody", "zzz"}),
             (Contacts{both[1], both[0], both[0]}));
}

void TestImporter::customersAreReadBesideSales()
{
    QByteArray salesText = sales.left(sales.indexOf('\n') + 1);
    for (int i = 0; i < 20'000; ++i)
        salesText += "R" + QByteArray::number(i) + ",c" + QByteArray::number(i % 7000)
            + (i % 100 == 0 ? ",nowhere" : ",e1") + ",2026-05-03T10:00:00Z,,1,10,,EUR\n";
    QByteArray customersText = "customer_id,email,birth_year\n";
    for (int i = 0; i < 10'000; ++i)
        customersText += 'c' + QByteArray::number(i) + ",c" + QByteArray::number(i) + "@x.example,"
            + (i % 50 == 0 ? "soon" : "1980") + '\n';
    const auto rejected = [&] {
        QFile file(m_files->path(QStringLiteral("rejects.csv")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const ImportReport report = import(request(events, salesText, customersText));
    QCOMPARE(report.files.size(), 3U);
    QCOMPARE(report.files[1].kind, FileKind::Customers);
    QCOMPARE(report.files[1].rejected, 200);
    QCOMPARE(report.files[2].kind, FileKind::Sales);
    QCOMPARE(report.files[2].rejected, 200);
    QCOMPARE(report.derivedCustomers, 70); // rejected as customers, but known from their sales
    const QByteArray lines = rejected();
    QCOMPARE(lines.count('\n'), 401);
    // The same lines in the same order, whoever was faster; and nothing new.
    const ImportReport again = import(request(events, salesText, customersText));
    QCOMPARE(rejected(), lines);
    QCOMPARE(again.snapshotId, report.snapshotId);
    QCOMPARE(again.sales.added, 0);
    // What is wrong with the customers' file is told although the sales are fine.
    const auto wrong = importFiles(*m_store, request(events, salesText, "email\na@x.example\n"), {});
    QVERIFY(!wrong);
    QVERIFY(wrong.error().file.endsWith(QStringLiteral("customers.csv")));
}

void TestImporter::badSalesUndoTheCustomers()
{
    // Customers are stored while the sales are still being read.
    QByteArray salesText = sales.left(sales.indexOf('\n') + 1);
    for (int i = 0; i < 30'000; ++i)
        salesText += "R" + QByteArray::number(i) + ",anna,nowhere,2026-05-03T10:00:00Z,,1,10,,EUR\n";
    const QByteArray customersText = "customer_id,email\nanna,a@x.example\n";
    const auto report = importFiles(*m_store, request(events, salesText, customersText), {});
    QVERIFY(!report);
    QCOMPARE(report.error().messageId, QStringLiteral("import.all_rejected"));
    QVERIFY(report.error().file.endsWith(QStringLiteral("sales.csv")));
    QVERIFY(m_store->sales().eventIds().value().empty());
    QVERIFY(m_store->sales().loadDataset().value().customerIds.empty());
    QFile rejects(m_files->path(QStringLiteral("rejects.csv")));
    QVERIFY(rejects.open(QIODevice::ReadOnly));
    QCOMPARE(rejects.readAll().count('\n'), 30'001); // they say why
}

void TestImporter::aStopBesideTheSalesUndoesTheCustomers()
{
    QByteArray salesText = sales.left(sales.indexOf('\n') + 1);
    for (int i = 0; i < 30'000; ++i)
        salesText += "R" + QByteArray::number(i) + ",anna,e1,2026-05-03T10:00:00Z,,1,10,,EUR\n";
    const QByteArray customersText = "customer_id,email\nanna,a@x.example\n";
    for (const double share : {0.1, 0.7}) {
        std::stop_source source;
        double last = -1;
        bool grew = true;
        const ImportControl control{source.get_token(), [&](const ImportProgress &progress) {
                                        grew = grew && progress.share >= last && progress.share <= 1;
                                        last = progress.share;
                                        if (progress.share >= share)
                                            source.request_stop();
                                    }};
        const auto report = importFiles(*m_store, request(events, salesText, customersText), control);
        QVERIFY(grew);
        QVERIFY(!report);
        QCOMPARE(report.error().messageId, QStringLiteral("import.cancelled"));
        QVERIFY(m_store->sales().loadDataset().value().customerIds.empty());
    }
}

void TestImporter::cancellingChangesNothing()
{
    QByteArray many = sales.left(sales.indexOf('\n') + 1);
    for (int i = 0; i < 30'000; ++i)
        many += "R" + QByteArray::number(i) + ",c,e1,2026-05-03T10:00:00Z,,1,10,,EUR\n";
    const ImportRequest large = request(events, many);
    for (const char *phase : {"sales", "storing"}) {
        std::stop_source source;
        ImportControl control{source.get_token(), [&](const ImportProgress &progress) {
                                  if (qstrcmp(progress.phase, phase) == 0)
                                      source.request_stop();
                              }};
        const auto report = importFiles(*m_store, large, control);
        QVERIFY(!report);
        QCOMPARE(report.error().messageId, QStringLiteral("import.cancelled"));
        QVERIFY(m_store->sales().eventIds().value().empty());
    }
    // The rest of a file isn't read any more.
    std::stop_source source;
    int reports = 0;
    ImportControl control{source.get_token(), [&](const ImportProgress &) {
                              ++reports;
                              source.request_stop();
                          }};
    QVERIFY(!importFiles(*m_store, large, control));
    QCOMPARE(reports, 1);
}

void TestImporter::progressGrowsToTheEnd()
{
    double last = -1;
    bool grew = true;
    ImportControl control;
    control.progress = [&](const ImportProgress &progress) {
        grew = grew && progress.share >= last && progress.share <= 1;
        last = progress.share;
    };
    QVERIFY(importFiles(*m_store, request(), control));
    QVERIFY(grew);
    QCOMPARE(last, 1.0);
}

void TestImporter::theRejectsFileIsNoInput()
{
    ImportRequest wrong = request();
    wrong.rejectsPath = wrong.files.front().path;
    QCOMPARE(importFiles(*m_store, wrong).error().messageId, QStringLiteral("import.rejects_is_input"));
    QCOMPARE(m_files->read(QStringLiteral("sales.csv")), sales);
    wrong.rejectsPath = m_files->path(QStringLiteral("no/such/folder/r.csv"));
    QCOMPARE(importFiles(*m_store, wrong).error().messageId, QStringLiteral("import.rejects_file"));
}

void TestImporter::previewShowsWhatIsThere()
{
    const QString path = m_files->write(QStringLiteral("p.csv"),
                                        "Titel;Datum;Halle\nAbend;12.06.2026;Süd\nTag;13.06.2026;Nord\n");
    const FilePreview preview = previewFile(path, FileKind::Events, 1).value();
    QCOMPARE(preview.headers,
             (QStringList{QStringLiteral("Titel"), QStringLiteral("Datum"), QStringLiteral("Halle")}));
    QCOMPARE(preview.rows.size(), 1U);
    QCOMPARE(preview.rows[0][2], QStringLiteral("Süd"));
    QCOMPARE(preview.format.delimiter, QStringLiteral(";"));
    QCOMPARE(preview.guess[QStringLiteral("title")].column, QStringLiteral("Titel"));
    QCOMPARE(preview.missing, QStringList{QStringLiteral("event_id")});
    QVERIFY(preview.hasHeader);
    const QString bare = m_files->write(QStringLiteral("b.csv"), "17;Abend;12.06.2026\n18;Tag;13.06.2026\n");
    QVERIFY(!previewFile(bare, FileKind::Events).value().hasHeader);
    QVERIFY(!previewFile(m_files->path(QStringLiteral("nowhere")), FileKind::Events));
}

void TestImporter::importsTheFestival()
{
    const QDir data(QStringLiteral(GROUNDSWELL_SHARED_DATA "/festival2022"));
    if (!data.exists())
        QSKIP("the festival's data isn't on this machine");
    QFile map(QStringLiteral(GROUNDSWELL_TEST_DATA "/festival2022.map.json"));
    QVERIFY(map.open(QIODevice::ReadOnly));
    ImportRequest festival;
    festival.mapping = ImportMapping::fromJson(map.readAll()).value();
    festival.files = {{FileKind::Events, data.filePath(QStringLiteral("events.csv.gz"))},
                      {FileKind::Sales, data.filePath(QStringLiteral("purchases.csv.gz"))},
                      {FileKind::Customers, data.filePath(QStringLiteral("customers.csv.gz"))}};
    const ImportReport report = import(festival);
    QCOMPARE(report.rejected(), 0);
    QCOMPARE(report.events.added, 100);
    QCOMPARE(report.sales.added, 17'841);
    QCOMPARE(report.customers.added, 2'955);
    QCOMPARE(import(festival).snapshotId, report.snapshotId);
    const Dataset dataset = m_store->sales().loadDataset().value();
    QCOMPARE(dataset.currency, std::string("RUB"));
    QCOMPARE(dataset.purchases.size(), 17'841U);
    EventFilter filter;
    filter.query.search = QStringLiteral("СИМФОНИЧЕСКИЙ рояль");
    QCOMPARE(m_store->events().page(filter).value().total, 1);
}

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_importer.moc"
