#include "tests/service/http/servicefixture.h"

#include "app/service/store/eventstore.h"
#include "app/service/store/salesstore.h"
#include "app/service/store/settingsstore.h"
#include "app/service/store/store.h"
#include "tests/service/store/setsettings.h"
#include "tests/support/syntheticsales.h"

#include <QFile>
#include <QTest>
#include <QUrlQuery>

namespace groundswell::service {

namespace {

constexpr int lastDay = 20'000; ///< of the synthetic events: 2024-10-04
constexpr qint64 startOfTest = qint64(lastDay - 40) * 86'400 + 36'000;

const Contract &contract()
{
    static const Contract loaded = Contract::load();
    return loaded;
}

ImportRows batchOf(const Dataset &data)
{
    ImportRows batch;
    for (auto field : {EventField::Title, EventField::StartsAt, EventField::Venue, EventField::City,
                       EventField::Country, EventField::Genre, EventField::Series, EventField::Artists,
                       EventField::Capacity, EventField::Price, EventField::Latitude, EventField::Longitude})
        batch.eventFields.insert(field);
    for (auto field : {CustomerField::Email, CustomerField::FirstName, CustomerField::ConsentEmail,
                       CustomerField::ConsentAds, CustomerField::AdOptOut})
        batch.customerFields.insert(field);
    for (const EventFacts &event : data.events) {
        EventRow row;
        row.id = event.id;
        row.title = event.title.empty() ? "Evening " + event.id : event.title;
        row.startsAt = event.startUtc;
        row.venue = event.venue.empty() ? "Hall" : event.venue;
        row.city = event.city.empty() ? "Köln" : event.city;
        row.country = "DE";
        row.genre = event.genre;
        row.series = event.series;
        row.artists = event.artists.empty() ? "" : event.artists.front();
        row.capacity = 800;
        row.priceMinor = 3500;
        row.latitude = 50.94;
        row.longitude = 6.96;
        batch.events.push_back(std::move(row));
    }
    for (std::size_t i = 0; i < data.customerIds.size(); ++i) {
        CustomerRow row;
        row.id = data.customerIds[i];
        row.email = batch.customerTexts.keep(data.customerIds[i] + "@example.org");
        row.firstName = "=cmd|' /C calc'!A0"; // what a hostile form would bring
        row.consentEmail = i % 10 != 0;
        row.consentAds = i % 7 != 0;
        row.adOptOut = i % 20 == 1;
        batch.customers.push_back(row);
        for (const Purchase &purchase : data.purchasesOf(i)) {
            SaleRow sale;
            sale.at = purchase.at;
            sale.amountMinor = purchase.amountMinor;
            sale.quantity = purchase.quantity;
            sale.customer = batch.sales.customers.intern(data.customerIds[i]);
            sale.event = batch.sales.events.intern(data.events[purchase.event].id);
            sale.category = batch.sales.categories.intern("regular");
            batch.sales.setInvoice(sale, "inv" + std::to_string(purchase.order));
            batch.sales.rows.push_back(sale);
        }
    }
    batch.settle = [](Organiser &organiser) {
        organiser.name = QStringLiteral("Acme Concerts");
        organiser.defaultDsaPayor = organiser.defaultDsaBeneficiary = QStringLiteral("Acme Concerts GmbH");
    };
    return batch;
}

AdAssets assets()
{
    AdAssets assets;
    assets.adAccounts = {{QStringLiteral("act_1"),
                          QStringLiteral("Acme"),
                          {},
                          QStringLiteral("EUR"),
                          QStringLiteral("Europe/Berlin"),
                          {},
                          {},
                          {}}};
    assets.pages = {{QStringLiteral("page_1"), QStringLiteral("Acme"), {}, {}, {}, {}, {}, {}}};
    assets.pixels = {
        {QStringLiteral("pix_1"), QStringLiteral("Shop"), QStringLiteral("act_1"), {}, {}, {}, {}, {}}};
    return assets;
}

/// Imported once a process; every fixture gets a copy of the file.
QString prepared()
{
    static QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("prepared.gsw"));
    if (QFile::exists(file))
        return file;
    test::SyntheticSalesSpec spec;
    spec.customers = 1500;
    spec.events = 90;
    spec.purchases = 8000;
    spec.lastDay = lastDay;
    spec.days = 2 * 365;
    const auto sales = test::makeSyntheticSales(spec);
    auto store = openStore(file);
    if (!store || !(*store)->sales().apply(batchOf(sales.dataset), {})
        || !setAdAssets((*store)->settings(), assets()))
        qFatal("the test workspace can't be made");
    store->reset(); // closes it, so that the file is whole without its log
    return file;
}

} // namespace

ContractClient::ContractClient(int port, const QByteArray &token)
    : RawClient(port, token)
{
}

