#pragma once

#include <QString>

#include <optional>

/// Personal fields in the one form in which ad platforms compare them, before hashing. What can't be made
/// sense of becomes empty (or nullopt), never a guess: a wrong hash matches nobody and hides the mistake.
/// Rules as the platforms publish them; where Meta and Google differ there are two functions.
namespace groundswell::normalise {

/// Lower case, NFC, without white space and zero-width characters, the domain in its ASCII form (IDNA). Empty
/// where it is no address.
[[nodiscard]] QString email(const QString &raw);
/// Google takes dots and everything from `+` out of the local part, at gmail.com and googlemail.com only. \a
/// email is normalised already. Never for Meta: the same person would get another hash.
[[nodiscard]] QString foldedForGoogle(const QString &email);

/// E.164 with `+` (`+491701234567`). \a defaultCountry (ISO 3166-1 alpha-2) is that of a number without a
/// country code; without it such a number is nullopt.
[[nodiscard]] std::optional<QString> phone(const QString &raw, const QString &defaultCountry = {});

/// Meta: lower case, without punctuation, inner spaces kept single.
[[nodiscard]] QString name(const QString &raw);
/// Google: lower case, without any white space.
[[nodiscard]] QString nameForGoogle(const QString &raw);
/// Meta: lower case, letters and digits only.
[[nodiscard]] QString city(const QString &raw);
/// Meta: lower case, without spaces and dashes; five digits in the United States, area, district and sector
/// in the United Kingdom (`sw1a1`).
[[nodiscard]] QString postcode(const QString &raw, const QString &country);
/// ISO 3166-1 alpha-2 in lower case; empty where it is no two letters.
[[nodiscard]] QString country(const QString &raw);

} // namespace groundswell::normalise
