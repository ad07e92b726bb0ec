#include "app/desktop/packages/attributiontext.h"

#include "app/desktop/packages/proportion.h"
#include "app/look/texts/phrases.h"
#include "models/items/format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(groundswell::AttributionPanel)
};

} // namespace

QString attributionSentence(const PackageEvaluation &evaluation, const AttributionSettings &details,
                            std::optional<qint64> packageCustomers)
{
    if (!details.emailSentDate.isValid())
        return Words::tr("Say when the e-mail was sent, and the purchases since then are counted here.");
    if (!evaluation.unique)
        return Words::tr("The service counts each taste cluster by itself; see the table.");
    const EvaluationRow &unique = *evaluation.unique;
    const QString bought = Words::tr("%1 tickets in %2 purchases, %3")
                               .arg(format::number(unique.items), format::number(unique.purchases),
                                    phrases::roundMoney(unique.revenue));
    const std::optional<qint64> of = unique.members ? unique.members : packageCustomers;
    if (!unique.customers || !of || *of <= 0) {
        return Words::tr("%1 customers bought within %n day(s) of the e-mail: %2.", nullptr,
                         details.windowDays)
            .arg(format::number(unique.customers), bought);
    }
    const Proportion share = wilsonInterval(*unique.customers, *of);
    return Words::tr(
               "%1 of %2 customers bought within %n day(s) of the e-mail, %3 (95% interval %4 to %5): %6.",
               nullptr, details.windowDays)
        .arg(format::number(unique.customers), format::number(of), format::percent(share.value),
             format::percent(share.low), format::percent(share.high), bought);
}

QString attributionCaveat(const PackageEvaluation &evaluation, const AttributionSettings &details)
{
    if (!details.emailSentDate.isValid())
        return {};
    QStringList parts;
    if (evaluation.provisional) {
        parts.append(evaluation.daysElapsed
                         ? Words::tr("Provisional: day %1 of %2, the window is still open.")
                               .arg(*evaluation.daysElapsed)
                               .arg(details.windowDays)
                         : Words::tr("Provisional: the window is still open."));
    }
    if (evaluation.unique && evaluation.unique->customers.value_or(FewBuyers) < FewBuyers)
        parts.append(Words::tr("Few bought: the differences between clusters may be chance."));
    parts.append(Words::tr("This counts what came after the e-mail, not what came because of it."));
    return parts.join(u' ');
}

} // namespace groundswell
