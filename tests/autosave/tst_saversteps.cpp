#include "app/autosave/saversteps.h"

#include <QFile>
#include <QMetaEnum>
#include <QRegularExpression>
#include <QTest>

using namespace groundswell;
using Phase = DraftSaver::Phase;

/// The table of the saver's steps is sound, and README.md shows the same.
class TestSaverSteps : public QObject {
    Q_OBJECT

    static QMetaEnum phases() { return QMetaEnum::fromType<Phase>(); }

    static QStringList namesAfter(Phase from)
    {
        QStringList names;
        for (const SaverStep &step : saverSteps) {
            if (step.from == from)
                names += QString::fromLatin1(phases().valueToKey(static_cast<int>(step.to)));
        }
        return names;
    }

    /// The words in `…` of a piece of Markdown.
    static QStringList codeWords(const QString &markdown)
    {
        static const QRegularExpression word(QStringLiteral("`(\\w+)`"));
        QStringList words;
        for (auto found = word.globalMatch(markdown); found.hasNext();)
            words += found.next().captured(1);
        return words;
    }

private Q_SLOTS:
    void eachStepIsListedOnce()
    {
        for (const SaverStep &step : saverSteps)
            QCOMPARE(std::ranges::count(saverSteps, step), 1);
    }

    void everyPhaseIsReachedAndOnlyFrozenIsLast()
    {
        for (int i = 0; i < phases().keyCount(); ++i) {
            const auto phase = static_cast<Phase>(phases().value(i));
            QVERIFY2(std::ranges::any_of(saverSteps, [&](const SaverStep &step) { return step.to == phase; }),
                     phases().key(i));
            QCOMPARE(namesAfter(phase).isEmpty(), phase == Phase::Frozen);
        }
        // Neither is left without the user.
        QCOMPARE(namesAfter(Phase::Conflict), QStringList{QStringLiteral("Comparing")});
        QCOMPARE(namesAfter(Phase::SignedOut), QStringList{QStringLiteral("Waiting")});
    }

    void theReadmeShowsTheSameSteps()
    {
        QFile file(QStringLiteral(GROUNDSWELL_SOURCE_DIR "/README.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString readme = QString::fromUtf8(file.readAll());
        const QString section = readme.section(QStringLiteral("### The saver's states\n"), 1)
                                    .section(QStringLiteral("\n## "), 0, 0);
        QStringList shown;
        for (const QString &line : section.split(u'\n')) {
            if (!line.startsWith(QLatin1StringView("| `")))
                continue;
            const QStringList cells = line.split(u'|'); // before the first bar is nothing
            QVERIFY2(cells.size() == 5, qPrintable(line));
            QVERIFY2(!cells[2].trimmed().isEmpty(), qPrintable(line)); // what it means
            shown += codeWords(cells[1]).join(u' ') + QStringLiteral(" → ") + codeWords(cells[3]).join(u' ');
        }
        QStringList wanted;
        for (int i = 0; i < phases().keyCount(); ++i) {
            wanted += QString::fromLatin1(phases().key(i)) + QStringLiteral(" → ")
                + namesAfter(static_cast<Phase>(phases().value(i))).join(u' ');
        }
        QCOMPARE(shown, wanted);
    }
};

QTEST_GUILESS_MAIN(TestSaverSteps)
#include "tst_saversteps.moc"
