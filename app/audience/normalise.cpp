#include "app/audience/normalise.h"

#include <QUrl>

#include <phonenumbers/phonenumberutil.h>

namespace groundswell::normalise {

namespace {

/// NFC before lower case, so that both spellings of "é" become one.
QString folded(const QString &raw)
{
    return raw.normalized(QString::NormalizationForm_C).toLower();
}

/// Characters of width zero get into addresses by copying from web pages; they aren't white space for
/// Unicode.
bool isInvisible(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control;
}

template <class Keep> QString filtered(const QString &text, Keep keep)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (keep(c))
            result += c;
    }
    return result;
}

/// Letters outside the basic plane come as two surrogates.
bool isLetterOrDigit(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

} // namespace

QString email(const QString &raw)
{
    const QString address = folded(filtered(raw, [](QChar c) { return !isInvisible(c); }));
    const qsizetype at = address.indexOf(u'@');
    if (at <= 0 || at != address.lastIndexOf(u'@'))
        return {};
    const QByteArray domain = QUrl::toAce(address.mid(at + 1)).toLower();
    // toAce() answers nothing where the domain can't be one.
    const bool isDomain = domain.contains('.') && !domain.startsWith('.') && !domain.endsWith('.');
    return isDomain ? QString(address.left(at + 1) + QString::fromLatin1(domain)) : QString();
}

QString foldedForGoogle(const QString &email)
{
    const qsizetype at = email.indexOf(u'@');
    const QStringView domain = QStringView(email).mid(at + 1);
    if (at < 0 || (domain != u"gmail.com" && domain != u"googlemail.com"))
        return email;
    QString local = email.left(at).section(u'+', 0, 0);
    local.remove(u'.');
    return local.isEmpty() ? QString() : QString(local + u'@' + domain);
}

namespace {

/// Ranges in use change faster than the library's copy of them, so a number of a fitting length is good
/// enough; but in some countries two digits have a fitting length, and those must be known to be in use.
bool isPlausible(const i18n::phonenumbers::PhoneNumberUtil &numbers,
                 const i18n::phonenumbers::PhoneNumber &number)
{
    constexpr quint64 shortestUnquestioned = 100'000;
    return numbers.IsValidNumber(number)
        || (numbers.IsPossibleNumber(number) && number.national_number() >= shortestUnquestioned);
}

} // namespace

std::optional<QString> phone(const QString &raw, const QString &defaultCountry)
{
    using i18n::phonenumbers::PhoneNumber;
    using i18n::phonenumbers::PhoneNumberUtil;
    const PhoneNumberUtil &numbers = *PhoneNumberUtil::GetInstance();
    const QString country = normalise::country(defaultCountry).toUpper();
    PhoneNumber number;
    const auto outcome =
        numbers.Parse(raw.toStdString(), country.isEmpty() ? "ZZ" : country.toStdString(), &number);
    if (outcome != PhoneNumberUtil::NO_PARSING_ERROR || !isPlausible(numbers, number))
        return std::nullopt;
    std::string text;
    numbers.Format(number, PhoneNumberUtil::E164, &text);
    return QString::fromStdString(text);
}

QString name(const QString &raw)
{
    return filtered(folded(raw).simplified(), [](QChar c) { return isLetterOrDigit(c) || c == u' '; })
        .simplified();
}

QString nameForGoogle(const QString &raw)
{
    return filtered(folded(raw), [](QChar c) { return !isInvisible(c); });
}

QString city(const QString &raw)
{
    return filtered(folded(raw), isLetterOrDigit);
}

QString postcode(const QString &raw, const QString &country)
{
    const QString code = filtered(folded(raw), isLetterOrDigit);
    const QString where = normalise::country(country);
    if (where == u"us")
        return code.left(5);
    // The last two letters name a handful of addresses; the platform wants the sector before them.
    if (where == u"gb" && code.size() >= 5)
        return code.chopped(2);
    return code;
}

QString country(const QString &raw)
{
    const QString code = raw.trimmed().toLower();
    const auto isLetter = [](QChar c) { return c >= u'a' && c <= u'z'; };
    return code.size() == 2 && isLetter(code.at(0)) && isLetter(code.at(1)) ? code : QString();
}

} // namespace groundswell::normalise
