#include "app/service/http/server/requesthead.h"

#include <QTest>

#include <rapidcheck.h>

using namespace groundswell::service;

namespace {

const std::string plain = "GET /api/v3/status/ HTTP/1.1\r\nHost: 127.0.0.1:1\r\n";

/// As a client that means no harm would write it.
std::string written(const RequestHead &head)
{
    std::string text = head.request.method + ' ' + head.request.path + " HTTP/1.1\r\n";
    for (const auto &[name, value] : head.request.headers)
        text += name + ": " + value + "\r\n";
    return text + "\r\n";
}

std::string chunked(const std::vector<std::string> &chunks)
{
    std::string text;
    for (const std::string &chunk : chunks) {
        if (chunk.empty())
            continue; // would be the last one
        text += QByteArray::number(static_cast<qulonglong>(chunk.size()), 16).toStdString() + "\r\n" + chunk
            + "\r\n";
    }
    return text + "0\r\n\r\n";
}

} // namespace

class TestRequestHead : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refuses_data()
    {
        QTest::addColumn<std::string>("head");
        const auto row = [](const char *name, const std::string &lines) {
            QTest::newRow(name) << lines + "\r\n";
        };
        row("no request line", "");
        row("no HTTP", "Hello there\r\n");
        row("no version", "GET /\r\n");
        row("HTTP/0.9", "GET / HTTP/0.9\r\n");
        row("HTTP/2", "PRI * HTTP/2.0\r\n");
        row("lower-case version", "GET / http/1.1\r\n");
        row("unknown method", "BREW / HTTP/1.1\r\n");
        row("lower-case method", "get / HTTP/1.1\r\n");
        row("two spaces", "GET  / HTTP/1.1\r\n");
        row("a space within", "GET /a b HTTP/1.1\r\n");
        row("a tab", "GET\t/ HTTP/1.1\r\n");
        row("absolute target", "GET http://127.0.0.1/ HTTP/1.1\r\n");
        row("asterisk", "OPTIONS * HTTP/1.1\r\n");
        row("authority", "CONNECT evil.example:80 HTTP/1.1\r\n");
        row("fragment", "GET /#a HTTP/1.1\r\n");
        row("bytes above ASCII in the target", "GET /\xc3\xa9 HTTP/1.1\r\n");
        row("space before the colon", plain + "Content-Length : 5\r\n");
        row("tab before the colon", plain + "Content-Length\t: 5\r\n");
        row("no colon", plain + "Content-Length 5\r\n");
        row("no name", plain + ": 5\r\n");
        row("space in front", "GET / HTTP/1.1\r\n Host: a\r\n");
        row("folded line", plain + "X-A: a\r\n b\r\n");
        row("CR within", plain + "X-A: a\rb\r\n");
        row("NUL within", plain + std::string("X-A: a\0b\r\n", 10));
        row("DEL within", plain + "X-A: a\x7f\r\n");
        row("umlaut in a name", plain + "X-\xc3\xa4: a\r\n");
        row("empty length", plain + "Content-Length:\r\n");
        row("length with a sign", plain + "Content-Length: +5\r\n");
        row("negative length", plain + "Content-Length: -5\r\n");
        row("hexadecimal length", plain + "Content-Length: 0x5\r\n");
        row("length with a rest", plain + "Content-Length: 5 6\r\n");
        row("list of lengths", plain + "Content-Length: 5, 5\r\n");
        row("length over every number", plain + "Content-Length: 99999999999999999999999\r\n");
        row("second length", plain + "Content-Length: 5\r\nContent-Length: 5\r\n");
        row("second length, other spelling", plain + "Content-Length: 5\r\ncontent-length: 6\r\n");
        row("length and chunks", plain + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n");
        row("chunks and length", plain + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n");
        row("unknown encoding", plain + "Transfer-Encoding: xchunked\r\n");
        row("two encodings", plain + "Transfer-Encoding: gzip, chunked\r\n");
        row("identity", plain + "Transfer-Encoding: identity\r\n");
        row("empty encoding", plain + "Transfer-Encoding:\r\n");
        row("second encoding", plain + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n");
        row("chunks in HTTP/1.0", "PUT / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n");
        row("second Host", plain + "Host: 127.0.0.1:1\r\n");
        row("second Origin", plain + "Origin: http://a\r\nOrigin: http://a\r\n");
        row("empty Origin", plain + "Origin:\r\n");
        row("blank Origin", plain + "Origin: \t \r\n");
        row("second token", plain + "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n");
        row("second Content-Type", plain + "Content-Type: a/b\r\nContent-Type: c/d\r\n");
        row("second If-Match", plain + "If-Match: \"v1\"\r\nIf-Match: \"v2\"\r\n");
        std::string many = plain;
        for (int i = 0; i < 101; ++i)
            many += "X-" + std::to_string(i) + ": a\r\n";
        row("a hundred and more headers", many);
    }
    void refuses()
    {
        QFETCH(std::string, head);
        QVERIFY(!parseHead(head).isSound);
    }

    void reads()
    {
        const RequestHead head =
            parseHead("PUT /api/v3/setup_processes/a%20b?x=1&x=%C3%A9 HTTP/1.1\r\n"
                      "Host: 127.0.0.1:1\r\nIf-Match:\t\"v%0d%0a1\"  \r\nX-Empty:\r\n"
                      "content-length: 12\r\nConnection: TE, Close\r\nExpect: 100-Continue\r\n\r\n");
        QVERIFY(head.isSound);
        QCOMPARE(head.request.method, std::string("PUT"));
        QCOMPARE(head.request.path, std::string("/api/v3/setup_processes/a%20b"));
        QCOMPARE(head.request.query, (NamedValues{{"x", "1"}, {"x", "\xc3\xa9"}}));
        QCOMPARE(*head.request.header("if-match"),
                 std::string("\"v%0d%0a1\"")); // as it came, decoded by nobody
        QCOMPARE(*head.request.header("X-Empty"), std::string());
        QCOMPARE(head.framing, RequestHead::Framing::Length);
        QCOMPARE(head.length, std::size_t{12});
        QVERIFY(head.closes);
        QVERIFY(head.awaitsGoAhead);
        QVERIFY(!parseHead(plain + "\r\n").closes);
        QVERIFY(parseHead("GET / HTTP/1.0\r\nHost: a\r\n\r\n").closes);
        QCOMPARE(parseHead(plain + "Transfer-Encoding: Chunked\r\n\r\n").framing,
                 RequestHead::Framing::Chunked);
    }

    void findsTheEndOfAHead()
    {
        const std::string whole = plain + "\r\n";
        for (std::size_t length = 0; length < whole.size(); ++length)
            QCOMPARE(scanHead(whole.substr(0, length)).state, HeadScan::Incomplete);
        QCOMPARE(scanHead(whole + "body\r\n\r\n").length, whole.size());
        QCOMPARE(scanHead("GET / HTTP/1.1\nHost: a\n\n").state, HeadScan::Broken);
        QCOMPARE(scanHead("\n").state, HeadScan::Broken);
    }

    /// However a head is damaged: either it is refused, or it says one thing, which is the same when written
    /// down and read again.
    void aDamagedHeadIsRefusedOrUnambiguous()
    {
        const std::string sound = "PUT /api/v3/setup_processes/7?a=b HTTP/1.1\r\nHost: 127.0.0.1:1\r\n"
                                  "Authorization: Bearer 0123\r\nOrigin: http://127.0.0.1:1\r\n"
                                  "Content-Type: application/json\r\nContent-Length: 5\r\n\r\n";
        const std::vector<std::string> inserts{"\r",
                                               "\n",
                                               "\r\n",
                                               " ",
                                               "\t",
                                               ":",
                                               ",",
                                               std::string(1, '\0'),
                                               "%0d%0a",
                                               "\xff",
                                               "Content-Length: 7\r\n",
                                               "Transfer-Encoding: chunked\r\n",
                                               "Host: evil\r\n",
                                               "Origin:\r\n"};
        const bool ok = rc::check("damaged heads", [&] {
            std::string head = sound;
            const int strikes = *rc::gen::inRange(1, 4);
            for (int i = 0; i < strikes; ++i) {
                const auto at = *rc::gen::inRange<std::size_t>(0, head.size());
                switch (*rc::gen::inRange(0, 3)) {
                case 0:
                    head.insert(at, *rc::gen::elementOf(inserts));
                    break;
                case 1:
                    head.erase(at, *rc::gen::inRange<std::size_t>(1, 20));
                    break;
                default:
                    head[at] = *rc::gen::arbitrary<char>();
                }
            }
            const RequestHead read = parseHead(head);
            if (!read.isSound)
                return;
            std::string again = written(read);
            const RequestHead twice = parseHead(again);
            RC_ASSERT(twice.isSound);
            RC_ASSERT(twice.request.headers == read.request.headers);
            RC_ASSERT(twice.length == read.length);
            RC_ASSERT(twice.framing == read.framing);
            RC_ASSERT(scanHead(again).length == again.size());
            const auto *origin = read.request.header("Origin");
            RC_ASSERT((!origin || !origin->empty())); // bare, the macro would evaluate both sides
        });
        QVERIFY(ok);
    }

    void refusesBadChunks_data()
    {
        QTest::addColumn<std::string>("body");
        QTest::newRow("no size") << std::string("\r\nhello\r\n0\r\n\r\n");
        QTest::newRow("negative") << std::string("-2\r\nhello\r\n0\r\n\r\n");
        QTest::newRow("sign") << std::string("+5\r\nhello\r\n0\r\n\r\n");
        QTest::newRow("0x") << std::string("0x5\r\nhello\r\n0\r\n\r\n");
        QTest::newRow("space in front") << std::string(" 5\r\nhello\r\n0\r\n\r\n");
        QTest::newRow("space behind") << std::string("5 \r\nhello\r\n0\r\n\r\n");
        QTest::newRow("extension") << std::string("5;a=b\r\nhello\r\n0\r\n\r\n");
        QTest::newRow("bare line feed") << std::string("5\nhello\n0\n\n");
        QTest::newRow("nine digits") << std::string("000000005\r\nhello\r\n0\r\n\r\n");
        QTest::newRow("longer than it says") << std::string("4\r\nhello\r\n0\r\n\r\n");
        QTest::newRow("shorter than it says") << std::string("6\r\nhello\r\n0\r\n\r\n");
        QTest::newRow("no line end behind") << std::string("5\r\nhello0\r\n\r\n");
        QTest::newRow("trailer") << std::string("5\r\nhello\r\n0\r\nX-A: a\r\n\r\n");
        QTest::newRow("a word") << std::string("five\r\nhello\r\n0\r\n\r\n");
    }
    void refusesBadChunks()
    {
        QFETCH(std::string, body);
        ChunkedBody chunks;
        QVERIFY(chunks.take(body) < body.size());
        QVERIFY(chunks.isBroken());
        QVERIFY(!chunks.isComplete());
    }

    void aChunkedBodyEndsWhereItEnds()
    {
        const bool ok = rc::check("chunked bodies", [](const std::vector<std::string> &parts) {
            const std::string body = chunked(parts);
            const std::string line = body + "GET / HTTP/1.1\r\n";
            ChunkedBody chunks;
            std::size_t at = 0;
            while (!chunks.isComplete()) {
                const auto piece = *rc::gen::inRange<std::size_t>(1, 40);
                const auto taken = chunks.take(std::string_view(line).substr(at, piece));
                RC_ASSERT(!chunks.isBroken());
                at += taken;
            }
            RC_ASSERT(at == body.size());
        });
        QVERIFY(ok);
    }
};

QTEST_GUILESS_MAIN(TestRequestHead)
#include "tst_requesthead.moc"
