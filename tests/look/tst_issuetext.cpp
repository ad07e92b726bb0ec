#include "app/look/texts/fieldtext.h"
#include "app/look/texts/issuetext.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace groundswell;

class TestIssueText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRuleIsWorded()
    {
        // The rules' own sources say which ids there are; one that nobody worded would show as raw text.
        const QRegularExpression literal(
            QStringLiteral("\"((?:plan|clusters|creative|targeting|integration|dsa)\\.[a-z_.]+)\""));
        int found = 0;
        QDirIterator files(QStringLiteral(GROUNDSWELL_SOURCE_DIR "/models/rules"), {QStringLiteral("*.cpp")});
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            auto ids = literal.globalMatch(QString::fromUtf8(file.readAll()));
            while (ids.hasNext()) {
                const QString id = ids.next().captured(1);
                Issue issue;
                issue.messageId = id;
                const QString text = issueText(issue, {}, QLocale::c());
                QVERIFY2(!text.contains(id), qPrintable(id));
                ++found;
            }
        }
        QVERIFY(found > 50);
    }

    void argumentsAreWordedAndNeverReplacedTwice()
    {
        Issue issue;
        issue.messageId = QStringLiteral("plan.budget.below_limit");
        issue.arguments = {QStringLiteral("12050"), QStringLiteral("36000"), QStringLiteral("EUR")};
        const QString text = issueText(issue, {}, QLocale(QLocale::English, QLocale::UnitedKingdom));
        QVERIFY2(text.contains(QStringLiteral("€120.50")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("€360.00")));

        issue.messageId = QStringLiteral("dsa.payor.unusual");
        issue.arguments = {QStringLiteral("100%2 GmbH"), QStringLiteral("Acme")};
        QVERIFY(issueText(issue, {}, QLocale::c()).contains(QStringLiteral("100%2 GmbH")));
    }

    void whereNamesClusterAndVariant()
    {
        Issue issue;
        issue.path = {QStringLiteral("creatives"), ClusterRef{ClusterName(QStringLiteral("a")), 1}, 1,
                      QStringLiteral("headline")};
        const ClusterLabel label = [](const ClusterRef &) { return QStringLiteral("Families"); };
        QCOMPARE(issueWhere(issue, label), QStringLiteral("Families, variant 2"));
        issue.path = {QStringLiteral("totalBudget"), std::nullopt, 0, {}};
        QCOMPARE(issueWhere(issue, label), QString());
        QCOMPARE(fieldText(issue.path), QStringLiteral("Total budget"));
    }
};

QTEST_GUILESS_MAIN(TestIssueText)
#include "tst_issuetext.moc"
