#include "app/service/store/sqlite/stores/contentstate.h"

#include "app/service/store/contentdigest.h"
#include "app/service/store/sqlite/stores/sqlitesettingsstore.h"

#include <QCryptographicHash>

namespace groundswell::service {

namespace {

std::string readPart(Database &database, std::string_view key)
{
    Statement select = database.prepare("SELECT value FROM setting WHERE key = ?");
    select.bindAll(key);
    return select.step() ? std::string(select.view(0)) : ContentDigest().state();
}

void writePart(Database &database, std::string_view key, const std::string &value)
{
    database.run("INSERT INTO setting (key, value) VALUES (?, ?)"
                 " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                 key, value);
}

} // namespace

ContentState readContentState(Database &database)
{
    return {readPart(database, "digest.events"), readPart(database, "digest.customers"),
            readPart(database, "digest.sales")};
}

void writeContentState(Database &database, const ContentState &state)
{
    writePart(database, "digest.events", state.events);
    writePart(database, "digest.customers", state.customers);
    writePart(database, "digest.sales", state.sales);
}

QString snapshotIdOf(Database &database)
{
    const ContentState state = readContentState(database);
    const Organiser organiser = readOrganiser(database);
    DigestRow row;
    row.start('W') << state.events << state.customers << state.sales << organiser.currency.toStdString()
                   << organiser.timeZone.toStdString() << std::int64_t{organiser.consentWhenUnknown};
    const std::string_view text = row.text();
    const QByteArray hash = QCryptographicHash::hash(
        QByteArrayView(text.data(), static_cast<qsizetype>(text.size())), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(32));
}

} // namespace groundswell::service
