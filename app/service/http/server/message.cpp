#include "app/service/http/server/message.h"

#include <QStringDecoder>

namespace groundswell::service {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool isCleanText(const std::string &text)
{
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            return false;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return !decoder.hasError() && !decoded.isNull();
}

} // namespace

std::optional<std::string> percentDecoded(std::string_view text, bool plusIsSpace)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plusIsSpace) {
            result.push_back(' ');
        } else if (text[i] != '%') {
            result.push_back(text[i]);
        } else {
            const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
            const int low = high >= 0 ? hexDigit(text[i + 2]) : -1;
            if (low < 0)
                return std::nullopt;
            result.push_back(static_cast<char>(high * 16 + low));
            i += 2;
        }
    }
    if (!result.empty() && !isCleanText(result))
        return std::nullopt;
    return result;
}

NamedValues parseQuery(std::string_view query)
{
    NamedValues result;
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (pair.empty())
            continue;
        const auto equals = std::min(pair.find('='), pair.size());
        const std::string_view name = pair.substr(0, equals);
        const std::string_view value = equals < pair.size() ? pair.substr(equals + 1) : std::string_view();
        result.emplace_back(percentDecoded(name, true).value_or(std::string(name)),
                            percentDecoded(value, true).value_or(std::string(value)));
    }
    return result;
}

} // namespace groundswell::service
