#include "resources/reference.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QSvgRenderer>
#include <QTest>

using namespace groundswell;

class TestResources : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void iconsAreEmbeddedAndRender()
    {
        const QDir icons(QStringLiteral(":/icons"));
        const QStringList files = icons.entryList({QStringLiteral("*.svg")});
        QVERIFY(files.size() > 40);
        for (const QString &file : files) {
            const QSvgRenderer renderer(icons.filePath(file));
            QVERIFY2(renderer.isValid(), qPrintable(file));
            QVERIFY2(renderer.defaultSize().width() == renderer.defaultSize().height(), qPrintable(file));
        }
    }

    // An icon that lies in the folder but isn't listed would be missing only at run time.
    void everyIconInTheFolderIsListed()
    {
        const QStringList inFolder =
            QDir(QStringLiteral(GROUNDSWELL_SOURCE_DIR "/resources/icons")).entryList(QDir::Files);
        const QStringList embedded = QDir(QStringLiteral(":/icons")).entryList();
        QCOMPARE(QSet<QString>(inFolder.begin(), inFolder.end()),
                 QSet<QString>(embedded.begin(), embedded.end()));
    }

    void translationsAreEmbedded() { QVERIFY(QFile::exists(QStringLiteral(":/i18n/groundswell_de.qm"))); }

    void countriesKnowTheEu()
    {
        const QJsonArray countries =
            referenceData(u"countries").object()[QLatin1StringView("countries")].toArray();
        QSet<QString> codes;
        int eu = 0;
        for (const auto &value : countries) {
            const QJsonObject country = value.toObject();
            codes.insert(country[QLatin1StringView("code")].toString());
            eu += country[QLatin1StringView("eu")].toBool() ? 1 : 0;
            QVERIFY(!country[QLatin1StringView("en")].toString().isEmpty());
            QVERIFY(!country[QLatin1StringView("de")].toString().isEmpty());
        }
        QCOMPARE(codes.size(), countries.size());
        QCOMPARE(eu, 27);
        QVERIFY(codes.contains(QStringLiteral("DE")));
    }

    void anUnknownNameGivesNothing() { QVERIFY(referenceData(u"no-such-data").isNull()); }
};

QTEST_GUILESS_MAIN(TestResources)
#include "test_resources.moc"
