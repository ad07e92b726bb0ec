#include "app/service/usecases/setups/rowform.h"

#include "app/service/usecases/forms/bodyform.h"
#include "models/wave/clusterentries.h"

#include <QRegularExpression>

namespace groundswell::service {

namespace {

void checkGoal(const QJsonObject &row, BodyForm &form)
{
    static const QRegularExpression word(QStringLiteral("\\A[A-Z][A-Z0-9_]{0,63}\\z"));
    const QString goal = row.value(u"goal").toString();
    if (!goal.isEmpty() && !word.match(goal).hasMatch() && !OpenEnum<Goal>::fromWire(goal).known())
        form.fault("unknown_value", QStringLiteral("/goal"));
}

void checkCurrency(const QJsonObject &row, BodyForm &form)
{
    static const QRegularExpression code(QStringLiteral("\\A[A-Z]{3}\\z"));
    const QString currency = row.value(u"currency").toString();
    if (!currency.isEmpty() && !code.match(currency).hasMatch())
        form.fault("unknown_value", QStringLiteral("/currency"));
}

/// The entries of a list of clusters, in each of the shapes that are read.
std::vector<ClusterEntry> entries(const QJsonObject &row, const char *key, BodyForm::Names ownKeys)
{
    JsonReader reader(row, {});
    return takeClusterEntries(reader, key, ownKeys);
}

void checkTexts(const QJsonObject &row, BodyForm &form)
{
    form.fields(row, {}, SetupFields::ofRow());
    form.texts(row, {}, {"updated_at"});
    for (const auto &[object, at] : entries(row, "tcs", {"tc", "tc_run_id"}))
        form.required(object, at, {"tc"});
    for (const auto &[object, at] : entries(row, "creatives", {"headline", "body", "media_url", "cta"}))
        form.creative(object, at);
    for (const auto &[object, at] : entries(row, "targeting", {"geo", "demographics", "saved_audience_id"}))
        form.targeting(object, at);
}

} // namespace

Expected<SetupProcess> readRow(const QJsonObject &row, const QString &organiserCurrency)
{
    BodyForm form;
    checkTexts(row, form);
    if (form.faults().empty()) {
        checkGoal(row, form);
        checkCurrency(row, form);
        const QString named = row.value(u"currency").toString();
        form.amounts(row, {}, {"total_budget"}, named.isEmpty() ? organiserCurrency : named);
    }
    auto setup = SetupProcess::fromJson(row, organiserCurrency);
    if (!setup)
        form.complaint(setup.error());
    if (auto found = form.finish(QStringLiteral("error.setup.invalid")); !found)
        return tl::make_unexpected(found.error());
    return setup;
}

} // namespace groundswell::service
