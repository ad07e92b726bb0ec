#include "app/desktop/tour/eventscout.h"
#include "app/desktop/tour/fields.h"
#include "app/desktop/tour/stages.h"
#include "app/desktop/window/mainwindow.h"
#include "app/look/inputs/inputs.h"

#include <QAbstractItemView>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QSlider>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groundswell::tour {

namespace {

constexpr int LeastClusters = EventScout::leastClusters;
constexpr int BudgetSteps = 5; // of the slider's pages, about half of what is allowed
constexpr int PictureSide = 1080; // square, as the ad platform's feed shows it

/// A picture for the ad, drawn here so that the tour needs no file of its own.
bool drawPicture(const QString &path)
{
    QImage image(PictureSide, PictureSide, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient night(0, 0, PictureSide, PictureSide);
    night.setColorAt(0, QColor(24, 32, 66));
    night.setColorAt(1, QColor(178, 74, 92));
    painter.fillRect(image.rect(), night);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int ring = 0; ring < 9; ++ring) {
        painter.setBrush(QColor(255, 236, 200, 26));
        const int radius = 90 + ring * 62;
        painter.drawEllipse(QPoint(PictureSide / 2, PictureSide * 2 / 3), radius, radius);
    }
    painter.end();
    return image.save(path);
}

/// Moves the slider from its least, and types the amount that the service was asked about.
Step &chooseBudget(Step &step, const SharedNotes &notes)
{
    step.waitUntil(u"the budget's limits"_s, [] {
        const auto *slider = visible<QSlider>(u"budgetSlider"_s);
        return slider && slider->isEnabled();
    });
    step.then([]() -> Progress {
        auto *slider = visible<QSlider>(u"budgetSlider"_s);
        if (!slider)
            return Progress::waiting(u"the budget's slider"_s);
        if (!readyForKeys())
            return Progress::waiting(u"a window to have the focus"_s);
        slider->setFocus(Qt::TabFocusReason);
        tour::press(Qt::Key_Home);
        for (int i = 0; i < BudgetSteps; ++i)
            tour::press(Qt::Key_PageUp);
        return Progress::done();
    });
    return step.then([notes, typed = std::make_shared<Action>()]() -> Progress {
        if (!*typed) {
            const auto amount = static_cast<qint64>(notes->plan.budget.value_or(Money()).toDouble());
            *typed = typing(u"budget"_s, QString::number(amount), true);
        }
        return (*typed)();
    });
}

/// The venue's surroundings where the event says where it is; else a place by its name.
Action placeOfTheEvent()
{
    return [search = typing(u"geoSearch"_s, u"Germany"_s, true), typed = false]() mutable -> Progress {
        if (!typed) {
            if (QWidget *venue = findVisible(u"geoVenue"_s)) {
                click(venue);
                return Progress::done();
            }
            const Progress progress = search();
            typed = progress.kind == Progress::Kind::Done;
            return progress.kind == Progress::Kind::Failed ? progress
                                                           : Progress::waiting(u"a place to be typed"_s);
        }
        auto *results = qobject_cast<QAbstractItemView *>(findVisible(u"geoResults"_s));
        if (!results || results->model()->rowCount() == 0)
            return Progress::waiting(u"places to be found"_s);
        clickItem(results, results->model()->index(0, 0));
        return Progress::done();
    };
}

bool isChosen(const QModelIndex &cluster)
{
    return cluster.data(Qt::CheckStateRole).toInt() == Qt::Checked;
}

int chosenClusters()
{
    int chosen = 0;
    const auto *list = visible<QAbstractItemView>(u"clusterList"_s);
    for (int row = 0; list && row < list->model()->rowCount(); ++row)
        chosen += isChosen(list->model()->index(row, 0)) ? 1 : 0;
    return chosen;
}

/// At least two clusters, one by the keyboard. The list may be sorted anew while it is looked at, when
/// suggestions come: a key is only pressed where the current row is still one that isn't chosen.
Action chooseAnother()
{
    return []() -> Progress {
        auto *list = visible<QAbstractItemView>(u"clusterList"_s);
        if (!list || chosenClusters() >= LeastClusters || list->model()->rowCount() < LeastClusters)
            return list ? Progress::done() : Progress::waiting(u"the clusters"_s);
        const QModelIndex current = list->currentIndex();
        if (list->hasFocus() && current.isValid() && !isChosen(current)) {
            tour::press(Qt::Key_Space);
            return Progress::waiting(u"another cluster to be chosen"_s);
        }
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (!isChosen(list->model()->index(row, 0))) {
                clickItem(list, list->model()->index(row, 0));
                break;
            }
        }
        return Progress::waiting(u"another cluster to be current"_s);
    };
}

/// On a calm network each burst of typing is one write, and there is none without an edit.
Progress countOfWrites(const SaveCounters &counters)
{
    const bool isCalm = counters.aborted == 0 && counters.verified == 0;
    if (!isCalm || counters.sent == counters.bursts)
        return Progress::done();
    return Progress::failed(u"%1 writes for %2 bursts of typing"_s.arg(counters.sent).arg(counters.bursts));
}

} // namespace

