#pragma once

#include "app/look/actions/actiontable.h"

#include <QCoreApplication>
#include <QMap>

#include <map>
#include <optional>

namespace groundswell {

/// Which keys give which action: those of the table, but for what the user changed. No key ever gives two
/// actions, whatever was stored. A value; who changes it hands it on.
class Shortcuts {
    Q_DECLARE_TR_FUNCTIONS(groundswell::Shortcuts)
public:
    Shortcuts() = default;
    /// As stored() wrote it. What can't be read or would give two actions one key is left at the default.
    explicit Shortcuts(const QMap<QString, QString> &stored);
    /// What was changed: action name → key as text that is the same on every platform.
    [[nodiscard]] QMap<QString, QString> stored() const;

    [[nodiscard]] QList<QKeySequence> keys(ActionId id) const;
    /// As they are read, for instance "Esc,  Alt+Left"; empty: none.
    [[nodiscard]] QString keysText(ActionId id) const;
    [[nodiscard]] bool isChanged(ActionId id) const { return m_changed.contains(id); }

    /// Why \a key can't be the one of \a id, in the user's language; empty where it can.
    [[nodiscard]] QString whyNot(ActionId id, const QKeySequence &key) const;
    /// Gives \a id this one key. It must be allowed: whyNot().
    void set(ActionId id, const QKeySequence &key);

    /// Why \a id can't have its default keys; empty where it can.
    [[nodiscard]] QString whyNotReset(ActionId id) const;
    void reset(ActionId id) { m_changed.erase(id); }
    void resetAll() { m_changed.clear(); }

    friend bool operator==(const Shortcuts &, const Shortcuts &) = default;

private:
    [[nodiscard]] std::optional<ActionId> holderOf(const QKeySequence &key, ActionId but) const;

    std::map<ActionId, QKeySequence> m_changed;
};

} // namespace groundswell
