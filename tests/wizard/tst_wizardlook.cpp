#include "app/look/style/theme.h"
#include "support/sweep.h"
#include "wizard/campaignwizard.h"
#include "wizard/clustereditor.h"
#include "wizardfixture.h"

#include <QApplication>
#include <QDialog>
#include <QLocale>
#include <QPushButton>
#include <QTabBar>
#include <QTest>
#include <QTranslator>

using namespace groundswell;

namespace {

/// A page settles over several turns: each layout level asks the next one in an event of its own.
void settle()
{
    for (int turn = 0; turn < 8; ++turn)
        QCoreApplication::processEvents();
}

/// Every text a good third longer, as translations are, and with brackets, so that a cut end is seen.
class LongTongue : public QTranslator {
public:
    QString translate(const char *, const char *text, const char *, int count) const override
    {
        QString words = QString::fromUtf8(text);
        if (count >= 0)
            words.replace(QStringLiteral("%n"), QString::number(count));
        if (words.size() < 4)
            return words;
        return QStringLiteral("[%1 %2]").arg(
            words, QStringLiteral("mnopq rst").repeated(3).left(words.size() / 3 + 2));
    }
    bool isEmpty() const override { return false; }
};

/// Speaks another language while it lives.
class Tongue {
public:
    explicit Tongue(const QString &name)
    {
        if (name == QLatin1StringView("long")) {
            m_translator = std::make_unique<LongTongue>();
        } else {
            m_translator = std::make_unique<QTranslator>();
            m_loaded = m_translator->load(QStringLiteral(":/i18n/groundswell_%1.qm").arg(name));
        }
        QLocale::setDefault(name == QLatin1StringView("de")
                                ? QLocale(QLocale::German, QLocale::Germany)
                                : QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCoreApplication::installTranslator(m_translator.get());
    }
    ~Tongue()
    {
        QCoreApplication::removeTranslator(m_translator.get());
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

private:
    std::unique_ptr<QTranslator> m_translator;
    bool m_loaded = true;
};

} // namespace

/// Every page in both themes and at the least window size: names, targets, cut texts. With GROUNDSWELL_SHOTS
/// set the pages are saved as pictures.
class TestWizardLook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_theme = std::make_unique<Theme>(*qApp);
    }
    void cleanupTestCase() { m_theme.reset(); }

