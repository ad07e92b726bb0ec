#include "tests/e2e/days/organiserday.h"

#include "app/service/sample/samplegenerator.h"
#include "models/rules/preflight.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace groundswell::test {

namespace {

constexpr int patience = 60'000; // ms, for work in the background
constexpr int soonestDays = 21; // a campaign needs some weeks before the event
constexpr int runtimeDays = 14;
constexpr int packageLifetimeDays = 28; // wave-api 9.8
constexpr int sentDaysAgo = 20;
constexpr auto dayForm = Qt::ISODate;

/// Thrown within this file if the path doesn't hold.
struct Fault {
    QString text;
};

void must(bool holds, const QString &otherwise)
{
    if (!holds)
        throw Fault{otherwise};
}

void mustBe(int status, const service::RawReply &reply, const char *what)
{
    if (reply.status != status)
        throw Fault{u"%1 was answered with %2: %3"_s.arg(QLatin1StringView(what))
                        .arg(reply.status)
                        .arg(QString::fromUtf8(reply.body.left(600)))};
}

QJsonObject object(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

qint64 cents(const QJsonValue &amount)
{
    return std::llround(amount.toDouble() * 100);
}

bool is(const QJsonValue &word, QLatin1StringView wanted)
{
    return word.toString() == wanted;
}

bool hasFreeSeats(const QJsonObject &event)
{
    const int seats = event[u"capacity"].toInt();
    return (seats - event[u"tickets_sold"].toInt()) * 5 >= seats;
}

} // namespace

QString Moment::text() const
{
    return u"%1 %2 %3"_s.arg(day.toString(dayForm), time.toString(u"HH:mm:ss"_s), QString::fromLatin1(zone));
}

OrganiserDay::OrganiserDay(const Moment &moment)
    : m_moment(moment)
    , m_zone(moment.zone)
    , m_now(std::make_shared<std::atomic<qint64>>(moment.utc().toMSecsSinceEpoch()))
{
}

QString OrganiserDay::play()
{
    try {
        startService();
        typeInSettings();
        importSample();
        lookAtTheList();
        chooseEvent();
        plan();
        setUp();
        publish();
        buildPackage();
        evaluatePackage();
        letTheCampaignsEnd();
        letThePackageExpire();
    } catch (const Fault &fault) {
        return fault.text;
    }
    return {};
}

void OrganiserDay::startService()
{
    m_client.reset();
    m_service.reset();
    service::ServiceOptions options;
    options.workspaceFile = m_folder.filePath(u"w.groundswell"_s);
    options.clock = [now = m_now] { return QDateTime::fromMSecsSinceEpoch(*now, Qt::UTC); };
    auto started = service::Service::start(options);
    must(started.has_value(), u"the service doesn't start"_s);
    m_service = std::move(*started);
    m_client = std::make_unique<Client>(m_service->port(), m_service->token().toLatin1());
}

QDate OrganiserDay::today() const
{
    return QDateTime::fromMSecsSinceEpoch(*m_now, m_zone).date();
}

QDate OrganiserDay::dayOf(const QJsonValue &time) const
{
    return QDateTime::fromString(time.toString(), dayForm).toTimeZone(m_zone).date();
}

void OrganiserDay::typeInSettings()
{
    QJsonObject settings = object(R"({
        "organiser": {"name": "Acme", "default_dsa_payor": "Acme GmbH", "default_dsa_beneficiary": "Acme GmbH"},
        "ad_assets": {
            "ad_accounts": [{"id": "act_1", "name": "Acme", "currency": "EUR", "timezone": "Europe/Berlin"}],
            "pages": [{"id": "page_1", "name": "Acme"}],
            "pixels": [{"id": "pix_1", "name": "Shop", "ad_account_id": "act_1"}]},
        "market_assumptions": {"cpm": 24}})"); // so expensive that few people aren't worth a budget
    QJsonObject organiser = settings[u"organiser"].toObject();
    organiser.insert("time_zone"_L1, QString::fromLatin1(m_moment.zone));
    settings.insert("organiser"_L1, organiser);
    mustBe(200, m_client->put("/local/settings", settings), "the settings");
}

