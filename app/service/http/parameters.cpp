#include "app/service/http/parameters.h"

#include "app/service/http/reply.h"
#include "app/service/store/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace groundswell::service {

namespace {

constexpr int deepestNesting = 32; ///< the contract's deepest value, a geo place of a draft, has five levels

/// What Qt's parser lets pass: nesting that costs stack further on, and raw control characters in texts,
/// which JSON forbids. Null where all is well.
const char *structuralFault(const std::string &json)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            if (static_cast<unsigned char>(c) < 0x20)
                return "error.request.bad_json";
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > deepestNesting)
                return "error.request.too_deep";
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return nullptr;
}

} // namespace

void QueryReader::fail(const char *code, const char *name)
{
    if (!m_problem)
        m_problem = invalidField(QString::fromLatin1(code), QString::fromLatin1(name));
}

std::optional<std::string> QueryReader::single(const char *name)
{
    std::optional<std::string> result;
    for (const auto &[key, value] : m_request.query) {
        if (key != name || value.empty())
            continue;
        if (result && *result != value)
            fail("repeated", name);
        result = value;
    }
    return result;
}

std::optional<QString> QueryReader::text(const char *name)
{
    const auto value = single(name);
    return value ? std::optional(QString::fromStdString(*value)) : std::nullopt;
}

QStringList QueryReader::texts(const char *name)
{
    QStringList result;
    const std::string bracketed = std::string(name) + "[]";
    for (const auto &[key, value] : m_request.query) {
        if ((key == name || key == bracketed) && !value.empty())
            result.append(QString::fromStdString(value));
    }
    return result;
}

std::optional<qint64> QueryReader::integer(const char *name, qint64 least, qint64 most)
{
    const auto value = text(name);
    if (!value)
        return std::nullopt;
    bool ok = false;
    const qint64 number = value->toLongLong(&ok);
    if (!ok || number < least || number > most) {
        fail(ok ? "out_of_range" : "wrong_type", name);
        return std::nullopt;
    }
    return number;
}

std::optional<double> QueryReader::number(const char *name, double least, double most)
{
    const auto value = text(name);
    if (!value)
        return std::nullopt;
    bool ok = false;
    const double number = value->toDouble(&ok);
    if (!ok || !std::isfinite(number) || number < least || number > most) {
        fail(ok ? "out_of_range" : "wrong_type", name);
        return std::nullopt;
    }
    return number;
}

std::optional<bool> QueryReader::boolean(const char *name)
{
    const auto word = oneOf(name, {"true", "false", "1", "0"});
    return word ? std::optional(*word == u"true" || *word == u"1") : std::nullopt;
}

std::optional<QDate> QueryReader::date(const char *name)
{
    const auto value = text(name);
    if (!value)
        return std::nullopt;
    const QDate date = value->size() == 10 ? QDate::fromString(*value, Qt::ISODate) : QDate();
    if (!date.isValid()) {
        fail("wrong_type", name);
        return std::nullopt;
    }
    return date;
}

std::optional<QString> QueryReader::oneOf(const char *name, std::initializer_list<const char *> words)
{
    const auto value = text(name);
    if (!value)
        return std::nullopt;
    for (const char *word : words) {
        if (*value == QLatin1StringView(word))
            return value;
    }
    fail("unknown_value", name);
    return std::nullopt;
}

int QueryReader::page()
{
    return static_cast<int>(integer("page", 1, 1'000'000'000).value_or(1));
}

int QueryReader::limit(int cap)
{
    const qint64 limit = integer("limit", 1, std::numeric_limits<qint64>::max()).value_or(cap);
    return static_cast<int>(std::min<qint64>(limit, cap));
}

Expected<QJsonObject> jsonBody(const Request &request)
{
    if (const char *fault = structuralFault(request.body))
        return tl::make_unexpected(refusal(400, QString::fromLatin1(fault)));
    QJsonParseError error;
    std::string_view text = request.body;
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3); // the document's own mark, which RFC 8259 lets a reader ignore
    const auto document = QJsonDocument::fromJson(
        keepingMarks(QByteArray(text.data(), static_cast<qsizetype>(text.size()))), &error);
    if (error.error != QJsonParseError::NoError) {
        return tl::make_unexpected(
            refusal(400, QStringLiteral("error.request.bad_json"),
                    {{QStringLiteral("bad_json"), QStringLiteral("byte %1").arg(error.offset)}}));
    }
    if (!document.isObject())
        return tl::make_unexpected(refusal(400, QStringLiteral("error.request.not_an_object")));
    return document.object();
}

} // namespace groundswell::service
