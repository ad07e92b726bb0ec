#pragma once

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace groundswell::service {

/// Names and values in the order they came; a name may occur several times (the API repeats a parameter for a
/// list, wave-api 1.8).
using NamedValues = std::vector<std::pair<std::string, std::string>>;

/// One part of a multipart/form-data body.
struct Part {
    std::string name;
    std::string fileName; ///< as the client named it; never used as a path
    std::string contentType;
    std::string content;
};

/// An HTTP request as the service sees it, whatever library read it from the socket.
struct Request {
    std::string method; ///< upper case
    std::string path; ///< as sent, percent-encoded, without the query
    NamedValues query; ///< decoded, UTF-8 not yet checked
    NamedValues headers;
    std::string body; ///< empty for multipart
    std::vector<Part> parts;

    /// First value of a header, nullptr where there is none. Header names don't mind case.
    [[nodiscard]] const std::string *header(std::string_view name) const
    {
        const auto equal = [](char a, char b) {
            return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
        };
        for (const auto &[key, value] : headers) {
            if (std::equal(key.begin(), key.end(), name.begin(), name.end(), equal))
                return &value;
        }
        return nullptr;
    }
};

struct Response {
    int status = 200;
    std::string contentType; ///< empty = no body
    std::string body;
    NamedValues headers; ///< beside Content-Type and Content-Length

    Response &setHeader(std::string name, std::string value)
    {
        headers.emplace_back(std::move(name), std::move(value));
        return *this;
    }
};

/// Undoes percent-encoding; nullopt where a `%` isn't followed by two hex digits or the result isn't UTF-8 or
/// holds a control character. \a plusIsSpace: as in queries.
[[nodiscard]] std::optional<std::string> percentDecoded(std::string_view text, bool plusIsSpace = false);
/// `a=1&a=2&b` → pairs in order. A piece that can't be decoded keeps its raw text.
[[nodiscard]] NamedValues parseQuery(std::string_view query);

} // namespace groundswell::service