void OrganiserDay::importSample()
{
    service::SampleOptions options(today());
    options.customers = 500;
    options.purchases = 2500;
    options.events = 40;
    options.seed = static_cast<std::uint64_t>(m_moment.number);
    const QString folder = m_folder.filePath(u"sample"_s);
    must(service::writeSample(folder, options).has_value(), u"the sample can't be written"_s);
    const service::RawReply begun = m_client->post("/local/import",
                                                   {{"events"_L1, QString(folder + u"/events.csv"_s)},
                                                    {"sales"_L1, QString(folder + u"/sales.csv"_s)},
                                                    {"customers"_L1, QString(folder + u"/customers.csv"_s)}});
    mustBe(202, begun, "the import");
    const QByteArray path = "/local/import/" + begun.json()[u"id"].toString().toLatin1();
    QJsonObject state;
    (void)QTest::qWaitFor(
        [&] {
            state = m_client->get(path).json();
            return is(state[u"state"], "SUCCESS"_L1) || is(state[u"state"], "FAILURE"_L1);
        },
        patience);
    const QJsonObject report = state[u"report"].toObject();
    must(is(state[u"state"], "SUCCESS"_L1) && report[u"events"][u"added"].toInt() == options.events
             && report[u"sales"][u"added"].toInt() == options.purchases,
         u"the import: %1"_s.arg(QString::fromUtf8(QJsonDocument(state).toJson())));
}

/// What samplegenerator.h promises for any day, as the service shows it.
void OrganiserDay::lookAtTheList()
{
    const service::RawReply list =
        m_client->get("/events/?limit=100&since=" + today().toString(dayForm).toLatin1());
    mustBe(200, list, "the list of events");
    int free = 0;
    int soldOut = 0;
    for (const QJsonValue item : list.json()[u"items"].toArray()) {
        must(dayOf(item[u"start_date_time"]) >= today(),
             u"an event since today is on %1"_s.arg(item[u"start_date_time"].toString()));
        free += hasFreeSeats(item.toObject()) ? 1 : 0;
        soldOut += item[u"capacity"].toInt() <= item[u"tickets_sold"].toInt() ? 1 : 0;
    }
    must(free >= 6, u"%1 upcoming events have free seats"_s.arg(free));
    must(soldOut == 1, u"%1 upcoming events are sold out"_s.arg(soldOut));
}

void OrganiserDay::chooseEvent()
{
    const service::RawReply list = m_client->get("/events/?limit=100&since="
                                                 + today().addDays(soonestDays).toString(dayForm).toLatin1());
    mustBe(200, list, "the list of events");
    QStringList lacks;
    for (const QJsonValue item : list.json()[u"items"].toArray()) {
        m_event = item.toObject();
        m_path = "/events/" + m_event[u"id"].toString().toLatin1();
        const QString lack = whatLacks(m_event);
        if (lack.isEmpty())
            return;
        lacks << m_event[u"id"].toString() + u": "_s + lack;
    }
    throw Fault{
        u"no event in %1 days or more can be planned for: %2"_s.arg(soonestDays).arg(lacks.join(u", "_s))};
}

QString OrganiserDay::whatLacks(const QJsonObject &event)
{
    if (!hasFreeSeats(event))
        return u"free seats"_s;
    const QJsonArray clusters = m_client->get(m_path + "/clusters").json()[u"clusters"].toArray();
    if (clusters.size() < 2)
        return u"clusters (it has %1)"_s.arg(clusters.size());
    const QJsonObject limits =
        m_client->get(m_path + "/budget_min_max?clusters=2&goal=UTILIZATION&runtime_in_days=14").json();
    if (limits[u"lower_limit"].toDouble() >= limits[u"upper_limit"].toDouble())
        return u"a budget above %1 (%2)"_s.arg(limits[u"lower_limit"].toDouble())
            .arg(QString::fromUtf8(QJsonDocument(limits).toJson(QJsonDocument::Compact)));
    return {};
}

void OrganiserDay::plan()
{
    const service::RawReply defaults = m_client->get(m_path + "/default_campaigns_parameters");
    mustBe(200, defaults, "the defaults");
    m_row = defaults.json();
    const QDate start = QDate::fromString(m_row[u"start_date"].toString(), dayForm);
    const QDate end = QDate::fromString(m_row[u"end_date"].toString(), dayForm);
    const QDate eventDay = dayOf(m_event[u"start_date_time"]);
    must(start == today().addDays(1), u"a plan begins on %1"_s.arg(m_row[u"start_date"].toString()));
    must(end >= start && end < eventDay, u"a plan ends on %1"_s.arg(m_row[u"end_date"].toString()));
    must(!m_row[u"tcs"].toArray().isEmpty(), u"the plan has no clusters"_s);

    // Typed differently: from today on, for two weeks or to the day of the event, or on that day alone.
    const int variant = m_moment.number % 3;
    const QDate first = variant == 2 ? eventDay : today();
    const QDate last = variant == 0 ? today().addDays(runtimeDays - 1) : eventDay;
    m_row.insert("start_date"_L1, first.toString(dayForm));
    m_row.insert("end_date"_L1, last.toString(dayForm));
    const QJsonObject run = m_client->get(m_path + "/clusters").json();
    QJsonArray chosen;
    for (int i = 0; i < 2; ++i)
        chosen.append(QJsonObject{{"tc"_L1, run[u"clusters"][i][u"tc"]},
                                  {"tc_run_id"_L1, run[u"tc_run_id"]},
                                  {"budget_share"_L1, QJsonValue()}});
    m_row.insert("tcs"_L1, chosen);
    m_limits = m_client
                   ->get(m_path + "/budget_min_max?clusters=2&goal=UTILIZATION&runtime_in_days="
                         + QByteArray::number(first.daysTo(last) + 1))
                   .json();
    m_row.insert("goal"_L1, u"UTILIZATION"_s);
    m_row.insert("total_budget"_L1, m_limits[u"lower_limit"]);
    const QByteArray budget = QByteArray::number(m_limits[u"lower_limit"].toDouble());
    const auto suggested = m_client->get(m_path + "/suggested_tcs?goal=UTILIZATION&budget=" + budget);
    must(!suggested.array().isEmpty(), u"no clusters are suggested"_s);
    mustBe(200, m_client->get(m_path + "/campaigns_expected_value?goal=UTILIZATION&budget=" + budget),
           "the expected value");
}

