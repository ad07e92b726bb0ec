#include "app/look/texts/fieldvalue.h"
#include "models/draft/merge.h"

#include <QTest>

using namespace groundswell;

namespace {

const ClusterRef jazz{ClusterName(QStringLiteral("jazz")), 7};

FieldWording wording()
{
    return {[](const ClusterRef &) { return QStringLiteral("Jazz lovers"); }, QStringLiteral("EUR"),
            QLocale(QLocale::English, QLocale::UnitedKingdom)};
}

/// The texts of the one field that differs.
std::pair<QString, QString> texts(const SetupProcess &before, const SetupProcess &after)
{
    const auto found = differences(before, after);
    if (found.size() != 1)
        return {QStringLiteral("%1 differences").arg(found.size()), {}};
    return {fieldValueText(found[0].path, found[0].before, wording()),
            fieldValueText(found[0].path, found[0].after, wording())};
}

using Pair = std::pair<QString, QString>;

} // namespace

class TestFieldValue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void valuesAreWordedForPeople()
    {
        SetupProcess before;
        SetupProcess after;
        after.currency = before.currency = QStringLiteral("EUR");
        after.totalBudget = Money{500'000, QStringLiteral("EUR")};
        QCOMPARE(texts(before, after), Pair(QStringLiteral("—"), QStringLiteral("€5,000.00")));

        after = before;
        after.goal = Goal::Utilization;
        QVERIFY(texts(before, after).second != QStringLiteral("UTILIZATION"));

        after = before;
        after.startDate = QDate(2026, 5, 25);
        QVERIFY(texts(before, after).second.contains(QStringLiteral("2026")));
        QVERIFY(texts(before, after).second != QStringLiteral("2026-05-25"));

        Targeting targeting;
        targeting.cluster = jazz;
        before.targeting = {targeting};
        GeoPlace place;
        place.name = QStringLiteral("München");
        place.type = GeoType::City;
        place.radiusKm = 50;
        targeting.geo = {place};
        after = before;
        after.targeting = {targeting};
        QVERIFY(texts(before, after).second.contains(QStringLiteral("München")));
        QVERIFY(!texts(before, after).second.contains(u'{'));
        place.excluded = true;
        targeting.geo = {place};
        after.targeting = {targeting};
        QVERIFY(texts(before, after).second.startsWith(QStringLiteral("not ")));
    }

    void wholeEntriesSayWhatStandsOut()
    {
        SetupProcess before;
        SetupProcess after;
        Creative creative;
        creative.cluster = jazz;
        creative.headline = QStringLiteral("One evening");
        after.creatives = {creative};
        QCOMPARE(texts(before, after), Pair(QStringLiteral("—"), QStringLiteral("One evening")));
        after = {};
        after.clusters = {{jazz, std::nullopt, {}}};
        QCOMPARE(texts(before, after), Pair(QStringLiteral("—"), QStringLiteral("chosen")));
    }

    void whatIsUnknownIsShownAsItCame()
    {
        SetupProcess before;
        SetupProcess after;
        after.extra.insert(QStringLiteral("x_mode"), QStringLiteral("fast"));
        QCOMPARE(texts(before, after).second, QStringLiteral("fast"));
        after.extra.insert(QStringLiteral("x_mode"), QJsonObject{{QStringLiteral("a"), 1}});
        QCOMPARE(texts(before, after).second, QStringLiteral("{\"a\":1}"));
    }

    void aFieldSaysWhoseItIs()
    {
        QCOMPARE(fieldNameText({QStringLiteral("creatives"), jazz, 1, QStringLiteral("headline")}, wording()),
                 QStringLiteral("Headline · Jazz lovers, variant 2"));
        QCOMPARE(fieldNameText({QStringLiteral("totalBudget"), std::nullopt, 0, {}}, wording()),
                 QStringLiteral("Total budget"));
    }
};

QTEST_GUILESS_MAIN(TestFieldValue)
#include "tst_fieldvalue.moc"
