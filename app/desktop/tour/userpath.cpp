#include "app/desktop/tour/userpath.h"

#include "app/desktop/shell/mainwindow.h"
#include "app/desktop/tour/input.h"
#include "app/look/statuspill.h"
#include "app/look/typography.h"
#include "models/items/eventlistmodel.h"
#include "models/items/packagelistmodel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDateEdit>
#include <QDialog>
#include <QFuture>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QSlider>
#include <QtConcurrent>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groundswell::tour {

namespace {

constexpr int SoonestDays = 21; // a campaign needs some weeks before the event
constexpr int BudgetSteps = 5; // of the slider's pages, about half of what is allowed
constexpr int LeastClusters = 2;
constexpr int PictureSide = 1080; // square, as the ad platform's feed shows it

/// What the steps tell each other.
struct Notes {
    EventId eid;
    QString title;
    QString sentence;
    QFuture<Expected<void>> sample;
};
using SharedNotes = std::shared_ptr<Notes>;

template <class T> T *visible(const QString &name)
{
    return qobject_cast<T *>(findVisible(name));
}

int rowsOf(const QString &view)
{
    const auto *list = visible<QAbstractItemView>(view);
    return list && list->model() ? list->model()->rowCount() : 0;
}

QString textOf(const QString &label)
{
    const auto *found = visible<QLabel>(label);
    return found ? found->text() : QString();
}

bool dialogIsGone(const QString &name)
{
    const QWidget *modal = QApplication::activeModalWidget();
    return !modal || modal->objectName() != name;
}

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

/// Types a path into a file dialog of Qt's own and confirms it.
Step &fileDialog(Step &step, const QString &path)
{
    return step.type(u"fileNameEdit"_s, QDir::toNativeSeparators(path)).press(Qt::Key_Return);
}

/// A day, typed as a date field shows it.
Step &typeDay(Step &step, const QString &widget, const QDate &day)
{
    return step.then([widget, day]() -> Progress {
        auto *edit = visible<QDateEdit>(widget);
        if (!edit || !edit->isEnabled())
            return Progress::waiting(u"\"%1\" to be usable"_s.arg(widget));
        if (!readyForKeys())
            return Progress::waiting(u"a window to have the focus"_s);
        scrollTo(edit);
        edit->setFocus(Qt::TabFocusReason);
        if (edit->date() == day)
            return Progress::done();
        // From the largest part to the smallest, each with the arrow keys.
        const QDate shown = edit->date();
        const int distance = shown.year() != day.year() ? day.year() - shown.year()
            : shown.month() != day.month()              ? day.month() - shown.month()
                                                        : day.day() - shown.day();
        edit->setSelectedSection(shown.year() != day.year()         ? QDateTimeEdit::YearSection
                                     : shown.month() != day.month() ? QDateTimeEdit::MonthSection
                                                                    : QDateTimeEdit::DaySection);
        tour::press(distance > 0 ? Qt::Key_Up : Qt::Key_Down);
        return Progress::waiting(u"\"%1\" to show %2"_s.arg(widget, day.toString(Qt::ISODate)));
    });
}

/// A budget between the least and the most that the service allows, whatever these are: the slider is moved
/// from its
/// least, and the amount it stands at is typed.
Step &typeBudget(Step &step)
{
    step.waitUntil(u"the budget's limits"_s, [] {
        const auto *slider = visible<QSlider>(u"budgetSlider"_s);
        return slider && slider->isEnabled();
    });
    step.then([]() -> Progress {
        auto *slider = visible<QSlider>(u"budgetSlider"_s);
        if (!readyForKeys())
            return Progress::waiting(u"a window to have the focus"_s);
        slider->setFocus(Qt::TabFocusReason);
        tour::press(Qt::Key_Home);
        for (int i = 0; i < BudgetSteps; ++i)
            tour::press(Qt::Key_PageUp);
        return Progress::done();
    });
    return step.then([typed = std::make_shared<Action>()]() -> Progress {
        const auto *field = visible<QLineEdit>(u"budget"_s);
        if (!field)
            return Progress::waiting(u"the budget's field"_s);
        if (!*typed) {
            QString amount;
            for (const QChar character : field->text()) {
                if (character.isDigit() || character == u'.' || character == u',')
                    amount.append(character);
            }
            if (amount.isEmpty())
                return Progress::waiting(u"an amount beside the slider"_s);
            *typed = typing(u"budget"_s, amount, true);
        }
        return (*typed)();
    });
}

Step welcome()
{
    Step step(u"welcome"_s);
    return step.waitFor(u"welcomePage"_s).waitFor(u"importButton"_s);
}

Step writeFiles(const UserPathOptions &options, const SharedNotes &notes)
{
    Step step(u"sample-files"_s);
    step.withoutScreenshot().within(120s);
    step.then([options, notes]() -> Progress {
        const QString folder = options.folder.filePath(u"data"_s);
        notes->sample = QtConcurrent::run([write = options.writeSample, folder] { return write(folder); });
        return Progress::done();
    });
    return step.then([notes]() -> Progress {
        if (!notes->sample.isFinished())
            return Progress::waiting(u"the sample's files"_s);
        const Expected<void> written = notes->sample.result();
        return written ? Progress::done() : Progress::failed(written.error().messageKey);
    });
}

Script importing(const UserPathOptions &options)
{
    const auto path = [&options](const QString &name) {
        return QDir::toNativeSeparators(options.folder.absoluteFilePath(u"data/"_s + name));
    };
    Step files(u"import-files"_s);
    files.click(u"importButton"_s)
        .type(u"eventsFilePath"_s, path(u"events.csv"_s))
        .type(u"salesFilePath"_s, path(u"sales.csv"_s))
        .type(u"customersFilePath"_s, path(u"customers.csv"_s));
    Step mapping(u"import-mapping"_s);
    mapping.click(u"importNext"_s).waitFor(u"eventsMapping"_s).within(60s);
    Step result(u"import-result"_s);
    result.click(u"importNext"_s).waitFor(u"importNext"_s).within(180s);
    Step list(u"event-list"_s);
    list.click(u"importNext"_s)
        .waitUntil(u"events in the list"_s, [] { return rowsOf(u"eventList"_s) > 0; })
        .within(60s);
    return {files, mapping, result, list};
}

Step preferences()
{
    // Where the campaigns would run: typed in, as the local workspace has no ad platform to ask.
    Step step(u"preferences"_s);
    step.press(Qt::Key_Comma, Qt::ControlModifier).waitFor(u"organiserName"_s);
    step.waitUntil(u"the workspace's settings"_s, [] {
        return !visible<QWidget>(u"organiserName"_s)->property("text").toString().isNull();
    });
    step.type(u"organiserName"_s, u"Hanse Konzerte"_s)
        .type(u"organiserPayor"_s, u"Hanse Konzerte GmbH"_s)
        .type(u"organiserBeneficiary"_s, u"Hanse Konzerte GmbH"_s)
        .shot(u"preferences-organiser"_s)
        .clickTab(u"preferencesTabs"_s, 1)
        .click(u"adAccountsAdd"_s)
        .keys(u"act_1042"_s)
        .press(Qt::Key_Return)
        .click(u"adPagesAdd"_s)
        .keys(u"page_2077"_s)
        .press(Qt::Key_Return)
        .click(u"adPixelsAdd"_s)
        .keys(u"pix_3300"_s)
        .press(Qt::Key_Return)
        .shot(u"preferences-accounts"_s)
        .click(u"preferencesSave"_s);
    return step
        .waitUntil(u"the preferences to be saved"_s, [] { return dialogIsGone(u"preferencesDialog"_s); })
        .withoutScreenshot();
}

/// An event some weeks ahead without a setup, where the service says so.
Step findEvent(const SharedNotes &notes)
{
    Step step(u"find-event"_s);
    step.waitUntil(u"events in the list"_s, [] { return rowsOf(u"eventList"_s) > 0; }).within(60s);
    step.then([notes]() -> Progress {
        const auto *list = visible<QAbstractItemView>(u"eventList"_s);
        const auto *model = list ? qobject_cast<const EventListModel *>(list->model()) : nullptr;
        if (!model)
            return Progress::failed(u"the list shows no events"_s);
        for (int row = 0; row < model->rowCount(); ++row) {
            const Event *event = model->eventAt(row);
            const bool far =
                event && QDate::currentDate().daysTo(event->start.toLocalTime().date()) >= SoonestDays;
            if (!far || event->setupState.is(SetupState::Draft)
                || event->setupState.is(SetupState::Published))
                continue;
            notes->eid = event->id;
            notes->title = event->title;
            return Progress::done();
        }
        return Progress::failed(u"no event some weeks ahead is without a setup"_s);
    });
    step.then([notes, typed = std::make_shared<Action>()]() -> Progress {
        if (!*typed)
            *typed = typing(u"eventSearch"_s, notes->title, true);
        return (*typed)();
    });
    return step.waitUntil(u"the event to be found"_s, [notes] {
        const auto *list = visible<QAbstractItemView>(u"eventList"_s);
        const auto *model = list ? qobject_cast<const EventListModel *>(list->model()) : nullptr;
        return model && model->rowOf(notes->eid) >= 0;
    });
}

Step openEvent(const SharedNotes &notes)
{
    Step step(u"event-page"_s);
    step.then([notes]() -> Progress {
        auto *list = visible<QAbstractItemView>(u"eventList"_s);
        const auto *model = list ? qobject_cast<const EventListModel *>(list->model()) : nullptr;
        const int row = model ? model->rowOf(notes->eid) : -1;
        if (row < 0)
            return Progress::waiting(u"the event in the list"_s);
        clickItem(list, model->index(row, EventListModel::TitleColumn));
        return Progress::done();
    });
    step.waitUntil(u"the event's page"_s, [notes] { return textOf(u"eventTitle"_s) == notes->title; });
    return step.waitFor(u"cluster1"_s).within(90s);
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

/// In calm weather each burst of typing is one write, and there is none without an edit.
Progress countOfWrites(const SaveCounters &counters)
{
    const bool isCalm = counters.aborted == 0 && counters.verified == 0;
    if (!isCalm || counters.sent == counters.bursts)
        return Progress::done();
    return Progress::failed(u"%1 writes for %2 bursts of typing"_s.arg(counters.sent).arg(counters.bursts));
}

Script wizard(const UserPathOptions &options, const MainWindow &window)
{
    Step plan(u"wizard-plan"_s);
    plan.click(u"eventSetupButton"_s).waitFor(u"planPage"_s);
    plan.then([&window]() -> Progress {
        return window.saveCounters().bursts == 0 ? Progress::done()
                                                 : Progress::failed(u"the setup was edited by nobody"_s);
    });
    plan.click(u"goalTickets"_s);
    const QDate first = QDate::currentDate().addDays(1);
    typeDay(plan, u"startDate"_s, first);
    typeDay(plan, u"endDate"_s, first.addDays(13));
    typeBudget(plan);
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

Script campaigns()
{
    Step publish(u"publish"_s);
    publish.click(u"publishButton"_s).waitFor(u"campaign1"_s).within(60s);
    Step edit(u"edit-campaign"_s);
    const QString headline = u"Two evenings, one stage"_s;
    edit.click(u"campaignEdit1"_s).waitFor(u"clusterEditor"_s).type(u"headline"_s, headline);
    Step edited(u"campaign-edited"_s);
    edited.click(u"editorSave"_s)
        .waitUntil(u"the editor to close"_s, [] { return dialogIsGone(u"campaignEditDialog"_s); })
        .waitUntil(u"the new headline on the card"_s,
                   [headline] { return textOf(u"campaignHeadline1"_s).contains(headline); });
    return {publish, edit, edited};
}

bool newestPackageIsDone()
{
    const auto *list = visible<QAbstractItemView>(u"packageList"_s);
    const auto *model = list ? qobject_cast<const PackageListModel *>(list->model()) : nullptr;
    const AudiencePackage *package = model ? model->packageAt(0) : nullptr;
    return package && package->status.is(PackageStatus::Done);
}

Script packages(const UserPathOptions &options, const SharedNotes &notes)
{
    Step create(u"package-new"_s);
    create.click(u"packagesActionButton"_s)
        .waitFor(u"packagesDock"_s)
        .clickIfThere(u"packagesFirstButton"_s)
        .clickIfThere(u"packageCreateButton"_s)
        .waitUntil(u"events to choose from"_s, [] { return rowsOf(u"packageEventList"_s) > 0; })
        .selectRow(u"packageEventList"_s, 0)
        .press(Qt::Key_Space)
        .selectRow(u"packageEventList"_s, 1)
        .press(Qt::Key_Space)
        .click(u"packageInclusive"_s)
        .type(u"packageTitleEdit"_s, u"Next concerts"_s);
    Step done(u"package-done"_s);
    done.click(u"packageBuildButton"_s)
        .waitUntil(u"the package to be done"_s, newestPackageIsDone)
        .waitUntil(u"its clusters"_s, [] { return rowsOf(u"packageClusters"_s) > 0; })
        .within(240s);
    const QString csv = options.folder.absoluteFilePath(u"customers-of-the-package.csv"_s);
    Step saved(u"package-csv"_s);
    saved.click(u"packageSaveAll"_s);
    fileDialog(saved, csv);
    saved.waitUntil(u"the customer list on disk"_s, [csv] { return QFileInfo(csv).size() > 0; }).within(60s);

    Step before(u"attribution"_s);
    before.clickTab(u"packageTabs"_s, 1).waitFor(u"attributionSentence"_s);
    Step evaluated(u"attribution-evaluated"_s);
    evaluated.choose(u"backhaulModel"_s, 0).type(u"backhaulWindow"_s, u"30"_s);
    typeDay(evaluated, u"backhaulSent"_s, QDate::currentDate().addDays(-20));
    evaluated.then([notes]() -> Progress {
        notes->sentence = textOf(u"attributionSentence"_s);
        return Progress::done();
    });
    evaluated.click(u"attributionEvaluate"_s)
        .waitUntil(u"the new result"_s,
                   [notes] {
                       return textOf(u"attributionSentence"_s) != notes->sentence
                           && rowsOf(u"attributionTable"_s) > 0;
                   })
        .within(60s);
    return {create, done, saved, before, evaluated};
}

} // namespace

Script userPath(MainWindow &window, const UserPathOptions &options)
{
    const auto notes = std::make_shared<Notes>();
    Script script;
    if (options.local && options.empty)
        script << welcome() << writeFiles(options, notes) << importing(options);
    if (options.local)
        script << preferences();
    script << findEvent(notes) << openEvent(notes) << wizard(options, window) << campaigns()
           << packages(options, notes);
    return script;
}

} // namespace groundswell::tour
