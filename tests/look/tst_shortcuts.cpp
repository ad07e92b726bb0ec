#include "app/look/actions/actionset.h"

#include <QAction>
#include <QSet>
#include <QWidget>
#include <QtTest>

using namespace groundswell;
using namespace Qt::StringLiterals;

/// The table of actions and the keys that the user gives them.
class TestShortcuts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theTableIsInOrder()
    {
        QSet<QString> names;
        for (qsizetype i = 0; i < allActions().size(); ++i) {
            const ActionId id = allActions().at(i);
            QCOMPARE(static_cast<qsizetype>(id), i);
            QVERIFY2(!names.contains(actionName(id)), qPrintable(actionName(id)));
            names.insert(actionName(id));
            QVERIFY2(!actionText(id).isEmpty() && !actionText(id).contains(u'…'), qPrintable(actionName(id)));
        }
        QCOMPARE(actionText(ActionId::Packages), u"Packages & attribution"_s);
    }

    void noTwoActionsShareAKey()
    {
        QHash<QKeySequence, QString> holders;
        for (const ActionId id : allActions()) {
            for (const QKeySequence &key : defaultKeys(id)) {
                QVERIFY2(!holders.contains(key),
                         qPrintable(actionName(id) + u" and "_s + holders.value(key)));
                holders.insert(key, actionName(id));
            }
        }
        QVERIFY(holders.contains(QKeySequence(Qt::Key_F1)));
        // Nor is one claimed by text fields: whoever gave it away could have it back.
        for (const ActionId id : allActions()) {
            if (id == ActionId::Back)
                continue; // has Escape
            for (const QKeySequence &key : defaultKeys(id))
                QCOMPARE(Shortcuts().whyNot(id, key), QString());
        }
    }

    void aChosenKeyTakesTheOthersPlace()
    {
        Shortcuts shortcuts;
        const QKeySequence key(Qt::CTRL | Qt::Key_J);
        QCOMPARE(shortcuts.whyNot(ActionId::Back, key), QString());
        shortcuts.set(ActionId::Back, key);
        QCOMPARE(shortcuts.keys(ActionId::Back), QList{key});
        QVERIFY(shortcuts.isChanged(ActionId::Back));
        QCOMPARE(Shortcuts(shortcuts.stored()), shortcuts);
        QCOMPARE(shortcuts.stored(), (QMap<QString, QString>{{u"backAction"_s, u"Ctrl+J"_s}}));
        shortcuts.set(ActionId::Events, QKeySequence(Qt::CTRL | Qt::Key_E)); // as it was
        QVERIFY(!shortcuts.isChanged(ActionId::Events));
        shortcuts.reset(ActionId::Back);
        QCOMPARE(shortcuts, Shortcuts());
    }

    void whatCannotBeIsSaid()
    {
        Shortcuts shortcuts;
        const auto why = [&](const QKeySequence &key) { return shortcuts.whyNot(ActionId::Find, key); };
        QVERIFY(why(Qt::ALT | Qt::Key_F).contains(u"marked"_s)); // the menu's
        QVERIFY(why(QKeySequence(Qt::CTRL | Qt::Key_I)).contains(u"Import ticketing data"_s));
        QVERIFY(!why(QKeySequence(Qt::Key_A)).isEmpty());
        QVERIFY(!why(QKeySequence(Qt::SHIFT | Qt::Key_A)).isEmpty());
        QVERIFY(!why(QKeySequence(Qt::Key_Tab)).isEmpty());
        QVERIFY(!why(QKeySequence(QKeySequence::Copy)).isEmpty());
        QVERIFY(!why(QKeySequence()).isEmpty());
        QVERIFY(!why(QKeySequence(Qt::CTRL | Qt::Key_K, Qt::CTRL | Qt::Key_L)).isEmpty());
        QCOMPARE(why(QKeySequence(Qt::Key_F9)), QString());
        QCOMPARE(why(QKeySequence(QKeySequence::Find)), QString()); // its own
        // Its first key may have gone to another one by now.
        shortcuts.set(ActionId::Find, QKeySequence(Qt::Key_F9));
        shortcuts.set(ActionId::Quit, QKeySequence(QKeySequence::Find));
        QVERIFY(shortcuts.whyNotReset(ActionId::Find).contains(u"Quit"_s));
        QCOMPARE(shortcuts.whyNotReset(ActionId::Quit), QString());
    }

    void whatIsStoredNeverGivesTwoActionsOneKey()
    {
        const Shortcuts shortcuts({{u"findAction"_s, u"Ctrl+E"_s}, // of the events
                                   {u"quitAction"_s, u"Ctrl+J"_s},
                                   {u"refreshAction"_s, u"Ctrl+J"_s},
                                   {u"saveNowAction"_s, u"A"_s},
                                   {u"historyAction"_s, u"no key"_s},
                                   {u"backAction"_s, u"F9"_s},
                                   {u"goneAction"_s, u"F10"_s}});
        QSet<QKeySequence> seen;
        for (const ActionId id : allActions()) {
            for (const QKeySequence &key : shortcuts.keys(id)) {
                QVERIFY2(!seen.contains(key), qPrintable(actionName(id)));
                seen.insert(key);
            }
        }
        QCOMPARE(shortcuts.keys(ActionId::Find), defaultKeys(ActionId::Find));
        QCOMPARE(shortcuts.keys(ActionId::SaveNow), defaultKeys(ActionId::SaveNow));
        QCOMPARE(shortcuts.keys(ActionId::History), defaultKeys(ActionId::History));
        QCOMPARE(shortcuts.keys(ActionId::Back), QList{QKeySequence(Qt::Key_F9)});
        QVERIFY(shortcuts.isChanged(ActionId::Quit) != shortcuts.isChanged(ActionId::Refresh));
    }

    void theActionsOfAWidgetGetTheirKeysTogether()
    {
        QWidget widget;
        ActionSet set(widget);
        const QAction *refresh = set.make(ActionId::Refresh);
        QAction own;
        set.add(ActionId::Undo, &own);
        Shortcuts shortcuts;
        shortcuts.set(ActionId::Refresh, QKeySequence(Qt::Key_F9));
        set.setKeys(shortcuts);
        QCOMPARE(refresh->objectName(), u"refreshAction"_s);
        QCOMPARE(refresh->shortcuts(), QList{QKeySequence(Qt::Key_F9)});
        QCOMPARE(own.shortcuts(), defaultKeys(ActionId::Undo));
    }
};

QTEST_MAIN(TestShortcuts)
#include "tst_shortcuts.moc"
