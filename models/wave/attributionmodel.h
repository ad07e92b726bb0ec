#pragma once

#include "models/wave/openenum.h"

namespace groundswell {

enum class AttributionModel { Fd, Meta, External };
template <> struct WireNames<AttributionModel> {
    static constexpr std::array<std::pair<AttributionModel, const char *>, 3> names{
        {{AttributionModel::Fd, "FD"},
         {AttributionModel::Meta, "META"},
         {AttributionModel::External, "EXTERNAL"}}};
};

} // namespace groundswell
