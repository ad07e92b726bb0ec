#include "app/service/http/server/requesthead.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace groundswell::service {

namespace {

constexpr std::size_t mostHeaders = 100;

bool isTokenChar(char c)
{
    return std::isalnum(static_cast<unsigned char>(c))
        || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool isFieldChar(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return c == '\t' || (byte >= 0x20 && byte != 0x7f);
}

bool isTargetChar(char c)
{
    return c > 0x20 && c < 0x7f && c != '#';
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    });
    return result;
}

std::string_view trimmed(std::string_view text)
{
    const auto from = text.find_first_not_of(" \t");
    return from == text.npos ? std::string_view()
                             : text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

/// Takes a line without its CRLF off the front.
std::string_view takeLine(std::string_view &bytes)
{
    const auto end = bytes.find("\r\n");
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end == bytes.npos ? bytes.size() : end + 2);
    return line;
}

bool readRequestLine(std::string_view line, RequestHead &head)
{
    static constexpr std::array<std::string_view, 7> methods{"GET",   "HEAD",   "POST",   "PUT",
                                                             "PATCH", "DELETE", "OPTIONS"};
    const auto first = line.find(' ');
    const auto second = line.rfind(' ');
    if (first == line.npos || second == first)
        return false;
    const std::string_view method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, second - first - 1);
    const std::string_view version = line.substr(second + 1);
    if (std::ranges::find(methods, method) == methods.end() || !target.starts_with('/')
        || !std::ranges::all_of(target, isTargetChar) || (version != "HTTP/1.1" && version != "HTTP/1.0"))
        return false;
    head.closes = version == "HTTP/1.0";
    head.request.method = method;
    const auto question = std::min(target.find('?'), target.size());
    head.request.path = target.substr(0, question);
    if (question < target.size())
        head.request.query = parseQuery(target.substr(question + 1));
    return true;
}

bool readField(std::string_view line, RequestHead &head)
{
    const auto colon = line.find(':');
    if (colon == 0 || colon == line.npos)
        return false;
    const std::string_view name = line.substr(0, colon); // a space before the colon is no token character
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (!std::ranges::all_of(name, isTokenChar) || !std::ranges::all_of(value, isFieldChar))
        return false;
    head.request.headers.emplace_back(name, value);
    return head.request.headers.size() <= mostHeaders;
}

std::size_t countOf(const RequestHead &head, std::string_view name)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        head.request.headers, [&](const auto &field) { return lowered(field.first) == name; }));
}

/// Headers that may occur only once: programs disagree on which of two would hold.
bool hasNoSecondValues(const RequestHead &head)
{
    static constexpr std::array<std::string_view, 13> single{
        "host",          "content-length",   "transfer-encoding",
        "content-type",  "content-encoding", "origin",
        "authorization", "expect",           "x-preferred-partner-id",
        "if-match",      "x-client-id",      "x-draft-revision",
        "x-request-id"};
    return std::ranges::all_of(single, [&](std::string_view name) { return countOf(head, name) <= 1; });
}

bool readFraming(RequestHead &head)
{
    const std::string *length = head.request.header("Content-Length");
    const std::string *encoding = head.request.header("Transfer-Encoding");
    if (length && encoding)
        return false;
    if (encoding) {
        head.framing = RequestHead::Framing::Chunked;
        return lowered(*encoding) == "chunked" && !head.closes;
    }
    if (!length)
        return true;
    head.framing = RequestHead::Framing::Length;
    const char *end = length->data() + length->size();
    const auto [stop, error] = std::from_chars(length->data(), end, head.length); // digits only
    return error == std::errc() && stop == end;
}

void readConnection(RequestHead &head)
{
    for (const auto &[name, value] : head.request.headers) {
        if (lowered(name) != "connection")
            continue;
        std::string_view words = value;
        while (!words.empty()) {
            const auto comma = std::min(words.find(','), words.size());
            head.closes = head.closes || lowered(trimmed(words.substr(0, comma))) == "close";
            words.remove_prefix(std::min(comma + 1, words.size()));
        }
    }
    const std::string *expectation = head.request.header("Expect");
    head.awaitsGoAhead = expectation && lowered(*expectation) == "100-continue";
}

bool isSound(std::string_view bytes, RequestHead &head)
{
    if (!readRequestLine(takeLine(bytes), head))
        return false;
    while (!bytes.empty()) {
        const std::string_view line = takeLine(bytes);
        if (line.empty())
            break;
        if (!readField(line, head))
            return false;
    }
    if (!hasNoSecondValues(head) || !readFraming(head))
        return false;
    const std::string *origin = head.request.header("Origin");
    if (origin && origin->empty())
        return false;
    readConnection(head);
    return true;
}

} // namespace

HeadScan scanHead(std::string_view bytes)
{
    std::size_t lineStart = 0;
    for (auto end = bytes.find('\n'); end != bytes.npos; end = bytes.find('\n', lineStart)) {
        if (end == lineStart || bytes[end - 1] != '\r')
            return {HeadScan::Broken, 0};
        if (end == lineStart + 1) // an empty line before a request line ends a head that isn't one
            return {HeadScan::Complete, end + 1};
        lineStart = end + 1;
    }
    return {};
}

RequestHead parseHead(std::string_view bytes)
{
    RequestHead head;
    head.isSound = isSound(bytes, head);
    return head;
}

ChunkedBody::State ChunkedBody::after(char c)
{
    switch (m_state) {
    case State::Size: {
        const int value = c >= '0' && c <= '9' ? c - '0'
            : c >= 'a' && c <= 'f'             ? c - 'a' + 10
            : c >= 'A' && c <= 'F'             ? c - 'A' + 10
                                               : -1;
        if (value >= 0 && m_digits < 8) {
            ++m_digits;
            m_left = m_left * 16 + static_cast<std::size_t>(value);
            return State::Size;
        }
        return c == '\r' && m_digits > 0 ? State::SizeEnd : State::Broken;
    }
    case State::SizeEnd:
        if (c != '\n')
            return State::Broken;
        m_digits = 0;
        return m_left > 0 ? State::Data : State::LastEnd;
    case State::DataEnd:
        return c == '\r' ? State::DataEndLine : State::Broken;
    case State::DataEndLine:
        return c == '\n' ? State::Size : State::Broken;
    case State::LastEnd:
        return c == '\r' ? State::LastEndLine : State::Broken;
    case State::LastEndLine:
        return c == '\n' ? State::Complete : State::Broken;
    default:
        return m_state;
    }
}

std::size_t ChunkedBody::take(std::string_view bytes)
{
    std::size_t taken = 0;
    while (taken < bytes.size() && m_state != State::Complete && m_state != State::Broken) {
        if (m_state == State::Data) {
            const auto count = std::min(m_left, bytes.size() - taken);
            m_left -= count;
            taken += count;
            if (m_left == 0)
                m_state = State::DataEnd;
            continue;
        }
        m_state = after(bytes[taken]);
        if (m_state != State::Broken)
            ++taken;
    }
    return taken;
}

} // namespace groundswell::service
