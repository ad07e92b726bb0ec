#include "app/audience/listprofiles.h"

#include "app/audience/hash.h"
#include "app/audience/normalise.h"

#include <array>

namespace groundswell {

namespace {

constexpr size_t firstDroppedLimit = 100;

/// A person's fields as the receiver wants them, not yet hashed unless they came so.
struct PreparedPerson {
    QString &operator[](ListField field) { return values.at(static_cast<size_t>(field)); }
    const QString &operator[](ListField field) const { return values.at(static_cast<size_t>(field)); }

    std::array<QString, customerListColumns.size()> values; ///< by ListField
    std::optional<DropReason> drop;
    bool emailLeftOut = false;
    bool phoneLeftOut = false;
};

class Preparation {
public:
    Preparation(ListRules rules, const QString &defaultCountry)
        : m_rules(rules)
        , m_defaultCountry(normalise::country(defaultCountry))
    {
    }

    [[nodiscard]] PreparedPerson operator()(const ListPerson &person) const
    {
        return m_rules == ListRules::AsIs ? asIs(person) : normalised(person);
    }

private:
    static PreparedPerson asIs(const ListPerson &person)
    {
        PreparedPerson result;
        result[ListField::CustomerId] = person.customerId;
        result[ListField::Email] = person.email;
        result[ListField::Phone] = person.phone;
        result[ListField::FirstName] = person.firstName;
        result[ListField::LastName] = person.lastName;
        result[ListField::City] = person.city;
        result[ListField::Zip] = person.zip;
        result[ListField::Country] = person.country;
        result[ListField::Cluster] = person.tc;
        result[ListField::Run] = QString::number(person.tcRunId);
        if (person.affinity)
            result[ListField::Affinity] = QString::number(*person.affinity);
        return result;
    }

    [[nodiscard]] PreparedPerson normalised(const ListPerson &person) const
    {
        PreparedPerson result;
        const QString email = unlessHashed(person.email, [&](const QString &raw) {
            const QString address = normalise::email(raw);
            return m_rules == ListRules::Google ? normalise::foldedForGoogle(address) : address;
        });
        const QString phone =
            unlessHashed(person.phone, [&](const QString &raw) { return this->phone(raw, person); });
        result[ListField::CustomerId] = person.customerId;
        result[ListField::Email] = email;
        result[ListField::Phone] = phone;
        putAddress(person, result);

        const bool hasAddress = !result[ListField::LastName].isEmpty();
        result.emailLeftOut = email.isEmpty() && !person.email.trimmed().isEmpty();
        result.phoneLeftOut = phone.isEmpty() && !person.phone.trimmed().isEmpty();
        if (email.isEmpty() && phone.isEmpty() && !hasAddress) {
            result.drop = result.emailLeftOut ? DropReason::UnusableEmail
                : result.phoneLeftOut         ? DropReason::UnusablePhone
                                              : DropReason::NoContact;
        }
        return result;
    }

    template <class Rule> static QString unlessHashed(const QString &raw, Rule rule)
    {
        const QString trimmed = raw.trimmed();
        return Sha256Hasher::isHash(trimmed) ? trimmed.toLower() : QString(rule(trimmed));
    }

    [[nodiscard]] QString countryOf(const ListPerson &person) const
    {
        const QString own = normalise::country(person.country);
        return own.isEmpty() ? m_defaultCountry : own;
    }

    [[nodiscard]] QString phone(const QString &raw, const ListPerson &person) const
    {
        const QString e164 = normalise::phone(raw, countryOf(person)).value_or(QString());
        return m_rules == ListRules::Meta ? e164.mid(1) : e164;
    }

