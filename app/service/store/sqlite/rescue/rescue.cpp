#include "app/service/store/rescue.h"

#include "app/files/privatefile.h"
#include "app/service/store/sqlite/connection/storeproblem.h"
#include "app/service/store/sqlite/migrations/migrations.h"
#include "app/service/store/sqlite/opening/filecheck.h"
#include "app/service/store/sqlite/rescue/assumedsettings.h"
#include "app/service/store/sqlite/rescue/idrescue.h"
#include "app/service/store/sqlite/rescue/readablecopy.h"
#include "app/service/store/sqlite/rescue/salesreconcile.h"
#include "app/service/store/sqlite/rescue/schemarebuild.h"
#include "app/service/store/sqlite/rescue/tablerescue.h"
#include "app/service/store/sqlite/rescue/withdrawnconsents.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <span>

namespace groundswell::service {

namespace {

using Kind = RescuedPart::Kind;
constexpr std::array kinds{Kind::Settings, Kind::Setups, Kind::Campaigns, Kind::Events, Kind::Customers,
                           Kind::Sales,    Kind::Runs,   Kind::Packages,  Kind::Media};
constexpr std::array names{"settings", "setups", "campaigns", "events", "customers",
                           "sales",    "runs",   "packages",  "media"};

struct Belonging {
    const char *table;
    Kind kind;
};
/// Tables that aren't listed here count as settings.
constexpr std::array belongings{
    Belonging{"event", Kind::Events},
    Belonging{"customer", Kind::Customers},
    Belonging{"changed_customer", Kind::Customers},
    Belonging{"ticket_category", Kind::Sales},
    Belonging{"sale", Kind::Sales},
    Belonging{"sale_block", Kind::Sales},
    Belonging{"import_stage", Kind::Sales},
    Belonging{"outdated_block", Kind::Sales},
    Belonging{"setup_process", Kind::Setups},
    Belonging{"setup_revision", Kind::Setups},
    Belonging{"campaign", Kind::Campaigns},
    Belonging{"campaign_audience", Kind::Campaigns},
    Belonging{"campaign_result", Kind::Campaigns},
    Belonging{"task", Kind::Campaigns},
    Belonging{"sales_summary", Kind::Campaigns},
    Belonging{"taste_run", Kind::Runs},
    Belonging{"run_clusters", Kind::Runs},
    Belonging{"run_members", Kind::Runs},
    Belonging{"run_evaluation", Kind::Runs},
    Belonging{"package", Kind::Packages},
    Belonging{"package_cluster", Kind::Packages},
    Belonging{"package_member", Kind::Packages},
    Belonging{"package_list", Kind::Packages},
};

Kind kindOf(const std::string &table)
{
    const auto *found = std::find_if(belongings.begin(), belongings.end(),
                                     [&](const Belonging &each) { return table == each.table; });
    return found == belongings.end() ? Kind::Settings : found->kind;
}

auto refuse(const char *key, const QString &detail)
{
    return tl::make_unexpected(cannotOpen(key, detail));
}

/// A folder beside the new file in which the file is made; it is deleted with the object.
class Workshop {
public:
    explicit Workshop(const QString &target)
        : m_path(target + u'.' + QString::number(QRandomGenerator::system()->generate(), 36)
                 + QStringLiteral(".rescue"))
        , m_isThere(makePrivateFolder(m_path))
    {
    }
    ~Workshop()
    {
        if (m_isThere)
            QDir(m_path).removeRecursively();
    }
    Workshop(const Workshop &) = delete;
    Workshop &operator=(const Workshop &) = delete;
    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] QString file(const char *name) const { return m_path + u'/' + QLatin1StringView(name); }

private:
    QString m_path;
    bool m_isThere;
};

std::span<const Migration> stepsTo(std::uint32_t version)
{
    return migrations().first(std::clamp<size_t>(version, 1, migrations().size()));
}

std::set<std::string> statementsOf(Database &database)
{
    std::set<std::string> statements;
    Statement select =
        database.prepare("SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM"
                         " sqlite_master WHERE name NOT LIKE 'sqlite_stat%'");
    while (select.step())
        statements.emplace(select.view(0));
    return statements;
}

/// Whether the list of tables can be read; if nothing vouches for it, whether it is the one that a sound file
/// has. Such a file is made at \a model.
bool listsTables(const QString &path, const ReadableCopy &copy, const QString &model)
{
    try {
        Database database(path, Database::Access::ReadWrite);
        const std::set<std::string> statements = statementsOf(database);
        if (copy.hasChecksums)
            return true;
        Database sound(model, Database::Access::ReadWrite);
        return migrate(sound, stepsTo(copy.version)) && statements == statementsOf(sound);
    } catch (const SqlError &error) {
        if (!isDamage(error))
            throw;
        return false;
    }
}

class Rescue {
public:
    Rescue()
    {
        for (const Kind kind : kinds)
            m_report.parts.push_back({kind, 0, 0, 0, true});
    }

