#include "tests/service/http/servicefixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace groundswell;
using namespace groundswell::service;

namespace {

/// \a value with the member at \a path set; what lies on the way and isn't there is made.
QJsonValue with(const QJsonValue &value, const QStringList &path, const QJsonValue &member)
{
    if (path.isEmpty())
        return member;
    if (path.first() == u"0") {
        QJsonArray array = value.toArray();
        if (array.isEmpty())
            array.append(QJsonValue());
        array[0] = with(array.at(0), path.mid(1), member);
        return array;
    }
    QJsonObject object = value.toObject();
    object.insert(path.first(), with(object.value(path.first()), path.mid(1), member));
    return object;
}

QByteArray shown(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

struct Sample {
    QJsonValue value;
    QString type;
};
const std::vector<Sample> samples{{QJsonValue(), u"null"_qs},
                                  {true, u"boolean"_qs},
                                  {7, u"integer"_qs},
                                  {1.5, u"number"_qs},
                                  {u"x"_qs, u"string"_qs},
                                  {QJsonObject(), u"object"_qs},
                                  {QJsonObject{{u"a"_qs, 1}}, u"object"_qs},
                                  {QJsonArray(), u"array"_qs},
                                  {QJsonArray{1}, u"array"_qs}};

/// The four shapes that the contract accepts beside a member's own (its introduction).
bool isAccepted(const Contract::Member &member, const Sample &sample)
{
    static const QStringList byCluster{u"tcs"_qs, u"creatives"_qs, u"targeting"_qs,
                                       u"integration_details"_qs};
    const auto allows = [&](const QString &type) { return member.types.contains(type); };
    if (sample.type == u"null")
        return !member.required;
    if (sample.type == u"object" && sample.value.toObject().isEmpty() && member.path.size() == 1
        && byCluster.contains(member.path.first()))
        return true;
    if (sample.type == u"array" && sample.value.toArray().isEmpty() && allows(u"object"_qs))
        return true;
    return allows(sample.type) || (sample.type == u"integer" && allows(u"number"_qs));
}

QStringList fieldsOf(const RawReply &reply)
{
    QStringList fields;
    for (const QJsonValue fault : reply.json()[u"validation_errors"].toArray())
        fields.append(fault[u"field"].toString());
    return fields;
}

bool names(const RawReply &reply, const QString &pointer)
{
    return std::ranges::any_of(fieldsOf(reply), [&](const QString &field) {
        return field == pointer || field.startsWith(pointer + u'/');
    });
}

/// A request that is fine as it is.
struct Request {
    QByteArray path;
    QJsonObject body;
};

} // namespace

/// Bodies of requests, every member of every one that the contract describes: what isn't of the type and form
/// that is written there is refused, and the member is named.
class TestBodies : public QObject {
    Q_OBJECT

    const Contract m_contract = Contract::load();
    std::unique_ptr<ServiceFixture> m_fixture;
    QTemporaryDir m_folder;
    QHash<QString, Request> m_requests; ///< by operationId

    QString fileNamed(const char *name)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write("event_id,title,date\nx,Y,2024-09-20\n");
        return file.fileName();
    }

    void describeCampaigns(const QJsonObject &campaign, const QByteArray &event)
    {
        const QByteArray cluster = event + '/' + campaign[u"tc"].toString().toUtf8().toPercentEncoding() + '/'
            + QByteArray::number(campaign[u"tc_run_id"].toInteger());
        m_requests[u"editCampaign"_qs] = {"/campaigns_setup",
                                          {{u"eid"_qs, campaign[u"eid"]},
                                           {u"tc"_qs, campaign[u"tc"]},
                                           {u"tc_run_id"_qs, campaign[u"tc_run_id"]},
                                           {u"creatives"_qs, campaign[u"creatives"]},
                                           {u"targeting"_qs, campaign[u"targeting"]},
                                           {u"integration_details"_qs, campaign[u"integration_details"]}}};
        m_requests[u"putCampaignCreative"_qs] = {"/campaigns/" + cluster + "/creative",
                                                 campaign[u"creative"].toObject()};
        m_requests[u"putCampaignTargeting"_qs] = {"/campaigns/" + Service::partnerId().toLatin1() + '/'
                                                      + cluster + "/target_audience",
                                                  campaign[u"targeting"].toObject()};
        m_requests[u"ignoreCampaign"_qs] = {"/campaigns/" + cluster + "/ignore",
                                            {{u"reason"_qs, u"full"_qs}}};
    }

