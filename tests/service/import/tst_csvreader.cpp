#include "app/audience/csvwriter.h"
#include "app/service/import/csvreader.h"
#include "app/service/import/importproblem.h"

#include "csvfiles.h"

#include <rapidcheck.h>

#include <QStringEncoder>
#include <QTest>

using groundswell::CsvFormat;
using namespace groundswell::service;

namespace {

struct ReadRecord {
    std::vector<std::string> fields;
    std::int64_t line = 0;
    CsvFault fault = CsvFault::None;
};

std::vector<ReadRecord> readAll(const QString &path)
{
    CsvReader reader(path);
    CsvRecord record;
    std::vector<ReadRecord> result;
    while (reader.next(record))
        result.push_back({{record.fields.begin(), record.fields.end()}, record.line, record.fault});
    return result;
}

QStringList fieldsOf(const ReadRecord &record)
{
    QStringList result;
    for (const std::string &field : record.fields)
        result << QString::fromStdString(field);
    return result;
}

QString failureOf(const QString &path)
{
    try {
        CsvReader reader(path);
        CsvRecord record;
        while (reader.next(record)) { }
    } catch (const ImportFailure &failure) {
        return failure.problem.messageId;
    }
    return {};
}

} // namespace

class TestCsvReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatTheWriterWrote();
    void plainLinesAreSplitAtEveryDelimiter();
    void readsEveryDialect_data();
    void readsEveryDialect();
    void readsEveryEncoding_data();
    void readsEveryEncoding();
    void countsPhysicalLines();
    void aBrokenRecordCostsItselfOnly_data();
    void aBrokenRecordCostsItselfOnly();
    void readsRecordsAcrossPieces();
    void aLineInAnotherEncodingIsStillText();
    void anyBytesAreReadToTheEnd();
    void readsGzip();
    void refusesWhatIsNoText_data();
    void refusesWhatIsNoText();
    void refusesADamagedGzip();
    void refusesDirectoriesAndMissingFiles();

private:
    CsvFiles m_files;
};

void TestCsvReader::readsWhatTheWriterWrote()
{
    const auto field = rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab ,;|\t\"\n\r0")));
    const bool ok = rc::check("what is written is read back", [&] {
        const auto columns = *rc::gen::inRange<std::size_t>(2, 5);
        const auto record = rc::gen::container<std::vector<std::string>>(columns, field);
        const auto records =
            *rc::gen::nonEmpty(rc::gen::container<std::vector<std::vector<std::string>>>(record));
        const char delimiter = *rc::gen::element(',', ';', '\t', '|');
        std::string text;
        for (const auto &fields : records)
            CsvFormat({.delimiter = delimiter, .crlf = false})
                .append(text, std::vector<std::string_view>(fields.begin(), fields.end()));
        const QString path = m_files.write(QStringLiteral("p.csv"), QByteArray::fromStdString(text));
        CsvReader reader(path, delimiter);
        CsvRecord read;
        for (const auto &fields : records) {
            RC_ASSERT(reader.next(read));
            RC_ASSERT(read.fault == CsvFault::None);
            RC_ASSERT(std::vector<std::string>(read.fields.begin(), read.fields.end()) == fields);
        }
        RC_ASSERT(!reader.next(read));
    });
    QVERIFY(ok);
}

void TestCsvReader::plainLinesAreSplitAtEveryDelimiter()
{
    // Neighbours of the delimiters, and letters whose bytes have the highest bit.
    const auto letter = rc::gen::element<std::string>("a", "0", "+", "-", ":", "<", "{", "}", "\x08", "\x01",
                                                      "ä", "ß", "€", "\u00ac", "\u00bb");
    const bool ok = rc::check("as many fields as delimiters and one more", [&] {
        const char delimiter = *rc::gen::element(',', ';', '\t', '|');
        const auto fields = *rc::gen::container<std::vector<std::vector<std::string>>>(
            *rc::gen::inRange<std::size_t>(2, 30), rc::gen::container<std::vector<std::string>>(letter));
        std::string line;
        std::vector<std::string> expected;
        for (const auto &letters : fields) {
            std::string &field = expected.emplace_back();
            for (const std::string &each : letters)
                field += each;
            line += (expected.size() > 1 ? std::string(1, delimiter) : std::string()) + field;
        }
        const QString path = m_files.write(QStringLiteral("s.csv"), QByteArray::fromStdString(line + '\n'));
        CsvReader reader(path, delimiter);
        CsvRecord read;
        RC_ASSERT(reader.next(read));
        RC_ASSERT(std::vector<std::string>(read.fields.begin(), read.fields.end()) == expected);
        RC_ASSERT(!reader.next(read));
    });
    QVERIFY(ok);
}

