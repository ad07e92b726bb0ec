#pragma once

#include "models/wave/money.h"
#include "models/wave/openenum.h"
#include "models/wave/problem.h"

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace groundswell {

/// Takes members out of a JSON object one by one, checks their types, and keeps the rest for `extra`. The
/// first wrong type is remembered with its JSON pointer; ask problem() once at the end.
class JsonReader {
public:
    JsonReader(QJsonObject object, QString pointer);

    QString text(const char *key); ///< absent or null → empty; numbers are accepted as text (ids)
    std::optional<double> number(const char *key); ///< also from a numeric string
    std::optional<qint64> integer(const char *key); ///< also from a string of digits ("42")
    std::optional<int> smallInteger(const char *key);
    bool boolean(const char *key, bool fallback = false);
    QDate date(const char *key); ///< `YYYY-MM-DD`, also the day of a date-time; invalid where absent
    /// ISO 8601; UTC where no zone is named; result in UTC. Where the text is a date without a time of day,
    /// \a bareDate is set to it.
    QDateTime dateTime(const char *key, QDate *bareDate = nullptr);
    std::optional<Money> money(const char *key, const QString &currency);
    template <class E> OpenEnum<E> word(const char *key) { return OpenEnum<E>::fromWire(text(key)); }
    QStringList texts(const char *key); ///< nulls among the elements are left out
    QJsonObject object(const char *key);
    QJsonArray array(const char *key);
    QJsonValue value(const char *key); ///< any type; Undefined where absent
    /// Reads every object of an array with \a parse(object, pointer) → Expected<T>.
    template <class T, class Parse> std::vector<T> list(const char *key, Parse parse);

    [[nodiscard]] const QString &pointer() const { return m_pointer; }
    [[nodiscard]] QString pointerTo(const char *key) const;
    void fail(Problem problem); ///< the first one stays
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    /// What was not taken.
    [[nodiscard]] QJsonObject rest() const { return m_object; }

    /// \a value, or the problem where there was one.
    template <class T> [[nodiscard]] Expected<T> finish(T value) const;

private:
    void wrongType(const char *key, const char *expected);
    QJsonObject m_object;
    QString m_pointer;
    std::optional<Problem> m_problem;
};

/// Reads an array of objects; each goes with its JSON pointer to \a parse.
template <class T, class Parse>
[[nodiscard]] Expected<std::vector<T>> readList(const QJsonArray &array, const QString &at, Parse parse)
{
    std::vector<T> result;
    result.reserve(static_cast<size_t>(array.size()));
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString pointer = at + u'/' + QString::number(i);
        if (!array.at(i).isObject())
            return tl::unexpected(Problem::protocol(pointer, QStringLiteral("object")));
        Expected<T> item = parse(array.at(i).toObject(), pointer);
        if (!item)
            return tl::unexpected(item.error());
        result.push_back(std::move(*item));
    }
    return result;
}
/// The array of a bare list or of an envelope (`items`, or \a key); the pointer to it is added to \a at.
[[nodiscard]] Expected<QJsonArray> unwrapList(const QJsonValue &json, const char *key, QString &at);

template <class T, class Parse> std::vector<T> JsonReader::list(const char *key, Parse parse)
{
    auto result = readList<T>(array(key), pointerTo(key), parse);
    if (!result) {
        fail(result.error());
        return {};
    }
    return std::move(*result);
}

template <class T> Expected<T> JsonReader::finish(T value) const
{
    if (m_problem)
        return tl::unexpected(*m_problem);
    return value;
}

// Writing: what is unset becomes null, so that the row always has its full shape (wave-api 9.3).
[[nodiscard]] QJsonValue textJson(const QString &text);
[[nodiscard]] QJsonValue numberJson(const std::optional<double> &number); ///< whole numbers as integers
[[nodiscard]] QJsonValue integerJson(const std::optional<qint64> &number);
[[nodiscard]] QJsonValue dateJson(const QDate &date);
[[nodiscard]] QJsonValue dateTimeJson(const QDateTime &dateTime);
[[nodiscard]] QJsonValue moneyJson(const std::optional<Money> &money);
[[nodiscard]] QJsonArray textsJson(const QStringList &texts);

} // namespace groundswell
