#include "app/look/style/accessibility.h"

#include <QAccessible>
#include <QWidget>

namespace groundswell {

void nameWidget(QWidget *widget, const QString &objectName, const QString &spoken)
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(spoken);
}

void announce(QWidget *source, const QString &text, Politeness politeness)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(source, text);
    event.setPoliteness(politeness == Politeness::Assertive ? QAccessible::AnnouncementPoliteness::Assertive
                                                            : QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&event);
#else
    // Before 6.8 there is no announcement: an alert on an object whose name is the message is what readers
    // speak.
    source->setAccessibleDescription(text);
    QAccessibleEvent event(
        source, politeness == Politeness::Assertive ? QAccessible::Alert : QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
#endif
}

} // namespace groundswell
