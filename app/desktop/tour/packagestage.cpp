#include "app/desktop/tour/fields.h"
#include "app/desktop/tour/stages.h"
#include "models/items/packagelistmodel.h"
#include "models/time/calendar.h"

#include <QAbstractItemView>
#include <QFileInfo>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groundswell::tour {

namespace {

constexpr int SentDaysAgo = 20; // long enough for the people written to to have bought something

/// What the attribution says before it is asked again.
struct Shown {
    QString sentence;
};

bool newestPackageIsDone()
{
    const auto *list = visible<QAbstractItemView>(u"packageList"_s);
    const auto *model = list ? qobject_cast<const PackageListModel *>(list->model()) : nullptr;
    const AudiencePackage *package = model ? model->packageAt(0) : nullptr;
    return package && package->status.is(PackageStatus::Done);
}

} // namespace

Script packages(const UserPathOptions &options)
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
    evaluated.choose(u"packageModel"_s, 0).type(u"packageWindow"_s, u"30"_s);
    typeDay(evaluated, u"packageSent"_s,
            [&calendar = options.calendar] { return calendar.today().addDays(-SentDaysAgo); });
    const auto shown = std::make_shared<Shown>();
    evaluated.then([shown]() -> Progress {
        shown->sentence = textOf(u"attributionSentence"_s);
        return Progress::done();
    });
    evaluated.click(u"attributionEvaluate"_s)
        .waitUntil(u"the new result"_s,
                   [shown] {
                       return textOf(u"attributionSentence"_s) != shown->sentence
                           && rowsOf(u"attributionTable"_s) > 0;
                   })
        .within(60s);
    return {create, done, saved, before, evaluated};
}

} // namespace groundswell::tour
