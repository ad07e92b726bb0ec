#include "app/autosave/reconcile.h"

#include <QTest>

using namespace groundswell;
using Verdict = Reconciliation::Verdict;

namespace {

SetupProcess row(const char *payor, const char *beneficiary = "b")
{
    SetupProcess result;
    result.eid = EventId(QStringLiteral("e"));
    result.dsaPayor = QLatin1StringView(payor);
    result.dsaBeneficiary = QLatin1StringView(beneficiary);
    return result;
}

} // namespace

class TestReconcile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatTheServiceWritesItselfIsNoDifference()
    {
        SetupProcess a = row("x");
        SetupProcess b = a;
        b.updatedAt = QDateTime::currentDateTimeUtc();
        QVERIFY(sameContent(a, b));
        QCOMPARE(reconcile(a, row("base"), {}, b).verdict, Verdict::Mine);
    }

    void theKnownRowIsNoNews()
    {
        QCOMPARE(reconcile(row("mine"), row("base"), {}, row("base")).verdict, Verdict::Base);
    }

    void aLateWriteOfOurOwnIsRecognised()
    {
        QCOMPARE(reconcile(row("mine"), row("base"), {row("early"), row("later")}, row("early")).verdict,
                 Verdict::OwnEarlier);
    }

    void somebodyElsesFieldIsMerged()
    {
        const auto found = reconcile(row("mine"), row("base"), {}, row("base", "theirs"));
        QCOMPARE(found.verdict, Verdict::Merged);
        QCOMPARE(found.merge.merged, row("mine", "theirs"));
    }

    void theSameFieldIsAConflict()
    {
        const auto found = reconcile(row("mine"), row("base"), {}, row("theirs"));
        QCOMPARE(found.verdict, Verdict::Conflict);
        QCOMPARE(found.merge.conflicts.size(), 1U);
    }

    // They edited on top of a late write of ours: its payor is ours, not theirs.
    void ourEarlierValueInTheirRowIsNotTheirEdit()
    {
        const auto found = reconcile(row("mine"), row("base"), {row("early")}, row("early", "theirs"));
        QCOMPARE(found.verdict, Verdict::Merged);
        QCOMPARE(found.merge.merged, row("mine", "theirs"));
    }

    // Both are as near: the one that the server is known to have held is the more likely ancestor.
    void theKnownRowIsTheFirstChoice()
    {
        const auto found = reconcile(row("mine", "known"), row("early", "known"), {row("early", "older")},
                                     row("early", "theirs"));
        QCOMPARE(found.verdict, Verdict::Merged);
        QCOMPARE(found.merge.merged, row("mine", "theirs"));
    }

    // Typed, sent, and undone: their row on top of what was undone must not bring it back.
    void whatWasUndoneDoesNotComeBack()
    {
        const auto found = reconcile(row("base"), row("base"), {row("undone")}, row("undone", "theirs"));
        QCOMPARE(found.verdict, Verdict::Merged);
        QCOMPARE(found.merge.merged, row("base", "theirs"));
    }
};

QTEST_GUILESS_MAIN(TestReconcile)
#include "tst_reconcile.moc"
