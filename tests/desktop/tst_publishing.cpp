// A setup that is being published, and what else one does meanwhile.
#include "app/autosave/wavedraftstore.h"
#include "app/desktop/setup/wizardhost.h"
#include "app/desktop/shell/settings.h"
#include "app/look/style/theme.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "app/net/wave/waveclient.h"
#include "models/preflightcase.h"
#include "models/time/calendar.h"
#include "support/fakeaccessmanager.h"
#include "support/manualscheduler.h"
#include "wizard/campaignwizard.h"

#include <QApplication>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

#include <map>

using namespace groundswell;
using namespace groundswell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const EventId first(u"e1"_s);
const EventId second(u"e2"_s);
const QByteArray running = R"([{"eid":"e1","tc":"family","tc_run_id":42,"status":"RUNNING"}])";

using Answer = std::function<void(FakeReply &)>;

Answer with(int status, const QByteArray &body = {})
{
    return [=](FakeReply &reply) { reply.answer(status, body, {{"Content-Type", "application/json"}}); };
}

/// The windows' part of the program around setups, and a service that plays a part.
struct Program {
    groundswell::testing::Case ready = groundswell::testing::readyCase();
    QTemporaryDir folder;
    FakeAccessManager manager;
    Settings settings{folder.filePath(u"settings.ini"_s)};
    Theme theme{*qApp};
    Session session;
    Calendar calendar{[] { return QDateTime(QDate(2026, 5, 1), QTime(12, 0), QTimeZone::utc()); }};
    ManualScheduler scheduler;
    RestClient rest{manager, session, scheduler, [] { return 0.0; }};
    WaveClient client{rest};
    WaveDraftStore store{client};
    std::map<QString, Notice> notices;
    std::unique_ptr<WizardHost> host;

    Answer boost = [](FakeReply &) {}; // hangs
    Answer campaigns = with(200, "[]");
    bool isSavingSlow = false; ///< no row that is sent is answered
    int boosts = 0;
    int looks = 0; ///< after it
    int rowsRead = 0; ///< of the first event
    std::vector<std::pair<EventId, bool>> published; ///< and whether it was seen

