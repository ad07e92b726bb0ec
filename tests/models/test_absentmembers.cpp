#include "models/draft/servicechanges.h"
#include "models/setupgenerators.h"
#include "models/wave/absentmembers.h"
#include "models/wave/calls/suggestions.h"
#include "models/wave/event.h"

#include <QJsonDocument>
#include <QtTest>

#include <rapidcheck.h>

using namespace groundswell;
using namespace groundswell::testing;

namespace {

const ClusterRef family{ClusterName(QStringLiteral("family")), 42};

QJsonObject parsed(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonValue thinned(const QJsonValue &value);

/// Without some of its members, at any depth; elements of lists stay.
QJsonObject thinnedObject(const QJsonObject &object)
{
    QJsonObject result;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (*rc::gen::inRange(0, 4) > 0)
            result.insert(it.key(), thinned(it.value()));
    }
    return result;
}

QJsonValue thinned(const QJsonValue &value)
{
    if (value.isObject())
        return thinnedObject(value.toObject());
    if (!value.isArray())
        return value;
    QJsonArray result;
    for (const QJsonValue &element : value.toArray())
        result.append(thinned(element));
    return result;
}

SetupProcess smallRow()
{
    SetupProcess row;
    row.eid = EventId(QStringLiteral("e"));
    row.goal = Goal::Roas;
    row.clusters = {{family, 0.5, {}}};
    Creative creative;
    creative.cluster = family;
    creative.headline = QStringLiteral("headline");
    creative.body = QStringLiteral("body");
    row.creatives = {creative};
    Targeting targeting;
    targeting.cluster = family;
    targeting.demographics.ageMin = 30;
    row.targeting = {targeting};
    row.integrationDetails = {{family, QStringLiteral("act_1"), QStringLiteral("page_1"), {}, {}, {}, {}}};
    return row;
}

SetupProcess completed(const QJsonObject &answer, const SetupProcess &known)
{
    return SetupProcess::fromJson(withAbsentMembers(answer, known.toJson())).value_or(SetupProcess());
}

} // namespace

