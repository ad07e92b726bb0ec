#include "models/preflightcase.h"
#include "models/rules/platformlimits.h"
#include "models/rules/preflight.h"
#include "models/rules/progress.h"
#include "models/rules/textlength.h"

#include <QtTest>

#include <functional>
#include <set>

using namespace groundswell;

using groundswell::testing::Case;
using groundswell::testing::Change;
using groundswell::testing::family;
using groundswell::testing::readyCase;
using groundswell::testing::repeated;

class TestPreflight : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aReadyDraftHasNoIssues()
    {
        const Case c = readyCase();
        for (const Issue &issue : preflight(c.setup, c.context))
            QFAIL(qPrintable(issue.messageId));
    }

    void anEmptyDraftIsJudgedWithoutContext()
    {
        const Issues issues = preflight({}, {});
        QVERIFY(hasErrors(issues));
        QVERIFY(!progressOf(Section::Clusters, issues).complete);
        QVERIFY2(progressOf(Section::Dsa, issues).complete, "without clusters nobody is targeted yet");
    }

    void rules_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<Severity>("severity");
        QTest::addColumn<QString>("path");
        QTest::addColumn<Change>("trigger");
        QTest::addColumn<Change>("nearMiss");
        QTest::addColumn<QStringList>("arguments");
        testing::planRules();
        testing::clusterRules();
        testing::creativeRules();
        testing::targetingRules();
        testing::integrationRules();
        testing::dsaRules();
    }
    void rules()
    {
        QFETCH(const QString, id);
        QFETCH(const Severity, severity);
        QFETCH(const QString, path);
        QFETCH(const Change, trigger);
        QFETCH(const Change, nearMiss);
        QFETCH(const QStringList, arguments);

        Case set = readyCase();
        trigger(set);
        bool found = false;
        for (const Issue &issue : preflight(set.setup, set.context)) {
            if (issue.messageId != id || issue.severity != severity || issue.path.toString() != path)
                continue;
            found = true;
            if (!arguments.isEmpty())
                QCOMPARE(issue.arguments, arguments);
        }
        QVERIFY(found);

        Case quiet = readyCase();
        nearMiss(quiet);
        for (const Issue &issue : preflight(quiet.setup, quiet.context)) {
            const bool same =
                issue.messageId == id && issue.severity == severity && issue.path.toString() == path;
            QVERIFY(!same);
        }
    }

    void issuesFollowThePages()
    {
        Case c = readyCase();
        c.setup.dsaPayor.clear();
        c.setup.goal = {};
        c.creative().headline.clear();
        c.place().radiusKm = 1;
        c.integration().pageId.clear();
        c.setup.clusters.front().budgetShare = 2;
        std::vector<Section> order;
        for (const Issue &issue : preflight(c.setup, c.context))
            order.push_back(sectionOf(issue.path));
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        QVERIFY(std::set<Section>(order.begin(), order.end()).size() == allSections.size());
    }

    void unchosenClustersAreNotJudged()
    {
        Case c = readyCase();
        Creative left;
        left.cluster = {ClusterName(QStringLiteral("left")), 42};
        c.setup.creatives.push_back(left);
        QVERIFY(preflight(c.setup, c.context).empty());
    }

    void everyIssueCanBeFoundByItsPath()
    {
        Case c = readyCase();
        c.setup = {};
        c.setup.clusters = {{family, std::nullopt, {}}};
        for (const Issue &issue : preflight(c.setup, c.context))
            QVERIFY(FieldPath::fromString(issue.path.toString()) == issue.path);
    }

    void progressCountsBySection()
    {
        Case c = readyCase();
        c.creative().headline.clear();
        c.creative().body = repeated("a", 200);
        const Issues issues = preflight(c.setup, c.context);
        QCOMPARE(progressOf(Section::Creative, issues), (SectionProgress{1, 1, false}));
        QCOMPARE(progressOf(Section::Plan, issues), SectionProgress());
    }

    void lengths()
    {
        QCOMPARE(graphemeCount({}), 0);
        QCOMPARE(graphemeCount(QStringLiteral("e\u0301a")), 2);
        QCOMPARE(codePointCount(QStringLiteral("e\u0301a")), 3);
        QCOMPARE(codePointCount(QStringLiteral("👩‍👩‍👧")), 5);
        QCOMPARE(graphemeCount(QStringLiteral("👩‍👩‍👧")), 1);
    }

    void theReferenceDataIsThere()
    {
        const PlatformLimits &limits = platformLimits();
        QCOMPARE(limits.dsaPayor.maximum, 512);
        QVERIFY(limits.dsaCountries.contains(QStringLiteral("DE")));
        QVERIFY(!limits.dsaCountries.contains(QStringLiteral("CH")));
        QVERIFY(limits.floorForActions > limits.floorForImpressions);
        for (const Goal goal : {Goal::Utilization, Goal::Roas, Goal::Visibility, Goal::LinkClicks})
            QVERIFY(limits.goals.count(OpenEnum<Goal>(goal).wire()) == 1);
    }
};

QTEST_GUILESS_MAIN(TestPreflight)
#include "test_preflight.moc"
