#pragma once

#include <QObject>

#include <optional>

namespace groundswell {

/// Whether the desktop asks for dark windows, where Qt doesn't say it by itself: before 6.5 on Linux the
/// desktop portal is asked (org.freedesktop.appearance), elsewhere and later Qt's own answer is enough and
/// this stays unknown.
class DesktopScheme : public QObject {
    Q_OBJECT
public:
    explicit DesktopScheme(QObject *parent = nullptr);

    /// Unknown until the portal has answered, and where there is none.
    [[nodiscard]] std::optional<bool> prefersDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private:
    void take(std::optional<bool> dark);
    std::optional<bool> m_dark;
};

} // namespace groundswell
