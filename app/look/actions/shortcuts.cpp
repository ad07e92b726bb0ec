#include "app/look/actions/shortcuts.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

/// Text fields and tables take these before any action can.
constexpr std::array textKeys{QKeySequence::Copy,
                              QKeySequence::Cut,
                              QKeySequence::Paste,
                              QKeySequence::SelectAll,
                              QKeySequence::MoveToNextWord,
                              QKeySequence::MoveToPreviousWord,
                              QKeySequence::SelectNextWord,
                              QKeySequence::SelectPreviousWord,
                              QKeySequence::SelectStartOfLine,
                              QKeySequence::SelectEndOfLine,
                              QKeySequence::SelectStartOfBlock,
                              QKeySequence::SelectEndOfBlock,
                              QKeySequence::DeleteCompleteLine,
                              QKeySequence::DeleteEndOfLine,
                              QKeySequence::DeleteStartOfWord,
                              QKeySequence::DeleteEndOfWord,
                              QKeySequence::MoveToStartOfDocument,
                              QKeySequence::MoveToEndOfDocument,
                              QKeySequence::SelectStartOfDocument,
                              QKeySequence::SelectEndOfDocument};

QString native(const QKeySequence &key)
{
    return key.toString(QKeySequence::NativeText);
}

/// It would be typed into a field, or move the focus, instead of giving an action.
bool isTyped(const QKeySequence &key)
{
    const QKeyCombination first = key[0];
    const bool isFunctionKey = first.key() >= Qt::Key_F1 && first.key() <= Qt::Key_F35;
    return !isFunctionKey
        && !(first.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

bool isOneKey(const QKeySequence &key)
{
    return key.count() == 1 && key[0].key() != Qt::Key_unknown;
}

bool isForText(const QKeySequence &key)
{
    return std::ranges::any_of(textKeys, [&key](QKeySequence::StandardKey standard) {
        return QKeySequence::keyBindings(standard).contains(key);
    });
}

/// Menus and fields have their marked letters under Alt; two for one key cancel each other out.
bool isMnemonic(const QKeySequence &key)
{
    return key[0].keyboardModifiers() == Qt::AltModifier && key[0].key() >= Qt::Key_A
        && key[0].key() <= Qt::Key_Z;
}

QString conflictText(const QKeySequence &key, ActionId holder)
{
    return Shortcuts::tr("%1 is taken by “%2”. Give that another key first.")
        .arg(native(key), actionText(holder));
}

std::optional<ActionId> actionCalled(const QString &name)
{
    const auto found = std::ranges::find(allActions(), name, actionName);
    return found == allActions().end() ? std::nullopt : std::optional(*found);
}

} // namespace

Shortcuts::Shortcuts(const QMap<QString, QString> &stored)
{
    for (auto entry = stored.begin(); entry != stored.end(); ++entry) {
        const auto id = actionCalled(entry.key());
        const QKeySequence key = QKeySequence::fromString(entry.value(), QKeySequence::PortableText);
        if (id && isOneKey(key) && !isTyped(key) && !isForText(key) && !isMnemonic(key))
            m_changed.insert_or_assign(*id, key);
    }
    // A later version of the program may have given one of these keys to another action. The defaults agree
    // among themselves, so taking back a change at a time comes to an end.
    const auto conflicts = [this](const auto &change) {
        return holderOf(change.second, change.first).has_value();
    };
    for (auto found = std::ranges::find_if(m_changed, conflicts); found != m_changed.end();
         found = std::ranges::find_if(m_changed, conflicts))
        m_changed.erase(found);
}

QMap<QString, QString> Shortcuts::stored() const
{
    QMap<QString, QString> result;
    for (const auto &[id, key] : m_changed)
        result.insert(actionName(id), key.toString(QKeySequence::PortableText));
    return result;
}

QList<QKeySequence> Shortcuts::keys(ActionId id) const
{
    const auto changed = m_changed.find(id);
    return changed == m_changed.end() ? defaultKeys(id) : QList{changed->second};
}

QString Shortcuts::keysText(ActionId id) const
{
    QStringList texts;
    for (const QKeySequence &key : keys(id))
        texts.append(native(key));
    return texts.join(u",  "_s);
}

QString Shortcuts::whyNot(ActionId id, const QKeySequence &key) const
{
    if (!isOneKey(key))
        return tr("A shortcut is one key, with or without Ctrl, Alt and Shift.");
    if (isTyped(key))
        return tr("%1 alone is for typing. Hold Ctrl or Alt down with it, or press a function key.")
            .arg(native(key));
    if (isForText(key))
        return tr("%1 is for editing text.").arg(native(key));
    if (isMnemonic(key))
        return tr("%1 is for the letters that are marked in menus and beside fields.").arg(native(key));
    const auto holder = holderOf(key, id);
    return holder ? conflictText(key, *holder) : QString();
}

void Shortcuts::set(ActionId id, const QKeySequence &key)
{
    if (defaultKeys(id) == QList{key})
        m_changed.erase(id);
    else
        m_changed.insert_or_assign(id, key);
}

QString Shortcuts::whyNotReset(ActionId id) const
{
    for (const QKeySequence &key : defaultKeys(id)) {
        if (const auto holder = holderOf(key, id))
            return conflictText(key, *holder);
    }
    return {};
}

std::optional<ActionId> Shortcuts::holderOf(const QKeySequence &key, ActionId but) const
{
    for (const ActionId id : allActions()) {
        if (id != but && keys(id).contains(key))
            return id;
    }
    return std::nullopt;
}

} // namespace groundswell
