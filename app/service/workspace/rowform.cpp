#include "app/service/workspace/rowform.h"

#include "app/service/store/refusal.h"
#include "models/wave/clusterentries.h"

#include <QRegularExpression>

#include <array>
#include <cmath>
#include <initializer_list>

namespace groundswell::service {

namespace {

using Names = std::initializer_list<const char *>;

/// Collects what is wrong, all of it: a client shows every field at once.
class Form {
public:
    std::vector<FieldProblem> faults;

    void fault(const char *code, const QString &pointer)
    {
        faults.push_back({QString::fromLatin1(code), pointer});
    }

    /// Members that are texts and nothing else.
    void texts(const QJsonObject &object, const QString &at, Names names)
    {
        for (const char *name : names) {
            const QJsonValue value = object.value(QLatin1StringView(name));
            if (!value.isUndefined() && !value.isNull() && !value.isString())
                fault("wrong_type", at + u'/' + QLatin1StringView(name));
        }
    }

    /// The entries of a list of clusters, in each of the shapes that are read.
    std::vector<ClusterEntry> entries(const QJsonObject &row, const char *key, Names ownKeys)
    {
        JsonReader reader(row, {});
        return takeClusterEntries(reader, key, ownKeys);
    }
};

void checkGoal(const QJsonObject &row, Form &form)
{
    static const QRegularExpression word(QStringLiteral("\\A[A-Z][A-Z0-9_]{0,63}\\z"));
    const QString goal = row.value(u"goal").toString();
    if (!goal.isEmpty() && !word.match(goal).hasMatch() && !OpenEnum<Goal>::fromWire(goal).known())
        form.fault("unknown_value", QStringLiteral("/goal"));
}

void checkCurrency(const QJsonObject &row, Form &form)
{
    static const QRegularExpression code(QStringLiteral("\\A[A-Z]{3}\\z"));
    const QString currency = row.value(u"currency").toString();
    if (!currency.isEmpty() && !code.match(currency).hasMatch())
        form.fault("unknown_value", QStringLiteral("/currency"));
}

/// Whether an amount is one of the currency's own: what is stored would else be another one than was sent.
void checkAmount(const QJsonObject &row, const QString &organiserCurrency, Form &form)
{
    const QJsonValue value = row.value(u"total_budget");
    const QString named = row.value(u"currency").toString();
    const auto money = Money::fromJson(value, named.isEmpty() ? organiserCurrency : named);
    if (!money)
        return; // absent, or no amount at all: the types say so
    const double sent = value.isDouble() ? value.toDouble() : value.toString().trimmed().toDouble();
    // A sum of decimals is off by some bits (0.1 + 0.2), and that is no decimal place of its own.
    const double tolerance = 1e-9 * std::max(1.0, std::abs(sent));
    if (std::abs(money->toDouble() - sent) > tolerance || (money->minor == 0 && sent != 0))
        form.fault("too_precise", QStringLiteral("/total_budget"));
}

void checkTexts(const QJsonObject &row, Form &form)
{
    form.texts(row, {},
               {"goal", "currency", "start_date", "end_date", "custom_event_type", "dsa_payor",
                "dsa_beneficiary", "updated_at"});
    for (const auto &[object, at] : form.entries(row, "creatives", {"headline", "body", "media_url", "cta"}))
        form.texts(
            object, at,
            {"headline", "body", "description", "media_url", "media_type", "cta", "link_url", "language"});
    for (const auto &[object, at] :
         form.entries(row, "targeting", {"geo", "demographics", "saved_audience_id"})) {
        const QJsonArray places = object.value(u"geo").toArray();
        for (qsizetype i = 0; i < places.size(); ++i)
            form.texts(places.at(i).toObject(), at + QStringLiteral("/geo/%1").arg(i),
                       {"type", "name", "country", "city"});
    }
}

/// The pointer of a codec's complaint, which goes on with what it expected.
QString pointerOf(const Problem &problem)
{
    return problem.detail.left(problem.detail.lastIndexOf(QStringLiteral(": expected ")));
}

} // namespace

Expected<SetupProcess> readRow(const QJsonObject &row, const QString &organiserCurrency)
{
    Form form;
    checkTexts(row, form);
    if (form.faults.empty()) {
        checkGoal(row, form);
        checkCurrency(row, form);
        checkAmount(row, organiserCurrency, form);
    }
    auto setup = SetupProcess::fromJson(row, organiserCurrency);
    if (!setup
        && std::ranges::find(form.faults, pointerOf(setup.error()), &FieldProblem::field)
            == form.faults.end())
        form.fault("wrong_type", pointerOf(setup.error()));
    if (!form.faults.empty())
        return tl::make_unexpected(
            refusal(400, QStringLiteral("error.setup.invalid"), std::move(form.faults)));
    return setup;
}

} // namespace groundswell::service
