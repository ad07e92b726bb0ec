#pragma once

#include <QString>
#include <QStringList>

namespace groundswell::service {

/// Text as it is searched: case folded and without accents in any script, so that "munchen" and "МЮНХЕН" find
/// what they mean; blanks collapsed.
[[nodiscard]] QString foldedForSearch(const QString &text);
/// The words of a query, folded; every one of them must occur.
[[nodiscard]] QStringList searchWords(const QString &query);

} // namespace groundswell::service
