#include "app/service/store/sqlite/stores/contentstate.h"

#include "app/service/store/contentdigest.h"
#include "app/service/store/sqlite/stores/settingrows.h"
#include "app/service/store/sqlite/stores/sqlitesettingsstore.h"

#include <QCryptographicHash>

namespace groundswell::service {

namespace {

std::string readPart(Database &database, std::string_view key)
{
    return settingRow(database, key).value_or(ContentDigest().state());
}

} // namespace

ContentState readContentState(Database &database)
{
    return {readPart(database, "digest.events"), readPart(database, "digest.customers"),
            readPart(database, "digest.sales")};
}

void writeContentState(Database &database, const ContentState &state)
{
    setSettingRow(database, "digest.events", state.events);
    setSettingRow(database, "digest.customers", state.customers);
    setSettingRow(database, "digest.sales", state.sales);
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