    /// A name tells people apart only together with a place; receivers refuse or ignore halves.
    void putAddress(const ListPerson &person, PreparedPerson &result) const
    {
        const QString country = countryOf(person);
        const bool google = m_rules == ListRules::Google;
        const auto name = [&](const QString &raw) {
            return unlessHashed(raw, google ? normalise::nameForGoogle : normalise::name);
        };
        const QString first = name(person.firstName);
        const QString last = name(person.lastName);
        const QString city = unlessHashed(person.city, normalise::city);
        const QString zip = google
            ? person.zip.trimmed()
            : unlessHashed(person.zip, [&](const QString &raw) { return normalise::postcode(raw, country); });
        const bool placed = google ? !zip.isEmpty() && !country.isEmpty() : !zip.isEmpty() || !city.isEmpty();
        if (first.isEmpty() || last.isEmpty() || !placed)
            return;
        result[ListField::FirstName] = first;
        result[ListField::LastName] = last;
        result[ListField::City] = city;
        result[ListField::Zip] = zip;
        result[ListField::Country] = google ? country.toUpper() : country;
    }

    ListRules m_rules;
    QString m_defaultCountry;
};

void count(const PreparedPerson &person, ListReport &report)
{
    ++report.read;
    if (person.drop) {
        ++report.dropped[*person.drop];
        if (report.firstDropped.size() < firstDroppedLimit)
            report.firstDropped.push_back({report.read, *person.drop});
        return;
    }
    ++report.written;
    report.emailsLeftOut += person.emailLeftOut ? 1 : 0;
    report.phonesLeftOut += person.phoneLeftOut ? 1 : 0;
}

QStringList headersOf(const ListProfile &profile)
{
    QStringList headers;
    for (const ListColumn &column : profile.columns)
        headers.append(column.header);
    return headers;
}

} // namespace

ListProfile waveProfile()
{
    ListProfile profile{QStringLiteral("wave"), {}, ListRules::AsIs, std::nullopt};
    for (size_t i = 0; i < customerListColumns.size(); ++i)
        profile.columns.push_back(
            {QString::fromLatin1(customerListColumns[i].data()), static_cast<ListField>(i), false});
    return profile;
}

ListProfile metaProfile(bool hashed)
{
    return {QStringLiteral("meta"),
            {{QStringLiteral("email"), ListField::Email, hashed},
             {QStringLiteral("phone"), ListField::Phone, hashed},
             {QStringLiteral("fn"), ListField::FirstName, hashed},
             {QStringLiteral("ln"), ListField::LastName, hashed},
             {QStringLiteral("ct"), ListField::City, hashed},
             {QStringLiteral("zip"), ListField::Zip, hashed},
             {QStringLiteral("country"), ListField::Country, hashed}},
            ListRules::Meta,
            100};
}

ListProfile googleProfile(bool hashed)
{
    return {QStringLiteral("google"),
            {{QStringLiteral("Email"), ListField::Email, hashed},
             {QStringLiteral("Phone"), ListField::Phone, hashed},
             {QStringLiteral("First Name"), ListField::FirstName, hashed},
             {QStringLiteral("Last Name"), ListField::LastName, hashed},
             {QStringLiteral("Country"), ListField::Country, false},
             {QStringLiteral("Zip"), ListField::Zip, false}},
            ListRules::Google,
            1000};
}

ListReport writeList(const ListProfile &profile, const ListOptions &options, const PersonSource &source,
                     CsvWriter::Sink sink)
{
    CsvWriter csv(std::move(sink), profile.rules == ListRules::AsIs ? options.csv : CsvOptions());
    const Preparation prepare(profile.rules, options.defaultCountry);
    Sha256Hasher hasher;
    ListReport report;
    bool ok = csv.writeRow(headersOf(profile));
    ListPerson person;
    while (ok && source(person)) {
        const PreparedPerson prepared = prepare(person);
        count(prepared, report);
        if (prepared.drop)
            continue;
        QStringList cells;
        for (const ListColumn &column : profile.columns) {
            const QString &value = prepared[column.field];
            cells.append(column.hashed && !Sha256Hasher::isHash(value) ? hasher.hash(value) : value);
        }
        ok = csv.writeRow(cells);
        person = {};
    }
    report.complete = csv.finish() && ok;
    return report;
}

} // namespace groundswell
