#include "models/draft/merge.h"
#include "models/setupgenerators.h"

#include <QtTest>

using namespace groundswell;

namespace {

const ClusterRef family{ClusterName(QStringLiteral("family")), 42};
const ClusterRef opera{ClusterName(QStringLiteral("opera")), 42};

Creative creativeOf(const ClusterRef &cluster, const char *headline)
{
    Creative creative;
    creative.cluster = cluster;
    creative.headline = QString::fromLatin1(headline);
    return creative;
}

SetupProcess smallRow()
{
    SetupProcess row;
    row.eid = EventId(QStringLiteral("e"));
    row.clusters = {{family, std::nullopt, {}}, {opera, std::nullopt, {}}};
    row.creatives = {creativeOf(family, "f0"), creativeOf(opera, "o0"), creativeOf(family, "f1")};
    row.targeting = {{family, {}, {}, {}, {}, {}, {}, {}}};
    return row;
}

constexpr int editKinds = 15;

/// One edit as a person makes it. \a side makes what both sides enter differ.
void applyEdit(SetupProcess &row, int kind, const QString &side, size_t pick)
{
    Creative *creative = row.creatives.empty() ? nullptr : &row.creatives[pick % row.creatives.size()];
    Targeting *targeting = row.targeting.empty() ? nullptr : &row.targeting[pick % row.targeting.size()];
    const ClusterRef other{ClusterName(QStringLiteral("added")), 42};
    switch (kind) {
    case 0:
        row.goal = OpenEnum<Goal>::fromWire(side);
        break;
    case 1:
        row.totalBudget = Money{side == u"mine" ? 7700 : 8800, row.currency};
        break;
    case 2:
        row.startDate = QDate(2031, 1, side == u"mine" ? 1 : 2);
        break;
    case 3:
        row.dsaPayor = side;
        break;
    case 4:
        row.extra.insert(QStringLiteral("x_a"), side);
        break;
    case 5:
        row.extra.remove(QStringLiteral("x_"));
        break;
    case 6:
        if (creative)
            creative->headline = side;
        break;
    case 7:
        if (creative)
            creative->extra.insert(QStringLiteral("x_y"), side);
        break;
    case 8:
        if (targeting)
            targeting->demographics.ageMin = side == u"mine" ? 21 : 22;
        break;
    case 9:
        if (targeting)
            targeting->demographics.genders = {side};
        break;
    case 10:
        if (targeting)
            targeting->includedAudiences.append(side);
        break;
    case 11:
        row.clusters.push_back({other, std::nullopt, {}});
        break;
    case 12:
        if (!row.clusters.empty())
            row.clusters.erase(row.clusters.begin());
        break;
    case 13:
        if (!row.clusters.empty())
            row.clusters.front().budgetShare = side == u"mine" ? 0.25 : 0.75;
        break;
    default:
        row.creatives.push_back(creativeOf(other, side == u"mine" ? "mine" : "theirs"));
        break;
    }
}

bool sameEntry(FieldPath a, FieldPath b)
{
    a.member.clear();
    b.member.clear();
    return a == b;
}

/// Whether two sets of edits touch the same field in different ways.
bool overlap(const std::vector<FieldDifference> &mine, const std::vector<FieldDifference> &theirs)
{
    for (const FieldDifference &a : mine) {
        for (const FieldDifference &b : theirs) {
            if (a.path == b.path && a.after != b.after)
                return true;
            if (a.path.cluster && sameEntry(a.path, b.path)
                && a.path.member.isEmpty() != b.path.member.isEmpty())
                return true;
        }
    }
    return false;
}

bool contains(const std::vector<FieldDifference> &all, const FieldDifference &one)
{
    return std::any_of(all.begin(), all.end(), [&](const FieldDifference &difference) {
        return difference.path == one.path && difference.after == one.after;
    });
}

} // namespace

