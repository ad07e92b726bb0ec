#pragma once

#include <QString>
#include <QStringList>

namespace groundswell {

struct ImportProblem;
struct Problem;

/// The import's message ids in the user's language: what, where and what to do.
class ImportText {
public:
    [[nodiscard]] static QString problem(const ImportProblem &problem);
    /// From a refused request: the import's own reason where it carries one, else the call's.
    [[nodiscard]] static QString problem(const QString &whatHappened, const Problem &problem);
    /// Why a row was left out, as the end of "312 rows: …".
    [[nodiscard]] static QString reason(const QString &id);
    [[nodiscard]] static QString kind(const QString &kind); ///< events, sales, customers
    /// What a field of a delivery is called (\a name is that of importfields.h).
    [[nodiscard]] static QString field(const QString &kind, const QString &name);
    /// What it holds, with an example.
    [[nodiscard]] static QString help(const QString &kind, const QString &name);
    /// Fields of a kind in the order in which they are mapped, the required ones first.
    [[nodiscard]] static QStringList fields(const QString &kind);
    [[nodiscard]] static QStringList requiredFields(const QString &kind);
};

} // namespace groundswell
