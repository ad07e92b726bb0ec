#pragma once

#include "app/net/wave/waveclient.h"

#include <QObject>

#include <functional>
#include <map>
#include <optional>

namespace groundswell::test {

/// Somebody who calls the client and only keeps whether it went well.
struct Asker {
    explicit Asker(WaveClient &wave)
        : client(wave)
    {
    }

    WaveClient &client;
    QObject context;
    std::optional<Problem> problem;
    int answers = 0;
    RequestHandle handle;

    /// A callback of any type.
    auto done()
    {
        return [this](const auto &answer) {
            ++answers;
            if (!answer)
                problem = answer.error();
        };
    }
};

/// Every call of the client, by the contract's name of the operation.
using Calls = std::map<QString, std::function<RequestHandle(Asker &)>>;
[[nodiscard]] Calls allCalls();

} // namespace groundswell::test
