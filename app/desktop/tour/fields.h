#pragma once

#include "app/desktop/tour/input.h"
#include "app/desktop/tour/script.h"

#include <QDate>
#include <QWidget>

#include <functional>

namespace groundswell::tour {

// What several stages of the user's path do with a field or look at on the screen.

/// The visible widget of this name and kind; null where there is none.
template <class T> [[nodiscard]] T *visible(const QString &name)
{
    return qobject_cast<T *>(findVisible(name));
}
[[nodiscard]] int rowsOf(const QString &view); ///< 0 where the view isn't on the screen
[[nodiscard]] QString textOf(const QString &label); ///< empty where the label isn't on the screen
[[nodiscard]] bool dialogIsGone(const QString &name);

/// Types a path into a file dialog of Qt's own and confirms it.
Step &fileDialog(Step &step, const QString &path);
/// A day into a date field, with the arrow keys. \a day is asked for when the field's turn comes.
Step &typeDay(Step &step, const QString &widget, const std::function<QDate()> &day);

} // namespace groundswell::tour
