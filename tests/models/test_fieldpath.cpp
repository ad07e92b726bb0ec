#include "models/draft/fieldpath.h"
#include "models/setupgenerators.h"

#include <QtTest>

using namespace groundswell;

class TestFieldPath : public QObject {
    Q_OBJECT
public:
    static void initMain() { testing::useFixedSeed(); }

private Q_SLOTS:
    void text_data()
    {
        QTest::addColumn<FieldPath>("path");
        QTest::addColumn<QString>("text");
        const ClusterRef family{ClusterName(QStringLiteral("family")), 42};
        const ClusterRef odd{ClusterName(QStringLiteral("a,b]%5D=c.d [x")), 1};
        const auto path = [](const char *section, std::optional<ClusterRef> cluster, int index,
                             const char *member) {
            return FieldPath{QString::fromLatin1(section), std::move(cluster), index,
                             QString::fromLatin1(member)};
        };
        QTest::newRow("row") << path("totalBudget", std::nullopt, 0, "") << QStringLiteral("totalBudget");
        QTest::newRow("unknown member of the row")
            << path("extra", std::nullopt, 0, "x.new") << QStringLiteral("extra.x.new");
        QTest::newRow("creative") << path("creatives", family, 0, "headline")
                                  << QStringLiteral("creatives[tc=family,run=42,0].headline");
        QTest::newRow("second variant, whole")
            << path("creatives", family, 1, "") << QStringLiteral("creatives[tc=family,run=42,1]");
        QTest::newRow("targeting") << path("targeting", family, 0, "demographics.ageMin")
                                   << QStringLiteral("targeting[tc=family,run=42].demographics.ageMin");
        QTest::newRow("odd name") << path("tcs", odd, 0, "budgetShare")
                                  << QStringLiteral("tcs[tc=a%2Cb%5D%255D=c.d [x,run=1].budgetShare");
    }
    void text()
    {
        QFETCH(const FieldPath, path);
        QFETCH(const QString, text);
        QCOMPARE(path.toString(), text);
        const auto back = FieldPath::fromString(text);
        QVERIFY(back.has_value());
        QVERIFY(*back == path);
    }

    void everyPathParsesBack()
    {
        QVERIFY(rc::check("fromString(toString(path)) == path", [] {
            FieldPath path;
            path.section = QStringLiteral("creatives");
            path.cluster = ClusterRef{ClusterName(QString::fromStdString(*rc::gen::container<std::string>(
                                          rc::gen::elementOf(std::string("a%,][=. 0"))))),
                                      *rc::gen::arbitrary<qint64>()};
            path.index = *rc::gen::inRange(0, 9);
            path.member = *testing::text();
            const auto back = FieldPath::fromString(path.toString());
            RC_ASSERT(back.has_value());
            RC_ASSERT(*back == path);
        }));
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", ".", "[tc=a,run=1]", "creatives[", "creatives[tc=a]", "creatives[tc=a,run=x]",
              "creatives[tc=a,run=1,-1]", "creatives[tc=a,run=1,0", "creatives[tc=a,run=1]x", "goal.",
              "goal!", "creatives[a,b]"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void nonsenseIsRefused()
    {
        QFETCH(const QString, text);
        QVERIFY(!FieldPath::fromString(text).has_value());
    }
};

QTEST_GUILESS_MAIN(TestFieldPath)
#include "test_fieldpath.moc"