    Expected<RescueReport> run(const QString &from, const QString &to);

private:
    [[nodiscard]] Expected<void> copyTables(const QString &from, const QString &to, const ReadableCopy &copy);
    void note(const TableRescue &table);
    void copyTable(Database &from, Database &to, const std::string &table);
    void takeIds(Database &from, Database &to, TableRescue &rescued);
    void withdraw(Database &from, Database &to);
    void finishSettings(Database &database);
    void finishSales(Database &database);
    void copyMedia(const QString &from, const QString &to);
    RescuedPart &part(Kind kind) { return m_report.parts[static_cast<size_t>(kind)]; }

    RescueReport m_report;
    std::set<std::string> m_incomplete; ///< tables
    std::vector<std::int64_t> m_events; ///< numbers of those of which only the id is left
    std::set<std::int64_t> m_customers; ///< numbers of those in part
};

void Rescue::note(const TableRescue &table)
{
    RescuedPart &each = part(kindOf(table.table));
    each.isComplete = each.isComplete && table.isComplete;
    if (!table.isComplete)
        m_incomplete.insert(table.table);
    // Lines of sales are counted when they are in their blocks; one row may hold many of them.
    if (each.kind != Kind::Sales) {
        each.rescued += table.rescued;
        each.lost += table.lost;
    }
}

/// What an index says about rows whose own page is lost.
void Rescue::takeIds(Database &from, Database &to, TableRescue &rescued)
{
    const IdRescue ids = rescueIds(from, to, rescued.table);
    rescued.isComplete = ids.isComplete;
    // Rows whose number was known already.
    rescued.lost -= std::min(rescued.lost, static_cast<std::int64_t>(ids.added.size()));
    if (rescued.table == "event") {
        m_events = ids.added;
        part(Kind::Events).inPart = static_cast<qint64>(ids.added.size());
    } else if (rescued.table == "customer") {
        m_customers.insert(ids.added.begin(), ids.added.end());
    } else {
        rescued.isComplete = true; // a category is only a name, and without it the lines are still there
    }
}

void Rescue::withdraw(Database &from, Database &to)
{
    if (!m_incomplete.contains("changed_customer"))
        return;
    const WithdrawnConsents withdrawn = withdrawConsents(from, to);
    m_report.withdrawn = static_cast<qint64>(withdrawn.customers.size());
    m_customers.insert(withdrawn.customers.begin(), withdrawn.customers.end());
}

void Rescue::copyTable(Database &from, Database &to, const std::string &table)
{
    TableRescue rescued = rescueTable(from, to, table);
    if (table == "setting") { // the fingerprints are derived anew
        to.execute("DELETE FROM setting WHERE key LIKE 'digest.%'");
        rescued.rescued -= to.changes();
    }
    const bool hasIds = table == "event" || table == "customer" || table == "ticket_category";
    if (hasIds && !(rescued.isComplete && rescued.lost == 0))
        takeIds(from, to, rescued);
    note(rescued);
}

Expected<void> Rescue::copyTables(const QString &from, const QString &to, const ReadableCopy &copy)
{
    std::uint32_t version = copy.version;
    if (!copy.isFirstPageSound || !listsTables(from, copy, to + QStringLiteral(".model"))) {
        version = rebuildSchema(from, copy, to + QStringLiteral(".known"));
        if (version == 0 && !copy.isFirstPageSound)
            return refuse(storeKey::damaged, from);
    }
    Database damaged(from, Database::Access::ReadWrite); // a copy: SQLite may put its log in order there
    Database sound(to, Database::Access::ReadWrite);
    sound.execute("PRAGMA synchronous=OFF"); // is synced when it is whole
    // Tables of the version that the file has; then the workspace is converted to today's.
    if (auto made = migrate(sound, stepsTo(version == 0 ? copy.version : version)); !made)
        return made;
    const std::vector<std::string> there = tablesOf(damaged);
    Transaction transaction(sound, Transaction::Mode::Write);
    for (const std::string &table : tablesOf(sound)) {
        if (std::ranges::find(there, table) != there.end())
            copyTable(damaged, sound, table);
        else
            note({table, 0, 0, false});
    }
    withdraw(damaged, sound);
    rescueSequences(damaged, sound);
    transaction.commit();
    if (auto migrated = migrate(sound, migrations()); !migrated)
        return migrated;
    finishSettings(sound);
    finishSales(sound);
    return {};
}

void Rescue::finishSettings(Database &database)
{
    if (m_incomplete.contains("setting"))
        m_report.assumed = assumeSettings(database);
    m_report.mayCountTwice = m_incomplete.contains("outdated_block") || m_incomplete.contains("import_stage");
}

void Rescue::finishSales(Database &database)
{
    dateEvents(database, m_events);
    RescuedPart &sales = part(Kind::Sales);
    const ReconciledSales reconciled = reconcileSales(database);
    sales.lost = reconciled.removed;
    sales.inPart = reconciled.inPart;
    sales.isComplete = sales.isComplete && reconciled.isComplete;
    sales.rescued = countSales(database) - sales.inPart;
    // Customers of an unfinished import are gone again, and corrections have found their rows.
    RescuedPart &customers = part(Kind::Customers);
    Statement isThere = database.prepare("SELECT 1 FROM customer WHERE no = ?");
    customers.inPart = std::ranges::count_if(m_customers, [&](std::int64_t number) {
        const bool found = isThere.bindAll(number).step();
        isThere.reset();
        return found;
    });
    Statement count = database.prepare("SELECT count(*) FROM customer");
    count.step();
    customers.rescued = count.integer(0) - customers.inPart;
}

/// A medium is named after its content: a file that doesn't fit its name is damaged.
void Rescue::copyMedia(const QString &from, const QString &to)
{
    static const QRegularExpression ours(QStringLiteral("\\A[0-9a-f]{64}\\.[a-z0-9]+\\z"));
    const auto folderOf = [](const QString &workspace) {
        const QFileInfo info(workspace);
        return info.absoluteDir().filePath(info.completeBaseName() + QStringLiteral(".media"));
    };
    RescuedPart &media = part(Kind::Media);
    const QDir source(folderOf(from));
    const QDir target(folderOf(to));
    for (const QString &name : source.entryList(QDir::Files)) {
        QFile file(source.filePath(name));
        if (!ours.match(name).hasMatch())
            continue;
        const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        PrivateSaveFile copy(target.filePath(name));
        const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
        const bool isCopied = name.startsWith(QLatin1StringView(hash)) && makePrivateFolder(target.path())
            && copy.begin() && copy.write(content) == content.size() && copy.commit();
        ++(isCopied ? media.rescued : media.lost);
        media.isComplete = media.isComplete && isCopied;
    }
}

Expected<RescueReport> Rescue::run(const QString &from, const QString &to)
{
    if (!QFileInfo::exists(from))
        return refuse("error.rescue.missing", from);
    if (QFileInfo::exists(to))
        return refuse("error.rescue.exists", to);
    if (const QDir folder = QFileInfo(to).absoluteDir(); !folder.exists())
        return refuse("error.rescue.no_folder", folder.path());
    const Workshop workshop(to);
    if (!workshop.isThere())
        return refuse(storeKey::readOnly, to);
    const auto copy = makeReadableCopy(from, workshop.file("damaged"));
    if (!copy)
        return tl::make_unexpected(copy.error());
    m_report.isVouchedFor = copy->hasChecksums;
    if (auto copied = copyTables(workshop.file("damaged"), workshop.file("sound"), *copy); !copied)
        return tl::make_unexpected(copied.error());
    if (QFile sound(workshop.file("sound")); !sound.open(QIODevice::ReadWrite) || !syncToDisk(sound))
        return refuse(storeKey::full, to);
    setLogAside(to);
    std::error_code failure;
    std::filesystem::rename(QFileInfo(workshop.file("sound")).filesystemFilePath(),
                            QFileInfo(to).filesystemFilePath(), failure);
    if (failure)
        return refuse(storeKey::cannotOpen, QString::fromStdString(failure.message()));
    copyMedia(from, to);
    return m_report;
}

} // namespace

