#include "app/look/style/theme.h"

#include "app/look/style/desktopscheme.h"
#include "app/look/style/style.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QScopedValueRollback>
#include <QStyleHints>

namespace groundswell {
namespace {

/// A desktop that names no font of its own gets fontconfig's general purpose face. Where a face made for
/// interfaces is installed, that one reads better; a font which the desktop chose is left alone.
QFont interfaceFont(const QFont &system)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    static const QStringList general{QStringLiteral("Sans"), QStringLiteral("Sans Serif"),
                                     QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans")};
    const QString wanted = QStringLiteral("Inter");
    if (general.contains(system.family(), Qt::CaseInsensitive) && QFontDatabase::hasFamily(wanted)) {
        QFont font = system;
        font.setFamilies({wanted, QStringLiteral("Noto Sans"), system.family()});
        return font;
    }
#endif
    return system;
}

} // namespace

Theme::Theme(QApplication &application)
    : m_application(application)
    , m_desktop(new DesktopScheme(this))
{
    QApplication::setFont(interfaceFont(QApplication::font()));
    QApplication::setStyle(new GroundswellStyle);
    application.installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::apply);
#endif
    connect(m_desktop, &DesktopScheme::changed, this, &Theme::apply);
    apply();
}

void Theme::setChoice(Choice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // The desktop changed its theme; our own setPalette comes back here too and is not news.
    if (watched == &m_application && !m_applying
        && (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ThemeChange)) {
        apply();
    }
    return QObject::eventFilter(watched, event);
}

Scheme Theme::systemScheme() const
{
    // With no palette of ours set, the application's palette is the desktop's.
    QApplication::setPalette(QPalette());
    const Scheme fromPalette = schemeOf(QApplication::palette());
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (fromPalette != Scheme::HighContrast
        && QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark)
        return Scheme::Dark;
#endif
    if (fromPalette != Scheme::HighContrast && m_desktop->prefersDark())
        return *m_desktop->prefersDark() ? Scheme::Dark : Scheme::Light;
    return fromPalette;
}

void Theme::apply()
{
    if (m_applying)
        return;
    const QScopedValueRollback<bool> guard(m_applying, true);
    Scheme scheme = systemScheme();
    if (scheme != Scheme::HighContrast && m_choice != Choice::System)
        scheme = m_choice == Choice::Dark ? Scheme::Dark : Scheme::Light;
    if (scheme != Scheme::HighContrast)
        QApplication::setPalette(paletteFor(scheme));
    if (scheme != m_scheme) {
        m_scheme = scheme;
        Q_EMIT schemeChanged(scheme);
    }
}

} // namespace groundswell
