#include "models/items/eventlistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace groundswell;

namespace {

constexpr auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;

Page<Event> page(int number, int size, int total, int pageSize = 50)
{
    Page<Event> result;
    result.page = number;
    result.total = total;
    for (int i = 0; i < size; ++i) {
        Event event;
        event.id = EventId(QStringLiteral("e%1").arg((number - 1) * pageSize + i));
        event.title = QStringLiteral("Event %1").arg((number - 1) * pageSize + i);
        result.items.push_back(event);
    }
    return result;
}

QString shown(const EventListModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestEventListModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void onlyPagesThatAreLookedAtAreAskedFor()
    {
        EventListModel model;
        QAbstractItemModelTester tester(&model, mode);
        QSignalSpy needed(&model, &EventListModel::pageNeeded);
        model.setPage(page(1, 50, 10'000));
        QCOMPARE(model.rowCount(), 10'000);
        QCOMPARE(shown(model, 49, EventListModel::TitleColumn), QStringLiteral("Event 49"));
        QVERIFY(!model.index(0, 0).data(items::LoadingRole).toBool());

        QCOMPARE(shown(model, 5'000, EventListModel::TitleColumn), QStringLiteral("Loading…"));
        QVERIFY(model.index(5'000, 0).data(items::LoadingRole).toBool());
        QVERIFY(shown(model, 5'049, EventListModel::DateColumn).isEmpty());
        QCOMPARE(needed.count(), 0); // not while painting
        QTRY_VERIFY(!needed.isEmpty());
        QCOMPARE(needed.count(), 1);
        QCOMPARE(needed.first().first().toInt(), 101);

        (void)shown(model, 5'001, EventListModel::TitleColumn);
        QCoreApplication::processEvents();
        QCOMPARE(needed.count(), 1); // under way

        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setPage(page(101, 50, 10'000));
        QCOMPARE(shown(model, 5'000, EventListModel::TitleColumn), QStringLiteral("Event 5000"));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 5'000);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), 5'049);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(model.rowOf(EventId(QStringLiteral("e5001"))), 5'001);
    }

    void aFailedPageIsAskedForAgain()
    {
        EventListModel model;
        model.setPage(page(1, 50, 200));
        QSignalSpy needed(&model, &EventListModel::pageNeeded);
        (void)shown(model, 60, EventListModel::TitleColumn);
        QTRY_COMPARE(needed.count(), 1);
        model.setPageFailed(2);
        (void)shown(model, 60, EventListModel::TitleColumn);
        QTRY_COMPARE(needed.count(), 2);
    }

    void theListGrowsAndShrinksAtItsEnd()
    {
        EventListModel model;
        QAbstractItemModelTester tester(&model, mode);
        model.setPage(page(1, 50, 120));
        model.setPage(page(2, 50, 120));
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.setPage(page(1, 50, 70));
        QCOMPARE(model.rowCount(), 70);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(model.eventAt(69)->title, QStringLiteral("Event 69"));
        QCOMPARE(model.eventAt(70), nullptr);
        model.setPage(page(1, 50, 100));
        QCOMPARE(model.rowCount(), 100);
        QVERIFY(model.eventAt(75) == nullptr);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        model.setPage({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aPageShorterThanPromisedIsNotAskedForForever()
    {
        EventListModel model;
        model.setPage(page(1, 10, 50));
        QSignalSpy needed(&model, &EventListModel::pageNeeded);
        (void)shown(model, 20, EventListModel::TitleColumn);
        QCoreApplication::processEvents();
        QCOMPARE(needed.count(), 0);
    }

    void cells()
    {
        EventListModel model;
        model.setTimeZone(QTimeZone("Europe/Berlin"));
        Event event;
        event.id = EventId(QStringLiteral("e"));
        event.start = QDateTime(QDate(2026, 6, 12), QTime(22, 30), Qt::UTC);
        event.venue = QStringLiteral("Olympiahalle");
        event.city = QStringLiteral("München");
        event.ticketsSold = 9'000;
        event.capacity = 12'000;
        event.campaignStatus = CampaignRollup::Running;
        Event bare;
        bare.city = QStringLiteral("Berlin");
        Event draft;
        draft.setupState = SetupState::Draft;
        draft.campaignStatus = CampaignRollup::Open;
        Event cancelled = event;
        cancelled.frontendStatus = FrontendStatus::Cancelled;
        cancelled.capacity.reset();
        Page<Event> only;
        only.items = {event, bare, draft, cancelled};
        model.setPage(only);
        QVERIFY2(shown(model, 0, EventListModel::DateColumn).contains(u"6/13/26"),
                 qPrintable(shown(model, 0, EventListModel::DateColumn)));
        QCOMPARE(shown(model, 0, EventListModel::VenueColumn), QStringLiteral("Olympiahalle, München"));
        QCOMPARE(shown(model, 0, EventListModel::SoldColumn), QStringLiteral("9,000 of 12,000"));
        QCOMPARE(model.index(0, 0).data(EventListModel::SoldShareRole).toDouble(), 0.75);
        QCOMPARE(shown(model, 0, EventListModel::StatusColumn), QStringLiteral("Running"));
        QCOMPARE(shown(model, 1, EventListModel::DateColumn), QStringLiteral("—"));
        QCOMPARE(shown(model, 1, EventListModel::VenueColumn), QStringLiteral("Berlin"));
        QCOMPARE(shown(model, 1, EventListModel::SoldColumn), QStringLiteral("—"));
        QVERIFY(!model.index(1, 0).data(EventListModel::SoldShareRole).isValid());
        QCOMPARE(shown(model, 2, EventListModel::StatusColumn), QStringLiteral("Draft"));
        QCOMPARE(shown(model, 3, EventListModel::StatusColumn), QStringLiteral("Cancelled"));
        QCOMPARE(shown(model, 3, EventListModel::SoldColumn), QStringLiteral("9,000"));
        QCOMPARE(model.index(0, EventListModel::SoldColumn).data(items::RawRole).toInt(), 9'000);

        // The organiser's time, whatever the computer's is.
        model.setTimeZone(QTimeZone("Pacific/Auckland"));
        QVERIFY2(shown(model, 0, EventListModel::DateColumn).contains(u"10:30"),
                 qPrintable(shown(model, 0, EventListModel::DateColumn)));

        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        event.ticketsSold = 9'001;
        model.updateEvent(event);
        model.updateEvent(event);
        QCOMPARE(changed.count(), 1);
    }

    void aDayWithoutATimeShowsNone()
    {
        EventListModel model;
        model.setTimeZone(QTimeZone("America/Los_Angeles")); // its midnight in UTC is the day before there
        Event event;
        event.start = QDateTime(QDate(2026, 6, 12), QTime(0, 0), Qt::UTC);
        event.day = QDate(2026, 6, 12);
        Page<Event> only;
        only.items = {event};
        model.setPage(only);
        QCOMPARE(shown(model, 0, EventListModel::DateColumn), QStringLiteral("6/12/26"));
    }
};

QTEST_GUILESS_MAIN(TestEventListModel)
#include "test_eventlistmodel.moc"
