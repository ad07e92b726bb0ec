#include "app/look/inputs/chiplist.h"
#include "app/look/inputs/field.h"
#include "app/look/inputs/inputs.h"
#include "app/look/texts/plantext.h"
#include "models/items/format.h"
#include "models/plan/planmoney.h"
#include "support/sweep.h"
#include "wizard/campaignwizard.h"
#include "wizard/clustereditor.h"
#include "wizard/clusters/clustermodels.h"
#include "wizard/clusters/draftsharing.h"
#include "wizard/creative/creativematrixmodel.h"
#include "wizard/creative/mediafield.h"
#include "wizardfixture.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTest>

using namespace groundswell;

namespace {

struct Bench {
    explicit Bench(PageId page, bool complete = true)
    {
        fillContext(context);
        draft.replace(complete ? completeSetup(context) : SetupProcess(), Origin::Loaded);
        wizard = std::make_unique<CampaignWizard>(draft, context);
        wizard->resize(1280, 800);
        wizard->show();
        QVERIFY(QTest::qWaitForWindowExposed(wizard.get()));
        wizard->jumpTo(page);
        root = wizard->QWizard::currentPage();
    }
    template <class W> W *find(const char *name) const
    {
        return root->findChild<W *>(QString::fromLatin1(name));
    }

    WizardContext context;
    SetupDraft draft;
    std::unique_ptr<CampaignWizard> wizard;
    QWidget *root = nullptr;
};

void dropFile(QWidget *target, const QString &path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    const QPoint at = target->rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &drop);
}

QStringList textsOf(const QWidget *root)
{
    QStringList texts;
    for (const QLabel *label : root->findChildren<QLabel *>())
        texts << label->text();
    return texts;
}

} // namespace

