#include "tests/models/rulecases.h"
#include "tests/service/http/servicefixture.h"

#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace groundswell;
using namespace groundswell::service;
using groundswell::testing::Case;
using groundswell::testing::Change;

namespace {

/// \a value with the member at \a path (`creatives/0/headline`) set.
QJsonValue with(QJsonValue value, const QStringList &path, const QJsonValue &member)
{
    if (path.isEmpty())
        return member;
    bool isIndex = false;
    const int index = path.first().toInt(&isIndex);
    if (isIndex) {
        QJsonArray array = value.toArray();
        array[index] = with(array.at(index), path.mid(1), member);
        return array;
    }
    QJsonObject object = value.toObject();
    object.insert(path.first(), with(object.value(path.first()), path.mid(1), member));
    return object;
}

QJsonValue at(QJsonValue value, const QStringList &path)
{
    for (const QString &step : path)
        value = value.isArray() ? value.toArray().at(step.toInt()) : value.toObject().value(step);
    return value;
}

/// What a kind of member never is, and what it may be.
struct Kind {
    QJsonArray wrong;
    QJsonArray right;
};
const QJsonValue object = QJsonObject{{u"a"_qs, 1}};
const QJsonValue array = QJsonArray{u"a"_qs};
const Kind text{{1, 1.5, 1e-300, true, object, array},
                {QJsonValue(), u""_qs, u"garbage"_qs, u"\ufeffmark"_qs}};
const Kind mediaType{text.wrong, {QJsonValue(), u"image"_qs, u"video"_qs}};
const Kind placeType{text.wrong, {QJsonValue(), u"city"_qs, u"point"_qs}};
const Kind id{{true, object, array}, {QJsonValue(), u"act_1"_qs, u"no act"_qs}};
const Kind name{{true, object, array}, {u"somebody"_qs}}; // an entry says of which cluster it is
const Kind goal{{1, 1e-300, true, object, array, u"garbage"_qs, u"1"_qs, u"ROAS "_qs, u"TWO WORDS"_qs,
                 u"\u00c4RGER"_qs, QString(70, u'A')},
                {QJsonValue(), u"ROAS"_qs, u"tickets"_qs, u"BRAND_NEW_GOAL"_qs}};
const Kind currency{
    {1, 1e-300, true, object, array, u"garbage"_qs, u"eur"_qs, u"EU"_qs, u"EURO"_qs, u"\u20ac"_qs, u"E R"_qs},
    {QJsonValue(), u"EUR"_qs, u"CHF"_qs}};
const Kind money{{true, object, array, u"garbage"_qs, u"1e"_qs, u"NaN"_qs, u"inf"_qs, u"0x10"_qs, u"1,5"_qs,
                  1e300, -1e300, 1e-300, u"1e-300"_qs, 12.345, u"12.345"_qs, 0.001},
                 {QJsonValue(), 0, 1, 12.34, u"12.34"_qs, -1, 0.1 + 0.2}};
const Kind day{
    {1, 1e-300, true, object, array, u"garbage"_qs, u"2026-02-31"_qs, u"2026-13-01"_qs, u"31.12.2026"_qs},
    {QJsonValue(), u"2026-12-31"_qs}};
const Kind number{{true, object, array, u"garbage"_qs, u"NaN"_qs, u"inf"_qs, u"1,5"_qs},
                  {QJsonValue(), 0.5, -7, 1e300}};
const Kind integer{{true, object, array, u"garbage"_qs, 1.5, 1e300, 1e-300},
                   {QJsonValue(), 42, -1, u"42"_qs}};
const Kind run{integer.wrong, {42, u"42"_qs}};
const Kind flag{{1, 0, u"true"_qs, object, array}, {true, false}};
const Kind texts{{1, true, u"a"_qs, object, QJsonArray{true}, QJsonArray{array}, QJsonArray{object}},
                 {QJsonArray(), array}};
const Kind member{{1, true, u"a"_qs, array}, {QJsonValue(), QJsonObject()}};
const Kind list{{1, true, u"a"_qs, array, QJsonArray{1}}, {QJsonValue(), QJsonArray()}};

struct Field {
    const char *path;
    const Kind &kind;
};
/// Every member of the row that the contract names (wave-api 9.3).
const std::vector<Field> fields{
    {"eid", id},
    {"goal", goal},
    {"total_budget", money},
    {"currency", currency},
    {"start_date", day},
    {"end_date", day},
    {"tcs", list},
    {"tcs/0/tc", name},
    {"tcs/0/tc_run_id", run},
    {"tcs/0/budget_share", number},
    {"creatives", list},
    {"creatives/0/tc", name},
    {"creatives/0/tc_run_id", run},
    {"creatives/0/headline", text},
    {"creatives/0/body", text},
    {"creatives/0/description", text},
    {"creatives/0/media_url", text},
    {"creatives/0/media_type", mediaType},
    {"creatives/0/cta", text},
    {"creatives/0/link_url", text},
    {"creatives/0/language", text},
    {"targeting", list},
    {"targeting/0/tc", name},
    {"targeting/0/tc_run_id", run},
    {"targeting/0/geo", list},
    {"targeting/0/geo/0/key", id},
    {"targeting/0/geo/0/type", placeType},
    {"targeting/0/geo/0/name", text},
    {"targeting/0/geo/0/country", text},
    {"targeting/0/geo/0/latitude", number},
    {"targeting/0/geo/0/longitude", number},
    {"targeting/0/geo/0/radius_km", number},
    {"targeting/0/geo/0/excluded", flag},
    {"targeting/0/demographics", member},
    {"targeting/0/demographics/age_min", integer},
    {"targeting/0/demographics/age_max", integer},
    {"targeting/0/demographics/genders", texts},
    {"targeting/0/demographics/languages", texts},
    {"targeting/0/custom_audiences", member},
    {"targeting/0/custom_audiences/include", texts},
    {"targeting/0/custom_audiences/exclude", texts},
    {"targeting/0/saved_audience_id", id},
    {"integration_details", list},
    {"integration_details/0/tc", name},
    {"integration_details/0/tc_run_id", run},
    {"integration_details/0/ad_account_id", id},
    {"integration_details/0/page_id", id},
    {"integration_details/0/instagram_actor_id", id},
    {"integration_details/0/pixel_id", id},
    {"integration_details/0/lead_form_id", id},
    {"conversion_id", id},
    {"lead_form_id", id},
    {"custom_event_type", text},
    {"dsa_payor", text},
    {"dsa_beneficiary", text},
};

/// Rules that judge by what the service knows, which the cases can't change: their drafts may be fine here.
const QStringList judgedByContext{u"plan.budget.below_limit"_qs,
                                  u"plan.budget.above_limit"_qs,
                                  u"plan.start.past"_qs,
                                  u"plan.end.past"_qs,
                                  u"clusters.share.below_floor"_qs, // an error under the service's own floor
                                  u"integration.connection.missing"_qs,
                                  u"integration.connection.permissions"_qs,
                                  u"integration.account.missing"_qs,
                                  u"integration.page.missing"_qs,
                                  u"integration.pixel.missing"_qs,
                                  u"creative.cta.not_allowed"_qs};

} // namespace

