#pragma once

#include "app/look/actions/shortcuts.h"
#include "app/look/style/theme.h"

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace groundswell {

/// The one place that knows the keys of what the program remembers about itself on this computer: window
/// layout, colours, language, keys, mapping presets. Nothing of the organiser's data and no secret is kept
/// here.
class Settings {
public:
    /// \a file empty = the user's own; a tour or a test gives one of its own.
    explicit Settings(const QString &file = {});

    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    /// Writes what was set; else that is done when the event loop or the program gets to it.
    void sync() { m_store.sync(); }
    /// Positions of docks and tool bars; empty where they were written by another layout version.
    [[nodiscard]] QByteArray windowState() const;
    void setWindowState(const QByteArray &state);
    void forgetLayout();
    /// Grows when docks or tool bars are renamed or added, so that an old state isn't forced on a new window.
    static constexpr int LayoutVersion = 1;

    [[nodiscard]] Theme::Choice colours() const;
    void setColours(Theme::Choice colours);
    [[nodiscard]] QString language() const; ///< empty = the system's
    void setLanguage(const QString &language);
    [[nodiscard]] Shortcuts shortcuts() const;
    void setShortcuts(const Shortcuts &shortcuts);
    [[nodiscard]] QString lastFolder() const; ///< where the user last opened or saved a file
    void setLastFolder(const QString &folder);

    /// Folders of which the user was told that they are no safe place for a workspace.
    [[nodiscard]] bool wasWarnedOf(const QString &folder) const;
    void setWarnedOf(const QString &folder);

    /// Column mappings of the import, by the name the user gave them; JSON as the import endpoint takes it.
    [[nodiscard]] QStringList mappingPresets() const;
    [[nodiscard]] QByteArray mappingPreset(const QString &name) const;
    void setMappingPreset(const QString &name, const QByteArray &json);

private:
    mutable QSettings m_store;
};

} // namespace groundswell
