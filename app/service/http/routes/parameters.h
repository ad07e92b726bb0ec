#pragma once

#include "app/service/http/server/message.h"
#include "models/wave/openenum.h"
#include "models/wave/problem.h"

#include <QDate>
#include <QJsonObject>
#include <QStringList>

#include <initializer_list>

namespace groundswell::service {

/// Reads the query of a request strictly: a value of the wrong form, or a single value given twice, is
/// remembered as a problem that names the parameter. Empty values count as absent and unknown parameters are
/// left alone, as clients of the reference service expect (wave-api 1.8). Ask problem() once at the end.
class QueryReader {
public:
    explicit QueryReader(const Request &request)
        : m_request(request)
    {
    }

    std::optional<QString> text(const char *name);
    QString text(const char *name, const QString &fallback) { return text(name).value_or(fallback); }
    QStringList texts(const char *name); ///< also `name[]`
    /// Whole number; outside [least, most] is a problem.
    std::optional<qint64> integer(const char *name, qint64 least, qint64 most);
    std::optional<double> number(const char *name, double least, double most); ///< finite
    std::optional<bool> boolean(const char *name); ///< true/false, 1/0
    std::optional<QDate> date(const char *name); ///< YYYY-MM-DD
    /// A word of the enumeration E; one that this version doesn't know is a problem.
    template <class E> std::optional<OpenEnum<E>> word(const char *name)
    {
        const auto value = text(name);
        return value ? std::optional(known<E>(name, *value)) : std::nullopt;
    }
    template <class E> QStringList words(const char *name) ///< several of them
    {
        const QStringList words = texts(name);
        for (const QString &word : words)
            (void)known<E>(name, word);
        return words;
    }
    /// `page`, at least 1.
    int page();
    /// `limit`: a positive number, capped at \a cap rather than refused; \a cap where absent.
    int limit(int cap = 50);
    /// Makes an absent value a problem.
    template <class T> T required(const char *name, std::optional<T> value)
    {
        if (!value)
            fail("missing", name);
        return value.value_or(T());
    }
    void fail(const char *code, const char *name);

    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }

private:
    std::optional<std::string> single(const char *name);
    std::optional<QString> oneOf(const char *name, std::initializer_list<const char *> words);
    template <class E> OpenEnum<E> known(const char *name, const QString &word)
    {
        const auto value = OpenEnum<E>::fromWire(word);
        if (!value.known())
            fail("unknown_value", name);
        return value;
    }
    const Request &m_request;
    std::optional<Problem> m_problem;
};

/// The JSON object of a body: refuses what is no object, no UTF-8, or nested deeper than any value of the
/// contract by far.
[[nodiscard]] Expected<QJsonObject> jsonBody(const Request &request);

} // namespace groundswell::service
