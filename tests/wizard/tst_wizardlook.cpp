#include "app/look/theme.h"
#include "support/sweep.h"
#include "wizard/campaignwizard.h"
#include "wizard/clustereditor.h"
#include "wizardfixture.h"

#include <QApplication>
#include <QLocale>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

using namespace groundswell;

namespace {

/// A page settles over several turns: each layout level asks the next one in an event of its own.
void settle()
{
    for (int turn = 0; turn < 8; ++turn)
        QCoreApplication::processEvents();
}

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
        QTest::newRow("light-1280") << Theme::Choice::Light << QSize(1280, 800) << true;
        QTest::newRow("dark-1280") << Theme::Choice::Dark << QSize(1280, 800) << true;
        QTest::newRow("light-1024") << Theme::Choice::Light << QSize(1024, 680) << true;
        QTest::newRow("light-empty") << Theme::Choice::Light << QSize(1280, 800) << false;
        QTest::newRow("light-2200") << Theme::Choice::Light << QSize(2200, 1200) << true;
    }
    void pages()
    {
        QFETCH(Theme::Choice, theme);
        QFETCH(QSize, size);
        QFETCH(bool, complete);
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
        QCOMPARE(wizard.size(), size); // nothing forces the window wider
        findings.removeDuplicates();
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