/// What each page does with the draft, through its own controls.
class TestPages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void badAmountsAreNamedAndKept()
    {
        Bench bench(PageId::Plan);
        auto *budget = bench.find<MoneyEdit>("budget");
        budget->setFocus();
        budget->selectAll();
        QTest::keyClicks(budget, QStringLiteral("lots"));
        QCOMPARE(budget->text(), QStringLiteral("lots"));
        QVERIFY(!budget->isReadable());
        QVERIFY(bench.find<Field>("budgetField")->problem().contains(QStringLiteral("lots")));
        QCOMPARE(bench.draft.data().totalBudget, (Money{500000, QStringLiteral("EUR")}));
        budget->selectAll();
        QTest::keyClicks(budget, QStringLiteral("-1"));
        QCOMPARE(bench.draft.data().totalBudget, (Money{-100, QStringLiteral("EUR")}));
        bench.find<QWidget>("startDate")->setFocus();
        QTRY_VERIFY(bench.find<Field>("budgetField")->problem().contains(QStringLiteral("not above zero")));
    }

    void anEndBeforeTheStartIsSaidAtItsField()
    {
        Bench bench(PageId::Plan);
        bench.draft.setDates(QDate(2026, 6, 1), QDate(2026, 5, 25));
        auto *end = bench.find<DayEdit>("endDate");
        end->setFocus();
        bench.find<QWidget>("startDate")->setFocus();
        QTRY_VERIFY(
            bench.find<Field>("endDateField")->problem().contains(QStringLiteral("before it starts")));
    }

    void clustersAreChosenByKeyAndByBox()
    {
        Bench bench(PageId::Clusters, false);
        auto *list = bench.find<QListView>("clusterList");
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(bench.draft.data().clusters.size(), size_t(1));
        const QRect second = list->visualRect(list->model()->index(1, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          QPoint(second.left() + 12, second.center().y()));
        QCOMPARE(bench.draft.data().clusters.size(), size_t(2));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          second.center()); // shows details, chooses nothing
        QCOMPARE(bench.draft.data().clusters.size(), size_t(2));
        QTest::mouseClick(bench.find<QPushButton>("chooseSuggested"), Qt::LeftButton);
        QCOMPARE(bench.draft.data().clusters.size(), size_t(3));
        bench.draft.undoStack().undo();
        QCOMPARE(bench.draft.data().clusters.size(), size_t(2));
    }

    void sharesAreEvenUntilOneIsSet()
    {
        Bench bench(PageId::Clusters);
        const ClusterRef first = bench.draft.data().clusters[0].cluster;
        QCOMPARE(effectiveShare(bench.draft, first), std::optional(1.0 / 3));
        auto *share = bench.find<QDoubleSpinBox>("budgetShare");
        share->setFocus();
        share->selectAll();
        QTest::keyClicks(share, QStringLiteral("50"));
        QTest::keyClick(share, Qt::Key_Tab);
        QCOMPARE(effectiveShare(bench.draft, first), std::optional(0.5));
        QCOMPARE(effectiveShare(bench.draft, bench.draft.data().clusters[1].cluster), std::optional(0.25));
        QTest::mouseClick(bench.find<QPushButton>("evenShares"), Qt::LeftButton);
        QVERIFY(!bench.draft.data().clusters[0].budgetShare);
    }

    void whoGetsTooLittleIsNamedAndHelped()
    {
        Bench bench(PageId::Clusters);
        const auto &chosen = bench.draft.data().clusters;
        QCOMPARE(chosen.size(), size_t(3));
        bench.draft.edit({}, DraftField::Clusters, [](SetupProcess &row) {
            row.clusters[0].budgetShare = 0.6;
            row.clusters[1].budgetShare = 0.4;
        });
        auto *list = bench.find<QListView>("clusterList");
        auto *raise = bench.find<QPushButton>("raiseShare");
        list->setCurrentIndex(list->model()->index(0, 0));
        QVERIFY(!raise->isVisible());
        list->setCurrentIndex(list->model()->index(2, 0));
        QVERIFY(raise->isVisible());
        const QString problem = bench.find<Field>("budgetShareField")->problem();
        const int days = planDays(bench.draft.data());
        const Money floor{500 * days, QStringLiteral("EUR")};
        QVERIFY2(problem.contains(format::money(floor)), qPrintable(problem));
        QTRY_VERIFY(bench.find<QLabel>("clusterHint")->text().contains(QStringLiteral("gets nothing")));
        QTest::mouseClick(raise, Qt::LeftButton);
        const PlanMoney money = planMoney(bench.draft.data(), Money{500, QStringLiteral("EUR")});
        for (const PlanMoney::Part &part : money.parts)
            QVERIFY(!part.belowFloor);
        QCOMPARE(money.remainder->minor, 0);
        QVERIFY(!raise->isVisible());
        QVERIFY(bench.find<Field>("budgetShareField")->problem().isEmpty());
        QTRY_VERIFY(!bench.find<QLabel>("clusterHint")->isVisible());
        bench.draft.undoStack().undo(); // in one step
        QVERIFY(!chosen[2].budgetShare);
    }

    void theReviewTellsWhatIsPublished()
    {
        Bench bench(PageId::Review);
        bench.draft.setTotalBudget(Money{500'001, QStringLiteral("EUR")});
        QStringList shown;
        QTRY_VERIFY((shown = textsOf(bench.root))
                        .join(u' ')
                        .contains(format::money(Money{500'001, QStringLiteral("EUR")})));
        for (const PlanMoney::Part &part : planMoney(bench.draft.data()).parts)
            QVERIFY(shown.join(u' ').contains(format::money(part.amount)));
    }

    void amountsAreTypedInTheirCurrency_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("minor"); // -1 = no amount
        QTest::addColumn<QString>("left"); // what stands there afterwards
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        const QLocale german(QLocale::German, QLocale::Germany);
        const auto row = [](const QLocale &locale, const char *currency, const char *typed, qint64 minor,
                            const char *left) {
            QTest::addRow("%s %s %s", qPrintable(locale.bcp47Name()), currency, typed)
                << locale << QString::fromLatin1(currency) << QString::fromLatin1(typed) << minor
                << QString::fromLatin1(left);
        };
        row(english, "KWD", "12.345", 12'345, "12.345");
        row(german, "KWD", "12,345", 12'345, "12,345");
        row(german, "KWD", "12.345,678", 12'345'678, "12.345,678");
        row(english, "KWD", "12.5", 12'500, "12.500");
        row(german, "KWD", "12", 12'000, "12");
        row(english, "KWD", "12.3456", -1, "12.3456");
        row(english, "JPY", "128000", 128'000, "128,000");
        row(german, "JPY", "128.000", 128'000, "128.000");
        row(english, "JPY", "1280.5", -1, "1280.5");
        row(english, "KRW", "12000.00", 12'000, "12,000");
        row(english, "EUR", "12.34", 1234, "12.34");
        row(english, "EUR", "1.500,50", -1, "1.500,50");
        row(english, "EUR", "1.505", -1, "1.505"); // thousands of another country, or a slip
    }
    void amountsAreTypedInTheirCurrency()
    {
        QFETCH(const QLocale, locale);
        QFETCH(const QString, currency);
        QFETCH(const QString, typed);
        QFETCH(const qint64, minor);
        MoneyEdit edit;
        edit.setLocale(locale);
        edit.setCurrency(currency);
        std::optional<Money> money;
        connect(&edit, &MoneyEdit::edited, this, [&](const std::optional<Money> &read) { money = read; });
        edit.show();
        edit.setFocus();
        QTest::keyClicks(&edit, typed);
        QCOMPARE(edit.isReadable(), minor >= 0);
        if (minor >= 0)
            QCOMPARE(money, std::optional(Money{minor, currency}));
        QFocusEvent left(QEvent::FocusOut);
        QApplication::sendEvent(&edit, &left);
        QTEST(edit.text(), "left");
    }

    void theSliderMovesByWholeUnits()
    {
        Bench bench(PageId::Plan);
        BudgetLimits limits;
        limits.lower = Money{8'750, QStringLiteral("KWD")};
        limits.upper = Money{412'345, QStringLiteral("KWD")};
        bench.draft.setTotalBudget(limits.lower);
        bench.context.setBudgetLimits(limits);
        auto *slider = bench.find<QSlider>("budgetSlider");
        slider->setValue(slider->maximum() / 3);
        QCOMPARE(bench.draft.data().totalBudget->minor % 1000, 0);
        slider->setValue(slider->maximum());
        QCOMPARE(bench.draft.data().totalBudget, limits.upper);
    }

    void clusterModelsKeepTheirPromises()
    {
        WizardContext context;
        fillContext(context, 12);
        SetupDraft draft;
        draft.replace(completeSetup(context), Origin::Loaded);
        IssueBoard issues(draft, context);
        ClusterChoiceModel choice(draft, context);
        ChosenClusterModel chosen(draft, context, issues, Section::Creative);
        CreativeMatrixModel matrix(draft, context, issues);
        QAbstractItemModelTester choiceTester(&choice,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester chosenTester(&chosen,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester matrixTester(&matrix,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        draft.setClusterChosen(context.clusters()->clusters[5].cluster, true);
        draft.setClusterChosen(context.clusters()->clusters[0].cluster, false);
        draft.undoStack().undo();
        QCOMPARE(chosen.rowCount(), 4);
        QCOMPARE(matrix.rowCount(), 4);
        // A cluster that a newer run no longer has stays in the list, so that it can be left out.
        fillContext(context, 3);
        QCOMPARE(choice.rowCount(), 4);
    }

    void mediaComesByDropAndOnlyIfItIsMedia()
    {
        Bench bench(PageId::Creative);
        QSignalSpy chosen(bench.wizard.get(), &CampaignWizard::mediaChosen);
        auto *media = bench.find<MediaField>("mediaUrl");
        dropFile(media, QStringLiteral("/tmp/poster.PNG"));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(2).toString(), QStringLiteral("/tmp/poster.PNG"));
        dropFile(media, QStringLiteral("/tmp/budget.xlsx"));
        QCOMPARE(chosen.size(), 1);
        QVERIFY(bench.find<Field>("mediaUrlField")->problem().contains(QStringLiteral("budget.xlsx")));
        QTest::mouseClick(bench.find<QPushButton>("mediaRemove"), Qt::LeftButton);
        QVERIFY(bench.draft.data().creatives.front().mediaUrl.isEmpty());
        QVERIFY(!bench.draft.data().creatives.front().mediaType.isSet());
    }

    void oneTextServesAllClusters()
    {
        Bench bench(PageId::Creative);
        QTest::mouseClick(bench.find<QAbstractButton>("headlineForAll"), Qt::LeftButton);
        for (const Creative &creative : bench.draft.data().creatives)
            QCOMPARE(creative.headline, bench.draft.data().creatives.front().headline);
        bench.draft.undoStack().undo();
        QVERIFY(bench.draft.data().creatives[1].headline != bench.draft.data().creatives[0].headline);
    }

    void sharingKeepsWhatOnlyTheTargetKnows()
    {
        WizardContext context;
        fillContext(context);
        SetupProcess row = completeSetup(context, 2);
        row.creatives[1].extra = {{QStringLiteral("future"), 1}};
        row.creatives.push_back(row.creatives[0]); // a second variant of the first cluster
        row.creatives.back().headline = QStringLiteral("Variant");
        shareCreative(row, row.clusters[0].cluster, 0, {});
        QCOMPARE(row.creatives[1].headline, row.creatives[0].headline);
        QCOMPARE(row.creatives[1].cluster, row.clusters[1].cluster);
        QVERIFY(row.creatives[1].extra.contains(QStringLiteral("future")));
        QCOMPARE(row.creatives[2].headline, QStringLiteral("Variant"));
        row.targeting.pop_back();
        shareTargeting(row, row.clusters[0].cluster);
        QCOMPARE(row.targeting.size(), size_t(2));
        QCOMPARE(row.targeting[1].cluster, row.clusters[1].cluster);
    }

    void variantsAreAddedAndRemoved()
    {
        Bench bench(PageId::Creative);
        const ClusterRef first = bench.draft.data().clusters[0].cluster;
        QTest::mouseClick(bench.find<QPushButton>("addVariant"), Qt::LeftButton);
        QCOMPARE(bench.draft.data().creativesOf(first).size(), size_t(2));
        auto *headline = bench.find<QLineEdit>("headline");
        headline->selectAll();
        QTest::keyClicks(headline, QStringLiteral("Second"));
        QCOMPARE(bench.draft.data().creatives[bench.draft.data().creativesOf(first)[1]].headline,
                 QStringLiteral("Second"));
        QTest::mouseClick(bench.find<QPushButton>("removeVariant"), Qt::LeftButton);
        QCOMPARE(bench.draft.data().creativesOf(first).size(), size_t(1));
    }

    void theTableTakesPasteAndFillDown()
    {
        Bench bench(PageId::Creative);
        bench.find<QTabBar>("creativeTabs")->setCurrentIndex(1);
        auto *table = bench.find<QTableView>("matrixTable");
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, CreativeMatrixModel::Headline));
        QApplication::clipboard()->setText(QStringLiteral("One\tBody one\r\nTwo\tBody two\n"));
        QTest::keyClick(table, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(bench.draft.data().creatives[0].headline, QStringLiteral("One"));
        QCOMPARE(bench.draft.data().creatives[1].body, QStringLiteral("Body two"));
        QTest::mouseClick(bench.find<QPushButton>("matrixFillDown"), Qt::LeftButton);
        QCOMPARE(bench.draft.data().creatives[2].headline, QStringLiteral("One"));
        bench.draft.undoStack().undo();
        bench.draft.undoStack().undo();
        QVERIFY(bench.draft.data().creatives[0].headline != QStringLiteral("One"));
    }

    void placesAreFoundAddedAndChanged()
    {
        Bench bench(PageId::Targeting);
        QSignalSpy asked(bench.wizard.get(), &CampaignWizard::geoSearchRequested);
        auto *search = bench.find<QLineEdit>("geoSearch");
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("Aug"));
        QTRY_COMPARE(asked.size(), 1);
        GeoPlace augsburg;
        augsburg.key = QStringLiteral("2954172");
        augsburg.type = GeoType::City;
        augsburg.name = QStringLiteral("Augsburg");
        augsburg.country = QStringLiteral("DE");
        bench.context.setGeoResults(QStringLiteral("Au"), {augsburg}); // late answer to an older question
        QVERIFY(!bench.find<QListView>("geoResults")->isVisible());
        bench.context.setGeoResults(QStringLiteral("Aug"), {augsburg});
        QVERIFY(bench.find<QListView>("geoResults")->isVisible());
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(bench.wizard->currentPage(), PageId::Targeting); // Enter took the place, it turned no page
        QCOMPARE(bench.draft.data().targeting.front().geo.size(), size_t(2));
        QCOMPARE(bench.draft.data().targeting.front().geo[1].radiusKm, std::optional(25.0));
        auto *excluded = bench.find<QCheckBox>("geoExcluded");
        QTest::mouseClick(excluded, Qt::LeftButton, {}, QPoint(8, excluded->height() / 2));
        QVERIFY(bench.draft.data().targeting.front().geo[1].excluded);
        auto *chip = bench.find<ChipButton>("chip_city_2954172_out");
        QVERIFY(chip);
        chip->setFocus();
        QTest::keyClick(chip, Qt::Key_Delete);
        QTRY_COMPARE(bench.draft.data().targeting.front().geo.size(), size_t(1));
    }

    void integrationsAreSharedOrSingle()
    {
        Bench bench(PageId::Integrations);
        auto *account = bench.find<ChoiceBox>("adAccountId");
        account->setFocus();
        account->lineEdit()->selectAll();
        QTest::keyClicks(account->lineEdit(), QStringLiteral("act_999"));
        QTest::keyClick(account->lineEdit(), Qt::Key_Tab);
        for (const IntegrationDetails &details : bench.draft.data().integrationDetails)
            QCOMPARE(details.adAccountId, QStringLiteral("act_999"));
        auto *single = bench.find<QRadioButton>("integrationSingle");
        QTest::mouseClick(single, Qt::LeftButton, {}, QPoint(8, single->height() / 2));
        account->setFocus();
        account->lineEdit()->selectAll();
        QTest::keyClicks(account->lineEdit(), QStringLiteral("act_1"));
        QTest::keyClick(account->lineEdit(), Qt::Key_Tab);
        QCOMPARE(bench.draft.data().integrationDetails[0].adAccountId, QStringLiteral("act_1"));
        QCOMPARE(bench.draft.data().integrationDetails[1].adAccountId, QStringLiteral("act_999"));
    }

    void suggestedClustersJoinTheSharedAccounts()
    {
        Bench bench(PageId::Clusters);
        bench.draft.setClusterChosen(bench.context.clusters()->clusters[2].cluster, false);
        bench.draft.edit(QStringLiteral("forget"), DraftField::Integrations,
                         [](SetupProcess &row) { row.integrationDetails.pop_back(); });
        QTest::mouseClick(bench.find<QPushButton>("chooseSuggested"), Qt::LeftButton);
        QCOMPARE(bench.draft.data().clusters.size(), size_t(3));
        QCOMPARE(bench.draft.data().integrationDetails.size(), size_t(3));
        // A step that the archive can keep, like every other.
        QCOMPARE(bench.draft.undoTrail().steps.back().text, QStringLiteral("Choose the suggested clusters"));
        bench.draft.undoStack().undo(); // one step for all of them
        QCOMPARE(bench.draft.data().clusters.size(), size_t(2));
    }

    void differingAccountsAreShownOneByOne()
    {
        Bench bench(PageId::Plan);
        bench.draft.edit(QStringLiteral("differ"), DraftField::Integrations, [](SetupProcess &row) {
            row.integrationDetails[1].pageId = QStringLiteral("page_9");
        });
        bench.wizard->jumpTo(PageId::Integrations);
        QVERIFY(bench.wizard->findChild<QRadioButton *>(QStringLiteral("integrationSingle"))->isChecked());
    }

    void theBeneficiaryFollowsThePayor()
    {
        Bench bench(PageId::Dsa);
        auto *payor = bench.find<QLineEdit>("dsaPayor");
        payor->setFocus();
        payor->selectAll();
        QTest::keyClicks(payor, QStringLiteral("Acme"));
        QCOMPARE(bench.draft.data().dsaBeneficiary, QStringLiteral("Acme"));
        QCOMPARE(bench.find<QLabel>("disclosureBeneficiary")->text(), QStringLiteral("Acme"));
        auto *same = bench.find<QCheckBox>("dsaSame");
        QTest::mouseClick(same, Qt::LeftButton, {}, QPoint(8, same->height() / 2));
        auto *beneficiary = bench.find<QLineEdit>("dsaBeneficiary");
        QVERIFY(beneficiary->isEnabled());
        beneficiary->setFocus();
        QTest::keyClick(beneficiary, Qt::Key_End);
        QTest::keyClicks(beneficiary, QStringLiteral(" GmbH"));
        QCOMPARE(bench.draft.data().dsaBeneficiary, QStringLiteral("Acme GmbH"));
        QCOMPARE(bench.draft.data().dsaPayor, QStringLiteral("Acme"));
    }

    void aBudgetBeyondTheLimitsIsShownAndMovedOnlyOnDemand()
    {
        Bench bench(PageId::Plan);
        auto *clamp = bench.find<QPushButton>("budgetClamp");
        QVERIFY(!clamp->isVisible());
        bench.draft.setTotalBudget(Money{2'000'000, QStringLiteral("EUR")});
        QTRY_VERIFY(clamp->isVisible());
        QVERIFY(clamp->text().startsWith(QStringLiteral("Lower it to")));
        QCOMPARE(bench.draft.data().totalBudget->minor, 2'000'000); // said, not changed
        QTest::mouseClick(clamp, Qt::LeftButton);
        QCOMPARE(bench.draft.data().totalBudget->minor, 1'200'000);
        QVERIFY(!clamp->isVisible());
        // Longer runtimes raise the least; the budget stays and says so.
        BudgetLimits limits = *bench.context.budgetLimits();
        limits.lower = Money{1'300'000, QStringLiteral("EUR")};
        limits.upper = Money{1'400'000, QStringLiteral("EUR")};
        bench.context.setBudgetLimits(limits);
        QTRY_VERIFY(clamp->isVisible());
        QVERIFY(clamp->text().startsWith(QStringLiteral("Raise it to")));
        QCOMPARE(bench.draft.data().totalBudget->minor, 1'200'000);
    }

    void theLimitsExplainThemselves()
    {
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        BudgetLimits limits;
        limits.lower = Money{36'000, QStringLiteral("EUR")};
        limits.upper = Money{270'600, QStringLiteral("EUR")};
        QVERIFY(!limitsText(limits, english).contains(u'×'));
        limits.explanation = {{QStringLiteral("floor_per_day"), 5},
                              {QStringLiteral("days"), 24},
                              {QStringLiteral("clusters"), 3},
                              {QStringLiteral("free_seats"), 388},
                              {QStringLiteral("ticket_price"), 46.5},
                              {QStringLiteral("spend_share"), 0.15},
                              {QStringLiteral("audience"), 49'140},
                              {QStringLiteral("upper_reason"), QStringLiteral("remaining_revenue")}};
        const QString seats = limitsText(limits, english);
        for (const char *part :
             {"360.00", "5.00 a day × 24 day(s) × 3 cluster(s)", "15.0%", "388 free seat(s)", "46.50"})
            QVERIFY2(seats.contains(QString::fromUtf8(part)), qPrintable(seats));
        limits.explanation.insert(QStringLiteral("upper_reason"), QStringLiteral("reach"));
        QVERIFY(limitsText(limits, english).contains(QStringLiteral("same 49,140 people")));
        limits.explanation.insert(QStringLiteral("upper_reason"), QStringLiteral("floor"));
        limits.explanation.insert(QStringLiteral("free_seats"), 0);
        QVERIFY(limitsText(limits, english).contains(QStringLiteral("every seat is sold")));
    }

    void whatIsMeasuredStandsApartFromWhatIsAssumed()
    {
        Bench bench(PageId::Plan);
        const QString measured = bench.find<QLabel>("expectedMeasured")->text();
        const QString assumed = bench.find<QLabel>("expectedAssumptions")->text();
        QVERIFY2(measured.contains(QStringLiteral("48,900")), qPrintable(measured));
        QVERIFY2(measured.contains(QStringLiteral("190 of 5,400")), qPrintable(measured));
        QVERIFY2(assumed.contains(QStringLiteral("for a thousand views (your figure)")), qPrintable(assumed));
        QVERIFY(!assumed.contains(QStringLiteral("48,900")));
        QSignalSpy asked(bench.wizard.get(), &CampaignWizard::assumptionsRequested);
        QTest::mouseClick(bench.find<QPushButton>("changeAssumptions"), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        bench.context.setAssumptionsEditable(false);
        QVERIFY(!bench.find<QPushButton>("changeAssumptions")->isVisible());
        // A revenue that nobody can know is no zero.
        ExpectedValue value;
        value.text = QStringLiteral("—");
        value.unit = QStringLiteral("revenue");
        bench.context.setExpectedValue(value);
        QCOMPARE(bench.find<QLabel>("expectedFigure")->text(), QStringLiteral("—"));
        QVERIFY(bench.find<QLabel>("expectedRange")->text().contains(QStringLiteral("price")));
    }

    /// The older documented shape of suggestions names no run, and they may arrive before the run does.
    void suggestionsWithoutARunAreOfTheOneThatIsShown_data()
    {
        QTest::addColumn<bool>("isRunFirst");
        QTest::newRow("run first") << true;
        QTest::newRow("suggestions first") << false;
    }
    void suggestionsWithoutARunAreOfTheOneThatIsShown()
    {
        QFETCH(bool, isRunFirst);
        ClusterRun run;
        run.tcRunId = 42;
        run.clusters.resize(1);
        run.clusters.front().cluster = {ClusterName(QStringLiteral("family")), 42};
        std::vector<SuggestedCluster> suggested(2);
        suggested.front().cluster.tc = ClusterName(QStringLiteral("Family"));
        suggested.back().cluster.tc = ClusterName(QStringLiteral("nobody"));
        WizardContext context;
        if (isRunFirst)
            context.setClusters(run);
        context.setSuggestions(suggested);
        if (!isRunFirst)
            context.setClusters(run);
        QCOMPARE(context.suggestions().size(), 1U);
        QCOMPARE(context.suggestions().front().cluster, run.clusters.front().cluster);
    }

    void theDraftMovesToNewerClusters()
    {
        Bench bench(PageId::Clusters);
        auto *bar = bench.find<QWidget>("newerClusters");
        QVERIFY(!bar->isVisible());
        bench.wizard->offerNewerClusters(); // nothing to move to: nothing happens
        QVERIFY(!bench.wizard->findChild<QDialog *>(QStringLiteral("newerClustersDialog")));
        addNewerRun(bench.context);
        QTRY_VERIFY(bar->isVisible());
        QTest::mouseClick(bar->findChild<QPushButton *>(), Qt::LeftButton);
        auto *dialog = bench.wizard->findChild<QDialog *>(QStringLiteral("newerClustersDialog"));
        QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
        const auto combo = [&](int row) {
            return dialog->findChild<QComboBox *>(QStringLiteral("newerClustersTo%1").arg(row));
        };
        QCOMPARE(combo(1)->currentText(), QStringLiteral("Friends of the great symphony"));
        QCOMPARE(combo(2)->currentText(), QStringLiteral("Sunday matinees"));
        QCOMPARE(combo(3)->currentText(), QStringLiteral("No counterpart"));
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("newerClustersLikeness2"))
                    ->text()
                    .contains(QStringLiteral("84.0%")));
        const QString news = dialog->findChild<QLabel *>(QStringLiteral("newerClustersNew"))->text();
        QVERIFY2(news.contains(QStringLiteral("Film music")) && !news.contains(QStringLiteral("Opera")),
                 qPrintable(news));
        const SetupProcess before = bench.draft.data();

        // The third goes where its texts are wanted.
        combo(3)->setFocus();
        QTest::keyClick(combo(3), Qt::Key_Home);
        QTest::keyClick(combo(3), Qt::Key_Down);
        QTest::keyClick(combo(3), Qt::Key_Down);
        const QString chosen = combo(3)->currentText();
        QVERIFY(chosen != QStringLiteral("No counterpart"));
        bench.context.setOverlaps(bench.context.overlaps()); // late figures leave the choice alone
        QCOMPARE(combo(3)->currentText(), chosen);
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("newerClustersApply")),
                          Qt::LeftButton);

        const SetupProcess &after = bench.draft.data();
        QCOMPARE(after.clusters.size(), size_t(3));
        for (const ChosenCluster &cluster : after.clusters)
            QCOMPARE(cluster.cluster.tcRunId, TcRunId(43));
        const ClusterRef matinees{ClusterName(QStringLiteral("sunday_matinees")), 43};
        QCOMPARE(after.creatives[after.creativesOf(matinees).front()].headline, before.creatives[1].headline);
        QVERIFY(after.targetingOf(matinees));
        QCOMPARE(bench.draft.undoStack().count(), 1);
        bench.draft.undoStack().undo();
        QVERIFY(bench.draft.data() == before);
    }

    void withoutCounterpartTheTextsStay()
    {
        Bench bench(PageId::Clusters);
        addNewerRun(bench.context);
        bench.wizard->offerNewerClusters();
        auto *dialog = bench.wizard->findChild<QDialog *>(QStringLiteral("newerClustersDialog"));
        QVERIFY(dialog);
        const size_t texts = bench.draft.data().creatives.size();
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("newerClustersApply")),
                          Qt::LeftButton);
        QCOMPARE(bench.draft.data().clusters.size(), size_t(2));
        QCOMPARE(bench.draft.data().creatives.size(), texts);
    }

    void theReviewLeadsToTheField()
    {
        Bench bench(PageId::Review);
        QCOMPARE(bench.find<QLabel>("pageTitle")->text(), QStringLiteral("Ready to publish"));
        bench.draft.edit(QStringLiteral("break"), DraftField::Targeting,
                         [](SetupProcess &row) { row.targeting[1].geo.clear(); });
        auto *list = bench.find<QListView>("issueList");
        QTRY_VERIFY(bench.find<QLabel>("pageTitle")->text() != QStringLiteral("Ready to publish"));
        const QRect first = list->visualRect(list->model()->index(0, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, first.center());
        QCOMPARE(bench.wizard->currentPage(), PageId::Targeting);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("geoSearch"));
    }

    void changeLinksLeadBack()
    {
        Bench bench(PageId::Review);
        QTest::mouseClick(bench.find<QPushButton>("summaryDsaChange"), Qt::LeftButton);
        QCOMPARE(bench.wizard->currentPage(), PageId::Dsa);
    }

    void theEditorHandsOutTheWholeCluster()
    {
        WizardContext context;
        fillContext(context);
        const SetupProcess setup = completeSetup(context, 1);
        Campaign campaign;
        campaign.eid = setup.eid;
        campaign.cluster = setup.clusters.front().cluster;
        campaign.creatives = {setup.creatives.front()};
        campaign.creatives.front().extra = {{QStringLiteral("future"), true}};
        campaign.targeting = setup.targeting.front();
        campaign.integrationDetails = setup.integrationDetails.front();
        ClusterEditor editor(context);
        editor.edit(campaign, setup);
        editor.show();
        QVERIFY(QTest::qWaitForWindowExposed(&editor));
        auto *save = editor.findChild<QPushButton *>(QStringLiteral("editorSave"));
        QVERIFY(!save->isEnabled());
        auto *headline = editor.findChild<QLineEdit *>(QStringLiteral("headline"));
        headline->setFocus();
        headline->selectAll();
        QTest::keyClicks(headline, QStringLiteral("Edited"));
        QVERIFY(editor.hasChanges());
        QTRY_VERIFY(save->isEnabled());
        QSignalSpy saved(&editor, &ClusterEditor::saveRequested);
        QTest::mouseClick(save, Qt::LeftButton);
        QCOMPARE(saved.size(), 1);
        const CampaignEdit edit = editor.result();
        QCOMPARE(edit.creatives.front().headline, QStringLiteral("Edited"));
        QVERIFY(edit.creatives.front().extra.contains(QStringLiteral("future")));
        QCOMPARE(edit.targeting, campaign.targeting);
        headline->selectAll();
        QTest::keyClick(headline, Qt::Key_Delete);
        QTRY_VERIFY(!save->isEnabled()); // a published ad can't lose its headline
    }
};

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