/// What a draft may be: anything that has the right types and forms. Whether it makes sense is asked for when
/// it is published, and not before.
class TestDrafts : public QObject {
    Q_OBJECT

    std::unique_ptr<ServiceFixture> m_fixture;
    QString m_event;
    QByteArray m_path;
    QJsonObject m_complete;

    QJsonObject stored() { return m_fixture->client().get(m_path).json(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<ServiceFixture>();
        m_event = m_fixture->upcoming().last();
        m_path = "/setup_processes/" + m_event.toUtf8();
        m_complete = m_fixture->completeRow(m_event);
        QCOMPARE(m_fixture->client().post(m_path, m_complete).status, 201);
    }
    void cleanupTestCase() { m_fixture.reset(); }

    void everyFieldByItsType_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < fields.size(); ++i)
            QTest::newRow(fields[i].path) << static_cast<int>(i);
    }
    void everyFieldByItsType()
    {
        QFETCH(int, index);
        const Field &field = fields[static_cast<std::size_t>(index)];
        const QStringList path = QString::fromLatin1(field.path).split(u'/');
        auto client = m_fixture->client();
        QCOMPARE(client.put(m_path, m_complete).status, 200);
        const QJsonObject before = stored();
        for (const QJsonValue value : field.kind.wrong) {
            const QByteArray body =
                QJsonDocument(with(m_complete, path, value).toObject()).toJson(QJsonDocument::Compact);
            const auto reply = client.call("PUT", m_path, body);
            const QByteArray shown = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
            QVERIFY2(reply.status == 400, shown.constData());
            QCOMPARE(reply.message(), u"error.setup.invalid"_qs);
            QStringList named;
            for (const QJsonValue fault : reply.json()[u"validation_errors"].toArray())
                named.append(fault[u"field"].toString());
            const QString pointer = u'/' + QString::fromLatin1(field.path);
            QVERIFY2(std::ranges::any_of(named,
                                         [&](const QString &name) {
                                             return name == pointer || name.startsWith(pointer + u'/');
                                         }),
                     QByteArray(shown + " named " + named.join(u',').toUtf8()).constData());
        }
        QCOMPARE(stored(), before); // nothing half-written
        for (const QJsonValue value : field.kind.right) {
            if (path.first() == u"eid")
                break; // another event's id is refused too
            const QJsonObject row = with(m_complete, path, value).toObject();
            const auto reply = client.put(m_path, row);
            QVERIFY2(reply.status == 200,
                     QByteArray(QJsonDocument(QJsonArray{value}).toJson() + reply.body).constData());
            const QJsonValue back = at(stored(), path);
            if (&field.kind == &text && !value.toString().isEmpty())
                QCOMPARE(back, value);
        }
    }

    void everyFieldOfTheRowIsInTheTable()
    {
        const QJsonObject row = stored();
        for (auto member = row.begin(); member != row.end(); ++member) {
            const bool known =
                member.key() == u"updated_at" || std::ranges::any_of(fields, [&](const Field &field) {
                    return member.key() == QLatin1StringView(field.path);
                });
            QVERIFY2(known, qPrintable(member.key()));
        }
        for (const char *parent : {"tcs", "creatives", "targeting", "integration_details"}) {
            const QJsonObject entry = row[QLatin1StringView(parent)][0].toObject();
            QVERIFY(!entry.isEmpty());
            for (auto member = entry.begin(); member != entry.end(); ++member) {
                const QString path = QLatin1StringView(parent) + u"/0/"_qs + member.key();
                QVERIFY2(
                    std::ranges::any_of(
                        fields, [&](const Field &field) { return path == QLatin1StringView(field.path); }),
                    qPrintable(path));
            }
        }
    }

    void contradictionsAreStored_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("refusedAs"); // when it is published
        const auto row = [](const char *name, const char *json, const QString &refusedAs) {
            QTest::newRow(name) << QByteArray(json) << refusedAs;
        };
        row("end before start", R"({"start_date":"2026-06-12","end_date":"2026-06-01"})",
            u"plan.end.before_start"_qs);
        row("end in another century", R"({"start_date":"2026-06-12","end_date":"1926-06-01"})",
            u"plan.end.before_start"_qs);
        row("negative budget", R"({"total_budget":-1})", u"plan.budget.not_positive"_qs);
        row("share of 120 %", R"({"tcs":[{"tc":"a","tc_run_id":1,"budget_share":1.2}]})",
            u"clusters.share.out_of_range"_qs);
        row("negative share", R"({"tcs":[{"tc":"a","tc_run_id":1,"budget_share":-0.2}]})",
            u"clusters.share.out_of_range"_qs);
        row("shares of 120 %",
            R"({"tcs":[{"tc":"a","tc_run_id":1,"budget_share":0.6},{"tc":"b","tc_run_id":1,"budget_share":0.6}]})",
            u"clusters.share.over_total"_qs);
        row("runs that never were", R"({"tcs":[{"tc":"gone","tc_run_id":99},{"tc":"lost","tc_run_id":98}]})",
            u"clusters.mixed_runs"_qs);
        row("texts for nobody", R"({"creatives":[{"tc":"gone","tc_run_id":99,"headline":"x"}],"tcs":[]})",
            u"clusters.none"_qs);
        row("ages upside down",
            R"({"tcs":[{"tc":"a","tc_run_id":1}],"targeting":[{"tc":"a","tc_run_id":1,"demographics":{"age_min":60,"age_max":20}}]})",
            u"targeting.age.order"_qs);
    }
    void contradictionsAreStored()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, refusedAs);
        auto client = m_fixture->client();
        QCOMPARE(client.put(m_path, m_complete).status, 200);
        QJsonObject wanted = m_complete;
        const QJsonObject change = QJsonDocument::fromJson(row).object();
        for (auto member = change.begin(); member != change.end(); ++member)
            wanted.insert(member.key(), member.value());
        wanted.insert(u"dsa_payor"_qs, u"Somebody else's edit"_qs);
        QCOMPARE(client.put(m_path, wanted).status, 200);
        QCOMPARE(stored()[u"dsa_payor"].toString(),
                 u"Somebody else's edit"_qs); // whatever else was edited is saved
        for (auto member = change.begin(); member != change.end(); ++member) {
            if (!member.value().isArray())
                QCOMPARE(stored()[member.key()], member.value());
        }
        const auto boosted = client.post(m_path + "/boost");
        QCOMPARE(boosted.status, 400);
        QCOMPARE(boosted.message(), u"error.campaign.setup_invalid"_qs);
        QStringList codes;
        for (const QJsonValue fault : boosted.json()[u"validation_errors"].toArray())
            codes.append(fault[u"code"].toString());
        QVERIFY2(codes.contains(refusedAs), qPrintable(codes.join(u' ')));
    }

    void whateverARuleFindsIsStored_data() { groundswell::testing::RuleCases().addToTable(); }
    /// Every rule's own case, moved to the days of this event and to its clusters.
    void whateverARuleFindsIsStored()
    {
        QFETCH(QString, id);
        QFETCH(Severity, severity);
        QFETCH(Change, trigger);
        Case set = groundswell::testing::readyCase();
        set.setup.currency = u"EUR"_qs; // as the service would say where the row doesn't
        const SetupProcess ready = set.setup;
        trigger(set);
        const bool changesTheDraft = set.setup != ready; // and not what is known about it
        set.setup.eid = EventId(m_event);
        const QDate day =
            QDateTime::fromString(
                m_fixture->client().get("/events/" + m_event.toUtf8()).json()[u"start_date_time"].toString(),
                Qt::ISODate)
                .toTimeZone(QTimeZone("Europe/Berlin"))
                .date();
        const qint64 shift = QDate(2026, 6, 12).daysTo(day);
        for (QDate *date : {&set.setup.startDate, &set.setup.endDate}) {
            if (date->isValid())
                *date = date->addDays(shift);
        }
        auto client = m_fixture->client();
        const auto reply = client.put(m_path, set.setup.toJson());
        QVERIFY2(reply.status == 200, reply.body.constData());
        const auto back = SetupProcess::fromJson(stored());
        QVERIFY(back);
        QCOMPARE(back->contentJson(), set.setup.contentJson());
        if (severity != Severity::Error || !changesTheDraft || judgedByContext.contains(id))
            return;
        const auto boosted = client.post(m_path + "/boost");
        QCOMPARE(boosted.status, 400);
        const QByteArray quoted = '"' + id.toLatin1() + '"';
        QVERIFY2(boosted.body.contains(quoted), boosted.body.constData());
    }

    /// Qt's own parser drops the mark at the start of a text.
    void theZeroWidthMarkStays()
    {
        const QString marked = u"\ufeffAn evening\ufeff"_qs;
        QJsonObject row = m_complete;
        row.insert(u"dsa_payor"_qs, marked);
        row.insert(u"future"_qs, QJsonObject{{u"deep"_qs, QJsonArray{marked}}});
        auto client = m_fixture->client();
        const auto check = [&](const QJsonObject &back) {
            QCOMPARE(back[u"dsa_payor"].toString(), marked);
            QCOMPARE(back[u"future"][u"deep"][0].toString(), marked);
        };
        check(client.put(m_path, row).json());
        check(stored());
        // As a text of another program would have it, and with a mark of its own in front.
        QByteArray body = QJsonDocument(row).toJson(QJsonDocument::Compact);
        QVERIFY(body.contains("\xEF\xBB\xBF"));
        QCOMPARE(client.call("PUT", m_path, "\xEF\xBB\xBF" + body).status, 200);
        check(stored());
    }

    /// On which day an event is depends on where the organiser is.
    // Both would be money for nobody: stored, because a draft may say anything, and refused by name.
    void whatTheWorkspaceDoesNotKnowIsNotPublished()
    {
        auto client = m_fixture->client();
        QJsonObject row = m_complete;
        row.insert(u"currency"_qs, u"USD"_qs);
        QCOMPARE(client.put(m_path, row).status, 200);
        const RawReply foreign = client.post(m_path + "/boost");
        QCOMPARE(foreign.status, 400);
        QVERIFY(foreign.body.contains("plan.budget.other_currency"));

        QByteArray text = QJsonDocument(m_complete).toJson();
        const QByteArray known = m_complete[u"tcs"][0][u"tc"].toString().toUtf8();
        text.replace(QByteArray('"' + known + '"'), "\"gone\"");
        QCOMPARE(client.put(m_path, QJsonDocument::fromJson(text).object()).status, 200);
        const RawReply vanished = client.post(m_path + "/boost");
        QCOMPARE(vanished.status, 400);
        QVERIFY(vanished.body.contains("clusters.unknown"));
        QCOMPARE(client.put(m_path, m_complete).status, 200);
    }

    void theEventsDayIsTheOrganisers_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone : {"Pacific/Kiritimati", "Pacific/Auckland", "Europe/Berlin",
                                 "America/Los_Angeles", "Pacific/Pago_Pago"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void theEventsDayIsTheOrganisers()
    {
        QFETCH(QByteArray, zone);
        auto client = m_fixture->client();
        QCOMPARE(client
                     .put("/local/settings",
                          {{u"organiser"_qs, QJsonObject{{u"time_zone"_qs, QString::fromLatin1(zone)}}}})
                     .status,
                 200);
        const QDateTime start = QDateTime::fromString(
            client.get("/events/" + m_event.toUtf8()).json()[u"start_date_time"].toString(), Qt::ISODate);
        const QDate day = start.toTimeZone(QTimeZone(zone)).date();
        const auto codesOf = [&](const QDate &date) {
            QJsonObject row = m_complete;
            row.insert(u"start_date"_qs, date.toString(Qt::ISODate));
            row.insert(u"end_date"_qs, date.toString(Qt::ISODate));
            row.insert(u"dsa_payor"_qs, QJsonValue()); // so that nothing is published
            client.put(m_path, row);
            return client.post(m_path + "/boost").body;
        };
        QVERIFY(!codesOf(day).contains("plan.start.after_event"));
        QVERIFY(codesOf(day.addDays(1)).contains("plan.start.after_event"));

        // What is proposed begins with the organiser's tomorrow and ends before the event's day there.
        const QDateTime now =
            QDateTime::fromString(client.get(m_path).json()[u"updated_at"].toString(), Qt::ISODate);
        const QDate tomorrow = now.toTimeZone(QTimeZone(zone)).date().addDays(1);
        const QJsonObject proposed =
            client.get("/events/" + m_event.toUtf8() + "/default_campaigns_parameters").json();
        QCOMPARE(proposed[u"start_date"].toString(), tomorrow.toString(Qt::ISODate));
        QCOMPARE(proposed[u"end_date"].toString(),
                 std::clamp(day.addDays(-1), tomorrow, tomorrow.addDays(27)).toString(Qt::ISODate));
    }
};

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
