#include "app/look/inputs/chiplist.h"
#include "app/look/inputs/field.h"
#include "app/look/pieces/adpreview.h"
#include "app/look/pieces/messagebar.h"
#include "app/look/pieces/savestatelabel.h"
#include "app/look/pieces/steprail.h"
#include "app/look/style/icons.h"
#include "app/look/style/typography.h"
#include "app/look/texts/calltoactiontext.h"
#include "app/look/texts/graphemes.h"
#include "app/look/texts/problemtext.h"
#include "models/rules/textlength.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace groundswell;

namespace {

SaveState stateOf(SaveState::Kind kind)
{
    SaveState state;
    state.kind = kind;
    return state;
}

} // namespace

class TestPieces : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void graphemesCountAsAReaderDoes()
    {
        QCOMPARE(graphemeCount(QStringLiteral("Grüße")), 5);
        const QString family = QString::fromUtf8("👨‍👩‍👧‍👦");
        QCOMPARE(graphemeCount(family), 1);
        QCOMPARE(graphemesLeft(QStringLiteral("ab") + family + QStringLiteral("c"), 3),
                 QStringLiteral("ab") + family);
        QCOMPARE(graphemesLeft(QStringLiteral("ab"), 9), QStringLiteral("ab"));
    }

    void callToActionSpeaksTheAdsLanguage()
    {
        QCOMPARE(callToActionText(QStringLiteral("BUY_TICKETS"), QStringLiteral("de-AT")),
                 QStringLiteral("Tickets kaufen"));
        QCOMPARE(callToActionText(QStringLiteral("BUY_TICKETS"), QStringLiteral("fr")),
                 QStringLiteral("Buy tickets"));
        QCOMPARE(callToActionText(QStringLiteral("SOMETHING_NEW"), QStringLiteral("en")),
                 QStringLiteral("Something new"));
    }

    void iconsAreTintedAndMissingOnesAreNull()
    {
        QVERIFY(icon(QStringLiteral("no-such-icon")).isNull());
        const QIcon known = icon(QStringLiteral("check"), Token::Bad);
        QVERIFY(!known.isNull());
        const QImage image = known.pixmap(QSize(32, 32)).toImage();
        const QColor wanted = colour(QApplication::palette(), Token::Bad);
        int painted = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() == 255) {
                    QCOMPARE(image.pixelColor(x, y).rgb(), wanted.rgb());
                    ++painted;
                }
            }
        }
        QVERIFY(painted > 10);
    }

    void fieldNamesAndDescribesItsControl()
    {
        auto *edit = new QLineEdit;
        Field field(QStringLiteral("&Headline"), edit, QStringLiteral("headline"));
        QCOMPARE(edit->accessibleName(), QStringLiteral("Headline"));
        field.setHint(QStringLiteral("Short."));
        field.setProblem(QStringLiteral("Write one."));
        QCOMPARE(edit->accessibleDescription(), QStringLiteral("Write one. Short."));
        QCOMPARE(edit->property("invalid").toBool(), true);
        field.setProblem({});
        QCOMPARE(edit->property("invalid").toBool(), false);
        auto *hint = field.findChild<QLabel *>(QStringLiteral("headlineHint"));
        QVERIFY(hint);
        QCOMPARE(hint->text(), QStringLiteral("Short."));
        field.setCounter(41, 40);
        QCOMPARE(field.findChild<QLabel *>(QStringLiteral("headlineCounter"))->text(),
                 QStringLiteral("41 / 40"));
    }

    void chipsLeaveByKeyAndByCross()
    {
        ChipList list;
        list.setChips({{QStringLiteral("a"), QStringLiteral("Augsburg"), {}, false},
                       {QStringLiteral("b"), QStringLiteral("Berlin"), {}, true},
                       {QStringLiteral("c"), QStringLiteral("Celle"), {}, false}});
        list.resize(400, 60);
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        QSignalSpy removed(&list, &ChipList::removed);
        QSignalSpy activated(&list, &ChipList::activated);
        auto *second = list.findChild<ChipButton *>(QStringLiteral("chip_b"));
        QVERIFY(second);
        QCOMPARE(second->accessibleName(), QStringLiteral("Berlin, excluded"));
        second->setFocus();
        QTest::keyClick(second, Qt::Key_Delete);
        QTRY_COMPARE(removed.size(), 1);
        QCOMPARE(removed.at(0).at(0).toString(), QStringLiteral("b"));
        list.setChips({{QStringLiteral("a"), QStringLiteral("Augsburg"), {}, false},
                       {QStringLiteral("c"), QStringLiteral("Celle"), {}, false}});
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("chip_c"));
        auto *first = list.findChild<ChipButton *>(QStringLiteral("chip_a"));
        QTest::mouseClick(first, Qt::LeftButton, {}, QPoint(5, first->height() / 2));
        QCOMPARE(activated.size(), 1);
        QTest::mouseClick(first, Qt::LeftButton, {}, QPoint(first->width() - 5, first->height() / 2));
        QTRY_COMPARE(removed.size(), 2);
    }

    void messageBarShowsTheGravest()
    {
        MessageBar bar;
        bar.post(
            {QStringLiteral("net"), Tone::Bad, QStringLiteral("Offline."), QStringLiteral("Try now"), true});
        bar.post({QStringLiteral("hint"), Tone::Neutral, QStringLiteral("Imported."), {}, true});
        QCOMPARE(bar.currentKey(), QStringLiteral("net"));
        QSignalSpy acted(&bar, &MessageBar::actionTriggered);
        QTest::mouseClick(bar.findChild<QPushButton *>(QStringLiteral("messageAction")), Qt::LeftButton);
        QCOMPARE(acted.size(), 1);
        QTest::mouseClick(bar.findChild<QToolButton *>(QStringLiteral("messageDismiss")), Qt::LeftButton);
        QCOMPARE(bar.currentKey(), QStringLiteral("hint"));
        bar.clear(QStringLiteral("hint"));
        QVERIFY(bar.isHidden());
    }

    void saveStateWaitsBeforeItSaysSaving()
    {
        SaveStateLabel label;
        label.setState(stateOf(SaveState::Kind::OnDisk));
        const QString before = label.text();
        label.setState(stateOf(SaveState::Kind::Saving));
        QCOMPARE(label.text(), before);
        QTRY_VERIFY(label.text() != before);
        SaveState saved = stateOf(SaveState::Kind::Saved);
        saved.savedAt = QDateTime(QDate(2026, 5, 1), QTime(14, 32));
        label.setState(saved);
        QVERIFY(label.text().contains(label.locale().toString(QTime(14, 32), QLocale::ShortFormat)));
    }

    void saveStateOffersWhatHelps()
    {
        SaveStateLabel label;
        QSignalSpy retry(&label, &SaveStateLabel::retryRequested);
        QSignalSpy compare(&label, &SaveStateLabel::compareRequested);
        auto *action = label.findChild<QPushButton *>(QStringLiteral("saveStateAction"));
        QVERIFY(action->isHidden());
        SaveState failed = stateOf(SaveState::Kind::Failed);
        failed.problem.emplace().kind = Problem::Kind::ServerFault;
        failed.retryInSeconds = 8;
        label.setState(failed);
        QVERIFY(label.text().contains(QLatin1Char('8')));
        QTest::mouseClick(action, Qt::LeftButton);
        QCOMPARE(retry.size(), 1);
        label.setState(stateOf(SaveState::Kind::Conflict));
        QTest::mouseClick(action, Qt::LeftButton);
        QCOMPARE(compare.size(), 1);
    }

    void problemsNeverShowTheRawKey()
    {
        Problem problem;
        problem.kind = Problem::Kind::ServerFault;
        problem.messageKey = QStringLiteral("error.internal.unspecified");
        const QString text = problemText(QStringLiteral("The events couldn’t be loaded."), problem);
        QVERIFY(text.startsWith(QStringLiteral("The events couldn’t be loaded. ")));
        QVERIFY(!text.contains(QStringLiteral("error.")));
        for (int kind = 0; kind <= int(Problem::Kind::Protocol); ++kind) {
            problem.kind = Problem::Kind(kind);
            QVERIFY(!problemReason(problem).isEmpty());
            QVERIFY(!problemAdvice(problem).isEmpty());
        }
    }

    // What is wrong with a workspace's file is said in words of its own, with advice that fits it.
    void everyFaultOfAWorkspaceIsWorded()
    {
        QSet<QString> reasons, advice;
        const QStringList faults{QStringLiteral("damaged"),    QStringLiteral("newer"),
                                 QStringLiteral("empty"),      QStringLiteral("not_a_workspace"),
                                 QStringLiteral("locked"),     QStringLiteral("read_only"),
                                 QStringLiteral("full"),       QStringLiteral("network_folder"),
                                 QStringLiteral("cannot_open")};
        for (const QString &fault : faults) {
            for (const auto kind : {Problem::Kind::Rejected, Problem::Kind::ServerFault}) {
                Problem problem;
                problem.kind = kind;
                problem.messageKey = QStringLiteral("error.store.") + fault;
                problem.detail = QStringLiteral("NFS");
                reasons.insert(problemReason(problem));
                advice.insert(problemAdvice(problem));
                QVERIFY(!problemText({}, problem)
                             .contains(fault == QStringLiteral("network_folder") ? QStringLiteral("%1")
                                                                                 : QStringLiteral("NFS")));
            }
        }
        QCOMPARE(reasons.size(), faults.size());
        QCOMPARE(advice.size(), faults.size());
    }

    // Nobody else has changed anything, and loading again wouldn't help.
    void anotherCurrencyIsRefusedInItsOwnWords()
    {
        Problem conflict;
        conflict.kind = Problem::Kind::Conflict;
        Problem refused = conflict;
        refused.messageKey = QStringLiteral("error.settings.currency_in_use");
        QVERIFY(problemReason(refused) != problemReason(conflict));
        QVERIFY(problemAdvice(refused) != problemAdvice(conflict));
        QVERIFY(problemReason(refused).contains(QStringLiteral("currency")));
        QVERIFY(!problemText({}, refused).contains(QStringLiteral("error.")));
    }

    void stepRailSpeaksItsState()
    {
        StepRail rail;
        rail.setSteps({QStringLiteral("Goal"), QStringLiteral("Clusters")});
        rail.setCurrent(0);
        rail.setState(1, StepState::Attention, 2);
        rail.show();
        auto *second = rail.findChild<StepButton *>(QStringLiteral("step2"));
        QCOMPARE(second->accessibleName(), QStringLiteral("Step 2 of 2: Clusters"));
        QVERIFY(second->accessibleDescription().contains(QLatin1Char('2')));
        QSignalSpy activated(&rail, &StepRail::stepActivated);
        QTest::mouseClick(second, Qt::LeftButton);
        QCOMPARE(activated.at(0).at(0).toInt(), 1);
    }

    void elidedLabelTellsTheRest()
    {
        ElidedLabel label(TextRole::Body,
                          QStringLiteral("A rather long name that never fits into so little room"));
        label.resize(60, 20);
        label.show();
        QVERIFY(QTest::qWaitForWindowExposed(&label));
        QTRY_COMPARE(label.toolTip(), label.text());
        label.resize(2000, 20);
        QTRY_VERIFY(label.toolTip().isEmpty());
    }

    void previewSaysWhatItShows()
    {
        AdPreview preview;
        preview.setContent({.headline = QStringLiteral("Mahler 5"),
                            .cta = QStringLiteral("BUY_TICKETS"),
                            .language = QStringLiteral("en")});
        QVERIFY(preview.accessibleDescription().contains(QStringLiteral("Mahler 5")));
        QVERIFY(preview.accessibleDescription().contains(QStringLiteral("Buy tickets")));
        QVERIFY(preview.accessibleDescription().contains(QStringLiteral("No picture")));
    }
};

QTEST_MAIN(TestPieces)
#include "tst_pieces.moc"
