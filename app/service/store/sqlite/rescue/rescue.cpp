#include "app/service/store/rescue.h"

#include "app/files/privatefile.h"
#include "app/service/store/sqlite/migrations.h"
#include "app/service/store/sqlite/opening/filecheck.h"
#include "app/service/store/sqlite/rescue/readablecopy.h"
#include "app/service/store/sqlite/rescue/salesreconcile.h"
#include "app/service/store/sqlite/rescue/tablerescue.h"
#include "app/service/store/sqlite/storeproblem.h"

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
/// Tables that aren't here count as settings.
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

/// A folder beside the new file in which it is made, gone with the object.
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

/// Whether the damaged file has the tables that a sound one has, each in a place of its own.
bool hasSameTables(Database &damaged, Database &sound)
{
    Statement places = damaged.prepare("SELECT count(*) - count(DISTINCT rootpage) FROM sqlite_master");
    return places.step() && places.integer(0) == 0 && statementsOf(damaged) == statementsOf(sound);
}

class Rescue {
public:
    Rescue()
    {
        for (const Kind kind : kinds)
            m_report.parts.push_back({kind, 0, 0, true});
    }

    Expected<RescueReport> run(const QString &from, const QString &to);

private:
    [[nodiscard]] Expected<void> copyTables(const QString &from, const QString &to, const ReadableCopy &copy);
    void note(const TableRescue &table);
    void takeCategories(Database &from, Database &to);
    void finishSales(Database &database);
    void copyMedia(const QString &from, const QString &to);
    RescuedPart &part(Kind kind) { return m_report.parts[static_cast<size_t>(kind)]; }

    RescueReport m_report;
};

void Rescue::note(const TableRescue &table)
{
    RescuedPart &each = part(kindOf(table.table));
    each.isComplete = each.isComplete && table.isComplete;
    // Of sales, the lines are counted when they are in their blocks; there may be many of them in one row.
    if (each.kind != Kind::Sales) {
        each.rescued += table.rescued;
        each.lost += table.lost;
    }
}

/// Their names lie in an index as well: without them the sales would be lost.
void Rescue::takeCategories(Database &from, Database &to)
{
    try {
        Statement insert = to.prepare("INSERT OR IGNORE INTO ticket_category (no, name) VALUES (?, ?)");
        Statement select =
            from.prepare("SELECT no, name FROM ticket_category INDEXED BY sqlite_autoindex_ticket_category_1"
                         " ORDER BY name");
        while (select.step())
            insert.bindAll(select.integer(0), select.view(1)).run();
    } catch (const SqlError &error) {
        if (!isDamage(error))
            throw;
    }
}

Expected<void> Rescue::copyTables(const QString &from, const QString &to, const ReadableCopy &copy)
{
    Database damaged(from, Database::Access::ReadWrite); // a copy: SQLite may put its log in order there
    Database sound(to, Database::Access::ReadWrite);
    sound.execute("PRAGMA synchronous=OFF"); // is synced when it is whole
    // A table of the version that the file has; then it becomes one of today's.
    const auto steps = migrations().first(std::clamp<size_t>(copy.version, 1, migrations().size()));
    if (auto made = migrate(sound, steps); !made)
        return made;
    if (!copy.isFirstPageSound && !hasSameTables(damaged, sound))
        return refuse(storeKey::damaged, from);
    Transaction transaction(sound, Transaction::Mode::Write);
    for (const std::string &table : tablesOf(sound)) {
        const TableRescue rescued = rescueTable(damaged, sound, table);
        note(rescued);
        if (table == "ticket_category" && !rescued.isComplete)
            takeCategories(damaged, sound);
    }
    rescueSequences(damaged, sound);
    transaction.commit();
    if (auto migrated = migrate(sound, migrations()); !migrated)
        return migrated;
    finishSales(sound);
    return {};
}

void Rescue::finishSales(Database &database)
{
    RescuedPart &sales = part(Kind::Sales);
    sales.lost = reconcileSales(database);
    sales.isComplete = sales.isComplete && sales.lost == 0;
    sales.rescued = countSales(database);
    // Customers of an import that wasn't finished are gone again, and corrections have found their rows.
    Statement customers = database.prepare("SELECT count(*) FROM customer");
    customers.step();
    part(Kind::Customers).rescued = customers.integer(0);
}

/// A medium is named by its content: what doesn't fit its name is damaged.
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
    return std::ranges::all_of(parts,
                               [](const RescuedPart &part) { return part.isComplete && part.lost == 0; });
}

QJsonObject RescueReport::toJson() const
{
    QJsonArray list;
    for (const RescuedPart &part : parts) {
        list.append(
            QJsonObject{{QStringLiteral("kind"), QLatin1StringView(names[static_cast<size_t>(part.kind)])},
                        {QStringLiteral("rescued"), part.rescued},
                        {QStringLiteral("lost"), part.lost},
                        {QStringLiteral("complete"), part.isComplete}});
    }
    return {{QStringLiteral("complete"), isComplete()},
            {QStringLiteral("vouched_for"), isVouchedFor},
            {QStringLiteral("parts"), list}};
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
