#include "app/audience/csvsplitter.h"
#include "app/audience/csvwriter.h"

#include <QtTest>

#include <rapidcheck.h>

#include <array>

using namespace groundswell;

using Row = std::vector<std::string>;

namespace {

/// The rows of a text that arrives in blocks of \a size bytes; nothing where it can't be read.
std::optional<std::vector<Row>> split(std::string_view text, std::size_t size = 1, char delimiter = ',')
{
    std::vector<Row> rows;
    CsvSplitter splitter(
        [&](std::span<const std::string_view> cells) {
            rows.emplace_back(cells.begin(), cells.end());
            return true;
        },
        delimiter);
    for (std::size_t at = 0; at < text.size(); at += size) {
        if (!splitter.take(text.substr(at, size)))
            return std::nullopt;
    }
    return splitter.finish() ? std::optional(rows) : std::nullopt;
}

} // namespace

class TestCsvSplitter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void splits_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::vector<Row>>("rows");
        const auto row = [](const char *name, std::string text, std::vector<Row> rows) {
            QTest::newRow(name) << std::move(text) << std::move(rows);
        };
        row("nothing", "", {});
        row("line feeds", "a,b\nc,d\n", {{"a", "b"}, {"c", "d"}});
        row("CRLF", "a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}});
        row("no last line end", "a,b\nc,d", {{"a", "b"}, {"c", "d"}});
        row("empty cells", ",\n,\n", {{"", ""}, {"", ""}});
        row("blank lines", "\na\n\r\n\nb\n", {{"a"}, {"b"}});
        row("a row of one empty cell", "\"\"\n", {{""}});
        row("quotes", "\"a \"\"b\"\"\",\"c,d\"\n", {{"a \"b\"", "c,d"}});
        row("line ends within quotes", "\"a\r\nb\",\"c\r\"\nd,e\n", {{"a\r\nb", "c\r"}, {"d", "e"}});
        row("byte order mark", "\xEF\xBB\xBF\"a\",b\nc,d\n", {{"a", "b"}, {"c", "d"}});
        row("a mark within", ",\xEF\xBB\xBFz\n", {{"", "\xEF\xBB\xBFz"}});
        row("a quote within a bare cell", "5\" vinyl,b\n", {{"5\" vinyl", "b"}});
    }
    void splits()
    {
        QFETCH(const std::string, text);
        QFETCH(const std::vector<Row>, rows);
        for (const std::size_t size : std::array<std::size_t, 4>{1, 2, 3, 100})
            QVERIFY(split(text, size) == rows);
    }

    void whatIsWrittenIsReadBack()
    {
        QVERIFY(rc::check("split(write(rows)) == rows, in blocks of any size", [] {
            CsvOptions options;
            options.delimiter = *rc::gen::element(',', ';', '\t');
            options.crlf = *rc::gen::arbitrary<bool>();
            options.byteOrderMark = *rc::gen::arbitrary<bool>();
            const auto cell =
                rc::gen::container<std::string>(rc::gen::elementOf(std::string("a\",;\t\r\n =\xEF\xBB\xBF")));
            std::vector<Row> rows;
            std::string text;
            CsvWriter csv(
                [&](std::string_view block) {
                    text += block;
                    return true;
                },
                options);
            for (int n = *rc::gen::inRange(0, 6); n > 0; --n) {
                rows.push_back(*rc::gen::nonEmpty(rc::gen::container<Row>(cell)));
                csv.writeRow(rows.back());
            }
            RC_PRE(
                (rows.empty() || !rows.front().front().starts_with("\xEF"))); // would be taken for the mark
            RC_ASSERT(csv.finish());
            const auto size = *rc::gen::inRange<std::size_t>(1, 20);
            RC_ASSERT(split(text, size, options.delimiter) == rows);
        }));
    }

    void whatBrokeOffIsTold()
    {
        QVERIFY(!split("a,\"b"));
        QVERIFY(!split("\"" + std::string(2'000'000, 'x'), 65'536));
        QVERIFY(!split(std::string(2'000'000, ','), 65'536)); // cells without a letter take space too
        int rows = 0;
        CsvSplitter refused([&](std::span<const std::string_view>) {
            ++rows;
            return false;
        });
        QVERIFY(!refused.take("a\nb\nc\n"));
        QVERIFY(!refused.finish());
        QCOMPARE(rows, 1);
    }
};

QTEST_GUILESS_MAIN(TestCsvSplitter)
#include "test_csvsplitter.moc"