class TestMerge : public QObject {
    Q_OBJECT
public:
    static void initMain() { testing::useFixedSeed(); }

private Q_SLOTS:
    void oneSidedChangesAreTakenWhole()
    {
        QVERIFY(rc::check("merge(base, x, base) == x", [] {
            const SetupProcess base = *testing::setupProcess();
            const SetupProcess x = *testing::setupProcess();
            const MergeResult result = merge(base, x, base);
            RC_ASSERT(result.merged == x);
            RC_ASSERT(result.conflicts.empty());
            RC_ASSERT(result.takenFromTheirs.empty());
        }));
        QVERIFY(rc::check("merge(base, base, x) == x", [] {
            const SetupProcess base = *testing::setupProcess();
            const SetupProcess x = *testing::setupProcess();
            const MergeResult result = merge(base, base, x);
            RC_ASSERT(result.merged == x);
            RC_ASSERT(result.conflicts.empty());
        }));
    }

    void sameChangeOnBothSidesIsNone()
    {
        QVERIFY(rc::check("merge(base, x, x) == x", [] {
            const SetupProcess base = *testing::setupProcess();
            const SetupProcess x = *testing::setupProcess();
            const MergeResult result = merge(base, x, x);
            RC_ASSERT(result.merged == x);
            RC_ASSERT(result.conflicts.empty());
        }));
    }

    void disjointEditsBothSurvive()
    {
        QVERIFY(rc::check("clean if and only if disjoint, and then nothing is lost", [] {
            const SetupProcess base = *testing::setupProcess();
            SetupProcess mine = base;
            SetupProcess theirs = base;
            for (int n = *rc::gen::inRange(1, 4); n > 0; --n)
                applyEdit(mine, *rc::gen::inRange(0, editKinds), QStringLiteral("mine"),
                          *rc::gen::inRange<size_t>(0, 6));
            for (int n = *rc::gen::inRange(1, 4); n > 0; --n)
                applyEdit(theirs, *rc::gen::inRange(0, editKinds), QStringLiteral("theirs"),
                          *rc::gen::inRange<size_t>(0, 6));

            const auto myEdits = differences(base, mine);
            const auto theirEdits = differences(base, theirs);
            const MergeResult result = merge(base, mine, theirs);
            RC_ASSERT(result.conflicts.empty() == !overlap(myEdits, theirEdits));
            const auto mergedEdits = differences(base, result.merged);
            for (const FieldDifference &edit : myEdits)
                RC_ASSERT(!result.conflicts.empty() || contains(mergedEdits, edit));
            for (const FieldDifference &edit : theirEdits)
                RC_ASSERT(!result.conflicts.empty() || contains(mergedEdits, edit));
        }));
    }

    void differencesLeadFromOneRowToTheOther()
    {
        QVERIFY(rc::check("applying them gives the other row's content", [] {
            const SetupProcess base = *testing::setupProcess();
            SetupProcess after = base;
            applyEdit(after, *rc::gen::inRange(0, editKinds), QStringLiteral("mine"),
                      *rc::gen::inRange<size_t>(0, 6));
            SetupProcess walked = base;
            for (const FieldDifference &difference : differences(base, after))
                walked = withField(walked, difference.path, difference.after);
            RC_ASSERT(differences(walked, after).empty());
        }));
    }

    void sameFieldIsAConflictAndMineStays()
    {
        const SetupProcess base = smallRow();
        SetupProcess mine = base;
        SetupProcess theirs = base;
        mine.creatives[2].headline = QStringLiteral("mine");
        theirs.creatives[2].headline = QStringLiteral("theirs");
        theirs.creatives[2].body = QStringLiteral("their body");
        const MergeResult result = merge(base, mine, theirs);
        QCOMPARE(result.conflicts.size(), size_t(1));
        const MergeConflict &conflict = result.conflicts.front();
        QCOMPARE(conflict.path.toString(), QStringLiteral("creatives[tc=family,run=42,1].headline"));
        QCOMPARE(conflict.base.toString(), QStringLiteral("f1"));
        QCOMPARE(conflict.mine.toString(), QStringLiteral("mine"));
        QCOMPARE(conflict.theirs.toString(), QStringLiteral("theirs"));
        QCOMPARE(result.merged.creatives[2].headline, QStringLiteral("mine"));
        QCOMPARE(result.merged.creatives[2].body, QStringLiteral("their body"));
        const SetupProcess chosen = withField(result.merged, conflict.path, conflict.theirs);
        QCOMPARE(chosen.creatives[2].headline, QStringLiteral("theirs"));
    }