void TestCsvReader::readsEveryDialect_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("comma") << QByteArray("a,b,c\n1,2;x,3\n");
    QTest::newRow("semicolon") << QByteArray("a;b;c\n1;\"2;x\";3\n");
    QTest::newRow("tab") << QByteArray("a\tb\tc\n1\t2;x\t3\n");
    QTest::newRow("bar") << QByteArray("a|b|c\n1|2;x|3\n");
    QTest::newRow("CRLF") << QByteArray("a,b,c\r\n1,\"2;x\",3\r\n");
    QTest::newRow("no last line end") << QByteArray("a,b,c\n1,2;x,3");
    QTest::newRow("no last line end, quoted") << QByteArray("a,b,c\n1,2;x,\"3\"");
    QTest::newRow("carriage returns only") << QByteArray("a,b,c\r1,2;x,3\r");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a,b,c\n1,2;x,3\n");
    QTest::newRow("blank lines") << QByteArray("\na,b,c\n\r\n1,2;x,3\n\n");
    QTest::newRow("blanks after a quote") << QByteArray("a,\"b\" ,c\n1,\"2;x\"  ,3\n");
}

void TestCsvReader::readsEveryDialect()
{
    QFETCH(QByteArray, text);
    const auto records = readAll(m_files.write(QStringLiteral("d.csv"), text));
    QCOMPARE(records.size(), 2U);
    QCOMPARE(fieldsOf(records[0]),
             (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    QCOMPARE(fieldsOf(records[1]),
             (QStringList{QStringLiteral("1"), QStringLiteral("2;x"), QStringLiteral("3")}));
}

void TestCsvReader::readsEveryEncoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    const QString text = QStringLiteral("title,city\nGrüße aus Zürich – für 12 €,Köln\n");
    const auto utf16 = [&](QStringConverter::Encoding encoding, bool mark) {
        QStringEncoder encoder(encoding,
                               mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        return QByteArray(encoder.encode(text));
    };
    QTest::newRow("UTF-8") << text.toUtf8() << QStringLiteral("UTF-8");
    QTest::newRow("UTF-16LE with mark")
        << utf16(QStringConverter::Utf16LE, true) << QStringLiteral("UTF-16LE");
    QTest::newRow("UTF-16BE with mark")
        << utf16(QStringConverter::Utf16BE, true) << QStringLiteral("UTF-16BE");
    QTest::newRow("UTF-16LE without")
        << utf16(QStringConverter::Utf16LE, false) << QStringLiteral("UTF-16LE");
    QTest::newRow("UTF-16BE without")
        << utf16(QStringConverter::Utf16BE, false) << QStringLiteral("UTF-16BE");
    QTest::newRow("Windows-1252") << QByteArray("title,city\nGr\xFC\xDF"
                                                "e aus Z\xFCrich \x96 f\xFCr 12 \x80,K\xF6ln\n")
                                  << QStringLiteral("Windows-1252");
}

void TestCsvReader::readsEveryEncoding()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    const QString path = m_files.write(QStringLiteral("e.csv"), bytes);
    QCOMPARE(QString::fromLatin1(encodingName(TextSource(path).encoding())), encoding);
    const auto records = readAll(path);
    QCOMPARE(records.size(), 2U);
    QCOMPARE(fieldsOf(records[1]),
             (QStringList{QStringLiteral("Grüße aus Zürich – für 12 €"), QStringLiteral("Köln")}));
}

void TestCsvReader::countsPhysicalLines()
{
    const auto records = readAll(
        m_files.write(QStringLiteral("l.csv"), "id,text\n1,\"two\nlines\"\n\n2,one\n3,\"a\n\nb\"\n4,x\n"));
    std::vector<std::int64_t> lines;
    for (const ReadRecord &record : records)
        lines.push_back(record.line);
    QCOMPARE(lines, (std::vector<std::int64_t>{1, 2, 5, 6, 9}));
}

void TestCsvReader::aBrokenRecordCostsItselfOnly_data()
{
    QTest::addColumn<QByteArray>("broken");
    QTest::addColumn<int>("fault");
    QTest::newRow("never closed") << QByteArray("2,\"open") << static_cast<int>(CsvFault::OpenQuote);
    QTest::newRow("goes on after the quote")
        << QByteArray("2,\"a\"b\"") << static_cast<int>(CsvFault::TextAfterQuote);
}

void TestCsvReader::aBrokenRecordCostsItselfOnly()
{
    QFETCH(QByteArray, broken);
    QFETCH(int, fault);
    // Also where later rows have quotes, which a careless reader takes for the end of the open one.
    for (const QByteArray &later : {QByteArray("3,plain\n"), QByteArray("3,\"quoted\"\n")}) {
        const auto records = readAll(
            m_files.write(QStringLiteral("b.csv"), "id,text\n1,a\n" + broken + "\n" + later + "4,b\n"));
        QCOMPARE(records.size(), 5U);
        QVERIFY(records[2].fault != CsvFault::None);
        if (!later.contains('"'))
            QCOMPARE(static_cast<int>(records[2].fault), fault);
        QCOMPARE(records[2].line, 3);
        QCOMPARE(records[3].fields[0], std::string("3"));
        QCOMPARE(records[4].fields[1], std::string("b"));
    }
}

void TestCsvReader::readsRecordsAcrossPieces()
{
    // More than two pieces of a megabyte, with records of every length around their borders.
    std::string text = "id,text\n";
    const CsvFormat format({.crlf = false});
    std::vector<std::string> expected;
    for (int i = 0; text.size() < 3'500'000; ++i) {
        std::string field(static_cast<size_t>(i % 997), 'x');
        field += i % 3 == 0 ? "\"\n" : "";
        expected.push_back(field);
        format.append(text, {std::to_string(i), field});
    }
    const auto records = readAll(m_files.write(QStringLiteral("big.csv"), QByteArray::fromStdString(text)));
    QCOMPARE(records.size(), expected.size() + 1);
    for (size_t i = 0; i < expected.size(); ++i) {
        if (records[i + 1].fields.size() != 2 || records[i + 1].fields[1] != expected[i])
            QFAIL(qPrintable(QStringLiteral("record %1 differs").arg(i)));
    }
}

void TestCsvReader::aLineInAnotherEncodingIsStillText()
{
    // The first piece is plain ASCII, so the file is taken for UTF-8; the umlaut comes after it.
    const QByteArray text =
        "id,city\n" + QByteArray("1,Bonn\n").repeated(60'000) + "2,K\xF6ln\n3,Z\xC3\xBCrich\n";
    const auto records = readAll(m_files.write(QStringLiteral("m.csv"), text));
    QCOMPARE(records[60'001].fields[1], std::string("Köln"));
    QCOMPARE(records[60'002].fields[1], std::string("Zürich"));
}

void TestCsvReader::anyBytesAreReadToTheEnd()
{
    const bool ok = rc::check("hostile bytes cost no row that isn't their own", [&] {
        const auto bytes = *rc::gen::container<std::string>(rc::gen::oneOf(
            rc::gen::elementOf(std::string("\"\"\",;\n\n\r\t x")), rc::gen::arbitrary<char>()));
        const QString path = m_files.write(QStringLiteral("h.csv"), QByteArray::fromStdString(bytes));
        try {
            CsvReader reader(path);
            CsvRecord record;
            std::int64_t line = 0;
            while (reader.next(record)) {
                RC_ASSERT(record.line > line); // forwards only, so it ends
                RC_ASSERT(record.fields.empty() == (record.fault != CsvFault::None));
                line = record.line;
            }
        } catch (const ImportFailure &failure) {
            RC_ASSERT(failure.problem.messageId == QLatin1StringView("import.empty")
                      || failure.problem.messageId == QLatin1StringView("import.not_text"));
        }
    });
    QVERIFY(ok);
}

void TestCsvReader::readsGzip()
{
    const auto records = readAll(m_files.writeGz(QStringLiteral("z.csv.gz"), "a,b\n1,2\n"));
    QCOMPARE(records.size(), 2U);
    QCOMPARE(records[1].fields[1], std::string("2"));
}

void TestCsvReader::refusesWhatIsNoText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("problem");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("import.empty");
    QTest::newRow("only a byte order mark") << QByteArray("\xEF\xBB\xBF") << QStringLiteral("import.empty");
    QTest::newRow("spreadsheet") << QByteArray("PK\x03\x04....[Content_Types].xml")
                                 << QStringLiteral("import.not_text");
    QTest::newRow("PDF") << QByteArray("%PDF-1.7 …") << QStringLiteral("import.not_text");
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1A\n") << QStringLiteral("import.not_text");
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\0\0\0\1\2\0\0\0\0a\0\0b",
                                          17)
                            << QStringLiteral("import.not_text");
}

void TestCsvReader::refusesWhatIsNoText()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, problem);
    QCOMPARE(failureOf(m_files.write(QStringLiteral("n.csv"), bytes)), problem);
}

void TestCsvReader::refusesADamagedGzip()
{
    QByteArray noise;
    for (int i = 0; i < 200'000; ++i)
        noise += QByteArray::number(i * 7919 % 100'003) + ",x\n";
    m_files.writeGz(QStringLiteral("whole.csv.gz"), noise);
    const QByteArray whole = m_files.read(QStringLiteral("whole.csv.gz"));
    const QString path = m_files.write(QStringLiteral("half.csv.gz"), whole.left(whole.size() / 2));
    QCOMPARE(failureOf(path), QStringLiteral("import.corrupt_gz"));
}

void TestCsvReader::refusesDirectoriesAndMissingFiles()
{
    QCOMPARE(failureOf(m_files.path(QString())), QStringLiteral("import.directory"));
    QCOMPARE(failureOf(m_files.path(QStringLiteral("nowhere.csv"))), QStringLiteral("import.cannot_open"));
}

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
