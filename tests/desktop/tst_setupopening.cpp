// A setup opens with its row or its journal; everything else arrives when it arrives.
#include "app/autosave/wavedraftstore.h"
#include "app/desktop/setup/wizardhost.h"
#include "app/desktop/shell/settings.h"
#include "app/look/style/theme.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "app/net/wave/waveclient.h"
#include "models/time/calendar.h"
#include "support/fakeaccessmanager.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

#include <array>

using namespace groundswell;
using namespace groundswell::test;
using namespace Qt::StringLiterals;

namespace {

const EventId eid(u"e1"_s);
constexpr int connections = 6; ///< of the network layer to one service
constexpr std::array planQuestions{"budget_min_max", "campaigns_expected_value", "suggested_tcs"};

const QByteArray proposal =
    R"({"goal":"UTILIZATION","total_budget":500,"currency":"EUR","start_date":"2031-03-01",
    "end_date":"2031-03-14","tcs":[{"tc":"family","tc_run_id":7}],"dsa_payor":"Acme","dsa_beneficiary":"Acme"})";

/// The windows' part of the program around one setup, over a network in the test's hand.
struct Program {
    QTemporaryDir folder;
    FakeAccessManager manager;
    Settings settings{folder.filePath(u"settings.ini"_s)};
    Theme theme{*qApp};
    Session session;
    QDateTime moment; ///< what the calendar goes by; unset = the computer's clock
    Calendar calendar{[this] { return moment.isValid() ? moment : systemTime()(); }};
    SystemScheduler scheduler{systemTime()};
    RestClient rest{manager, session, scheduler, [] { return 0.0; }};
    WaveClient client{rest};
    WaveDraftStore store{client};
    std::unique_ptr<WizardHost> host;

    Program()
    {
        session.connectTo(Session::Kind::Embedded, QUrl(u"http://wave.example/api/v3"_s), u"t"_s,
                          PartnerId(u"fd1"_s));
        client.setCurrency(u"EUR"_s);
        host = std::make_unique<WizardHost>(DesktopContext{.settings = settings,
                                                           .theme = theme,
                                                           .session = session,
                                                           .client = client,
                                                           .draftStore = store,
                                                           .scheduler = scheduler,
                                                           .calendar = calendar,
                                                           .random = [] { return 0.0; },
                                                           .journalFolder = folder.filePath(u"drafts"_s),
                                                           .isLocal = true,
                                                           .writeSample = {}});
        host->resize(1280, 900);
        host->show();
    }

    [[nodiscard]] std::vector<QPointer<FakeReply>> waiting(const QString &part = {}) const
    {
        std::vector<QPointer<FakeReply>> found;
        for (const FakeAccessManager::Seen &seen : manager.seen()) {
            if (seen.reply && !seen.reply->isFinished() && seen.pathAndQuery().contains(part))
                found.push_back(seen.reply);
        }
        return found;
    }
    [[nodiscard]] int asked(const QString &part) const
    {
        return int(std::count_if(manager.seen().begin(), manager.seen().end(),
                                 [&](const auto &seen) { return seen.pathAndQuery().contains(part); }));
    }
    bool answer(const QString &part, int status, const QByteArray &json)
    {
        if (!QTest::qWaitFor([&] { return !waiting(part).empty(); }))
            return false;
        waiting(part).front()->answer(status, json, {{"Content-Type", "application/json"}});
        return true;
    }
    bool openNew()
    {
        host->open(eid);
        return answer(u"/setup_processes/e1"_s, 404, R"({"message":"error.setup.not_found"})");
    }
    template <class T> T *find(const char *name) const
    {
        return host->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] bool shows(const char *name) const
    {
        const auto *widget = find<QWidget>(name);
        return widget && widget->isVisible();
    }
};

} // namespace