bool RescueReport::isComplete() const
{
    return std::ranges::all_of(
        parts, [](const RescuedPart &part) { return part.isComplete && part.lost == 0 && part.inPart == 0; });
}

QJsonObject RescueReport::toJson() const
{
    QJsonArray list;
    for (const RescuedPart &part : parts) {
        list.append(
            QJsonObject{{QStringLiteral("kind"), QLatin1StringView(names[static_cast<size_t>(part.kind)])},
                        {QStringLiteral("rescued"), part.rescued},
                        {QStringLiteral("in_part"), part.inPart},
                        {QStringLiteral("lost"), part.lost},
                        {QStringLiteral("complete"), part.isComplete}});
    }
    QJsonObject json{{QStringLiteral("complete"), isComplete()},
                     {QStringLiteral("vouched_for"), isVouchedFor},
                     {QStringLiteral("withdrawn"), withdrawn},
                     {QStringLiteral("may_count_twice"), mayCountTwice},
                     {QStringLiteral("parts"), list}};
    if (assumed) {
        json[QStringLiteral("assumed")] =
            QJsonObject{{QStringLiteral("currency"), assumed->currency},
                        {QStringLiteral("currency_found"), assumed->isCurrencyFound},
                        {QStringLiteral("time_zone"), assumed->timeZone},
                        {QStringLiteral("consent_when_unknown"), assumed->consentWhenUnknown}};
    }
    return json;
}

Expected<RescueReport> rescueWorkspace(const QString &from, const QString &to)
{
    try {
        return Rescue().run(from, to);
    } catch (const SqlError &error) {
        return tl::make_unexpected(cannotOpen(from, error));
    }
}

} // namespace groundswell::service
