#include "app/service/http/server/multipart.h"

#include <algorithm>
#include <cctype>

namespace groundswell::service {

namespace {

constexpr std::size_t longestHead = 8 * 1024;
constexpr std::size_t longestBoundary = 70; // RFC 2046, 5.1.1
constexpr std::size_t mostParts = 16;

bool sameWord(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    });
}

std::string_view trimmed(std::string_view text)
{
    const auto from = text.find_first_not_of(" \t");
    return from == text.npos ? std::string_view()
                             : text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

/// Takes `name=value` or `name="value"` off the front of a header's parameters. A backslash is an escape only
/// before a quote: some programs send whole Windows paths.
std::optional<std::pair<std::string_view, std::string>> takeParameter(std::string_view &text)
{
    const auto equals = text.find('=');
    if (equals == text.npos)
        return std::nullopt;
    const auto name = trimmed(text.substr(0, equals));
    text = text.substr(equals + 1);
    std::string value;
    if (!text.starts_with('"')) {
        const auto end = std::min(text.find(';'), text.size());
        value = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        return std::pair(name, std::move(value));
    }
    text.remove_prefix(1);
    while (!text.empty() && text.front() != '"') {
        if (text.starts_with("\\\""))
            text.remove_prefix(1);
        value += text.front();
        text.remove_prefix(1);
    }
    if (text.empty())
        return std::nullopt; // the quote isn't closed
    const auto end = std::min(text.find(';'), text.size());
    text.remove_prefix(std::min(end + 1, text.size()));
    return std::pair(name, std::move(value));
}

/// The value of a parameter of a header like `form-data; name="file"`.
std::optional<std::string> parameterOf(std::string_view header, std::string_view wanted)
{
    const auto first = header.find(';');
    if (first == header.npos)
        return std::nullopt;
    header.remove_prefix(first + 1);
    while (auto parameter = takeParameter(header)) {
        if (sameWord(parameter->first, wanted))
            return std::move(parameter->second);
    }
    return std::nullopt;
}

/// \a head: the lines of a part before the empty one.
std::optional<Part> readHead(std::string_view head)
{
    Part part;
    bool hasName = false;
    while (!head.empty()) {
        const auto end = std::min(head.find("\r\n"), head.size());
        const std::string_view line = head.substr(0, end);
        head.remove_prefix(std::min(end + 2, head.size()));
        const auto colon = line.find(':');
        if (colon == line.npos)
            return std::nullopt;
        const std::string_view value = trimmed(line.substr(colon + 1));
        if (sameWord(line.substr(0, colon), "content-type"))
            part.contentType = value;
        if (!sameWord(line.substr(0, colon), "content-disposition"))
            continue;
        const auto name = parameterOf(value, "name");
        hasName = name.has_value();
        part.name = name.value_or(std::string());
        part.fileName = parameterOf(value, "filename").value_or(std::string());
    }
    return hasName ? std::optional(std::move(part)) : std::nullopt;
}

} // namespace

bool isMultipart(std::string_view contentType)
{
    return sameWord(contentType.substr(0, contentType.find('/')), "multipart");
}

std::optional<std::vector<Part>> parseMultipart(std::string_view contentType, std::string_view body)
{
    const auto boundary = parameterOf(contentType, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > longestBoundary)
        return std::nullopt;
    const std::string line = "--" + *boundary;
    if (!body.starts_with(line))
        return std::nullopt;
    body.remove_prefix(line.size());
    std::vector<Part> parts;
    while (body.starts_with("\r\n") && parts.size() < mostParts) {
        body.remove_prefix(2);
        const auto headEnd = body.substr(0, longestHead).find("\r\n\r\n");
        if (headEnd == body.npos)
            return std::nullopt;
        auto part = readHead(body.substr(0, headEnd));
        body.remove_prefix(headEnd + 4);
        const auto end = body.find("\r\n" + line);
        if (!part || end == body.npos)
            return std::nullopt;
        part->content = body.substr(0, end);
        body.remove_prefix(end + 2 + line.size());
        parts.push_back(std::move(*part));
    }
    return body.starts_with("--") && !parts.empty() ? std::optional(std::move(parts)) : std::nullopt;
}

} // namespace groundswell::service
