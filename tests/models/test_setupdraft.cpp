#include "models/draft/setupdraft.h"
#include "models/setupgenerators.h"

#include <QSignalSpy>
#include <QtTest>

using namespace groundswell;
using namespace std::chrono_literals;

namespace {

const ClusterRef family{ClusterName(QStringLiteral("family")), 42};

Creative withHeadline(const QString &headline)
{
    Creative creative;
    creative.cluster = family;
    creative.headline = headline;
    return creative;
}

constexpr int editKinds = 10;

void applyEdit(SetupDraft &draft, int kind, const QString &text, int number)
{
    const ClusterRef cluster{ClusterName(QStringLiteral("tc%1").arg(number % 3)), 42};
    Targeting targeting;
    targeting.cluster = cluster;
    targeting.savedAudienceId = text;
    IntegrationDetails details;
    details.cluster = cluster;
    details.pageId = text;
    Creative creative;
    creative.headline = text;
    switch (kind) {
    case 0:
        draft.setGoal(OpenEnum<Goal>::fromWire(text));
        break;
    case 1:
        draft.setTotalBudget(Money{number, QStringLiteral("EUR")});
        break;
    case 2:
        draft.setDates(QDate(2026, 5, 1 + number), QDate());
        break;
    case 3:
        draft.setClusterChosen(cluster, number % 2 == 0);
        break;
    case 4:
        draft.setCreative(cluster, number % 2, creative);
        break;
    case 5:
        draft.removeCreative(cluster, 0);
        break;
    case 6:
        draft.setTargeting(targeting);
        break;
    case 7:
        draft.setIntegration(details);
        break;
    case 8:
        draft.setDsa(text, text);
        break;
    default:
        draft.setBudgetShare(cluster, number / 8.0);
        break;
    }
}

} // namespace

