#include "models/rulecases.h"
#include "models/rules/catalogue.h"
#include "models/rules/platformlimits.h"
#include "models/rules/preflight.h"
#include "models/rules/progress.h"
#include "models/rules/textlength.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

#include <algorithm>
#include <functional>
#include <set>

using namespace groundswell;

using groundswell::testing::Case;
using groundswell::testing::Change;
using groundswell::testing::family;
using groundswell::testing::readyCase;
using groundswell::testing::repeated;

namespace {

bool readsAs(Argument kind, const QString &text, const Rule &rule)
{
    static const QRegularExpression code(QStringLiteral("\\A[A-Z]{3}\\z"));
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    switch (kind) {
    case Argument::None:
        return false;
    case Argument::Amount: {
        bool isWhole = false;
        static_cast<void>(text.toLongLong(&isWhole));
        const auto end = std::ranges::find(rule.arguments, Argument::None);
        return isWhole && *std::prev(end) == Argument::CurrencyCode;
    }
    case Argument::CurrencyCode:
        return code.match(text).hasMatch();
    case Argument::Date:
        return QDate::fromString(text, Qt::ISODate).isValid();
    case Argument::Share:
        return isNumber && std::abs(number) < 100;
    case Argument::Number:
        return isNumber;
    case Argument::Cluster:
    case Argument::GoalWord:
    case Argument::PlaceKind:
    case Argument::Button:
        return !isNumber; // a number would have to be written as the locale writes them
    case Argument::Text: // shown as it came, an account's number too
    case Argument::GenderWord: // the ad platform's own words are numbers
    case Argument::Several:
        return true;
    }
    return false;
}

bool fit(const QStringList &arguments, const Rule &rule)
{
    const auto end = std::ranges::find(rule.arguments, Argument::None);
    const auto count = std::distance(rule.arguments.begin(), end);
    if (count > 0 && *std::prev(end) == Argument::Several)
        return arguments.size() >= count;
    for (qsizetype i = 0; i < std::min<qsizetype>(count, arguments.size()); ++i) {
        if (!readsAs(rule.arguments[static_cast<size_t>(i)], arguments.at(i), rule))
            return false;
    }
    return arguments.size() == count;
}

/// Every id of a rule, or the beginning of one, that the sources spell as a literal and the contract in an
/// example.
QStringList idsInTheSources()
{
    const QRegularExpression id(
        QStringLiteral("(?:\"|code: )((?:plan|clusters|creative|targeting|integration|dsa)\\.[a-z_.]+)"));
    QStringList found;
    for (const char *folder : {"app", "wizard", "models", "resources/api"}) {
        QDirIterator files(QStringLiteral(GROUNDSWELL_SOURCE_DIR "/") + QLatin1StringView(folder),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h"), QStringLiteral("*.yaml")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("can't read the sources");
            const QString text = QString::fromUtf8(file.readAll());
            for (auto match = id.globalMatch(text); match.hasNext();)
                found.append(match.next().captured(1));
        }
    }
    return found;
}

} // namespace

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

    void rules_data() { testing::RuleCases().addToTable(); }
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

    void theTablesSayWhatTheChecksFind()
    {
        std::set<std::pair<QString, Severity>> seen;
        const testing::RuleCases cases;
        for (const testing::RuleCase &one : cases.all()) {
            Case set = readyCase();
            one.trigger(set);
            for (const Issue &issue : preflight(set.setup, set.context)) {
                const Rule *rule = findRule(issue.messageId);
                QVERIFY2(rule, qPrintable(issue.messageId));
                QVERIFY2(issue.severity == rule->severity || issue.severity == rule->otherwise, rule->id);
                QVERIFY2(fit(issue.arguments, *rule), rule->id);
                const auto ofItsPage = rulesOf(sectionOf(issue.path));
                QVERIFY2(rule >= ofItsPage.data() && rule < ofItsPage.data() + ofItsPage.size(), rule->id);
                seen.emplace(issue.messageId, issue.severity);
            }
        }
        for (const Section section : allSections) {
            for (const Rule &rule : rulesOf(section)) {
                const QString id = QString::fromLatin1(rule.id);
                QVERIFY2(findRule(id) == &rule, "two lines of the tables have the same id");
                QVERIFY2(seen.contains({id, rule.severity}), rule.id);
                QVERIFY2(!rule.otherwise || seen.contains({id, *rule.otherwise}), rule.id);
            }
        }
    }

    void whoNamesARuleNamesOneOfTheTables()
    {
        // What only the workspace can tell; the service adds it to what the rules found.
        const QStringList servicesOwn{QStringLiteral("plan.budget.other_currency"),
                                      QStringLiteral("clusters.unknown")};
        const QStringList named = idsInTheSources();
        QVERIFY(named.size() > 150);
        for (const QString &id : named) {
            const auto begins = [&](const Rule &rule) {
                return id.endsWith(u'.') && QString::fromLatin1(rule.id).startsWith(id);
            };
            const bool isKnown = findRule(id) || servicesOwn.contains(id)
                || std::ranges::any_of(allSections, [&](Section section) {
                                     return std::ranges::any_of(rulesOf(section), begins);
                                 });
            QVERIFY2(isKnown, qPrintable(id));
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
