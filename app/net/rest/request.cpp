#include "app/net/rest/request.h"

#include <QHttpMultiPart>
#include <QIODevice>
#include <QStringTokenizer>

namespace groundswell {

namespace {

// QUrlQuery keeps '+' as it is, which servers read as a space: encoded by hand, so that nothing is left to
// interpretation.
QString percentEncoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

Request requestOf(Request::Method method, ApiPath path, ApiQuery query)
{
    Request request;
    request.method = method;
    request.path = std::move(path);
    request.query = std::move(query);
    return request;
}

} // namespace

void ApiPath::append(const QString &segment)
{
    if (segment.isEmpty() || segment == QLatin1StringView(".") || segment == QLatin1StringView(".."))
        m_valid = false;
    m_encoded += QLatin1Char('/') + percentEncoded(segment);
}

ApiPath::ApiPath(api::Path path, const QStringList &values)
{
    const QLatin1StringView text(path.text);
    qsizetype used = 0;
    for (const QLatin1StringView segment : text.tokenize(QLatin1Char('/'), Qt::SkipEmptyParts))
        append(segment.startsWith(QLatin1Char('{')) ? values.value(used++) : QString(segment));
    if (text.endsWith(QLatin1Char('/')))
        m_encoded += QLatin1Char('/');
    Q_ASSERT(used == values.size());
}

ApiPath::ApiPath(std::initializer_list<QString> segments)
{
    for (const QString &segment : segments)
        append(segment);
}

ApiQuery &ApiQuery::add(QAnyStringView name, const QString &value)
{
    if (value.isEmpty())
        return *this;
    if (!m_encoded.isEmpty())
        m_encoded += QLatin1Char('&');
    m_encoded += percentEncoded(name.toString()) + QLatin1Char('=') + percentEncoded(value);
    return *this;
}

ApiQuery &ApiQuery::add(QAnyStringView name, const QStringList &values)
{
    for (const QString &value : values)
        add(name, value);
    return *this;
}

ApiQuery &ApiQuery::addNumber(QAnyStringView name, double value)
{
    return add(name, QString::number(value, 'f', QLocale::FloatingPointShortest));
}

ApiQuery &ApiQuery::addFlag(QAnyStringView name, bool value)
{
    return value ? addBool(name, true) : *this;
}

ApiQuery &ApiQuery::addBool(QAnyStringView name, bool value)
{
    return add(name, value ? QStringLiteral("true") : QStringLiteral("false"));
}

Request Request::get(ApiPath path, ApiQuery query)
{
    Request request = requestOf(Method::Get, std::move(path), std::move(query));
    request.retry = RetryPolicy::reads();
    request.maxAnswerBytes = answersize::List;
    return request;
}

Request Request::getOrRecall(ApiPath path, ApiQuery query)
{
    Request request = get(std::move(path), std::move(query));
    request.recallable = true;
    return request;
}

Request Request::post(ApiPath path, ApiQuery query)
{
    return requestOf(Method::Post, std::move(path), std::move(query));
}

Request Request::put(ApiPath path, ApiQuery query)
{
    return requestOf(Method::Put, std::move(path), std::move(query));
}

Request Request::remove(ApiPath path, ApiQuery query)
{
    return requestOf(Method::Delete, std::move(path), std::move(query));
}

Request Request::withJson(const QByteArray &json) const
{
    Request result = *this;
    result.body = json;
    result.contentType = QByteArrayLiteral("application/json");
    return result;
}

QByteArray Response::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace groundswell
