#include "models/wave/local/adspend.h"

#include "models/wave/json.h"

namespace groundswell {

Expected<AdSpend> AdSpend::fromJson(const QJsonObject &json, const QString &at, const QString &currency)
{
    JsonReader reader(json, at);
    AdSpend spend;
    spend.id = reader.text("id");
    spend.eid = EventId(reader.text("eid"));
    const ClusterName tc(reader.text("tc"));
    const auto run = reader.integer("tc_run_id");
    if (!tc.isEmpty())
        spend.cluster = ClusterRef{tc, run.value_or(0)};
    spend.day = reader.date("day");
    spend.amount = reader.money("amount", currency).value_or(Money{0, currency});
    return reader.finish(std::move(spend));
}

QJsonObject AdSpend::toJson() const
{
    QJsonObject json{{QLatin1StringView("eid"), eid.value()},
                     {QLatin1StringView("tc"), QJsonValue()},
                     {QLatin1StringView("tc_run_id"), QJsonValue()},
                     {QLatin1StringView("day"), day.toString(Qt::ISODate)},
                     {QLatin1StringView("amount"), amount.toJson()}};
    if (!id.isEmpty())
        json.insert(QLatin1StringView("id"), id.toLongLong()); // the service's own numbers
    if (cluster) {
        json.insert(QLatin1StringView("tc"), cluster->tc.value());
        json.insert(QLatin1StringView("tc_run_id"), cluster->tcRunId);
    }
    return json;
}

Expected<std::vector<AdSpend>> adSpendFromJson(const QJsonValue &json, const QString &currency)
{
    QString at;
    return unwrapList(json, "ad_spend", at).and_then([&](const QJsonArray &rows) {
        return readList<AdSpend>(rows, at, [&](const QJsonObject &row, const QString &pointer) {
            return AdSpend::fromJson(row, pointer, currency);
        });
    });
}

} // namespace groundswell
