// What is open over midnight: every window that reckons from today goes on with the new day.
#include "app/autosave/wavedraftstore.h"
#include "app/desktop/eventpage/spenddialog.h"
#include "app/desktop/events/eventspage.h"
#include "app/desktop/packages/attributionpanel.h"
#include "app/desktop/packages/createpackagedialog.h"
#include "app/desktop/packages/packagedetail.h"
#include "app/desktop/packages/packagesdock.h"
#include "app/desktop/setup/wizardfeed.h"
#include "app/desktop/shell/desktopcontext.h"
#include "app/desktop/shell/settings.h"
#include "app/look/inputs/inputs.h"
#include "app/look/style/theme.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "models/draft/setupdraft.h"
#include "models/time/calendar.h"
#include "support/fakeaccessmanager.h"
#include "support/manualscheduler.h"
#include "wizard/shell/wizardcontext.h"

#include <QCalendarWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTemporaryDir>
#include <QUrlQuery>
#include <QtTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace Qt::StringLiterals;

namespace {

const QDate evening(2026, 5, 19);
const QDate morning(2026, 5, 20);

Event someEvent()
{
    Event event;
    event.id = EventId(u"e1"_s);
    event.title = u"Evening"_s;
    event.start = QDateTime(QDate(2026, 8, 20), QTime(18, 0), QTimeZone::utc());
    return event;
}

AudiencePackage somePackage()
{
    AudiencePackage package;
    package.id = PackageId(u"p1"_s);
    package.title = u"Autumn"_s;
    package.status = PackageStatus::Done;
    package.customers = 12;
    package.expiresAt = QDateTime(QDate(2026, 5, 21), QTime(12, 0), QTimeZone::utc());
    return package;
}

/// A second before midnight in Berlin, over a network that never answers by itself.
struct Program {
    Program()
    {
        calendar.setZone(u"Europe/Berlin"_s);
        session.connectTo(Session::Kind::Embedded, QUrl(u"http://wave.example/api/v3"_s), u"t"_s,
                          PartnerId(u"fd1"_s));
        client.setCurrency(u"EUR"_s);
    }
    void strikeMidnight()
    {
        now = now.addSecs(1);
        calendar.look();
    }
    /// The days from which events were asked for, in the order of the questions.
    [[nodiscard]] QStringList daysAsked(qsizetype from = 0) const
    {
        QStringList days;
        for (const FakeAccessManager::Seen &seen : manager.seen()) {
            const QUrlQuery query(seen.request.url());
            for (const auto &[key, value] : query.queryItems()) {
                if (QDate::fromString(value.left(10), Qt::ISODate).isValid())
                    days << value.left(10);
            }
        }
        return days.mid(from);
    }

