#include "desktop/desktopfixture.h"

#include "app/desktop/import/mappingpage.h"
#include "app/desktop/packages/packagedetail.h"
#include "app/look/actions/actiontable.h"
#include "models/draft/newerclusters.h"
#include "models/items/eventlistmodel.h"
#include "support/sweep.h"

#include <QAction>
#include <QComboBox>
#include <QDirIterator>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>
#include <QWizard>
#include <QtTest>

using namespace groundswell;
using namespace Qt::StringLiterals;

/// The windows over a real embedded service, used with keys and mouse.
class TestMainWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void welcomesWhoHasNoEvents();
    void sampleLeadsToTheList();
    void searchNarrowsAndEscapeLeadsBack();
    void anEditIsSavedAndSurvivesClosing();
    void theEndOfTheSessionKeepsWhatWasTyped();
    void withoutAConnectionWorkGoesOn();
    void typedSpendChangesTheFigures();
    void anotherCurrencyIsRefusedWithItsReason();
    void buildingAPackageCanBeStopped();
    void aDraftMovesToNewerClustersOnDemand();
    void clustersAreJudgedByThePast();
    void keysAreChangedEverywhereAtOnce();
    void everyPageIsAccessible();
    void festivalHasClusters();

private:
    template <class T> T *find(const char *name)
    {
        return m_fixture->window().findChild<T *>(QString::fromLatin1(name));
    }
    QString page() { return find<QStackedWidget>("pages")->currentWidget()->objectName(); }
    void click(const char *name)
    {
        auto *button = find<QPushButton>(name);
        QVERIFY(button);
        QTRY_VERIFY(button->isVisible() && button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void openList();
    void openFirstEvent();
    /// The run of the clusters chosen in the event's stored draft; 0 = none.
    TcRunId storedRun(const EventId &eid);
    /// Sales that weren't there before; empty = they are imported.
    QString importMoreSales();
    std::unique_ptr<DesktopFixture> m_fixture;
};

void TestMainWindow::init()
{
    m_fixture = std::make_unique<DesktopFixture>();
    QVERIFY(m_fixture->isRunning());
}

void TestMainWindow::openList()
{
    QCOMPARE(m_fixture->importSample(), QString());
    m_fixture->showWindow();
    QTRY_COMPARE(page(), u"eventsPage"_s);
    auto *list = find<QTreeView>("eventList");
    QTRY_VERIFY(list->model()->rowCount() > 0);
    QTRY_VERIFY(qobject_cast<EventListModel *>(list->model())->eventAt(0));
}

void TestMainWindow::openFirstEvent()
{
    openList();
    auto *list = find<QTreeView>("eventList");
    const QModelIndex first = list->model()->index(0, EventListModel::TitleColumn);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier, list->visualRect(first).center());
    QTRY_COMPARE(page(), u"eventPage"_s);
    QTRY_VERIFY(!find<QLabel>("eventTitle")->text().isEmpty());
}

void TestMainWindow::welcomesWhoHasNoEvents()
{
    m_fixture->showWindow();
    QTRY_COMPARE(page(), u"welcomePage"_s);
    QVERIFY(find<QPushButton>("importButton")->isEnabled());
}

