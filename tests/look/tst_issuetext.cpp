#include "app/look/texts/fieldtext.h"
#include "app/look/texts/issuetext.h"

#include "models/rules/catalogue.h"

#include <QFile>
#include <QHash>
#include <QTest>
#include <QXmlStreamReader>

#include <set>

using namespace groundswell;

namespace {

/// The numbers of the places "%1", "%2" … of a sentence.
std::set<size_t> placesIn(const QString &sentence)
{
    std::set<size_t> places;
    for (qsizetype i = 0; i + 1 < sentence.size(); ++i) {
        if (sentence[i] == u'%' && sentence[i + 1].isDigit())
            places.insert(static_cast<size_t>(sentence[i + 1].digitValue()));
    }
    return places;
}

/// What translators made of the English sentences; without what is unfinished.
QHash<QString, QString> germanSentences()
{
    QFile file(QStringLiteral(GROUNDSWELL_SOURCE_DIR "/translations/groundswell_de.ts"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("can't read the translations");
    QXmlStreamReader xml(&file);
    QHash<QString, QString> german;
    bool isOurs = false;
    QString source;
    while (xml.readNext() != QXmlStreamReader::EndDocument && !xml.hasError()) {
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"name")
            isOurs = xml.readElementText() == u"groundswell::IssueText";
        else if (xml.name() == u"source")
            source = xml.readElementText();
        else if (isOurs && xml.name() == u"translation" && !xml.attributes().hasAttribute(u"type"_qs))
            german.insert(source, xml.readElementText());
    }
    return german;
}

} // namespace

class TestIssueText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRuleHasASentenceThatItsArgumentsFill()
    {
        const QHash<QString, QString> german = germanSentences();
        for (const Section section : allSections) {
            for (const Rule &rule : rulesOf(section)) {
                const QString sentence = issueSentence(QString::fromLatin1(rule.id));
                QVERIFY2(!sentence.isEmpty(), rule.id);
                QVERIFY2(!german.value(sentence).isEmpty(), rule.id);
                QVERIFY2(placesIn(german.value(sentence)) == placesIn(sentence), rule.id);
                for (const size_t place : placesIn(sentence)) {
                    QVERIFY2(place >= 1 && place <= rule.arguments.size(), rule.id);
                    const Argument argument = rule.arguments[place - 1];
                    QVERIFY2(argument != Argument::None && argument != Argument::Several, rule.id);
                }
            }
        }
    }

    void argumentsAreWordedByKind_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *id, const QStringList &arguments, const QStringList &words) {
            QTest::newRow(id) << QString::fromLatin1(id) << arguments << words;
        };
        row("plan.goal.unknown", {u"FAME"_qs}, {u"“FAME”"_qs});
        row("plan.budget.below_limit", {u"12050"_qs, u"36000"_qs, u"EUR"_qs}, {u"€120.50"_qs, u"€360.00"_qs});
        row("plan.start.past", {u"2026-05-25"_qs, u"2026-05-26"_qs}, {u"25/05/2026"_qs, u"26/05/2026"_qs});
        row("clusters.share.out_of_range", {u"tc_1"_qs, u"1.25"_qs}, {u"“Families”"_qs, u"125.0%"_qs});
        row("creative.body.too_long", {u"2201"_qs, u"2200"_qs}, {u"2,201"_qs, u"2,200"_qs});
        row("creative.cta.not_allowed", {u"GET_TICKETS"_qs}, {u"“Get tickets”"_qs});
        row("targeting.geo.too_many", {u"city"_qs, u"251"_qs, u"250"_qs}, {u"“City”"_qs, u"251"_qs});
        row("targeting.gender.unknown", {u"other"_qs}, {u"“other”"_qs});
        row("integration.pixel.missing", {u"ROAS"_qs}, {u"“Return on ad spend”"_qs});
        row("integration.account.currency", {u"CHF"_qs, u"EUR"_qs}, {u"in CHF"_qs, u"in EUR"_qs});
    }
    void argumentsAreWordedByKind()
    {
        QFETCH(const QString, id);
        QFETCH(const QStringList, arguments);
        QFETCH(const QStringList, words);
        Issue issue;
        issue.messageId = id;
        issue.arguments = arguments;
        issue.path.cluster = ClusterRef{ClusterName(u"tc_1"_qs), 1};
        const ClusterLabel label = [](const ClusterRef &) { return u"Families"_qs; };
        const QString text = issueText(issue, label, QLocale(QLocale::English, QLocale::UnitedKingdom));
        for (const QString &word : words)
            QVERIFY2(text.contains(word), qPrintable(text));
    }

    void whatNoRuleSaysIsShownAsItIs()
    {
        Issue issue;
        issue.messageId = u"plan.budget.other_currency"_qs;
        QVERIFY(issueText(issue, {}, QLocale::c()).contains(issue.messageId));
        QVERIFY(issueSentence(issue.messageId).isEmpty());
    }

    void anArgumentIsNotFilledInTwice()
    {
        Issue issue;
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
