#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace groundswell {

/// A date of HTTP in any of its three forms (RFC 9110, 5.6.7), in any locale; nullopt for anything else. A
/// year of two digits lies within fifty years of \a now.
[[nodiscard]] std::optional<QDateTime> httpDate(const QByteArray &text, const QDateTime &now);

/// The pause that a `Retry-After` asks for, in seconds or as a date (RFC 9110, 10.2.3), seen from \a now:
/// from none (a negative number, a date that has passed) up to an hour. Nullopt if it is neither.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfterOf(const QByteArray &header,
                                                               const QDateTime &now);

} // namespace groundswell
