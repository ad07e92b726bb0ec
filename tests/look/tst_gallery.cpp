#include "app/look/inputs/chiplist.h"
#include "app/look/inputs/field.h"
#include "app/look/inputs/usable.h"
#include "app/look/pieces/adpreview.h"
#include "app/look/pieces/barlist.h"
#include "app/look/pieces/capacitybar.h"
#include "app/look/pieces/card.h"
#include "app/look/pieces/emptystate.h"
#include "app/look/pieces/kpitile.h"
#include "app/look/pieces/messagebar.h"
#include "app/look/pieces/savestatelabel.h"
#include "app/look/pieces/statuspill.h"
#include "app/look/pieces/steprail.h"
#include "app/look/style/icons.h"
#include "app/look/style/style.h"
#include "app/look/style/theme.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "support/sweep.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDockWidget>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QStatusBar>
#include <QTabBar>
#include <QTableWidget>
#include <QTest>

using namespace groundswell;

namespace {

template <class W> W *named(W *widget, const char *name)
{
    widget->setObjectName(QString::fromLatin1(name));
    if (widget->accessibleName().isEmpty())
        widget->setAccessibleName(QString::fromLatin1(name));
    return widget;
}

QWidget *controlsColumn()
{
    auto *column = new Card;
    auto *layout = column->content();
    layout->addWidget(new TextLabel(TextRole::Title, QStringLiteral("Who should hear about it?")));
    layout->addWidget(
        new TextLabel(TextRole::Body, QStringLiteral("A lead sentence in the marketer’s own words.")));
    layout->addWidget(new Field(QStringLiteral("Headline"),
                                new QLineEdit(QStringLiteral("Mahler under the stars")),
                                QStringLiteral("headline")));
    auto *wrong = new Field(QStringLiteral("Budget"), new QSpinBox, QStringLiteral("budget"));
    wrong->setProblem(QStringLiteral("The budget is below the least of €120.00. Raise it to at least that."));
    layout->addWidget(wrong);
    auto *combo = new QComboBox;
    combo->addItems({QStringLiteral("Buy tickets"), QStringLiteral("Learn more")});
    auto *cta = new Field(QStringLiteral("Button"), combo, QStringLiteral("cta"));
    cta->setHint(QStringLiteral("What the button on the ad says."));
    cta->setCounter(31, 30);
    layout->addWidget(cta);
    auto *date = new QDateEdit(QDate(2026, 5, 25));
    date->setCalendarPopup(true);
    layout->addWidget(new Field(QStringLiteral("Start"), date, QStringLiteral("start")));
    layout->addWidget(new Field(QStringLiteral("Text"), new QPlainTextEdit(QStringLiteral("Some words")),
                                QStringLiteral("body")));
    auto *slider = named(new QSlider(Qt::Horizontal), "slider");
    slider->setValue(40);
    layout->addWidget(slider);
    auto *check = named(new QCheckBox(QStringLiteral("Use for all clusters")), "check");
    check->setChecked(true);
    layout->addWidget(check);
    layout->addWidget(named(new QRadioButton(QStringLiteral("Everybody")), "radio"));
    return column;
}

QWidget *piecesColumn()
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    auto *tiles = new QHBoxLayout;
    auto *tile = new KpiTile(QStringLiteral("Revenue"));
    tile->setFigure(QStringLiteral("€18,254.00"));
    tiles->addWidget(tile);
    auto *unknown = new KpiTile(QStringLiteral("Clicks"));
    unknown->setAsOf(QStringLiteral("as of 14:32"));
    tiles->addWidget(unknown);
    layout->addLayout(tiles);
    auto *bar = new MessageBar;
    bar->post({QStringLiteral("x"), Tone::Warn,
               QStringLiteral("You are offline. Changes are kept on this computer."),
               QStringLiteral("Try now"), true});
    layout->addWidget(bar);
    auto *pills = new QHBoxLayout;
    pills->addWidget(new StatusPill(Tone::Good, QStringLiteral("Running")));
    pills->addWidget(new StatusPill(Tone::Warn, QStringLiteral("Draft incomplete")));
    pills->addWidget(new StatusPill(Tone::Bad, QStringLiteral("Failed")));
    pills->addWidget(new StatusPill(Tone::Accent, QStringLiteral("Suggested")));
    pills->addStretch();
    layout->addLayout(pills);
    auto *choices = new QHBoxLayout;
    auto *first = named(new ChoiceCard(QStringLiteral("target"), QStringLiteral("Sell tickets"),
                                       QStringLiteral("Fill the house: people who are likely to buy.")),
                        "goal1");
    first->setChecked(true);
    choices->addWidget(first);
    choices->addWidget(named(new ChoiceCard(QStringLiteral("eye"), QStringLiteral("Be seen"),
                                            QStringLiteral("Reach as many fitting people as possible.")),
                             "goal2"));
    layout->addLayout(choices);
    auto *chips = new ChipList;
    chips->setChips({{QStringLiteral("1"), QStringLiteral("München + 50 km"), {}, false},
                     {QStringLiteral("2"), QStringLiteral("Augsburg"), {}, true},
                     {QStringLiteral("3"), QStringLiteral("Rosenheim + 17 km"), {}, false}});
    layout->addWidget(chips);
    auto *bars = new BarList;
    bars->setBars({{QStringLiteral("Friends of the long symphony"), 4.2, QStringLiteral("4.2%"), 3.1, 5.0},
                   {QStringLiteral("Families on Sunday"), 2.1, QStringLiteral("2.1%"), {}, {}},
                   {QStringLiteral("Unknown"), {}, {}, {}, {}}});
    layout->addWidget(bars);
    auto *capacity = new CapacityBar;
    capacity->setFigures(812, 1200);
    layout->addWidget(capacity);
    auto *progress = new QProgressBar;
    progress->setValue(60);
    layout->addWidget(progress);
    auto *buttons = new QHBoxLayout;
    auto *primary = named(new QPushButton(QStringLiteral("Publish 4 campaigns")), "primary");
    primary->setProperty(kPrimaryProperty, true);
    auto *quiet = named(new QPushButton(QStringLiteral("Change")), "quiet");
    quiet->setProperty(kQuietProperty, true);
    auto *danger = named(new QPushButton(QStringLiteral("Discard")), "danger");
    danger->setProperty(kDangerProperty, true);
    for (QPushButton *button :
         {named(new QPushButton(QStringLiteral("Back")), "back"), quiet, danger, primary})
        buttons->addWidget(button);
    auto *disabled = named(new QPushButton(QStringLiteral("Disabled")), "disabled");
    setUsable(disabled, false, QStringLiteral("There is nothing to do here."));
    buttons->addWidget(disabled);
    layout->addLayout(buttons);
    auto *tabs = named(new QTabBar, "tabs");
    tabs->addTab(QStringLiteral("One by one"));
    tabs->addTab(QStringLiteral("Table"));
    layout->addWidget(tabs);
    auto *table = named(new QTableWidget(3, 3), "table");
    table->setHorizontalHeaderLabels(
        {QStringLiteral("Cluster"), QStringLiteral("Reach"), QStringLiteral("Headline")});
    table->setItem(0, 0, new QTableWidgetItem(QStringLiteral("Families")));
    table->setItem(1, 0, new QTableWidgetItem(QStringLiteral("Symphony")));
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->selectRow(1);
    layout->addWidget(table);
    auto *save = new SaveStateLabel;
    SaveState saved;
    saved.kind = SaveState::Kind::Saved;
    saved.savedAt = QDateTime(QDate(2026, 5, 1), QTime(14, 32));
    save->setState(saved);
    layout->addWidget(save);
    layout->addStretch();
    return column;
}

