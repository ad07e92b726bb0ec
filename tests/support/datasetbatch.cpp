#include "tests/support/datasetbatch.h"

namespace groundswell::test {

service::ImportRows batchOf(const service::Dataset &dataset)
{
    using service::EventField;
    service::ImportRows batch;
    for (const service::EventFacts &facts : dataset.events) {
        service::EventRow row;
        row.id = facts.id;
        row.title = facts.title;
        row.venue = facts.venue;
        row.genre = facts.genre;
        row.series = facts.series;
        for (const std::string &artist : facts.artists)
            row.artists += (row.artists.empty() ? "" : "\n") + artist;
        row.startsAt = facts.startUtc;
        row.capacity = facts.capacity;
        row.priceMinor = facts.priceMinor;
        row.onSaleAt = facts.onSaleUtc;
        batch.events.push_back(std::move(row));
    }
    for (const EventField field :
         {EventField::Venue, EventField::Genre, EventField::Series, EventField::Artists, EventField::Capacity,
          EventField::Price, EventField::OnSaleAt})
        batch.eventFields.insert(field);
    for (std::size_t c = 0; c < dataset.customerIds.size(); ++c) {
        for (const service::Purchase &purchase : dataset.purchasesOf(c)) {
            service::SaleRow row;
            row.at = purchase.at;
            row.amountMinor = purchase.amountMinor;
            row.quantity = purchase.quantity;
            row.customer = batch.sales.customers.intern(dataset.customerIds[c]);
            row.event = batch.sales.events.intern(dataset.events[purchase.event].id);
            row.category = batch.sales.categories.intern("regular");
            batch.sales.setInvoice(row, "R" + std::to_string(purchase.order));
            batch.sales.rows.push_back(row);
        }
    }
    return batch;
}

} // namespace groundswell::test