    void describeLocal(const QString &event)
    {
        m_requests[u"setLocalSettings"_qs] = {
            "/local/settings",
            QJsonDocument::fromJson(R"({"organiser":{"name":"Acme","currency":"EUR"},
                "market_assumptions":{"cpm":8},
                "ad_assets":{"ad_accounts":[{"id":"act_1"}],"pages":[{"id":"page_1"}],"pixels":[{"id":"pix_1"}],
                "lead_forms":[{"id":"f"}],"custom_audiences":[{"id":"c"}],"saved_audiences":[{"id":"s"}]}})")
                .object()};
        m_requests[u"addAdSpend"_qs] = {
            "/local/ad_spend", {{u"eid"_qs, event}, {u"day"_qs, u"2024-09-01"_qs}, {u"amount"_qs, 5}}};
        m_requests[u"previewImport"_qs] = {"/local/import/preview", {{u"events"_qs, fileNamed("e.csv")}}};
        m_requests[u"startImport"_qs] = {"/local/import", {{u"events"_qs, fileNamed("e.csv")}}};
    }

    void describePackages(const QString &event)
    {
        const QJsonObject package{{u"package_title"_qs, u"A"_qs}, {u"event_ids"_qs, QJsonArray{event}}};
        m_requests[u"createPackage"_qs] = {"/package_builder/packages", package};
        const QByteArray id =
            m_fixture->client().post("/package_builder/packages", package).json()[u"id"].toString().toUtf8();
        const QJsonObject details{{u"backhaul_evaluation_attribution_window"_qs, 14}};
        m_requests[u"setBackhaulDetails"_qs] = {
            "/package_builder/packages/" + id + "/backhaul_evaluation_details", details};
        m_requests[u"setBackhaulDefaults"_qs] = {
            "/partners/" + Service::partnerId().toLatin1() + "/backhaul_attribution_details", details};
        m_requests[u"sendTransactionSummary"_qs] = {
            "/ingest/transaction_summary",
            {{u"eid"_qs, event},
             {u"from"_qs, u"2024-06-01"_qs},
             {u"to"_qs, u"2024-06-02"_qs},
             {u"tickets"_qs,
              QJsonArray{QJsonObject{{u"type"_qs, u"a"_qs}, {u"sold"_qs, 1}, {u"revenue"_qs, 1}}}}}};
    }

    RawReply send(const Contract::Operation &operation, const QByteArray &body)
    {
        return m_fixture->client().call(operation.method.toLatin1(), m_requests[operation.id].path, body);
    }

    Contract::Operation operation(const QString &id) const
    {
        return *std::ranges::find(m_contract.operations(), id, &Contract::Operation::id);
    }

    void addOperations()
    {
        QTest::addColumn<QString>("id");
        for (const Contract::Operation &one : m_contract.operations()) {
            if (m_requests.contains(one.id))
                QTest::newRow(qPrintable(one.id)) << one.id;
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<ServiceFixture>();
        const QStringList events = m_fixture->upcoming();
        describeCampaigns(m_fixture->publish(events.at(0))[0].toObject(), events.at(0).toUtf8());
        describeLocal(events.at(0));
        describePackages(events.at(0));
        const QJsonObject row = m_fixture->completeRow(events.at(1));
        m_requests[u"createSetup"_qs] = {"/setup_processes/" + events.at(2).toUtf8(),
                                         m_fixture->completeRow(events.at(2))};
        m_requests[u"putSetup"_qs] = {"/setup_processes/" + events.at(1).toUtf8(), row};
        QCOMPARE(m_fixture->client().post(m_requests[u"putSetup"_qs].path, row).status, 201);
        m_requests[u"setFrontendStatus"_qs] = {"/events/" + events.at(0).toUtf8() + "/setup_frontend_status",
                                               {{u"frontend_status"_qs, u"FLAGGED"_qs}}};
        m_requests[u"setAttributionModel"_qs] = {"/events/" + events.at(0).toUtf8() + "/attribution_model",
                                                 {{u"model"_qs, u"FD"_qs}}};
    }
    void cleanupTestCase() { m_fixture.reset(); }

    void everyBodyIsLookedAt()
    {
        // A local workspace offers no signing in, and refuses all of it alike.
        const QStringList elsewhere{
            u"signIn"_qs,       u"answerMfaChallenge"_qs, u"answerNewPasswordChallenge"_qs,
            u"refreshToken"_qs, u"forgotPassword"_qs,     u"resetPassword"_qs};
        int members = 0;
        for (const Contract::Operation &one : m_contract.operations()) {
            const auto found = m_contract.requestMembers(one);
            if (!found.empty() && !elsewhere.contains(one.id))
                QVERIFY2(m_requests.contains(one.id), qPrintable(one.id));
            members += static_cast<int>(found.size());
        }
        QVERIFY2(members > 200, qPrintable(QString::number(members)));
    }

    void aMemberOfAnotherTypeIsRefusedAndNamed_data() { addOperations(); }
    void aMemberOfAnotherTypeIsRefusedAndNamed()
    {
        QFETCH(QString, id);
        const Contract::Operation operation = this->operation(id);
        for (const Contract::Member &member : m_contract.requestMembers(operation)) {
            const QString pointer = u'/' + member.path.join(u'/');
            for (const Sample &sample : samples) {
                if (isAccepted(member, sample))
                    continue;
                const QJsonValue body = with(m_requests[id].body, member.path, sample.value);
                const RawReply reply = send(operation, shown(body));
                const QByteArray what = pointer.toUtf8() + " as " + shown(sample.value) + ": ";
                QVERIFY2(reply.status == 400, QByteArray(what + reply.body).constData());
                QVERIFY2(names(reply, pointer), QByteArray(what + reply.body).constData());
            }
        }
    }

    /// What a double can't hold comes back as another number, and another id is somebody else.
    void anIdIsNeverRounded_data() { addOperations(); }
    void anIdIsNeverRounded()
    {
        QFETCH(QString, id);
        const Contract::Operation operation = this->operation(id);
        for (const Contract::Member &member : m_contract.requestMembers(operation)) {
            const bool isRun = member.path.last() == u"tc_run_id";
            if (!isRun && member.schema[u"x-accepts"].toString() != u"integer")
                continue;
            const QString pointer = u'/' + member.path.join(u'/');
            const QByteArray body = shown(with(m_requests[id].body, member.path, u"@number@"_qs));
            for (const char *number :
                 {"1e300", "18446744073709551617", "9223372036854775808", "12345678901234567.5", "1.5",
                  "1.2345678901234567e16", "-9223372036854775809", "9007199254740993.5"}) {
                const RawReply reply = send(operation, QByteArray(body).replace("\"@number@\"", number));
                const QByteArray what = pointer.toUtf8() + " as " + number + ": " + reply.body;
                QVERIFY2(reply.status == 400, what.constData());
                QVERIFY2(names(reply, pointer), what.constData());
            }
        }
    }

    /// What JSON forbids and Qt's parser takes: it would be stored as something that nobody wrote.
    void whatIsNoJsonIsRefused()
    {
        const QString id = u"putSetup"_qs;
        const Contract::Operation operation = this->operation(id);
        const QByteArray body = shown(with(m_requests[id].body, {u"total_budget"_qs}, u"@here@"_qs));
        QVERIFY(body.contains("\"@here@\""));
        for (const char *wrong : {"1.", ".5", "1.e3", "\"1\\q\"", "\"a\\\x01\"", "\"a\x01\""}) {
            const RawReply reply = send(operation, QByteArray(body).replace("\"@here@\"", wrong));
            const QByteArray what = wrong + (": " + reply.body);
            QVERIFY2(reply.status == 400, what.constData());
        }
        QCOMPARE(send(operation, QByteArray(body).replace("\"@here@\"", "900.5")).status, 200);
    }

    void aDateIsReadToItsEnd_data() { addOperations(); }
    void aDateIsReadToItsEnd()
    {
        QFETCH(QString, id);
        const Contract::Operation operation = this->operation(id);
        for (const Contract::Member &member : m_contract.requestMembers(operation)) {
            if (!member.schema[u"format"].toString().startsWith(u"date"))
                continue;
            const QString pointer = u'/' + member.path.join(u'/');
            for (const char *date :
                 {"2024-09-01Tgarbage", "2024-09-01garbage", "2024-09-01T", "2024-09-01T10:00:00Zgarbage",
                  "2024-09-01T10:00:00+01:00x", "2024/09/01", "2024-09-01T25:00:00Z", "20240901", "2024-9-1",
                  "2024-09-01 tomorrow", "2024-09-31"}) {
                const RawReply reply =
                    send(operation, shown(with(m_requests[id].body, member.path, QString::fromLatin1(date))));
                const QByteArray what = pointer.toUtf8() + " as " + date + ": " + reply.body;
                QVERIFY2(reply.status == 400, what.constData());
                QVERIFY2(names(reply, pointer), what.constData());
            }
        }
    }

    void anAmountHasTheCurrencysDecimals()
    {
        const std::vector<std::pair<QString, QString>> amounts{
            {u"addAdSpend"_qs, u"amount"_qs},
            {u"createPackage"_qs, u"exclude_price_below"_qs},
            {u"createPackage"_qs, u"exclude_price_above"_qs},
            {u"sendTransactionSummary"_qs, u"tickets/0/revenue"_qs},
            {u"putSetup"_qs, u"total_budget"_qs},
            {u"setLocalSettings"_qs, u"market_assumptions/cpm"_qs},
            {u"setLocalSettings"_qs, u"market_assumptions/floor_clicks"_qs},
            {u"setLocalSettings"_qs, u"market_assumptions/floor_impressions"_qs}};
        for (const auto &[id, member] : amounts) {
            for (const QJsonValue &amount : {QJsonValue(5.0001), QJsonValue(u"5.0001"_qs),
                                             QJsonValue(50000000.004), QJsonValue(1e300), QJsonValue(9e15)}) {
                const RawReply reply =
                    send(operation(id), shown(with(m_requests[id].body, member.split(u'/'), amount)));
                const QByteArray what = id.toUtf8() + ' ' + shown(amount) + ": " + reply.body;
                QVERIFY2(reply.status == 400, what.constData());
                QVERIFY2(names(reply, u'/' + member), what.constData());
            }
        }
        auto client = m_fixture->client();
        const QByteArray event = QString(m_requests[u"addAdSpend"_qs].body[u"eid"].toString()).toUtf8();
        QCOMPARE(client.post("/campaigns/new_runtime_budget?total_budget=900.001&eid=" + event).status, 400);
        QCOMPARE(client.post("/campaign_results/?purchase=1&revenue=1.001&eid=" + event).status, 400);
        QCOMPARE(client.get("/events/" + event + "/suggested_tcs?budget=1.001").status, 400);
        QCOMPARE(client.get("/events/?since=2024-09-01Tgarbage").status, 400);
        QCOMPARE(client.get("/events/?since=2024/09/01").status, 400);
        QCOMPARE(client.get("/events/?since=2024-09-01").status, 200);
    }

    /// Whole numbers of 64 bits are kept to the last digit, as ids and as what nobody here knows.
    void aLargeNumberIsKept()
    {
        auto client = m_fixture->client();
        const Request &request = m_requests[u"putSetup"_qs];
        for (const char *number : {"9007199254740993", "1234567890123456789", "9223372036854775807",
                                   "-9223372036854775808", "120239876543210987", "100000000000000000"}) {
            QByteArray body = shown(with(request.body, {u"conversion_id"_qs}, u"@number@"_qs));
            body = shown(with(QJsonDocument::fromJson(body).object(), {u"invented"_qs}, u"@number@"_qs));
            QCOMPARE(client.call("PUT", request.path, body.replace("\"@number@\"", number)).status, 200);
            const QByteArray stored = client.get(request.path).body;
            const QByteArray id = "\"conversion_id\":\"" + QByteArray(number) + '"';
            const QByteArray unknown = "\"invented\":" + QByteArray(number);
            QVERIFY2(stored.contains(id) && stored.contains(unknown), stored.constData());
        }
        // What nobody knows is no id, and may be any number that stays what it is.
        const auto unknown = [&](const QByteArray &number) {
            QByteArray body = shown(with(request.body, {u"invented"_qs}, QJsonArray{1, u"@number@"_qs}));
            return client.call("PUT", request.path, body.replace("\"@number@\"", number));
        };
        for (const char *kept : {"1e300", "-1.5e-7", "0.12345678901234567890", "48.137154321098765", "1E+20"})
            QCOMPARE(unknown(kept).status, 200);
        for (const char *lost : {"18446744073709551617", "12345678901234567.5", "1.2345678901234567e16"}) {
            const RawReply reply = unknown(lost);
            QCOMPARE(reply.status, 400);
            QCOMPARE(fieldsOf(reply), QStringList{u"/invented/1"_qs});
        }
    }
};

QTEST_GUILESS_MAIN(TestBodies)
#include "tst_bodies.moc"
