#include "app/desktop/tour/fields.h"
#include "app/desktop/tour/stages.h"

#include <QFuture>
#include <QtConcurrent>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groundswell::tour {

namespace {

struct Sample {
    QFuture<Expected<void>> written;
};

Step welcome()
{
    Step step(u"welcome"_s);
    return step.waitFor(u"welcomePage"_s).waitFor(u"importButton"_s);
}

Step writeFiles(const UserPathOptions &options)
{
    Step step(u"sample-files"_s);
    step.withoutScreenshot().within(120s);
    const auto sample = std::make_shared<Sample>();
    const QString folder = options.folder.filePath(u"data"_s);
    step.then([write = options.writeSample, folder, sample]() -> Progress {
        sample->written = QtConcurrent::run([write, folder] { return write(folder); });
        return Progress::done();
    });
    return step.then([sample]() -> Progress {
        if (!sample->written.isFinished())
            return Progress::waiting(u"the sample's files"_s);
        const Expected<void> written = sample->written.result();
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

} // namespace

Script newWorkspace(const UserPathOptions &options)
{
    Script script{welcome(), writeFiles(options)};
    return script << importing(options);
}

Step preferences()
{
    Step step(u"preferences"_s);
    step.press(Qt::Key_Comma, Qt::ControlModifier).waitFor(u"organiser_name"_s);
    step.waitUntil(u"the workspace's settings"_s, [] {
        return !visible<QWidget>(u"organiser_name"_s)->property("text").toString().isNull();
    });
    step.type(u"organiser_name"_s, u"Hanse Konzerte"_s)
        .type(u"organiser_default_dsa_payor"_s, u"Hanse Konzerte GmbH"_s)
        .type(u"organiser_default_dsa_beneficiary"_s, u"Hanse Konzerte GmbH"_s)
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

} // namespace groundswell::tour
