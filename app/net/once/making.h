#pragma once

#include "app/net/once/aftermath.h"
#include "app/net/rest/restclient.h"
#include "app/net/wave/waveclient.h"

#include <functional>
#include <optional>
#include <vector>

namespace groundswell {

/// Makes something at the service, once, and says truthfully what became of it: what is there is listed
/// before, so that an unclear answer (none, a fault, nothing readable) can be cleared up by looking what came
/// to it. The request itself is never repeated. See makings.h for what can be made.
///
/// Destroying it drops the answer, not the request; not to be done in one of its own callbacks.
template <class Item, class Made> class Making {
public:
    using Items = std::vector<Item>;
    struct Steps {
        std::function<RequestHandle(QObject *, Callback<Items>)> list; ///< never from memory
        std::function<RequestHandle(QObject *, Callback<Made>)> make;
        /// What was made, among \a now; nullopt where it isn't there.
        std::function<std::optional<Made>(const Items &before, const Items &now)> find;
    };
    struct Ends {
        std::function<void(const Made &)> made;
        std::function<void(const Problem &)> notMade; ///< for certain
        /// It can't be found out: the service refuses to say. lookNow() asks once more.
        std::function<void(const Problem &)> notKnown;
        std::function<void(const Problem &)> waiting; ///< it isn't known yet; no end
    };

    Making(RestClient &rest, Steps steps, Ends ends)
        : m_steps(std::move(steps))
        , m_ends(std::move(ends))
        , m_aftermath(rest.scheduler(), rest.random(),
                      [this](QObject *asker, const Aftermath::LookCallback &callback) {
                          return look(asker, callback);
                      })
    {
        QObject *context = &m_aftermath;
        QObject::connect(&m_aftermath, &Aftermath::done, context, [this] { m_ends.made(*m_found); });
        QObject::connect(&m_aftermath, &Aftermath::notDone, context, m_ends.notMade);
        QObject::connect(&m_aftermath, &Aftermath::notKnown, context, m_ends.notKnown);
        QObject::connect(&m_aftermath, &Aftermath::waiting, context, m_ends.waiting);
    }

    void start()
    {
        m_request = m_steps.list(&m_aftermath, [this](const Expected<Items> &items) {
            if (!items) {
                m_ends.notMade(items.error()); // nothing was asked for
                return;
            }
            m_before = *items;
            make();
        });
    }
    void lookNow() { m_aftermath.lookNow(); }

private:
    void make()
    {
        m_request = m_steps.make(&m_aftermath, [this](const Expected<Made> &made) {
            if (made)
                m_ends.made(*made);
            else if (isUnclear(made.error()))
                m_aftermath.start(made.error());
            else
                m_ends.notMade(made.error());
        });
    }
    RequestHandle look(QObject *asker, const Aftermath::LookCallback &callback)
    {
        return m_steps.list(asker, [this, callback](const Expected<Items> &items) {
            if (!items) {
                callback(tl::unexpected(items.error()));
                return;
            }
            m_found = m_steps.find(m_before, *items);
            callback(m_found ? Aftermath::Sight::Whole : Aftermath::Sight::Nothing);
        });
    }

    Steps m_steps;
    Ends m_ends;
    Items m_before;
    std::optional<Made> m_found;
    Aftermath m_aftermath;
    RequestHandle m_request;
};

} // namespace groundswell
