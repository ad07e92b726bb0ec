#include "app/desktop/tour/eventscout.h"
#include "app/desktop/tour/fields.h"
#include "app/desktop/tour/stages.h"
#include "models/items/eventlistmodel.h"
#include "models/time/calendar.h"

#include <QAbstractItemView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groundswell::tour {

Step findEvent(const UserPathOptions &options, const SharedNotes &notes)
{
    Step step(u"find-event"_s);
    step.waitUntil(u"events in the list"_s, [] { return rowsOf(u"eventList"_s) > 0; }).within(120s);
    // The scout must not outlive what it asks, so the script owns it and it is made when its turn comes.
    const auto scout = std::make_shared<std::unique_ptr<EventScout>>();
    step.then([scout, notes, &client = options.client, &calendar = options.calendar]() -> Progress {
        if (!*scout)
            *scout = std::make_unique<EventScout>(client, calendar.clock());
        const Progress progress = (*scout)->look();
        if (progress.kind == Progress::Kind::Done) {
            notes->eid = (*scout)->found().id;
            notes->title = (*scout)->found().title;
            notes->plan = (*scout)->plan();
        }
        return progress;
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

} // namespace groundswell::tour
