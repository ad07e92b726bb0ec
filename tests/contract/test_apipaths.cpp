#include "models/wave/api/paths.h"
#include "models/wave/attributionmodel.h"
#include "models/wave/package.h"
#include "support/contract.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace groundswell;

namespace {

constexpr const char *pathPattern = R"re(Path \w+\{\s*"([^"]+)")re";
constexpr const char *queryPattern = R"re(constexpr const char \*\w+ = "([^/"]+)")re";

QString textOf(const char *file)
{
    QFile source(QString::fromLatin1(GROUNDSWELL_SOURCE_DIR) + QLatin1Char('/') + QLatin1StringView(file));
    return source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
}

/// What stands in the header, so that no second list of it must be kept.
QSet<QString> constants(const char *pattern)
{
    const QString header = textOf("models/wave/api/paths.h");
    QSet<QString> found;
    auto matches = QRegularExpression(QString::fromLatin1(pattern)).globalMatch(header);
    while (matches.hasNext()) {
        const QString text = matches.next().captured(1);
        if (found.contains(text))
            qWarning("%s stands there twice", qPrintable(text));
        else
            found.insert(text);
    }
    return found;
}

QString listed(const QSet<QString> &texts)
{
    QStringList sorted(texts.begin(), texts.end());
    sorted.sort();
    return sorted.join(u'\n');
}

template <class E> QStringList wordsOf()
{
    QStringList words;
    for (const auto &[value, word] : WireNames<E>::names)
        words.append(QString::fromLatin1(word));
    return words;
}

} // namespace

// The paths, query names and words that the program knows are those of the contract, all of them and no
// others.
class TestApiPaths : public QObject {
    Q_OBJECT

    const Contract m_contract = Contract::load();

private Q_SLOTS:
    void thePathsAreTheContracts()
    {
        QSet<QString> described;
        for (const Contract::Operation &operation : m_contract.operations())
            described.insert(operation.path);
        QVERIFY(described.size() > 60);
        QCOMPARE(listed(constants(pathPattern)), listed(described));
    }

    void theQueryNamesAreTheContracts()
    {
        QSet<QString> described;
        for (const Contract::Operation &operation : m_contract.operations()) {
            for (const QString &name : m_contract.queryNames(operation))
                described.insert(name);
        }
        QVERIFY(described.size() > 40);
        QCOMPARE(listed(constants(queryPattern)), listed(described));
    }

    void theBasesAreTheContracts()
    {
        const QString contract = textOf("resources/api/wave-openapi.yaml");
        for (const char *base : {api::base, api::mediaBase}) {
            const QString url = u"url: '{base}" + QString::fromLatin1(base) + u"'\n";
            QVERIFY2(contract.contains(url), base);
        }
    }

    void theAttributionModelsAreTheContracts()
    {
        QCOMPARE(wordsOf<AttributionModel>(), m_contract.words(QStringLiteral("AttributionModel")));
        QCOMPARE(
            wordsOf<PackageAttributionModel>(),
            m_contract.words(QStringLiteral("BackhaulDetails"), QStringLiteral("backhaul_evaluation_model")));
    }
};

QTEST_GUILESS_MAIN(TestApiPaths)
#include "test_apipaths.moc"