RawReply ContractClient::put(const QByteArray &path, const QJsonObject &body)
{
    return call("PUT", path, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

RawReply ContractClient::post(const QByteArray &path, const QJsonObject &body)
{
    return call("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

RawReply ContractClient::call(const QByteArray &method, const QByteArray &path, const QByteArray &body)
{
    const bool isMedia = path.startsWith("/media");
    const RawReply reply = request(method, (isMedia ? "/api" : "/api/v3") + path, body);
    const QString verb = QString::fromLatin1(method);
    const QString bare =
        QString::fromUtf8(path.left(path.indexOf('?') < 0 ? path.size() : path.indexOf('?')));
    const auto operation = contract().match(verb, bare);
    if (!operation) {
        QTest::qFail(qPrintable(QStringLiteral("the contract doesn't know %1 %2").arg(verb, bare)), __FILE__,
                     __LINE__);
        return reply;
    }
    const QByteArray type = reply.header("Content-Type");
    QJsonValue json = QJsonValue::Undefined;
    if (type.startsWith("application/json")) {
        const QJsonDocument document = QJsonDocument::fromJson(reply.body);
        json = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    } else if (!reply.body.isEmpty()) {
        if (!type.startsWith(contract().contentType(verb, operation->path, reply.status).toLatin1()))
            QTest::qFail(qPrintable(bare + QStringLiteral(" answers with ") + QString::fromLatin1(type)),
                         __FILE__, __LINE__);
        covered.append(operation->id);
        return reply;
    }
    const QStringList breaches = contract().checkResponse(verb, operation->path, reply.status, json);
    if (!breaches.isEmpty()) {
        QTest::qFail(qPrintable(QStringLiteral("%1 %2 → %3: %4\n%5")
                                    .arg(verb, bare)
                                    .arg(reply.status)
                                    .arg(breaches.join(QStringLiteral("; ")),
                                         QString::fromUtf8(reply.body.left(2000)))),
                     __FILE__, __LINE__);
    }
    if (reply.status < 300)
        covered.append(operation->id);
    return reply;
}

ServiceFixture::ServiceFixture(const Options &options)
    : m_options(options)
    , m_now(std::make_shared<std::atomic<qint64>>(startOfTest))
{
    if (!options.empty)
        QFile::copy(prepared(), workspaceFile());
    start();
}

void ServiceFixture::start()
{
    ServiceOptions options;
    options.workspaceFile = workspaceFile();
    options.plain = m_options.plain;
    options.clock = [now = m_now] { return QDateTime::fromSecsSinceEpoch(*now, Qt::UTC); };
    auto started = Service::start(options);
    if (!started)
        qFatal("no service: %s", qPrintable(started.error().messageKey));
    m_service = std::move(*started);
}

void ServiceFixture::restart()
{
    m_service.reset();
    start();
}

QDate ServiceFixture::today() const
{
    return QDateTime::fromSecsSinceEpoch(*m_now, Qt::UTC).date();
}

QStringList ServiceFixture::upcoming()
{
    QStringList ids;
    auto asked = rawClient();
    const auto reply =
        asked.get("/api/v3/events/?since=" + today().addDays(8).toString(Qt::ISODate).toLatin1());
    for (const QJsonValue event : reply.json()[u"items"].toArray())
        ids.append(event[u"id"].toString());
    return ids;
}

QJsonObject ServiceFixture::completeRow(const QString &event)
{
    auto asked = rawClient();
    QJsonObject row = asked.get("/api/v3/events/" + event.toUtf8() + "/default_campaigns_parameters").json();
    row.insert(QStringLiteral("goal"), QStringLiteral("LINK_CLICKS"));
    QJsonArray creatives;
    QJsonArray targeting;
    QJsonArray integrations;
    for (const QJsonValue chosen : row[u"tcs"].toArray()) {
        const QJsonObject key{{QStringLiteral("tc"), chosen[u"tc"]},
                              {QStringLiteral("tc_run_id"), chosen[u"tc_run_id"]}};
        QJsonObject creative = key;
        creative.insert(QStringLiteral("headline"), QStringLiteral("An evening"));
        creative.insert(QStringLiteral("body"), QStringLiteral("With music"));
        creative.insert(QStringLiteral("media_url"), QStringLiteral("https://media.example/1.jpg"));
        creative.insert(QStringLiteral("media_type"), QStringLiteral("image"));
        creative.insert(QStringLiteral("cta"), QStringLiteral("BUY_TICKETS"));
        creative.insert(QStringLiteral("link_url"), QStringLiteral("https://acme.example/tickets"));
        creatives.append(creative);
        QJsonObject where = key;
        where.insert(QStringLiteral("geo"),
                     QJsonArray{QJsonObject{{QStringLiteral("key"), QStringLiteral("k")},
                                            {QStringLiteral("type"), QStringLiteral("city")},
                                            {QStringLiteral("name"), QStringLiteral("Köln")},
                                            {QStringLiteral("country"), QStringLiteral("DE")},
                                            {QStringLiteral("latitude"), 50.94},
                                            {QStringLiteral("longitude"), 6.96},
                                            {QStringLiteral("radius_km"), 30}}});
        where.insert(QStringLiteral("demographics"),
                     QJsonObject{{QStringLiteral("age_min"), 25}, {QStringLiteral("age_max"), 65}});
        targeting.append(where);
        QJsonObject account = key;
        account.insert(QStringLiteral("ad_account_id"), QStringLiteral("act_1"));
        account.insert(QStringLiteral("page_id"), QStringLiteral("page_1"));
        account.insert(QStringLiteral("pixel_id"), QStringLiteral("pix_1"));
        integrations.append(account);
    }
    row.insert(QStringLiteral("creatives"), creatives);
    row.insert(QStringLiteral("targeting"), targeting);
    row.insert(QStringLiteral("integration_details"), integrations);
    return row;
}

QJsonArray ServiceFixture::publish(const QString &event)
{
    auto asked = rawClient();
    const QByteArray path = "/api/v3/setup_processes/" + event.toUtf8();
    asked.post(path, completeRow(event));
    const auto reply = asked.request("POST", path + "/boost");
    if (reply.status != 200)
        qWarning("not published: %s", reply.body.constData());
    return reply.json()[u"campaigns"].toArray();
}

} // namespace groundswell::service
