#pragma once

#include "models/time/clock.h"
#include "models/wave/problem.h"

#include <QString>

#include <memory>

namespace groundswell::service {

struct ServiceOptions {
    QString workspaceFile; ///< made where there is none; media lie beside it in `<name>.media`
    int port = 0; ///< on 127.0.0.1; 0 = any free one
    QString token; ///< empty = a fresh one of 256 bits
    /// Without the extensions of the embedded service (ETag, If-Match, revisions), as the reference service.
    bool plain = false;
    bool rateLimits = false; ///< those of wave-api 1.7
    TimeSource clock; ///< must be set; systemTime() in a program that runs today
};

/// The embedded Wave service: one workspace behind HTTP, on threads of its own. The only thing that programs
/// and commands need to know of it. start() and stop() from one thread; the rest from any.
class Service {
public:
    /// Opens the workspace, listens, and takes up unfinished work. Problems: as openStore(), or
    /// `error.service.port_taken`.
    [[nodiscard]] static Expected<std::unique_ptr<Service>> start(const ServiceOptions &options);
    Service(const Service &) = delete;
    Service &operator=(const Service &) = delete;
    ~Service(); ///< stops

    [[nodiscard]] QString baseUrl() const; ///< for instance `http://127.0.0.1:40123/api/v3`
    [[nodiscard]] int port() const;
    [[nodiscard]] QString token() const;
    [[nodiscard]] static QString partnerId(); ///< of every local workspace
    /// Stops, within tenths of a second whatever runs: short requests are finished, those that wait for a run
    /// are answered with 503, and unfinished jobs are taken up by the next start.
    void stop();

private:
    class Private;
    explicit Service(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace groundswell::service
