// The draft of a campaign over the wire: lossless, replaced as a whole, and safe against late requests.
#include "tests/e2e/sampleorganiser.h"
#include "tests/e2e/servedworkspace.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace groundswell::test;

namespace {

/// Every member of the row, and at every level one that nobody has heard of.
QJsonObject fullRow()
{
    QFile file(QStringLiteral(GROUNDSWELL_TEST_DATA "/setup-unknown-members.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the test's row can't be read");
    return json(file.readAll().constData());
}

QByteArray compact(const QJsonValue &value)
{
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

/// Members that the one has and the other lacks or holds with another value, by path.
QStringList differences(const QJsonValue &sent, const QJsonValue &got, const QString &at = {})
{
    if (sent.isObject() && got.isObject()) {
        QStringList found;
        const QJsonObject object = sent.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            found += differences(*member, got[member.key()], at + u'/' + member.key());
        return found;
    }
    if (sent.isArray() && got.isArray() && sent.toArray().size() == got.toArray().size()) {
        QStringList found;
        for (qsizetype i = 0; i < sent.toArray().size(); ++i)
            found += differences(sent.toArray()[i], got.toArray()[i], at + u'/' + QString::number(i));
        return found;
    }
    // An empty text may come back as null: the contract takes both for "nothing".
    const bool bothEmpty = (sent.isNull() || sent.toString(QStringLiteral("x")).isEmpty())
        && (got.isNull() || got.toString(QStringLiteral("x")).isEmpty());
    return sent == got || bothEmpty ? QStringList() : QStringList(at);
}

} // namespace

class TestSetups : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void startsAndKeepsWhatItDoesntKnow();
    void leftOutFallsBackToItsDefault();
    void olderShapesAreRead();
    void refusesTheImpossibleAndKeepsTheRow();
    void keepsADraftThatContradictsItself();
    void refusesHostileBodies();
    void ifMatchGuardsAgainstOthers();
    void lateRequestsDoNoHarm();
    void plainOffersNoneOfIt();
    void cancelsTheDraft();

private:
    HttpUser &user() { return m_served->user(); }
    QJsonObject put(const QJsonObject &body, const Headers &headers = {})
    {
        return user().put(m_path, body, headers).object();
    }
    std::unique_ptr<ServedWorkspace> m_served;
    QString m_event;
    QByteArray m_path;
};

void TestSetups::initTestCase()
{
    m_served = std::make_unique<ServedWorkspace>(SampleOrganiser::shared().workspace());
    m_event = upcomingEvents(user()).value(0);
    QVERIFY(!m_event.isEmpty());
    m_path = "/setup_processes/" + encoded(m_event);
}

void TestSetups::cleanup()
{
    user().remove(m_path);
}

void TestSetups::startsAndKeepsWhatItDoesntKnow()
{
    const Answer none = user().get(m_path);
    QCOMPARE(none.status, 404);
    QCOMPARE(none.message(), QStringLiteral("error.setup.not_found"));
    QCOMPARE(user().put(m_path, fullRow()).status, 404); // replacing what isn't there

    const QJsonObject sent = fullRow();
    const Answer made = user().post(m_path, sent);
    QCOMPARE(made.status, 201);
    QCOMPARE(differences(sent, made.object()), QStringList());
    QCOMPARE(made.object()[u"eid"].toString(), m_event);
    QVERIFY(!made.object()[u"updated_at"].toString().isEmpty());
    QCOMPARE(user().get(m_path).object(), made.object());

    const Answer again = user().post(m_path, sent);
    QCOMPARE(again.status, 409);
    QCOMPARE(again.message(), QStringLiteral("error.setup.exists"));
    // The way every client works: read, change one thing, write all of it back.
    QJsonObject changed = made.object();
    changed.insert(QStringLiteral("total_budget"), 2000);
    const Answer stored = user().put(m_path, changed);
    QCOMPARE(stored.status, 200);
    changed.remove(QStringLiteral("updated_at"));
    QCOMPARE(differences(changed, stored.object()), QStringList());
    QCOMPARE(user().get(m_path).object(), stored.object());
    QCOMPARE(user().get("/events/" + encoded(m_event)).object()[u"setup_state"].toString(),
             QStringLiteral("draft"));
}

void TestSetups::leftOutFallsBackToItsDefault()
{
    QCOMPARE(user().post(m_path, fullRow()).status, 201);
    const QJsonObject stored = put(json(R"({"goal": "ROAS"})"));
    QCOMPARE(stored[u"goal"].toString(), QStringLiteral("ROAS"));
    for (const char *list : {"tcs", "creatives", "targeting", "integration_details"})
        QVERIFY2(stored[QLatin1StringView(list)] == QJsonArray(), list);
    for (const char *text : {"total_budget", "start_date", "end_date", "conversion_id", "lead_form_id"})
        QVERIFY2(stored[QLatin1StringView(text)].isNull(), text);
    QVERIFY(!stored.contains(u"x_row"));
    QCOMPARE(stored[u"currency"].toString(), QStringLiteral("EUR"));
    // An empty draft can be started without a body.
    QCOMPARE(user().remove(m_path).status, 200);
    QCOMPARE(user().post(m_path).status, 201);
}

void TestSetups::olderShapesAreRead()
{
    QCOMPARE(user().post(m_path).status, 201);
    const QJsonObject stored = put(json(R"({"goal": "tickets",
        "creatives": {"family": {"headline": "Raus mit euch", "cta": "GET_TICKETS"}},
        "targeting": {"family": {"geo": [{"city": "München", "radius_km": 50}], "demographics": {"age_min": 25}}},
        "integration_details": {"ad_account_id": "act_1", "page_id": "page_1"},
        "tcs": [{"tc": "family", "tc_run_id": "42"}]})"));
    QCOMPARE(stored[u"creatives"][0][u"tc"].toString(), QStringLiteral("family"));
    QCOMPARE(stored[u"creatives"][0][u"cta"].toString(), QStringLiteral("GET_TICKETS"));
    QCOMPARE(stored[u"targeting"][0][u"geo"][0][u"name"].toString(), QStringLiteral("München"));
    QCOMPARE(stored[u"integration_details"][0][u"ad_account_id"].toString(), QStringLiteral("act_1"));
    QCOMPARE(stored[u"tcs"][0][u"tc_run_id"], QJsonValue(42));
}

void TestSetups::refusesTheImpossibleAndKeepsTheRow()
{
    QCOMPARE(user().post(m_path, fullRow()).status, 201);
    const QJsonObject before = user().get(m_path).object();
    const std::vector<std::pair<const char *, QString>> wrong{
        {R"({"start_date": "2031-02-31"})", QStringLiteral("/start_date")},
        {R"({"total_budget": "much"})", QStringLiteral("/total_budget")},
        {R"({"creatives": 7})", QStringLiteral("/creatives")},
        {R"({"creatives": [7]})", QStringLiteral("/creatives/0")},
        {R"({"targeting": [{"geo": [{"latitude": "north"}]}]})",
         QStringLiteral("/targeting/0/geo/0/latitude")},
        {R"({"eid": "another"})", QStringLiteral("/eid")},
    };
    for (const auto &[body, field] : wrong) {
        const Answer answer = user().put(m_path, json(body));
        QVERIFY2(answer.status == 400, body);
        QVERIFY2(answer.fields().value(0).startsWith(field),
                 qPrintable(QString::fromLatin1(body) + u": " + QString::fromUtf8(answer.body)));
        QCOMPARE(user().get(m_path).object(), before);
    }
    QCOMPARE(user().post("/setup_processes/nobody", fullRow()).status, 404);
}

void TestSetups::keepsADraftThatContradictsItself()
{
    QCOMPARE(user().post(m_path, fullRow()).status, 201);
    // Readable, but not a plan that could be published: that must not keep the other fields from being saved.
    for (const char *body :
         {R"({"total_budget": -1})", R"({"start_date": "2031-06-12", "end_date": "2031-05-25"})",
          R"({"tcs": [{"tc": "a", "tc_run_id": 1, "budget_share": 1.5}]})"}) {
        const QJsonObject row = json(body);
        QCOMPARE(user().put(m_path, row).status, 200);
        const QJsonObject stored = user().get(m_path).object();
        for (auto field = row.begin(); field != row.end(); ++field)
            QVERIFY2(!stored[field.key()].isNull(), body);
        QCOMPARE(user().post(m_path + "/boost").status, 400);
    }
}

void TestSetups::refusesHostileBodies()
{
    QCOMPARE(user().post(m_path, fullRow()).status, 201);
    const QByteArray before = user().get(m_path).body;
    const Headers asJson{{"Content-Type", "application/json"}};
    const std::vector<std::pair<QByteArray, int>> hostile{
        {"{", 400},
        {"[]", 400},
        {"null", 400},
        {"{\"goal\": \"\xff\xfe\"}", 400},
        {QByteArray(100'000, '['), 400},
        {"{\"x\": \"" + QByteArray(9'000'000, 'y') + "\"}", 413},
    };
    for (const auto &[body, status] : hostile) {
        const Answer answer = user().send("PUT", m_path, body, asJson);
        // A body that is far too large may be cut off while it is still being sent.
        QVERIFY2(answer.status == status || (status == 413 && answer.status == 0),
                 qPrintable(
                     QStringLiteral("%1 for %2").arg(answer.status).arg(QString::fromLatin1(body.left(60)))));
    }
    QCOMPARE(user().send("PUT", m_path, "{}", {{"Content-Type", "text/plain"}}).status, 415);
    QCOMPARE(user().get(m_path).body, before);
}

void TestSetups::ifMatchGuardsAgainstOthers()
{
    const Answer made = user().post(m_path, fullRow());
    const QByteArray first = made.header("ETag");
    QVERIFY(!first.isEmpty());
    QCOMPARE(user().get(m_path).header("ETag"), first);
    const Answer mine = user().put(m_path, json(R"({"goal": "ROAS"})"), {{"If-Match", first}});
    QCOMPARE(mine.status, 200);
    const QByteArray second = mine.header("ETag");
    QVERIFY(!second.isEmpty() && second != first);

    const Answer theirs = user().put(m_path, json(R"({"goal": "VISIBILITY"})"), {{"If-Match", first}});
    QCOMPARE(theirs.status, 412);
    QCOMPARE(theirs.message(), QStringLiteral("error.setup.changed"));
    QCOMPARE(theirs.header("ETag"), second);
    QCOMPARE(compact(theirs.object()[u"current"]), compact(mine.object()));
    QCOMPARE(user().get(m_path).object(), mine.object());
    // A client that sends no condition, like one of the reference service, writes without one.
    QCOMPARE(user().put(m_path, json(R"({"goal": "VISIBILITY"})")).status, 200);
}

void TestSetups::lateRequestsDoNoHarm()
{
    QCOMPARE(user().post(m_path, fullRow()).status, 201);
    const auto asClient = [](const char *client, int revision) {
        return Headers{{"X-Client-Id", client}, {"X-Draft-Revision", QByteArray::number(revision)}};
    };
    QCOMPARE(user().put(m_path, json(R"({"total_budget": 5})"), asClient("one", 5)).status, 200);
    const Answer late = user().put(m_path, json(R"({"total_budget": 4})"), asClient("one", 4));
    QCOMPARE(late.status, 409);
    QCOMPARE(late.message(), QStringLiteral("error.setup.stale"));
    // A retry of a write that got through is answered with the stored row.
    const Answer retry = user().put(m_path, json(R"({"total_budget": 5})"), asClient("one", 5));
    QCOMPARE(retry.status, 200);
    QCOMPARE(retry.object(), user().get(m_path).object());
    // Each client counts for itself.
    QCOMPARE(user().put(m_path, json(R"({"total_budget": 1})"), asClient("two", 1)).status, 200);
    QCOMPARE(user().put(m_path, json(R"({"total_budget": 6})"), asClient("one", 6)).status, 200);
    QCOMPARE(user().get(m_path).object()[u"total_budget"].toDouble(), 6.0);
    QCOMPARE(user().put(m_path, json("{}"), {{"X-Draft-Revision", "7"}}).status, 400);
    QCOMPARE(user().put(m_path, json("{}"), asClient("one", -1)).status, 400);
}

void TestSetups::plainOffersNoneOfIt()
{
    ServedWorkspace plain(SampleOrganiser::shared().workspace(), ServedWorkspace::Extensions::Plain);
    const Answer made = plain.user().post(m_path, fullRow());
    QCOMPARE(made.status, 201);
    QCOMPARE(made.header("ETag"), QByteArray());
    QCOMPARE(plain.user().get(m_path).header("ETag"), QByteArray());
    const Answer changed =
        plain.user().put(m_path, json(R"({"total_budget": 5})"), {{"If-Match", "\"v77\""}});
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.header("ETag"), QByteArray());
    // The last one to arrive wins, however late it is.
    const auto revision = [](int number) {
        return Headers{{"X-Client-Id", "one"}, {"X-Draft-Revision", QByteArray::number(number)}};
    };
    QCOMPARE(plain.user().put(m_path, json(R"({"total_budget": 9})"), revision(9)).status, 200);
    QCOMPARE(plain.user().put(m_path, json(R"({"total_budget": 8})"), revision(8)).status, 200);
    QCOMPARE(plain.user().get(m_path).object()[u"total_budget"].toDouble(), 8.0);
}

void TestSetups::cancelsTheDraft()
{
    QCOMPARE(user().post(m_path, fullRow()).status, 201);
    const Answer gone = user().remove(m_path + "?cancel=true");
    QCOMPARE(gone.status, 200);
    QCOMPARE(gone.object(), QJsonObject());
    QCOMPARE(user().get(m_path).status, 404);
    QCOMPARE(user().remove(m_path).status, 404);
    QCOMPARE(user().get("/events/" + encoded(m_event)).object()[u"setup_state"].toString(),
             QStringLiteral("none"));
    QCOMPARE(user().post(m_path, fullRow()).status, 201);
}

QTEST_GUILESS_MAIN(TestSetups)
#include "tst_e2e_setups.moc"