void TestMainWindow::sampleLeadsToTheList()
{
    m_fixture->calendar().setZone(u"Pacific/Auckland"_s); // a guess
    m_fixture->showWindow();
    QTRY_COMPARE(page(), u"welcomePage"_s);
    QTRY_COMPARE(m_fixture->calendar().zone(), QTimeZone("Europe/Berlin")); // the organiser's
    click("sampleButton");
    QTRY_COMPARE_WITH_TIMEOUT(page(), u"eventsPage"_s, 60'000);
    QTRY_VERIFY(find<QTreeView>("eventList")->model()->rowCount() > 0);
}

void TestMainWindow::searchNarrowsAndEscapeLeadsBack()
{
    openList();
    auto *list = find<QTreeView>("eventList");
    auto *model = qobject_cast<EventListModel *>(list->model());
    const QString title = model->eventAt(0)->title;
    const int before = model->rowCount();
    QTest::keyClicks(find<QLineEdit>("eventSearch"), title);
    QTRY_VERIFY(model->rowCount() < before);
    QTRY_VERIFY(model->eventAt(0));
    QCOMPARE(model->eventAt(0)->title, title);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(page(), u"eventPage"_s);
    find<QAction>("backAction")->trigger();
    QTRY_COMPARE(page(), u"eventsPage"_s);
}

void TestMainWindow::anEditIsSavedAndSurvivesClosing()
{
    openFirstEvent();
    click("eventSetupButton");
    QTRY_COMPARE(page(), u"wizardHost"_s);
    QTRY_VERIFY(find<QLineEdit>("budget") && find<QLineEdit>("budget")->isVisible());
    auto *budget = find<QLineEdit>("budget");
    budget->setFocus();
    budget->selectAll();
    QTest::keyClicks(budget, u"321"_s);
    QTest::keyClick(budget, Qt::Key_Tab);
    // Closed before the pause of autosave is over: what was typed must still arrive.
    QSignalSpy closed(&m_fixture->window(), &MainWindow::closed);
    QElapsedTimer clock;
    clock.start();
    m_fixture->window().close();
    QVERIFY(!m_fixture->window().isVisible()); // whatever the save takes
    QVERIFY(closed.count() > 0 || closed.wait(5'000));
    QVERIFY2(clock.elapsed() < 3'000, "leaving gives the last save two seconds at most");

    EventQuery any;
    any.since = m_fixture->today();
    std::optional<Expected<SetupRow>> stored;
    RequestHandle read;
    RequestHandle events = m_fixture->client().events(any, this, [&](const Expected<Page<Event>> &page) {
        read = m_fixture->client().setup(page->items.front().id, this,
                                         [&stored](const Expected<SetupRow> &row) { stored = row; });
    });
    QTRY_VERIFY(stored.has_value());
    QVERIFY2(stored->has_value(), "the draft is at the service");
    QCOMPARE((*stored)->row.totalBudget->minor, 32'100);
}

/// As when somebody logs out: what was typed this moment is in the journal, before any pause is over.
void TestMainWindow::theEndOfTheSessionKeepsWhatWasTyped()
{
    openFirstEvent();
    click("eventSetupButton");
    QTRY_COMPARE(page(), u"wizardHost"_s);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLineEdit>("budget") && find<QLineEdit>("budget")->isVisible(), 30'000);
    const auto journals = [this] {
        QByteArray all;
        QDirIterator files(m_fixture->file(u"drafts"_s), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    };
    auto *budget = find<QLineEdit>("budget");
    budget->setFocus();
    budget->selectAll();
    QTest::keyClicks(budget, u"7654"_s);
    QTest::keyClick(budget, Qt::Key_Tab);
    m_fixture->window().keepOnDisk();
    QVERIFY2(journals().contains("7654"), "the journal has what was typed last");
}

void TestMainWindow::withoutAConnectionWorkGoesOn()
{
    openFirstEvent();
    const QString title = find<QLabel>("eventTitle")->text();
    const auto typeBudget = [this](const QString &amount) {
        QTRY_VERIFY_WITH_TIMEOUT(find<QLineEdit>("budget") && find<QLineEdit>("budget")->isVisible(), 30'000);
        auto *budget = find<QLineEdit>("budget");
        budget->setFocus();
        budget->selectAll();
        QTest::keyClicks(budget, amount);
    };
    const auto state = [this] { return m_fixture->window().draftState().kind; };
    click("eventSetupButton");
    QTRY_COMPARE(page(), u"wizardHost"_s);
    typeBudget(u"654"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state(), SaveState::Kind::Saved, 30'000);
    find<QAction>("backAction")->trigger();
    QTRY_COMPARE(page(), u"eventPage"_s);

    m_fixture->loseService();
    find<QAction>("eventsAction")->trigger();
    QTRY_COMPARE(page(), u"eventsPage"_s);
    QTRY_VERIFY(find<QWidget>("messageBar")->isVisible());
    auto *list = find<QTreeView>("eventList");
    QTRY_VERIFY(qobject_cast<EventListModel *>(list->model())->eventAt(0));
    const QModelIndex first = list->model()->index(0, EventListModel::TitleColumn);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier, list->visualRect(first).center());
    QTRY_COMPARE(page(), u"eventPage"_s);
    QTRY_COMPARE(find<QLabel>("eventTitle")->text(), title);
    click("eventSetupButton");
    QTRY_COMPARE(page(), u"wizardHost"_s);
    typeBudget(u"655"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state(), SaveState::Kind::Offline, 30'000);
    sweep::shot(&m_fixture->window(), u"offline"_s);
}

/// Every amount of the workspace is in its one currency: the preferences stay open and say so.
void TestMainWindow::anotherCurrencyIsRefusedWithItsReason()
{
    openList();
    find<QAction>("preferencesAction")->trigger();
    QTRY_VERIFY(find<QComboBox>("organiser_currency"));
    auto *currency = find<QComboBox>("organiser_currency");
    QTRY_VERIFY(currency->isEnabled() && currency->currentText() == u"EUR"_s);
    currency->setCurrentText(u"JPY"_s);
    click("preferencesSave");
    const auto *problem = find<QLabel>("preferencesProblem");
    QTRY_VERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(u"currency"_s), qPrintable(problem->text()));
    QVERIFY(find<QPushButton>("preferencesSave")->isEnabled());
    QCOMPARE(sweep::clippedTexts(find<QWidget>("preferencesDialog")), QStringList());
    currency->setCurrentText(u"EUR"_s);
    click("preferencesSave");
    QTRY_VERIFY(!find<QWidget>("preferencesDialog"));
}

void TestMainWindow::typedSpendChangesTheFigures()
{
    openList();
    auto *list = find<QTreeView>("eventList");
    auto *model = qobject_cast<EventListModel *>(list->model());
    // Campaigns need some days before the event and seats to sell, and a return needs sales.
    const auto isFit = [this](const Event &event) {
        const int sold = event.ticketsSold.value_or(0);
        return event.start.date() >= m_fixture->today().addDays(8) && sold > 0
            && (event.capacity.value_or(0) - sold) * 5 >= event.capacity.value_or(0);
    };
    int row = 0;
    while (model->eventAt(row) && !isFit(*model->eventAt(row)))
        ++row;
    QVERIFY2(model->eventAt(row), "the sample has an event that sells, has free seats and is some days away");
    QCOMPARE(m_fixture->publish(model->eventAt(row)->id), QString());
    const QModelIndex index = model->index(row, EventListModel::TitleColumn);
    list->scrollTo(index);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier, list->visualRect(index).center());
    QTRY_COMPARE(page(), u"eventPage"_s);
    const auto figure = [this](const char *tile) { return find<QWidget>(tile)->accessibleName(); };
    QTRY_VERIFY(find<QPushButton>("campaignsSpendButton")->isVisible());
    const QString spentBefore = figure("spentTile");
    const QString roasBefore = figure("roasTile");

    click("campaignsSpendButton");
    QTRY_VERIFY(find<QLineEdit>("spendAmount"));
    auto *table = find<QTableView>("spendEntries");
    QVERIFY2(!find<QPushButton>("spendAdd")->isEnabled(), "nothing is typed yet");
    QTest::keyClicks(find<QLineEdit>("spendAmount"), u"123"_s);
    QTest::keyClick(find<QLineEdit>("spendAmount"), Qt::Key_Return);
    // The machine may be busy with other tests.
    QTRY_VERIFY2_WITH_TIMEOUT(table->model()->rowCount() == 1,
                              qPrintable(find<QLabel>("spendProblem")->text()), 30'000);
    QVERIFY(find<QLineEdit>("spendAmount")->text().isEmpty());
    QCOMPARE(table->model()->index(0, 0).data().toString(), find<QComboBox>("spendCampaign")->itemText(0));
    QTRY_VERIFY2(figure("spentTile").contains(u"123"_s), qPrintable(figure("spentTile")));
    QTRY_VERIFY(figure("roasTile") != roasBefore);
    auto *dialog = find<QWidget>("spendDialog");
    sweep::shot(dialog, u"spend"_s);
    QCOMPARE(sweep::accessibilityFindings(dialog), QStringList());
    QCOMPARE(sweep::clippedTexts(dialog), QStringList());

    table->selectRow(0);
    click("spendRemove");
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QTRY_COMPARE(figure("spentTile"), spentBefore);
    QTRY_COMPARE(figure("roasTile"), roasBefore);
}

TcRunId TestMainWindow::storedRun(const EventId &eid)
{
    std::optional<TcRunId> run;
    const RequestHandle read = m_fixture->client().setup(
        eid, this, [&run](const Expected<SetupRow> &row) { run = row ? runOf(row->row) : 0; });
    return QTest::qWaitFor([&] { return run.has_value(); }) ? *run : 0;
}

QString TestMainWindow::importMoreSales()
{
    const auto *model = qobject_cast<EventListModel *>(find<QTreeView>("eventList")->model());
    const QString path = m_fixture->file(u"more.csv"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    file.write("customer_id,event_id,purchase_datetime,sales_price\n");
    for (int i = 0; i < 30; ++i)
        file.write(
            u"late%1,%2,2024-08-01T10:00:00Z,20\n"_s.arg(i).arg(model->eventAt(i % 4)->id.value()).toUtf8());
    file.close();
    ImportRequest request;
    request.files.insert(u"sales"_s, path);
    return m_fixture->import(request);
}

void TestMainWindow::buildingAPackageCanBeStopped()
{
    const Calendar calendar(systemTime());
    PackageDetail detail(calendar);
    detail.resize(460, 420);
    AudiencePackage package;
    package.id = PackageId(u"pkg_1"_s);
    package.title = u"Friends of the opera"_s;
    package.status = PackageStatus::InProgress;
    package.progress = 0.5;
    const auto isShown = [&](const char *name) {
        return !detail.findChild<QPushButton *>(QString::fromLatin1(name))->isHidden();
    };
    detail.setPackage(package);
    QVERIFY2(!isShown("packageStop") && isShown("packageRegenerate"), "not every service can stop it");
    detail.setStopOffered(true);
    QVERIFY(isShown("packageStop") && !isShown("packageRegenerate"));
    QCOMPARE(detail.findChild<QLabel *>(u"packageFacts"_s)->text(), u"50.0% done"_s);
    sweep::shot(&detail, u"package-building"_s);
    const QSignalSpy stopped(&detail, &PackageDetail::stopRequested);
    detail.findChild<QPushButton *>(u"packageStop"_s)->click();
    QCOMPARE(stopped.count(), 1);
    QCOMPARE(stopped.first().first().value<PackageId>(), package.id);
    package.status = PackageStatus::Failed;
    package.failureReason = u"error.package.cancelled"_s;
    detail.setPackage(package);
    QVERIFY(!isShown("packageStop") && isShown("packageRegenerate"));
    QVERIFY(!detail.findChild<QLabel *>(u"packageFailure"_s)->text().contains(u"error."_s));
}

void TestMainWindow::aDraftMovesToNewerClustersOnDemand()
{
    openFirstEvent();
    const EventId eid = qobject_cast<EventListModel *>(find<QTreeView>("eventList")->model())->eventAt(0)->id;
    click("eventSetupButton");
    QTRY_COMPARE(page(), u"wizardHost"_s);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLineEdit>("budget") && find<QLineEdit>("budget")->isVisible(), 30'000);
    auto *budget = find<QLineEdit>("budget");
    budget->setFocus();
    budget->selectAll();
    QTest::keyClicks(budget, u"654"_s);
    QTRY_VERIFY2(storedRun(eid) > 0, "the proposal has clusters");
    const TcRunId before = storedRun(eid);
    find<QAction>("backAction")->trigger();
    QTRY_COMPARE(page(), u"eventPage"_s);
    auto *bar = find<QWidget>("clustersPanel")->findChild<QWidget *>(u"newerClusters"_s);
    QVERIFY(!bar->isVisible());

    QCOMPARE(importMoreSales(), QString());
    find<QAction>("refreshAction")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), 30'000);
    QCOMPARE(storedRun(eid), before);
    sweep::shot(&m_fixture->window(), u"newer-event"_s);
    QCOMPARE(sweep::clippedTexts(bar), QStringList());
    QTest::mouseClick(bar->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_COMPARE(page(), u"wizardHost"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
        find<QWidget>("newerClustersDialog") && find<QWidget>("newerClustersDialog")->isVisible(), 30'000);
    // The same people under whatever name: the service says how many.
    QTRY_VERIFY(find<QLabel>("newerClustersLikeness1")->text().contains(u'%'));
    QTRY_VERIFY(find<QLabel>("newerClustersLikeness1")->isVisible());
    auto *dialog = find<QWidget>("newerClustersDialog");
    sweep::shot(dialog, u"run-move"_s);
    QCOMPARE(sweep::accessibilityFindings(dialog), QStringList());
    click("newerClustersApply");
    QTRY_VERIFY(storedRun(eid) > before);
    find<QAction>("editUndoAction")->trigger();
    QTRY_COMPARE(storedRun(eid), before);
}

void TestMainWindow::clustersAreJudgedByThePast()
{
    openFirstEvent();
    click("clustersQuality");
    QTRY_VERIFY(find<QTableView>("clusterQualityChecks"));
    const auto *checks = find<QTableView>("clusterQualityChecks")->model();
    QTRY_COMPARE_WITH_TIMEOUT(checks->rowCount(), 13, 60'000);
    auto *dialog = find<QWidget>("clusterQualityDialog");
    // The chart's figures are in the table, too; ours and the rival's among them.
    QCOMPARE(find<QTableView>("clusterQualityRankings")->model()->rowCount(), 7);
    QVERIFY(!find<QLabel>("clusterQualityHeadline")->text().isEmpty());
    for (int row = 0; row < checks->rowCount(); ++row)
        QVERIFY(!checks->index(row, 3).data().toString().isEmpty()
                && !checks->index(row, 3).data(Qt::DecorationRole).value<QIcon>().isNull());
    sweep::shot(dialog, u"cluster-quality"_s);
    QCOMPARE(sweep::accessibilityFindings(dialog), QStringList());
    QCOMPARE(sweep::clippedTexts(dialog), QStringList());
    find<QTabWidget>("clusterQualityTabs")->setCurrentIndex(1);
    sweep::shot(dialog, u"cluster-quality-checks"_s);
    QCOMPARE(sweep::clippedTexts(dialog), QStringList());
    click("clusterQualityClose");
    QTRY_VERIFY(!find<QWidget>("clusterQualityDialog"));

    // It is kept with the run: the second time it is there at once.
    click("clustersQuality");
    QTRY_COMPARE(find<QTableView>("clusterQualityChecks")->model()->rowCount(), 13);
    QVERIFY(!find<QWidget>("clusterQualityProgress")->isVisible());
    click("clusterQualityClose");
}

void TestMainWindow::keysAreChangedEverywhereAtOnce()
{
    openFirstEvent();
    click("eventSetupButton");
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("campaignWizard"), 30'000);
    // Two that hold in one place would cancel each other out.
    const auto shared = [this] {
        QHash<QKeySequence, QString> holders;
        QStringList twice;
        for (const QAction *action : m_fixture->window().findChildren<QAction *>()) {
            for (const QKeySequence &key : action->shortcuts()) {
                if (holders.contains(key))
                    twice << key.toString() + u": "_s + holders.value(key) + u", "_s + action->objectName();
                holders.insert(key, action->objectName());
            }
        }
        return twice;
    };
    QCOMPARE(shared(), QStringList());

    m_fixture->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    QTest::keyClick(&m_fixture->window(), Qt::Key_F1);
    QTRY_VERIFY(find<QTableView>("shortcutsTable"));
    auto *table = find<QTableView>("shortcutsTable");
    const auto give = [table](ActionId id, Qt::Key key, Qt::KeyboardModifiers modifiers) {
        table->setCurrentIndex(table->model()->index(int(id), 1));
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY(table->findChild<QLineEdit *>(u"shortcutKey"_s));
        QTest::keyClick(table->findChild<QLineEdit *>(u"shortcutKey"_s), key, modifiers);
        QTRY_VERIFY(!table->findChild<QLineEdit *>(u"shortcutKey"_s));
    };
    give(ActionId::Back, Qt::Key_F9, Qt::NoModifier);
    give(ActionId::Step3, Qt::Key_F10, Qt::NoModifier);
    give(ActionId::Undo, Qt::Key_M, Qt::ControlModifier);
    click("shortcutsClose");
    QTRY_VERIFY(!find<QWidget>("shortcutsDialog"));
    QCOMPARE(shared(), QStringList());
    QVERIFY(find<QAction>("editUndoAction")->text().endsWith(u"Ctrl+M"_s));
    QCOMPARE(find<QAction>("undoAction")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_M));

    auto *wizard = find<QWizard>("campaignWizard");
    m_fixture->window().activateWindow();
    find<QLineEdit>("budget")->setFocus();
    const auto press = [wizard](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTRY_VERIFY(wizard->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    };
    press(Qt::Key_F10);
    QTRY_COMPARE(wizard->currentId(), 2);
    press(Qt::Key_4, Qt::AltModifier);
    QTRY_COMPARE(wizard->currentId(), 3);
    press(Qt::Key_Escape); // was the key of "Back"
    QCOMPARE(page(), u"wizardHost"_s);
    press(Qt::Key_F9);
    QTRY_COMPARE(page(), u"eventPage"_s);
}

void TestMainWindow::everyPageIsAccessible()
{
    const auto sweep = [this](const char *where) {
        const QStringList findings = sweep::accessibilityFindings(&m_fixture->window());
        QVERIFY2(findings.isEmpty(),
                 qPrintable(QString::fromLatin1(where) + u": "_s + findings.join(u"\n"_s)));
        // Answers arrive while the page is in view; what they bring is laid out in the turns after.
        const auto clipped = [this] { return sweep::clippedTexts(&m_fixture->window()); };
        QTRY_VERIFY2(clipped().isEmpty(),
                     qPrintable(QString::fromLatin1(where) + u": "_s + clipped().join(u"\n"_s)));
    };
    m_fixture->showWindow();
    QTRY_COMPARE(page(), u"welcomePage"_s);
    sweep("welcome");
    if (QTest::currentTestFailed())
        return;
    openFirstEvent();
    sweep("event page");
    if (QTest::currentTestFailed())
        return;
    find<QDockWidget>("packagesDock")->show();
    QTRY_VERIFY(find<QPushButton>("packagesFirstButton")->isVisible());
    sweep("packages");
    find<QAction>("backAction")->trigger();
    QTRY_COMPARE(page(), u"eventsPage"_s);
    sweep("events");
}

void TestMainWindow::festivalHasClusters()
{
    const QString folder = QStringLiteral(GROUNDSWELL_SHARED_DATA) + u"/festival2022/"_s;
    if (!QFile::exists(folder + u"events.csv.gz"_s))
        QSKIP("The festival's data isn't on this machine.");
    QFile map(QStringLiteral(GROUNDSWELL_TEST_DATA) + u"/festival2022.map.json"_s);
    QVERIFY(map.open(QIODevice::ReadOnly));
    ImportRequest request;
    request.files = {{u"events"_s, folder + u"events.csv.gz"_s},
                     {u"sales"_s, folder + u"purchases.csv.gz"_s},
                     {u"customers"_s, folder + u"customers.csv.gz"_s}};
    request.mapping = ImportMapping::fromJson(QJsonDocument::fromJson(map.readAll()).object());
    const QString problem = m_fixture->import(request);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    m_fixture->showWindow();
    QTRY_COMPARE(page(), u"eventsPage"_s);
    find<QComboBox>("eventWhen")->setCurrentIndex(1); // all dates: the festival is over
    auto *list = find<QTreeView>("eventList");
    QTRY_COMPARE(list->model()->rowCount(), 100);
    auto *model = qobject_cast<EventListModel *>(list->model());
    QTRY_VERIFY(model->eventAt(0));
    const QModelIndex first = model->index(0, EventListModel::TitleColumn);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier, list->visualRect(first).center());
    QTRY_COMPARE(page(), u"eventPage"_s);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("clusterLabel1"), 60'000);
    click("eventSetupButton");
    QTRY_COMPARE(page(), u"wizardHost"_s);
    QTRY_VERIFY(find<QWidget>("planPage") && find<QWidget>("planPage")->isVisible());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
