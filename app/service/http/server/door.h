#pragma once

#include "app/service/http/server/connection.h"

#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace groundswell::service {

/// Where connections without a request to serve wait: new ones, ones whose head drips in, idle ones, and ones
/// that still have to deliver their last answer. One thread watches all of them, so that waiting costs a
/// socket and no thread, and nobody can keep others out by being slow.
///
/// Only a limited number are open at once; beyond it the one that waits longest yields to the new one. Those
/// who never brought the token go first, as long as they hold more than a quarter of the places.
class Door {
public:
    struct Limits {
        ConnectionLimits connection;
        std::size_t mostConnections = 0; ///< those with workers included
    };
    /// Gets every connection whose head is there, on the door's thread; must not wait.
    using Ready = std::function<void(std::shared_ptr<Connection>)>;

    Door(const Limits &limits, Ready ready);
    Door(const Door &) = delete;
    Door &operator=(const Door &) = delete;
    ~Door(); ///< closes

    // From any thread.
    void admit(SocketHandle socket); ///< a new one
    void giveBack(std::shared_ptr<Connection> connection); ///< after an answer: waits for the next request
    void letGo(std::shared_ptr<Connection> connection); ///< after a last answer

    /// Closes all that wait, at once; later ones are closed too.
    void close();

private:
    using Waiting = std::vector<std::shared_ptr<Connection>>;
    void watch();
    std::size_t takeArrivals(Waiting &waiting);
    void makeRoom(Waiting &waiting, std::size_t open);
    [[nodiscard]] Waiting::iterator firstToYield(Waiting &waiting) const;
    void serveReady(Waiting &waiting, const std::vector<Watched> &watched);
    void arrive(std::shared_ptr<Connection> connection, std::size_t isNew = 0);

    const Limits m_limits;
    const Ready m_ready;
    WakeUp m_wakeUp;
    std::atomic<std::size_t> m_open = 0; ///< connections that exist, wherever they are
    std::mutex m_mutex; ///< guards the arrivals and m_isClosed: any thread brings, the door's takes
    Waiting m_arrivals;
    bool m_isClosed = false;
    std::thread m_thread;
};

} // namespace groundswell::service
