#pragma once

#include "models/wave/problem.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace groundswell {

/// Takes members out of a JSON object one by one, checks their types, and keeps the rest for `extra`. The
/// first wrong type is remembered with its JSON pointer; ask problem() once at the end.
class JsonReader {
public:
    JsonReader(QJsonObject object, QString pointer);

    QString text(const char *key); ///< absent or null → empty; numbers are accepted as text (ids)
    std::optional<double> number(const char *key);
    std::optional<qint64> integer(const char *key); ///< also from a string of digits ("42")
    bool boolean(const char *key, bool fallback = false);
    QStringList texts(const char *key);
    QJsonObject object(const char *key);
    QJsonArray array(const char *key);
    QJsonValue value(const char *key); ///< any type; Undefined where absent

    [[nodiscard]] const QString &pointer() const { return m_pointer; }
    [[nodiscard]] QString pointerTo(const char *key) const;
    void fail(Problem problem); ///< the first one stays
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    /// What was not taken.
    [[nodiscard]] QJsonObject rest() const { return m_object; }

private:
    void wrongType(const char *key, const char *expected);
    QJsonObject m_object;
    QString m_pointer;
    std::optional<Problem> m_problem;
};

} // namespace groundswell