QWidget *previews()
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    auto *feed = new AdPreview;
    feed->setContent({.pageName = QStringLiteral("Philharmonie am Strom"),
                      .body = QStringLiteral(
                          "Mahler’s Fifth in the open air, with the orchestra that you heard in the Advent "
                          "concert. One evening only, and the best seats go first. Bring a blanket."),
                      .headline = QStringLiteral("Mahler under the stars"),
                      .description = QStringLiteral("12 June, from €24"),
                      .cta = QStringLiteral("BUY_TICKETS"),
                      .language = QStringLiteral("en"),
                      .linkUrl = QStringLiteral("https://www.philharmonie.example/mahler")});
    layout->addWidget(feed);
    layout->addStretch();
    return column;
}

QWidget *gallery()
{
    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("gallery"));
    auto *row = new QHBoxLayout(page);
    row->setSpacing(units(page, 3));
    auto *rail = new StepRail;
    rail->setSteps({QStringLiteral("Goal & budget"), QStringLiteral("Taste clusters"),
                    QStringLiteral("Creative"), QStringLiteral("Targeting"),
                    QStringLiteral("Review & publish")});
    rail->setState(0, StepState::Done);
    rail->setState(1, StepState::Done);
    rail->setCurrent(1);
    rail->setState(2, StepState::Attention, 3);
    row->addWidget(rail);
    row->addWidget(controlsColumn());
    row->addWidget(piecesColumn(), 1);
    row->addWidget(previews());
    return page;
}

} // namespace

/// All pieces on one sheet, in both themes: swept for what can't be seen from the code. With
/// GROUNDSWELL_SHOTS set, the sheets are saved as pictures.
class TestGallery : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sweep_data()
    {
        QTest::addColumn<Theme::Choice>("theme");
        QTest::newRow("light") << Theme::Choice::Light;
        QTest::newRow("dark") << Theme::Choice::Dark;
    }
    void sweep()
    {
        QFETCH(Theme::Choice, theme);
        m_theme->setChoice(theme);
        const std::unique_ptr<QWidget> page(gallery());
        page->resize(1500, 900);
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
        QCOMPARE(sweep::accessibilityFindings(page.get()), QStringList());
        QCOMPARE(sweep::clippedTexts(page.get()), QStringList());
        sweep::shot(page.get(),
                    QStringLiteral("gallery-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
    }
    void window_data() { sweep_data(); }
    void window()
    {
        QFETCH(Theme::Choice, theme);
        m_theme->setChoice(theme);
        QMainWindow window;
        window.setObjectName(QStringLiteral("window"));
        for (const char *menu : {"File", "Edit", "Help"})
            window.menuBar()->addMenu(QString::fromLatin1(menu));
        auto *dock = named(new QDockWidget(QStringLiteral("Packages & attribution")), "dock");
        dock->setWidget(new EmptyState(QStringLiteral("package"),
                                       QStringLiteral("There are no packages yet."),
                                       QStringLiteral("Build a package…")));
        window.addDockWidget(Qt::RightDockWidgetArea, dock);
        window.setCentralWidget(named(new QPlainTextEdit, "text"));
        window.statusBar()->showMessage(QStringLiteral("Workspace on this computer"));
        window.resize(900, 420);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(sweep::clippedTexts(&window), QStringList());
        for (const QAbstractButton *button : dock->findChildren<QAbstractButton *>())
            QVERIFY2(!button->isVisible() || button->height() >= 24,
                     qPrintable(QStringLiteral("%1 %2x%3")
                                    .arg(button->objectName())
                                    .arg(button->width())
                                    .arg(button->height())));
        sweep::shot(&window, QStringLiteral("window-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
    }
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestGallery)
#include "tst_gallery.moc"
