#include "models/items/format.h"
#include "models/plan/planmoney.h"
#include "models/rules/dailyfloor.h"
#include "models/rules/preflight.h"
#include "models/wave/currency.h"

#include <rapidcheck.h>

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace groundswell;

namespace {

const QString euro = QStringLiteral("EUR");

ClusterRef named(int number)
{
    return {ClusterName(QStringLiteral("c%1").arg(number, 2, 10, QLatin1Char('0'))), 42};
}

std::vector<ChosenCluster> shares(const std::vector<std::optional<double>> &values)
{
    std::vector<ChosenCluster> clusters;
    for (const auto &value : values)
        clusters.push_back({named(static_cast<int>(clusters.size())), value, {}});
    return clusters;
}

QList<qint64> amounts(const PlanMoney &money)
{
    QList<qint64> result;
    for (const PlanMoney::Part &part : money.parts)
        result.append(part.amount ? part.amount->minor : -1);
    return result;
}

qint64 spent(const PlanMoney &money)
{
    const QList<qint64> all = amounts(money);
    return std::accumulate(all.begin(), all.end(), qint64{0});
}

/// Shares as people set them and as programs do: none, tenths of a percent, any double, now and then
/// nonsense.
std::vector<ChosenCluster> anyChoice()
{
    const auto share = rc::gen::mapcat(rc::gen::inRange(0, 10), [](int kind) {
        if (kind < 3)
            return rc::gen::just(std::optional<double>());
        if (kind < 7)
            return rc::gen::map(rc::gen::inRange(0, 1001),
                                [](int tenths) { return std::optional(tenths / 1000.0); });
        if (kind < 9)
            return rc::gen::map(rc::gen::inRange(0, 1'000'000'007),
                                [](int part) { return std::optional(part / 1'000'000'007.0); });
        return rc::gen::element<std::optional<double>>(-0.5, 1.5, std::numeric_limits<double>::quiet_NaN(),
                                                       std::numeric_limits<double>::infinity());
    });
    return shares(*rc::gen::resize(9, rc::gen::container<std::vector<std::optional<double>>>(share)));
}

std::optional<Money> anyBudget()
{
    return Money{*rc::gen::oneOf(rc::gen::inRange<qint64>(0, 200), rc::gen::inRange<qint64>(0, 100'000'000),
                                 rc::gen::inRange<qint64>(0, 9'000'000'000'000'000)),
                 euro};
}

std::optional<Money> anyFloor()
{
    if (*rc::gen::inRange(0, 4) == 0)
        return std::nullopt;
    return Money{*rc::gen::inRange<qint64>(0, 50'000), euro};
}

bool anyoneIsShort(const PlanMoney &money)
{
    return std::ranges::any_of(money.parts, &PlanMoney::Part::belowFloor);
}

} // namespace

class TestPlanMoney : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theRule_data()
    {
        QTest::addColumn<std::vector<ChosenCluster>>("clusters");
        QTest::addColumn<qint64>("budget");
        QTest::addColumn<QList<qint64>>("expected");
        QTest::addColumn<qint64>("remainder");
        const auto row = [](const char *name, const std::vector<std::optional<double>> &values, qint64 budget,
                            const QList<qint64> &expected, qint64 remainder = 0) {
            QTest::newRow(name) << shares(values) << budget << expected << remainder;
        };
        row("nobody set any: evenly", {{}, {}, {}}, 100, {34, 33, 33});
        row("one set: the others divide the rest", {0.5, {}, {}}, 10'000, {5000, 2500, 2500});
        row("60, 40 and none", {0.6, 0.4, {}}, 10'000, {6000, 4000, 0});
        row("60, 39 and none", {0.6, 0.39, {}}, 10'000, {6000, 3900, 100});
        row("less than the whole: the rest stays", {0.3, 0.3}, 10'000, {3000, 3000}, 4000);
        row("more than the whole: all give way", {0.9, 0.9}, 10'000, {5000, 5000});
        row("more than the whole, and one that is open", {0.8, 0.4, {}}, 12'000, {8000, 4000, 0});
        row("a slip of rounding is the whole", {0.3334, 0.3333, 0.3333}, 100'000, {33'340, 33'330, 33'330});
        row("99.97 % as well", {0.3332, 0.3332, 0.3333}, 9997, {3332, 3332, 3333});
        row("thirds", {1.0 / 3, 1.0 / 3, 1.0 / 3}, 100, {34, 33, 33});
        row("zeros bring nothing", {0.0, 0.0}, 10'000, {0, 0}, 10'000);
        row("nonsense counts as nothing", {std::numeric_limits<double>::quiet_NaN(), -1.0, 0.5}, 100,
            {0, 0, 50}, 50);
        row("less money than clusters", {{}, {}, {}}, 2, {1, 1, 0});
        row("no cluster", {}, 100, {}, 100);
        row("no money", {0.5, {}}, 0, {0, 0});
        row("less than no money", {0.5, {}}, -100, {0, 0});
    }
    void theRule()
    {
        QFETCH(const std::vector<ChosenCluster>, clusters);
        QFETCH(const qint64, budget);
        QFETCH(const qint64, remainder);
        const PlanMoney money = planMoney(clusters, Money{budget, euro});
        QTEST(amounts(money), "expected");
        QCOMPARE(money.remainder->minor, remainder);
    }

    void withoutABudgetThereAreShares()
    {
        const PlanMoney money = planMoney(shares({0.5, {}, {}}), std::nullopt);
        QVERIFY(!money.parts[0].amount && !money.remainder);
        QCOMPARE(money.parts[2].asked, 0.25);
        QCOMPARE(money.parts[2].share, 0.25);
        QVERIFY(!anyoneIsShort(money));
    }

    void whatIsAskedStaysWhatIsSet()
    {
        const PlanMoney money = planMoney(shares({0.8, 0.4}), Money{12'000, euro});
        QVERIFY(money.isOver());
        QCOMPARE(money.parts[0].asked, 0.8);
        QVERIFY(std::abs(money.parts[0].share - 2.0 / 3) < 1e-12);
    }

    void everyAmountIsAccountedFor()
    {
        QVERIFY(rc::check("amounts and remainder are the budget, each is nearest to its share", [] {
            const auto clusters = anyChoice();
            const auto budget = anyBudget();
            const PlanMoney money = planMoney(clusters, budget);
            RC_ASSERT(money.parts.size() == clusters.size());
            RC_ASSERT(spent(money) + money.remainder->minor == budget->minor);
            RC_ASSERT(money.remainder->minor >= 0);
            double sum = 0;
            for (std::size_t i = 0; i < clusters.size(); ++i) {
                const PlanMoney::Part &part = money.parts[i];
                RC_ASSERT(part.cluster == clusters[i].cluster);
                RC_ASSERT(part.amount->minor >= 0 && part.amount->currency == euro);
                RC_ASSERT(part.share >= 0);
                const double quota = part.share * static_cast<double>(budget->minor);
                const double digits = 1 + quota * 1e-12; // what a double can't hold
                RC_ASSERT(std::abs(static_cast<double>(part.amount->minor) - quota) <= digits);
                RC_ASSERT(part.share > 0 || part.amount->minor == 0);
                sum += part.share;
            }
            RC_ASSERT(sum < 1 + 1e-9);
            // Money stays only where everybody has a share, and they are too small.
            RC_ASSERT(money.remainder->minor == 0 || clusters.empty() || money.isUnder());
        }));
    }

    void theOrderDoesNotMatter()
    {
        QVERIFY(rc::check("a permutation of the clusters permutes the amounts", [] {
            auto clusters = anyChoice();
            const auto budget = anyBudget();
            const auto floor = anyFloor();
            const PlanMoney before = planMoney(clusters, budget, floor);
            const auto raised = withEveryFloor(clusters, budget, floor);
            std::ranges::shuffle(clusters, std::mt19937(*rc::gen::arbitrary<unsigned>()));
            const PlanMoney after = planMoney(clusters, budget, floor);
            for (const PlanMoney::Part &part : after.parts) {
                const PlanMoney::Part *same = before.of(part.cluster);
                RC_ASSERT(same && same->amount == part.amount && same->belowFloor == part.belowFloor);
                RC_ASSERT(same->share == part.share && same->asked == part.asked);
            }
            const auto raisedAfter = withEveryFloor(clusters, budget, floor);
            RC_ASSERT(raised.has_value() == raisedAfter.has_value());
            for (const ChosenCluster &chosen : raisedAfter.value_or(std::vector<ChosenCluster>()))
                RC_ASSERT(std::ranges::count(*raised, chosen) == 1);
        }));
    }

    void whoAsksForMoreGetsNoLess()
    {
        QVERIFY(rc::check("a larger share gets no smaller amount, equal ones differ by a unit at most", [] {
            const PlanMoney money = planMoney(anyChoice(), Money{*rc::gen::inRange(0, 1'000'000), euro});
            for (const PlanMoney::Part &a : money.parts) {
                for (const PlanMoney::Part &b : money.parts) {
                    if (a.share > b.share + 1e-9)
                        RC_ASSERT(a.amount->minor >= b.amount->minor);
                    else if (a.share == b.share)
                        RC_ASSERT(std::abs(a.amount->minor - b.amount->minor) <= 1);
                }
            }
        }));
    }

    void sharesThatCameFromAmountsGiveThemBack()
    {
        QVERIFY(rc::check("amount over total is a share that divides to the amount", [] {
            const auto wanted =
                *rc::gen::container<std::vector<qint64>>(rc::gen::inRange<qint64>(1, 9'999'999));
            RC_PRE(!wanted.empty());
            const qint64 total = std::accumulate(wanted.begin(), wanted.end(), qint64{0});
            std::vector<std::optional<double>> parts;
            for (const qint64 amount : wanted)
                parts.emplace_back(static_cast<double>(amount) / static_cast<double>(total));
            const PlanMoney money = planMoney(shares(parts), Money{total, euro});
            for (std::size_t i = 0; i < wanted.size(); ++i)
                RC_ASSERT(money.parts[i].amount->minor == wanted[i]);
        }));
    }

    void floorsAreJudgedByTheAmount()
    {
        const Money floor{1000, euro};
        const auto judged = [&](const std::vector<std::optional<double>> &values, qint64 budget) {
            QList<bool> result;
            for (const PlanMoney::Part &part : planMoney(shares(values), Money{budget, euro}, floor).parts)
                result.append(part.belowFloor);
            return result;
        };
        QCOMPARE(judged({0.6, 0.4, {}}, 10'000), (QList<bool>{false, false, true}));
        QCOMPARE(judged({0.6, 0.39, {}}, 10'000), (QList<bool>{false, false, true}));
        QCOMPARE(judged({0.6, 0.3, {}}, 10'000), (QList<bool>{false, false, false}));
        QCOMPARE(judged({{}, {}}, 1999), (QList<bool>{false, true})); // an odd cent goes to one
        // Nothing is too little whatever the floor is; another currency's floor says nothing.
        QVERIFY(planMoney(shares({1.0, {}}), Money{100, euro}).parts[1].belowFloor);
        const PlanMoney yen =
            planMoney(shares({{}, {}}), Money{100, euro}, Money{900, QStringLiteral("JPY")});
        QVERIFY(!yen.floor && !yen.parts[0].belowFloor);
    }

    void aFloorIsOfTheWholeRuntime()
    {
        SetupProcess setup;
        setup.clusters = shares({{}});
        setup.totalBudget = Money{7000, euro};
        QCOMPARE(planDays(setup), 0);
        QVERIFY(!planMoney(setup, Money{500, euro}).floor);
        setup.startDate = QDate(2026, 5, 1);
        setup.endDate = QDate(2026, 5, 14);
        QCOMPARE(planDays(setup), 14);
        QCOMPARE(planMoney(setup, Money{500, euro}).floor->minor, 7000);
        std::swap(setup.startDate, setup.endDate);
        QCOMPARE(planDays(setup), 0);
    }

    /// Floors and budgets at the end of the integers, and dates as far as there are: never an overflow, which
    /// would make a floor negative and every budget large enough.
    void amountsAtTheEndOfTheIntegers()
    {
        static constexpr qint64 largest = std::numeric_limits<qint64>::max();
        SetupProcess setup;
        setup.clusters = shares({{}, {}});
        setup.totalBudget = Money{1'000'000, euro};
        setup.startDate = QDate(2026, 1, 1);
        setup.endDate = QDate(9999, 12, 31);
        const PlanMoney absurd = planMoney(setup, Money{9'000'000'000'000, euro});
        QCOMPARE(absurd.floor->minor, largest);
        QVERIFY(absurd.parts[0].belowFloor && !absurd.coversEveryFloor());
        QVERIFY(
            rc::check("the floor is the product, or as near as it can be; the amounts are the budget", [] {
                SetupProcess plan;
                plan.clusters = anyChoice();
                plan.totalBudget =
                    Money{*rc::gen::element<qint64>(0, 1, 99, largest / 2, largest - 1, largest, -1,
                                                    std::numeric_limits<qint64>::min()),
                          euro};
                plan.startDate = QDate(*rc::gen::inRange(1, 9999), 1, 1);
                plan.endDate = QDate(*rc::gen::inRange(1, 9999), 12, 31);
                const Money perDay{*rc::gen::oneOf(rc::gen::arbitrary<qint64>(),
                                                   rc::gen::element<qint64>(0, 1, largest, largest / 365,
                                                                            9'000'000'000'000)),
                                   euro};
                const PlanMoney money = planMoney(plan, perDay);
                if (const int days = planDays(plan); days > 0) {
                    const auto exact = static_cast<long double>(std::max<qint64>(0, perDay.minor)) * days;
                    const bool fits = exact <= static_cast<long double>(largest);
                    RC_ASSERT(money.floor->minor == (fits ? static_cast<qint64>(exact) : largest));
                }
                qint64 left = std::max<qint64>(0, plan.totalBudget->minor);
                for (const PlanMoney::Part &part : money.parts) {
                    RC_ASSERT(part.amount->minor >= 0 && part.amount->minor <= left);
                    left -= part.amount->minor;
                }
                RC_ASSERT(money.remainder->minor == left);
                (void)withEveryFloor(plan.clusters, plan.totalBudget, money.floor);
                (void)preflight(plan, {});
            }));
    }

    void raisingMendsWhatCanBeMended()
    {
        const auto raised = withEveryFloor(shares({0.6, 0.4, {}}), Money{10'000, euro}, Money{1000, euro});
        QVERIFY(raised.has_value());
        QCOMPARE(raised->at(2).budgetShare, std::optional(0.1));
        QCOMPARE(raised->at(0).budgetShare, std::optional(0.538)); // 10 % + 50 / 80 of what is left
        QCOMPARE(raised->at(1).budgetShare, std::optional(0.362));
        QVERIFY(!withEveryFloor(shares({0.6, 0.4}), Money{10'000, euro}, Money{1000, euro})); // nothing to do
        QVERIFY(!withEveryFloor(shares({0.6, 0.4, {}}), Money{2999, euro}, Money{1000, euro})); // not enough
        QVERIFY(rc::check("after raising nobody is short, and as much is spent", [] {
            const auto clusters = anyChoice();
            const auto budget = anyBudget();
            const auto floor = anyFloor();
            const PlanMoney before = planMoney(clusters, budget, floor);
            const auto mended = withEveryFloor(clusters, budget, floor);
            RC_ASSERT(mended.has_value() == (anyoneIsShort(before) && before.coversEveryFloor()));
            if (!mended)
                return;
            const PlanMoney after = planMoney(*mended, budget, floor);
            RC_ASSERT(!anyoneIsShort(after));
            RC_ASSERT(!after.isOver() && after.everyShareSet);
            if (!before.isUnder())
                RC_ASSERT(after.remainder->minor == 0);
            for (std::size_t i = 0; i < clusters.size(); ++i) {
                RC_ASSERT(mended->at(i).cluster == clusters[i].cluster);
                if (!before.parts[i].belowFloor)
                    RC_ASSERT(after.parts[i].share <= before.parts[i].share + 0.0021);
            }
        }));
    }

    void preflightNamesWhoIsShort()
    {
        SetupProcess setup;
        setup.goal = Goal::Utilization;
        setup.startDate = QDate(2026, 5, 1);
        setup.endDate = QDate(2026, 5, 10);
        setup.totalBudget = Money{50'000, euro};
        PreflightContext context;
        context.budgetLimits =
            BudgetLimits{Money{15'000, euro}, Money{900'000, euro}, {{QStringLiteral("floor_per_day"), 5}}};
        const auto found = [&] {
            QStringList ids;
            for (const Issue &issue : preflight(setup, context)) {
                if (issue.messageId.startsWith(QLatin1StringView("clusters.share")))
                    ids.append(issue.messageId + QLatin1Char(' ')
                               + (issue.path.cluster ? issue.path.cluster->tc.value() : QString())
                               + (issue.severity == Severity::Error ? u" E" : u" W"));
            }
            return ids;
        };
        setup.clusters = shares({0.6, 0.4, {}});
        QCOMPARE(found(), QStringList{QStringLiteral("clusters.share.nothing c02 E")});
        setup.clusters = shares({0.6, 0.39, {}});
        QCOMPARE(found(), QStringList{QStringLiteral("clusters.share.below_floor c02 E")});
        setup.clusters = shares({0.6, 0.3, {}});
        QCOMPARE(found(), QStringList());
        // Without the service's word it is the platform's custom, and a warning.
        context.budgetLimits.reset();
        setup.clusters = shares({0.6, 0.39, {}});
        QCOMPARE(found(), QStringList{QStringLiteral("clusters.share.below_floor c02 W")});
        // A budget that is too small for all is the budget's fault, and too large shares are their own.
        setup.totalBudget = Money{14'999, euro};
        setup.clusters = shares({{}, {}, {}});
        QCOMPARE(found(), QStringList());
        setup.clusters = shares({0.9, 0.9, {}});
        QCOMPARE(found(), QStringList{QStringLiteral("clusters.share.over_total  E")});
    }

    void preflightIsSilentOnlyWhereEverybodyHasMoney()
    {
        QVERIFY(rc::check("no complaint of the shares means that everybody has the floor", [] {
            SetupProcess setup;
            setup.goal = Goal::LinkClicks;
            setup.startDate = QDate(2026, 5, 1);
            setup.endDate = setup.startDate.addDays(*rc::gen::inRange(0, 30));
            setup.clusters = anyChoice();
            setup.totalBudget = Money{*rc::gen::inRange<qint64>(1, 1'000'000), euro};
            PreflightContext context;
            context.budgetLimits =
                BudgetLimits{Money{1, euro}, std::nullopt, {{QStringLiteral("floor_per_day"), 5}}};
            const auto issues = preflight(setup, context);
            const bool complains = std::ranges::any_of(issues, [](const Issue &issue) {
                return issue.severity == Severity::Error
                    && issue.messageId.startsWith(QLatin1StringView("clusters.share"));
            });
            const PlanMoney money = planMoney(setup, Money{500, euro});
            if (!complains && money.coversEveryFloor())
                RC_ASSERT(!anyoneIsShort(money));
            if (!complains)
                RC_ASSERT(std::ranges::all_of(money.parts,
                                              [](const auto &part) { return part.amount->minor > 0; }));
        }));
    }

    void everyCurrencyIsKnownThroughout()
    {
        QCOMPARE(Money::minorDigits(QStringLiteral("KWD")), 3);
        QCOMPARE(Money::minorDigits(QStringLiteral("krw")), 0);
        QCOMPARE(Money::minorDigits(QStringLiteral("USD")), 2);
        QCOMPARE(Money::minorDigits(QString()), 2);
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        for (const Currency &currency : knownCurrencies()) {
            const QString code = QString::fromLatin1(currency.code);
            const qint64 unit = Money::minorPerMajor(code);
            QCOMPARE(Money::minorDigits(code), currency.digits);
            QCOMPARE(double(unit), std::pow(10, currency.digits));
            for (const qint64 minor : {qint64(1), unit - 1, unit, 12'345 * unit + 7, qint64(987'654'321)}) {
                const Money money{minor, code};
                QCOMPARE(Money::fromJson(money.toJson(), code), std::optional(money));
            }
            const QString shown = format::money(Money{3 * unit + 1, code}, english);
            QVERIFY2(shown.endsWith(english.toString(3 + 1 / double(unit), 'f', currency.digits)),
                     qPrintable(shown));
            QVERIFY2(shown.startsWith(currency.sign.isEmpty() ? code : currency.sign.toString()),
                     qPrintable(shown));
            // Floors of every currency are worth about what they are in euros.
            const double floor = usualDailyFloor(FloorKind::Actions, code).toDouble() / currency.perEuro;
            QVERIFY2(floor > 2.4 && floor < 5.2, qPrintable(code));
        }
    }

    /// So that a currency is one line of one file.
    void nobodyElseKnowsACurrency()
    {
        const QRegularExpression literal(QStringLiteral("\"([A-Z]{3})\""));
        int files = 0;
        for (const char *folder : {"app", "models", "wizard"}) {
            QDirIterator sources(QStringLiteral(GROUNDSWELL_SOURCE_DIR "/") + QLatin1StringView(folder),
                                 {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                                 QDirIterator::Subdirectories);
            while (sources.hasNext()) {
                QFile file(sources.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                ++files;
                if (file.fileName().endsWith(QLatin1StringView("/models/wave/currency.cpp")))
                    continue;
                const QString text = QString::fromUtf8(file.readAll());
                for (auto match = literal.globalMatch(text); match.hasNext();) {
                    const QString code = match.next().captured(1);
                    // The euro is what a new workspace counts in.
                    QVERIFY2(code == euro || currencyOf(code).code.empty(),
                             qPrintable(code + QStringLiteral(" in ") + file.fileName()));
                }
            }
        }
        QVERIFY(files > 300);
    }
};

QTEST_GUILESS_MAIN(TestPlanMoney)
#include "test_planmoney.moc"