    void removedHereEditedThere()
    {
        const SetupProcess base = smallRow();
        SetupProcess mine = base;
        SetupProcess theirs = base;
        mine.creatives.erase(mine.creatives.begin() + 1);
        theirs.creatives[1].headline = QStringLiteral("better");
        const MergeResult result = merge(base, mine, theirs);
        QCOMPARE(result.conflicts.size(), size_t(1));
        QVERIFY(result.conflicts.front().mine.isUndefined());
        QVERIFY(result.merged.creativesOf(opera).empty());
        const SetupProcess chosen =
            withField(result.merged, result.conflicts.front().path, result.conflicts.front().theirs);
        QCOMPARE(chosen.creatives[chosen.creativesOf(opera).front()].headline, QStringLiteral("better"));
    }

    void aVariantKeepsItsPositionWhereTheyRemovedBoth()
    {
        const SetupProcess base = smallRow();
        SetupProcess mine = base;
        SetupProcess theirs = base;
        mine.creatives[2].headline = QStringLiteral("mine");
        std::erase_if(theirs.creatives, [](const Creative &c) { return c.cluster == family; });
        const MergeResult result = merge(base, mine, theirs);
        QCOMPARE(result.conflicts.size(), size_t(2));
        QCOMPARE(result.merged, mine);
    }

    void newVariantsGoBehindTheirOwn()
    {
        const SetupProcess base = smallRow();
        SetupProcess mine = base;
        SetupProcess theirs = base;
        std::swap(mine.creatives[0], mine.creatives[1]);
        theirs.creatives.insert(theirs.creatives.begin() + 2, creativeOf(opera, "o1"));
        const MergeResult result = merge(base, mine, theirs);
        QVERIFY(result.conflicts.empty());
        const auto own = result.merged.creativesOf(opera);
        QCOMPARE(own.size(), size_t(2));
        QCOMPARE(result.merged.creatives[own[0]].headline, QStringLiteral("o0"));
        QCOMPARE(result.merged.creatives[own[1]].headline, QStringLiteral("o1"));
    }

    void budgetKeepsItsMinorUnits()
    {
        SetupProcess base = smallRow();
        base.totalBudget = Money{5000, QStringLiteral("JPY")};
        SetupProcess theirs = base;
        theirs.goal = Goal::Roas;
        SetupProcess mine = base;
        mine.totalBudget = Money{6000, QStringLiteral("JPY")};
        QCOMPARE(merge(base, mine, theirs).merged.totalBudget, (Money{6000, QStringLiteral("JPY")}));
        const FieldPath budget{QStringLiteral("totalBudget"), std::nullopt, 0, {}};
        QCOMPARE(withField(mine, budget, 7000).totalBudget, (Money{7000, QStringLiteral("JPY")}));
    }

    void serverTimeIsTheNewOne()
    {
        SetupProcess base = smallRow();
        SetupProcess theirs = base;
        theirs.updatedAt = QDateTime(QDate(2026, 5, 1), QTime(10, 0), Qt::UTC);
        const MergeResult result = merge(base, base, theirs);
        QCOMPARE(result.merged.updatedAt, theirs.updatedAt);
        QVERIFY(differences(base, theirs).empty());
    }
};

QTEST_GUILESS_MAIN(TestMerge)
#include "test_merge.moc"
