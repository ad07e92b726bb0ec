#include "app/service/http/routes/parameters.h"

#include "app/service/http/server/bodyscan.h"
#include "app/service/http/server/reply.h"
#include "app/service/store/jsontext.h"
#include "models/wave/api/paths.h"
#include "models/wave/isodate.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace groundswell::service {

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
    const QDate date = isoDate(*value);
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
    return static_cast<int>(integer(api::query::page, 1, 1'000'000'000).value_or(1));
}

int QueryReader::limit(int cap)
{
    const qint64 limit = integer(api::query::limit, 1, std::numeric_limits<qint64>::max()).value_or(cap);
    return static_cast<int>(std::min<qint64>(limit, cap));
}

Expected<QJsonObject> jsonBody(const Request &request)
{
    if (const auto fault = bodyFault(request.body)) {
        std::vector<FieldProblem> fields;
        if (!fault->pointer.empty())
            fields.push_back({QStringLiteral("wrong_type"), QString::fromStdString(fault->pointer)});
        return tl::make_unexpected(refusal(400, QString::fromLatin1(fault->key), std::move(fields)));
    }
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
