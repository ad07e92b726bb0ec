#include "app/look/style/portalsetting.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace groundswell {

PortalSetting::PortalSetting(const QString &group, const QString &key, QObject *parent)
    : QObject(parent)
    , m_group(group)
    , m_key(key)
{
    const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
    const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
    const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    question << group << key;
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *call) {
        const QDBusPendingReply<QDBusVariant> reply = *call;
        if (!reply.isError())
            read(reply.value().variant());
        call->deleteLater();
    });
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QDBusMessage))); // allowed: Qt D-Bus connects by name only
}

void PortalSetting::settingChanged(const QDBusMessage &signal)
{
    const QVariantList told = signal.arguments(); // group, key, value
    if (told.size() == 3 && told.at(0) == m_group && told.at(1) == m_key)
        read(told.at(2));
}

void PortalSetting::read(const QVariant &value)
{
    // Read() wraps the number once more than the signal does.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    bool ok = false;
    const uint number = inner.toUInt(&ok);
    if (ok)
        Q_EMIT told(number);
}

} // namespace groundswell
