#pragma once

#include "app/service/store/contentdigest.h"
#include "app/service/store/sqlite/connection/database.h"
#include "app/service/store/sqlite/sales/saleblock.h"

#include <string>

namespace groundswell::service {

/// What a line of a sale is for the content's fingerprint: texts instead of the workspace's numbers, which
/// depend on the order of deliveries. Hashes are textHash() of the ids or names; of an empty text where there
/// is none.
struct SaleTexts {
    std::uint64_t customer = 0, event = 0, category = 0, invoice = 0;
};

[[nodiscard]] inline DigestNumbers<8> fingerprintOf(const SaleLine &line, const SaleTexts &texts)
{
    return DigestNumbers<8>(
        {texts.customer, texts.event, texts.category, texts.invoice, static_cast<std::uint64_t>(line.at),
         static_cast<std::uint64_t>(std::int64_t{line.quantity}),
         static_cast<std::uint64_t>(line.amountMinor), static_cast<std::uint64_t>(line.baseMinor)});
}

/// Fingerprint of all stored sales, for migrations.
[[nodiscard]] std::string salesDigest(Database &database);

} // namespace groundswell::service
