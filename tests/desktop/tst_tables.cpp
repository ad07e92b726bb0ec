#include "app/desktop/packages/eventchoicemodel.h"
#include "app/desktop/preferences/assetsform.h"
#include "app/desktop/preferences/assetsmodel.h"
#include "app/look/pieces/rowsmodel.h"
#include "models/time/calendar.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest>

using namespace groundswell;
using namespace Qt::StringLiterals;

namespace {

constexpr auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;

AdAsset account(const QString &id, const QString &name)
{
    AdAsset asset;
    asset.id = id;
    asset.name = name;
    asset.currency = u"EUR"_s;
    return asset;
}

Event concert(const QString &id, const QDate &day)
{
    Event result;
    result.id = EventId(id);
    result.title = id;
    result.start = QDateTime(day, QTime(18, 0), QTimeZone::utc());
    return result;
}

} // namespace

/// The models behind tables and lists, and the one form that is a table.
class TestTables : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aColumnSaysWhatItShows()
    {
        using Rows = RowsModel<int>;
        Rows model({{u"Name"_s, [](int row) { return u"n%1"_s.arg(row); }},
                    {u"Twice"_s, [](int row) { return QString::number(2 * row); }, Rows::Kind::Figure,
                     Qt::AlignTrailing}});
        const QAbstractItemModelTester tester(&model, mode);
        model.setRows({1, 2, 3});
        const QPersistentModelIndex second = model.index(1, 1);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        for (const std::vector<int> &rows : {std::vector{4, 5, 6}, {7, 8}, {1, 2, 3, 4}})
            model.setRows(rows);
        QCOMPARE(reset.count(), 0); // a view stays where it is
        QCOMPARE(second.data().toString(), u"4"_s);
        QCOMPARE(model.index(3, 0).data().toString(), u"n4"_s);
        QCOMPARE(model.index(3, 0).data(Qt::ToolTipRole).toString(), u"n4"_s);
        QVERIFY(!model.index(3, 1).data(Qt::ToolTipRole).isValid());
        QVERIFY(model.index(3, 1).data(Qt::TextAlignmentRole).isValid());
        QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), u"Twice"_s);
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }

    void accountsKeepWhatTheTableDoesNotShow()
    {
        AssetsModel model(u"act_1"_s, {});
        const QAbstractItemModelTester tester(&model, mode);
        QCOMPARE(model.columnCount(), 2);
        model.setAssets({account(u"a"_s, u"A"_s), account(u"b"_s, u"B"_s)});
        QVERIFY(model.setData(model.index(0, AssetsModel::NameColumn), u" Acme "_s));
        QVERIFY(model.setData(model.index(1, AssetsModel::IdColumn), u"c"_s));
        QVERIFY(model.insertRow(2));
        const std::vector<AdAsset> assets = model.assets();
        QCOMPARE(assets.size(), 2); // the new row has no id yet
        QCOMPARE(assets[0].name, u"Acme"_s);
        QCOMPARE(assets[0].currency, u"EUR"_s);
        QCOMPARE(assets[1].id, u"c"_s);
        QVERIFY2(assets[1].currency.isEmpty(), "nothing is known of another account");
        QVERIFY(model.removeRow(0));
        QCOMPARE(model.assets().size(), 1);
    }

    void accountsAreTypedIn()
    {
        AssetsForm form;
        form.resize(700, 600);
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        auto *table = form.findChild<QTableView *>(u"adPixels"_s);
        auto *remove = form.findChild<QPushButton *>(u"adPixelsRemove"_s);
        QVERIFY(!remove->isEnabled());
        QTest::mouseClick(form.findChild<QPushButton *>(u"adPixelsAdd"_s), Qt::LeftButton);
        auto *editor = table->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, u"pix_1"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(form.values().pixels.size(), 1);
        QCOMPARE(form.values().pixels.front().id, u"pix_1"_s);
        QVERIFY(remove->isEnabled());
        form.setValues(form.values());
        QVERIFY(!remove->isEnabled());
        table->setCurrentIndex(table->model()->index(0, AssetsModel::ParentColumn));
        QTest::keyClicks(table->viewport(), u"a"_s); // a letter begins to edit
        editor = table->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(form.values().pixels.front().parentId, u"a"_s);
        QTest::mouseClick(remove, Qt::LeftButton);
        QVERIFY(form.values().pixels.empty());
        QVERIFY(!remove->isEnabled());
    }

    void whatWasCheckedOutlivesASearch()
    {
        const Calendar calendar(timeStartingAt(QDateTime(QDate(2026, 5, 20), QTime(8, 0), QTimeZone::utc())));
        EventChoiceModel model(calendar);
        const QAbstractItemModelTester tester(&model, mode);
        const QSignalSpy changed(&model, &EventChoiceModel::chosenChanged);
        model.setEvents({concert(u"a"_s, QDate(2026, 5, 21)), concert(u"b"_s, QDate(2026, 6, 1))});
        model.toggle(model.index(1));
        model.toggle(model.index(0));
        QCOMPARE(changed.count(), 2);
        model.setEvents({concert(u"c"_s, QDate(2026, 7, 1))});
        QCOMPARE(model.chosen().size(), 2);
        QCOMPARE(model.chosen().front().title, u"b"_s);
        model.addEvents({concert(u"b"_s, QDate(2026, 6, 1))});
        QCOMPARE(model.index(1).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        model.dropBefore(QDate(2026, 5, 22));
        QCOMPARE(model.chosen().size(), 1);
        QCOMPARE(changed.count(), 3);
        model.toggle(model.index(1));
        QVERIFY(model.chosen().empty());
    }
};

QTEST_MAIN(TestTables)
#include "tst_tables.moc"
