#include "app/desktop/shell/settings.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

QString usersFile()
{
    // Not QSettings' own path: this one follows the test mode of QStandardPaths.
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/groundswell.ini"_s;
}

QString presetKey(const QString &name)
{
    // A slash would open a group of its own.
    return u"import/presets/"_s + QString::fromLatin1(name.toUtf8().toPercentEncoding());
}

} // namespace

Settings::Settings(const QString &file)
    : m_store(file.isEmpty() ? usersFile() : file, QSettings::IniFormat)
{
}

QByteArray Settings::windowGeometry() const
{
    return m_store.value("window/geometry"_L1).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_store.setValue("window/geometry"_L1, geometry);
}

QByteArray Settings::windowState() const
{
    if (m_store.value("window/layoutVersion"_L1).toInt() != LayoutVersion)
        return {};
    return m_store.value("window/state"_L1).toByteArray();
}

void Settings::setWindowState(const QByteArray &state)
{
    m_store.setValue("window/state"_L1, state);
    m_store.setValue("window/layoutVersion"_L1, LayoutVersion);
}

void Settings::forgetLayout()
{
    m_store.remove("window"_L1);
}

Theme::Choice Settings::colours() const
{
    const QString word = m_store.value("look/colours"_L1).toString();
    if (word == "light"_L1)
        return Theme::Choice::Light;
    return word == "dark"_L1 ? Theme::Choice::Dark : Theme::Choice::System;
}

void Settings::setColours(Theme::Choice colours)
{
    const QString word = colours == Theme::Choice::Light ? u"light"_s
        : colours == Theme::Choice::Dark                 ? u"dark"_s
                                                         : u"system"_s;
    m_store.setValue("look/colours"_L1, word);
}

QString Settings::language() const
{
    return m_store.value("look/language"_L1).toString();
}

void Settings::setLanguage(const QString &language)
{
    m_store.setValue("look/language"_L1, language);
}

Shortcuts Settings::shortcuts() const
{
    m_store.beginGroup("shortcuts"_L1);
    QMap<QString, QString> stored;
    for (const QString &name : m_store.childKeys())
        stored.insert(name, m_store.value(name).toString());
    m_store.endGroup();
    return Shortcuts(stored);
}

void Settings::setShortcuts(const Shortcuts &shortcuts)
{
    m_store.remove("shortcuts"_L1);
    const QMap<QString, QString> stored = shortcuts.stored();
    for (auto entry = stored.begin(); entry != stored.end(); ++entry)
        m_store.setValue("shortcuts/"_L1 + entry.key(), entry.value());
}

QString Settings::lastFolder() const
{
    const QString folder = m_store.value("files/lastFolder"_L1).toString();
    return QDir(folder).exists() && !folder.isEmpty()
        ? folder
        : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

void Settings::setLastFolder(const QString &folder)
{
    m_store.setValue("files/lastFolder"_L1, folder);
}

bool Settings::wasWarnedOf(const QString &folder) const
{
    return m_store.value("files/warnedFolders"_L1).toStringList().contains(folder);
}

void Settings::setWarnedOf(const QString &folder)
{
    m_store.setValue("files/warnedFolders"_L1,
                     m_store.value("files/warnedFolders"_L1).toStringList() << folder);
}

QStringList Settings::mappingPresets() const
{
    m_store.beginGroup("import/presets"_L1);
    QStringList names;
    for (const QString &key : m_store.childKeys())
        names.append(QString::fromUtf8(QByteArray::fromPercentEncoding(key.toLatin1())));
    m_store.endGroup();
    names.sort(Qt::CaseInsensitive);
    return names;
}

QByteArray Settings::mappingPreset(const QString &name) const
{
    return m_store.value(presetKey(name)).toByteArray();
}

void Settings::setMappingPreset(const QString &name, const QByteArray &json)
{
    m_store.setValue(presetKey(name), json);
}

} // namespace groundswell
