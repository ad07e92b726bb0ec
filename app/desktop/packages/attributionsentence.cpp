#include "app/desktop/packages/attributionsentence.h"

#include "app/desktop/packages/proportion.h"
#include "app/desktop/phrases.h"
#include "models/items/format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(groundswell::AttributionPanel)
};

QString days(int count)
{
    return Words::tr("%n day(s)", nullptr, count);
}

} // namespace

QString attributionSentence(const BackhaulEvaluation &evaluation, const BackhaulDetails &details,
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
        return Words::tr("%1 customers bought within %2 of the e-mail: %3.")
            .arg(format::number(unique.customers), days(details.windowDays), bought);
    }
    const Proportion share = wilsonInterval(*unique.customers, *of);
    return Words::tr("%1 of %2 customers bought within %3 of the e-mail, %4 (95 % interval %5 to %6): %7.")
        .arg(format::number(unique.customers), format::number(of), days(details.windowDays),
             format::percent(share.value), format::percent(share.low), format::percent(share.high), bought);
}

QString attributionCaveat(const BackhaulEvaluation &evaluation, const BackhaulDetails &details)
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