    Program()
    {
        session.connectTo(Session::Kind::Remote, QUrl(u"http://wave.example/api/v3"_s), u"t"_s,
                          PartnerId(u"fd1"_s));
        ready.setup.currency = u"EUR"_s;
        client.setCurrency(u"EUR"_s);
        manager.answerWith([this](const FakeAccessManager::Seen &seen) { play(seen); });
        host = std::make_unique<WizardHost>(DesktopContext{.settings = settings,
                                                           .theme = theme,
                                                           .session = session,
                                                           .client = client,
                                                           .draftStore = store,
                                                           .scheduler = scheduler,
                                                           .calendar = calendar,
                                                           .random = [] { return 0.0; },
                                                           .journalFolder = folder.filePath(u"drafts"_s),
                                                           .isLocal = false,
                                                           .writeSample = {}});
        QObject::connect(host.get(), &WizardHost::messagePosted, host.get(),
                         [this](const Notice &notice) { notices[notice.key] = notice; });
        QObject::connect(host.get(), &WizardHost::messageCleared, host.get(),
                         [this](const QString &key) { notices.erase(key); });
        QObject::connect(host.get(), &WizardHost::published, host.get(),
                         [this](const EventId &eid, const QString &title, int, bool seen) {
                             QCOMPARE(title, u"The concert"_s);
                             published.emplace_back(eid, seen);
                         });
        host->resize(1280, 900);
        host->show();
    }
    void play(const FakeAccessManager::Seen &seen)
    {
        const QString path = seen.pathAndQuery();
        const bool isFirst = path.contains(u"/e1"_s);
        if (path.endsWith(u"/boost"_s)) {
            ++boosts;
            boost(*seen.reply);
        } else if (path.endsWith(u"/campaigns"_s)) {
            looks += boosts > 0 ? 1 : 0;
            campaigns(*seen.reply);
        } else if (path.contains(u"setup_processes/e"_s)) {
            rowsRead += isFirst && seen.verb == "GET" ? 1 : 0;
            if (isSavingSlow && seen.verb == "PUT")
                return;
            SetupProcess row = ready.setup;
            row.eid = isFirst ? first : second;
            seen.reply->answer(200, QJsonDocument(row.toJson()).toJson(), {{"ETag", "\"1\""}});
        } else if (path.contains(u"/media"_s)) {
            return; // a picture that takes its time
        } else if (path.endsWith(u"/events/e1"_s)) {
            with(200, R"({"id":"e1","title":"The concert"})")(*seen.reply);
        } else if (path.endsWith(u"assets"_s)) {
            with(200, QJsonDocument(ready.context.assets->toJson()).toJson())(*seen.reply);
        } else if (path.endsWith(u"/status"_s)) {
            with(200, R"({"connected":true})")(*seen.reply);
        } else {
            with(422, R"({"message":"error.x"})")(*seen.reply);
        }
    }
    bool waitUntil(const std::function<bool()> &condition)
    {
        return QTest::qWaitFor(
            [&] {
                if (!condition())
                    scheduler.advance(1s);
                return condition();
            },
            20'000);
    }
    [[nodiscard]] QPointer<CampaignWizard> shown() const
    {
        for (auto *wizard : host->findChildren<CampaignWizard *>()) {
            if (wizard->isVisible())
                return wizard;
        }
        return nullptr;
    }
    [[nodiscard]] bool isLocked() const
    {
        return shown() && !shown()->page(0)->findChild<QWidget *>(u"pageTitle"_s)->isEnabled();
    }
    bool open(const EventId &eid)
    {
        const QPointer<CampaignWizard> before = shown();
        host->open(eid);
        return waitUntil([&] { return shown() && shown() != before; });
    }
    /// The first setup, with an edit that isn't saved and won't be.
    bool editFirst()
    {
        if (!open(first) || !waitUntil([&] { return !waiting(); }))
            return false;
        isSavingSlow = true;
        shown()->jumpTo(PageId::Dsa);
        QTest::keyClicks(shown()->findChild<QLineEdit *>(u"dsaPayor"_s), u"x"_s);
        return host->saveState().pendingChanges > 0;
    }
    bool publishFirst()
    {
        if (!open(first) || !waitUntil([&] { return !waiting(); }))
            return false;
        Q_EMIT shown()->publishRequested();
        return waitUntil([&] { return boosts == 1; });
    }
    [[nodiscard]] bool waiting() const
    {
        return std::ranges::any_of(manager.seen(),
                                   [](const auto &seen) { return seen.reply && !seen.reply->isFinished(); });
    }
    [[nodiscard]] QPointer<FakeReply> boosting() const
    {
        for (const auto &seen : manager.seen()) {
            if (seen.pathAndQuery().endsWith(u"/boost"_s))
                return seen.reply;
        }
        return nullptr;
    }
    [[nodiscard]] Notice notice() const
    {
        const auto found = notices.find(u"publish/e1"_s);
        return found == notices.end() ? Notice() : found->second;
    }
};

} // namespace

