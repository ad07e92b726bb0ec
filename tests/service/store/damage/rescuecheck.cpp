#include "tests/service/store/damage/rescuecheck.h"

#include <algorithm>
#include <array>

using namespace groundswell::service;

namespace groundswell::test {

namespace {

using Kind = RescuedPart::Kind;
using Fields = std::vector<std::string>;

const std::vector<std::pair<Kind, std::vector<std::string>>> &tablesByKind()
{
    static const std::vector<std::pair<Kind, std::vector<std::string>>> all{
        {Kind::Settings, {"setting", "counter", "ad_spend"}},
        {Kind::Setups, {"setup_process", "setup_revision"}},
        {Kind::Campaigns, {"campaign", "campaign_audience", "campaign_result", "task", "sales_summary"}},
        {Kind::Events, {"event"}},
        {Kind::Customers, {"customer"}},
        {Kind::Sales, {"sale_block"}},
        {Kind::Runs, {"taste_run", "run_clusters", "run_members", "run_evaluation"}},
        {Kind::Packages, {"package", "package_cluster", "package_list"}}};
    return all;
}

Fields fieldsOf(const std::string &row)
{
    Fields fields;
    size_t begin = 0;
    for (size_t end = row.find('|'); end != std::string::npos; end = row.find('|', begin)) {
        fields.push_back(row.substr(begin, end - begin));
        begin = end + 1;
    }
    fields.push_back(row.substr(begin));
    return fields;
}

/// Number and id are those of an original, and a customer agreed to nothing.
bool isLeftOfRow(const std::string &row, const Rows &originals, const std::string &table)
{
    const Fields fields = fieldsOf(row);
    const auto &rows = originals.at(table);
    const bool wasThere = std::ranges::any_of(rows, [&](const std::string &original) {
        return original.starts_with(fields[0] + '|' + fields[1] + '|');
    });
    return wasThere && (table == "event" ? fields[1] == fields[2] : row.ends_with("|1:0|1:0|1:1|"));
}

/// A line without its customer or its category is what is left of the one of the same event and time; times
/// tell lines apart (fillWorkspace()).
bool isLeftOfLine(const std::string &row, const Rows &originals)
{
    constexpr size_t customer = 2, category = 6;
    const Fields fields = fieldsOf(row);
    if (fields[customer] != "0" && fields[category] != "0")
        return false;
    const auto &rows = originals.at("sale_block");
    const std::string key = fields[0] + '|' + fields[1] + '|';
    const auto original = std::ranges::lower_bound(rows, key);
    if (original == rows.end() || !original->starts_with(key))
        return false;
    const Fields all = fieldsOf(*original);
    for (size_t i = 0; i < all.size(); ++i) {
        const bool mayBeLost = (i == customer || i == category) && fields[i] == "0";
        if (!mayBeLost && fields[i] != all[i])
            return false;
    }
    return true;
}

struct Found {
    qint64 whole = 0, inPart = 0, before = 0;
};

void look(const Rows &originals, const Rows &rescued, const std::string &table, Found &found,
          QStringList &findings)
{
    const auto &before = originals.at(table);
    found.before += static_cast<qint64>(before.size());
    for (const std::string &row : rescued.at(table)) {
        const bool isWhole = std::ranges::binary_search(before, row);
        const bool isLeft = !isWhole
            && (table == "sale_block"                         ? isLeftOfLine(row, originals)
                    : table == "event" || table == "customer" ? isLeftOfRow(row, originals, table)
                                                              : false);
        found.whole += isWhole ? 1 : 0;
        found.inPart += isLeft ? 1 : 0;
        if (!isWhole && !isLeft)
            findings << QString::fromStdString(table + " has what it never had: " + row.substr(0, 120));
    }
    if (std::ranges::adjacent_find(rescued.at(table)) != rescued.at(table).end())
        findings << QString::fromStdString(table + " has a row twice");
}

} // namespace

QStringList rescueFindings(const Rows &originals, const QString &rescued, const RescueReport &report)
{
    QStringList findings;
    Rows rows = originalRowsOf(rescued);
    // What a rescue puts there for settings that are lost was never there.
    if (report.assumed)
        std::erase_if(rows["setting"], [](const std::string &row) {
            return row.starts_with("3:currency_assumed|")
                || (row.starts_with("3:organiser|")
                    && row.find(R"("consent_when_unknown":false)") != std::string::npos);
        });
    for (const auto &[kind, tables] : tablesByKind()) {
        Found found;
        for (const std::string &table : tables)
            look(originals, rows, table, found, findings);
        const RescuedPart &part = report.part(kind);
        const QString what =
            QStringLiteral("of kind %1 there were %2, are %3 and %4 in part; it says %5, %6 and "
                           "%7 lost%8")
                .arg(static_cast<int>(kind))
                .arg(found.before)
                .arg(found.whole)
                .arg(found.inPart)
                .arg(part.rescued)
                .arg(part.inPart)
                .arg(part.lost)
                .arg(part.isComplete ? QString() : QStringLiteral(", and more"));
        const qint64 accounted = part.rescued + part.inPart + part.lost;
        if (part.rescued != found.whole || part.inPart != found.inPart || accounted > found.before
            || (part.isComplete && accounted != found.before))
            findings << what;
    }
    return findings;
}

qint64 revenueOf(const Rows &rows)
{
    constexpr size_t amount = 4;
    qint64 sum = 0;
    for (const std::string &line : rows.at("sale_block"))
        sum += std::stoll(fieldsOf(line)[amount]);
    return sum;
}

} // namespace groundswell::test
