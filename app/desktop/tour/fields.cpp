#include "app/desktop/tour/fields.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDateEdit>
#include <QDir>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace groundswell::tour {

namespace {

constexpr int LooksBetweenKeys = 60; // about half a second

} // namespace

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

Step &fileDialog(Step &step, const QString &path)
{
    step.type(u"fileNameEdit"_s, QDir::toNativeSeparators(path));
    return step.then([looks = 0]() mutable -> Progress {
        if (!findVisible(u"fileNameEdit"_s))
            return Progress::done();
        // A list of completions that has opened meanwhile takes the first key for itself.
        if (readyForKeys() && looks++ % LooksBetweenKeys == 0)
            tour::press(Qt::Key_Return);
        return Progress::waiting(u"the file dialog to close"_s);
    });
}

Step &typeDay(Step &step, const QString &widget, const std::function<QDate()> &wanted)
{
    return step.then([widget, wanted]() -> Progress {
        auto *edit = visible<QDateEdit>(widget);
        if (!edit || !edit->isEnabled())
            return Progress::waiting(u"\"%1\" to be usable"_s.arg(widget));
        if (!readyForKeys())
            return Progress::waiting(u"a window to have the focus"_s);
        const QDate day = wanted();
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

} // namespace groundswell::tour
