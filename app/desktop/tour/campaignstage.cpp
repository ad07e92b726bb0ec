#include "app/desktop/tour/fields.h"
#include "app/desktop/tour/stages.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groundswell::tour {

namespace {

/// Publishes, with a picture of the locked page. It is taken in the same breath as the click: the answer may
/// be there a moment later.
Action publishing()
{
    return []() -> Progress {
        QWidget *button = findVisible(u"publishButton"_s);
        if (const QString reason = obstacle(button); !reason.isEmpty())
            return Progress::waiting(u"the button that publishes, but %1"_s.arg(reason));
        click(button);
        const QWidget *content = findVisible(u"summaryPlan"_s);
        if (!content || content->isEnabled())
            return Progress::failed(u"the page isn't locked while it publishes"_s);
        return {Progress::Kind::Done, {}, u"publishing"_s};
    };
}

} // namespace

Script campaigns()
{
    Step publish(u"publish"_s);
    publish.then(publishing()).waitFor(u"campaign1"_s).within(60s);
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

} // namespace groundswell::tour
