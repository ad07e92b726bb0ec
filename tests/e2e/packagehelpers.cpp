#include "tests/e2e/packagehelpers.h"

#include <QTest>

namespace groundswell::test {

QJsonObject packageRequest(const QStringList &events)
{
    QJsonObject request =
        json(R"({"package_title": "Spätsommer, \"München\"", "num_packages": 3, "n_top_events": 3,
        "targeting_mode": "inclusive", "include_customer_ids": [], "exclude_customer_ids": [],
        "exclude_purchased_only_before": null, "exclude_purchased_only_after": null,
        "exclude_price_below": null, "exclude_price_above": null})");
    request.insert(QStringLiteral("event_ids"), QJsonArray::fromStringList(events));
    return request;
}

bool isTerminal(const QJsonObject &package)
{
    const QString status = package[u"status"].toString();
    return status == u"DONE" || status == u"FAILED" || status == u"EXPIRED";
}

QJsonObject whenTerminal(HttpUser &user, const QString &package)
{
    const QByteArray path = "/package_builder/packages/" + encoded(package);
    QJsonObject last;
    (void)QTest::qWaitFor(
        [&] {
            last = user.get(path).object();
            return isTerminal(last);
        },
        120'000);
    return last;
}

QJsonObject buildPackage(HttpUser &user, const QJsonObject &request)
{
    const Answer begun = user.post("/package_builder/packages", request);
    return begun.status == 201 ? whenTerminal(user, begun.object()[u"id"].toString()) : begun.object();
}

CsvTable customerList(HttpUser &user, const QString &package, const QString &tc)
{
    return CsvTable::parse(
        user.get("/package_builder/packages/" + encoded(package) + '/' + encoded(tc) + "/customer_list")
            .body);
}

} // namespace groundswell::test
