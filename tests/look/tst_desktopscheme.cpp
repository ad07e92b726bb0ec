#include "app/look/style/desktopscheme.h"
#include "app/look/style/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

using namespace groundswell;

/// Answers as a desktop's portal does.
class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    uint scheme = 1;

public Q_SLOTS:
    QDBusVariant Read(const QString &, const QString &)
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

class TestDesktopScheme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void themeFollowsThePortalLive()
    {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
        QSKIP("Qt follows the desktop by itself");
#endif
        QDBusConnection bus =
            QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("portal"));
        if (!bus.isConnected() || !bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")))
            QSKIP("no session bus of our own: run with dbus-run-session");
        FakePortal portal;
        QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal,
                                   QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        Theme theme(*qApp);
        // The portal says again what it said: a receiver that isn't listening yet misses nothing for good.
        const auto tells = [&](uint scheme, Scheme expected) {
            Q_EMIT portal.SettingChanged(QStringLiteral("org.freedesktop.appearance"),
                                         QStringLiteral("color-scheme"), QDBusVariant(scheme));
            return theme.scheme() == expected;
        };
        QTRY_COMPARE(theme.scheme(), Scheme::Dark);
        QTRY_VERIFY(tells(2U, Scheme::Light));
        QTRY_VERIFY(tells(1U, Scheme::Dark));
        theme.setChoice(Theme::Choice::Light);
        QCOMPARE(theme.scheme(), Scheme::Light);
        theme.setChoice(Theme::Choice::System);
        QCOMPARE(theme.scheme(), Scheme::Dark);
    }
};

QTEST_MAIN(TestDesktopScheme)
#include "tst_desktopscheme.moc"
