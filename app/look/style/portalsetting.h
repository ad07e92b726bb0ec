#pragma once

#include <QDBusMessage>
#include <QObject>

namespace groundswell {

/// One number among the settings of the desktop portal: asked once, then followed. Silent where there is no
/// session bus or no portal.
class PortalSetting : public QObject {
    Q_OBJECT
public:
    PortalSetting(const QString &group, const QString &key, QObject *parent = nullptr);

Q_SIGNALS:
    void told(uint value);

private Q_SLOTS:
    void settingChanged(const QDBusMessage &signal);

private:
    void read(const QVariant &value);
    QString m_group;
    QString m_key;
};

} // namespace groundswell
