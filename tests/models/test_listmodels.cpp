#include "models/items/issuelistmodel.h"
#include "models/items/packagelistmodel.h"
#include "models/rules/progress.h"
#include "models/setupgenerators.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace groundswell;

namespace {

constexpr auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;

AudiencePackage package(const char *id, const char *title)
{
    AudiencePackage result;
    result.id = PackageId(QString::fromLatin1(id));
    result.title = QString::fromLatin1(title);
    return result;
}

ClusterRef cluster(const char *name)
{
    return {ClusterName(QString::fromLatin1(name)), 42};
}

QString shown(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestListModels : public QObject {
    Q_OBJECT
public:
    static void initMain() { testing::useFixedSeed(); }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void refreshTouchesOnlyWhatDiffers()
    {
        PackageListModel model;
        QAbstractItemModelTester tester(&model, mode);
        model.setPackages({package("a", "A"), package("b", "B"), package("c", "C")});
        const QPersistentModelIndex kept = model.index(1, 0);

        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setPackages({package("a", "A"), package("b", "B2"), package("d", "D")});
        QCOMPARE(removed.count(), 1);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(kept.data().toString(), QStringLiteral("B2"));

        changed.clear();
        model.updatePackage(package("d", "D2"));
        model.updatePackage(package("e", "E"));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.rowOf(PackageId(QStringLiteral("e"))), 3);
    }

    void anyRefreshEndsAtTheNewList()
    {
        QVERIFY(rc::check("the tester agrees with every step", [] {
            const auto list = [] {
                std::vector<AudiencePackage> packages;
                const auto ids =
                    *rc::gen::resize(12, rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 8)));
                for (const int id : ids) // keys may even repeat
                    packages.push_back(package(qPrintable(QString::number(id)),
                                               qPrintable(QString::number(*rc::gen::inRange(0, 3)))));
                return packages;
            };
            PackageListModel model;
            QAbstractItemModelTester tester(&model, mode);
            for (int n = 0; n < 4; ++n) {
                const auto next = list();
                model.setPackages(next);
                RC_ASSERT(model.rows() == next);
            }
        }));
    }

    void packages()
    {
        PackageListModel model;
        AudiencePackage building = package("p", "Munich shows");
        building.status = PackageStatus::InProgress;
        building.progress = 0.4;
        AudiencePackage done = package("q", "");
        done.status = PackageStatus::Done;
        done.customers = 15'000;
        done.mergeId = QStringLiteral("m");
        AudiencePackage odd = package("r", "R");
        odd.status = OpenEnum<PackageStatus>::fromWire(QStringLiteral("PONDERING"));
        model.setPackages({building, done, odd});
        QCOMPARE(shown(model, 0, PackageListModel::StatusColumn), QStringLiteral("In progress"));
        QCOMPARE(model.index(0, 0).data(PackageListModel::ProgressRole).toDouble(), 0.4);
        QCOMPARE(shown(model, 0, PackageListModel::CustomersColumn), QStringLiteral("—"));
        QCOMPARE(shown(model, 1, PackageListModel::CustomersColumn), QStringLiteral("15,000"));
        QCOMPARE(shown(model, 1, PackageListModel::TitleColumn), QStringLiteral("—"));
        QCOMPARE(model.index(1, PackageListModel::CustomersColumn).data(items::RawRole).toLongLong(), 15'000);
        QVERIFY(model.index(1, 0).data(PackageListModel::TerminalRole).toBool());
        QVERIFY(model.index(1, 0).data(PackageListModel::MergedRole).toBool());
        QCOMPARE(shown(model, 2, PackageListModel::StatusColumn), QStringLiteral("PONDERING"));
        QCOMPARE(model.packageAt(3), nullptr);
    }

    void issuesAreWordedByTheInterface()
    {
        IssueListModel model(
            [](const Issue &issue) -> QString { return QStringLiteral("Please look: ") + issue.messageId; });
        QAbstractItemModelTester tester(&model, mode);
        const Issue first{Severity::Error,
                          {QStringLiteral("goal"), std::nullopt, 0, {}},
                          QStringLiteral("plan.goal.missing"),
                          {}};
        Issue second{Severity::Warning,
                     {QStringLiteral("creatives"), cluster("family"), 0, QStringLiteral("headline")},
                     QStringLiteral("creative.headline.long"),
                     {QStringLiteral("41"), QStringLiteral("40")}};
        model.setIssues({first, second});
        QCOMPARE(shown(model, 0, 0), QStringLiteral("Please look: plan.goal.missing"));
        QCOMPARE(model.index(1, 0).data(IssueListModel::SeverityRole).toInt(), int(Severity::Warning));
        QCOMPARE(model.index(1, 0).data(IssueListModel::SectionRole).toInt(), int(Section::Creative));
        QCOMPARE(model.index(1, 0).data(IssueListModel::PathRole).toString(),
                 QStringLiteral("creatives[tc=family,run=42,0].headline"));

        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        second.arguments.first() = QStringLiteral("42");
        model.setIssues({second});
        QCOMPARE(changed.count(), 1); // typing on keeps the row
        QCOMPARE(model.rowCount(), 1);
    }
};

QTEST_GUILESS_MAIN(TestListModels)
#include "test_listmodels.moc"