class TestSetupDraft : public QObject {
    Q_OBJECT
public:
    static void initMain() { testing::useFixedSeed(); }

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<DraftFields>("groundswell::DraftFields"); }

    void everySetterTellsItsFieldOnce()
    {
        SetupDraft draft;
        std::vector<std::pair<DraftFields, quint64>> heard;
        QObject::connect(&draft, &SetupDraft::changed, &draft,
                         [&](DraftFields fields, quint64 revision) { heard.emplace_back(fields, revision); });
        draft.setGoal(Goal::Roas);
        draft.setTotalBudget(Money{500, QStringLiteral("EUR")});
        draft.setDates(QDate(2026, 5, 1), QDate(2026, 5, 9));
        draft.setClusterChosen(family, true);
        draft.setBudgetShare(family, 0.5);
        draft.setCreative(family, 0, withHeadline(QStringLiteral("H")));
        draft.setTargeting({family, {}, {}, {}, {}, {}, QStringLiteral("sa_1"), {}});
        draft.setIntegration({family, QStringLiteral("act_1"), {}, {}, {}, {}, {}});
        draft.setConversion(QStringLiteral("c"), {}, {});
        draft.setDsa(QStringLiteral("p"), QStringLiteral("b"));
        const std::vector<std::pair<DraftFields, quint64>> expected{
            {DraftField::Goal, 1},      {DraftField::Budget, 2},       {DraftField::Dates, 3},
            {DraftField::Clusters, 4},  {DraftField::Clusters, 5},     {DraftField::Creatives, 6},
            {DraftField::Targeting, 7}, {DraftField::Integrations, 8}, {DraftField::Integrations, 9},
            {DraftField::Dsa, 10}};
        QVERIFY(heard == expected);
        QCOMPARE(draft.undoStack().count(), 10);
    }

    void aClusterJoinsTheAccountsThatAllShare()
    {
        const ClusterRef jazz{ClusterName(QStringLiteral("jazz")), family.tcRunId};
        const ClusterRef opera{ClusterName(QStringLiteral("opera")), family.tcRunId};
        SetupDraft draft;
        draft.setClusterChosen(family, true);
        draft.setIntegration({family, QStringLiteral("act_1"), {}, {}, {}, {}, {}});
        draft.setClusterChosen(jazz, true);
        QVERIFY(draft.data().integrationOf(jazz));
        QCOMPARE(draft.data().integrationOf(jazz)->adAccountId, QStringLiteral("act_1"));
        draft.undoStack().undo();
        QVERIFY2(!draft.data().integrationOf(jazz), "choosing and joining are one step");
        draft.undoStack().redo();

        draft.setIntegration({jazz, QStringLiteral("act_2"), {}, {}, {}, {}, {}});
        draft.setClusterChosen(opera, true);
        QVERIFY2(!draft.data().integrationOf(opera), "nothing is guessed where the accounts differ");
    }

    void writingTheSameIsNoEdit()
    {
        SetupDraft draft;
        draft.setGoal(Goal::Roas);
        QSignalSpy changes(&draft, &SetupDraft::changed);
        draft.setGoal(Goal::Roas);
        draft.setClusterChosen(family, false);
        draft.setBudgetShare(family, 0.5); // not chosen
        draft.setCreative(family, 3, {}); // beyond the end
        draft.setCreative(family, -1, {});
        draft.removeCreative(family, 0);
        draft.edit(QStringLiteral("nothing"), DraftField::All, [](SetupProcess &) {});
        QCOMPARE(changes.count(), 0);
        QCOMPARE(draft.revision(), 1);
        QCOMPARE(draft.undoStack().count(), 1);
    }

    void typingIsOneStep()
    {
        SetupDraft draft;
        draft.setMergeWindow(1h);
        draft.setCreative(family, 0, withHeadline({}));
        for (const QString &text : {QStringLiteral("H"), QStringLiteral("He"), QStringLiteral("Hey")})
            draft.setCreative(family, 0, withHeadline(text));
        Creative withBody = withHeadline(QStringLiteral("Hey"));
        withBody.body = QStringLiteral("B");
        draft.setCreative(family, 0, withBody);
        QCOMPARE(draft.undoStack().count(), 3); // added, headline, body
        QCOMPARE(draft.revision(), 5);
        draft.undoStack().undo();
        draft.undoStack().undo();
        QCOMPARE(draft.data().creatives.front().headline, QString());
        QCOMPARE(draft.revision(), 7);
        draft.undoStack().redo();
        QCOMPARE(draft.data().creatives.front().headline, QStringLiteral("Hey"));
        QCOMPARE(draft.revision(), 8);
    }

    void aPauseEndsAStep()
    {
        SetupDraft draft;
        draft.setMergeWindow(-1ms); // no edit follows that fast
        draft.setDsa(QStringLiteral("a"), {});
        draft.setDsa(QStringLiteral("ab"), {});
        QCOMPARE(draft.undoStack().count(), 2);
    }

    void undoEndsAStep()
    {
        SetupDraft draft;
        draft.setMergeWindow(1h);
        draft.setDsa(QStringLiteral("a"), {});
        draft.undoStack().undo();
        draft.undoStack().redo();
        draft.setDsa(QStringLiteral("ab"), {});
        QCOMPARE(draft.undoStack().count(), 2);
    }

    void anEditThatEndsWhereItBeganIsNoStep()
    {
        SetupDraft draft;
        draft.setMergeWindow(1h);
        draft.setGoal(Goal::Roas);
        draft.setDsa(QStringLiteral("a"), {});
        draft.setDsa({}, {});
        QCOMPARE(draft.undoStack().count(), 1);
        QCOMPARE(draft.revision(), 3);
    }

    void unchoosingKeepsTheWork()
    {
        SetupDraft draft;
        draft.setClusterChosen(family, true);
        draft.setCreative(family, 0, withHeadline(QStringLiteral("H")));
        draft.setClusterChosen(family, false);
        QVERIFY(!draft.data().hasCluster(family));
        QCOMPARE(draft.data().creatives.size(), size_t(1));
    }

    void loadingStartsAnew()
    {
        SetupDraft draft;
        draft.setGoal(Goal::Roas);
        SetupProcess row;
        row.goal = Goal::Visibility;
        QSignalSpy replaced(&draft, &SetupDraft::replaced);
        draft.replace(row, Origin::Loaded);
        QCOMPARE(draft.revision(), 0);
        QCOMPARE(draft.undoStack().count(), 0);
        QCOMPARE(draft.data(), row);
        QCOMPARE(replaced.count(), 1);
    }

    void mergedRowsTellWhatTheyChangedAndCanBeTakenBack()
    {
        SetupDraft draft;
        draft.setGoal(Goal::Roas);
        SetupProcess row = draft.data();
        row.dsaPayor = QStringLiteral("p");
        DraftFields heard;
        QObject::connect(&draft, &SetupDraft::changed, &draft, [&](DraftFields fields) { heard = fields; });
        draft.replace(row, Origin::Merged);
        QCOMPARE(heard, DraftFields(DraftField::Dsa));
        QCOMPARE(draft.revision(), 2);
        draft.undoStack().undo();
        QVERIFY(draft.data().dsaPayor.isEmpty());
        QCOMPARE(draft.revision(), 3);
    }

    void aPublishedDraftIsFrozen()
    {
        SetupDraft draft;
        draft.setGoal(Goal::Roas);
        QSignalSpy frozen(&draft, &SetupDraft::readOnlyChanged);
        draft.setReadOnly(true);
        QCOMPARE(frozen.count(), 1);
        draft.setGoal(Goal::Visibility);
        draft.edit(QStringLiteral("x"), DraftField::Goal, [](SetupProcess &row) { row.goal = {}; });
        QVERIFY(draft.data().goal.is(Goal::Roas));
        QVERIFY(!draft.undoStack().canUndo());
        SetupProcess row = draft.data();
        row.goal = Goal::LinkClicks;
        draft.replace(row, Origin::Merged);
        QVERIFY(draft.data().goal.is(Goal::LinkClicks));
        QVERIFY(!draft.undoStack().canUndo());
    }

    void aLaterRunTakesBackWhatAnEarlierOneDid()
    {
        QVERIFY(rc::check("a resumed draft undoes and redoes like the one before", [] {
            SetupDraft earlier;
            earlier.setMergeWindow(*rc::gen::element(-1ms, std::chrono::milliseconds(1h)));
            const SetupProcess start = *testing::setupProcess();
            earlier.replace(start, Origin::Loaded);
            for (int n = *rc::gen::inRange(0, 12); n > 0; --n)
                applyEdit(earlier, *rc::gen::inRange(0, editKinds), *testing::text(),
                          *rc::gen::inRange(0, 6));
            const SetupProcess end = earlier.data();
            for (int n = *rc::gen::inRange(0, 5); n > 0; --n)
                earlier.undoStack().undo();

            SetupDraft later;
            later.setMergeWindow(1h);
            later.resume(earlier.data(), earlier.undoTrail(), Origin::Loaded);
            RC_ASSERT(later.data() == earlier.data());
            RC_ASSERT(later.revision() == 0U);
            RC_ASSERT(later.undoStack().index() == earlier.undoStack().index());
            while (later.undoStack().canUndo())
                later.undoStack().undo();
            RC_ASSERT(later.data() == start);
            while (later.undoStack().canRedo())
                later.undoStack().redo();
            RC_ASSERT(later.data() == end);
        }));
    }

    void stepsAreToldApartByTheirSerials()
    {
        SetupDraft draft;
        draft.setMergeWindow(1h);
        draft.setGoal(Goal::Roas);
        draft.setDsa(QStringLiteral("a"), {});
        const auto first = draft.undoSerials();
        draft.setDsa(QStringLiteral("ab"), {});
        const auto second = draft.undoSerials();
        QCOMPARE(second.size(), first.size());
        QCOMPARE(second.front(), first.front());
        QVERIFY2(second.back() != first.back(), "an extended step is another one");
    }

    void everythingCanBeTakenBack()
    {
        QVERIFY(rc::check("any edits undone give the row as loaded, redone the row as edited", [] {
            SetupDraft draft;
            draft.setMergeWindow(*rc::gen::element(-1ms, std::chrono::milliseconds(1h)));
            const SetupProcess start = *testing::setupProcess();
            draft.replace(start, Origin::Loaded);
            for (int n = *rc::gen::inRange(0, 20); n > 0; --n) {
                const quint64 before = draft.revision();
                applyEdit(draft, *rc::gen::inRange(0, editKinds), *testing::text(), *rc::gen::inRange(0, 6));
                RC_ASSERT(draft.revision() >= before);
            }
            const SetupProcess end = draft.data();
            while (draft.undoStack().canUndo())
                draft.undoStack().undo();
            RC_ASSERT(draft.data() == start);
            while (draft.undoStack().canRedo())
                draft.undoStack().redo();
            RC_ASSERT(draft.data() == end);
        }));
    }
};

QTEST_GUILESS_MAIN(TestSetupDraft)
#include "test_setupdraft.moc"
