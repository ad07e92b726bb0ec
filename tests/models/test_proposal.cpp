#include "models/draft/merge.h"
#include "models/draft/proposal.h"
#include "models/draft/setupdraft.h"
#include "models/setupgenerators.h"

#include <QtTest>

using namespace groundswell;

namespace {

const ClusterRef family{ClusterName(QStringLiteral("family")), 42};
const ClusterRef opera{ClusterName(QStringLiteral("opera")), 42};
const ClusterRef mine{ClusterName(QStringLiteral("mine")), 42};

IntegrationDetails accountOf(const ClusterRef &cluster)
{
    IntegrationDetails details;
    details.cluster = cluster;
    details.adAccountId = QStringLiteral("act_1");
    return details;
}

SetupProcess proposal()
{
    SetupProcess row;
    row.eid = EventId(QStringLiteral("e"));
    row.goal = Goal::Utilization;
    row.currency = QStringLiteral("EUR");
    row.totalBudget = Money{50'000, row.currency};
    row.startDate = QDate(2031, 3, 1);
    row.endDate = QDate(2031, 3, 14);
    row.clusters = {{family, 0.6, {}}, {opera, 0.4, {}}};
    row.integrationDetails = {accountOf(family), accountOf(opera)};
    row.customEventType = QStringLiteral("PURCHASE");
    row.dsaPayor = row.dsaBeneficiary = QStringLiteral("Acme");
    return row;
}

SetupProcess blank()
{
    SetupProcess row;
    row.eid = EventId(QStringLiteral("e"));
    return row;
}

constexpr int kinds = 14;

/// One thing that a person does to a new draft before the proposal is there.
void act(SetupDraft &draft, int kind, int number)
{
    const QString text = QString::number(number);
    Creative creative;
    creative.headline = text;
    switch (kind) {
    case 0:
        draft.setGoal(number % 2 ? Goal::Roas : Goal::LinkClicks);
        break;
    case 1:
        draft.setTotalBudget(Money{100 + number, QStringLiteral("EUR")});
        break;
    case 2:
        draft.setTotalBudget(std::nullopt);
        break;
    case 3:
        draft.setDates(QDate(2030, 1, 1).addDays(number), draft.data().endDate);
        break;
    case 4:
        draft.setDates({}, {});
        break;
    case 5:
        draft.setClusterChosen(number % 2 ? mine : family, number % 3 != 0);
        break;
    case 6:
        draft.setBudgetShare(family, 0.01 * (number % 100));
        break;
    case 7:
        draft.setCreative(mine, 0, creative);
        break;
    case 8:
        draft.setIntegration(accountOf(mine));
        break;
    case 9:
        draft.setConversion(text, {}, {});
        break;
    case 10:
        draft.setDsa(text, draft.data().dsaBeneficiary);
        break;
    case 11:
        draft.setDsa({}, {});
        break;
    case 12:
        draft.undoStack().undo();
        break;
    case 13:
        draft.undoStack().redo();
        break;
    }
}

} // namespace

/// The service's proposal for a new draft, which may come while somebody types.
class TestProposal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initMain() { testing::useFixedSeed(); }

    void aBlankDraftTakesAllOfIt()
    {
        QVERIFY(isBlank(blank()));
        QCOMPARE(withProposal(blank(), proposal(), {}), proposal());
        QVERIFY(!isBlank(proposal()));
    }

    void whatBelongsTogetherComesTogether()
    {
        SetupDraft draft;
        draft.replace(blank(), Origin::Loaded);
        draft.setDates({}, QDate(2031, 2, 1)); // before the day on which the proposal begins
        draft.setClusterChosen(family, true);
        draft.setConversion({}, {}, QStringLiteral("form"));
        TouchedFields touched;
        touched.note(blank(), draft.data());
        const SetupProcess row = withProposal(draft.data(), proposal(), touched);
        QVERIFY(!row.startDate.isValid());
        QCOMPARE(row.clusters.size(), 1U);
        QVERIFY(row.customEventType.isEmpty());
        QCOMPARE(row.integrationDetails.size(), 1U); // of the chosen one
        QCOMPARE(row.integrationDetails.front().cluster, family);
        QCOMPARE(row.totalBudget, proposal().totalBudget);
    }

