#include "models/rulecases.h"

#include <QtTest>

namespace groundswell::testing {

RuleCases::RuleCases()
{
    planRules();
    clusterRules();
    creativeRules();
    targetingRules();
    integrationRules();
    dsaRules();
}

void RuleCases::addToTable() const
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<QString>("path");
    QTest::addColumn<Change>("trigger");
    QTest::addColumn<Change>("nearMiss");
    QTest::addColumn<QStringList>("arguments");
    for (const RuleCase &one : m_cases)
        QTest::newRow(qPrintable(QString(QLatin1StringView(one.id) + u' ' + one.arguments.join(u'|'))))
            << QString::fromLatin1(one.id) << one.severity << QString::fromLatin1(one.path) << one.trigger
            << one.nearMiss << one.arguments;
}

void RuleCases::rule(const char *id, Severity severity, const char *path, Change trigger, Change nearMiss,
                     const QStringList &arguments)
{
    m_cases.push_back({id, severity, path, std::move(trigger), std::move(nearMiss), arguments});
}

} // namespace groundswell::testing
