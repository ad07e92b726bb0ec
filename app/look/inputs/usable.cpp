#include "app/look/inputs/usable.h"

#include <QAction>
#include <QCoreApplication>
#include <QVariant>
#include <QWidget>

namespace groundswell {

namespace {

constexpr char Reason[] = "reasonUnusable";
constexpr char OwnTip[] = "toolTipWhenUsable";
constexpr char OwnDescription[] = "descriptionWhenUsable";

struct Words {
    Q_DECLARE_TR_FUNCTIONS(groundswell::Usable)
};

/// What is to be said in place of \a shown: the reason, or what was there before the last one.
QString inPlaceOf(QObject *object, const char *own, const QString &shown, const QString &reason)
{
    const QString last = object->property(Reason).toString();
    if (last.isEmpty() || shown != last)
        object->setProperty(own, shown);
    return reason.isEmpty() ? object->property(own).toString() : reason;
}

} // namespace

void setUsable(QWidget *control, bool usable, const QString &why)
{
    control->setEnabled(usable);
    const QString reason = usable ? QString() : why;
    control->setToolTip(inPlaceOf(control, OwnTip, control->toolTip(), reason));
    control->setAccessibleDescription(
        inPlaceOf(control, OwnDescription, control->accessibleDescription(), reason));
    control->setProperty(Reason, reason);
}

void setUsable(QAction *action, bool usable, const QString &why)
{
    action->setEnabled(usable);
    const QString reason = usable ? QString() : why;
    action->setToolTip(reason); // empty: its own text again
    action->setWhatsThis(reason);
    action->setProperty(Reason, reason);
}

QString reasonUnusable(const QWidget *control)
{
    return control->property(Reason).toString();
}

QString reasonUnusable(const QAction *action)
{
    return action->property(Reason).toString();
}

QString untilAnswered()
{
    return Words::tr("The service is being asked. One moment, please.");
}

} // namespace groundswell
