#include "app/look/pieces/steprail.h"
#include "support/sweep.h"
#include "wizard/campaignwizard.h"
#include "wizardfixture.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace groundswell;

namespace {

/// A wizard in view, over a draft with three complete clusters or over an empty one.
struct Bench {
    explicit Bench(bool complete = true, int clusters = 7)
    {
        fillContext(context, clusters);
        draft.replace(complete ? completeSetup(context) : SetupProcess(), Origin::Loaded);
        wizard = std::make_unique<CampaignWizard>(draft, context);
        wizard->resize(1280, 800);
        wizard->show();
        QVERIFY(QTest::qWaitForWindowExposed(wizard.get()));
        wizard->activateWindow();
        QTRY_VERIFY(wizard->isActiveWindow());
    }
    template <class W> W *find(const char *name) const
    {
        // Pages keep their widgets; the one in view is meant.
        const auto all = wizard->findChildren<W *>(QString::fromLatin1(name));
        for (W *widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    void click(const char *name) const { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }

    WizardContext context;
    SetupDraft draft;
    std::unique_ptr<CampaignWizard> wizard;
};

} // namespace

/// The wizard's mechanics with real keys and clicks: nothing is lost, nothing skips, nothing closes.
class TestCampaignWizard : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void typingGoesIntoTheDraftAndSurvivesBackAndNext()
    {
        Bench bench;
        bench.wizard->jumpTo(PageId::Creative);
        auto *headline = bench.find<QLineEdit>("headline");
        headline->setFocus();
        headline->selectAll();
        QTest::keyClicks(headline, QStringLiteral("Under the open sky"));
        QCOMPARE(bench.draft.data().creatives.front().headline, QStringLiteral("Under the open sky"));
        bench.click("backButton");
        QCOMPARE(bench.wizard->currentPage(), PageId::Clusters);
        bench.click("nextButton");
        QCOMPARE(bench.find<QLineEdit>("headline")->text(), QStringLiteral("Under the open sky"));
    }

    void aDoubleClickOnNextTurnsOnePage()
    {
        Bench bench;
        auto *next = bench.find<QAbstractButton>("nextButton");
        // What a mouse sends for a double click: press, release, double click, release.
        QTest::mouseClick(next, Qt::LeftButton);
        QTest::mouseDClick(next, Qt::LeftButton);
        QTest::mouseRelease(next, Qt::LeftButton);
        QCOMPARE(bench.wizard->currentPage(), PageId::Clusters);
    }

