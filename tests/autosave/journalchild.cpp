// Types into a journal until it is killed, and says what it typed and what it was told is on disk. Used by
// tst_journal_kill.

#include "app/autosave/draftjournal.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace groundswell;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    SystemScheduler scheduler{systemTime()};
    DraftJournal journal(scheduler);
    if (journal.open(QString::fromLocal8Bit(argv[1])) != DraftJournal::Opening::Opened)
        return 1;
    SetupProcess row;
    row.eid = EventId(QStringLiteral("e"));
    journal.begin({row, "\"1\""}, true);
    quint64 revision = 0;
    QTimer keys;
    QObject::connect(&keys, &QTimer::timeout, &app, [&] {
        row.dsaPayor = QString::number(++revision);
        journal.append(revision, row);
    });
    QObject::connect(&journal, &DraftJournal::written, &app, [](quint64 written) {
        std::printf("%llu\n", static_cast<unsigned long long>(written));
        std::fflush(stdout);
    });
    keys.start(3);
    return QCoreApplication::exec();
}
