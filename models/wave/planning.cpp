#include "models/wave/cluster.h"
#include "models/wave/clusterentries.h"

namespace groundswell {

namespace {

Expected<ExpectedClusterValue> expectedClusterValueFromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    ExpectedClusterValue value;
    value.tc = ClusterName(reader.text("tc"));
    value.expected = reader.number("expected");
    value.low = reader.number("low");
    value.high = reader.number("high");
    return reader.finish(std::move(value));
}

Expected<EstimateBasis> estimateBasisFromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    EstimateBasis basis;
    basis.id = reader.text("id");
    basis.source = reader.text("source");
    basis.value = reader.number("value");
    basis.sample = reader.object("sample");
    return reader.finish(std::move(basis));
}

QJsonArray clustersJson(const std::vector<ExpectedClusterValue> &clusters)
{
    QJsonArray array;
    for (const ExpectedClusterValue &cluster : clusters)
        array.append(QJsonObject{{QStringLiteral("tc"), cluster.tc.value()},
                                 {QStringLiteral("expected"), numberJson(cluster.expected)},
                                 {QStringLiteral("low"), numberJson(cluster.low)},
                                 {QStringLiteral("high"), numberJson(cluster.high)}});
    return array;
}

QJsonArray basisJson(const std::vector<EstimateBasis> &basis)
{
    QJsonArray array;
    for (const EstimateBasis &one : basis)
        array.append(QJsonObject{{QStringLiteral("id"), one.id},
                                 {QStringLiteral("source"), one.source},
                                 {QStringLiteral("value"), numberJson(one.value)},
                                 {QStringLiteral("sample"), one.sample}});
    return array;
}

} // namespace

Expected<ExpectedValue> ExpectedValue::fromJson(const QJsonObject &json)
{
    JsonReader reader(json, {});
    ExpectedValue value;
    value.text = reader.text("expected_value");
    value.expected = reader.number("expected");
    value.low = reader.number("low");
    value.high = reader.number("high");
    value.unit = reader.text("unit");
    value.clusters = reader.list<ExpectedClusterValue>("clusters", expectedClusterValueFromJson);
    value.assumptions = reader.object("assumptions");
    value.basis = reader.list<EstimateBasis>("basis", estimateBasisFromJson);
    value.cappedByCapacity = reader.boolean("capped_by_capacity");
    return reader.finish(std::move(value));
}

QJsonObject ExpectedValue::toJson() const
{
    return {{QStringLiteral("expected_value"), text},
            {QStringLiteral("expected"), numberJson(expected)},
            {QStringLiteral("low"), numberJson(low)},
            {QStringLiteral("high"), numberJson(high)},
            {QStringLiteral("unit"), unit},
            {QStringLiteral("capped_by_capacity"), cappedByCapacity},
            {QStringLiteral("clusters"), clustersJson(clusters)},
            {QStringLiteral("assumptions"), assumptions},
            {QStringLiteral("basis"), basisJson(basis)}};
}

Expected<BudgetLimits> BudgetLimits::fromJson(const QJsonObject &json, const QString &currency)
{
    JsonReader reader(json, {});
    BudgetLimits limits;
    limits.lower = reader.money("lower_limit", currency);
    limits.upper = reader.money("upper_limit", currency);
    limits.explanation = reader.object("explanation");
    return reader.finish(std::move(limits));
}

QJsonObject BudgetLimits::toJson() const
{
    return {{QStringLiteral("lower_limit"), moneyJson(lower)},
            {QStringLiteral("upper_limit"), moneyJson(upper)},
            {QStringLiteral("explanation"), explanation}};
}

Expected<CampaignDefaults> CampaignDefaults::fromJson(const QJsonObject &json, const QString &currency)
{
    auto values = SetupProcess::fromJson(json, currency);
    if (!values)
        return tl::unexpected(values.error());
    // A default isn't a row: what it holds beyond the agreed members must not get into a draft.
    values->extra = {};
    return CampaignDefaults{std::move(*values)};
}

QJsonObject CampaignDefaults::toJson() const
{
    const QJsonObject row = values.toJson();
    QJsonObject json;
    for (const char *key :
         {"goal", "total_budget", "currency", "start_date", "end_date", "tcs", "integration_details",
          "conversion_id", "custom_event_type", "lead_form_id", "dsa_payor", "dsa_beneficiary"})
        json.insert(QLatin1StringView(key), row[QLatin1StringView(key)]);
    return json;
}

Expected<std::vector<Choice>> choicesFromJson(const QJsonValue &json)
{
    QString at;
    const auto array = unwrapList(json, "call_to_action", at);
    if (!array)
        return tl::unexpected(array.error());
    std::vector<Choice> choices;
    for (qsizetype i = 0; i < array->size(); ++i) {
        const QString pointer = at + u'/' + QString::number(i);
        const QJsonValue entry = array->at(i);
        if (entry.isString()) {
            choices.push_back({entry.toString(), {}});
            continue;
        }
        JsonReader reader(entry.toObject(), pointer);
        Choice choice{reader.text("value"), reader.text("label")};
        if (choice.value.isEmpty())
            reader.fail(Problem::protocol(pointer, QStringLiteral("a word, or an object with \"value\"")));
        if (reader.problem())
            return tl::unexpected(*reader.problem());
        choices.push_back(std::move(choice));
    }
    return choices;
}

} // namespace groundswell