class TestAbsentMembers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initMain() { useFixedSeed(); }

    void whateverIsLeftOutOfARowWasNotChanged()
    {
        QVERIFY(rc::check([] {
            const SetupProcess row = *setupProcess();
            const SetupProcess read = completed(thinnedObject(row.toJson()), row);
            RC_ASSERT(read.toJson() == row.toJson());
        }));
    }

    void whateverIsLeftOutOfCampaignsIsNoDifference()
    {
        QVERIFY(rc::check([] {
            const SetupProcess row = *setupProcess();
            QJsonArray campaigns;
            for (const ChosenCluster &chosen : row.clusters) {
                Campaign campaign;
                campaign.eid = row.eid;
                campaign.cluster = chosen.cluster;
                for (const size_t position : row.creativesOf(chosen.cluster))
                    campaign.creatives.push_back(row.creatives[position]);
                if (const Targeting *targeting = row.targetingOf(chosen.cluster))
                    campaign.targeting = *targeting;
                if (const IntegrationDetails *accounts = row.integrationOf(chosen.cluster))
                    campaign.integrationDetails = *accounts;
                QJsonObject answer = thinnedObject(campaign.toJson());
                answer.insert(QStringLiteral("tc"), chosen.cluster.tc.value()); // whose is it, else
                if (!answer.contains(QStringLiteral("creatives")))
                    answer.remove(QStringLiteral("creative")); // the older shape knows only one
                campaigns.append(answer);
            }
            const auto read = campaignsOf(row, campaigns);
            RC_ASSERT(read.has_value());
            RC_ASSERT(publishedDifferences(row, *read).empty());
        }));
    }

    void onlyWhatIsThereAndDifferentIsAnEdit()
    {
        const SetupProcess row = smallRow();
        QCOMPARE(completed({}, row), row);
        QCOMPARE(completed(parsed(R"({"goal":"ROAS"})"), row), row);
        QCOMPARE(completed(parsed(R"({"goal":null})"), row).goal, OpenEnum<Goal>());
        QVERIFY(completed(parsed(R"({"creatives":[]})"), row).creatives.empty());
        QVERIFY(completed(parsed(R"({"creatives":null})"), row).creatives.empty());
        const auto edited = completed(parsed(R"({"creatives":[{"headline":"new"}]})"), row);
        QCOMPARE(edited.creatives.front().headline, QStringLiteral("new"));
        QCOMPARE(edited.creatives.front().body, QStringLiteral("body"));
        QCOMPARE(edited.creatives.front().cluster, family);
        // In the older shape too.
        const auto keyed = completed(parsed(R"({"creatives":{"family":{"headline":"new"}}})"), row);
        QCOMPARE(keyed.creatives, edited.creatives);
        // Another cluster's entry has nothing of this one's.
        const auto other =
            completed(parsed(R"({"creatives":[{"tc":"opera","tc_run_id":42,"headline":"new"}]})"), row);
        QCOMPARE(other.creatives.front().body, QString());
        // One for all, without a cluster: nothing to fill in.
        const auto common = completed(parsed(R"({"integration_details":{"ad_account_id":"act_2"}})"), row);
        QCOMPARE(common.integrationDetails.front().adAccountId, QStringLiteral("act_2"));
        QCOMPARE(common.integrationDetails.front().pageId, QString());
    }

    void aRowIsToldFromWhatIsNone()
    {
        QVERIFY(looksLikeRow(parsed(R"({"goal":null})")));
        QVERIFY(!looksLikeRow({}));
        QVERIFY(!looksLikeRow(parsed(R"({"status":"ok"})")));
        QVERIFY(!looksLikeRow(parsed(R"({"eid":null})")));
    }

    void suggestionsWithoutARunBelongToTheOneThatIsShown()
    {
        ClusterRun run;
        run.tcRunId = 42;
        for (const char *name : {"Family", "Opera", "opera", "jazz"})
            run.clusters.push_back({{ClusterName(QLatin1StringView(name)), 42}, {}, {}, {}, {}, {}, {}, {}});
        const auto suggestions = suggestionsFrom(
            R"([{"tc":"FAMILY","rank":1},{"tc":"opera"},{"tc":"OPERA"},{"tc":"gone"},{"tc":"jazz","tc_run_id":41}])");
        const auto matched = suggestionsAt(run, suggestions);
        QCOMPARE(matched.size(), 3U);
        QCOMPARE(matched[0].cluster, (ClusterRef{ClusterName(QStringLiteral("Family")), 42}));
        QCOMPARE(matched[0].rank, 1);
        QCOMPARE(matched[1].cluster, (ClusterRef{ClusterName(QStringLiteral("opera")), 42}));
        QCOMPARE(matched[2].cluster.tcRunId, 41); // says itself where it belongs
    }

    void aListMustHaveWhatItsTotalCounts_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("isFine");
        QTest::newRow("null") << QByteArray(R"({"total":116,"items":null})") << false;
        QTest::newRow("empty") << QByteArray(R"({"total":116,"page":1,"items":[]})") << false;
        QTest::newRow("absent") << QByteArray(R"({"total":116})") << false;
        QTest::newRow("null on page 3 of 3")
            << QByteArray(R"({"total":116,"page":3,"limit":50,"items":null})") << false;
        QTest::newRow("behind the last page")
            << QByteArray(R"({"total":100,"page":3,"limit":50,"items":[]})") << true;
        QTest::newRow("none") << QByteArray(R"({"total":0,"items":null})") << true;
        QTest::newRow("none, unsaid") << QByteArray(R"({"items":null})") << true;
        QTest::newRow("some") << QByteArray(R"({"total":1,"items":[{"id":"1"}]})") << true;
    }
    void aListMustHaveWhatItsTotalCounts()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, isFine);
        const QJsonValue value(QJsonDocument::fromJson(json).object());
        const auto page = eventPageFromJson(value);
        QCOMPARE(page.has_value(), isFine);
        if (!isFine)
            QCOMPARE(page.error().kind, Problem::Kind::Protocol);
        QCOMPARE(campaignsFromJson(value).has_value(), isFine);
    }

private:
    static std::vector<SuggestedCluster> suggestionsFrom(const char *json)
    {
        return suggestedClustersFromJson(QJsonDocument::fromJson(json).array(), QStringLiteral("EUR"))
            .value_or(std::vector<SuggestedCluster>());
    }
};

QTEST_GUILESS_MAIN(TestAbsentMembers)
#include "test_absentmembers.moc"
