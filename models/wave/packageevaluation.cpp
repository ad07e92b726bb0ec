#include "models/wave/json.h"
#include "models/wave/package.h"

namespace groundswell {

namespace {

Expected<EvaluationRow> rowFromJson(const QJsonObject &json, const QString &at, const QString &currency)
{
    JsonReader reader(json, at);
    EvaluationRow row;
    row.tc = ClusterName(reader.text("tc"));
    row.label = reader.text("label");
    row.members = reader.integer("members");
    row.customers = reader.integer("customers");
    row.items = reader.integer("items");
    row.purchases = reader.integer("purchase");
    row.revenue = reader.money("revenue", currency);
    return reader.finish(std::move(row));
}

QJsonObject countsJson(const EvaluationRow &row)
{
    return {{QStringLiteral("members"), integerJson(row.members)},
            {QStringLiteral("customers"), integerJson(row.customers)},
            {QStringLiteral("items"), integerJson(row.items)},
            {QStringLiteral("purchase"), integerJson(row.purchases)},
            {QStringLiteral("revenue"), moneyJson(row.revenue)}};
}

} // namespace

Expected<AttributionSettings> AttributionSettings::fromJson(const QJsonObject &json)
{
    JsonReader reader(json, {});
    AttributionSettings details;
    details.windowDays =
        reader.smallInteger("backhaul_evaluation_attribution_window").value_or(details.windowDays);
    const auto model = reader.word<PackageAttributionModel>("backhaul_evaluation_model");
    if (model.isSet())
        details.model = model;
    details.emailSentDate = reader.date("email_sent_date");
    details.extra = reader.rest();
    return reader.finish(std::move(details));
}

QJsonObject AttributionSettings::toJson() const
{
    QJsonObject json = extra;
    json.insert(QLatin1StringView("backhaul_evaluation_attribution_window"), windowDays);
    json.insert(QLatin1StringView("backhaul_evaluation_model"), textJson(model.wire()));
    json.insert(QLatin1StringView("email_sent_date"), dateJson(emailSentDate));
    return json;
}

QJsonObject AttributionSettings::defaultsJson() const
{
    QJsonObject json = toJson();
    json.remove(QLatin1StringView("email_sent_date"));
    return json;
}

Expected<PackageEvaluation> PackageEvaluation::fromJson(const QJsonValue &json, const QString &currency)
{
    const auto parseRow = [&](const QJsonObject &object, const QString &at) {
        return rowFromJson(object, at, currency);
    };
    PackageEvaluation evaluation;
    if (json.isArray()) {
        auto rows = readList<EvaluationRow>(json.toArray(), {}, parseRow);
        if (!rows)
            return tl::unexpected(rows.error());
        evaluation.clusters = std::move(*rows);
        return evaluation;
    }
    if (!json.isObject())
        return tl::unexpected(Problem::protocol({}, QStringLiteral("object or array")));

    JsonReader reader(json.toObject(), {});
    evaluation.status = reader.text("status");
    evaluation.asOf = reader.dateTime("as_of");
    evaluation.clusters = reader.list<EvaluationRow>("clusters", parseRow);
    const QJsonObject unique = reader.object("unique");
    if (!unique.isEmpty()) {
        auto row = parseRow(unique, reader.pointerTo("unique"));
        if (row)
            evaluation.unique = std::move(*row);
        else
            reader.fail(row.error());
    }
    evaluation.provisional = reader.boolean("provisional");
    evaluation.daysElapsed = reader.smallInteger("days_elapsed");
    evaluation.extra = reader.rest();
    return reader.finish(std::move(evaluation));
}

QJsonObject PackageEvaluation::toJson() const
{
    QJsonArray rows;
    for (const EvaluationRow &cluster : clusters) {
        QJsonObject row = countsJson(cluster);
        row.insert(QLatin1StringView("tc"), cluster.tc.value());
        row.insert(QLatin1StringView("label"), textJson(cluster.label));
        rows.append(row);
    }
    QJsonObject json = extra;
    json.insert(QLatin1StringView("status"), textJson(status));
    json.insert(QLatin1StringView("as_of"), dateTimeJson(asOf));
    json.insert(QLatin1StringView("clusters"), rows);
    json.insert(QLatin1StringView("unique"), unique ? QJsonValue(countsJson(*unique)) : QJsonValue());
    json.insert(QLatin1StringView("provisional"), provisional);
    json.insert(QLatin1StringView("days_elapsed"), integerJson(daysElapsed));
    return json;
}

} // namespace groundswell