class TestPublishing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itGoesOnWhileAnotherSetupIsShown()
    {
        Program program;
        QVERIFY(program.publishFirst());
        QVERIFY(program.isLocked());
        QVERIFY(program.open(second));
        QVERIFY(!program.isLocked());
        const QPointer<CampaignWizard> other = program.shown();
        program.campaigns = with(200, running);
        QVERIFY(program.boosting()); // nothing gave it up
        program.boosting()->fail(QNetworkReply::RemoteHostClosedError); // unclear: it is looked up
        QVERIFY(program.waitUntil([&] { return !program.published.empty(); }));
        QCOMPARE(program.published.front(), std::pair(first, false));
        QCOMPARE(program.boosts, 1);
        QCOMPARE(program.looks, 1);
        QVERIFY(other && program.shown() == other);
        // It is done with; opened again it is read anew.
        const int before = program.rowsRead;
        QVERIFY(program.open(first));
        QCOMPARE(program.rowsRead, before + 1);
        QVERIFY(!program.isLocked());
    }

    void reopenedItIsShownAsItIsBeingPublished()
    {
        Program program;
        QVERIFY(program.publishFirst());
        const QPointer<CampaignWizard> wizard = program.shown();
        const int rows = program.rowsRead;
        QVERIFY(program.open(second));
        QVERIFY(program.open(first));
        QVERIFY(program.shown() == wizard);
        QVERIFY(program.isLocked());
        QCOMPARE(program.rowsRead, rows);
        QVERIFY(program.boosting()); // nothing gave it up
        with(200, running)(*program.boosting());
        QVERIFY(program.waitUntil([&] { return !program.published.empty(); }));
        QCOMPARE(program.published.front(), std::pair(first, true));
        QCOMPARE(program.boosts, 1);
    }

    void aFailureIsSaidWithTheEventsName_data()
    {
        QTest::addColumn<bool>("seen");
        QTest::newRow("seen") << true;
        QTest::newRow("unseen") << false;
    }
    void aFailureIsSaidWithTheEventsName()
    {
        QFETCH(bool, seen);
        Program program;
        QVERIFY(program.publishFirst());
        if (!seen)
            QVERIFY(program.open(second));
        QVERIFY(program.boosting()); // nothing gave it up
        with(403, R"({"message":"error.x"})")(*program.boosting());
        QVERIFY(program.waitUntil([&] { return program.notice().tone == Tone::Bad; }));
        QVERIFY(program.notice().text.contains(u"The concert"_s));
        QVERIFY(!program.isLocked());
        QVERIFY(program.published.empty());
        if (seen)
            return;
        QVERIFY(program.open(first)); // to try it again
        QVERIFY(!program.isLocked());
        QVERIFY(program.notice().text.isEmpty());
    }

    void aRunThatNeedsTheUserSaysSoUnseen()
    {
        Program program;
        QVERIFY(program.open(first));
        QVERIFY(program.waitUntil([&] { return !program.waiting(); }));
        program.ready.setup.dsaPayor = u"somebody else's"_s; // found by the reading before publishing
        Q_EMIT program.shown()->publishRequested();
        QVERIFY(program.isLocked());
        QVERIFY(program.open(second));
        QVERIFY(program.waitUntil([&] { return !program.notice().text.isEmpty(); }));
        QVERIFY(program.notice().text.contains(u"The concert"_s));
        QCOMPARE(program.boosts, 0);
    }

    // A service that refuses to say: it is said, nothing is offered, and nothing is asked for ever.
    void whatCantBeFoundOutStaysLockedUntilItIs()
    {
        Program program;
        QVERIFY(program.publishFirst());
        program.campaigns = with(403);
        QVERIFY(program.boosting()); // nothing gave it up
        program.boosting()->answer(500);
        QVERIFY(program.waitUntil([&] { return static_cast<bool>(program.notice().action.run); }));
        const int looks = program.looks;
        program.scheduler.advance(1h);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(program.looks, looks);
        QVERIFY(program.isLocked());
        QVERIFY(program.open(second)); // one may go on elsewhere
        QVERIFY(program.open(first));
        QVERIFY(program.isLocked());
        QVERIFY(program.waitUntil([&] { return program.looks == looks + 1; })); // coming back is asking again
        program.campaigns = with(200, running);
        QVERIFY(program.waitUntil([&] { return static_cast<bool>(program.notice().action.run); }));
        program.notice().action.run();
        QVERIFY(program.waitUntil([&] { return !program.published.empty(); }));
        QCOMPARE(program.boosts, 1);
    }

    void theProgramIsLeftAllTheSame()
    {
        Program program;
        QVERIFY(program.publishFirst());
        QVERIFY(program.open(second));
        bool left = false;
        program.host->shutDown(2s, [&] { left = true; });
        QTRY_VERIFY(left);
    }

    // Also when a setup goes away before its last edit is saved.
    void theProgramIsLeftWhateverIsOpenedMeanwhile()
    {
        Program program;
        QVERIFY(program.editFirst());
        bool left = false;
        program.host->shutDown(2s, [&] { left = true; });
        program.host->open(second);
        QTRY_VERIFY(left);
    }

    void itsEndLeavesWhatIsSaidOfTheSetupInView()
    {
        Program program;
        QVERIFY(program.publishFirst());
        QVERIFY(program.open(second));
        Q_EMIT program.host->messagePosted({.key = u"conflict"_s, .text = u"Of the second"_s});
        QVERIFY(program.boosting());
        with(200, running)(*program.boosting());
        QVERIFY(program.waitUntil([&] { return !program.published.empty(); }));
        QVERIFY(program.notices.contains(u"conflict"_s));
    }

    void whoLeftHearsOfItsFailureAndUndoesNothing()
    {
        Program program;
        QVERIFY(program.publishFirst());
        program.host->leave();
        program.host->hide();
        QSignalSpy stacks(program.host.get(), &WizardHost::undoStackChanged);
        QVERIFY(program.boosting());
        with(403, R"({"message":"error.x"})")(*program.boosting());
        QVERIFY(program.waitUntil([&] { return program.notice().tone == Tone::Bad; }));
        for (const auto &told : stacks)
            QVERIFY(!told.front().value<QUndoStack *>());
        program.host->show();
        QVERIFY(program.open(second));
        QVERIFY(program.notice().tone == Tone::Bad);
    }

    // It would arrive at a draft that is gone.
    void itIsNotPublishedBeforeItsPictureIsThere()
    {
        Program program;
        QVERIFY(program.open(first));
        QVERIFY(program.waitUntil([&] { return !program.waiting(); }));
        QFile picture(program.folder.filePath(u"picture.png"_s));
        QVERIFY(picture.open(QIODevice::WriteOnly) && picture.write("picture") > 0);
        picture.close();
        Q_EMIT program.shown()->mediaChosen(program.ready.setup.clusters.front().cluster, 0,
                                            picture.fileName());
        Q_EMIT program.shown()->publishRequested();
        QVERIFY(!program.isLocked());
        QVERIFY(program.notice().tone == Tone::Warn);
        QVERIFY(!program.notice().text.isEmpty());
        Q_EMIT program.shown()->mediaCancelled(program.ready.setup.clusters.front().cluster, 0);
        Q_EMIT program.shown()->publishRequested();
        QVERIFY(program.isLocked());
        QVERIFY(program.notice().text.isEmpty());
    }

    // What is closing has nobody left to tell how it ended.
    void whatIsClosingIsNotPublished()
    {
        Program program;
        QVERIFY(program.editFirst());
        const QPointer<CampaignWizard> wizard = program.shown();
        program.host->leave();
        QVERIFY(wizard);
        QVERIFY(!wizard->isEnabled());
        QSignalSpy stacks(program.host.get(), &WizardHost::undoStackChanged);
        Q_EMIT wizard->publishRequested();
        QCOMPARE(stacks.size(), 0); // it didn't begin
        QVERIFY(program.waitUntil([&] { return !wizard; }));
        QCOMPARE(program.boosts, 0);
    }

    // Undo would change the draft under what is being published.
    void nothingIsUndoneMeanwhile()
    {
        Program program;
        QVERIFY(program.open(first));
        QSignalSpy stacks(program.host.get(), &WizardHost::undoStackChanged);
        QVERIFY(program.waitUntil([&] { return !program.waiting(); }));
        Q_EMIT program.shown()->publishRequested();
        QCOMPARE(stacks.size(), 1);
        QVERIFY(!stacks.front().front().value<QUndoStack *>());
        QVERIFY(!program.shown()->undoAction()->isEnabled());
    }
};

QTEST_MAIN(TestPublishing)
#include "tst_publishing.moc"