    QDateTime now{QDate(2026, 5, 19), QTime(21, 59, 59), QTimeZone::utc()};
    QTemporaryDir folder;
    FakeAccessManager manager;
    Session session;
    ManualScheduler scheduler;
    RestClient rest{manager, session, scheduler, [] { return 0.0; }};
    WaveClient client{rest};
    Calendar calendar{[this] { return now; }};
};

class PaintCounter : public QObject {
public:
    int paints = 0;
    bool eventFilter(QObject *, QEvent *event) override
    {
        paints += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

} // namespace

class TestMidnight : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void spendIsOfToday();
    void aChosenDayOfSpendStays();
    void packagesAreBuiltForWhatIsUpcoming();
    void whatIsOverIsNoLongerChosen();
    void aPackageExpiresSooner();
    void theListOfPackagesIsDrawnAnew();
    void theEventListBeginsToday();
    void theDayOfSendingIsProposed();
    void theWizardJudgesByToday();
};

void TestMidnight::spendIsOfToday()
{
    Program program;
    SpendDialog dialog(program.client, program.calendar, someEvent(), {});
    dialog.show();
    const auto *day = dialog.findChild<DayEdit *>(u"spendDay"_s);
    QVERIFY(day);
    QCOMPARE(day->day(), evening);
    program.strikeMidnight();
    QCOMPARE(day->maximumDate(), morning);
    QCOMPARE(day->day(), morning);
    QCOMPARE(day->date(), morning);
    QCOMPARE(day->calendarWidget()->maximumDate(), morning);
}

/// Who has chosen a day means that one, however late it gets.
void TestMidnight::aChosenDayOfSpendStays()
{
    Program program;
    SpendDialog dialog(program.client, program.calendar, someEvent(), {});
    dialog.show();
    auto *day = dialog.findChild<DayEdit *>(u"spendDay"_s);
    day->setFocus(Qt::TabFocusReason);
    day->setSelectedSection(QDateTimeEdit::DaySection);
    QTest::keyClick(day, Qt::Key_Down);
    QCOMPARE(day->day(), evening.addDays(-1));
    program.strikeMidnight();
    QCOMPARE(day->day(), evening.addDays(-1));
    QCOMPARE(day->maximumDate(), morning);
}

void TestMidnight::packagesAreBuiltForWhatIsUpcoming()
{
    Program program;
    CreatePackageDialog dialog(program.client, program.calendar);
    dialog.show();
    QTRY_COMPARE(program.daysAsked(), QStringList{evening.toString(Qt::ISODate)});
    program.strikeMidnight();
    QTRY_COMPARE(program.daysAsked(1), QStringList{morning.toString(Qt::ISODate)});
}

/// It left the list: nobody could take its check away.
void TestMidnight::whatIsOverIsNoLongerChosen()
{
    Program program;
    CreatePackageDialog dialog(program.client, program.calendar);
    dialog.show();
    QTRY_COMPARE(program.manager.count(), 1);
    program.manager.seen().front().reply->answer(
        200,
        R"({"items":[{"id":"e1","title":"Tonight","start_date_time":"2026-05-19T18:00:00Z"},)"
        R"({"id":"e2","title":"Next month","start_date_time":"2026-06-19T18:00:00Z"}],)"
        R"("total":2,"page":1,"pages":1})",
        {{"Content-Type", "application/json"}});
    auto *events = dialog.findChild<QListView *>(u"packageEventList"_s)->model();
    QTRY_COMPARE(events->rowCount(), 2);
    QVERIFY(events->setData(events->index(0, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(events->setData(events->index(1, 0), Qt::Checked, Qt::CheckStateRole));
    const auto *summary = dialog.findChild<QLabel *>(u"packageSummary"_s);
    QVERIFY(summary->text().contains(u'2'));
    program.strikeMidnight();
    QVERIFY2(summary->text().contains(u'1'), qPrintable(summary->text()));
    QCOMPARE(dialog.findChild<QLineEdit *>(u"packageTitleEdit"_s)->text(), u"Next month"_s);
}

void TestMidnight::aPackageExpiresSooner()
{
    Program program;
    PackageDetail detail(program.calendar);
    detail.setPackage(somePackage());
    const auto *facts = detail.findChild<QLabel *>(u"packageFacts"_s);
    QVERIFY2(facts->text().contains(u'2'), qPrintable(facts->text()));
    const QString before = facts->text();
    program.strikeMidnight();
    QVERIFY2(facts->text() != before, qPrintable(facts->text()));
}

void TestMidnight::theListOfPackagesIsDrawnAnew()
{
    Program program;
    Settings settings(program.folder.filePath(u"settings.ini"_s));
    Theme theme(*qApp);
    WaveDraftStore store(program.client);
    PackagesDock dock(DesktopContext{.settings = settings,
                                     .theme = theme,
                                     .session = program.session,
                                     .client = program.client,
                                     .draftStore = store,
                                     .scheduler = program.scheduler,
                                     .calendar = program.calendar,
                                     .random = [] { return 0.0; },
                                     .journalFolder = program.folder.filePath(u"drafts"_s),
                                     .isLocal = true,
                                     .writeSample = {}});
    dock.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dock));
    QTRY_VERIFY(program.manager.count() > 0);
    program.manager.seen().front().reply->answer(
        200, R"({"items":[{"id":"p1","title":"Autumn","status":"DONE"}],"total":1,"page":1,"pages":1})",
        {{"Content-Type", "application/json"}});
    auto *list = dock.findChild<QListView *>(u"packageList"_s);
    QTRY_VERIFY(list->isVisible() && list->model()->rowCount() == 1);
    PaintCounter counter;
    list->viewport()->installEventFilter(&counter);
    QCoreApplication::processEvents();
    QTRY_VERIFY(counter.paints > 0);
    QCoreApplication::processEvents();
    const int before = counter.paints;
    program.strikeMidnight();
    QTRY_VERIFY(counter.paints > before);
}

void TestMidnight::theEventListBeginsToday()
{
    Program program;
    EventsPage page(program.client, program.calendar);
    page.show();
    page.refresh();
    QTRY_VERIFY(program.daysAsked().contains(evening.toString(Qt::ISODate)));
    const qsizetype asked = program.daysAsked().size();
    program.strikeMidnight();
    QTRY_COMPARE(program.daysAsked(asked),
                 QStringList(asked, morning.toString(Qt::ISODate))); // the list and what needs attention
}

void TestMidnight::theDayOfSendingIsProposed()
{
    Program program;
    AttributionPanel panel(program.client, program.calendar);
    panel.show();
    panel.setPackage(somePackage());
    auto *sent = panel.findChild<DayEdit *>(u"packageSent"_s);
    QTRY_VERIFY(sent->isVisible());
    program.strikeMidnight();
    sent->setFocus(Qt::TabFocusReason);
    QTest::keyClick(sent, Qt::Key_Up); // the first step is to the proposal
    QCOMPARE(sent->day(), morning);
}

void TestMidnight::theWizardJudgesByToday()
{
    Program program;
    SetupDraft draft;
    WizardContext context;
    WizardFeed feed(program.client, draft, context, program.calendar);
    feed.start(EventId(u"e1"_s));
    QCOMPARE(context.today(), evening);
    program.strikeMidnight();
    QCOMPARE(context.today(), morning);
    QCOMPARE(context.preflightContext().today, morning);
}

QTEST_MAIN(TestMidnight)
#include "tst_midnight.moc"
