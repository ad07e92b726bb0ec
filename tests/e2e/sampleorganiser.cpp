#include "tests/e2e/sampleorganiser.h"

#include "tests/e2e/commandline.h"

#include <QJsonDocument>
#include <QTemporaryDir>

#include <cmath>

namespace groundswell::test {

namespace {

void mustBeDone(const char *what, const Outcome &outcome)
{
    if (outcome.code != 0)
        qFatal("%s: exit code %d, %s", what, outcome.code, outcome.error.constData());
}

} // namespace

const SampleOrganiser &SampleOrganiser::shared()
{
    static const SampleOrganiser organiser;
    return organiser;
}

SampleOrganiser::SampleOrganiser()
{
    static const QTemporaryDir folder;
    m_folder = folder.path();
    m_workspace = m_folder + QStringLiteral("/sample.groundswell");
    mustBeDone("sample",
               runCli({QStringLiteral("sample"), QStringLiteral("--out"), m_folder,
                       QStringLiteral("--customers"), QStringLiteral("3000"), QStringLiteral("--purchases"),
                       QStringLiteral("20000"), QStringLiteral("--events"), QStringLiteral("120"),
                       QStringLiteral("--seed"), QStringLiteral("7")}));
    const Outcome imported =
        runCli({QStringLiteral("import"), QStringLiteral("--workspace"), m_workspace,
                QStringLiteral("--events"), file("events.csv"), QStringLiteral("--sales"), file("sales.csv"),
                QStringLiteral("--customers"), file("customers.csv"), QStringLiteral("--json")});
    mustBeDone("import", imported);
    m_importReport = QJsonDocument::fromJson(imported.out).object();
    m_events = CsvTable::read(file("events.csv"));
    m_sales = CsvTable::read(file("sales.csv"));
    m_customers = CsvTable::read(file("customers.csv"));
}

QString SampleOrganiser::file(const char *name) const
{
    return m_folder + u'/' + QLatin1StringView(name);
}

QStringList upcomingEvents(HttpUser &user)
{
    QStringList ids;
    const QByteArray since = QDate::currentDate().addDays(15).toString(Qt::ISODate).toLatin1();
    for (const QJsonValue event : user.get("/events/?since=" + since).object()[u"items"].toArray()) {
        const int seats = event[u"capacity"].toInt();
        if ((seats - event[u"tickets_sold"].toInt()) * 5 >= seats)
            ids.append(event[u"id"].toString());
    }
    return ids;
}

QString eventForSeveralClusters(HttpUser &user)
{
    for (const QString &event : upcomingEvents(user)) {
        const QByteArray path = "/events/" + encoded(event);
        const QJsonArray clusters = user.get(path + "/clusters").object()[u"clusters"].toArray();
        const QJsonObject limits = user.get(path + "/budget_min_max?clusters=3&runtime_in_days=14").object();
        if (clusters.size() > 2 && limits[u"lower_limit"].toDouble() < limits[u"upper_limit"].toDouble())
            return event;
    }
    qFatal("no upcoming event of the sample has three clusters and a budget between the limits");
}

Answer typeInAccounts(HttpUser &user)
{
    return user.put("/local/settings", json(R"({
        "organiser": {"name": "Bühne & Co", "default_dsa_payor": "Bühne GmbH", "default_dsa_beneficiary": "Bühne GmbH"},
        "ad_assets": {
            "ad_accounts": [{"id": "act_1", "name": "Bühne", "currency": "EUR", "timezone": "Europe/Berlin"}],
            "pages": [{"id": "page_1", "name": "Bühne"}],
            "pixels": [{"id": "pix_1", "name": "Shop", "ad_account_id": "act_1"}]}})"));
}

QJsonObject completeSetup(HttpUser &user, const QString &event)
{
    const QByteArray path = "/events/" + encoded(event);
    QJsonObject row = user.get(path + "/default_campaigns_parameters").object();
    const QJsonObject run = user.get(path + "/clusters").object();
    QJsonArray chosen;
    for (qsizetype i = 0; i < 2; ++i)
        chosen.append(
            QJsonObject{{QStringLiteral("tc"), run[u"clusters"][i][u"tc"]},
                        {QStringLiteral("tc_run_id"), run[u"tc_run_id"]},
                        {QStringLiteral("budget_share"), i == 0 ? QJsonValue(0.65) : QJsonValue()}});
    row.insert(QStringLiteral("tcs"), chosen);
    const auto day = [&](const char *name) {
        return QDate::fromString(row.value(QLatin1StringView(name)).toString(), Qt::ISODate);
    };
    const QByteArray days = QByteArray::number(day("start_date").daysTo(day("end_date")) + 1);
    const QJsonObject limits =
        user.get(path + "/budget_min_max?clusters=2&goal=UTILIZATION&runtime_in_days=" + days).object();
    // The smaller part must reach its cluster's floor too.
    row.insert(QStringLiteral("total_budget"), limits[u"lower_limit"].toDouble() * 1.5);
    QJsonArray creatives;
    QJsonArray targeting;
    QJsonArray accounts;
    for (const QJsonValue cluster : chosen) {
        const auto withCluster = [&](const char *text) {
            QJsonObject part = json(text);
            part.insert(QStringLiteral("tc"), cluster[u"tc"]);
            part.insert(QStringLiteral("tc_run_id"), cluster[u"tc_run_id"]);
            return part;
        };
        creatives.append(withCluster(R"({"headline": "Ein Abend", "body": "Mit Musik und Wein",
            "description": "", "media_url": "https://media.example/1.jpg", "media_type": "image",
            "cta": "BUY_TICKETS", "link_url": "https://buehne.example/karten", "language": "de"})"));
        targeting.append(
            withCluster(R"({"geo": [{"key": "k", "type": "city", "name": "München", "country": "DE",
            "latitude": 48.14, "longitude": 11.58, "radius_km": 40, "excluded": false}],
            "demographics": {"age_min": 25, "age_max": 65, "genders": [], "languages": []},
            "custom_audiences": {"include": [], "exclude": []}, "saved_audience_id": null})"));
        accounts.append(withCluster(R"({"ad_account_id": "act_1", "page_id": "page_1", "pixel_id": "pix_1",
            "instagram_actor_id": null, "lead_form_id": null})"));
    }
    row.insert(QStringLiteral("creatives"), creatives);
    row.insert(QStringLiteral("targeting"), targeting);
    row.insert(QStringLiteral("integration_details"), accounts);
    return row;
}

Answer boost(HttpUser &user, const QString &event)
{
    const QByteArray path = "/setup_processes/" + encoded(event);
    if (const Answer made = user.post(path, completeSetup(user, event)); made.status != 201)
        return made;
    return user.post(path + "/boost");
}

qint64 cents(const QString &decimal)
{
    return std::llround(decimal.toDouble() * 100);
}

qint64 cents(const QJsonValue &decimal)
{
    return std::llround(decimal.toDouble() * 100);
}

} // namespace groundswell::test