    void nextStaysAliveAfterEveryJump()
    {
        Bench bench;
        bench.wizard->jumpTo(PageId::Review);
        QTest::mouseClick(bench.wizard->findChild<StepButton *>(QStringLiteral("step2")), Qt::LeftButton);
        QCOMPARE(bench.wizard->currentPage(), PageId::Clusters);
        QVERIFY(bench.find<QAbstractButton>("nextButton")->isEnabled());
        bench.click("nextButton");
        QCOMPARE(bench.wizard->currentPage(), PageId::Creative);
        QTest::keyClick(bench.wizard.get(), Qt::Key_6, Qt::AltModifier);
        QCOMPARE(bench.wizard->currentPage(), PageId::Dsa);
        QTest::keyClick(bench.wizard.get(), Qt::Key_1, Qt::AltModifier);
        QCOMPARE(bench.wizard->currentPage(), PageId::Plan);
        QTest::keyClick(bench.wizard.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(bench.wizard->currentPage(), PageId::Clusters);
    }

    void focusLandsInThePageAfterAJump()
    {
        Bench bench;
        QTest::keyClick(bench.wizard.get(), Qt::Key_6, Qt::AltModifier);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("dsaPayor"));
        QTest::mouseClick(bench.wizard->findChild<StepButton *>(QStringLiteral("step1")), Qt::LeftButton);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("goalTickets"));
        bench.find<QAbstractButton>("nextButton")->setFocus();
        QTest::keyClick(bench.find<QAbstractButton>("nextButton"), Qt::Key_Space);
        QCOMPARE(bench.wizard->currentPage(), PageId::Clusters);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("nextButton"));
    }

    void anUnfinishedPageNeverBlocks()
    {
        Bench bench(false);
        for (int page = 0; page < static_cast<int>(PageId::Review); ++page)
            bench.click("nextButton");
        QCOMPARE(bench.wizard->currentPage(), PageId::Review);
        QVERIFY(!bench.find<QAbstractButton>("publishButton")->isEnabled());
        auto *rail = bench.wizard->findChild<StepRail *>();
        QCOMPARE(rail->state(0), StepState::Attention);
        QCOMPARE(rail->state(2), StepState::Open); // nothing to do there before a cluster is chosen
    }

    void escapeClosesNothing()
    {
        Bench bench;
        QSignalSpy rejected(bench.wizard.get(), &QDialog::rejected);
        QTest::keyClick(bench.find<QAbstractButton>("nextButton"), Qt::Key_Escape);
        QVERIFY(bench.wizard->isVisible());
        QCOMPARE(rejected.size(), 0);
    }

    void undoInATextFieldIsTheDrafts()
    {
        Bench bench;
        bench.wizard->jumpTo(PageId::Creative);
        const QString before = bench.draft.data().creatives.front().headline;
        auto *headline = bench.find<QLineEdit>("headline");
        headline->setFocus();
        headline->selectAll();
        QTest::keyClicks(headline, QStringLiteral("New"));
        QTest::keyClick(headline, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bench.draft.data().creatives.front().headline, before);
        QCOMPARE(headline->text(), before);
        QTest::keyClick(headline, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(bench.draft.data().creatives.front().headline, QStringLiteral("New"));
    }

    void aChangeFromElsewhereLeavesFocusAndCursor()
    {
        Bench bench;
        bench.wizard->jumpTo(PageId::Creative);
        auto *body = bench.find<QPlainTextEdit>("body");
        body->setFocus();
        QTextCursor cursor = body->textCursor();
        cursor.setPosition(7);
        body->setTextCursor(cursor);
        bench.draft.edit(QStringLiteral("merge"), DraftField::Creatives, [](SetupProcess &row) {
            row.creatives.front().headline = QStringLiteral("From a colleague");
        });
        QCOMPARE(bench.find<QLineEdit>("headline")->text(), QStringLiteral("From a colleague"));
        QVERIFY(body->hasFocus());
        QCOMPARE(body->textCursor().position(), 7);
    }

    void hintsComeAfterTouching()
    {
        Bench bench;
        bench.draft.edit(QStringLiteral("clear"), DraftField::Creatives,
                         [](SetupProcess &row) { row.creatives.front().headline.clear(); });
        bench.wizard->jumpTo(PageId::Creative);
        bench.wizard->issues().update();
        auto *headline = bench.find<QLineEdit>("headline");
        QVERIFY(!headline->property("invalid").toBool());
        headline->setFocus();
        QTest::keyClicks(headline, QStringLiteral("x"));
        QTest::keyClick(headline, Qt::Key_Backspace);
        bench.find<QPlainTextEdit>("body")->setFocus();
        QTRY_VERIFY(headline->property("invalid").toBool());
        QVERIFY(headline->accessibleDescription().contains(QStringLiteral("headline")));
    }

    void nextProblemIsFoundWithF8()
    {
        Bench bench;
        const ClusterRef second = bench.draft.data().clusters[1].cluster;
        bench.draft.edit(QStringLiteral("break"), DraftFields(DraftField::All), [](SetupProcess &row) {
            row.creatives[1].body.clear();
            row.dsaPayor.clear();
        });
        bench.wizard->issues().update();
        QTest::keyClick(bench.wizard.get(), Qt::Key_F8);
        QCOMPARE(bench.wizard->currentPage(), PageId::Creative);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("body"));
        auto *body = bench.find<QPlainTextEdit>("body");
        QTest::keyClicks(body, QStringLiteral("Words"));
        QCOMPARE(bench.draft.data().creatives[bench.draft.data().creativesOf(second).front()].body,
                 QStringLiteral("Words"));
        bench.wizard->issues().update();
        QTest::keyClick(bench.wizard.get(), Qt::Key_F8);
        QCOMPARE(bench.wizard->currentPage(), PageId::Dsa);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("dsaPayor"));
    }

    void publishingAsksOnceAndOnlyWhenComplete()
    {
        Bench bench;
        QSignalSpy asked(bench.wizard.get(), &CampaignWizard::publishRequested);
        bench.wizard->jumpTo(PageId::Review);
        auto *publish = bench.find<QAbstractButton>("publishButton");
        QTRY_VERIFY(publish->isEnabled());
        QTest::mouseClick(publish, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        bench.wizard->setPublishing(true);
        QVERIFY(!publish->isEnabled());
        bench.wizard->accept();
        QCOMPARE(asked.size(), 1);
        bench.wizard->setPublishing(false);
        bench.draft.setTotalBudget(std::nullopt);
        bench.wizard->accept();
        QCOMPARE(asked.size(), 1);
        QVERIFY(bench.wizard->isVisible());
    }

    // Who waits may look through the pages, and is told on each why nothing can be changed.
    void whilePublishingEveryPageIsLockedAndSaysWhy()
    {
        Bench bench;
        bench.draft.setDsa(QStringLiteral("Somebody"), QStringLiteral("Else"));
        QVERIFY(bench.wizard->undoAction()->isEnabled());
        bench.wizard->jumpTo(PageId::Review);
        auto *publish = bench.find<QAbstractButton>("publishButton");
        QTRY_VERIFY(publish->isEnabled());
        QVERIFY(publish->toolTip().isEmpty());
        const quint64 revision = bench.draft.revision();
        bench.wizard->setPublishing(true);
        QVERIFY(!publish->toolTip().isEmpty());
        QCOMPARE(publish->accessibleDescription(), publish->toolTip());
        QVERIFY(!bench.wizard->undoAction()->isEnabled());
        QTest::keyClick(bench.wizard.get(), Qt::Key_Z, Qt::ControlModifier);
        for (int id = 0; id <= static_cast<int>(PageId::Review); ++id) {
            bench.wizard->jumpTo(static_cast<PageId>(id));
            const QWidget *page = bench.wizard->page(id);
            const auto *note = page->findChild<QWidget *>(QStringLiteral("pageNote"));
            QVERIFY2(note && note->isVisible() && note->isEnabled(), qPrintable(QString::number(id)));
            QCOMPARE(note->accessibleName(), publish->toolTip());
            QCOMPARE(page->accessibleDescription(), publish->toolTip());
            QCOMPARE(sweep::accessibilityFindings(bench.wizard.get()), QStringList());
            for (const auto *button : page->findChildren<QAbstractButton *>()) {
                const bool dismisses = note->isAncestorOf(button);
                QVERIFY2(dismisses || !button->isEnabled(), qPrintable(button->objectName()));
            }
        }
        const auto *title = bench.wizard->page(0)->findChild<QWidget *>(QStringLiteral("pageTitle"));
        QVERIFY(!title->isEnabled());
        QCOMPARE(title->palette().color(QPalette::Disabled, QPalette::WindowText),
                 title->palette().color(QPalette::Active, QPalette::WindowText)); // it is read meanwhile
        QCOMPARE(bench.draft.revision(), revision);
        bench.wizard->jumpTo(PageId::Review);
        bench.wizard->setPublishing(false);
        QVERIFY(publish->isEnabled() && publish->toolTip().isEmpty());
        QVERIFY(bench.wizard->undoAction()->isEnabled());
        const auto *note = bench.wizard->page(static_cast<int>(PageId::Review))
                               ->findChild<QWidget *>(QStringLiteral("pageNote"));
        QVERIFY(note && !note->isVisible());
        bench.wizard->jumpTo(PageId::Plan);
        QVERIFY(!bench.wizard->page(0)->findChild<QWidget *>(QStringLiteral("pageNote"))->isVisible());
        QVERIFY(bench.find<QWidget>("budget")->isEnabled());
    }

    void aFrozenDraftCanBeReadAndNotWritten()
    {
        Bench bench;
        bench.draft.setReadOnly(true);
        bench.wizard->jumpTo(PageId::Creative);
        auto *headline = bench.find<QLineEdit>("headline");
        const QString before = headline->text();
        headline->setFocus();
        QTest::keyClicks(headline, QStringLiteral("x"));
        QCOMPARE(headline->text(), before);
        bench.wizard->jumpTo(PageId::Review);
        QVERIFY(!bench.find<QAbstractButton>("publishButton")->isEnabled());
    }

    void whatIsOpenElsewhereIsNotSaidToBePublished()
    {
        WizardContext context;
        fillContext(context, 7);
        context.setInUse(true);
        SetupDraft draft;
        draft.replace(completeSetup(context), Origin::Loaded);
        draft.setReadOnly(true);
        CampaignWizard wizard(draft, context);
        wizard.show();
        for (const PageId page : {PageId::Plan, PageId::Targeting, PageId::Review}) {
            wizard.jumpTo(page);
            const QWidget *shown = wizard.page(static_cast<int>(page));
            QVERIFY(shown->accessibleDescription().contains(QStringLiteral("another window")));
            QVERIFY(!shown->accessibleName().contains(QStringLiteral("Published")));
        }
        const auto *publish = wizard.button(QWizard::FinishButton);
        QVERIFY(!publish->isEnabled());
        QVERIFY2(publish->toolTip().contains(QStringLiteral("another window")),
                 qPrintable(publish->toolTip()));
        const auto *forAll = wizard.findChild<QAbstractButton *>(QStringLiteral("targetingForAll"));
        QVERIFY2(forAll->toolTip().contains(QStringLiteral("only be read")), qPrintable(forAll->toolTip()));
    }

    // Not even after a change that came from elsewhere.
    void nothingIsUndoneWhilePublishing()
    {
        Bench bench;
        bench.wizard->setPublishing(true);
        bench.draft.setDsa(QStringLiteral("Somebody"), QStringLiteral("Somebody"));
        QVERIFY(bench.draft.undoStack().canUndo());
        QVERIFY(!bench.wizard->undoAction()->isEnabled());
        bench.draft.undoStack().undo();
        QVERIFY(!bench.wizard->redoAction()->isEnabled());
        bench.wizard->setPublishing(false);
        QVERIFY(bench.wizard->redoAction()->isEnabled());
    }

    void planChangesAreTold()
    {
        Bench bench;
        QSignalSpy told(bench.wizard.get(), &CampaignWizard::planChanged);
        auto *budget = bench.find<QLineEdit>("budget");
        budget->setFocus();
        budget->selectAll();
        QTest::keyClicks(budget, QStringLiteral("900"));
        QCOMPARE(bench.draft.data().totalBudget, (Money{90000, QStringLiteral("EUR")}));
        QVERIFY(told.size() >= 1);
        bench.click("goalReach");
        QVERIFY(bench.draft.data().goal.is(Goal::Visibility));
    }

    void twoHundredClustersCostNoWidgets()
    {
        const auto widgets = [](int clusters) {
            Bench bench(true, std::max(clusters, 7));
            bench.draft.edit(QStringLiteral("all"), DraftField::Clusters, [&](SetupProcess &row) {
                row.clusters.clear();
                for (int i = 0; i < clusters; ++i)
                    row.clusters.push_back(
                        {bench.context.clusters()->clusters[static_cast<size_t>(i)].cluster,
                         std::nullopt,
                         {}});
            });
            for (int page = 0; page <= static_cast<int>(PageId::Review); ++page)
                bench.wizard->jumpTo(static_cast<PageId>(page));
            return bench.wizard->findChildren<QWidget *>().size();
        };
        const auto few = widgets(7);
        const auto many = widgets(200);
        QVERIFY2(many - few < 40,
                 qPrintable(QStringLiteral("%1 widgets for 7 clusters, %2 for 200").arg(few).arg(many)));
    }

    void everyPageIsReachableByTab()
    {
        Bench bench;
        for (int page = 0; page <= static_cast<int>(PageId::Review); ++page) {
            bench.wizard->jumpTo(static_cast<PageId>(page));
            const QStringList order =
                sweep::tabOrder(bench.find<QAbstractButton>(page == 0 ? "step1" : "backButton"));
            QVERIFY2(!order.join(QLatin1Char(' ')).contains(QStringLiteral("trap")),
                     qPrintable(order.join(QStringLiteral(", "))));
            QVERIFY2(order.contains(page == static_cast<int>(PageId::Review) ? QStringLiteral("publishButton")
                                                                             : QStringLiteral("nextButton")),
                     qPrintable(order.join(QStringLiteral(", "))));
            QVERIFY2(order.size() > 6, qPrintable(order.join(QStringLiteral(", "))));
        }
    }
};

QTEST_MAIN(TestCampaignWizard)
#include "tst_campaignwizard.moc"
