#include "models/draft/draftstep.h"
#include "models/setupgenerators.h"

#include <QtTest>

using namespace groundswell;

namespace {

/// As another version of the same row: what the service writes itself plays no part.
SetupProcess versionOf(SetupProcess row, const SetupProcess &first)
{
    row.updatedAt = first.updatedAt;
    return row;
}

/// The same patch after a stay on disk.
RowPatch stored(const RowPatch &patch)
{
    const QByteArray bytes = QJsonDocument(patch.toJson()).toJson();
    return RowPatch::fromJson(QJsonDocument::fromJson(bytes).object()).value();
}

} // namespace

class TestRowPatch : public QObject {
    Q_OBJECT
public:
    static void initMain() { testing::useFixedSeed(); }

private Q_SLOTS:
    void leadsThereAndBack()
    {
        QVERIFY(rc::check("a patch gives the later row, and back the earlier one, also from disk", [] {
            const SetupProcess before = *testing::setupProcess();
            const SetupProcess after = versionOf(*testing::setupProcess(), before);
            for (const RowPatch &patch :
                 {RowPatch::between(before, after), stored(RowPatch::between(before, after))}) {
                RC_ASSERT(patch.applied(before) == std::optional(after));
                RC_ASSERT(patch.reverted(after) == std::optional(before));
            }
        }));
    }

    void theSameRowNeedsNone()
    {
        QVERIFY(rc::check("nothing changed, nothing kept", [] {
            SetupProcess row = *testing::setupProcess();
            const SetupProcess before = row;
            row.updatedAt = QDateTime::fromMSecsSinceEpoch(5, Qt::UTC);
            RC_ASSERT(RowPatch::between(before, row).isEmpty());
        }));
    }

    void isAsSmallAsTheEdit()
    {
        SetupProcess before;
        for (int i = 0; i < 600; ++i) {
            Creative creative;
            creative.cluster = {ClusterName(QStringLiteral("tc%1").arg(i / 3)), 42};
            creative.body = QString(300, u'x');
            before.creatives.push_back(creative);
        }
        SetupProcess after = before;
        after.creatives[317].headline = QStringLiteral("New");
        const QByteArray bytes =
            QJsonDocument(RowPatch::between(before, after).toJson()).toJson(QJsonDocument::Compact);
        QVERIFY2(bytes.size() < 2'000, qPrintable(QString::number(bytes.size())));
    }

    void refusesARowThatItDoesntFit()
    {
        SetupProcess before;
        before.creatives.resize(3);
        SetupProcess after = before;
        after.creatives[2].headline = QStringLiteral("New");
        QVERIFY(!RowPatch::between(before, after).applied(SetupProcess()));
        QVERIFY(!RowPatch::between(before, after).reverted(SetupProcess()));
    }

    void refusesADamagedRecord()
    {
        QVERIFY(!RowPatch::fromJson({{QStringLiteral("creatives"), QStringLiteral("?")}}));
        QVERIFY(!RowPatch::fromJson(
            {{QStringLiteral("targeting"), QJsonObject{{QStringLiteral("removed"), QJsonArray{1}}}}}));
    }

    void aStepKeepsItsNameAndField()
    {
        SetupProcess before;
        SetupProcess after;
        after.totalBudget = Money{70'000, QStringLiteral("JPY")}; // the row names no currency
        DraftStep step;
        step.text = QStringLiteral("Change the budget");
        step.field = FieldPath::fromString(QStringLiteral("totalBudget"));
        step.fields = DraftField::Budget | DraftField::Dates;
        step.patch = RowPatch::between(before, after);
        const auto read = DraftStep::fromJson(step.toJson());
        QVERIFY(read);
        QCOMPARE(read->text, step.text);
        QVERIFY(read->field == step.field);
        QCOMPARE(read->fields, step.fields);
        QVERIFY(read->patch == step.patch);
    }
};

QTEST_GUILESS_MAIN(TestRowPatch)
#include "test_rowpatch.moc"
