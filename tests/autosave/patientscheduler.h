#pragma once

#include "support/manualscheduler.h"

#include <QTest>

#include <algorithm>
#include <functional>

namespace groundswell::test {

/// A clock in the test's hand that lets the journal's own thread keep up: nothing is sent before it is on
/// disk.
class PatientScheduler : public ManualScheduler {
public:
    std::function<bool()> isOnDisk = [] { return true; };

    void advance(std::chrono::milliseconds by)
    {
        const auto untilWritten = std::min<std::chrono::milliseconds>(by, std::chrono::milliseconds(100));
        ManualScheduler::advance(untilWritten);
        QVERIFY(QTest::qWaitFor(isOnDisk));
        ManualScheduler::advance(by - untilWritten);
        QVERIFY(QTest::qWaitFor(isOnDisk));
    }
};

} // namespace groundswell::test
