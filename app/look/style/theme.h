#pragma once

#include "app/look/style/tokens.h"

#include <QObject>

class QApplication;

namespace groundswell {

class DesktopScheme;

/// Dresses the application: style, palette and font. Owned by main, which needs only to keep it alive;
/// widgets ask colour(palette(), Token) and so follow every change through their palette.
class Theme : public QObject {
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark };
    Q_ENUM(Choice)

    explicit Theme(QApplication &application);

    [[nodiscard]] Choice choice() const { return m_choice; }
    /// System follows the desktop live; Light and Dark pin it. A high-contrast desktop wins over both.
    void setChoice(Choice choice);
    [[nodiscard]] Scheme scheme() const { return m_scheme; }

Q_SIGNALS:
    void schemeChanged(groundswell::Scheme scheme);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    [[nodiscard]] Scheme systemScheme() const;

    QApplication &m_application;
    DesktopScheme *m_desktop;
    Choice m_choice = Choice::System;
    Scheme m_scheme = Scheme::Light;
    bool m_applying = false;
};

} // namespace groundswell
