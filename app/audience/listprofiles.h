#pragma once

#include "app/audience/csvwriter.h"

#include <QString>

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace groundswell {

/// A person of a package, as the service's customer list has them (wave-api 9.8). Any field may be empty.
struct ListPerson {
    QString customerId;
    QString email;
    QString phone;
    QString firstName;
    QString lastName;
    QString city;
    QString zip;
    QString country; ///< ISO 3166-1 alpha-2
    QString tc;
    qint64 tcRunId = 0;
    std::optional<double> affinity; ///< 0–1
};

/// The columns of the service's customer list (wave-api 9.8).
inline constexpr std::array<std::string_view, 11> customerListColumns{
    "customer_id", "email",   "phone", "first_name", "last_name", "city",
    "zip",         "country", "tc",    "tc_run_id",  "affinity"};

/// In the order of customerListColumns.
enum class ListField {
    CustomerId,
    Email,
    Phone,
    FirstName,
    LastName,
    City,
    Zip,
    Country,
    Cluster,
    Run,
    Affinity,
};

struct ListColumn {
    QString header; ///< exactly as the receiver wants it
    ListField field;
    bool hashed = false;
};

/// In which form a receiver wants its values.
enum class ListRules {
    AsIs, ///< for people and mail tools: every row, nothing changed
    Meta, ///< phones without `+`
    Google, ///< phones with `+`, Gmail addresses folded, an address only where it is complete
};

/// What a file for one receiver looks like.
struct ListProfile {
    QString id; ///< `wave`, `meta`, `google`
    std::vector<ListColumn> columns;
    ListRules rules = ListRules::AsIs;
    std::optional<int> minimumPeople; ///< fewer are refused or never served, so the interface warns before
};
/// The service's own columns in clear text.
[[nodiscard]] ListProfile waveProfile();
/// Meta's customer list. \a hashed: everything as SHA-256, else normalised in clear (Meta then hashes in the
/// browser).
[[nodiscard]] ListProfile metaProfile(bool hashed = true);
/// Google Customer Match. Country and postcode are never hashed.
[[nodiscard]] ListProfile googleProfile(bool hashed = true);

/// Why somebody isn't in the file. Each is counted once, under the first that applies.
enum class DropReason {
    NoContact, ///< neither e-mail nor phone nor a full name with a place
    UnusableEmail, ///< an e-mail that is none, and nothing else
    UnusablePhone, ///< a phone number that is none or names no country, and nothing else
};

struct DroppedRow {
    qint64 row = 0; ///< 1 = the first person
    DropReason reason = DropReason::NoContact;
};

struct ListReport {
    qint64 read = 0;
    qint64 written = 0;
    std::map<DropReason, qint64> dropped;
    std::vector<DroppedRow> firstDropped; ///< the first hundred
    qint64 emailsLeftOut = 0; ///< cells left empty though the person is in the file
    qint64 phonesLeftOut = 0;
    bool complete = false; ///< false where the sink refused: the file is unusable
};

struct ListOptions {
    QString defaultCountry; ///< of people without one; ISO 3166-1 alpha-2, empty = phones need their own code
    CsvOptions csv; ///< used by AsIs only; ad platforms get what they ask for: comma, CRLF, no mark, no guard
};

/// Fills the next person; false = no more.
using PersonSource = std::function<bool(ListPerson &person)>;

/// Streams a list in constant memory. written + all dropped = read.
[[nodiscard]] ListReport writeList(const ListProfile &profile, const ListOptions &options,
                                   const PersonSource &source, CsvWriter::Sink sink);

} // namespace groundswell
