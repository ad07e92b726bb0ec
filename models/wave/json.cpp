#include "models/wave/json.h"

#include "models/wave/isodate.h"

#include <QTimeZone>

#include <cmath>
#include <limits>

namespace groundswell {

namespace {

// Beyond this a double may be a whole number only because it has no room for a fraction.
constexpr double largestExactInteger = 9007199254740992.0; // 2^53

QString escaped(QString key)
{
    return key.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
}

bool isAbsent(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

std::optional<double> finiteNumber(const QJsonValue &value)
{
    bool ok = value.isDouble();
    const double number = ok ? value.toDouble() : value.toString().trimmed().toDouble(&ok);
    if (!ok || !std::isfinite(number))
        return std::nullopt;
    return number;
}

std::optional<qint64> exactInteger(const QJsonValue &value)
{
    if (value.isString()) {
        bool ok = false;
        const qint64 number = value.toString().trimmed().toLongLong(&ok);
        return ok ? std::optional(number) : std::nullopt;
    }
    // Qt keeps whole numbers of 64 bits as they are, and makes doubles of all others. It has no "is it
    // whole?", but a fallback for what isn't.
    const qint64 number = value.toInteger(0);
    if (!value.isDouble() || number != value.toInteger(1))
        return std::nullopt;
    return number;
}

std::optional<QString> textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    // An id that is sent as a number. One with a fraction, or beyond 64 bits, would come back as another.
    const auto integer = value.isDouble() ? exactInteger(value) : std::nullopt;
    return integer ? std::optional(QString::number(*integer)) : std::nullopt;
}

} // namespace

JsonReader::JsonReader(QJsonObject object, QString pointer)
    : m_object(std::move(object))
    , m_pointer(std::move(pointer))
{
}

QJsonValue JsonReader::value(const char *key)
{
    const auto found = m_object.find(QLatin1StringView(key));
    if (found == m_object.end())
        return QJsonValue(QJsonValue::Undefined);
    const QJsonValue taken = found.value();
    m_object.erase(found);
    return taken;
}

QString JsonReader::text(const char *key)
{
    const QJsonValue taken = value(key);
    if (isAbsent(taken))
        return {};
    const auto text = textOf(taken);
    if (!text)
        wrongType(key, "string");
    return text.value_or(QString());
}

std::optional<double> JsonReader::number(const char *key)
{
    const QJsonValue taken = value(key);
    if (isAbsent(taken))
        return std::nullopt;
    const auto number = finiteNumber(taken);
    if (!number)
        wrongType(key, "number");
    return number;
}

std::optional<qint64> JsonReader::integer(const char *key)
{
    const QJsonValue taken = value(key);
    if (isAbsent(taken))
        return std::nullopt;
    const auto number = exactInteger(taken);
    if (!number)
        wrongType(key, "integer");
    return number;
}

std::optional<int> JsonReader::smallInteger(const char *key)
{
    const auto number = integer(key);
    if (!number)
        return std::nullopt;
    if (*number < std::numeric_limits<int>::min() || *number > std::numeric_limits<int>::max()) {
        wrongType(key, "integer of 32 bits");
        return std::nullopt;
    }
    return static_cast<int>(*number);
}

bool JsonReader::boolean(const char *key, bool fallback)
{
    const QJsonValue taken = value(key);
    if (isAbsent(taken))
        return fallback;
    if (!taken.isBool())
        wrongType(key, "boolean");
    return taken.toBool(fallback);
}

QDate JsonReader::date(const char *key)
{
    const QString written = text(key).trimmed();
    if (written.isEmpty())
        return {};
    QDate date = isoDate(written);
    if (!date.isValid())
        date = isoDateTime(written).date();
    if (!date.isValid())
        wrongType(key, "date YYYY-MM-DD");
    return date;
}

QDateTime JsonReader::dateTime(const char *key, QDate *bareDate)
{
    constexpr int lengthOfDate = 10;
    const QString written = text(key).trimmed();
    if (written.isEmpty())
        return {};
    QDateTime moment = isoDateTime(written);
    if (!moment.isValid()) {
        wrongType(key, "date-time of ISO 8601");
        return {};
    }
    if (bareDate && written.size() == lengthOfDate)
        *bareDate = moment.date();
    if (moment.timeSpec() == Qt::LocalTime) // no zone in the text: the contract's times are UTC
        moment = QDateTime(moment.date(), moment.time(), QTimeZone::utc());
    return moment.toUTC();
}

std::optional<Money> JsonReader::money(const char *key, const QString &currency)
{
    const QJsonValue taken = value(key);
    if (isAbsent(taken))
        return std::nullopt;
    const auto amount = Money::fromJson(taken, currency);
    if (!amount)
        wrongType(key, "amount of money");
    return amount;
}

QStringList JsonReader::texts(const char *key)
{
    QStringList result;
    const QJsonArray elements = array(key);
    for (qsizetype i = 0; i < elements.size(); ++i) {
        if (elements.at(i).isNull())
            continue;
        const auto text = textOf(elements.at(i));
        if (!text) {
            fail(Problem::protocol(pointerTo(key) + u'/' + QString::number(i), QStringLiteral("string")));
            return {};
        }
        result.append(*text);
    }
    return result;
}

QJsonObject JsonReader::object(const char *key)
{
    const QJsonValue taken = value(key);
    // An empty array is what some languages write for an empty map.
    if (!isAbsent(taken) && !taken.isObject() && !(taken.isArray() && taken.toArray().isEmpty()))
        wrongType(key, "object");
    return taken.toObject();
}

QJsonArray JsonReader::array(const char *key)
{
    const QJsonValue taken = value(key);
    if (!isAbsent(taken) && !taken.isArray())
        wrongType(key, "array");
    return taken.toArray();
}

QString JsonReader::pointerTo(const char *key) const
{
    return m_pointer + u'/' + escaped(QString::fromUtf8(key));
}

void JsonReader::fail(Problem problem)
{
    if (!m_problem)
        m_problem = std::move(problem);
}

void JsonReader::wrongType(const char *key, const char *expected)
{
    fail(Problem::protocol(pointerTo(key), QString::fromLatin1(expected)));
}

namespace {

// Whoever shows "116 events" over an empty list waits for something that never comes.
bool isEmptyDespiteTotal(const QJsonObject &envelope, const QJsonArray &elements)
{
    const auto numberIn = [&](const char *key) {
        return exactInteger(envelope.value(QLatin1StringView(key)));
    };
    const qint64 total = numberIn("total").value_or(0);
    if (!elements.isEmpty() || total <= 0)
        return false;
    // As doubles, which don't overflow.
    const auto pagesBefore = static_cast<double>(numberIn("page").value_or(1)) - 1;
    const auto limit = static_cast<double>(numberIn("limit").value_or(total));
    return pagesBefore <= 0 || static_cast<double>(total) > pagesBefore * limit;
}

} // namespace

Expected<QJsonArray> unwrapList(const QJsonValue &json, const char *key, QString &at)
{
    if (json.isArray())
        return json.toArray();
    const QJsonObject envelope = json.toObject();
    for (const char *name : {"items", key}) {
        const QJsonValue wrapped = envelope.value(QLatin1StringView(name));
        if (wrapped.isUndefined())
            continue;
        at += u'/' + QString::fromLatin1(name);
        if (isEmptyDespiteTotal(envelope, wrapped.toArray()))
            return tl::unexpected(
                Problem::protocol(at, QStringLiteral("the elements that \"total\" counts")));
        if (wrapped.isArray() || wrapped.isNull())
            return wrapped.toArray();
        return tl::unexpected(Problem::protocol(at, QStringLiteral("array")));
    }
    return tl::unexpected(Problem::protocol(at, QStringLiteral("array, or an object with \"items\"")));
}

QJsonValue textJson(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue numberJson(const std::optional<double> &number)
{
    if (!number || !std::isfinite(*number))
        return {};
    if (std::trunc(*number) == *number && std::abs(*number) <= largestExactInteger)
        return static_cast<qint64>(*number);
    return *number;
}

QJsonValue integerJson(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonValue dateJson(const QDate &date)
{
    return textJson(date.toString(Qt::ISODate));
}

QJsonValue dateTimeJson(const QDateTime &dateTime)
{
    if (!dateTime.isValid())
        return {};
    const bool wholeSeconds = dateTime.time().msec() == 0;
    return dateTime.toUTC().toString(wholeSeconds ? Qt::ISODate : Qt::ISODateWithMs);
}

QJsonValue moneyJson(const std::optional<Money> &money)
{
    return money ? money->toJson() : QJsonValue();
}

QJsonArray textsJson(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

} // namespace groundswell