    void anotherCurrencyThanTheBudgetsIsNotTaken()
    {
        SetupProcess row = blank();
        row.totalBudget = Money{5'000, QStringLiteral("JPY")};
        TouchedFields touched;
        touched.note(blank(), row);
        QVERIFY(withProposal(row, proposal(), touched).currency.isEmpty());
    }

    void whatWasTakenBackIsTouchedAllTheSame()
    {
        SetupProcess typed = blank();
        typed.dsaPayor = QStringLiteral("t");
        TouchedFields touched;
        touched.note(blank(), typed);
        touched.note(typed, blank());
        const SetupProcess row = withProposal(blank(), proposal(), touched);
        QVERIFY(row.dsaPayor.isEmpty());
        QCOMPARE(row.dsaBeneficiary, QStringLiteral("Acme"));
    }

    // Whatever was done before it came: nothing touched changes, every step of undo takes back what it took
    // back before and nothing of the proposal, and undoing everything leaves the untouched part of it.
    void itGoesUnderWhateverWasTyped()
    {
        const bool held = rc::check([] {
            SetupDraft draft;
            draft.setMergeWindow(std::chrono::milliseconds(*rc::gen::element(-1, 10'000)));
            draft.replace(blank(), Origin::Loaded);
            TouchedFields touched;
            SetupProcess last = draft.data();
            connect(&draft, &SetupDraft::changed, &draft, [&] {
                touched.note(last, draft.data());
                last = draft.data();
            });
            const quint64 mark = draft.mark();
            const auto steps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, kinds));
            for (size_t i = 0; i < steps.size(); ++i)
                act(draft, steps[i], static_cast<int>(i));

            // The rows that undo leads to, before and after.
            const auto rows = [&draft] {
                std::vector<SetupProcess> found;
                QUndoStack &stack = draft.undoStack();
                const int index = stack.index();
                for (int i = 0; i <= stack.count(); ++i) {
                    stack.setIndex(i);
                    found.push_back(draft.data());
                }
                stack.setIndex(index);
                return found;
            };
            const TouchedFields seen = touched;
            const std::vector<SetupProcess> before = rows();
            const SetupProcess stood = draft.data();
            const quint64 revision = draft.revision();
            const int index = draft.undoIndex();
            draft.underlay(mark, SetupDraft::Underlay::Beginning,
                           [&](SetupProcess &row) { row = withProposal(row, proposal(), seen); });
            RC_ASSERT(draft.revision() == revision);
            RC_ASSERT(draft.undoIndex() == index);
            RC_ASSERT(draft.data() == withProposal(stood, proposal(), seen));
            for (const FieldDifference &field : differences(stood, draft.data()))
                RC_ASSERT(!seen.has(qPrintable(field.path.section)));
            const std::vector<SetupProcess> after = rows();
            RC_ASSERT(after.size() == before.size());
            for (size_t i = 0; i < after.size(); ++i)
                RC_ASSERT(after[i] == withProposal(before[i], proposal(), seen));
        });
        QVERIFY(held);
    }

    void asAnEditItCountsAsOne()
    {
        SetupDraft draft;
        draft.replace(blank(), Origin::Loaded);
        QSignalSpy changed(&draft, &SetupDraft::changed);
        draft.underlay(draft.mark(), SetupDraft::Underlay::Edit,
                       [](SetupProcess &row) { row = withProposal(row, proposal(), {}); });
        QCOMPARE(draft.revision(), 1U);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!draft.undoStack().canUndo());
        draft.underlay(draft.mark(), SetupDraft::Underlay::Edit, [](SetupProcess &) {});
        QCOMPARE(draft.revision(), 1U);
    }

    // Steps of an earlier run lead to how the draft was before; what came under it later isn't in them.
    void stepsBeforeTheMarkKeepTheirRows()
    {
        SetupDraft draft;
        draft.setMergeWindow(std::chrono::milliseconds(-1));
        draft.replace(blank(), Origin::Loaded);
        draft.setCreative(mine, 0, {});
        draft.removeCreative(mine, 0);
        const quint64 mark = draft.mark();
        draft.setDsa(QStringLiteral("typed"), {});
        draft.underlay(mark, SetupDraft::Underlay::Beginning,
                       [](SetupProcess &row) { row.goal = Goal::Roas; });
        draft.undoStack().undo();
        QCOMPARE(draft.data().goal, OpenEnum<Goal>(Goal::Roas));
        QVERIFY(draft.data().dsaPayor.isEmpty());
        draft.undoStack().undo();
        QCOMPARE(draft.data().goal, OpenEnum<Goal>());
        QCOMPARE(draft.data().creatives.size(), 1U);
        draft.undoStack().redo();
        draft.undoStack().redo();
        QCOMPARE(draft.data().dsaPayor, QStringLiteral("typed"));
        QCOMPARE(draft.data().goal, OpenEnum<Goal>(Goal::Roas));
    }
};

QTEST_GUILESS_MAIN(TestProposal)
#include "test_proposal.moc"
