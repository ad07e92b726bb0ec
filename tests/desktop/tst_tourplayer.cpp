#include "app/desktop/tour/player.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QVBoxLayout>
#include <QtTest>

using namespace groundswell::tour;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// A small window with one of each control, driven by the player as the program's windows are.
class TestTourPlayer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void typesClicksAndChooses();
    void worksInADialog();
    void doubleClicksARow();
    void stopsAtWhatDoesNotHold();
    void doesNotClickWhatIsCovered();

private:
    QJsonObject play(const Script &script);
    std::unique_ptr<QMainWindow> m_window;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_complaint;
};

void TestTourPlayer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<QMainWindow>();
    auto *centre = new QWidget(m_window.get());
    auto *layout = new QVBoxLayout(centre);
    const auto add = [layout](QWidget *widget, const QString &name) {
        widget->setObjectName(name);
        layout->addWidget(widget);
        return widget;
    };
    add(new QLineEdit, u"title"_s);
    add(new QCheckBox(u"Agree"_s), u"agree"_s);
    auto *combo = new QComboBox;
    combo->addItems({u"one"_s, u"two"_s, u"three"_s});
    add(combo, u"count"_s);
    add(new QPushButton(u"Go"_s), u"go"_s);
    auto *list = new QListWidget;
    list->addItems({u"a"_s, u"b"_s});
    add(list, u"list"_s);
    m_window->setCentralWidget(centre);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestTourPlayer::cleanup()
{
    m_window.reset();
}

QJsonObject TestTourPlayer::play(const Script &script)
{
    Player player(script, QDir(m_folder->path()));
    player.setSummary([] { return QJsonObject{{"puts"_L1, 3}}; });
    QSignalSpy finished(&player, &Player::finished);
    player.start();
    if (!finished.wait(20'000))
        return {};
    m_complaint = finished.first().at(1).toString();
    QFile file(m_folder->filePath(u"report.json"_s));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void TestTourPlayer::typesClicksAndChooses()
{
    auto *title = m_window->findChild<QLineEdit *>(u"title"_s);
    title->setText(u"old"_s);
    Step step(u"form"_s);
    step.type(u"title"_s, u"Ärger & Übermut, 7"_s)
        .click(u"agree"_s)
        .choose(u"count"_s, 2)
        .waitUntil(u"the choice"_s, [this] {
            return m_window->findChild<QComboBox *>(u"count"_s)->currentText() == "three"_L1;
        });
    const QJsonObject report = play({step});
    QVERIFY2(report.value("ok"_L1).toBool(), qPrintable(m_complaint));
    QCOMPARE(title->text(), u"Ärger & Übermut, 7"_s);
    QVERIFY(m_window->findChild<QCheckBox *>(u"agree"_s)->isChecked());
    const QJsonObject row = report.value("steps"_L1).toArray().first().toObject();
    QCOMPARE(row.value("name"_L1).toString(), u"form"_s);
    QVERIFY(QFile::exists(m_folder->filePath(row.value("screenshot"_L1).toString())));
    QCOMPARE(report.value("puts"_L1).toInt(), 3);
}

void TestTourPlayer::worksInADialog()
{
    QPushButton *go = m_window->findChild<QPushButton *>(u"go"_s);
    bool accepted = false;
    connect(go, &QPushButton::clicked, this, [&] {
        auto *dialog = new QDialog(m_window.get());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        auto *ok = new QPushButton(u"OK"_s, dialog);
        ok->setObjectName(u"ok"_s);
        connect(ok, &QPushButton::clicked, dialog, &QDialog::accept);
        connect(dialog, &QDialog::accepted, this, [&] { accepted = true; });
        dialog->open();
    });
    Step step(u"dialog"_s);
    step.click(u"go"_s).shot(u"open"_s).click(u"ok"_s);
    QVERIFY2(play({step}).value("ok"_L1).toBool(), qPrintable(m_complaint));
    QVERIFY(accepted);
    QVERIFY(QFile::exists(m_folder->filePath(u"01-open.png"_s)));
}

void TestTourPlayer::doubleClicksARow()
{
    auto *list = m_window->findChild<QListWidget *>(u"list"_s);
    const QSignalSpy activated(list, &QListWidget::itemDoubleClicked);
    Step step(u"row"_s);
    step.activateRow(u"list"_s, 1);
    QVERIFY2(play({step}).value("ok"_L1).toBool(), qPrintable(m_complaint));
    QCOMPARE(activated.count(), 1);
    QCOMPARE(list->currentRow(), 1);
}

void TestTourPlayer::stopsAtWhatDoesNotHold()
{
    m_window->findChild<QPushButton *>(u"go"_s)->setEnabled(false);
    Step stuck(u"stuck"_s);
    stuck.click(u"go"_s).within(200ms);
    Step never(u"never"_s);
    const QJsonObject report = play({stuck, never});
    QVERIFY(!report.value("ok"_L1).toBool(true));
    QCOMPARE(report.value("steps"_L1).toArray().size(), 1);
    QCOMPARE(report.value("planned"_L1).toInt(), 2);
    QVERIFY2(m_complaint.contains(u"disabled"_s), qPrintable(m_complaint));
}

void TestTourPlayer::doesNotClickWhatIsCovered()
{
    auto *cover = new QLabel(u"on top"_s, m_window->centralWidget());
    cover->setObjectName(u"cover"_s);
    cover->setGeometry(m_window->centralWidget()->rect());
    cover->show();
    Step step(u"covered"_s);
    step.click(u"go"_s).within(200ms);
    QVERIFY(!play({step}).value("ok"_L1).toBool(true));
    QVERIFY2(m_complaint.contains(u"cover"_s), qPrintable(m_complaint));
}

QTEST_MAIN(TestTourPlayer)
#include "tst_tourplayer.moc"
