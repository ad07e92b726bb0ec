// How long is it from a key to the next paint of the real wizard, and to the edit being on disk, for a setup
// with 200 clusters and three ads each, while the real client saves it to the real service? Usage:
// bench_autosave_latency [KEYS [CLUSTERS]]
#include "app/autosave/draftsession.h"
#include "app/autosave/wavedraftstore.h"
#include "app/net/rest/accessmanager.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "app/net/wave/waveclient.h"
#include "tests/service/http/servicefixture.h"
#include "wizard/campaignwizard.h"
#include "wizardfixture.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace groundswell;

namespace {

constexpr int variants = 3;
constexpr int betweenKeys = 40; ///< ms, a fast typist
constexpr int keysOfAText = 20;

/// Sees when a widget was painted.
class PaintWatch : public QObject {
public:
    explicit PaintWatch(QWidget *widget) { widget->installEventFilter(this); }
    bool painted = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        painted = painted || event->type() == QEvent::Paint;
        return false;
    }
};

double millisecondsOf(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void report(const char *what, std::vector<double> times)
{
    if (times.empty())
        return;
    std::sort(times.begin(), times.end());
    const auto at = [&](double part) {
        return times[std::min(times.size() - 1,
                              static_cast<size_t>(part * static_cast<double>(times.size())))];
    };
    std::printf("%-34s median %7.2f ms   p99 %7.2f ms   worst %7.2f ms   (%zu)\n", what, at(0.5), at(0.99),
                times.back(), times.size());
}

SetupProcess bigSetup(const WizardContext &context, int clusters)
{
    SetupProcess row = completeSetup(context, clusters);
    const std::vector<Creative> first = row.creatives;
    for (int variant = 1; variant < variants; ++variant) {
        for (Creative creative : first) {
            creative.headline += QString::number(variant);
            row.creatives.push_back(creative);
        }
    }
    return row;
}

/// The draft alone: what a setter costs, undo command and signal included.
void measureSetter(const SetupProcess &row, int keys)
{
    SetupDraft draft;
    draft.replace(row, Origin::Loaded);
    std::vector<double> times;
    for (int key = 0; key < keys; ++key) {
        Creative creative = draft.data().creatives.front();
        creative.headline = QString::number(key);
        QElapsedTimer timer;
        timer.start();
        draft.setCreative(creative.cluster, 0, creative, QStringLiteral("headline"));
        times.push_back(millisecondsOf(timer));
    }
    report("the draft's setter alone", std::move(times));
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const int keys = arguments.size() > 1 ? arguments[1].toInt() : 400;
    const int clusters = arguments.size() > 2 ? arguments[2].toInt() : 200;

    service::ServiceFixture service;
    QNetworkAccessManager manager;
    configureAccessManager(manager);
    Session session;
    session.connectTo(Session::Kind::Embedded, QUrl(service.service().baseUrl()), service.service().token(),
                      PartnerId(service::Service::partnerId()));
    SystemScheduler scheduler{systemTime()};
    RestClient rest(manager, session, scheduler, systemRandom());
    WaveClient client(rest);
    client.setCurrency(QStringLiteral("EUR"));
    WaveDraftStore store(client);

    WizardContext context;
    fillContext(context, clusters);
    SetupProcess row = bigSetup(context, clusters);
    row.eid = EventId(service.upcoming().first());
    service.rawClient().post("/api/v3/setup_processes/" + row.eid.value().toUtf8(), row.toJson());
    measureSetter(row, keys);

    QTemporaryDir journals;
    DraftSession draft(store, scheduler, systemRandom(),
                       {journals.path(), QStringLiteral("bench"), session.partner()});
    draft.open(row.eid, row);
    if (!QTest::qWaitFor([&] { return draft.phase() == DraftSession::Phase::Ready; }, 20'000))
        return 1;
    CampaignWizard wizard(draft.draft(), context);
    wizard.resize(1280, 800);
    wizard.show();
    wizard.jumpTo(PageId::Creative);
    QTest::qWait(500); // allowed: lets the window settle before it is measured
    auto *headline = wizard.findChild<QLineEdit *>(QStringLiteral("headline"));
    headline->setFocus();
    headline->selectAll();

    QObject::connect(&draft, &DraftSession::saveStateChanged, &wizard, &CampaignWizard::setSaveState);
    std::vector<double> handled, painted, journalled;
    PaintWatch watch(headline);
    for (int key = 0; key < keys; ++key) {
        if (key % keysOfAText == 0)
            headline->selectAll();
        watch.painted = false;
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(headline, static_cast<char>('a' + key % 26));
        handled.push_back(millisecondsOf(timer));
        while (!watch.painted)
            QCoreApplication::processEvents(); // allowed: measures one turn of the loop
        painted.push_back(millisecondsOf(timer));
        QTest::qWait(betweenKeys); // allowed: the typist's pace
    }
    // One key at a time: while one types on, there is always one that isn't on disk yet.
    for (int key = 0; key < keys / keysOfAText; ++key) {
        QTest::qWait(betweenKeys); // allowed: the typist's pace
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(headline, static_cast<char>('a' + key % 26));
        if (QTest::qWaitFor([&] { return draft.saveState().kind == SaveState::Kind::OnDisk; }, 2'000))
            journalled.push_back(millisecondsOf(timer));
    }
    report("key -> handled", std::move(handled));
    report("key -> painted", std::move(painted));
    report("key -> on disk (50 ms of waiting)", std::move(journalled));
    const SaveCounters &counters = draft.saver().counters();
    std::printf("%d keys, %d writes, %d aborted\n", keys, counters.sent, counters.aborted);
    return 0;
}
