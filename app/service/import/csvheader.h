#pragma once

#include "app/service/import/csvreader.h"
#include "app/service/import/importreport.h"

#include <QStringList>

namespace groundswell::service {

[[nodiscard]] QString toText(std::string_view utf8);
[[nodiscard]] QStringList
toTexts(const std::vector<std::string_view> &fields); ///< without blanks around them
[[nodiscard]] FileFormat formatOf(const CsvReader &reader);
/// The first record; throws ImportFailure where there is none.
[[nodiscard]] QStringList readHeaders(CsvReader &reader);

} // namespace groundswell::service