Script wizard(const UserPathOptions &options, const MainWindow &window, const SharedNotes &notes)
{
    Step plan(u"wizard-plan"_s);
    plan.click(u"eventSetupButton"_s).waitFor(u"planPage"_s);
    plan.then([&window]() -> Progress {
        return window.saveCounters().bursts == 0 ? Progress::done()
                                                 : Progress::failed(u"the setup was edited by nobody"_s);
    });
    // It comes when the service has it; typed before that, the dates would begin at nothing.
    plan.waitUntil(u"the service's proposal"_s, [] {
        const auto *start = visible<DayEdit>(u"startDate"_s);
        return start && start->day().isValid();
    });
    plan.click(u"goalTickets"_s);
    typeDay(plan, u"startDate"_s, [notes] { return notes->plan.start; });
    typeDay(plan, u"endDate"_s, [notes] { return notes->plan.end; });
    chooseBudget(plan, notes);
    plan.press(Qt::Key_Tab).within(60s);

    Step clusters(u"wizard-clusters"_s);
    clusters.click(u"nextButton"_s)
        .waitFor(u"clustersPage"_s)
        .click(u"chooseSuggested"_s)
        .waitUntil(u"the suggested clusters to be chosen"_s, [] { return chosenClusters() > 0; })
        .then(chooseAnother())
        .clickIfThere(u"evenShares"_s)
        .within(60s);

    const QString picture = options.folder.absoluteFilePath(u"ad.png"_s);
    Step creative(u"wizard-creative"_s);
    creative.then([picture]() -> Progress {
        return drawPicture(picture) ? Progress::done()
                                    : Progress::failed(u"the ad's picture can't be written"_s);
    });
    creative.click(u"nextButton"_s)
        .waitFor(u"creativePage"_s)
        .type(u"headline"_s, u"One evening, one stage"_s)
        .type(u"body"_s, u"Hear it live while there are seats. Doors open an hour before."_s)
        .type(u"description"_s, u"Tickets from the box office"_s)
        .click(u"mediaChoose"_s);
    fileDialog(creative, picture);
    creative.type(u"linkUrl"_s, u"https://tickets.example.org/evening"_s)
        .choose(u"cta"_s, 1)
        .waitUntil(u"the picture to be uploaded"_s, [] { return !findVisible(u"mediaDialog"_s); })
        .clickIfThere(u"adForAll"_s)
        .within(60s);
    Step matrix(u"wizard-matrix"_s);
    matrix.clickTab(u"creativeTabs"_s, 1).waitFor(u"matrixTable"_s);

    Step targeting(u"wizard-targeting"_s);
    targeting.click(u"nextButton"_s)
        .waitFor(u"targetingPage"_s)
        .then(placeOfTheEvent())
        .type(u"ageMin"_s, u"25"_s)
        .type(u"ageMax"_s, u"60"_s)
        .press(Qt::Key_Tab)
        .clickIfThere(u"targetingForAll"_s)
        .within(60s);

    Step integrations(u"wizard-integrations"_s);
    integrations.click(u"nextButton"_s)
        .waitFor(u"integrationsPage"_s)
        .choose(u"adAccountId"_s, 1)
        .choose(u"pageId"_s, 1)
        .choose(u"pixelId"_s, 1)
        .choose(u"customEventType"_s, 1)
        .within(60s);

    Step dsa(u"wizard-dsa"_s);
    dsa.click(u"nextButton"_s)
        .waitFor(u"dsaPage"_s)
        .type(u"dsaPayor"_s, u"Hanse Konzerte GmbH"_s)
        .typeIfUsable(u"dsaBeneficiary"_s, u"Hanse Konzerte GmbH"_s);

    Step review(u"wizard-review"_s);
    review.click(u"nextButton"_s).waitFor(u"reviewPage"_s);
    Step saved(u"autosave"_s);
    saved.waitUntil(u"the draft to be saved on the service"_s, [&window] {
        return window.draftState().kind == SaveState::Kind::Saved && window.saveCounters().sent > 0;
    });
    saved.then([&window]() -> Progress { return countOfWrites(window.saveCounters()); });
    // Closed again by its button: Escape would lead on to the page before.
    Step history(u"version-history"_s);
    history.press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier)
        .waitFor(u"historyDialog"_s)
        .waitUntil(u"versions in the history"_s, [] { return rowsOf(u"historyVersions"_s) >= 2; })
        .shot(u"version-history-open"_s)
        .click(u"historyClose"_s)
        .waitUntil(u"the history to close"_s, [] { return dialogIsGone(u"historyDialog"_s); })
        .withoutScreenshot();
    return {plan, clusters, creative, matrix, targeting, integrations, dsa, review, saved, history};
}

} // namespace groundswell::tour
