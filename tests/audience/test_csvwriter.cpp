#include "app/audience/csvwriter.h"

#include <QBuffer>
#include <QtTest>

#include <rapidcheck.h>

using namespace groundswell;

namespace {

std::string written(const std::vector<std::vector<std::string>> &rows, const CsvOptions &options = {})
{
    std::string text;
    CsvWriter csv(
        [&](std::string_view block) {
            text += block;
            return true;
        },
        options);
    for (const auto &row : rows)
        csv.writeRow(row);
    return csv.finish() ? text : std::string("refused");
}

/// A reader of RFC 4180, as strict as the grammar.
std::vector<std::vector<std::string>> readBack(const std::string &text, char delimiter)
{
    std::vector<std::vector<std::string>> rows{{std::string()}};
    bool quoted = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        std::string &cell = rows.back().back();
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            cell += '"';
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (quoted) {
            cell += c;
        } else if (c == delimiter) {
            rows.back().emplace_back();
        } else if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
            rows.push_back({std::string()});
            ++i;
        } else {
            cell += c;
        }
    }
    rows.pop_back();
    return rows;
}

} // namespace

class TestCsvWriter : public QObject {
    Q_OBJECT
public:
    static void initMain()
    {
        if (!qEnvironmentVariableIsSet("RC_PARAMS"))
            qputenv("RC_PARAMS", "seed=20260512");
    }

private Q_SLOTS:
    void cells_data()
    {
        QTest::addColumn<std::vector<std::string>>("cells");
        QTest::addColumn<std::string>("line");
        const auto row = [](const char *name, std::vector<std::string> cells, std::string line) {
            QTest::newRow(name) << std::move(cells) << std::move(line);
        };
        row("plain", {"a", "b"}, "a,b\r\n");
        row("delimiter", {"a,b", "c"}, "\"a,b\",c\r\n");
        row("quote", {"say \"hi\""}, "\"say \"\"hi\"\"\"\r\n");
        row("line break in a name", {"Ann\nLee", "x"}, "\"Ann\nLee\",x\r\n");
        row("outer space", {" a", "b"}, "\" a\",b\r\n");
        row("empty cells", {"", "", ""}, ",,\r\n");
        row("one empty cell", {""}, "\"\"\r\n");
        row("repeated headers", {"Email", "Email"}, "Email,Email\r\n");
        row("no guard by default", {"=1+1", "+491701234567"}, "=1+1,+491701234567\r\n");
    }
    void cells()
    {
        QFETCH(const std::vector<std::string>, cells);
        QFETCH(const std::string, line);
        QCOMPARE(written({cells}), line);
    }

    void options()
    {
        CsvOptions options;
        options.delimiter = ';';
        options.crlf = false;
        options.byteOrderMark = true;
        QCOMPARE(written({{"1,5", "a;b"}}, options),
                 std::string("\xEF\xBB\xBF"
                             "1,5;\"a;b\"\n"));
    }

    void formulas_data()
    {
        QTest::addColumn<std::string>("cell");
        QTest::addColumn<bool>("guarded");
        QTest::newRow("formula") << std::string("=HYPERLINK(\"http://x\")") << true;
        QTest::newRow("command") << std::string("+cmd|' /C calc'!A0") << true;
        QTest::newRow("minus") << std::string("-2+3+cmd") << true;
        QTest::newRow("at") << std::string("@SUM(A1)") << true;
        QTest::newRow("tab") << std::string("\t=1") << true;
        QTest::newRow("full-width equals") << std::string("\uFF1D1+1") << true;
        QTest::newRow("phone number") << std::string("+49 (170) 1234567") << false;
        QTest::newRow("phone number with dashes") << std::string("+49-170-123-45-67") << false;
        QTest::newRow("phone number with a slash") << std::string("+49 30/1234-56") << false;
        QTest::newRow("phone number with a trunk zero") << std::string("+49 (0)30 / 123 45.67") << false;
        QTest::newRow("marks without a digit") << std::string("+-/()") << true;
        QTest::newRow("digits and a name") << std::string("+49-170-cmd") << true;
        QTest::newRow("a product") << std::string("+2*3") << true;
        QTest::newRow("negative amount") << std::string("-12.50") << false;
        QTest::newRow("name") << std::string("O'Neil") << false;
        QTest::newRow("empty") << std::string() << false;
    }
    void formulas()
    {
        QFETCH(const std::string, cell);
        QFETCH(const bool, guarded);
        CsvOptions options;
        options.formulaGuard = true;
        const std::string back = readBack(written({{cell, "x"}}, options), ',').front().front();
        QCOMPARE(back, guarded ? "'" + cell : cell);
    }

    void theGuardMissesNothingThatCalls()
    {
        QVERIFY(rc::check("a guarded cell never calls anything", [] {
            const auto text =
                rc::gen::container<std::string>(rc::gen::elementOf(std::string("=+-@\t\r\n09 ()/.,aA!|'\"")));
            const std::string cell = *text;
            CsvOptions options;
            options.formulaGuard = true;
            const std::string back = readBack(written({{cell, "x"}}, options), ',').front().front();
            const bool opens =
                !cell.empty() && std::string("=+-@\t\r\n").find(cell.front()) != std::string::npos;
            const bool calls = cell.find_first_of("=@aA!|'\"\t\r\n") != std::string::npos;
            RC_ASSERT(back == cell || back == "'" + cell);
            if (!opens)
                RC_ASSERT(back == cell);
            if (opens && calls)
                RC_ASSERT(back == "'" + cell);
        }));
    }

    void whateverIsWrittenReadsBack()
    {
        QVERIFY(rc::check("read(write(rows)) == rows", [] {
            CsvOptions options;
            options.delimiter = *rc::gen::element(',', ';', '\t');
            const auto cell =
                rc::gen::container<std::string>(rc::gen::elementOf(std::string("a\",;\t\r\n =ü")));
            std::vector<std::vector<std::string>> rows;
            for (int n = *rc::gen::inRange(0, 6); n > 0; --n)
                rows.push_back(*rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(cell)));
            RC_ASSERT(readBack(written(rows, options), options.delimiter) == rows);
        }));
    }

    void streamsInBlocks()
    {
        size_t largest = 0;
        size_t total = 0;
        CsvWriter csv([&](std::string_view block) {
            largest = std::max(largest, block.size());
            total += block.size();
            return true;
        });
        for (int i = 0; i < 20'000; ++i)
            csv.writeRow({"someone@example.org", "0123456789"});
        QVERIFY(csv.finish());
        QCOMPARE(total, size_t(20'000 * 32));
        QVERIFY(largest < 70'000);
    }

    void aRefusedBlockIsTold()
    {
        int calls = 0;
        CsvWriter csv([&](std::string_view) {
            ++calls;
            return false;
        });
        const std::string big(70'000, 'x');
        QVERIFY(!csv.writeRow({big}));
        QVERIFY(!csv.writeRow({big}));
        QVERIFY(!csv.finish());
        QCOMPARE(calls, 1);
    }

    void writesToDevices()
    {
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        CsvWriter csv(buffer);
        QVERIFY(csv.writeRow(QStringList{QStringLiteral("Zauberflöte"), QStringLiteral("家族")}));
        QVERIFY(csv.finish());
        QCOMPARE(QString::fromUtf8(buffer.data()), QStringLiteral("Zauberflöte,家族\r\n"));
        QBuffer closed;
        CsvWriter nowhere(closed);
        QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): device not open");
        nowhere.writeRow({"a"});
        QVERIFY(!nowhere.finish());
    }
};

QTEST_GUILESS_MAIN(TestCsvWriter)
#include "test_csvwriter.moc"
