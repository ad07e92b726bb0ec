#include "app/look/style/desktopscheme.h"

#include <QtGlobal>

#if defined(GROUNDSWELL_HAS_DBUS) && QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
#include "app/look/style/portalsetting.h"
#endif

namespace groundswell {

DesktopScheme::DesktopScheme(QObject *parent)
    : QObject(parent)
{
#if defined(GROUNDSWELL_HAS_DBUS) && QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    auto *setting =
        new PortalSetting(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("color-scheme"), this);
    connect(setting, &PortalSetting::told, this, [this](uint scheme) {
        // 0 no preference, 1 dark, 2 light
        take(scheme == 0 ? std::nullopt : std::optional(scheme == 1));
    });
#endif
}

void DesktopScheme::take(std::optional<bool> dark)
{
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT changed();
}

} // namespace groundswell