class TestSetupOpening : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theRowIsEnough()
    {
        Program program;
        program.host->open(eid);
        QVERIFY(program.answer(u"/setup_processes/e1"_s, 200, R"({"eid":"e1","goal":"ROAS"})"));
        QTRY_VERIFY(program.shows("planPage"));
        QVERIFY(program.find<QAbstractButton>("goalRevenue")->isChecked());
        QCOMPARE(program.asked(u"default_campaigns_parameters"_s), 0); // it has begun already
    }

    // Nothing but the row was answered, and one works; the rest says that it is on its way.
    void aNewSetupIsThereBeforeItsProposal()
    {
        Program program;
        QVERIFY(program.openNew());
        QTRY_VERIFY(program.shows("planPage"));
        QTRY_VERIFY(program.shows("proposalStatus"));
        QVERIFY(!program.shows("proposalStatusRetry"));
        QTRY_VERIFY(program.shows("limitsStatus"));
        QTest::mouseClick(program.find<QAbstractButton>("goalClicks"), Qt::LeftButton);

        QVERIFY(program.answer(u"default_campaigns_parameters"_s, 200, proposal));
        QTRY_COMPARE(program.find<QLineEdit>("budget")->text(), u"500"_s);
        QVERIFY(program.find<QAbstractButton>("goalClicks")->isChecked()); // touched
        QVERIFY(!program.shows("proposalStatus"));
    }

    void untouchedItIsNobodysEdit()
    {
        Program program;
        QVERIFY(program.openNew());
        QVERIFY(program.answer(u"default_campaigns_parameters"_s, 200, proposal));
        QTRY_COMPARE(program.find<QLineEdit>("budget")->text(), u"500"_s);
        QCOMPARE(program.host->saveCounters().bursts, 0);
        QCOMPARE(program.host->saveState().kind, SaveState::Kind::Clean);
    }

    void aFailureIsSaidWhereItBelongsAndCanBeTriedAgain()
    {
        Program program;
        QVERIFY(program.openNew());
        QVERIFY(program.answer(u"default_campaigns_parameters"_s, 422, R"({"message":"error.x"})"));
        QTRY_VERIFY(program.shows("proposalStatusRetry"));
        QVERIFY(!program.find<QLabel>("proposalStatusText")->text().isEmpty());
        QTest::mouseClick(program.find<QPushButton>("proposalStatusRetry"), Qt::LeftButton);
        QVERIFY(program.answer(u"default_campaigns_parameters"_s, 200, proposal));
        QTRY_COMPARE(program.find<QLineEdit>("budget")->text(), u"500"_s);
        QVERIFY(!program.shows("proposalStatus"));

        const auto refusePlan = [&](const char *said) {
            for (const char *question : planQuestions) {
                for (const auto &reply : program.waiting(QString::fromLatin1(question)))
                    reply->answer(422, R"({"message":"error.x"})", {{"Content-Type", "application/json"}});
            }
            return program.shows(said);
        };
        QTRY_VERIFY(refusePlan("limitsStatusRetry"));
        QTRY_VERIFY(refusePlan("expectedStatusRetry"));
        QTRY_VERIFY(refusePlan("limitsStatusRetry"));
        const int before = program.asked(u"budget_min_max"_s);
        QTest::mouseClick(program.find<QPushButton>("limitsStatusRetry"), Qt::LeftButton);
        QTRY_COMPARE(program.asked(u"budget_min_max"_s), before + 1);
    }

    // A service that computes holds every question about the plan. However much is typed meanwhile,
    // connections for saving are left.
    void aBusyServiceIsNotAskedOnAllConnections()
    {
        Program program;
        program.manager.answerWith([](const FakeAccessManager::Seen &seen) {
            const QString path = seen.pathAndQuery();
            for (const char *waits : {"/setup_processes/e1", "/clusters", "default_campaigns_parameters",
                                      "budget_min_max", "suggested_tcs", "campaigns_expected_value"}) {
                if (path.contains(QLatin1StringView(waits)))
                    return;
            }
            seen.reply->answer(422, R"({"message":"error.x"})", {{"Content-Type", "application/json"}});
        });
        QVERIFY(program.openNew());
        QTRY_VERIFY(program.shows("planPage"));
        for (const char *goal : {"goalClicks", "goalReach", "goalRevenue", "goalTickets"}) {
            program.find<QAbstractButton>(goal)->click();
            program.host->saveNow();
        }
        QTRY_VERIFY(!program.waiting(u"/setup_processes/e1"_s).empty()); // the row on its way
        const auto questions = program.waiting().size() - program.waiting(u"/setup_processes/e1"_s).size();
        QVERIFY2(questions < connections - 1, qPrintable(QString::number(questions)));
        QCOMPARE(program.waiting(u"budget_min_max"_s).size(), 1U);
        QCOMPARE(program.waiting(u"suggested_tcs"_s).size(), 0U);
        // Answered at last, it is asked once more, for the plan as it is by now.
        const auto answerPlan = [&] {
            for (const char *question : planQuestions) {
                for (const auto &reply : program.waiting(QString::fromLatin1(question)))
                    reply->answer(422, R"({"message":"error.x"})", {{"Content-Type", "application/json"}});
            }
            return program.asked(u"budget_min_max"_s) > 1;
        };
        QTRY_VERIFY(answerPlan());
    }

    // In the organiser's zone, far from the computer's, and after a midnight there.
    void theDayIsTheOrganisersAndFollowsMidnight()
    {
        Program program;
        program.moment = QDateTime(QDate(2031, 3, 1), QTime(10, 0), Qt::UTC); // 23:00 in Auckland
        program.host->open(eid);
        QVERIFY(program.answer(u"/setup_processes/e1"_s, 200, R"({"eid":"e1","goal":"ROAS"})"));
        QTRY_VERIFY(program.shows("planPage"));
        QVERIFY(program.answer(u"/partners"_s, 200,
                               R"({"id":"fd1","currency":"EUR","time_zone":"Pacific/Auckland"})"));
        QVERIFY(program.answer(u"/events/e1"_s, 200,
                               R"({"id":"e1","title":"x","start_date_time":"2031-03-20T12:00:00Z"})"));
        QTRY_VERIFY(program.find<QLabel>("runtime")->text().contains(
            QLocale().toString(QDate(2031, 3, 21), QLocale::LongFormat)));

        program.moment = program.moment.addSecs(2 * 3600); // already the second there, and the first here
        program.calendar.look();
        auto *start = program.find<QDateEdit>("startDate");
        QTest::keyClick(start, Qt::Key_Up); // the first step is to the proposed day
        QCOMPARE(start->date(), QDate(2031, 3, 2));
    }

    void whatCantBeOpenedCanBeTriedAgain()
    {
        Program program;
        program.host->open(eid);
        QVERIFY(program.answer(u"/setup_processes/e1"_s, 403, R"({"message":"error.x"})"));
        QTRY_VERIFY(program.shows("wizardError"));
        QTest::mouseClick(program.find<QWidget>("wizardError")->findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(program.answer(u"/setup_processes/e1"_s, 200, R"({"eid":"e1","goal":"ROAS"})"));
        QTRY_VERIFY(program.shows("planPage"));
    }
};

QTEST_MAIN(TestSetupOpening)
#include "tst_setupopening.moc"