    void pages_data()
    {
        QTest::addColumn<Theme::Choice>("theme");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("complete");
        QTest::addColumn<QString>("tongue");
        const QString english = QStringLiteral("en");
        QTest::newRow("light-1280") << Theme::Choice::Light << QSize(1280, 800) << true << english;
        QTest::newRow("dark-1280") << Theme::Choice::Dark << QSize(1280, 800) << true << english;
        QTest::newRow("light-1024") << Theme::Choice::Light << QSize(1024, 680) << true << english;
        QTest::newRow("light-empty") << Theme::Choice::Light << QSize(1280, 800) << false << english;
        QTest::newRow("german-1024") << Theme::Choice::Light << QSize(1024, 680) << true
                                     << QStringLiteral("de");
        QTest::newRow("long-1024") << Theme::Choice::Light << QSize(1024, 680) << true
                                   << QStringLiteral("long");
        QTest::newRow("rtl-1280") << Theme::Choice::Light << QSize(1280, 800) << true << QStringLiteral("en");
        QTest::newRow("light-2200") << Theme::Choice::Light << QSize(2200, 1200) << true << english;
    }
    void pages()
    {
        QFETCH(Theme::Choice, theme);
        QFETCH(QSize, size);
        QFETCH(bool, complete);
        QFETCH(QString, tongue);
        const Tongue spoken(tongue);
        QVERIFY(spoken.isLoaded());
        const bool rightToLeft =
            QLatin1StringView(QTest::currentDataTag()).startsWith(QLatin1StringView("rtl"));
        QApplication::setLayoutDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        m_theme->setChoice(theme);
        WizardContext context;
        fillContext(context);
        SetupDraft draft;
        draft.replace(complete ? completeSetup(context) : SetupProcess(), Origin::Loaded);
        CampaignWizard wizard(draft, context);
        SaveState saved;
        saved.kind = SaveState::Kind::Saved;
        saved.savedAt = QDateTime(QDate(2026, 5, 20), QTime(14, 32));
        wizard.setSaveState(saved);
        wizard.resize(size);
        wizard.show();
        QVERIFY(QTest::qWaitForWindowExposed(&wizard));
        QStringList findings;
        for (int page = 0; page <= static_cast<int>(PageId::Review); ++page) {
            wizard.jumpTo(static_cast<PageId>(page));
            QCOMPARE(wizard.currentId(), page);
            settle();
            const QString name = QStringLiteral("wizard-%1-%2")
                                     .arg(QString::fromLatin1(QTest::currentDataTag()))
                                     .arg(page + 1);
            sweep::shot(&wizard, name);
            for (const QString &finding :
                 sweep::accessibilityFindings(&wizard) + sweep::clippedTexts(&wizard))
                findings << QStringLiteral("page %1: %2").arg(page + 1).arg(finding);
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(wizard.size(), size); // nothing forces the window wider
        findings.removeDuplicates();
        QVERIFY2(findings.isEmpty(), qPrintable(findings.join(QLatin1Char('\n'))));
    }

    void newerClusters_data()
    {
        QTest::addColumn<Theme::Choice>("theme");
        QTest::addColumn<QString>("tongue");
        QTest::newRow("light") << Theme::Choice::Light << QStringLiteral("en");
        QTest::newRow("dark-german") << Theme::Choice::Dark << QStringLiteral("de");
        QTest::newRow("long") << Theme::Choice::Light << QStringLiteral("long");
    }
    void newerClusters()
    {
        QFETCH(Theme::Choice, theme);
        QFETCH(QString, tongue);
        const Tongue spoken(tongue);
        QVERIFY(spoken.isLoaded());
        m_theme->setChoice(theme);
        WizardContext context;
        fillContext(context);
        SetupDraft draft;
        draft.replace(completeSetup(context), Origin::Loaded);
        addNewerRun(context);
        CampaignWizard wizard(draft, context);
        wizard.resize(1280, 800);
        wizard.show();
        QVERIFY(QTest::qWaitForWindowExposed(&wizard));
        wizard.jumpTo(PageId::Clusters);
        settle();
        sweep::shot(&wizard, QStringLiteral("newer-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
        QStringList findings = sweep::accessibilityFindings(&wizard) + sweep::clippedTexts(&wizard);
        wizard.offerNewerClusters();
        auto *dialog = wizard.findChild<QDialog *>(QStringLiteral("newerClustersDialog"));
        QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
        settle();
        sweep::shot(dialog, QStringLiteral("move-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
        findings += sweep::accessibilityFindings(dialog) + sweep::clippedTexts(dialog);
        QVERIFY2(findings.isEmpty(), qPrintable(findings.join(QLatin1Char('\n'))));
    }

    void matrixAndStory()
    {
        m_theme->setChoice(Theme::Choice::Light);
        WizardContext context;
        fillContext(context);
        SetupDraft draft;
        draft.replace(completeSetup(context), Origin::Loaded);
        CampaignWizard wizard(draft, context);
        wizard.resize(1280, 800);
        wizard.show();
        QVERIFY(QTest::qWaitForWindowExposed(&wizard));
        wizard.jumpTo(PageId::Creative);
        wizard.findChild<QPushButton *>(QStringLiteral("previewStory"))->click();
        sweep::shot(&wizard, QStringLiteral("wizard-story"));
        wizard.findChild<QTabBar *>(QStringLiteral("creativeTabs"))->setCurrentIndex(1);
        settle();
        sweep::shot(&wizard, QStringLiteral("wizard-matrix"));
        QCOMPARE(sweep::accessibilityFindings(&wizard), QStringList());
    }

    void editor()
    {
        m_theme->setChoice(Theme::Choice::Light);
        WizardContext context;
        fillContext(context);
        const SetupProcess setup = completeSetup(context);
        Campaign campaign;
        campaign.eid = setup.eid;
        campaign.cluster = setup.clusters.front().cluster;
        campaign.creatives = {setup.creatives.front()};
        campaign.targeting = setup.targeting.front();
        campaign.integrationDetails = setup.integrationDetails.front();
        ClusterEditor editor(context);
        editor.edit(campaign, setup);
        editor.resize(1100, 720);
        editor.show();
        QVERIFY(QTest::qWaitForWindowExposed(&editor));
        sweep::shot(&editor, QStringLiteral("editor"));
        QCOMPARE(sweep::accessibilityFindings(&editor), QStringList());
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestWizardLook)
#include "tst_wizardlook.moc"
