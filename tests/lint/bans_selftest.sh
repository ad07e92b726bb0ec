#!/usr/bin/env bash
# A lint that finds nothing proves nothing: every ban must be seen to bite, and the allowed forms to pass.
# Usage: bans_selftest.sh <bans.sh>
set -euo pipefail
bans=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# expect <0|1> <path> <code>
expect() {
    rm -rf "$work"/{app,wizard,models,resources,tests}
    mkdir -p "$work"/{app,wizard,models,resources,tests}
    printf '%s\n' "$3" >"$work/$2"
    local code=0
    (cd "$work" && GIT_DIR=/nonexistent bash "$bans" "$work") >"$work/out" 2>&1 || code=$?
    if [ "$code" -ne "$1" ]; then
        echo "expected exit $1, got $code for $2: $3"
        cat "$work/out"
        failures=$((failures + 1))
    fi
}

expect 1 app/a.cpp 'QEventLoop loop;'
expect 1 app/a.cpp 'QCoreApplication::processEvents();'
expect 1 wizard/a.cpp 'm_dialog->exec();'
expect 1 app/a.cpp 'QMessageBox::question(this, t, u);'
expect 1 wizard/a.cpp 'registerField(u"x"_qs, w);'
expect 1 app/a.cpp 'auto *table = new QTableWidget(0, 2);'
expect 1 wizard/a.cpp 'class List : public QListWidget {'
expect 0 app/a.cpp 'auto *table = new QTableView;'
expect 1 app/a.cpp 'w->setFixedSize(10, 10);'
expect 1 app/a.cpp 'font.setPixelSize(12);'
expect 1 app/a.cpp 'w->setStyleSheet(s);'
expect 1 app/a.cpp 'Registry::instance().add();'
expect 1 app/a.cpp 'std::shared_ptr<QTimer> t;'
expect 1 tests/a.cpp 'connect(a, SIGNAL(x()), b, SLOT(y()));'
expect 1 wizard/a.cpp 'm_draft.undoStack().beginMacro(tr("x"));'
expect 1 app/a.cpp 'const QDate today = QDate::currentDate();'
expect 1 wizard/a.cpp 'x = QDateTime::currentDateTimeUtc();'
expect 1 models/a.cpp 'auto t = QDateTime::currentMSecsSinceEpoch();'
expect 1 app/a.cpp 'auto t = std::chrono::system_clock::now();'
expect 1 app/a.cpp 'auto t = std::time(nullptr);'
expect 1 app/a.cpp 'const QDate day = event.start.toLocalTime().date();'
expect 1 app/a.cpp 'QDateTime start(day, QTime(0, 0)); use(QDateTime(day, QTime(0, 0)));'
expect 1 app/a.cpp 'const QDateTime start = day.startOfDay();'
expect 0 app/a.cpp 'const QDateTime start = day.startOfDay(zone);'
expect 0 app/a.cpp 'const QString time = timeOfDay(event, clock);'
expect 1 app/a.cpp 'if (goal == Goal::Roas)'
expect 1 models/a.cpp 'return setup.goal.is(Goal::Visibility);'
expect 1 wizard/a.cpp 'const bool same = goal != other;'
expect 0 models/a.cpp 'fields.setFlag(DraftField::Goal, a.goal != b.goal);'
expect 0 models/a.cpp 'case Goal::Roas: return GoalResult::Revenue;'
expect 1 tests/a.cpp 'QTest::qWait(50);'
expect 1 app/a.h 'class A;'
expect 1 app/a.cpp "// TO""DO later"
expect 0 app/a.cpp 'return QApplication::exec();'
expect 0 app/a.cpp 'QObject *app = QCoreApplication::instance();'
expect 0 app/a.cpp 'int x; // no QEventLoop here'
expect 0 app/a.cpp $'/* QEventLoop\n processEvents( */ int y;'
expect 0 app/a.cpp 'QEventLoop loop; // allowed: the tour drives the real program'
expect 1 app/a.cpp 'QEventLoop loop; // allowed:'
expect 0 app/a.h '#pragma once'
[ "$failures" -eq 0 ] && echo "Every ban bites"
exit $((failures > 0))