void OrganiserDay::setUp()
{
    QJsonArray creatives;
    QJsonArray targeting;
    QJsonArray accounts;
    for (const QJsonValue cluster : m_row[u"tcs"].toArray()) {
        const auto withCluster = [&](const char *text) {
            QJsonObject part = object(text);
            part.insert("tc"_L1, cluster[u"tc"]);
            part.insert("tc_run_id"_L1, cluster[u"tc_run_id"]);
            return part;
        };
        creatives.append(withCluster(R"({"headline": "An evening", "body": "With music", "description": "",
            "media_url": "https://media.example/1.jpg", "media_type": "image", "cta": "BUY_TICKETS",
            "link_url": "https://acme.example/tickets", "language": "en"})"));
        targeting.append(withCluster(R"({"geo": [{"key": "k", "type": "city", "name": "München",
            "country": "DE", "latitude": 48.14, "longitude": 11.58, "radius_km": 40, "excluded": false}],
            "demographics": {"age_min": 25, "age_max": 65, "genders": [], "languages": []},
            "custom_audiences": {"include": [], "exclude": []}, "saved_audience_id": null})"));
        accounts.append(withCluster(R"({"ad_account_id": "act_1", "page_id": "page_1", "pixel_id": "pix_1",
            "instagram_actor_id": null, "lead_form_id": null})"));
    }
    m_row.insert("creatives"_L1, creatives);
    m_row.insert("targeting"_L1, targeting);
    m_row.insert("integration_details"_L1, accounts);
    const QByteArray path = "/setup_processes/" + m_event[u"id"].toString().toLatin1();
    mustBe(201, m_client->post(path, m_row), "the setup");
    const service::RawReply stored = m_client->get(path);
    mustBe(200, stored, "the setup read back");
    for (const char *member : {"start_date", "end_date", "total_budget"})
        must(stored.json().value(QLatin1StringView(member)) == m_row.value(QLatin1StringView(member)),
             u"the setup's %1 isn't what was sent"_s.arg(QLatin1StringView(member)));
    const QDateTime written = QDateTime::fromString(stored.json()[u"updated_at"].toString(), dayForm);
    must(std::abs(written.toMSecsSinceEpoch() - *m_now) < 1000, u"the setup was written at another time"_s);
    judgeAsTheWizard();
}

void OrganiserDay::judgeAsTheWizard() const
{
    const auto setup = SetupProcess::fromJson(m_row, u"EUR"_s);
    const auto event = Event::fromJson(m_event);
    const auto limits = BudgetLimits::fromJson(m_limits, u"EUR"_s);
    must(setup && event && limits, u"the models can't read what the service answers"_s);
    PreflightContext context;
    context.event = *event;
    context.today = today();
    context.timeZone = QString::fromLatin1(m_moment.zone);
    context.currency = u"EUR"_s;
    context.budgetLimits = *limits;
    for (const Issue &issue : preflight(*setup, context)) {
        must(issue.severity != Severity::Error,
             u"the wizard finds %1 %2"_s.arg(issue.messageId, issue.arguments.join(u", "_s)));
        must(issue.messageId != u"plan.end.after_event",
             u"an end on the event's day counts as after it: %1"_s.arg(issue.arguments.join(u", "_s)));
    }
}

void OrganiserDay::publish()
{
    const service::RawReply published =
        m_client->post("/setup_processes/" + m_event[u"id"].toString().toLatin1() + "/boost");
    mustBe(200, published, "publishing");
    const QJsonArray campaigns = published.json()[u"campaigns"].toArray();
    must(campaigns.size() == 2, u"%1 campaigns were made"_s.arg(campaigns.size()));
    qint64 sum = 0;
    for (const QJsonValue campaign : campaigns) {
        sum += cents(campaign[u"budget"]);
        must(campaign[u"start_date"] == m_row.value(u"start_date")
                 && campaign[u"end_date"] == m_row.value(u"end_date"),
             u"a campaign runs on other days than the setup"_s);
    }
    must(sum == cents(m_row[u"total_budget"]), u"the campaigns' budgets are %1 in sum"_s.arg(sum));
}

void OrganiserDay::buildPackage()
{
    QJsonObject request = object(R"({"package_title": "Next concerts", "num_packages": 3, "n_top_events": 3,
        "targeting_mode": "inclusive", "include_customer_ids": [], "exclude_customer_ids": [],
        "exclude_purchased_only_before": null, "exclude_purchased_only_after": null,
        "exclude_price_below": null, "exclude_price_above": null})");
    request.insert("event_ids"_L1, QJsonArray{m_event[u"id"]});
    const service::RawReply begun = m_client->post("/package_builder/packages", request);
    mustBe(201, begun, "the package");
    m_built = QDateTime::fromMSecsSinceEpoch(*m_now, Qt::UTC);
    m_package = "/package_builder/packages/" + begun.json()[u"id"].toString().toLatin1();
    QJsonObject package;
    (void)QTest::qWaitFor(
        [&] {
            package = m_client->get(m_package).json();
            return is(package[u"status"], "DONE"_L1) || is(package[u"status"], "FAILED"_L1);
        },
        patience);
    must(is(package[u"status"], "DONE"_L1) && !package[u"clusters"].toArray().isEmpty(),
         u"the package: %1"_s.arg(QString::fromUtf8(QJsonDocument(package).toJson())));
    const QByteArray first = package[u"clusters"][0][u"tc"].toString().toUtf8().toPercentEncoding();
    mustBe(200, m_client->get(m_package + '/' + first + "/customer_list"), "the customer list");
}

void OrganiserDay::evaluatePackage()
{
    // A window that was over yesterday, is over today, or will be over.
    const int window = sentDaysAgo - 1 + m_moment.number / 3 % 3;
    const QJsonObject details{{"backhaul_evaluation_model"_L1, u"ALL_PURCHASES"_s},
                              {"backhaul_evaluation_attribution_window"_L1, window},
                              {"email_sent_date"_L1, today().addDays(-sentDaysAgo).toString(dayForm)}};
    mustBe(202, m_client->put(m_package + "/backhaul_evaluation_details", details), "the details");
    const service::RawReply shown = m_client->get(m_package + "/backhaul_evaluation");
    mustBe(200, shown, "the evaluation");
    must(is(shown.json()[u"status"], "DONE"_L1) && shown.json()[u"unique"][u"items"].isDouble(),
         u"the evaluation: %1"_s.arg(QString::fromUtf8(shown.body.left(600))));
    must(shown.json()[u"provisional"].toBool() == (window > sentDaysAgo),
         u"a window of %1 days is called %2"_s.arg(window).arg(
             shown.json()[u"provisional"].toBool() ? u"provisional"_s : u"over"_s));
}

void OrganiserDay::letTheCampaignsEnd()
{
    const QDate last = QDate::fromString(m_row[u"end_date"].toString(), dayForm);
    const auto completed = [this] {
        int count = 0;
        for (const QJsonValue campaign : m_client->get(m_path + "/campaigns").json()[u"items"].toArray())
            count += is(campaign[u"status"], "COMPLETED"_L1) ? 1 : 0;
        return count;
    };
    // The service checks its campaigns when it starts, and now and then.
    turnClockTo(QDateTime(last, QTime(23, 59, 59), m_zone));
    startService();
    must(completed() == 0, u"campaigns are over on their last day"_s);
    turnClockTo(QDateTime(last.addDays(1), QTime(0, 0), m_zone).addSecs(1));
    startService();
    must(QTest::qWaitFor([&] { return completed() == 2; }, patience),
         u"campaigns aren't over after their last day"_s);
}

void OrganiserDay::letThePackageExpire()
{
    const QDateTime end = m_built.addDays(packageLifetimeDays);
    if (*m_now < end.toMSecsSinceEpoch()) {
        turnClockTo(end.addSecs(-60));
        must(is(m_client->get(m_package).json()[u"status"], "DONE"_L1), u"the package expires too soon"_s);
    }
    turnClockTo(std::max(end.addSecs(60), QDateTime::fromMSecsSinceEpoch(*m_now, Qt::UTC)));
    must(is(m_client->get(m_package).json()[u"status"], "EXPIRED"_L1), u"the package doesn't expire"_s);
}

} // namespace groundswell::test
